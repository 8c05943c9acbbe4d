//! The few points in time, or steps, that slopes and ranks are compared at: each a place along the width.

use super::frame::Along;
use super::sketch::Sketch;
use super::time_axis;
use super::track::{self, Track};
use crate::each::each;
use crate::geom::{Point, within};
use crate::locale::{Period, PeriodStyle};
use crate::order::order;
use crate::scale::PeriodScale;
use crate::scene::{Anchor, Role};
use crate::spec::{Checked, Row};
use crate::text::TextStyle;

/// Between two headings at least this many CSS pixels stay free.
const GAP: f64 = 10.0;

/// The stages of a chart: periods in the order of time, or names in the order of the data.
pub(super) struct Stages {
    periods: Vec<Period>,
    names: Vec<String>,
}

/// Where the stages stand, in CSS pixels, and the axis that they are on.
pub(super) struct Spots {
    pub(super) xs: Vec<f64>,
    pub(super) along: Along,
}

impl Stages {
    /// Finds them in the rows.
    pub(super) fn gather(checked: &Checked) -> Self {
        let found: Vec<Period> = checked.rows.iter().filter_map(|row| row.period).collect();
        let mut periods: Vec<Period> = Vec::new();
        for at in order(found.len(), &|a, b| found.get(a).cmp(&found.get(b))) {
            let period = found.get(at).copied();
            if periods.last().copied() != period {
                periods.extend(period);
            }
        }
        let mut names: Vec<String> = Vec::new();
        if periods.is_empty() {
            for row in &checked.rows {
                // The check lets few enough through to look them up one by one.
                if !names.contains(&row.category) {
                    names.push(row.category.clone());
                }
            }
        }
        Self { periods, names }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.periods.len().max(self.names.len())
    }

    /// What one is called.
    pub(super) fn words(&self, sketch: &Sketch, at: usize) -> String {
        let period = self.periods.get(at).map(|period| sketch.env.locale.period(period, PeriodStyle::Short));
        period.or_else(|| self.names.get(at).cloned()).unwrap_or_default()
    }

    /// The series with a row for each stage, `blank` where there is none: a stage that a series does not have is a gap
    /// in it. Series without any value are left out.
    pub(super) fn tracks<'a>(&self, checked: &'a Checked, blank: &'a Row) -> Vec<Track<'a>> {
        if self.names.is_empty() {
            let mut tracks = track::gather(checked);
            for track in &mut tracks {
                let mut own = track.rows.iter().peekable();
                track.rows = each(&self.periods, &mut |period| {
                    own.next_if(|row| row.period == Some(*period)).copied().unwrap_or(blank)
                });
                track.days = each(&self.periods, &mut |period| period.middle_day());
            }
            return tracks;
        }
        let count = checked.series.len().max(1);
        let mut tracks: Vec<Track> = Vec::with_capacity(count);
        tracks.extend((0..count).map(|series| Track { series, rows: vec![blank; self.names.len()], days: Vec::new() }));
        for row in &checked.rows {
            let stage = self.names.iter().position(|name| *name == row.category);
            let place = stage.and_then(|at| tracks.get_mut(row.series)?.rows.get_mut(at));
            if let Some(place) = place.filter(|place| core::ptr::eq(**place, blank)) {
                *place = row;
            }
        }
        tracks.retain(|track| track.last().is_some());
        tracks
    }

    /// Places them from `left` to `right` (CSS pixels): periods even in time, names side by side.
    pub(super) fn spread(&self, checked: &Checked, (left, right): (f64, f64)) -> Spots {
        let mut periods = self.periods.clone();
        periods.extend(&checked.hold.periods);
        if let Some(scale) = PeriodScale::over(&periods, (left, right)).filter(|_| self.names.is_empty()) {
            let xs = each(&self.periods, &mut |period| scale.at(period));
            return Spots { xs, along: Along::Periods(scale) };
        }
        let steps = self.names.len().saturating_sub(1).max(1) as f64;
        let place = |at: usize| left + (right - left) * at as f64 / steps;
        Spots { xs: (0..self.names.len()).map(place).collect(), along: Along::Names }
    }

    /// The height of the headings above a plot, in CSS pixels.
    pub(super) fn head(&self, sketch: &Sketch) -> f64 {
        sketch.env.theme.small.line_height() + 4.0
    }

    /// Writes the headings above the plot with their tops at `top` (CSS pixels): the first and the last, and of the
    /// others those that have room.
    pub(super) fn draw_heads(&self, sketch: &mut Sketch, spots: &Spots, top: f64) {
        if self.names.is_empty() && self.count() > 2 {
            return self.draw_ticks(sketch, spots, top);
        }
        let theme = sketch.env.theme;
        let style = TextStyle::strong(theme.small.size);
        let most = sketch.width / self.count().clamp(1, 3) as f64 - GAP;
        let mut taken: Vec<(f64, f64)> = Vec::new();
        let last = self.count().saturating_sub(1);
        for at in [0, last].into_iter().chain(1..last).take(self.count()) {
            let Some(x) = spots.xs.get(at) else { continue };
            let words = sketch.fit(&self.words(sketch, at), most, 1, style).pop().unwrap_or_default();
            let width = sketch.measure(&words, style);
            let from = within(x - width / 2.0, 0.0, (sketch.width - width).max(0.0));
            if taken.iter().any(|(a, b)| from < b + GAP && a - GAP < from + width) {
                continue;
            }
            taken.push((from, from + width));
            let baseline = top + style.ascent();
            sketch.text(Role::Axis, None, &words, Point::new(from, baseline), Anchor::Left, (style, theme.muted));
        }
    }

    /// Writes the headings of many periods: as many round ones as have room.
    fn draw_ticks(&self, sketch: &mut Sketch, spots: &Spots, top: f64) {
        let (Along::Periods(scale), Some(first), Some(last)) =
            (&spots.along, self.periods.first(), self.periods.last())
        else {
            return;
        };
        let ends = [(*first, scale.at(first)), (*last, scale.at(last))];
        // Of a few uneven stages each is a tick; of many the round ones are.
        let own: Vec<(Period, f64)> = self.periods.iter().copied().zip(spots.xs.iter().copied()).collect();
        let mut sets = core::iter::once(own).chain(scale.ticks());
        let ticks = time_axis::choose(sketch, &mut sets, scale.finest(), ends, GAP);
        time_axis::write(sketch, &ticks, top + 1.0);
    }
}
