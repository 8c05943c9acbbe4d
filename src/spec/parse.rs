//! Reads what the author typed: loose in what it accepts, whole in what it reports.

use super::key::{KEYS, Key, Shape};
use super::nearest::offer;
use super::refusal::refused;
use super::said::{Data, Goal, Spec};
use super::{FORMS, Form, Kind, Scaling, Source};
use crate::each::each;
use crate::problem::{Place, Problem, Severity, Warned};
use crate::table::{from_value, plain, read_number, words};
use crate::value::Value;

/// Reads a spec. `lang` is the language of the page or of the command line, for words in several languages and
/// for numbers; the spec's own `lang` wins over it. An empty `lang` is English.
///
/// `None` where there is no known `kind` or no data; a key that is unknown, of the wrong type or of no use to
/// the kind is a warning.
pub fn parse(value: &Value, lang: &str) -> Warned<Option<Spec>> {
    let mut reader = Reader::default();
    let spec = reader.spec(value, lang);
    let failed = reader.problems.iter().any(|problem| problem.severity == Severity::Error);
    Warned { value: spec.filter(|_| !failed), problems: reader.problems }
}

#[derive(Default)]
pub(super) struct Reader {
    pub(super) problems: Vec<Problem>,
}

impl Reader {
    fn spec(&mut self, value: &Value, lang: &str) -> Option<Spec> {
        let Value::Map(entries) = value else {
            self.error("not-an-object", "", &["a spec is an object, not ", value.noun()], "start with {");
            return None;
        };
        let lang = value.get("lang").and_then(Value::text).unwrap_or(if lang.is_empty() { "en" } else { lang });
        let form = self.form(value.get("kind"));
        let kind = form.map(|form| form.kind);
        // Without a kind the other keys are read all the same, so that the author hears everything at once.
        let mut spec = Spec::new(kind.unwrap_or(Kind::Bar), lang);
        for (index, (name, value)) in entries.iter().enumerate() {
            let pointer = ["/", &escaped(name)].concat();
            // Only a reader of text sees this: a JavaScript object has each key once.
            if entries.iter().take(index).any(|(other, _)| other == name) {
                self.warn("duplicate-key", &pointer, &["\"", name, "\" stands twice"], "the last counts");
            }
            match KEYS.iter().find(|key| key.name == name) {
                // Editors read the address of the schema there.
                None if name == "$schema" => {}
                None => {
                    if let Some((reason, hint)) = refused(name) {
                        self.warn("refused-key", &pointer, &[reason], hint);
                        continue;
                    }
                    let hint = offer(name, &each(KEYS, &mut |key| key.name), "the keys are");
                    self.warn("unknown-key", &pointer, &["unknown key \"", name, "\""], &hint);
                }
                Some(_) if *value == Value::Null => {}
                Some(key) => {
                    // Why a kind refuses a scale is said when it is known.
                    let unused = form.is_some_and(|form| !key.is_heeded_by(form)) && !matches!(key.shape, Shape::Scale);
                    if unused {
                        self.warn("unused-key", &pointer, &["\"", name, "\" has no effect here"], &used_by(key));
                    } else {
                        self.key(&mut spec, key, value, &pointer);
                    }
                }
            }
        }
        if spec.data == Data::Unsaid
            && !self.problems.iter().any(|problem| problem.severity == Severity::Error && problem.kind != "no-kind")
        {
            self.error("no-data", "", &["no data"], "add \"data\": a list of rows, or {\"url\": \"…\"}");
        }
        kind.map(|_| spec)
    }

