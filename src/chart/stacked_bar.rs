//! Horizontal bars of parts end to end: wholes side by side, each part with its value.

use super::frame::Frame;
use super::part::{INSET, SEAM, is_hollow};
use super::part_head::{self, Named};
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::stack::{self, Stack};
use super::{category, tentative, top_axis, value};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::mention::mentions;
use crate::scale::{Linear, nice};
use crate::scene::{Anchor, DatumId, Role};
use crate::spec::{Checked, Row};

/// Above this many bars values are read from an axis.
const LABELLED: usize = 14;

/// Where everything goes along the width.
struct Plan {
    scale: Linear,
    /// Whether the values stand on their parts.
    labelled: bool,
    /// Whether sums stand at the ends.
    totals: bool,
}

/// Draws the stacks from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let stacks = stack::stacks(checked, &categories, &|series| series == 0);
    let labelled = stacks.len() <= LABELLED;
    let names = each(&stacks, &mut |stack| stack.name);
    let labels = RowLabels::lay_out(sketch, &names, !labelled);
    let (thick, gap) = if labelled { (26.0, if labels.above { 10.0 } else { 11.0 }) } else { (14.0, 7.0) };
    let mut tops = vec![0.0];
    let mut end = 0.0;
    for row in 0..stacks.len() {
        let height = labels.height(sketch, row);
        end += gap + if labels.above { height + 2.0 + thick } else { height.max(thick) };
        tops.push(end);
    }

    let mut plan = plan(sketch, &stacks, labels.gutter, labelled);
    let axis = !labelled || !plan.totals && !mostly_labelled(sketch, &stacks, &plan.scale);
    // Wholes of 100, give or take what rounding left, fill the width.
    if axis && !(value::is_percent(checked) && stack::alike(&stacks)) {
        plan.scale.domain = nice(0.0, plan.scale.domain.1, top_axis::about(sketch.width));
    }
    let named = named(sketch, &stacks, &plan.scale);
    let places = if axis { None } else { part_head::lay_out(sketch, &named, labels.gutter, sketch.width) };
    let mut head = if places.is_some() { part_head::height(sketch) } else { 0.0 };
    // Names stand over the first bar, below the category's own.
    let first = if labels.above && places.is_some() { labels.head(sketch, 0) + 2.0 } else { 0.0 };
    if let Some(places) = &places {
        let baseline = first + sketch.env.theme.label.ascent();
        part_head::draw(sketch, &named, places, baseline);
    } else if checked.series.len() > 1 {
        part_head::fill_key(sketch, &named);
    }
    if axis {
        head = top_axis::draw(sketch, &plan.scale, (end - gap).max(0.0));
    }
    let mut unit = true;
    for (row, (stack, &top)) in stacks.iter().zip(&tops).enumerate() {
        let top = top + if row == 0 && first > 0.0 { 0.0 } else { head };
        let room = tops.get(row + 1).map_or(thick, |next| next - gap - tops.get(row).copied().unwrap_or(0.0));
        let mut y = if labels.above { top + labels.head(sketch, row) + 2.0 } else { top + (room - thick) / 2.0 };
        if row == 0 && first > 0.0 {
            y += head;
        }
        bar(sketch, stack, &plan, Rect::new(0.0, y, 0.0, thick), &mut unit);
        let datum = sketch.data.last().map(|datum| datum.id);
        labels.draw(sketch, row, datum, top, top + room / 2.0);
    }
    let zero = plan.scale.at(0.0);
    if !labels.above {
        let bottom = (end + head - gap).max(head);
        sketch.rule(Role::Grid, Point::new(zero, head), Point::new(zero, bottom), 1.0, sketch.env.theme.zero);
    }
    sketch.height = (end + head - gap).max(0.0);
    let plot = Rect::new(0.0, head, sketch.width, sketch.height - head);
    sketch.frame = Some(Frame::flat(plot, plan.scale));
    stack::explain_missing(sketch, &stacks);
    tentative::explain(sketch);
}

/// The scale from zero, with room for the sums at the ends, which are said unless all stacks are wholes of 100.
fn plan(sketch: &Sketch, stacks: &[Stack], gutter: f64, labelled: bool) -> Plan {
    let checked = sketch.checked;
    let hundred = value::is_percent(checked) && stack::alike(stacks);
    let mut high = stacks.iter().map(|stack| stack.total).fold(0.0, f64::max);
    if !hundred {
        high = high.max(checked.domain.1.unwrap_or(0.0));
    }
    let totals = labelled && !hundred && checked.series.len() > 1;
    let style = sketch.env.theme.label;
    let widest = stacks.iter().map(|stack| sketch.measure(&total(sketch, stack), style) + 8.0).fold(0.0, f64::max);
    let right = sketch.width - if totals { widest } else { 0.0 };
    let (from, to) = (gutter, right.max(gutter + 20.0));
    let range = if sketch.env.locale.rtl() { (sketch.width - from, sketch.width - to) } else { (from, to) };
    Plan { scale: Linear { domain: (0.0, if high > 0.0 { high } else { 1.0 }), range }, labelled, totals }
}

