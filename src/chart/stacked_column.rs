//! Upright columns of parts one above the other, over categories or periods.

use super::column::{self, WIDEST};
use super::column_label::Foot;
use super::frame::{Along, Frame};
use super::part::{SEAM, is_hollow};
use super::part_head::{self, Named};
use super::sketch::Sketch;
use super::slot::Slot;
use super::stack::{self, Part, Stack};
use super::{axis, extent, value};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::scale::{Band, Linear};
use crate::scene::{Anchor, Mark, Role, Shape};
use crate::spec::{Checked, Row, Sort};
use crate::text::{TextStyle, spread};

/// Above this many columns values are read from an axis.
const LABELLED: usize = 14;
/// From this width, in CSS pixels, the names of the parts stand beside the last column.
const WIDE: f64 = 440.0;
/// From the last column to the names, in CSS pixels.
const ASIDE: f64 = 8.0;

/// Draws the stacks from left to right.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let (slots, stacks) = stacks(sketch);
    let high = stacks.iter().map(|stack| stack.total).fold(0.0, f64::max);
    let hundred = value::is_percent(checked) && stack::alike(&stacks);
    let height = axis::height(sketch);
    let room = side(sketch, &stacks);
    let band = |left: f64| Band { count: slots.len(), range: (left, sketch.width - room), fill: 2.0 / 3.0 };

    // Sums above the columns, or where all are wholes the values on their parts: then there is no need of an axis.
    let texts =
        if slots.len() > LABELLED || hundred { Vec::new() } else { each(&stacks, &mut |one| total(sketch, one)) };
    let sums = column::label_style(sketch, &texts, band(0.0).step());
    let line = sketch.env.theme.label.ascent() + sketch.env.theme.label.descent() + 5.0;
    let bare = Linear {
        domain: (0.0, if hundred { high } else { high.max(checked.domain.1.unwrap_or(0.0)) }),
        range: (height, 0.0),
    };
    let fitting = slots.len() <= LABELLED && mostly_labelled(sketch, &stacks, &bare, column_width(&band(0.0)));
    let sums = sums.filter(|_| fitting);
    let labelled = fitting && (hundred || sums.is_some());
    let extent = extent::extent(checked, 0.0, high, true, axis::about(height));
    let tips = each(&stacks, &mut |stack| (0.0, stack.total));
    let rows = (!labelled).then(|| axis::Rows::lay_out(sketch, &extent).tuck(sketch, &tips, sketch.width - room));
    let left = rows.as_ref().map_or(0.0, |axis| axis.left);
    let band = band(left);
    let foot = Foot::lay_out(sketch, &slots, &band);
    let bottom = height - foot.height;
    let head = rows.as_ref().map_or(0.0, |axis| axis.head).max(if sums.is_some() { line } else { 0.0 });
    let mut domain = if labelled { bare.domain } else { extent.domain };
    if domain.1 <= domain.0 {
        domain.1 = domain.0 + 1.0;
    }
    let y = Linear { domain, range: (bottom.max(head + 20.0), head) };
    if let Some(axis) = &rows {
        axis.draw(sketch, &y.into(), sketch.width - room);
    }
    let mut unit = labelled;
    for (at, stack) in stacks.iter().enumerate() {
        let width = column_width(&band);
        let area = Rect::new(band.center(at) - width / 2.0, head, width, y.range.0 - head);
        column(sketch, stack, area, &y, fitting.then_some(&mut unit));
        if let Some(words) = stack::no_data(sketch, stack) {
            let style = sketch.env.theme.small;
            let place = Point::new(band.center(at), y.at(0.0) - 3.0 - style.descent());
            let datum = sketch.data.last().map(|datum| datum.id);
            if sketch.measure(&words, style) <= band.step() {
                sketch.text(Role::Label, datum, &words, place, Anchor::Middle, (style, sketch.env.theme.muted));
            }
        }
        let (Some(words), Some(style)) = (texts.get(at), sums) else { continue };
        if stack.total > 0.0 && stack.known {
            stack::say_total(sketch, stack);
            let half = sketch.measure(words, style) / 2.0;
            let x = band.center(at).min(sketch.width - half).max(half);
            let at = Point::new(x, y.at(stack.total) - 3.0 - style.descent());
            let datum = sketch.data.last().map(|datum| datum.id);
            sketch.text(Role::Label, datum, words, at, Anchor::Middle, (style, sketch.env.theme.ink));
            if let Some(Mark { shape: Shape::Text(run), .. }) = sketch.marks.last_mut() {
                run.halo = Some(sketch.env.theme.background);
            }
        }
    }
    let zero = y.at(0.0);
    sketch.rule(Role::Grid, Point::new(left, zero), Point::new(sketch.width - room, zero), 1.0, sketch.env.theme.zero);
    foot.draw(sketch, &band, bottom);
    sketch.height = height;
    let plot = Rect::between(Point::new(left, head), Point::new(sketch.width - room, y.range.0));
    let periods = slots.iter().filter_map(|slot| slot.period).collect();
    sketch.frame = Some(Frame { plot, upright: true, value: y.into(), along: Along::Slots(periods, band) });
    let named = named(sketch);
    if room > 0.0 {
        names(sketch, &named, stacks.last(), &y, sketch.width - room);
    } else if checked.series.len() > 1 {
        part_head::fill_key(sketch, &named);
    }
    if slots.iter().all(|slot| slot.period.is_none()) {
        sketch.mirror();
    }
    stack::explain_missing(sketch, &stacks);
    column::explain_hollow(sketch);
}

