//! The axis of periods below an upright plot.

use super::sketch::Sketch;
use crate::geom::Point;
use crate::locale::{Period, PeriodStyle, Precision};
use crate::scale::PeriodScale;
use crate::scene::{Anchor, Role};

/// Between two labels at least this many CSS pixels stay free.
const GAP: f64 = 12.0;

/// A tick label: its period, its place, its words, and the room it takes (all CSS pixels).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// Where the tick is.
    pub(super) x: f64,
    words: String,
    from: f64,
    to: f64,
}

/// The height of the axis, in CSS pixels.
pub(super) fn height(sketch: &Sketch) -> f64 {
    sketch.env.theme.small.line_height() + 8.0
}

/// Draws the ticks of a line's periods below `bottom`; `first` and `last` are the first and last of them.
pub(super) fn draw(sketch: &mut Sketch, scale: &PeriodScale, first: Period, last: Period, bottom: f64) {
    let theme = sketch.env.theme;
    let ticks = choose(sketch, scale, first, last);
    for tick in &ticks {
        let foot = Point::new(tick.x, bottom + 4.0);
        sketch.rule(Role::Axis, Point::new(tick.x, bottom), foot, 0.0, theme.muted);
    }
    write(sketch, &ticks, bottom + 7.0);
}

/// Writes the labels of ticks with their tops at `top`.
pub(super) fn write(sketch: &mut Sketch, ticks: &[Tick], top: f64) {
    let theme = sketch.env.theme;
    for tick in ticks {
        let at = Point::new(tick.from, top + theme.small.cap_height() + 2.0);
        sketch.text(Role::Axis, None, &tick.words, at, Anchor::Left, (theme.small, theme.muted));
    }
}

/// The most ticks that fit. Where the data are as coarse as the ticks, the first and the last period are among
/// them, and a round one that would touch them gives way.
fn choose(sketch: &Sketch, scale: &PeriodScale, first: Period, last: Period) -> Vec<Tick> {
    let own = |period: Period| label(sketch, &period, PeriodStyle::Short, scale.at(&period));
    for set in scale.ticks() {
        let mut ticks = words(sketch, &set);
        if ticks.is_empty() || ticks.iter().zip(ticks.iter().skip(1)).any(|(a, b)| b.from - a.to < GAP) {
            continue;
        }
        if scale.finest() != Precision::Year && ticks.len() > 1 {
            return ticks;
        }
        for (at_end, end) in [(false, own(first)), (true, own(last))] {
            if ticks.iter().any(|tick| (tick.x - end.x).abs() < 0.01) {
                continue;
            }
            ticks.retain(|tick| if at_end { end.from - tick.to >= GAP } else { tick.from - end.to >= GAP });
            ticks.insert(if at_end { ticks.len() } else { 0 }, end);
        }
        // The first gives way to the last where there is no room for both.
        return thin(ticks);
    }
    let ends = if first == last { vec![own(last)] } else { vec![own(first), own(last)] };
    thin(ends)
}

/// Leaves out, from the end backward, what would touch its neighbour.
pub(super) fn thin(ticks: Vec<Tick>) -> Vec<Tick> {
    let mut kept: Vec<Tick> = Vec::new();
    for tick in ticks.into_iter().rev() {
        if kept.last().is_none_or(|next| next.from - tick.to >= GAP) {
            kept.push(tick);
        }
    }
    kept
}

/// The labels of a set of ticks: in full where the year turns, else as short as reads at once.
pub(super) fn words(sketch: &Sketch, set: &[(Period, f64)]) -> Vec<Tick> {
    let mut year = None;
    let mut ticks = Vec::new();
    for (period, x) in set {
        let style = if year == Some(period.year()) { PeriodStyle::Tick } else { PeriodStyle::Short };
        year = Some(period.year());
        ticks.push(label(sketch, period, style, *x));
    }
    ticks
}

/// A label centred on its tick, moved inward at the edges.
fn label(sketch: &Sketch, period: &Period, style: PeriodStyle, x: f64) -> Tick {
    let words = sketch.env.locale.period(period, style);
    let width = sketch.measure(&words, sketch.env.theme.small);
    let from = (x - width / 2.0).min(sketch.width - width).max(0.0);
    Tick { x, words, from, to: from + width }
}
