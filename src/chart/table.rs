//! Rows and columns: words at the left, numbers at the right with bars from zero beside them, and on narrow plots
//! the last columns below each row instead of cut.

use super::sketch::Sketch;
use super::table_cell;
use super::table_column::{BAR_GAP, TableColumn, share_out};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::locale::Message;
use crate::scale::Linear;
use crate::scene::{Anchor, Datum, DatumId, Order, Role};
use crate::spec::{Display, Face, Quantity, Sort};
use crate::table::Column;
use crate::text::TextStyle;

/// The most rows that are painted; the data table on the page holds them all.
const MOST: usize = 40;
/// Above and below the words of a row, together, in CSS pixels.
const PADDING: f64 = 11.0;
/// The height of a bar, in CSS pixels.
const BAR: f64 = 12.0;

/// Draws heading and rows.
pub(super) fn draw(sketch: &mut Sketch) {
    sketch.story.order = Order::Records;
    let checked = sketch.checked;
    let rows = checked.table.lines.len();
    sketch.story.label_name = checked.table.columns.first().map_or_else(String::new, |column| column.name.clone());
    let order = row_order(sketch, rows);
    let shown = order.get(..MOST).unwrap_or(&order);
    let mut columns: Vec<TableColumn> =
        each(&faced(sketch), &mut |(column, face)| TableColumn::new(sketch, (column, face.clone()), shown));
    table_cell::shade(sketch, &mut columns);
    if columns.is_empty() || rows == 0 {
        return;
    }
    let layout = share_out(&mut columns, sketch.width);
    let (above, rest) = columns.split_at(usize::from(layout.stacked));
    let (beside, below) = rest.split_at(layout.count.min(rest.len()));
    let scales = scales(sketch, beside);
    let plan = Plan { above: above.first(), beside, below, scales: &scales };
    let mut y = draw_heading(sketch, beside);
    for (i, &row) in shown.iter().enumerate() {
        if i > 0 {
            let color = sketch.env.theme.grid;
            sketch.rule(Role::Grid, Point::new(0.0, y), Point::new(sketch.width, y), 0.0, color);
        }
        y = draw_row(sketch, &plan, row, y);
    }
    sketch.height = y;
    for &row in order.get(MOST..).unwrap_or_default() {
        // Not painted, but in the data table and within reach of the keyboard.
        let reach = Rect::new(0.0, y, sketch.width, 0.0);
        for column in columns.iter().skip(usize::from(columns.len() > 1)) {
            cell(sketch, columns.first(), column, row, Point::new(sketch.width / 2.0, y), reach);
        }
    }
    if rows > MOST {
        let locale = sketch.env.locale;
        let (most, all) = (locale.number(MOST as f64, 0), locale.number(rows as f64, 0));
        sketch.notes.push(locale.say(Message::Shown, &[&most, &all]));
    }
    sketch.mirror();
}

/// The columns, each with what its cells show besides.
fn faced<'a>(sketch: &Sketch<'a>) -> Vec<(&'a Column, Face)> {
    let checked = sketch.checked;
    let face = |at: usize| checked.faces.get(at).cloned().unwrap_or_default();
    checked.table.columns.iter().enumerate().map(|(at, column)| (column, face(at))).collect()
}

/// Where the columns stand: the first above the others where it has no room beside them, the last below.
struct Plan<'a> {
    above: Option<&'a TableColumn<'a>>,
    beside: &'a [TableColumn<'a>],
    below: &'a [TableColumn<'a>],
    /// For each column beside, the scale of its bars.
    scales: &'a [Option<Linear>],
}

impl<'a> Plan<'a> {
    /// The column that names the rows.
    fn first(&self) -> Option<&'a TableColumn<'a>> {
        self.above.or(self.beside.first())
    }
}

/// The rows as they came, or by the first column of numbers where the author sorts.
fn row_order(sketch: &Sketch, rows: usize) -> Vec<usize> {
    let checked = sketch.checked;
    let sign = match checked.sort {
        Sort::Data => 0.0,
        Sort::Ascending => 1.0,
        Sort::Descending => -1.0,
    };
    let number = |cell: &crate::table::Cell| if let crate::table::Cell::Number(v, _) = cell { Some(*v) } else { None };
    let first = checked.table.columns.iter().find(|column| column.cells.iter().any(|cell| number(cell).is_some()));
    let key = |row: usize| {
        let value = first.and_then(|column| column.cells.get(row)).and_then(number);
        if sign == 0.0 { 0.0 } else { value.map_or(f64::INFINITY, |value| value * sign) }
    };
    super::order::order(&(0..rows).map(key).collect::<Vec<f64>>())
}

/// Bars share a scale with those of other columns that are up to so many times as long: readers compare what is side by
/// side, whatever is said of it.
const ALIKE: f64 = 10.0;

