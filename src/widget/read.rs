use crate::value::Value;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// How deep a value may nest: what holds itself comes to an end here.
const DEPTH: u8 = 16;

/// A JavaScript value as the author's JSON. What no JSON has (functions, symbols, what is nested too deep) is nothing.
///
/// By hand, because serde's machinery for it weighs 14 KB after compression.
pub(super) fn read(from: &JsValue) -> Value {
    nested(from, DEPTH)
}

fn nested(from: &JsValue, depth: u8) -> Value {
    if let Some(number) = from.as_f64() {
        return Value::Number(number);
    }
    if let Some(text) = from.as_string() {
        return Value::Text(text);
    }
    if let Some(truth) = from.as_bool() {
        return Value::Bool(truth);
    }
    if depth == 0 || !from.is_object() {
        return Value::Null;
    }
    if Array::is_array(from) {
        let list: &Array = from.unchecked_ref();
        return Value::List(list.iter().map(|item| nested(&item, depth - 1)).collect());
    }
    let mut entries = Vec::new();
    for entry in Object::entries(from.unchecked_ref()).iter() {
        let entry: Array = entry.unchecked_into();
        entries.push((entry.get(0).as_string().unwrap_or_default(), nested(&entry.get(1), depth - 1)));
    }
    Value::Map(entries)
}
