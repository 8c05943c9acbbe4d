//! Upright columns over categories or periods, grouped where there are series; always from zero.

use super::bar_mark::{Direction, OPEN_END, bar_mark};
use super::column_label::Foot;
use super::frame::{Along, Frame};
use super::sketch::Sketch;
use super::slot::{Slot, tips};
use super::{axis, bound, category, extent, goal, tentative, value};
use crate::geom::{Point, Rect};
use crate::locale::{Message, Period, PeriodStyle};
use crate::order::order;
use crate::problem::{Place, Problem};
use crate::scale::{Band, Linear, Scale, place};
use crate::scene::{Anchor, KeyEntry, Role, Swatch};
use crate::spec::{Checked, Qualifier, Row, Target};
use crate::text::TextStyle;

/// Above this many columns values are read from an axis.
const LABELLED: usize = 14;
/// No column is wider, in CSS pixels.
pub(super) const WIDEST: f64 = 88.0;

/// Draws columns, with values above them or an axis beside them.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let slots = slots(sketch);
    let rows = || slots.iter().flat_map(|slot| slot.cells.iter().flatten().copied());
    let values = || rows().filter_map(|row| row.value);
    if values().next().is_none() {
        sketch.problems.push(Problem::error(
            "no-values",
            Place::data(0, &checked.value_name),
            "there is no value to draw".into(),
            "give at least one row a number".into(),
        ));
        return;
    }
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let cells = slots.iter().map(|slot| slot.cells.len()).max().unwrap_or(1).max(1);
    let height = axis::height(sketch);

    // With a value on every column there is no need of an axis.
    let whole = Band { count: slots.len(), range: (0.0, sketch.width), fill: if cells > 1 { 0.8 } else { 2.0 / 3.0 } };
    let texts: Vec<String> = if rows().count() <= LABELLED {
        rows().enumerate().map(|(i, row)| value::label(checked, sketch.env.locale, row, i == 0)).collect()
    } else {
        Vec::new()
    };
    let style = label_style(sketch, &texts, if cells > 1 { whole.width() / cells as f64 } else { whole.step() });
    let labelled = style.is_some();
    let extent = extent::extent(checked, low, high, true, axis::about(height));
    let value_axis =
        (!labelled).then(|| axis::Rows::lay_out(sketch, &extent).tuck(sketch, &tips(&slots), sketch.width));
    let left = value_axis.as_ref().map_or(0.0, |axis| axis.left);
    let band = Band { range: (left, sketch.width), ..whole };
    let foot = Foot::lay_out(sketch, &slots, &band);

    let bottom = height - foot.height;
    let open = if rows().any(|row| row.qualifier == Some(Qualifier::Over)) { OPEN_END } else { 0.0 };
    let line = sketch.env.theme.label.ascent() + sketch.env.theme.label.descent() + 5.0;
    let (mut head, mut base) = (value_axis.as_ref().map_or(open, |axis| axis.head.max(open)), bottom);
    let mut domain = extent.domain;
    if labelled {
        head = line + open + if checked.target.is_some() { line } else { 0.0 };
        base = bottom - if low < 0.0 { line + open } else { 0.0 };
        let target = checked.target.as_ref().map_or(0.0, |target| target.upper.unwrap_or(target.value));
        domain = (low.min(target), high.max(target).max(checked.domain.1.unwrap_or(0.0)));
        domain = checked.hold.widen(domain);
        if domain.0 == domain.1 {
            domain.1 = 1.0;
        }
    }
    let range = (base.max(head + 20.0), head);
    let y = Scale::from(Linear { domain, range });
    let plot = Rect::between(Point::new(left, head), Point::new(sketch.width, range.0));

    // The target's line lies behind the columns: those that pass it cover it.
    let across = checked.target.as_ref().filter(|target| due(target, &slots).is_none());
    if let Some(target) = across {
        goal::draw_band(sketch, target, &y, plot);
    }
    if let Some(axis) = &value_axis {
        axis.draw(sketch, &y, sketch.width);
    }
    if let Some(target) = across {
        goal::draw_line(sketch, target, &y, plot);
    }
    let mut texts = texts.iter();
    for (at, slot) in slots.iter().enumerate() {
        let width = (band.width() / cells as f64).min(WIDEST);
        let start = band.center(at) - width * cells as f64 / 2.0;
        for (cell, row) in slot.cells.iter().enumerate() {
            let Some(row) = row else { continue };
            let label = texts.next().zip(style);
            let inset = if cells > 1 && width > 6.0 { 1.0 } else { 0.0 };
            let area = Rect::new(start + width * cell as f64, plot.y, width - inset, plot.height);
            column(sketch, row, area, &y, label.filter(|_| labelled));
        }
    }
    let zero = y.at(0.0);
    sketch.rule(Role::Grid, Point::new(left, zero), Point::new(sketch.width, zero), 1.0, sketch.env.theme.zero);
    foot.draw(sketch, &band, bottom);
    sketch.height = height;
    let periods = slots.iter().filter_map(|slot| slot.period).collect();
    sketch.frame = Some(Frame { plot, upright: true, value: y, along: Along::Slots(periods, band) });
    draw_target(sketch, &slots, &band, &y, plot);
    // Time runs from left to right in every language; categories run as the language does.
    if slots.iter().all(|slot| slot.period.is_none()) {
        sketch.mirror();
    }
    explain(sketch);
    if !labelled {
        bound::explain(sketch);
    }
}

