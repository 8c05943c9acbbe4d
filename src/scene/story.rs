use super::Manner;
use crate::locale::Period;

/// What the chart is about: what a description needs beyond the data themselves.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Story {
    /// How the data are to be told.
    pub order: Order,
    /// How the data's values are written.
    pub manner: Manner,
    /// The kind of chart by its spec name: "bar".
    pub kind: &'static str,
    /// The heading of the labels ("Year", "Country"); may be empty.
    pub label_name: String,
    /// The heading of the values; may be empty.
    pub value_name: String,
    /// The unit of the values, in the author's word; may be empty.
    pub unit: String,
    /// Whether a change of the value is in percentage points.
    pub points: bool,
    /// Whether the value is a rank (smaller is better, 1 is first).
    pub rank: bool,
    /// Digits after the decimal mark.
    pub decimals: u8,
    /// What annotations say, each with its place: "2015: Plan begins".
    pub notes: Vec<String>,
    /// The target: value, and its period if it has one.
    pub target: Option<(f64, Option<Period>)>,
    /// The upper end of a target that is a band.
    pub target_upper: Option<f64>,
    /// Whether the values are counts or amounts, which grow and shrink, and not levels, which rise and fall.
    pub counted: bool,
    /// Whether the last period is not over.
    pub incomplete: bool,
    /// How many of a datum's first details are its intervals.
    pub bands: usize,
}

/// How the data are to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// Over time: first, last, extremes, direction.
    Time,
    /// By category: largest, smallest, how many.
    #[default]
    Category,
    /// Items, each told by itself; several may have the same label.
    Items,
    /// Pairs of then and now for each category.
    Pairs,
    /// Events with their dates.
    Events,
    /// One figure.
    Single,
    /// Rows and columns: only how many.
    Records,
}
