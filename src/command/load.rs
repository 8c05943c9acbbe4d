use super::twice::twice;
use crate::problem::{Place, Problem, Severity, Warned};
use crate::spec::{self, Checked, Data};
use crate::table::{Table, from_csv, from_value};
use crate::theme;
use crate::value::Value;
use std::fs;
use std::path::Path;

/// A spec with its data, read and checked.
pub struct Loaded {
    /// What can be drawn; `None` where a problem is an error.
    pub checked: Option<Checked>,
    /// The language in force.
    pub lang: String,
    /// Everything found, with line and column where it is in the spec.
    pub problems: Vec<Problem>,
    /// Whether the spec says no more than most do, so that a light part of the engine draws it in a page.
    pub plain: bool,
}

/// Kinds of which the engine has a light part, and what a spec may say that such a part draws; www/role.js has the same.
const MOSTLY_PLAIN: [&str; 6] = ["bar", "column", "line", "dot", "lollipop", "diverging-bar"];
const PLAIN: [&str; 17] = [
    "alt", "better", "byline", "brand", "data", "decimals", "kind", "lang", "measure", "note", "sort", "source",
    "subtitle", "title", "unit", "x", "y",
];

/// Whether a light part of the engine draws such a chart.
fn is_plain(spec: &Value) -> bool {
    let Value::Map(entries) = spec else { return false };
    entries.iter().all(|(name, value)| match (name.as_str(), value) {
        ("kind", Value::Text(kind)) => MOSTLY_PLAIN.contains(&kind.as_str()),
        ("y", Value::List(_)) => false,
        (name, _) => PLAIN.contains(&name),
    })
}

impl Loaded {
    /// Nothing but a problem.
    pub(super) fn failed(problem: Problem) -> Self {
        Self { checked: None, lang: "en".into(), problems: vec![problem], plain: false }
    }
}

/// What wins over what a spec says itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Wish<'a> {
    /// The language (BCP 47).
    pub(super) lang: Option<&'a str>,
    /// A file with a brand.
    pub(super) brand: Option<&'a Path>,
}

/// Reads the spec in a file; addresses of data are relative to that file. `lang` wins over the spec's own language.
pub fn load(path: &Path, lang: Option<&str>) -> Loaded {
    load_as(path, &Wish { lang, brand: None })
}

/// Reads a spec in a text; addresses of data are relative to `folder`. `lang` wins over the spec's own language.
pub fn load_text(text: &str, folder: &Path, lang: Option<&str>) -> Loaded {
    load_text_as(text, folder, &Wish { lang, brand: None })
}

/// As [`load`].
pub(super) fn load_as(path: &Path, wish: &Wish) -> Loaded {
    match fs::read_to_string(path) {
        Ok(text) => load_text_as(&text, path.parent().unwrap_or(Path::new("")), wish),
        Err(error) => {
            let message = format!("cannot read {}: {error}", path.display());
            let hint = "give the path of a JSON file in UTF-8".into();
            Loaded::failed(Problem::error("no-such-file", Place::spec(""), message, hint))
        }
    }
}

/// As [`load_text`].
pub(super) fn load_text_as(text: &str, folder: &Path, wish: &Wish) -> Loaded {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut value = match json(text, "the spec", false) {
        Ok(value) => value,
        Err(problem) => return Loaded::failed(problem),
    };
    if let (Some(lang), Value::Map(entries)) = (wish.lang, &mut value) {
        entries.retain(|(name, _)| name != "lang");
        entries.push(("lang".into(), Value::Text(lang.into())));
    }
    if let (Some(path), Value::Map(entries)) = (wish.brand, &mut value) {
        let brand = match brand(path) {
            Ok(brand) => brand,
            Err(problem) => return Loaded::failed(problem),
        };
        entries.retain(|(name, _)| name != "brand");
        entries.push(("brand".into(), brand));
    }
    let mut problems = twice(&mut value, false);
    let Warned { value: spec, problems: found } = spec::parse(&value, "");
    problems.extend(found);
    let mut loaded = Loaded { checked: None, lang: "en".into(), problems: Vec::new(), plain: is_plain(&value) };
    if let Some(spec) = spec {
        let table = match &spec.data {
            Data::Inline(table) => table.clone(),
            Data::Address(address) => {
                let mut read = file(folder, address, &spec.lang);
                problems.append(&mut read.problems);
                read.value
            }
            Data::Host | Data::Unsaid => {
                let hint = "name a CSV or JSON file for the command line: {\"url\": \"…\"}".into();
                let message = "\"table\" stands for a table in a page, and here is none".into();
                problems.push(Problem::error("no-data", Place::spec("/data"), message, hint));
                Table::default()
            }
        };
        if !problems.iter().any(|problem| problem.severity == Severity::Error) {
            let mut checked = spec::check(&spec, &table);
            problems.append(&mut checked.problems);
            problems.extend(spec.brand.iter().flat_map(theme::review));
            loaded.checked = checked.value;
        }
        loaded.lang = spec.lang;
    }
    spec::locate(text, &mut problems);
    loaded.problems = problems;
    loaded
}

