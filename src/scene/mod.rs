//! The finished picture: in CSS pixels, measured, placed and clipped, with nothing left to decide.
//! Its marks remember which datum they stand for, so that tooltip, keyboard, table, description, SVG and canvas agree.

mod caption;
mod datum;
mod detail;
mod env;
mod manner;
mod mark;
mod name;
mod shape;
mod story;

pub use caption::{Caption, KeyEntry, Swatch};
pub use datum::{Datum, DatumId, Said};
pub use detail::Detail;
pub use env::{Env, Setting};
pub use manner::{Figure, Manner, dash, digits, qualified};
pub use mark::{Mark, Role};
pub use name::Name;
pub use shape::{Anchor, Shape, Stroke, TextRun};
pub use story::{Order, Story};

/// A finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// In paint order.
    pub marks: Vec<Mark>,
    /// In reading order; `data[i].id == i`.
    pub data: Vec<Datum>,
    /// The words around the plot: real HTML on a page; in SVG and PNG they are marks as well.
    pub caption: Caption,
    /// What the chart is about, for the description.
    pub story: Story,
}