/// A stack's sum in words.
fn total(sketch: &Sketch, stack: &Stack) -> String {
    let sum = Row { value: Some(stack.total), ..Row::default() };
    value::label(sketch.checked, sketch.env.locale, &sum, false)
}

/// Whether more than half of all parts have room for their values.
fn mostly_labelled(sketch: &Sketch, stacks: &[Stack], scale: &Linear) -> bool {
    let (mut fit, mut all) = (0, 0);
    for part in stacks.iter().flat_map(|stack| &stack.parts).filter(|part| part.to > part.from) {
        let words = value::label(sketch.checked, sketch.env.locale, part.row, false);
        let width = (scale.at(part.to) - scale.at(part.from)).abs();
        fit += usize::from(sketch.measure(&words, sketch.env.theme.label) + 2.0 * INSET <= width);
        all += 1;
    }
    fit * 2 > all
}

/// What each series is called, and where its part of the first stack lies.
fn named<'a>(sketch: &Sketch<'a>, stacks: &[Stack], scale: &Linear) -> Vec<Named<'a>> {
    let checked: &'a Checked = sketch.checked;
    let parts = stacks.first().map_or(&[][..], |stack| &stack.parts);
    let mut named = Vec::new();
    for (series, name) in checked.series.iter().enumerate() {
        let part = parts.iter().find(|part| part.row.series == series);
        let ends = part.map_or((0.0, 0.0), |part| (scale.at(part.from), scale.at(part.to)));
        let (color, ink) = (sketch.color(series, name), sketch.text_color(series, name));
        named.push(Named { name, color, ink, ends });
    }
    named
}

/// One stack at the height and thickness of `slot`; `unit` is whether the unit is still to be said.
fn bar(sketch: &mut Sketch, stack: &Stack, plan: &Plan, slot: Rect, unit: &mut bool) {
    let theme = sketch.env.theme;
    let last = stack.parts.iter().rposition(|part| part.to > part.from);
    for (at, part) in stack.parts.iter().enumerate() {
        let (from, to) = (plan.scale.at(part.from), plan.scale.at(part.to));
        let full = Rect::between(Point::new(from, slot.y), Point::new(to, slot.bottom()));
        let color = sketch.color(part.row.series, stack.name);
        let datum = sketch.datum(part.row, full.center(), full);
        let rect = seamed(full, Some(at) != last, from > to);
        sketch.part(datum, rect, color, part.row);
        if plan.labelled && part.to > part.from {
            label(sketch, datum, rect, part.row, (!is_hollow(part.row)).then_some(color), unit);
        }
    }
    let nothing = stack::no_data(sketch, stack);
    if nothing.is_some() || plan.totals && stack.known {
        stack::say_total(sketch, stack);
        let ink = if nothing.is_some() { theme.muted } else { theme.ink };
        let words = nothing.unwrap_or_else(|| total(sketch, stack));
        let onward = if sketch.env.locale.rtl() { -1.0 } else { 1.0 };
        let anchor = if onward > 0.0 { Anchor::Left } else { Anchor::Right };
        let baseline = slot.y + slot.height / 2.0 + theme.label.cap_height() / 2.0;
        let at = Point::new(plan.scale.at(stack.total) + 6.0 * onward, baseline);
        let datum = sketch.data.last().map(|datum| datum.id);
        sketch.text(Role::Label, datum, &words, at, anchor, (theme.label, ink));
    }
}

/// A part's box less the seam between it and the next, which lies at its left where stacks grow that way.
pub(super) fn seamed(rect: Rect, seam: bool, leftward: bool) -> Rect {
    let by = if seam && rect.width > 2.0 * SEAM { SEAM } else { 0.0 };
    Rect::new(rect.x + if leftward { by } else { 0.0 }, rect.y, rect.width - by, rect.height)
}

