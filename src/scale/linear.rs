/// A straight-line scale from data units to CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// The data value at the start of the range, and the one at its end.
    pub domain: (f64, f64),
    /// Where the domain's ends stand, in CSS pixels; may run backwards.
    pub range: (f64, f64),
}

impl Linear {
    /// Where a value stands, in CSS pixels; outside the domain it lies outside the range. An empty domain maps
    /// everything to the middle of the range.
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.domain;
        let share = (value - low) / (high - low);
        let share = if share.is_finite() { share } else { 0.5 };
        self.range.0 + (self.range.1 - self.range.0) * share
    }
}