    fn form(&mut self, value: Option<&Value>) -> Option<&'static Form> {
        let kinds = each(FORMS, &mut |form| form.name);
        let Some(value) = value.filter(|value| **value != Value::Null) else {
            self.error("no-kind", "", &["no kind of chart"], &offer("", &kinds, "\"kind\" is one of"));
            return None;
        };
        let name = value.text().unwrap_or_default();
        let form = FORMS.iter().find(|form| form.name == name);
        if form.is_none() {
            let parts = ["no kind \"", name, "\""];
            let message: &[&str] = if name.is_empty() { &["not a kind of chart"] } else { &parts };
            self.error("unknown-kind", "/kind", message, &offer(name, &kinds, "the kinds are"));
        }
        form
    }

    fn key(&mut self, spec: &mut Spec, key: &Key, value: &Value, pointer: &str) {
        let lang = spec.lang.clone();
        let wanted = match &key.shape {
            Shape::Kind => return,
            Shape::Words(place) => match words(value, &lang) {
                Some(text) => return *place(spec) = text.trim().into(),
                None => "words",
            },
            Shape::Name(place) => match column(spec, value, &lang) {
                Some(text) => return *place(spec) = text,
                None => "the name of a column",
            },
            Shape::List(place) | Shape::Names(place) => {
                let single = core::slice::from_ref(value);
                let values = if let Value::List(values) = value { values } else { single };
                let texts: Option<Vec<String>> = match key.shape {
                    Shape::Names(_) => values.iter().map(|value| column(spec, value, &lang)).collect(),
                    _ => values.iter().map(|value| name(value, &lang)).collect(),
                };
                match texts {
                    Some(texts) => return *place(spec) = texts,
                    None if matches!(key.shape, Shape::List(_)) => "words or a list of words",
                    None => "the name of a column or a list of names",
                }
            }
            Shape::Flag(place) => match value {
                Value::Bool(flag) => return *place(spec) = *flag,
                _ => "true or false",
            },
            Shape::Number(place, low, high) => {
                return *place(spec) = self.bounded(Some(value), (*low, *high), &[pointer]);
            }
            Shape::Choice(choices, choose) => {
                let name = value.text().unwrap_or_default();
                match choices.iter().position(|choice| *choice == name) {
                    Some(index) => return choose(spec, index),
                    None => {
                        let message = if name.is_empty() { value.noun() } else { name };
                        let hint = offer(name, choices, "write one of");
                        return self.warn("unknown-word", pointer, &["\"", message, "\" is not offered"], &hint);
                    }
                }
            }
            Shape::Source => match self.source(value, &lang, pointer) {
                Some(source) => return spec.source = Some(source),
                None => "a name or {\"name\": …, \"url\": …}",
            },
            Shape::Target => match self.target(value, &lang, pointer) {
                Some(goal) => return spec.target = Some(goal),
                None => "a number or {\"value\": …, \"period\": …}",
            },
            Shape::Annotations(place) => match self.remarks(value, &lang, pointer) {
                Some(remarks) => return *place(spec) = remarks,
                None => "an object of \"text\" and a place, or a list of them",
            },
            Shape::Shown => match self.shown(spec, value, pointer) {
                Some(columns) => return spec.columns = columns,
                None => "the name of a column, {\"column\": …, \"as\": …}, or a list of them",
            },
            Shape::Domain => match self.domain(value, pointer) {
                Some(ends) => return spec.domain = ends,
                None => "two numbers, the lower first, of which either may be null",
            },
            // The page reads it by itself.
            #[cfg(target_arch = "wasm32")]
            Shape::Brand => return,
            #[cfg(not(target_arch = "wasm32"))]
            Shape::Brand => {
                let mut read = super::brand::brand(value);
                self.problems.append(&mut read.problems);
                return spec.brand = read.value;
            }
            Shape::Scale => match scales(value) {
                Some(scales) => return spec.scale = scales,
                None => "\"linear\", \"log\" or \"symlog\"",
            },
            Shape::Data => return spec.data = self.data(value, &lang, pointer),
        };
        self.mistyped(pointer, wanted, value);
    }

    fn source(&mut self, value: &Value, lang: &str, pointer: &str) -> Option<Source> {
        if let Some(name) = words(value, lang) {
            // An object of name and address alone would pass for words in two languages.
            if value.get("name").is_none() {
                return Some(Source { name: name.into(), url: String::new() });
            }
        }
        self.parts(value, &["name", "url"], pointer);
        let name = words(value.get("name")?, lang)?;
        let mut url = value.get("url").and_then(Value::text).unwrap_or_default();
        if !url.is_empty() && !matches!(scheme(url), Some("http" | "https")) {
            let hint = "write an address that begins with https://";
            self.warn("bad-address", &[pointer, "/url"].concat(), &["not an address of a page"], hint);
            url = "";
        }
        Some(Source { name: name.into(), url: url.into() })
    }

    fn target(&mut self, value: &Value, lang: &str, pointer: &str) -> Option<Goal> {
        let mut goal = Goal::default();
        if matches!(value, Value::Number(_) | Value::Text(_)) {
            goal.value = self.number(value, pointer)?;
        } else {
            self.parts(value, &["value", "upper", "column", "period", "label"], pointer);
            goal.column = value.get("column").and_then(|column| name(column, lang)).unwrap_or_default();
            if goal.column.is_empty() {
                goal.value = self.number(value.get("value")?, &[pointer, "/value"].concat())?;
                goal.upper = value.get("upper").and_then(|upper| self.number(upper, &[pointer, "/upper"].concat()));
            }
            goal.period = value.get("period").and_then(|period| name(period, lang)).unwrap_or_default();
            goal.label = value.get("label").and_then(|label| words(label, lang)).unwrap_or_default().into();
        }
        let ordered = goal.upper.is_none_or(|upper| upper >= goal.value);
        ordered.then_some(goal)
    }

    fn data(&mut self, value: &Value, lang: &str, pointer: &str) -> Data {
        // No address has line breaks: that is the file itself.
        let url = value.get("url").or_else(|| value.text().map(|_| value)).and_then(Value::text);
        let url = url.filter(|url| !url.trim().contains('\n'));
        match url {
            Some("table") => Data::Host,
            Some(url) if !url.trim().is_empty() && matches!(scheme(url), None | Some("http" | "https")) => {
                Data::Address(url.trim().into())
            }
            Some(_) => {
                let hint = "write the address of a CSV or JSON file, relative to the spec or with https://";
                self.error("bad-address", pointer, &["not an address of data"], hint);
                Data::Unsaid
            }
            None => {
                let mut read = from_value(value, lang);
                self.problems.append(&mut read.problems);
                Data::Inline(read.value)
            }
        }
    }

    /// A finite number; one in quotes is read too, and told of.
    fn number(&mut self, value: &Value, pointer: &str) -> Option<f64> {
        match value {
            Value::Number(number) => Some(*number).filter(|number| number.is_finite()),
            Value::Text(text) => {
                let number = read_number(text, false)?.value;
                let message = ["\"", text.as_str(), "\" is text; it is read as a number"];
                let hint = ["write ", &plain(number), " without quotes"].concat();
                self.warn("number-in-quotes", pointer, &message, &hint);
                Some(number)
            }
            _ => None,
        }
    }

    /// A number between two bounds; one beyond them, and what is none, is told and left out.
    pub(super) fn bounded(&mut self, value: Option<&Value>, (low, high): (f64, f64), pointer: &[&str]) -> Option<f64> {
        let (value, pointer) = (value?, pointer.concat());
        let number = self.number(value, &pointer);
        match number {
            Some(number) if number >= low && number <= high => return Some(number),
            Some(_) if low > f64::MIN => {
                let hint = ["write a number from ", &plain(low), " to ", &plain(high)].concat();
                self.warn("out-of-range", &pointer, &["out of range"], &hint);
            }
            _ => self.mistyped(&pointer, "a number", value),
        }
        None
    }

    fn domain(&mut self, value: &Value, pointer: &str) -> Option<(Option<f64>, Option<f64>)> {
        let Value::List(ends) = value else { return None };
        let [low, high] = ends.as_slice() else { return None };
        let mut end = |value: &Value, place: &str| match value {
            Value::Null => Some(None),
            _ => self.number(value, &[pointer, place].concat()).map(Some),
        };
        let (low, high) = (end(low, "/0")?, end(high, "/1")?);
        (!matches!((low, high), (Some(low), Some(high)) if low >= high)).then_some((low, high))
    }

    /// Warns of unknown keys in an object that is the value of a key.
    pub(super) fn parts(&mut self, value: &Value, known: &[&str], pointer: &str) {
        let Value::Map(entries) = value else { return };
        for (name, _) in entries.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            let hint = offer(name, known, "the keys are");
            self.warn("unknown-key", &[pointer, "/", &escaped(name)].concat(), &["unknown key \"", name, "\""], &hint);
        }
    }

    pub(super) fn mistyped(&mut self, pointer: &str, wanted: &str, value: &Value) {
        let found = if matches!(value, Value::Map(_) | Value::List(_)) { "something else" } else { value.noun() };
        self.warn("wrong-type", pointer, &["expected ", wanted, ", found ", found], "the key is left out of account");
    }

    #[inline(never)]
    pub(super) fn warn(&mut self, kind: &'static str, pointer: &str, message: &[&str], hint: &str) {
        self.problems.push(Problem::warning(kind, Place::spec(pointer), message.concat(), hint.into()));
    }

    #[inline(never)]
    fn error(&mut self, kind: &'static str, pointer: &str, message: &[&str], hint: &str) {
        self.problems.push(Problem::error(kind, Place::spec(pointer), message.concat(), hint.into()));
    }
}

