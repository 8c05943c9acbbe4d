//! The value axis of horizontal kinds: hairlines down the plot, their numbers above it.

use super::extent::{Extent, tick_words};
use super::sketch::Sketch;
use super::{bend, value};
use crate::geom::{Point, within};
use crate::scale::{Bend, Linear, Scale, ticks};
use crate::scene::{Anchor, Role};

/// About how many ticks a width in CSS pixels has room for.
pub(super) fn about(width: f64) -> usize {
    if width < 420.0 { 3 } else { 5 }
}

/// Draws grid lines and numbers for a plot that is `height` CSS pixels high below the numbers; gives the height
/// that the numbers take. The last number carries the unit.
pub(super) fn draw(sketch: &mut Sketch, scale: &Linear, height: f64) -> f64 {
    let values = ticks(scale.domain.0, scale.domain.1, about(sketch.width));
    draw_at(sketch, scale, &values, 0.0, height)
}

/// The same at these ticks, with the numbers below `top` (CSS pixels).
pub(super) fn draw_at(sketch: &mut Sketch, scale: &Linear, values: &[f64], top: f64, height: f64) -> f64 {
    let theme = sketch.env.theme;
    let (locale, style) = (sketch.env.locale, theme.small);
    let room = style.line_height() + 4.0;
    let head = top + room;
    let last = values.len().saturating_sub(1);
    let mut labels = Vec::new();
    for (i, (&tick, mut words)) in values.iter().zip(tick_words(sketch, values)).enumerate() {
        if i == last && value::is_percent(sketch.checked) {
            words = locale.with_unit(&words, "%");
        }
        let half = sketch.measure(&words, style) / 2.0;
        let x = within(scale.at(tick), half, (sketch.width - half).max(half));
        labels.push((words, x, half));
    }
    // Where numbers would collide every second is written, or every third: the last, which has the unit, always.
    let collide = |every: &usize| {
        let mut before: Option<(f64, f64)> = None;
        labels.iter().rev().step_by(*every).any(|(_, x, half)| {
            let near = before.is_some_and(|(known, wide)| (known - x).abs() < wide + half + 3.0);
            before = Some((*x, *half));
            near
        })
    };
    let every = (1..=values.len()).find(|every| !collide(every)).unwrap_or(1);
    for (i, (&tick, (words, x, _))) in values.iter().zip(&labels).enumerate() {
        let rule = scale.at(tick);
        sketch.rule(Role::Grid, Point::new(rule, head), Point::new(rule, head + height), 0.0, theme.grid);
        if (last - i).is_multiple_of(every) {
            let at = Point::new(*x, top + style.cap_height() + 4.0);
            sketch.text(Role::Axis, None, words, at, Anchor::Middle, (style, theme.muted));
        }
    }
    room
}

/// The same for an axis whose extent is chosen already, even or bent: finer lines show that it is bent. Numbers that
/// would touch the one before are left out.
pub(super) fn over(sketch: &mut Sketch, scale: &Scale, extent: &Extent, height: f64) -> f64 {
    let theme = sketch.env.theme;
    let (locale, style) = (sketch.env.locale, theme.small);
    let head = style.line_height() + 4.0;
    let down = |sketch: &mut Sketch, value: f64, color| {
        let x = scale.at(value);
        sketch.rule(Role::Grid, Point::new(x, head), Point::new(x, head + height), 0.0, color);
    };
    for value in bend::finer(extent.bend, &extent.ticks, extent.domain, scale) {
        down(sketch, value, theme.grid.mix(theme.background, 0.5));
    }
    let mut words = match extent.bend {
        Bend::Straight => tick_words(sketch, &extent.ticks),
        _ => bend::tick_words(locale, &extent.ticks),
    };
    if let Some(last) = words.last_mut()
        && value::is_percent(sketch.checked)
    {
        *last = locale.with_unit(last, "%");
    }
    // The last is placed first: it carries the unit, and it stays.
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (tick, words) in extent.ticks.iter().zip(&words).rev() {
        let color = if *tick == 0.0 { theme.zero } else { theme.grid };
        down(sketch, *tick, color);
        let half = sketch.measure(words, style) / 2.0;
        let x = within(scale.at(*tick), half, (sketch.width - half).max(half));
        if taken.iter().any(|(from, to)| x + half + 8.0 > *from && x - half - 8.0 < *to) {
            continue;
        }
        taken.push((x - half, x + half));
        let at = Point::new(x, style.cap_height() + 4.0);
        sketch.text(Role::Axis, None, words, at, Anchor::Middle, (style, theme.muted));
    }
    head
}
