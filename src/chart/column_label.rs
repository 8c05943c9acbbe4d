//! Words below columns: wrapped where they are categories, thinned out where they are periods, never turned.

use super::column::Slot;
use super::sketch::Sketch;
use super::time_axis::{self, Tick};
use crate::geom::Point;
use crate::locale::Period;
use crate::problem::{Place, Problem};
use crate::scale::{Band, PeriodScale};
use crate::scene::{Anchor, Role};
use crate::text::{TextStyle, wrap};

/// The most lines of a category's name.
const LINES: usize = 3;
/// Narrower than this, in CSS pixels, no part of a name can be read.
const NARROWEST: f64 = 28.0;
/// Between the names of two periods, in CSS pixels.
const GAP: f64 = 6.0;
/// From the zero line or the lowest column to the words, in CSS pixels.
const DROP: f64 = 8.0;

/// The words below columns, laid out but not drawn.
pub(super) struct Foot {
    lines: Vec<Vec<String>>,
    style: TextStyle,
    /// Every so many names are written.
    step: usize,
    ticks: Vec<Tick>,
    /// The height they take, in CSS pixels.
    pub(super) height: f64,
}

impl Foot {
    /// Breaks the names for their bands, or chooses the periods that are named.
    pub(super) fn lay_out(sketch: &mut Sketch, slots: &[Slot], band: &Band) -> Self {
        let theme = sketch.env.theme;
        let periods: Vec<Period> = slots.iter().filter_map(|slot| slot.period).collect();
        let none = Self { lines: Vec::new(), style: theme.small, step: 1, ticks: Vec::new(), height: DROP };
        if let (Some(&first), Some(&last)) = (periods.first(), periods.last()) {
            let ticks = choose(sketch, &periods, band, first, last);
            return Self { ticks, height: theme.small.line_height() + DROP + 2.0, ..none };
        }
        if slots.iter().all(|slot| slot.name.is_empty()) {
            return none;
        }
        for (style, last) in [(theme.label, false), (theme.small, true)] {
            let step = (NARROWEST / band.step()).ceil().max(1.0) as usize;
            let room = band.step() * step as f64 - 6.0;
            let lines: Vec<Vec<String>> =
                slots.iter().map(|slot| wrap(slot.name, room, style, sketch.env.measure, LINES)).collect();
            let lost = |(slot, lines): (&Slot, &Vec<String>)| {
                lines.iter().any(|line| line.ends_with('…')) && !slot.name.ends_with('…')
            };
            let cut = step > 1 || slots.iter().zip(&lines).any(lost);
            if !cut || last {
                if cut {
                    warn(sketch);
                }
                let most = lines.iter().step_by(step).map(Vec::len).max().unwrap_or(0) as f64;
                return Self { lines, style, step, height: most * style.line_height() + DROP + 2.0, ..none };
            }
        }
        none
    }

    /// Draws the words below `bottom` (CSS pixels).
    pub(super) fn draw(&self, sketch: &mut Sketch, band: &Band, bottom: f64) {
        let theme = sketch.env.theme;
        time_axis::write(sketch, &self.ticks, bottom + DROP);
        for (at, lines) in self.lines.iter().enumerate().step_by(self.step) {
            for (i, line) in lines.iter().enumerate() {
                let half = sketch.measure(line, self.style) / 2.0;
                let x = band.center(at).min(sketch.width - half).max(half);
                // Thinned names may be wider than their band; one that does not fit at the edge is left out, too.
                if (x - band.center(at)).abs() > 3.0 {
                    continue;
                }
                let y = bottom + DROP - 2.0 + self.style.ascent() + i as f64 * self.style.line_height();
                sketch.text(Role::Axis, None, line, Point::new(x, y), Anchor::Middle, (self.style, theme.ink));
            }
        }
    }
}

/// The periods that are named, each below its column.
fn choose(sketch: &Sketch, periods: &[Period], band: &Band, first: Period, last: Period) -> Vec<Tick> {
    let Some(scale) = PeriodScale::over(periods, band.range) else { return Vec::new() };
    // A tick coarser than the columns stands below the first column in it.
    let place = |tick: &Period| {
        let at = periods.partition_point(|period| period.start_day() < tick.start_day());
        band.center(at.min(periods.len().saturating_sub(1)))
    };
    // Every one first, for they need not follow one another.
    let all: Vec<(Period, f64)> =
        periods.iter().enumerate().take(200).map(|(at, period)| (*period, band.center(at))).collect();
    let fewer = scale.ticks().map(|set| set.into_iter().map(|(tick, _)| (tick, place(&tick))).collect());
    let ends = [(first, place(&first)), (last, place(&last))];
    time_axis::choose(sketch, &mut core::iter::once(all).chain(fewer), scale.finest(), ends, GAP)
}

/// Says that names are cut or left out.
fn warn(sketch: &mut Sketch) {
    sketch.problems.push(Problem::warning(
        "labels-cut",
        Place::spec("/kind"),
        "the names of the categories do not fit below their columns".into(),
        "use the kind \"bar\": names stand beside or above their bars".into(),
    ));
}
