use super::shade::Shades;
use super::sketch::Sketch;
use super::value;
use crate::each::each;
use crate::geom::within;
use crate::locale::power;
use crate::scene::Name;
use crate::spec::{Display, Face};
use crate::table::{Cell, Column};
use crate::text::TextStyle;

/// The narrowest and the widest that a column of words is asked to be, in CSS pixels.
const NARROW: f64 = 76.0;
const WIDE: f64 = 300.0;

/// A column of a table as it is painted.
pub(super) struct TableColumn<'a> {
    pub(super) name: &'a str,
    /// The name and the cells in words as their data share them; empty where nothing is known.
    pub(super) series: Name,
    pub(super) cells: Vec<Name>,
    /// The cells' numbers, where the column is of numbers; else empty.
    pub(super) values: Vec<Option<f64>>,
    /// What its cells show besides, and of lines the numbers.
    pub(super) face: Face,
    /// The shades of its numbers, where they have any.
    pub(super) shades: Option<Shades>,
    /// The widest number, or 0.
    pub(super) digits: f64,
    /// The least that it can do with, and what would hold every cell on one line.
    pub(super) least: f64,
    pub(super) natural: f64,
    /// Where it stands, once that is known; the part of its width that a bar has.
    pub(super) x: f64,
    pub(super) width: f64,
    pub(super) bar: f64,
}

