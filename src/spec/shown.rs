use super::nearest::offer;
use super::parse::{Reader, column, name};
use super::said::Spec;
use crate::table::words;
use crate::value::Value;

/// A column of a table as the author asked for it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Shown {
    /// The columns of the data that it is made of: one, or for a line one for each step.
    pub from: Vec<String>,
    /// Its heading; empty where the column's own will do.
    pub name: String,
    /// What its cells show; `None` where the author leaves it to the chart.
    pub display: Option<Display>,
}

/// What a table's cell shows of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Display {
    /// The number and a bar from zero.
    #[default]
    Bar,
    /// The number on a shade.
    Heat,
    /// The last number and the line that led to it.
    Line,
    /// The number alone.
    Text,
}

impl Display {
    /// Each with its word in a spec.
    pub const ALL: [(&'static str, Self); 4] =
        [("bar", Self::Bar), ("heat", Self::Heat), ("line", Self::Line), ("text", Self::Text)];
}

impl Reader {
    /// Reads the columns of a table, one or a list; `None` where one is neither a name nor an object with a `column`.
    pub(super) fn shown(&mut self, spec: &mut Spec, value: &Value, pointer: &str) -> Option<Vec<Shown>> {
        let single = core::slice::from_ref(value);
        let items = if let Value::List(items) = value { items.as_slice() } else { single };
        let lang = spec.lang.clone();
        let mut shown = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let Some(from) = item.get("column") else {
                shown.push(Shown { from: vec![column(spec, item, &lang)?], ..Shown::default() });
                continue;
            };
            let inner = [pointer, "/", &index.to_string()].concat();
            self.parts(item, &["column", "as", "name"], &inner);
            let from = if let Value::List(names) = from { names.as_slice() } else { core::slice::from_ref(from) };
            let from: Option<Vec<String>> = from.iter().map(|value| name(value, &lang)).collect();
            let word = item.get("as").and_then(Value::text).unwrap_or_default();
            let display = Display::ALL.iter().find(|(known, _)| *known == word).map(|(_, display)| *display);
            if display.is_none() && item.get("as").is_some() {
                let hint = offer(word, &Display::ALL.map(|(known, _)| known), "write one of");
                self.warn("unknown-word", &[&inner, "/as"].concat(), &["\"", word, "\" is not offered"], &hint);
            }
            let name = item.get("name").and_then(|name| words(name, &lang)).unwrap_or_default().trim().into();
            shown.push(Shown { from: from.filter(|from| !from.is_empty())?, name, display });
        }
        Some(shown)
    }
}
