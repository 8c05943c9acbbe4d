use crate::geom::Rect;
use crate::locale::Period;
use crate::scale::{Band, Linear, PeriodScale, Scale};
use crate::spec::At;

/// Where a kind has put its scales: what annotations and small multiples need to know of a drawn plot.
pub(super) struct Frame {
    /// The box between the axes, in CSS pixels.
    pub(super) plot: Rect,
    /// Whether the values run upward; else they run along the width.
    pub(super) upright: bool,
    /// The scale of the values.
    pub(super) value: Scale,
    /// The other axis.
    pub(super) along: Along,
}

/// The axis across the one of values.
pub(super) enum Along {
    /// Categories: places on it are those of their data.
    Names,
    /// Periods, even in days.
    Periods(PeriodScale),
    /// Periods in bands of equal width, ascending; none where the bands are categories.
    Slots(Vec<Period>, Band),
}

impl Frame {
    /// The frame of a kind with rows of categories and values along the width.
    pub(super) fn flat(plot: Rect, value: Linear) -> Self {
        Self { plot, upright: false, value: value.into(), along: Along::Names }
    }

    /// Whether a line at this place runs from top to bottom.
    pub(super) fn is_vertical(&self, at: &At) -> bool {
        self.upright != matches!(at, At::Value(_))
    }

    /// Where a line at this place stands, in CSS pixels; `None` where the plot has no such axis or it ends before.
    pub(super) fn line(&self, at: &At) -> Option<f64> {
        let place = match (at, &self.along) {
            (At::Value(value), _) => self.value.at(*value),
            (At::Period(period), Along::Periods(scale)) => scale.mark(period),
            (At::Period(period), Along::Slots(..)) => {
                let (from, to) = self.span(period)?;
                (from + to) / 2.0
            }
            _ => return None,
        };
        let (low, high) = self.ends(at);
        (place >= low - 1.0 && place <= high + 1.0).then_some(place)
    }

    /// From where to where a band reaches, in CSS pixels, cut to the plot; `None` where nothing of it is left.
    pub(super) fn band(&self, from: &At, to: &At) -> Option<(f64, f64)> {
        let ends = match (from, to) {
            (At::Value(from), At::Value(to)) => (self.value.at(*from), self.value.at(*to)),
            (At::Period(from), At::Period(to)) => (self.span(from)?.0, self.span(to)?.1),
            _ => return None,
        };
        let (low, high) = self.ends(from);
        let band = (ends.0.min(ends.1).max(low), ends.0.max(ends.1).min(high));
        (band.1 - band.0 >= 1.0).then_some(band)
    }

    /// The ends of the axis that a place is on, in CSS pixels, the smaller first.
    fn ends(&self, at: &At) -> (f64, f64) {
        let plot = &self.plot;
        if self.is_vertical(at) { (plot.x, plot.right()) } else { (plot.y, plot.bottom()) }
    }

    /// Where a period begins and ends, in CSS pixels.
    fn span(&self, period: &Period) -> Option<(f64, f64)> {
        match &self.along {
            Along::Periods(scale) => Some(scale.span(period)),
            Along::Slots(periods, band) => {
                let shares =
                    |slot: &Period| slot.start_day() <= period.end_day() && slot.end_day() >= period.start_day();
                let (first, last) = (periods.iter().position(shares)?, periods.iter().rposition(shares)?);
                let half = band.step() / 2.0;
                Some((band.center(first) - half, band.center(last) + half))
            }
            Along::Names => None,
        }
    }

    /// Moves it, by CSS pixels.
    pub(super) fn shift(&mut self, dx: f64, dy: f64) {
        self.plot = self.plot.shifted(dx, dy);
        let by = if self.upright { dy } else { dx };
        let (from, to) = self.value.range();
        self.value = self.value.across((from + by, to + by));
        match &mut self.along {
            Along::Names => {}
            Along::Periods(scale) => *scale = scale.shifted(dx),
            Along::Slots(_, band) => band.range = (band.range.0 + dx, band.range.1 + dx),
        }
    }

    /// Turns it about the middle of a plot so many CSS pixels wide.
    pub(super) fn mirror(&mut self, width: f64) {
        self.plot.x = width - self.plot.right();
        if !self.upright {
            let (from, to) = self.value.range();
            self.value = self.value.across((width - from, width - to));
        }
        match &mut self.along {
            Along::Names => {}
            Along::Periods(scale) => *scale = scale.mirrored(width),
            Along::Slots(_, band) => band.range = (width - band.range.0, width - band.range.1),
        }
    }
}