fn file(folder: &Path, address: &str, lang: &str) -> Warned<Table> {
    let refuse = |message: String, hint: &str| {
        let problem = Problem::error("no-such-file", Place::spec("/data/url"), message, hint.into());
        Warned { value: Table::default(), problems: vec![problem] }
    };
    if address.contains("://") || address.starts_with("//") {
        return refuse(format!("{address} is not fetched by the command line"), "download it and name the file");
    }
    let path = folder.join(address.split(['?', '#']).next().unwrap_or(address));
    if !is_near(&path, folder) {
        return refuse(
            format!("{address} lies outside the folder of the spec and outside the folder you are in"),
            "move the file, or run the command in a folder that holds both",
        );
    }
    match fs::read(&path) {
        Ok(bytes) => {
            // A file of unknown encoding is read as far as it is UTF-8.
            let text = String::from_utf8_lossy(&bytes);
            if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
                return from_csv(&text);
            }
            match json(text.strip_prefix('\u{feff}').unwrap_or(&text), address, true) {
                Ok(mut value) => {
                    let mut problems = twice(&mut value, true);
                    let mut read = from_value(&value, lang);
                    problems.append(&mut read.problems);
                    Warned { value: read.value, problems }
                }
                Err(problem) => Warned { value: Table::default(), problems: vec![problem] },
            }
        }
        Err(error) => refuse(format!("cannot read {address}: {error}"), "the path is relative to the spec"),
    }
}

/// The brand in a file.
fn brand(path: &Path) -> Result<Value, Problem> {
    let text = fs::read_to_string(path).map_err(|error| {
        let message = format!("cannot read {}: {error}", path.display());
        Problem::error("no-such-file", Place::spec("/brand"), message, "give the path of a JSON file in UTF-8".into())
    })?;
    json(text.strip_prefix('\u{feff}').unwrap_or(&text), &path.display().to_string(), false)
}

/// Whether a file may be read for a spec: one in the spec's folder or below, or below the working folder. A spec that came
/// from elsewhere shall not show what else is on this machine. A file that is not there is reported when it is read.
fn is_near(path: &Path, folder: &Path) -> bool {
    let Ok(path) = path.canonicalize() else { return true };
    let here = |folder: &Path| folder.canonicalize().is_ok_and(|folder| path.starts_with(folder));
    here(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }) || here(Path::new("."))
}

/// Reads JSON, and says where it is none.
fn json(text: &str, what: &str, is_data: bool) -> Result<Value, Problem> {
    let read = serde_json::from_str(text).or_else(|_| serde_json::from_str(&mended(text)));
    read.map_err(|_| spec::broken(text, what, is_data))
}

/// JSON that pages read and this reader does not: half a character, as of words that were cut in two, becomes the mark of a
/// lost one, and a number past all doubles becomes words, which are told of as no number.
fn mended(text: &str) -> String {
    let (mut out, mut rest, mut quoted) = (String::new(), text, false);
    let half = |text: &str| text.strip_prefix("\\u").and_then(|text| u16::from_str_radix(text.get(..4)?, 16).ok());
    while let Some(letter) = rest.chars().next() {
        let number = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "+-.".contains(letter)));
        let (token, length) = match (quoted, letter) {
            (true, '\\') => match half(rest) {
                Some(0xD800..=0xDBFF) if matches!(half(rest.get(6..).unwrap_or_default()), Some(0xDC00..=0xDFFF)) => {
                    (None, 12)
                }
                Some(0xD800..=0xDFFF) => (Some("\\ufffd".into()), 6),
                _ => (None, 1 + rest.chars().nth(1).map_or(0, char::len_utf8)),
            },
            (false, '-' | '0'..='9') => {
                let length = number.unwrap_or(rest.len());
                let word = rest.get(..length).unwrap_or_default();
                let endless = word.parse().is_ok_and(f64::is_infinite);
                (endless.then(|| format!("\"{word}\"")), length)
            }
            _ => (None, letter.len_utf8()),
        };
        quoted ^= letter == '"';
        let (done, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        out.push_str(token.as_deref().unwrap_or(done));
        rest = after;
    }
    out
}
