use crate::geom::{Point, Rect};
use crate::locale::Period;
use crate::spec::Qualifier;

/// The index of a datum in [`super::Scene::data`].
pub type DatumId = u32;

/// One value that a reader can point at, step to, or hear.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// Its index in the scene, from 0.
    pub id: DatumId,
    /// The series it belongs to; empty where there is only one.
    pub series: String,
    /// The category, or the period in words.
    pub label: String,
    /// The value in data units; `None` for a gap or a milestone.
    pub value: Option<f64>,
    /// The value in words, with unit and qualifier: "over 11,000 enterprises", "50.9%"; for a milestone, its date.
    pub text: String,
    /// The unit, in the author's word.
    pub unit: String,
    /// The period it speaks of.
    pub period: Option<Period>,
    /// What the author says of it.
    pub qualifier: Option<Qualifier>,
    /// The line in the data it came from.
    pub line: u32,
    /// What else can be said: the change since the other value, the gap to the target. In words.
    pub details: Vec<String>,
    /// Where a tooltip points, in CSS pixels.
    pub anchor: Point,
    /// The box that a focus ring surrounds and a pointer hits, in CSS pixels.
    pub reach: Rect,
}
