//! Plane geometry in CSS pixels, y down. Everything is `f64`; nothing here knows of charts.

mod clip;
mod dash;
mod point;
mod rect;
mod ring;
mod thin;
mod within;

pub use clip::{clip_line, hold};
pub use dash::dash;
pub use point::Point;
pub use rect::Rect;
pub use ring::{arc, around, circle, ring_part, rounded};
pub use thin::thin;
pub use within::within;
