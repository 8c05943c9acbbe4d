use super::{Annotation, Better, Brand, Display, Kind, Quantity, Row, Scaling, Spot, Target};
use crate::locale::Period;
use crate::table::Table;

/// A spec that has passed the check: every name is a column, every default is filled in, every cell is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The kind of chart.
    pub kind: Kind,
    /// The finding, in one sentence. May be empty (with a warning).
    pub title: String,
    /// Measure, place, unit, period. May be empty.
    pub subtitle: String,
    /// Notes below the chart.
    pub notes: Vec<String>,
    /// Where the data comes from.
    pub source: Option<Source>,
    /// Who made the chart. May be empty.
    pub byline: String,
    /// The author's own description, put before the one written from the data. May be empty.
    pub alt: String,
    /// What is measured.
    pub measure: Quantity,
    /// The unit, in the author's word: `%`, `enterprises`. May be empty.
    pub unit: String,
    /// Which direction is good.
    pub better: Option<Better>,
    /// The index's base value (100 where `measure` is `index` and nothing is said), or the reference of a balance.
    pub base: Option<f64>,
    /// What should be reached.
    pub target: Option<Target>,
    /// What [`Row::target`] is called. May be empty.
    pub target_name: String,
    /// Whether the parts make one whole.
    pub whole: bool,
    /// Whether stacks are drawn to 100 %.
    pub percent: bool,
    /// `diverging-stacked-bar`: the series that stand apart at the right.
    pub apart: Vec<String>,
    /// Whether the author says that the values are counts or amounts.
    pub counted: bool,
    /// Whether the last period is not over.
    pub incomplete: bool,
    /// Whether a gap in a line is bridged by dashes.
    pub bridge: bool,
    /// `dumbbell`: whether the pair is joined by an arrow.
    pub arrow: bool,
    /// Which series or categories stand out; the rest is greyed.
    pub highlight: Highlight,
    /// Lines, bands and notes on the plot, each at a place that the data has.
    pub annotations: Vec<Annotation>,
    /// What the axes must hold besides the data.
    pub hold: Hold,
    /// The names of the panels, in order of appearance; empty where the chart is one.
    pub facets: Vec<String>,
    /// Whether each panel has a value axis of its own.
    pub free: bool,
    /// Names of panels or series that stand in grey behind the others.
    pub reference: Vec<String>,
    /// The order of categories.
    pub sort: Sort,
    /// The lower and upper end of the value axis where the author set them; bars start at zero all the same.
    pub domain: (Option<f64>, Option<f64>),
    /// Whether time runs from right to left; only in languages that are written so, over periods, in one plot.
    pub leftward: bool,
    /// How the axes are spread: that along the width of an item's two numbers, and that of the values.
    pub scale: (Scaling, Scaling),
    /// The names of [`Row::bounds`], widest first.
    pub bands: Vec<String>,
    /// Digits after the decimal mark of every value shown.
    pub decimals: u8,
    /// The plot's height in CSS pixels where the author set it; else the kind chooses.
    pub height: Option<f64>,
    /// How the publisher's charts look.
    pub brand: Option<Brand>,
    /// The names of the series, in order of appearance; one empty name where there are none.
    pub series: Vec<String>,
    /// The data, in the author's order.
    pub rows: Vec<Row>,
    /// The largest value of the rows, its sign aside, in data units; see [`largest`].
    pub largest: f64,
    /// Whether all values of ten thousand and more are whole thousands; see [`round`].
    pub round: bool,
    /// The heading of the category or period column, for tables and descriptions. May be empty.
    pub category_name: String,
    /// The heading of the column of [`Row::across`]. May be empty.
    pub across_name: String,
    /// The heading of the value column. May be empty.
    pub value_name: String,
    /// `table`: the columns to show, as they came, in the author's order. Empty for other kinds.
    pub table: Table,
    /// What the cells of each of these columns show besides words and numbers; none says [`Display::Bar`] for all.
    pub faces: Vec<Face>,
}

/// What a column of a table shows besides words and numbers.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Face {
    /// The picture in its cells.
    pub display: Display,
    /// Of a line, what its steps are called. Else empty.
    pub steps: Vec<String>,
    /// Of a line, for each row the numbers that led to the one in the cell, in data units. Else empty.
    pub courses: Vec<Vec<Option<f64>>>,
}

impl Checked {
    /// The same chart with the rows of one panel alone, and the annotations that have a place in it.
    pub fn panel(&self, facet: usize) -> Self {
        let mut own = Self { rows: Vec::new(), annotations: Vec::new(), facets: Vec::new(), ..self.clone() };
        let mut places = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            places.push((row.facet == facet).then_some(own.rows.len()));
            if row.facet == facet {
                own.rows.push(row.clone());
            }
        }
        for annotation in &self.annotations {
            let spot = match annotation.spot {
                Spot::Datum(row) => places.get(row).copied().flatten().map(Spot::Datum),
                spot => Some(spot),
            };
            own.annotations.extend(spot.map(|spot| Annotation { spot, ..annotation.clone() }));
        }
        own.largest = largest(&own.rows);
        own.round = round(&own.rows);
        own
    }
}

/// The most panels that one picture of small multiples holds.
pub const MOST_PANELS: usize = 36;

/// The largest value of rows, its sign aside, in data units.
pub fn largest(rows: &[Row]) -> f64 {
    rows.iter().filter_map(|row| row.value).fold(0.0, |most, value| most.max(value.abs()))
}

/// Whether all values of rows from ten thousand on are whole thousands, so that a language that counts in ten thousands
/// loses nothing by it: 11,000 is 1.1万, while 11,157 stays as it is, and so does 12,000 beside it.
pub fn round(rows: &[Row]) -> bool {
    rows.iter().filter_map(|row| row.value).all(|value| value.abs() < 1e4 || is_round(value))
}

/// Whether a number of at least ten thousand has no more than one digit after the mark in units of 万, 亿 or 万亿.
pub fn is_round(value: f64) -> bool {
    let size = value.abs();
    let step = if size < 1e8 {
        1e3
    } else if size < 1e12 {
        1e7
    } else {
        1e11
    };
    (1e4..1e15).contains(&size) && size % step == 0.0
}

/// Where the data comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its address, `http:` or `https:` only. May be empty.
    pub url: String,
}

/// Which series or categories stand out; empty means that none does and all have their own colour.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Highlight(pub Vec<String>);

impl Highlight {
    /// Whether anything is highlighted.
    pub fn is_set(&self) -> bool {
        !self.0.is_empty()
    }

    /// Whether this series or category is.
    pub fn holds(&self, name: &str) -> bool {
        self.0.iter().any(|known| known == name)
    }
}

/// What the axes must hold besides the data: the values of annotations, the ends of a scale that panels share.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Hold {
    /// Values in data units, finite.
    pub values: Vec<f64>,
    /// Periods.
    pub periods: Vec<Period>,
    /// The room right of the plot that labels at the ends of lines have at least, in CSS pixels.
    pub room: f64,
}

impl Hold {
    /// A range of values (smaller end first) widened to these.
    pub fn widen(&self, (low, high): (f64, f64)) -> (f64, f64) {
        let mut ends = (low, high);
        for value in &self.values {
            ends = (ends.0.min(*value), ends.1.max(*value));
        }
        ends
    }
}

/// The order of categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// As in the data.
    #[default]
    Data,
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}