/// The columns in order: every period from the first to the last, also those without a row; or the categories.
pub(super) fn slots<'a>(sketch: &mut Sketch<'a>) -> Vec<Slot<'a>> {
    let checked: &'a Checked = sketch.checked;
    if !checked.rows.iter().any(|row| row.period.is_some()) {
        let mut categories = category::gather(checked);
        category::cap(sketch, &mut categories);
        let mut slots = Vec::new();
        for category in categories {
            let mut slot = Slot { name: category.name, period: None, cells: Vec::new() };
            category.rows.iter().for_each(|row| slot.take(row));
            slots.push(slot);
        }
        return slots;
    }
    let mut found: Vec<Period> = checked.rows.iter().filter_map(|row| row.period).collect();
    found.extend(checked.target.as_ref().and_then(|target| target.period));
    found.extend(&checked.hold.periods);
    found = order(found.len(), &|a, b| found.get(a).cmp(&found.get(b)))
        .into_iter()
        .filter_map(|place| found.get(place).copied())
        .collect();
    found.dedup();
    let step = step(&found);
    let mut slots: Vec<Slot> = Vec::new();
    for period in found {
        // A year without a row keeps its place, where the others follow one another evenly.
        while let (Some(step), Some(before)) = (step, slots.last().and_then(|slot| slot.period)) {
            let next = (0..step).fold(before, |period, _| period.next());
            if next >= period {
                break;
            }
            slots.push(Slot { name: "", period: Some(next), cells: Vec::new() });
        }
        slots.push(Slot { name: "", period: Some(period), cells: Vec::new() });
    }
    for row in &checked.rows {
        let Some(period) = row.period else { continue };
        let at = slots.binary_search_by(|slot| slot.period.cmp(&Some(period)));
        if let Some(slot) = at.ok().and_then(|at| slots.get_mut(at)) {
            slot.take(row);
        }
    }
    slots
}

/// The step in which periods (sorted) follow one another, where few are missing: 1 for every year, 5 for every fifth.
/// `None` where they are of several precisions or too far apart: then they simply stand side by side.
fn step(periods: &[Period]) -> Option<i64> {
    let (first, last) = (periods.first()?, periods.last()?);
    if periods.iter().any(|period| period.precision() != first.precision()) {
        return None;
    }
    let steps = || periods.iter().zip(periods.iter().skip(1)).map(|(a, b)| place(b) - place(a));
    let step = steps().min()?;
    let few = (place(last) - place(first)) / step <= periods.len() as i64 * 2;
    (few && steps().all(|each| each % step == 0)).then_some(step)
}

/// The largest style in which every value fits above its column, `room` CSS pixels wide.
pub(super) fn label_style(sketch: &Sketch, texts: &[String], room: f64) -> Option<TextStyle> {
    let theme = sketch.env.theme;
    let fits = |style: &TextStyle| texts.iter().all(|text| sketch.measure(text, *style) <= room - 3.0);
    [theme.label, theme.small].into_iter().find(|style| !texts.is_empty() && fits(style))
}

