//! Words below columns: wrapped where they are categories, thinned out where they are periods, never turned.

use super::sketch::Sketch;
use super::slot::Slot;
use super::time_axis::{self, Tick};
use crate::geom::Point;
use crate::locale::Period;
use crate::problem::{Place, Problem};
use crate::scale::{Band, PeriodScale};
use crate::scene::{Anchor, Role};
use crate::spec::Kind;
use crate::text::{TextStyle, wrap};

/// The most lines of a category's name.
const LINES: usize = 3;
/// In less than this, in CSS pixels, what is left of a name that is cut cannot be read.
const READABLE: f64 = 40.0;
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
        let broken = |style: TextStyle, step: usize| -> (Vec<Vec<String>>, bool) {
            let room = band.step() * step as f64 - 6.0;
            let names = || slots.iter().step_by(step).map(|slot| slot.name);
            let lines: Vec<Vec<String>> =
                names().map(|name| wrap(name, room, style, sketch.env.measure, LINES)).collect();
            let lost =
                |(name, lines): (&str, &Vec<String>)| lines.iter().any(|line| line.ends_with('…') && line != name);
            let cut = names().zip(&lines).any(lost);
            (lines, cut)
        };
        // Every name whole in one of the two sizes; else whole names of fewer; else all or some of them cut.
        let few = (READABLE / band.step()).ceil().max(1.0) as usize;
        let tries = [(theme.label, 1), (theme.small, 1)];
        let fewer = (2..=slots.len().min(20)).filter(|_| few > 1).map(|step| (theme.small, step));
        let whole = tries.into_iter().chain(fewer).find(|(style, step)| !broken(*style, *step).1);
        let (style, step) = whole.unwrap_or((theme.small, few));
        if whole.is_none() || step > 1 {
            warn(sketch);
        }
        let (lines, _) = broken(style, step);
        let most = lines.iter().map(Vec::len).max().unwrap_or(0) as f64;
        Self { lines, style, step, height: most * style.line_height() + DROP + 2.0, ..none }
    }

    /// Draws the words below `bottom` (CSS pixels).
    pub(super) fn draw(&self, sketch: &mut Sketch, band: &Band, bottom: f64) {
        let theme = sketch.env.theme;
        time_axis::write(sketch, &self.ticks, bottom + DROP);
        for (at, lines) in self.lines.iter().enumerate().map(|(i, lines)| (i * self.step, lines)) {
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
    // A tick coarser than the columns stands below the first column in it, if it has one.
    let place = |tick: &Period| {
        let at = periods.partition_point(|period| period.start_day() < tick.start_day());
        periods.get(at).filter(|period| period.start_day() <= tick.end_day()).map(|_| band.center(at))
    };
    // Every one first, for they need not follow one another.
    let all: Vec<(Period, f64)> =
        periods.iter().enumerate().take(200).map(|(at, period)| (*period, band.center(at))).collect();
    let fewer =
        scale.ticks().map(|set| set.into_iter().filter_map(|(tick, _)| place(&tick).map(|x| (tick, x))).collect());
    let ends = [(first, band.center(0)), (last, band.center(periods.len().saturating_sub(1)))];
    time_axis::choose(sketch, &mut core::iter::once(all).chain(fewer), scale.finest(), ends, GAP)
}

/// Says that names are cut or left out.
fn warn(sketch: &mut Sketch) {
    let cells = sketch.checked.kind == Kind::Heatmap;
    let message = "the names of the categories do not fit below their columns";
    let hint = "use the kind \"bar\": names stand beside or above their bars";
    let (message, hint) = if cells {
        ("the names of the columns do not fit above them", "swap \"x\" and \"y\", or shorten the names")
    } else {
        (message, hint)
    };
    sketch.problems.push(Problem::warning("labels-cut", Place::spec("/kind"), message.into(), hint.into()));
}
