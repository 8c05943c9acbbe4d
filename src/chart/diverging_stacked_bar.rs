//! Answers from one end of an order to the other, on either side of the middle; the middle answer is split, and what is
//! neither for nor against may stand apart at the right.

use super::part::is_hollow;
use super::part_head::{self, Named};
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::stack::{self, Stack};
use super::stacked_bar::{label, seamed};
use super::{category, tentative};
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::scene::{Anchor, Role};
use crate::spec::Checked;
use crate::theme::Theme;

/// Above this many bars they are thin and without values.
const LABELLED: usize = 20;
/// Between the answers and what stands apart, in CSS pixels.
const APART: f64 = 18.0;

/// Where each series stands: how far left of the middle those before it and half of the middle one reach is a matter
/// of each stack; this says only which they are.
struct Sides {
    /// The answers in order, as indices of series.
    answers: Vec<usize>,
    /// What stands apart.
    apart: Vec<usize>,
}

/// A part of one stack, placed: its place among the stack's parts, and where it begins and ends in data units, from the
/// middle or, of what stands apart, from its own zero.
struct Placed {
    part: usize,
    from: f64,
    to: f64,
    apart: bool,
}

/// Draws the stacks from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let sides = sides(checked);
    // Sorted by those on the right of the middle.
    let agreeing = sides.answers.get(sides.answers.len().div_ceil(2)..).unwrap_or_default();
    let stacks = stack::stacks(checked, &categories, &|series| agreeing.contains(&series));
    let placed = each(&stacks, &mut |stack| place(stack, &sides));
    let labelled = stacks.len() <= LABELLED;
    let labels = RowLabels::lay_out(sketch, &each(&stacks, &mut |stack| stack.name), !labelled);
    let (thick, gap) = if labelled { (26.0, if labels.above { 10.0 } else { 9.0 }) } else { (14.0, 7.0) };

    // One scale for all: as many pixels a unit at the left, the right and apart.
    let reach = |far: &dyn Fn(&Placed) -> f64| placed.iter().flatten().map(far).fold(0.0, f64::max);
    let left = reach(&|placed| if placed.apart { 0.0 } else { -placed.from });
    let right = reach(&|placed| if placed.apart { 0.0 } else { placed.to });
    let aside = reach(&|placed| if placed.apart { placed.to } else { 0.0 });
    let between = if aside > 0.0 { APART } else { 0.0 };
    let units = if left + right + aside > 0.0 { left + right + aside } else { 1.0 };
    let room = (sketch.width - labels.gutter - between).max(20.0);
    let (width, rtl, gutter) = (sketch.width, sketch.env.locale.rtl(), labels.gutter);
    let x = |value: f64, apart: bool| {
        let at = if apart { left + right + value } else { left + value };
        let x = gutter + (at / units) * room + if apart { between } else { 0.0 };
        if rtl { width - x } else { x }
    };

    let named = named(sketch, &sides, &stacks, &placed, &x);
    let places = if labels.above { None } else { part_head::lay_out(sketch, &named, gutter, width) };
    let head = if places.is_some() { part_head::height(sketch) } else { 0.0 };
    if let Some(places) = &places {
        part_head::draw(sketch, &named, places, sketch.env.theme.label.ascent());
    } else {
        part_head::fill_key(sketch, &named);
    }
    let (mut top, mut unit) = (head, true);
    for (row, (stack, placed)) in stacks.iter().zip(&placed).enumerate() {
        let name = labels.height(sketch, row);
        let room = if labels.above { name + 2.0 + thick } else { name.max(thick) };
        let y = if labels.above { top + name + 2.0 } else { top + (room - thick) / 2.0 };
        let (low, high) = if labels.above { (y - 2.0, y + thick + 2.0) } else { (top, top + room + gap) };
        let high = if row + 1 == stacks.len() { y + thick } else { high };
        let middle = x(0.0, false);
        sketch.rule(Role::Grid, Point::new(middle, low), Point::new(middle, high), 1.0, sketch.env.theme.zero);
        let last = |apart: bool| placed.iter().rposition(|one| one.apart == apart && one.to > one.from);
        for (at, one) in placed.iter().enumerate() {
            let Some(part) = stack.parts.get(one.part) else { continue };
            let (from, to) = (x(one.from, one.apart), x(one.to, one.apart));
            let full = Rect::between(Point::new(from, y), Point::new(to, y + thick));
            let color = color(sketch.env.theme, &sides, part.row.series);
            let datum = sketch.datum(part.row, full.center(), full);
            let rect = seamed(full, Some(at) != last(one.apart), rtl);
            sketch.part(datum, rect, color, part.row);
            if labelled && one.to > one.from {
                label(sketch, datum, rect, part.row, (!is_hollow(part.row)).then_some(color), &mut unit);
            }
        }
        let datum = sketch.data.last().map(|datum| datum.id);
        if let Some(words) = stack::no_data(sketch, stack) {
            let style = sketch.env.theme.label;
            let (onward, anchor) = if rtl { (-6.0, Anchor::Right) } else { (6.0, Anchor::Left) };
            let at = Point::new(middle + onward, y + thick / 2.0 + style.cap_height() / 2.0);
            sketch.text(Role::Label, datum, &words, at, anchor, (style, sketch.env.theme.muted));
        }
        labels.draw(sketch, row, datum, top, top + room / 2.0);
        top += room + gap;
    }
    sketch.height = (top - gap).max(0.0);
    stack::explain_missing(sketch, &stacks);
    tentative::explain(sketch);
}