/// For each column of numbers with a bar, from its number to the bar's place. Where all numbers are of one measure
/// or unit, all bars share a scale; else those of columns that are about as large, and every scale starts at zero.
fn scales(sketch: &Sketch, columns: &[TableColumn]) -> Vec<Option<Linear>> {
    let ends = |column: &TableColumn| {
        let values = column.values.iter().flatten();
        values.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(*value), high.max(*value)))
    };
    let largest = |(low, high): (f64, f64)| high.max(-low);
    let shared = !sketch.checked.unit.is_empty() || sketch.checked.measure != Quantity::Amount;
    let mut domains = each(columns, &mut |column| ends(column));
    let mut left: Vec<usize> = (0..columns.len())
        .filter(|at| columns.get(*at).is_some_and(|column| column.face.display == Display::Bar))
        .collect();
    // From the largest down, each takes those along that are about as large.
    while !left.is_empty() {
        let of = |at: &usize| domains.get(*at).copied().unwrap_or_default();
        let most = left.iter().map(|at| largest(of(at))).fold(0.0, f64::max);
        let (alike, rest): (Vec<usize>, Vec<usize>) =
            left.iter().partition(|at| shared || largest(of(at)) * ALIKE >= most);
        let domain = alike.iter().map(of).fold((0.0_f64, 0.0_f64), |(a, b), (low, high)| (a.min(low), b.max(high)));
        for at in alike {
            if let Some(own) = domains.get_mut(at) {
                *own = domain;
            }
        }
        left = rest;
    }
    let mut domains = domains.into_iter();
    let mut scale = |column: &TableColumn| {
        let domain = domains.next().unwrap_or_default();
        let left = column.x + column.digits + BAR_GAP;
        let scale = Linear { domain, range: (left, left + column.bar) };
        (column.bar > 0.0 && column.face.display == Display::Bar && domain.1 > domain.0).then_some(scale)
    };
    each(columns, &mut |column| scale(column))
}

/// Draws the names of the columns and the line below them; returns where it ends.
fn draw_heading(sketch: &mut Sketch, columns: &[TableColumn]) -> f64 {
    let theme = sketch.env.theme;
    let style = theme.small;
    let lines: Vec<Vec<String>> = each(columns, &mut |column| sketch.fit(column.name, column.width, 3, style));
    let most = lines.iter().map(Vec::len).max().unwrap_or(0);
    for (column, lines) in columns.iter().zip(&lines) {
        // The names' last lines stand level.
        let base = style.ascent() + (most - lines.len()) as f64 * style.line_height();
        let numbers = column.is_number() && column.bar == 0.0;
        let (x, anchor) = if numbers { (column.x + column.width, Anchor::Right) } else { (column.x, Anchor::Left) };
        sketch.paragraph(Role::Axis, None, lines, Point::new(x, base), anchor, (style, theme.muted));
    }
    let y = if most > 0 { most as f64 * style.line_height() + 5.0 } else { 0.0 };
    sketch.rule(Role::Axis, Point::new(0.0, y), Point::new(sketch.width, y), 0.0, theme.zero);
    y
}

/// Draws a row from `top` on: its name, its cells side by side, then what had no room beside, one after the other;
/// returns where it ends.
fn draw_row(sketch: &mut Sketch, plan: &Plan, row: usize, top: f64) -> f64 {
    let theme = sketch.env.theme;
    let (style, lead) = (theme.label, theme.label.line_height());
    let rise = (lead + style.cap_height()) / 2.0;
    let text = |column: &TableColumn| column.cells.get(row).cloned().unwrap_or_default();
    let marked = plan.first().is_some_and(|first| sketch.checked.highlight.holds(&text(first)));
    let mut y = top + PADDING / 2.0;
    if let Some(above) = plan.above {
        let lines = sketch.fit(&text(above), sketch.width, 3, TextStyle::strong(style.size));
        let words = (TextStyle::strong(style.size), theme.ink);
        sketch.paragraph(Role::Label, None, &lines, Point::new(0.0, y + rise), Anchor::Left, words);
        y += lines.len() as f64 * lead;
    }
    // The first column beside is the rows' name, unless that stands above or there is no other.
    let named = |i: usize| i == 0 && plan.above.is_none() && plan.beside.len() > 1;
    let weight = |i: usize| if named(i) && marked { TextStyle::strong(style.size) } else { style };
    let wrap = |(i, column): (usize, &TableColumn)| {
        let room = if column.bar > 0.0 { column.digits + 1.0 } else { column.width };
        sketch.fit(&text(column), room, if column.is_number() { 1 } else { 4 }, weight(i))
    };
    let lines: Vec<Vec<String>> = plan.beside.iter().enumerate().map(wrap).collect();
    let height = lines.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64 * lead;
    for (i, ((column, lines), scale)) in plan.beside.iter().zip(&lines).zip(plan.scales).enumerate() {
        let reach = Rect::new(column.x, y - PADDING / 2.0, column.width, height + PADDING);
        let id = (!named(i)).then(|| cell(sketch, plan.first(), column, row, reach.center(), reach));
        // A name above is not in the shade of a number below it.
        let lift = if plan.above.is_some() { 0.0 } else { PADDING / 2.0 };
        let place = Rect::new(column.x, y - lift, column.width, height + lift + PADDING / 2.0);
        let (ink, inset) = table_cell::draw_shade(sketch, column, (row, id), place);
        let box_of_line = Rect::new(column.x + column.digits + BAR_GAP, y, column.bar, height);
        table_cell::draw_course(sketch, (column, row, id), box_of_line);
        if let (Some(scale), Some(value)) = (scale, column.values.get(row).copied().flatten()) {
            let middle = y + rise - style.cap_height() / 2.0;
            let (zero, end) = (Point::new(scale.at(0.0), middle - BAR / 2.0), scale.at(value));
            let fill = if marked { theme.accent } else { theme.pale };
            sketch.rect(Role::Data, id, Rect::between(zero, Point::new(end, middle + BAR / 2.0)), fill);
        }
        let (x, anchor) = match (column.is_number(), column.bar > 0.0) {
            (true, true) => (column.x + column.digits, Anchor::Right),
            (true, false) => (column.x + column.width - inset, Anchor::Right),
            _ => (column.x, Anchor::Left),
        };
        let at = Point::new(x, y + rise);
        if lines.is_empty() && !named(i) {
            sketch.text(Role::Label, id, "–", at, anchor, (style, theme.muted));
        }
        sketch.paragraph(Role::Label, id, lines, at, anchor, (weight(i), ink));
    }
    draw_below(sketch, plan, row, y + height) + PADDING / 2.0
}

