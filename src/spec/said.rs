use super::{Better, Brand, Kind, Quantity, Remark, Scaling, Shown, Sort, Source};
use crate::table::Table;

/// What the author said, key by key: read and of the right type, but not yet held against the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// The kind of chart.
    pub kind: Kind,
    /// The language of its words and numbers (BCP 47): the spec's own, else the one it was read for.
    pub lang: String,
    /// The finding. May be empty.
    pub title: String,
    /// Measure, place, unit, period. May be empty.
    pub subtitle: String,
    /// Notes below the chart.
    pub notes: Vec<String>,
    /// Where the data comes from.
    pub source: Option<Source>,
    /// Who made the chart. May be empty.
    pub byline: String,
    /// The author's own description. May be empty.
    pub alt: String,
    /// Where the data is.
    pub data: Data,
    /// Names of columns in other languages, each with the one in force.
    pub renamed: Vec<(String, String)>,
    /// Columns of the horizontal direction.
    pub x: Vec<String>,
    /// Columns of the vertical direction.
    pub y: Vec<String>,
    /// The column that tells series apart. May be empty.
    pub series: String,
    /// The column of words (timeline). May be empty.
    pub label: String,
    /// The column of ends of spans (timeline). May be empty.
    pub end: String,
    /// The column of shades (heatmap). May be empty.
    pub value: String,
    /// The columns of the lower ends of intervals, widest first.
    pub lower: Vec<String>,
    /// The columns of the upper ends of intervals, widest first.
    pub upper: Vec<String>,
    /// The column of qualifiers. May be empty.
    pub qualifier: String,
    /// The columns to show (table); empty means all.
    pub columns: Vec<Shown>,
    /// What is measured; `None` is inferred.
    pub measure: Option<Quantity>,
    /// The unit in the author's word. May be empty.
    pub unit: String,
    /// Which direction is good.
    pub better: Option<Better>,
    /// The base of an index or balance. Finite.
    pub base: Option<f64>,
    /// What should be reached.
    pub target: Option<Goal>,
    /// The categories that are sums (waterfall).
    pub total: Vec<String>,
    /// Whether the parts make one whole.
    pub whole: bool,
    /// Whether stacks are drawn to 100 %.
    pub percent: bool,
    /// Names of series that stand apart from the others.
    pub apart: Vec<String>,
    /// Whether the last period is not over.
    pub incomplete: bool,
    /// The day up to which the data goes, as written. May be empty.
    pub until: String,
    /// Whether gaps are bridged by dashes.
    pub bridge: bool,
    /// Whether a pair is joined by an arrow.
    pub arrow: bool,
    /// Names of series or categories that stand out.
    pub highlight: Vec<String>,
    /// Lines, bands and notes on the plot.
    pub annotations: Vec<Remark>,
    /// The column whose values have a panel each. May be empty.
    pub facet: String,
    /// Whether each panel has a value axis of its own.
    pub free: bool,
    /// Names of panels or series that stand in grey behind the others.
    pub reference: Vec<String>,
    /// The order of categories.
    pub sort: Sort,
    /// The ends of the value axis, finite, the lower first.
    pub domain: (Option<f64>, Option<f64>),
    /// Whether time is to run from right to left.
    pub leftward: bool,
    /// How the axes of an item's two numbers are spread, along the width and upward; of one axis both are the same.
    pub scale: (Scaling, Scaling),
    /// Digits after the decimal mark, a whole number from 0 to 12; `None`: as many as the data has.
    pub decimals: Option<f64>,
    /// The plot's height in CSS pixels.
    pub height: Option<f64>,
    /// How the publisher's charts look.
    pub brand: Option<Brand>,
}

impl Spec {
    /// A spec of that kind and language that says nothing else.
    pub fn new(kind: Kind, lang: &str) -> Self {
        Self {
            kind,
            lang: lang.into(),
            title: String::new(),
            subtitle: String::new(),
            notes: Vec::new(),
            source: None,
            byline: String::new(),
            alt: String::new(),
            data: Data::Unsaid,
            renamed: Vec::new(),
            x: Vec::new(),
            y: Vec::new(),
            series: String::new(),
            label: String::new(),
            end: String::new(),
            value: String::new(),
            lower: Vec::new(),
            upper: Vec::new(),
            qualifier: String::new(),
            columns: Vec::new(),
            measure: None,
            unit: String::new(),
            better: None,
            base: None,
            target: None,
            total: Vec::new(),
            whole: false,
            percent: false,
            apart: Vec::new(),
            incomplete: false,
            until: String::new(),
            bridge: false,
            arrow: false,
            highlight: Vec::new(),
            annotations: Vec::new(),
            facet: String::new(),
            free: false,
            reference: Vec::new(),
            sort: Sort::Data,
            leftward: false,
            domain: (None, None),
            scale: Default::default(),
            decimals: None,
            height: None,
            brand: None,
        }
    }
}

/// Where the data is.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// The spec does not say; [`super::parse`] never returns this.
    Unsaid,
    /// In the spec.
    Inline(Table),
    /// In a CSV or JSON file at this address: relative to the spec, or `http:` or `https:`.
    Address(String),
    /// In the `<table>` that stands inside the element.
    Host,
}

/// A target as the author said it; its period is read when the data is.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Goal {
    /// The column that holds a target for each row; where it is named there is no other value. May be empty.
    pub column: String,
    /// The value, or the lower end of the band. Finite.
    pub value: f64,
    /// The upper end of the band. Finite, at least `value`.
    pub upper: Option<f64>,
    /// When it should be reached, as written. May be empty.
    pub period: String,
    /// The author's word for it. May be empty.
    pub label: String,
}