/// Which series are answers, and which stand apart.
fn sides(checked: &Checked) -> Sides {
    let mut sides = Sides { answers: Vec::new(), apart: Vec::new() };
    for (series, name) in checked.series.iter().enumerate() {
        let apart = checked.apart.contains(name);
        if apart { sides.apart.push(series) } else { sides.answers.push(series) }
    }
    sides
}

/// Places the parts of a stack: those of the first half of the answers left of the middle, of an odd number the one in
/// the middle on both sides.
fn place(stack: &Stack, sides: &Sides) -> Vec<Placed> {
    let size = |series: usize| {
        let parts = || stack.parts.iter().filter(|part| part.row.series == series);
        parts().map(|part| part.to - part.from).sum::<f64>()
    };
    let count = sides.answers.len();
    let mut at = 0.0;
    for (index, series) in sides.answers.iter().enumerate().take(count.div_ceil(2)) {
        at -= size(*series) / if index * 2 + 1 == count { 2.0 } else { 1.0 };
    }
    let mut placed = Vec::with_capacity(stack.parts.len());
    for (list, apart) in [(&sides.answers, false), (&sides.apart, true)] {
        let mut at = if apart { 0.0 } else { at };
        for series in list {
            for (part, own) in stack.parts.iter().enumerate().filter(|(_, part)| part.row.series == *series) {
                let from = at;
                at += own.to - own.from;
                placed.push(Placed { part, from, to: at, apart });
            }
        }
    }
    placed
}

/// The colour of a series: from one end's by way of grey to the other's; grey, too, what stands apart.
fn color(theme: &Theme, sides: &Sides, series: usize) -> Color {
    let [low, low_pale, middle, high_pale, high] = theme.diverging;
    let Some(place) = sides.answers.iter().position(|known| *known == series) else {
        // By turns: neighbours are told apart.
        let apart = sides.apart.iter().position(|known| *known == series).unwrap_or(0);
        return if apart % 2 == 0 { theme.rest } else { middle };
    };
    let count = sides.answers.len();
    let (half, mirrored) = (count / 2, count - 1 - place);
    // Of one answer a side, the strong colour; of more, from the strong to the pale.
    let shade = |strong: Color, pale: Color, from_end: usize| {
        strong.mix(pale, from_end as f32 / half.saturating_sub(1).max(1) as f32)
    };
    if place < half {
        shade(low, low_pale, place)
    } else if mirrored < half {
        shade(high, high_pale, mirrored)
    } else {
        middle
    }
}

/// A colour as words can have it on the background: with as much ink as brings it to 4.5:1.
fn legible(theme: &Theme, color: Color) -> Color {
    let mut found = color;
    let mut share = 0.0;
    while found.contrast(theme.background) < 4.5 && share < 1.0 {
        share += 0.1;
        found = color.mix(theme.ink, share);
    }
    found
}

