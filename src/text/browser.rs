use super::{Measure, TextStyle};
use js_sys::Function;
use wasm_bindgen::JsValue;

/// Measures with a function of the page's: `(size, weight, text)`, size in CSS pixels, to the width in CSS pixels; at
/// size 0 to the text's words, one a line.
/// The page remembers widths (`www/ruler.js`); outside a page the function may go by a table of widths.
///
/// Digits count as wide as a zero, so that a number's width does not depend on its digits, and few widths have to
/// be asked for.
pub struct BrowserMeasure {
    ruler: Function,
}

impl BrowserMeasure {
    /// Measures with that function; what it does not answer with a number counts as no width.
    pub fn new(ruler: Function) -> Self {
        Self { ruler }
    }
}

impl Measure for BrowserMeasure {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        if text.is_empty() {
            return 0.0;
        }
        let text: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        let size = JsValue::from_f64(style.size);
        let weight = JsValue::from_f64(f64::from(style.weight));
        let answer = self.ruler.call3(&JsValue::NULL, &size, &weight, &JsValue::from_str(&text));
        answer.ok().and_then(|width| width.as_f64()).filter(|width| width.is_finite()).unwrap_or(0.0)
    }

    /// By the browser's own dictionaries: at size 0 the page's function gives the words, one a line. A browser without
    /// `Intl.Segmenter` knows none.
    fn word_ends(&self, text: &str) -> Vec<usize> {
        let none = JsValue::from_f64(0.0);
        let answer = self.ruler.call3(&JsValue::NULL, &none, &none, &JsValue::from_str(text));
        let words = answer.ok().and_then(|words| words.as_string()).unwrap_or_default();
        let mut ends = Vec::new();
        let mut end = 0;
        for word in words.split('\n') {
            end += word.len();
            ends.push(end);
        }
        ends
    }
}
