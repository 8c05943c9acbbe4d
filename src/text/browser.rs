use super::{Measure, TextStyle, css_font};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::CanvasRenderingContext2d;

/// Measures with the page's own fonts: `measureText` on a canvas that is never shown.
///
/// Digits count as wide as a zero, so that a number's width does not depend on its digits, and few widths have to
/// be asked for. Forget it when the page's fonts change: it remembers widths.
pub struct BrowserMeasure {
    context: CanvasRenderingContext2d,
    family: String,
    /// The style that the context's font was last set to.
    set: Cell<Option<TextStyle>>,
    /// Widths already asked for, by style; a ring of buckets by a hash of the text.
    known: RefCell<Vec<Vec<Known>>>,
}

struct Known {
    style: TextStyle,
    text: String,
    width: f64,
}

const BUCKETS: usize = 256;
/// A bucket that is fuller than this is emptied, which bounds the memory.
const BUCKET: usize = 16;

impl BrowserMeasure {
    /// Measures in a font family list as in CSS; `None` where the page gives no 2D context.
    pub fn new(family: &str) -> Option<Self> {
        let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?;
        let canvas: web_sys::HtmlCanvasElement = canvas.unchecked_into();
        let context = canvas.get_context("2d").ok()??.unchecked_into();
        let mut known = Vec::new();
        known.resize_with(BUCKETS, Vec::new);
        Some(Self { context, family: family.into(), set: Cell::new(None), known: RefCell::new(known) })
    }
}

impl Measure for BrowserMeasure {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        if text.is_empty() {
            return 0.0;
        }
        let text: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        // FNV-1a, folded to a bucket.
        let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut known = self.known.borrow_mut();
        let Some(bucket) = known.get_mut((hash ^ (hash >> 16)) as usize % BUCKETS) else {
            return 0.0;
        };
        if let Some(found) = bucket.iter().find(|known| known.style == style && known.text == text) {
            return found.width;
        }
        if self.set.get() != Some(style) {
            self.context.set_font(&css_font(style, &self.family));
            self.set.set(Some(style));
        }
        let width = self.context.measure_text(&text).map_or(0.0, |metrics| metrics.width());
        if bucket.len() >= BUCKET {
            bucket.clear();
        }
        bucket.push(Known { style, text, width });
        width
    }
}