/// What each series is called, and where its part of the first stack lies.
fn named<'a>(
    sketch: &Sketch<'a>,
    sides: &Sides,
    stacks: &[Stack],
    placed: &[Vec<Placed>],
    x: &dyn Fn(f64, bool) -> f64,
) -> Vec<Named<'a>> {
    let (checked, theme): (&'a Checked, _) = (sketch.checked, sketch.env.theme);
    let mut named = Vec::new();
    for &series in sides.answers.iter().chain(&sides.apart) {
        let parts = stacks.first().map_or(&[][..], |stack| &stack.parts);
        let own = |one: &&Placed| parts.get(one.part).is_some_and(|part| part.row.series == series);
        let found = placed.first().and_then(|placed| placed.iter().find(own));
        let ends = found.map_or((0.0, 0.0), |one| (x(one.from, one.apart), x(one.to, one.apart)));
        let name = checked.series.get(series).map_or("", String::as_str);
        named.push(Named {
            name,
            color: color(theme, sides, series),
            ink: legible(theme, color(theme, sides, series)),
            ends,
        });
    }
    named
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage};
    use super::*;
    use crate::spec::{Kind, Row, Sort};

    const ANSWERS: [&str; 5] = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];

    fn survey(questions: &[&str], answers: &[&str], value: &dyn Fn(usize, usize) -> f64) -> Checked {
        let mut rows = Vec::new();
        for (at, question) in questions.iter().enumerate() {
            for series in 0..answers.len() {
                let (category, value) = ((*question).into(), Some(value(at, series)));
                rows.push(Row { line: at as u32, category, series, value, ..Row::default() });
            }
        }
        let series = answers.iter().map(|name| name.to_string()).collect();
        Checked { series, whole: true, unit: "%".into(), ..checked(Kind::DivergingStackedBar, rows) }
    }

    #[test]
    fn words_never_collide() {
        for count in 1..=5 {
            let answers = &ANSWERS[..count];
            let even = survey(&["The town", "The county", "The state"], answers, &|_, _| 100.0 / count as f64);
            holds_at_every_width(&even);
            holds_at_every_width(&Checked { apart: vec!["Neither".into(), "Agree".into()], ..even });
        }
        let long = hard_words();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        holds_at_every_width(&survey(&long, &ANSWERS, &|at, series| if at == series { 60.0 } else { 10.0 }));
        holds_at_every_width(&survey(&["A"], &long, &|_, series| if series == 0 { 0.0 } else { 20.0 }));
    }

    #[test]
    fn the_middle_answer_is_split_or_stands_apart() {
        let survey = survey(&["A", "B"], &ANSWERS, &|at, series| {
            if at == 0 { 20.0 } else { [0.0, 10.0, 60.0, 20.0, 10.0][series] }
        });
        let scene = stage(&survey, 640.0).value;
        let middles = [scene.data[2].reach.center().x, scene.data[7].reach.center().x];
        assert!((middles[0] - middles[1]).abs() < 1e-9, "{middles:?}");
        let scene = stage(&Checked { apart: vec!["Neither".into()], ..survey }, 640.0).value;
        // Apart comes last, and begins at the same place in every bar, after a gap.
        let apart = [scene.data[4].reach, scene.data[9].reach];
        assert!((apart[0].x - apart[1].x).abs() < 1e-9, "{apart:?}");
        assert!(apart[0].x >= scene.data[3].reach.right() + APART - 1e-9);
        // The two halves meet in the middle of every bar.
        assert!((scene.data[1].reach.right() - scene.data[6].reach.right()).abs() < 1e-9);
    }

    #[test]
    fn bars_are_sorted_by_those_on_the_right() {
        let values = [[50.0, 0.0, 20.0, 20.0, 10.0], [0.0, 20.0, 10.0, 0.0, 70.0], [20.0, 0.0, 40.0, 40.0, 0.0]];
        let survey = survey(&["A", "B", "C"], &ANSWERS, &|at, series| values[at][series]);
        let scene = stage(&Checked { sort: Sort::Descending, ..survey }, 640.0).value;
        let order: Vec<&str> = scene.data.iter().step_by(5).map(|datum| &*datum.name).collect();
        assert_eq!(order, ["B", "C", "A"]);
    }

    #[test]
    fn colours_mirror_about_the_middle() {
        let theme = Theme::light();
        let sides = |count: usize| Sides { answers: (0..count).collect(), apart: vec![count] };
        for count in 2..=7 {
            let colors: Vec<Color> = (0..count).map(|series| color(&theme, &sides(count), series)).collect();
            assert_eq!((colors[0], colors[count - 1]), (theme.diverging[0], theme.diverging[4]));
            assert_eq!(colors.contains(&theme.diverging[2]), count % 2 == 1);
            assert_eq!(color(&theme, &sides(count), count), theme.rest);
        }
    }
}
