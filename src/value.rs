//! A JSON value as the author wrote it, from JSON text or from a JavaScript object alike.

mod json;

/// A JSON value. Keys keep the author's order; numbers may be NaN or infinite when they come from JavaScript.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, or `undefined` from JavaScript.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, in the author's order.
    Map(Vec<(String, Value)>),
    /// A column of numbers, as it lay in the page's memory; NaN is a gap.
    Numbers(Vec<f64>),
    /// A column of texts, each parted from the next by U+0001.
    Texts(String),
}

impl Value {
    /// The value of a key, where this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Self::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text, where this is a string.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What it is, in a word for a message: "a number", "a list" …
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) | Self::Numbers(_) | Self::Texts(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}
