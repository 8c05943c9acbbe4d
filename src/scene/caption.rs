use crate::color::Color;

/// The words around the plot.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Caption {
    /// The finding.
    pub title: String,
    /// Measure, place, unit, period.
    pub subtitle: String,
    /// The colour key, where marks are not named directly.
    pub key: Vec<KeyEntry>,
    /// Notes below: the author's, then those that follow from the data (what hollow means, what is incomplete).
    pub notes: Vec<String>,
    /// The source's name, ready to show ("Source: …"). May be empty.
    pub source: String,
    /// The source's address. May be empty.
    pub source_url: String,
    /// Who made it. May be empty.
    pub byline: String,
    /// The author's own description. May be empty.
    pub alt: String,
}

/// One entry of the key.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// The words.
    pub label: String,
    /// The colour of its marks.
    pub color: Color,
    /// The form of its marks.
    pub swatch: Swatch,
}

/// The form of a key entry's sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// A filled square.
    Square,
    /// An outlined square, for values that are not final.
    Hollow,
    /// A line.
    Line,
    /// A dashed line.
    Dashes,
    /// A filled dot.
    Dot,
    /// A ring.
    Ring,
    /// A square that stands on a corner.
    Diamond,
    /// A triangle that points upwards.
    Triangle,
}
