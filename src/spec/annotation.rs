use crate::locale::Period;

/// Words at a place of the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// The words. Never empty.
    pub text: String,
    /// Where they belong.
    pub spot: Spot,
    /// Where the author said it, as a JSON pointer.
    pub pointer: String,
}

/// Where an annotation belongs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spot {
    /// A line across the plot.
    Line(At),
    /// A band across the plot, from the first to the last of the two, both included.
    Band(At, At),
    /// A point: its place along, and its value.
    Point(At, At),
    /// A datum: the index of its row in [`super::Checked::rows`].
    Datum(usize),
}

/// A place on an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum At {
    /// On the axis of periods.
    Period(Period),
    /// On the axis of values, in data units. Finite.
    Value(f64),
    /// On the axis of the other number of items that have two, in data units. Finite.
    Across(f64),
}