/// Draws the cells that had no room beside, with their columns' names, as many on a line as fit; returns where
/// they end.
fn draw_below(sketch: &mut Sketch, plan: &Plan, row: usize, top: f64) -> f64 {
    let theme = sketch.env.theme;
    let (style, lead) = (theme.small, theme.small.line_height());
    let (mut x, mut y) = (0.0, top);
    let mut open = false;
    for column in plan.below {
        let text = column.cells.get(row).map_or("", |cell| cell);
        if text.is_empty() {
            cell(sketch, plan.first(), column, row, Point::new(0.0, y), Rect::new(0.0, y, 0.0, 0.0));
            continue;
        }
        let name = sketch.fit(column.name, sketch.width * 0.6, 1, style).pop().unwrap_or_default();
        let gap = if name.is_empty() { 0.0 } else { sketch.measure(&name, style) + 6.0 };
        let lines = sketch.fit(text, sketch.width - gap, 3, style);
        let width = gap + lines.iter().map(|line| sketch.measure(line, style)).fold(0.0, f64::max);
        if open && (lines.len() > 1 || x + width > sketch.width) {
            (x, y) = (0.0, y + lead);
        }
        let height = lines.len() as f64 * lead;
        let reach = Rect::new(x, y, width.min(sketch.width - x), height);
        let id = cell(sketch, plan.first(), column, row, reach.center(), reach);
        let at = Point::new(x, y + (lead + style.cap_height()) / 2.0);
        sketch.text(Role::Axis, Some(id), &name, at, Anchor::Left, (style, theme.muted));
        let at = Point::new(x + gap, at.y);
        sketch.paragraph(Role::Label, Some(id), &lines, at, Anchor::Left, (style, theme.ink));
        open = lines.len() == 1;
        if open {
            x += width + 16.0;
        } else {
            (x, y) = (0.0, y + height);
        }
    }
    if open { y + lead } else { y }
}

/// Adds the datum of a cell: its series is the column's name, its label what the first column says.
fn cell(
    sketch: &mut Sketch,
    first: Option<&TableColumn>,
    column: &TableColumn,
    row: usize,
    anchor: Point,
    reach: Rect,
) -> DatumId {
    let id = sketch.data.len() as DatumId;
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let label = first.and_then(|first| first.cells.get(row)).cloned().unwrap_or_default();
    let value = column.values.get(row).copied().flatten();
    let text = column.cells.get(row).cloned().unwrap_or_default();
    let has_unit = value.is_some() && !super::value::is_percent(checked) && !checked.unit.is_empty();
    // What is missing has no words of its own: that there are no data it says by itself.
    let text = match (text.is_empty(), has_unit) {
        (true, _) => None,
        (false, true) => Some(locale.with_unit(&text, &checked.unit).into()),
        (false, false) => Some(text),
    };
    let (course, details) = table_cell::course(sketch, column, row);
    let mut datum = Datum {
        id,
        line: checked.table.lines.get(row).copied().unwrap_or(0),
        series: column.series.clone(),
        name: label,
        dated: false,
        qualifier: None,
        period: None,
        value,
        anchor,
        reach,
        said: None,
    };
    let said = datum.said();
    (said.text, said.shade, said.course) = (text, table_cell::shade_of(column, row), course);
    said.details = details;
    sketch.data.push(datum);
    id
}

#[cfg(test)]
mod tests;