/// The places along the width and the stack at each; categories in the wanted order, periods in that of time.
fn stacks<'a>(sketch: &mut Sketch<'a>) -> (Vec<Slot<'a>>, Vec<Stack<'a>>) {
    let checked: &'a Checked = sketch.checked;
    let mut slots = column::slots(sketch);
    let rows = |slot: &Slot<'a>| -> Vec<&'a Row> { slot.cells.iter().copied().flatten().collect() };
    if checked.sort == Sort::Data || slots.iter().any(|slot| slot.period.is_some()) {
        let stacks = each(&slots, &mut |slot| stack::stack(checked, slot.name, &rows(slot)));
        return (slots, stacks);
    }
    let categories = each(&slots, &mut |slot| super::category::Category { name: slot.name, rows: rows(slot) });
    let stacks = stack::stacks(checked, &categories, &|series| series == 0);
    slots = each(&stacks, &mut |stack| Slot { name: stack.name, period: None, cells: Vec::new() });
    (slots, stacks)
}

/// How wide a column is, in CSS pixels.
fn column_width(band: &Band) -> f64 {
    band.width().min(WIDEST)
}

/// A stack's sum in words.
fn total(sketch: &Sketch, stack: &Stack) -> String {
    let sum = Row { value: Some(stack.total), ..Row::default() };
    value::label(sketch.checked, sketch.env.locale, &sum, false)
}

/// Whether a value fits on its part, `width` by `height` CSS pixels.
fn fits(sketch: &Sketch, words: &str, style: TextStyle, width: f64, height: f64) -> bool {
    height >= style.ascent() + 4.0 && sketch.measure(words, style) <= width - 2.0
}

/// Whether more than half of all parts have room for their values.
fn mostly_labelled(sketch: &Sketch, stacks: &[Stack], y: &Linear, width: f64) -> bool {
    let (mut fit, mut all) = (0, 0);
    for part in stacks.iter().flat_map(|stack| &stack.parts).filter(|part| part.to > part.from) {
        let words = value::label(sketch.checked, sketch.env.locale, part.row, false);
        let height = (y.at(part.to) - y.at(part.from)).abs();
        fit += usize::from(fits(sketch, &words, sketch.env.theme.small, width, height));
        all += 1;
    }
    fit * 2 > all
}

