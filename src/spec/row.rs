use super::Qualifier;
use crate::locale::Period;

/// One datum as the chart needs it, whatever the kind: everything readable filled in, the rest `None`.
/// A wide table (`"y": ["2015", "2020"]`) has already been made long: one row a value.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Row {
    /// The line in the data (see [`crate::table::Table::lines`]), for problems and provenance.
    pub line: u32,
    /// The category, or for a timeline the milestone's words. Empty where the kind has periods instead.
    pub category: String,
    /// The period of the value, or the start of a span.
    pub period: Option<Period>,
    /// The end of a span (timeline).
    pub end: Option<Period>,
    /// The value; `None` is a gap. Always finite.
    pub value: Option<f64>,
    /// The number along the width of an item that has two (scatter). Always finite.
    pub across: Option<f64>,
    /// The intervals that the value lies in, lower and upper end, widest first; the ends are finite and in order.
    pub bounds: Vec<(f64, f64)>,
    /// What an item is called where that is not its category (scatter, strip). May be empty.
    pub label: String,
    /// The row's own target, where each has one. Always finite.
    pub target: Option<f64>,
    /// Whether the value is a sum of what stands before it (waterfall).
    pub sum: bool,
    /// Index into [`super::Checked::series`].
    pub series: usize,
    /// Index into [`super::Checked::facets`].
    pub facet: usize,
    /// What the author says of the value.
    pub qualifier: Option<Qualifier>,
}
