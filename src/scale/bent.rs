use super::{Bend, Linear};

/// A scale from data units to CSS pixels, even or bent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// How values are spread.
    bend: Bend,
    /// The data values at the ends of the range.
    domain: (f64, f64),
    /// The even scale of the bent values.
    line: Linear,
}

impl Scale {
    /// The scale on which the ends of a domain (data units) stand at the ends of a range (CSS pixels).
    pub fn new(bend: Bend, domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { bend, domain, line: Linear { domain: (bend.of(domain.0), bend.of(domain.1)), range } }
    }

    /// Where a value stands, in CSS pixels. Always finite.
    pub fn at(&self, value: f64) -> f64 {
        self.line.at(self.bend.of(value))
    }

    /// The data values at the ends of the range, in data units.
    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }

    /// The same scale over another range, in CSS pixels.
    pub fn across(&self, range: (f64, f64)) -> Self {
        Self { line: Linear { range, ..self.line }, ..*self }
    }

    /// Where the domain's ends stand, in CSS pixels; may run backwards.
    pub fn range(&self) -> (f64, f64) {
        self.line.range
    }
}

impl From<Linear> for Scale {
    fn from(line: Linear) -> Self {
        Self { bend: Bend::Straight, domain: line.domain, line }
    }
}