/// One stack in its area; `unit` is whether the unit is still to be said, none where nothing is.
fn column(sketch: &mut Sketch, stack: &Stack, area: Rect, y: &Linear, mut unit: Option<&mut bool>) {
    let checked = sketch.checked;
    let last = stack.parts.iter().rposition(|part| part.to > part.from);
    for (at, part) in stack.parts.iter().enumerate() {
        let full = Rect::between(Point::new(area.x, y.at(part.from)), Point::new(area.right(), y.at(part.to)));
        let color = sketch.color(part.row.series, stack.name);
        let datum = sketch.datum(part.row, full.center(), full);
        let seam = if Some(at) != last && full.height > 2.0 * SEAM { SEAM } else { 0.0 };
        let rect = Rect::new(full.x, full.y + seam, full.width, full.height - seam);
        let row = Row { qualifier: column::qualifier(checked, part.row), ..part.row.clone() };
        sketch.part(datum, rect, color, &row);
        if let Some(unit) = unit.as_deref_mut() {
            let fill = (!is_hollow(&row)).then_some(color);
            value_on(sketch, part, rect, unit, &mut |sketch, words, style| {
                sketch.on_part(datum, rect, words, style, fill);
            });
        }
    }
}

/// Writes the value of a part, where there is room; the first that has room for it says the unit.
fn value_on(
    sketch: &mut Sketch,
    part: &Part,
    rect: Rect,
    unit: &mut bool,
    write: &mut dyn FnMut(&mut Sketch, &str, TextStyle),
) {
    if part.to <= part.from {
        return;
    }
    let theme = sketch.env.theme;
    for (with_unit, style) in [(true, theme.label), (true, theme.small), (false, theme.label), (false, theme.small)] {
        let words = value::label(sketch.checked, sketch.env.locale, part.row, with_unit);
        if (*unit || !with_unit) && fits(sketch, &words, style, rect.width, rect.height) {
            write(sketch, &words, style);
            *unit &= !with_unit;
            return;
        }
    }
}

/// What each series is called, and its colours.
fn named<'a>(sketch: &Sketch<'a>) -> Vec<Named<'a>> {
    let checked: &'a Checked = sketch.checked;
    let mut named = Vec::new();
    for (series, name) in checked.series.iter().enumerate() {
        let (color, ink) = (sketch.color(series, name), sketch.text_color(series, name));
        named.push(Named { name, color, ink, ends: (0.0, 0.0) });
    }
    // A key is read from above, as the stack is.
    named.reverse();
    named
}

/// The room right of the columns for the names of their parts, in CSS pixels; 0 where they go to the key: on narrow
/// plots, where the last column lacks a part, or where a name is long.
fn side(sketch: &Sketch, stacks: &[Stack]) -> f64 {
    let names = &sketch.checked.series;
    let held = |series: usize| {
        let parts = || stacks.last().into_iter().flat_map(|stack| &stack.parts);
        parts().any(|part| part.row.series == series && part.to > part.from)
    };
    if sketch.width < WIDE || names.len() < 2 || names.len() > 7 || !(0..names.len()).all(held) {
        return 0.0;
    }
    let style = TextStyle { weight: 600, ..sketch.env.theme.label };
    let widest = names.iter().map(|name| sketch.measure(name, style)).fold(0.0, f64::max);
    if widest > sketch.width * 0.26 { 0.0 } else { widest + ASIDE + 2.0 }
}

