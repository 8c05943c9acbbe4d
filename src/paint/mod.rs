//! Paints a scene: a match on six shapes, with nothing left to decide. plotters is the brush.

mod brush;
#[cfg(target_arch = "wasm32")]
mod canvas;
mod grid;
#[cfg(not(target_arch = "wasm32"))]
mod markup;
#[cfg(not(target_arch = "wasm32"))]
mod png;
#[cfg(not(target_arch = "wasm32"))]
mod svg;
mod walk;

#[cfg(target_arch = "wasm32")]
pub use canvas::canvas;
#[cfg(not(target_arch = "wasm32"))]
pub use png::{Fallback, png, png_with};
#[cfg(not(target_arch = "wasm32"))]
pub use svg::svg;