/// One column in its area, with its value.
fn column(sketch: &mut Sketch, row: &Row, area: Rect, y: &Scale, label: Option<(&String, TextStyle)>) {
    let theme = sketch.env.theme;
    let (zero, tip) = (y.at(0.0), y.at(row.value.unwrap_or(0.0)));
    let middle = area.x + area.width / 2.0;
    let datum = sketch.datum(row, Point::new(middle, tip), area);
    let upward = tip <= zero;
    let mut end = if row.value.is_some() { tip } else { zero };
    if row.value.is_some() {
        let rect = Rect::between(Point::new(area.x, zero), Point::new(area.right(), tip));
        let direction = if upward { Direction::Up } else { Direction::Down };
        let color = sketch.color(row.series, name(sketch.checked, row));
        let cover = bar_mark(sketch, datum, rect, color, direction, qualifier(sketch.checked, row));
        end = if upward { cover.y } else { cover.bottom() };
    }
    let Some((text, style)) = label else { return };
    let color = if row.value.is_some() { theme.ink } else { theme.muted };
    let half = sketch.measure(text, style) / 2.0;
    let x = middle.min(sketch.width - half).max(half);
    let baseline = if upward { end - 3.0 - style.descent() } else { end + 2.0 + style.ascent() };
    sketch.text(Role::Label, Some(datum), text, Point::new(x, baseline), Anchor::Middle, (style, color));
    // The line of a target may run behind the value.
    sketch.halo();
}

/// What may be highlighted: the category, or the period in the author's own spelling.
pub(super) fn name<'a>(checked: &'a Checked, row: &'a Row) -> &'a str {
    if row.period.is_none() || !row.category.is_empty() {
        return &row.category;
    }
    let mut wanted = checked.highlight.0.iter();
    wanted.find(|name| Period::parse(name) == row.period).map_or("", String::as_str)
}

/// What is said of a value; those of an incomplete last period are not final.
pub(super) fn qualifier(checked: &Checked, row: &Row) -> Option<Qualifier> {
    let open = checked.incomplete && row.period.is_some() && row.period == last(checked);
    if open { Some(Qualifier::Provisional) } else { row.qualifier }
}

/// The last period.
fn last(checked: &Checked) -> Option<Period> {
    checked.rows.iter().filter(|row| row.value.is_some()).filter_map(|row| row.period).max()
}

/// Which slot a target is for, where it is for one.
fn due(target: &Target, slots: &[Slot]) -> Option<usize> {
    target.period.and_then(|period| slots.iter().position(|slot| slot.period == Some(period)))
}

/// The target: the name of its line across all columns, or a mark in the band of its period.
fn draw_target(sketch: &mut Sketch, slots: &[Slot], band: &Band, y: &Scale, plot: Rect) {
    let Some(target) = sketch.checked.target.as_ref() else { return };
    let Some(at) = due(target, slots) else {
        goal::name_line(sketch, target, y, plot);
        return;
    };
    let (half, theme) = (band.width().min(WIDEST) / 2.0 + 2.0, sketch.env.theme);
    for value in [Some(target.value), target.upper].into_iter().flatten() {
        let (x, edge) = (band.center(at), y.at(value));
        sketch.rule(Role::Note, Point::new(x - half, edge), Point::new(x + half, edge), 2.0, theme.ink);
    }
    let edge = y.at(target.upper.unwrap_or(target.value));
    let till = Rect::between(Point::new(plot.x, plot.y), Point::new(band.center(at) + half, plot.bottom()));
    let above = edge - 4.0 - theme.small.descent();
    goal::name(sketch, target, &[above, above - theme.small.line_height(), edge + 3.0 + theme.small.ascent()], till);
}

/// The key of grouped columns, and the notes.
fn explain(sketch: &mut Sketch) {
    let checked = sketch.checked;
    if checked.series.len() > 1 && !checked.highlight.is_set() {
        for (series, name) in checked.series.iter().enumerate() {
            let color = sketch.color(series, name);
            sketch.key.push(KeyEntry { label: name.clone(), color, swatch: Swatch::Square });
        }
    }
    explain_hollow(sketch);
}