/// The names beside the parts of the last stack, moved apart where they would collide.
fn names(sketch: &mut Sketch, named: &[Named], last: Option<&Stack>, y: &Linear, right: f64) {
    let Some(last) = last else { return };
    let style = TextStyle { weight: 600, ..sketch.env.theme.label };
    let count = named.len();
    let middle = |at: usize| {
        let part = last.parts.iter().find(|part| part.row.series + 1 + at == count);
        part.map_or(0.0, |part| y.at(part.from / 2.0 + part.to / 2.0))
    };
    let wanted: Vec<f64> = (0..count).map(middle).collect();
    let places = spread(&wanted, &vec![style.line_height(); count], 0.0, sketch.height);
    for (named, place) in named.iter().zip(places) {
        let at = Point::new(right + ASIDE, place + style.cap_height() / 2.0);
        sketch.text(Role::Label, None, named.name, at, Anchor::Left, (style, named.ink));
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::locale::Period;
    use crate::spec::Kind;

    const SOURCES: [&str; 3] = ["Fossil fuels", "Nuclear energy", "Renewables"];

    fn years(count: i32, value: &dyn Fn(i32, usize) -> Option<f64>) -> Checked {
        let row = |year: i32, series: usize| Row {
            line: (year * 3) as u32 + series as u32,
            period: Some(Period::Year(2000 + year)),
            series,
            value: value(year, series),
            ..Row::default()
        };
        let rows =
            (0..count).flat_map(|year| (0..3).map(move |series| (year, series))).map(|(y, s)| row(y, s)).collect();
        Checked { series: SOURCES.map(String::from).to_vec(), whole: true, ..checked(Kind::StackedColumn, rows) }
    }

    #[test]
    fn words_never_collide() {
        for count in [1, 2, 5, 9, 14, 15, 40] {
            for most in [1.0, 1234.5] {
                holds_at_every_width(&years(count, &|y, s| Some(f64::from(y * 7 % 5 + 1) * most * (s + 1) as f64)));
            }
            let shares = years(count, &|_, s| Some([61.0, 38.5, 0.5][s]));
            holds_at_every_width(&Checked { unit: "%".into(), decimals: 1, ..shares });
        }
        let rows = |(at, name): (usize, &String)| {
            let name = name.clone();
            (0..3).map(move |series| Row {
                category: name.clone(),
                series,
                value: (at != series).then_some(20.0),
                ..Row::default()
            })
        };
        let rows: Vec<Row> = hard_words().iter().enumerate().flat_map(rows).collect();
        holds_at_every_width(&Checked { rows, ..years(0, &|_, _| None) });
    }

    #[test]
    fn wholes_say_their_values_and_sums_stand_above_the_others() {
        let shares = years(2, &|y, s| Some([50.0, 30.0 + f64::from(y), 20.0 - f64::from(y)][s]));
        let scene = stage(&Checked { unit: "%".into(), ..shares }, 640.0).value;
        let said = texts(&scene);
        assert!(["50%", "30", "20", "31", "19", "Renewables"].iter().all(|word| said.contains(word)), "{said:?}");
        let sums = stage(&years(2, &|y, s| Some(f64::from(y + 1) * 100.0 * (s + 1) as f64)), 640.0).value;
        assert!(["600", "1,200"].iter().all(|sum| texts(&sums).contains(sum)), "{:?}", texts(&sums));
    }

    #[test]
    fn a_column_that_lacks_a_part_has_no_sum_and_no_shares() {
        let gap = |y: i32, s: usize| (y != 1 || s != 2).then_some(100.0);
        let scene = stage(&years(3, &gap), 640.0).value;
        assert_eq!(texts(&scene).iter().filter(|text| **text == "300").count(), 2);
        assert!(!texts(&scene).contains(&"200"), "{:?}", texts(&scene));
        assert!(scene.caption.notes.contains(&"MissingCount 1".to_string()), "{:?}", scene.caption.notes);
        let scene = stage(&Checked { percent: true, ..years(3, &gap) }, 640.0).value;
        assert!(texts(&scene).contains(&"NoData") && !texts(&scene).contains(&"50"), "{:?}", texts(&scene));
    }

    #[test]
    fn the_last_period_is_hollow_where_it_is_not_over() {
        let open = Checked { incomplete: true, ..years(3, &|_, s| Some(10.0 * (s + 1) as f64)) };
        let scene = stage(&open, 640.0).value;
        let hollow = |mark: &&Mark| matches!(mark.shape, Shape::Rect { stroke: Some(_), .. });
        assert_eq!(scene.marks.iter().filter(hollow).count(), 3);
    }
}
