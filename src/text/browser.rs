use super::{Measure, TextStyle};
use js_sys::{Array, Function, JSON, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(lang: &JsValue, options: JsValue) -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

/// Measures with a function of the page's: `(size, weight, text)`, size in CSS pixels, to the width in CSS pixels.
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

    /// By the browser's own dictionaries; a browser without `Intl.Segmenter` knows none.
    fn word_ends(&self, text: &str) -> Vec<usize> {
        let options = JSON::parse("{\"granularity\":\"word\"}").unwrap_or_default();
        let Ok(segmenter) = Segmenter::new(&JsValue::UNDEFINED, options) else { return Vec::new() };
        let mut ends = Vec::new();
        let mut end = 0;
        for part in Array::from(&segmenter.segment(text)).iter() {
            let word = Reflect::get(&part, &"segment".into()).ok().and_then(|word| word.as_string());
            end += word.map_or(0, |word| word.len());
            ends.push(end);
        }
        ends
    }
}