/// Notes what hollow columns mean, and which period is not over.
pub(super) fn explain_hollow(sketch: &mut Sketch) {
    let checked = sketch.checked;
    tentative::explain(sketch);
    if let (true, Some(period)) = (checked.incomplete, last(checked)) {
        let words = sketch.env.locale.period(&period, PeriodStyle::Long);
        sketch.notes.push(sketch.env.locale.say(Message::Incomplete, &[&words]));
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::spec::Kind;

    fn category(name: &str, series: usize, value: f64) -> Row {
        Row { category: name.into(), series, value: Some(value), ..Row::default() }
    }

    fn years(from: i32, step: usize, values: &[f64]) -> Vec<Row> {
        let year = |i: usize| Some(Period::Year(from + (i * step) as i32));
        values.iter().enumerate().map(|(i, v)| Row { period: year(i), value: Some(*v), ..Row::default() }).collect()
    }

    #[test]
    fn words_never_collide() {
        for count in [1, 2, 4, 7, 14, 15, 40, 300] {
            let rows: Vec<Row> =
                (0..count).map(|i| category(&["Place ", &i.to_string()].concat(), 0, f64::from(i) * 1234.5)).collect();
            holds_at_every_width(&checked(Kind::Column, rows));
            let values: Vec<f64> = (0..count).map(|i| f64::from(i % 7) * 11.0 - 20.0).collect();
            holds_at_every_width(&Checked {
                decimals: 1,
                unit: "%".into(),
                ..checked(Kind::Column, years(1990, 1, &values))
            });
        }
        let rows = hard_words().iter().map(|name| category(name, 0, 3.0)).collect();
        holds_at_every_width(&checked(Kind::Column, rows));
    }

    #[test]
    fn groups_bounds_gaps_and_targets_keep_apart() {
        for qualifier in Qualifier::ALL.map(|(_, qualifier)| Some(qualifier)) {
            for upper in [None, Some(60.0)] {
                let mut rows = years(2015, 1, &[40.0, 41.5, 39.0, 50.9]);
                rows.extend(years(2015, 1, &[-4.0, 0.0, 37.0, 37.9]).into_iter().map(|row| Row { series: 1, ..row }));
                rows[3].qualifier = qualifier;
                rows[4].qualifier = qualifier;
                rows[1].value = None;
                for period in [None, Some(Period::Year(2018)), Some(Period::Year(2022))] {
                    let target = Some(Target { value: 55.0, upper, period, label: String::new() });
                    let series = vec!["Advanced manufacturing".into(), "High-tech".into()];
                    let spec = Checked { series, target, incomplete: true, ..checked(Kind::Column, rows.clone()) };
                    holds_at_every_width(&spec);
                }
            }
        }
    }

    #[test]
    fn columns_stand_on_zero_and_their_heights_are_in_proportion() {
        let scene = stage(&checked(Kind::Column, years(2000, 1, &[10.0, 20.0, -5.0])), 400.0).value;
        let tops: Vec<f64> = scene.data.iter().map(|datum| datum.anchor.y).collect();
        let zero = tops[0] + (tops[0] - tops[1]);
        assert!((tops[2] - zero - (tops[0] - tops[1]) / 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_missing_year_keeps_its_place_and_far_years_stand_side_by_side() {
        let place = |rows: Vec<Row>| -> Vec<f64> {
            let scene = stage(&checked(Kind::Column, rows), 600.0).value;
            scene.data.iter().map(|datum| datum.anchor.x).collect()
        };
        let mut rows = years(2000, 1, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        rows.remove(2);
        let x = place(rows);
        assert!((x[2] - x[1] - 2.0 * (x[1] - x[0])).abs() < 1e-9);
        let x = place(years(2000, 5, &[1.0, 2.0, 3.0]));
        assert!((x[2] - x[1] - (x[1] - x[0])).abs() < 1e-9 && x[1] - x[0] > 150.0);
    }

    #[test]
    fn names_that_do_not_fit_are_a_problem_with_a_remedy() {
        let names: Vec<String> = (0..20).map(|i| ["Biotechnology of district ", &i.to_string()].concat()).collect();
        let found = stage(&checked(Kind::Column, names.iter().map(|name| category(name, 0, 1.0)).collect()), 320.0);
        assert_eq!(found.problems[0].kind, "labels-cut");
        assert!(found.problems[0].hint.contains("bar"));
        let empty = stage(&checked(Kind::Column, vec![Row { value: None, ..category("a", 0, 0.0) }]), 320.0);
        assert_eq!(empty.problems[0].kind, "no-values");
    }

    #[test]
    fn few_columns_carry_their_values_and_many_have_an_axis() {
        let few = stage(&checked(Kind::Column, years(2000, 1, &[11.0, 23.0])), 400.0).value;
        assert!(texts(&few).contains(&"11") && texts(&few).contains(&"23"));
        let values: Vec<f64> = (0..40).map(|i| f64::from(i) + 0.5).collect();
        let many = stage(&checked(Kind::Column, years(2000, 1, &values)), 400.0).value;
        assert!(texts(&many).contains(&"20") && texts(&many).contains(&"0"));
    }
}
