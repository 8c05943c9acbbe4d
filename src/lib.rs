//! Indicator charts beside a news article.
//!
//! One crate draws them: compiled to WebAssembly it paints an HTML canvas next to the text, and natively the
//! same code writes SVG and PNG. The data's path is seven plain functions, each tested alone:
//! parse → check → compose → paint, and hit and describe, which read what was painted.
//!
//! Modules sit on floors and import only from floors below them (see `ARCHITECTURE.md`); a test holds that.

pub mod chart;
pub mod color;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod describe;
pub mod each;
pub mod geom;
pub mod hit;
pub mod locale;
pub mod mention;
pub mod order;
pub mod paint;
pub mod problem;
pub mod scale;
pub mod scene;
pub mod spec;
pub mod table;
pub mod text;
pub mod theme;
pub mod value;
#[cfg(target_arch = "wasm32")]
pub mod widget;

/// The page's heap: two kilobytes less to load than the standard library's, and every call takes the same few steps.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
