//! The axis of periods below an upright plot.

use super::sketch::Sketch;
use crate::geom::Point;
use crate::locale::{Period, PeriodStyle, Precision};
use crate::scale::PeriodScale;
use crate::scene::{Anchor, Role};

/// Below lines at least this many CSS pixels stay free between two labels.
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
    sketch.env.theme.small.line_height() + 9.0
}

/// Draws the ticks of a line's periods below `bottom`; `first` and `last` are the first and last of them.
pub(super) fn draw(sketch: &mut Sketch, scale: &PeriodScale, first: Period, last: Period, bottom: f64) {
    let theme = sketch.env.theme;
    let ends = [(first, scale.at(&first)), (last, scale.at(&last))];
    let ticks = choose(sketch, &mut scale.ticks(), scale.finest(), ends, GAP);
    for tick in &ticks {
        let foot = Point::new(tick.x, bottom + 4.0);
        sketch.rule(Role::Axis, Point::new(tick.x, bottom), foot, 0.0, theme.muted);
    }
    write(sketch, &ticks, bottom + 8.0);
}

/// Writes the labels of ticks with their tops at `top`.
pub(super) fn write(sketch: &mut Sketch, ticks: &[Tick], top: f64) {
    let theme = sketch.env.theme;
    for tick in ticks {
        let at = Point::new(tick.from, top + theme.small.cap_height() + 2.0);
        sketch.text(Role::Axis, None, &tick.words, at, Anchor::Left, (theme.small, theme.muted));
    }
}

/// The most ticks that fit `gap` CSS pixels apart, of sets that go from many to few, each tick with its place in CSS pixels. Where the data
/// are as coarse as the ticks, the first and the last period are among them, and a round one that would touch them
/// gives way.
pub(super) fn choose(
    sketch: &Sketch,
    sets: &mut dyn Iterator<Item = Vec<(Period, f64)>>,
    finest: Precision,
    ends: [(Period, f64); 2],
    gap: f64,
) -> Vec<Tick> {
    let spans = ends;
    let ends = spans.map(|(period, x)| label(sketch, &period, PeriodStyle::Short, x));
    let [first, last] = &ends;
    let mut kept = ends.to_vec();
    for set in sets {
        let Some(mut ticks) = words(sketch, &set, gap) else { continue };
        if finest != Precision::Year && ticks.len() > 1 {
            return ticks;
        }
        ticks.retain(|tick| tick.from - first.to >= gap && last.from - tick.to >= gap);
        ticks.insert(0, first.clone());
        ticks.push(last.clone());
        kept = ticks;
        break;
    }
    let kept = thin(kept, gap);
    let [(start, from), (end, to)] = spans;
    if kept.len() > 1 || start.year() == end.year() {
        return kept;
    }
    // Two years say more than one month.
    let year = |period: Period, x: f64| label(sketch, &Period::Year(period.year()), PeriodStyle::Short, x);
    thin(vec![year(start, from), year(end, to)], gap)
}

/// Leaves out, from the end backward, what would touch its neighbour: the last stays.
fn thin(ticks: Vec<Tick>, gap: f64) -> Vec<Tick> {
    let mut kept: Vec<Tick> = Vec::new();
    for tick in ticks.into_iter().rev() {
        if kept.last().is_none_or(|next| next.from - tick.to >= gap) {
            kept.push(tick);
        }
    }
    kept
}

/// The labels of a set of ticks: in full where the year turns, else as short as reads at once. `None` where there is none,
/// or where two of them would be nearer than `gap`: those after them need not be written then.
fn words(sketch: &Sketch, set: &[(Period, f64)], gap: f64) -> Option<Vec<Tick>> {
    let mut year = None;
    let mut ticks: Vec<Tick> = Vec::new();
    for (period, x) in set {
        let style = if year == Some(period.year()) { PeriodStyle::Tick } else { PeriodStyle::Short };
        year = Some(period.year());
        let tick = label(sketch, period, style, *x);
        if ticks.last().is_some_and(|before| tick.from - before.to < gap) {
            return None;
        }
        ticks.push(tick);
    }
    Some(ticks).filter(|ticks| !ticks.is_empty())
}

/// A label centred on its tick, moved inward at the edges.
fn label(sketch: &Sketch, period: &Period, style: PeriodStyle, x: f64) -> Tick {
    let words = sketch.env.locale.period(period, style);
    let width = sketch.measure(&words, sketch.env.theme.small);
    let from = (x - width / 2.0).min(sketch.width - width).max(0.0);
    Tick { x, words, from, to: from + width }
}