/// The value on its part, where there is room; the first that has room for it says the unit.
pub(super) fn label(
    sketch: &mut Sketch,
    datum: DatumId,
    rect: Rect,
    row: &Row,
    fill: Option<crate::color::Color>,
    unit: &mut bool,
) {
    let style = sketch.env.theme.label;
    for with_unit in [true, false] {
        if with_unit && !*unit {
            continue;
        }
        let words = value::label(sketch.checked, sketch.env.locale, row, with_unit);
        // A digit or two may fill a part.
        let inset = if words.chars().count() <= 2 { 1.0 } else { INSET - 0.5 };
        if sketch.measure(&words, style) <= rect.width - 2.0 * inset {
            sketch.on_part(datum, rect, &words, style, fill);
            // Where the subtitle says it, it need not be found a place farther on.
            *unit &= !(with_unit || mentions(&sketch.checked.subtitle, "%"));
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
    use super::*;
    use crate::spec::Kind;

    fn chart(names: &[String], series: &[&str], value: &dyn Fn(usize, usize) -> Option<f64>) -> Checked {
        let mut rows = Vec::new();
        for (at, name) in names.iter().enumerate() {
            for index in 0..series.len() {
                let line = rows.len() as u32;
                rows.push(Row {
                    line,
                    category: name.clone(),
                    series: index,
                    value: value(at, index),
                    ..Row::default()
                });
            }
        }
        let series = series.iter().map(|name| name.to_string()).collect();
        Checked { series, whole: true, ..checked(Kind::StackedBar, rows) }
    }

    fn places(count: usize) -> Vec<String> {
        (0..count).map(|i| ["Place ", &i.to_string()].concat()).collect()
    }

    #[test]
    fn words_never_collide() {
        let series = ["Fossil fuels", "Nuclear energy", "Renewables"];
        for count in [1, 2, 6, 14, 15, 40] {
            let chart = chart(&places(count), &series, &|at, part| Some((at * 7 + part * 31) as f64 * 123.0));
            holds_at_every_width(&chart);
        }
        holds_at_every_width(&chart(&hard_words(), &series, &|_, part| Some(part as f64 * 50.0)));
        let long: Vec<String> = hard_words();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        holds_at_every_width(&chart(&places(3), &long, &|at, part| (at != part).then_some(12.5)));
    }

    #[test]
    fn sums_stand_at_the_ends_unless_all_are_wholes() {
        let sums = chart(&places(2), &["a", "b"], &|at, part| Some((at + part) as f64 * 100.0 + 50.0));
        let scene = stage(&sums, 640.0).value;
        assert_eq!(texts(&scene), ["a", "b", "50", "150", "200", "Place 0", "150", "250", "400", "Place 1"]);
        let shares = chart(&places(2), &["a", "b"], &|at, part| Some(if at == part { 40.0 } else { 60.0 }));
        let shares = Checked { unit: "%".into(), ..shares };
        assert_eq!(texts(&stage(&shares, 640.0).value), ["a", "b", "40%", "60", "Place 0", "60", "40", "Place 1"]);
    }

    #[test]
    fn a_bar_that_lacks_a_part_has_no_sum_and_no_shares() {
        let chart = chart(&places(3), &["a", "b"], &|at, part| (at != 1 || part == 0).then_some(40.0));
        let scene = stage(&chart, 640.0).value;
        assert_eq!(
            texts(&scene),
            ["a", "b", "40", "40", "80", "Place 0", "40", "Place 1", "40", "40", "80", "Place 2"]
        );
        assert_eq!(scene.caption.notes, ["MissingCount 1"]);
        assert!(told(&scene)[3].details.is_empty(), "{:?}", told(&scene)[3].details);
        let scene = stage(&Checked { percent: true, unit: "t".into(), ..chart }, 640.0).value;
        let wanted = ["a", "b", "50%", "50", "Place 0", "NoData", "Place 1", "50", "50", "Place 2"];
        assert_eq!(texts(&scene), wanted);
        assert_eq!(
            (told(&scene)[2].text.as_str(), told(&scene)[2].details.as_slice()),
            ("NoData", &["40t".to_string()][..])
        );
    }

    #[test]
    fn to_a_hundred_every_bar_is_as_long_and_amounts_are_details() {
        let chart = chart(&places(2), &["a", "b"], &|at, part| Some((1 + at * 9 + part * 2) as f64));
        let scene = stage(&Checked { percent: true, unit: "t".into(), ..chart }, 640.0).value;
        assert_eq!(texts(&scene), ["a", "b", "25%", "75", "Place 0", "45", "55", "Place 1"]);
        assert_eq!(told(&scene)[1].text, "75%");
        assert_eq!(told(&scene)[1].details, ["3t"]);
        let right = |id: usize| scene.data[id].reach.right();
        assert_eq!((right(1), right(3)), (640.0, 640.0));
    }
}
