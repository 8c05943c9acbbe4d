use super::parse::{Reader, name};
use crate::table::words;
use crate::value::Value;

/// An annotation as the author said it; its place is found when the data is read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Remark {
    /// The words. May be empty.
    pub text: String,
    /// A place in the horizontal direction, as written, or the two ends of a band.
    pub x: Vec<String>,
    /// The same in the vertical direction.
    pub y: Vec<String>,
    /// A category, a series or a period, as written. May be empty.
    pub at: String,
    /// Where a band begins, as written. May be empty.
    pub from: String,
    /// Where it ends. May be empty.
    pub to: String,
    /// Where the author said it, as a JSON pointer.
    pub pointer: String,
}

impl Reader {
    /// Reads annotations, one or a list; `None` where it is neither. What is wrong in one leaves the others.
    pub(super) fn remarks(&mut self, value: &Value, lang: &str, pointer: &str) -> Option<Vec<Remark>> {
        let single = core::slice::from_ref(value);
        let (items, listed) = if let Value::List(items) = value { (items.as_slice(), true) } else { (single, false) };
        let mut remarks = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let inner = if listed { [pointer, "/", &index.to_string()].concat() } else { pointer.into() };
            if !matches!(item, Value::Map(_)) {
                if !listed {
                    return None;
                }
                self.mistyped(&inner, "an object of \"text\" and a place", item);
                continue;
            }
            self.parts(item, &["text", "x", "y", "at", "from", "to"], &inner);
            let one = |key: &str| item.get(key).and_then(|value| name(value, lang)).unwrap_or_default();
            let ends = |key: &str| match item.get(key) {
                Some(Value::List(ends)) => ends.iter().filter_map(|value| name(value, lang)).collect(),
                Some(value) => name(value, lang).into_iter().collect(),
                None => Vec::new(),
            };
            let text = item.get("text").and_then(|text| words(text, lang)).unwrap_or_default().trim();
            remarks.push(Remark {
                text: text.into(),
                x: ends("x"),
                y: ends("y"),
                at: one("at"),
                from: one("from"),
                to: one("to"),
                pointer: inner,
            });
        }
        Some(remarks)
    }
}
