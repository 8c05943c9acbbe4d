use crate::locale::Period;

/// What should be reached: a value, or a band, perhaps by a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The value, or the lower end of the band. Finite.
    pub value: f64,
    /// The upper end of the band. Finite, at least `value`.
    pub upper: Option<f64>,
    /// When it should be reached.
    pub period: Option<Period>,
    /// The author's word for it; empty: the widget's own word for a target.
    pub label: String,
}