impl<'a> TableColumn<'a> {
    /// Writes a column's cells out, the first `shown` of which are measured.
    pub(super) fn new(sketch: &Sketch, (column, face): (&'a Column, Face), shown: &[usize]) -> Self {
        let (checked, locale, theme) = (sketch.checked, sketch.env.locale, sketch.env.theme);
        let decimals = column.decimals().min(checked.decimals);
        let number = column.cells.iter().any(|cell| matches!(cell, Cell::Number(..)));
        let words = |cell: &Cell| match cell {
            Cell::Missing => String::new(),
            Cell::Text(text) => text.trim().into(),
            Cell::Number(number, _) => {
                let text = power(locale, *number).unwrap_or_else(|| locale.number(*number, decimals));
                if value::is_percent(checked) { locale.with_unit(&text, "%") } else { text }
            }
        };
        let cells: Vec<Name> = each(&column.cells, &mut |cell| words(cell).into());
        let values = |cell: &Cell| if let Cell::Number(value, _) = cell { Some(*value) } else { None };
        let style = theme.label;
        // Only what is painted is measured, and of a long text only so much as may matter.
        let width = |index: &usize| {
            let text = cells.get(*index).map_or("", |cell| cell);
            let end = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
            sketch.measure(text.get(..end).unwrap_or_default(), style)
        };
        let widest = shown.iter().map(width).fold(0.0, f64::max);
        let heading = sketch.measure(&column.name, theme.small);
        let word = longest_word(sketch, &column.name, theme.small).min(96.0);
        let (least, natural) = if number {
            let air = if face.display == Display::Heat { 2.0 * SHADE_AIR } else { 0.0 };
            let widest = widest.min(160.0) + air;
            (widest.max(word), widest.max(word).max(heading.min(90.0)))
        } else {
            // No word is cut for the sake of another column.
            let cell = |index: &usize| longest_word(sketch, cells.get(*index).map_or("", |cell| cell), style);
            let longest = shown.iter().map(cell).fold(0.0, f64::max).min(120.0);
            (widest.max(word).min(NARROW).max(longest), widest.max(heading.min(120.0)).min(WIDE))
        };
        Self {
            name: &column.name,
            series: column.name.as_str().into(),
            face,
            shades: None,
            values: if number { each(&column.cells, &mut |cell| values(cell)) } else { Vec::new() },
            digits: if number { widest.min(160.0) } else { 0.0 },
            least,
            natural: natural.max(least),
            x: 0.0,
            width: 0.0,
            bar: 0.0,
            cells,
        }
    }

    /// Whether it is a column of numbers.
    pub(super) fn is_number(&self) -> bool {
        !self.values.is_empty()
    }

    /// Whether there is a bar or a line beside its numbers, where there is room.
    fn is_drawn(&self) -> bool {
        self.is_number() && matches!(self.face.display, Display::Bar | Display::Line)
    }

    /// How much wider than it is the column must be for a bar of a width, beside its number.
    fn more_for(&self, bar: f64) -> f64 {
        (self.digits + BAR_GAP + bar - self.width.max(self.least)).max(0.0)
    }
}

/// The width of the widest stretch of text that no line may break, in CSS pixels; Chinese and the like break anywhere.
pub(super) fn longest_word(sketch: &Sketch, text: &str, style: TextStyle) -> f64 {
    let words = text.split(|c: char| c.is_whitespace() || c == '-' || c > '\u{2e80}').take(12);
    words.map(|word| sketch.measure(word.get(..40).unwrap_or(word), style)).fold(0.0, f64::max)
}

/// Between two columns, and between a number and its bar, in CSS pixels.
const GAP: f64 = 14.0;
pub(super) const BAR_GAP: f64 = 8.0;

/// Between a number and the edge of its shade, in CSS pixels.
pub(super) const SHADE_AIR: f64 = 6.0;

/// The widths that bars may have, in CSS pixels.
const BARS: [f64; 7] = [120.0, 96.0, 76.0, 60.0, 44.0, 32.0, SHORTEST];
const SHORTEST: f64 = 24.0;

/// How the columns of a table stand.
pub(super) struct Layout {
    /// Whether the first column stands above the others, over the whole width, because it has no room beside them.
    pub(super) stacked: bool,
    /// How many of the (other) columns stand side by side; the rest go below each row.
    pub(super) count: usize,
}

/// Shares a width out among the columns.
pub(super) fn share_out(columns: &mut [TableColumn], width: f64) -> Layout {
    // Beside, as long as there is room for the least, with the shortest bars; without bars only where even stacked
    // there would be none.
    let beside = |columns: &[TableColumn], bar: f64| needed(columns) + more_for(columns, bar) <= width;
    let others = columns.get(1..).unwrap_or_default();
    let bars = others.iter().any(TableColumn::is_drawn) && beside(others, SHORTEST);
    if columns.len() < 2 || beside(columns, if bars { SHORTEST } else { 0.0 }) {
        place(columns, width);
        return Layout { stacked: false, count: columns.len() };
    }
    let others = columns.get_mut(1..).unwrap_or_default();
    let mut count = others.len();
    while count > 1 && others.get(..count).is_some_and(|others| needed(others) > width) {
        count -= 1;
    }
    place(others.get_mut(..count).unwrap_or_default(), width);
    Layout { stacked: true, count }
}

/// The least width that columns can do with side by side.
fn needed(columns: &[TableColumn]) -> f64 {
    columns.iter().map(|column| column.least).sum::<f64>() + GAP * columns.len().saturating_sub(1) as f64
}

/// Gives every column the least it can do with; then numbers get a short bar, words grow until they stand on one
/// line, bars grow, and what is left goes to the columns of words.
fn place(columns: &mut [TableColumn], width: f64) {
    let mut spare = (width - needed(columns)).max(0.0);
    for column in columns.iter_mut() {
        column.width = column.least.min(width);
    }
    widen_bars(columns, &mut spare, 44.0);
    // Who wishes for little gets all of it: equal shares, again and again, of what is left.
    for _ in 0..6 {
        let wish = |column: &TableColumn| (column.natural - column.width).max(0.0);
        let wishing = columns.iter().filter(|column| wish(column) > 0.1).count() as f64;
        let share = spare / wishing.max(1.0);
        for column in columns.iter_mut() {
            let more = wish(column).min(share);
            column.width += more;
            spare -= more;
        }
    }
    widen_bars(columns, &mut spare, 120.0);
    let words = columns.iter().filter(|column| !column.is_number()).count() as f64;
    for column in columns.iter_mut().filter(|column| !column.is_number()) {
        column.width += spare.max(0.0) / words;
    }
    let numbers = columns.iter().filter(|column| column.bar > 0.0).count() as f64;
    for column in columns.iter_mut().filter(|column| words == 0.0 && column.bar > 0.0) {
        let more = within(spare / numbers, 0.0, 60.0);
        column.width += more;
        column.bar += more;
    }
    let mut x = 0.0;
    for column in columns {
        column.x = x;
        x += column.width + GAP;
    }
}

/// How much wider the columns of numbers must be for bars of a width; 0 for none.
fn more_for(columns: &[TableColumn], bar: f64) -> f64 {
    if bar == 0.0 {
        return 0.0;
    }
    columns.iter().filter(|column| column.is_drawn()).map(|column| column.more_for(bar)).sum()
}

/// Gives the numbers the widest bars, all of one width, that there is room for.
fn widen_bars(columns: &mut [TableColumn], spare: &mut f64, most: f64) {
    for bar in BARS.into_iter().filter(|bar| *bar <= most) {
        let more = more_for(columns, bar);
        if more > *spare {
            continue;
        }
        *spare -= more;
        for column in columns.iter_mut().filter(|column| column.is_drawn()) {
            column.width += column.more_for(bar);
            column.bar = column.bar.max(bar);
        }
        return;
    }
}
