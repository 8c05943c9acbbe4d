//! Measuring and wrapping text, and placing labels without collisions.

mod style;

pub use style::TextStyle;

/// Knows how wide text is. In the browser `measureText` with a cache, natively the shipped fonts.
pub trait Measure {
    /// The advance width of one line of text in CSS pixels.
    fn width(&self, text: &str, style: TextStyle) -> f64;
}
