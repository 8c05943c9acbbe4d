use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A plain JavaScript object that properties are written to.
    #[wasm_bindgen(js_name = Object)]
    pub(super) type Record;

    #[wasm_bindgen(constructor, js_class = Object)]
    pub(super) fn new() -> Record;

    /// `record[key] = value`: cannot fail on an object of our own.
    #[wasm_bindgen(method, structural, indexing_setter)]
    pub(super) fn put(this: &Record, key: &str, value: &JsValue);
}

impl Record {
    pub(super) fn text(&self, key: &str, text: &str) {
        self.put(key, &JsValue::from_str(text));
    }

    pub(super) fn number(&self, key: &str, number: f64) {
        self.put(key, &JsValue::from_f64(number));
    }
}

/// A JavaScript array of these items.
pub(super) fn list(items: &mut dyn Iterator<Item = JsValue>) -> JsValue {
    let array = Array::new();
    for item in items {
        array.push(&item);
    }
    array.into()
}

/// A JavaScript array of these texts.
pub(super) fn texts(items: &[String]) -> JsValue {
    list(&mut items.iter().map(|item| JsValue::from_str(item)))
}
