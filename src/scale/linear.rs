use crate::geom::within;

/// A straight-line scale from data units to CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// The data value at the start of the range, and the one at its end.
    pub domain: (f64, f64),
    /// Where the domain's ends stand, in CSS pixels; may run backwards.
    pub range: (f64, f64),
}

/// How many times the range's length a place may lie away from it: a painter counts in whole numbers, and a line
/// to a point so far out has the same slope to a millionth of a pixel.
const FAR: f64 = 1e6;

impl Linear {
    /// Where a value stands, in CSS pixels; outside the domain it lies outside the range. An empty domain maps
    /// everything to the middle of the range. Always finite.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.domain;
        // Differences of numbers near the largest overflow; those of their halves do not.
        let part = if (high - low).is_finite() && (value - low).is_finite() { 1.0 } else { 0.5 };
        let share = (value * part - low * part) / (high * part - low * part);
        let share = if share.is_nan() || low == high { 0.5 } else { within(share, -FAR, FAR) };
        self.range.0 + (self.range.1 - self.range.0) * share
    }
}