/// The kinds that heed a key, as a hint.
fn used_by(key: &Key) -> String {
    let mut hint = String::from("it is for");
    for form in FORMS.iter().filter(|form| key.is_heeded_by(form)) {
        hint.push_str(if hint.ends_with("for") { " " } else { ", " });
        hint.push_str(form.name);
    }
    hint
}

/// A name of a column or category: words, or a number as such names often are (`2015`).
pub(super) fn name(value: &Value, lang: &str) -> Option<String> {
    match value {
        Value::Number(number) if number.is_finite() => Some(plain(*number)),
        _ => words(value, lang).map(String::from),
    }
}

/// The name of a column. In several languages it is what readers see, while the data may have any of the names.
pub(super) fn column(spec: &mut Spec, value: &Value, lang: &str) -> Option<String> {
    let own = name(value, lang)?;
    if let Value::Map(entries) = value {
        for other in entries.iter().filter_map(|(_, words)| words.text()).filter(|other| *other != own) {
            spec.renamed.push((other.into(), own.clone()));
        }
    }
    Some(own)
}

/// One word for both axes, or a list of two.
fn scales(value: &Value) -> Option<(Scaling, Scaling)> {
    let read = |value: &Value| value.text().and_then(Scaling::parse);
    match value {
        Value::List(words) => match words.as_slice() {
            [across, upright] => Some((read(across)?, read(upright)?)),
            _ => None,
        },
        word => read(word).map(|scaling| (scaling, scaling)),
    }
}

/// The scheme of an address (RFC 3986), `None` of a relative one.
fn scheme(url: &str) -> Option<&str> {
    // Browsers drop white space and control characters inside a scheme, and `//host` takes the page's own.
    let (scheme, _) = url.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then_some(scheme.trim())
}

/// A key as a part of a JSON pointer (RFC 6901).
pub(super) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests;
