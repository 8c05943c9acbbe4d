//! Paints a scene: a match on six shapes, with nothing left to decide. plotters is the brush.

mod brush;
#[cfg(target_arch = "wasm32")]
mod canvas;
mod grid;
mod markup;
#[cfg(not(target_arch = "wasm32"))]
mod mixed;
#[cfg(not(target_arch = "wasm32"))]
mod png;
mod svg;
mod walk;

#[cfg(target_arch = "wasm32")]
pub use canvas::canvas;
#[cfg(not(target_arch = "wasm32"))]
pub use png::{Fallback, png, png_with};
pub use svg::svg;
