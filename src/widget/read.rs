use crate::value::Value;
use wasm_bindgen::JsValue;

/// A JavaScript value as the author's JSON. The shim has made it plain before (`www/plain.js`): no functions,
/// nothing that holds itself; numbers may be NaN or infinite.
pub(super) fn read(from: &JsValue) -> Value {
    serde_wasm_bindgen::from_value(from.clone()).unwrap_or(Value::Null)
}
