//! Measuring and wrapping text, and placing labels without collisions.

mod breaks;
#[cfg(target_arch = "wasm32")]
mod browser;
mod decimal;
mod family;
#[cfg(not(target_arch = "wasm32"))]
mod font;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod shorten;
mod spread;
mod style;
mod wrap;

pub use crate::locale::rtl;
#[cfg(target_arch = "wasm32")]
pub use browser::BrowserMeasure;
pub use decimal::decimal;
pub use family::css_font;
#[cfg(not(target_arch = "wasm32"))]
pub use font::Font;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{NativeMeasure, Run};
pub use shorten::shorten;
pub use spread::spread;
pub use style::TextStyle;
pub use wrap::wrap;

/// Knows how wide text is. In the browser `measureText` with a cache, natively the shipped fonts.
pub trait Measure {
    /// The advance width of one line of text in CSS pixels.
    fn width(&self, text: &str, style: TextStyle) -> f64;

    /// Where words end in a text of letters that are written without spaces (Thai, Lao, Khmer, Burmese, Chinese, Japanese): places in
    /// bytes, each right behind a word. None where nobody knows.
    fn word_ends(&self, _text: &str) -> Vec<usize> {
        Vec::new()
    }
}
