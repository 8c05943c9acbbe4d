use super::object::{Record, list, texts};
use crate::describe::{self, Pivot};
use crate::each::each;
use crate::locale::{Locale, Message, Period};
use crate::paint;
use crate::problem::{Problem, Severity};
use crate::scene::{Datum, KeyEntry, Manner, Scene, Swatch};
use crate::spec::{Checked, Qualifier, Spec, locate, review};
use crate::theme::Theme;
use core::ops::Range;
use js_sys::Float64Array;
use std::borrow::Cow;
use wasm_bindgen::prelude::*;

/// What the page shows around the plot; nothing but the problems where there is no scene.
pub(super) fn words(scene: Option<&Scene>, locale: &dyn Locale, problems: &[Problem]) -> JsValue {
    let words = Record::new();
    words.put("problems", &list(&mut problems.iter().map(problem)));
    let Some(scene) = scene else { return words.into() };
    let caption = &scene.caption;
    words.text("lang", locale.lang());
    words.put("rtl", &JsValue::from_bool(locale.rtl()));
    words.text("title", &caption.title);
    words.text("subtitle", &caption.subtitle);
    words.put("key", &list(&mut caption.key.iter().map(key)));
    words.put("notes", &texts(&caption.notes));
    words.text("source", &caption.source);
    words.text("sourceUrl", &caption.source_url);
    words.text("byline", &caption.byline);
    words.number("width", scene.width);
    words.number("height", scene.height);
    words.number("count", scene.data.len() as f64);
    words.into()
}

/// What an editor would ask, as problems.
#[inline(never)]
pub(super) fn asked(spec: &Spec, text: &str, checked: &Checked) -> JsValue {
    let mut problems = review(spec, checked);
    locate(text, &mut problems);
    list(&mut problems.iter().map(problem))
}

/// What the chart says to those who do not see it: sentences and a table.
#[inline(never)]
pub(super) fn told((scene, pivot): (&Scene, &mut Option<Pivot>), locale: &dyn Locale) -> JsValue {
    let told = Record::new();
    told.text("description", &describe::describe(scene, locale));
    let pivot = pivot.get_or_insert_with(|| Pivot::new(scene));
    told.put("head", &texts(&pivot.head(scene, locale)));
    told.number("count", pivot.len() as f64);
    told.into()
}

/// Some rows of the data table, and what says how many more there are, if there are any.
#[inline(never)]
pub(super) fn rows((scene, pivot): (&Scene, &mut Option<Pivot>), range: Range<usize>, locale: &dyn Locale) -> JsValue {
    let told = Record::new();
    let pivot = pivot.get_or_insert_with(|| Pivot::new(scene));
    let rest = pivot.len().saturating_sub(range.end);
    let more = locale.say(Message::AndMore, &[&locale.number(rest as f64, 0)]);
    told.text("more", if rest > 0 { &more } else { "" });
    told.put("rows", &list(&mut pivot.rows(scene, locale, range).iter().map(|row| texts(row))));
    told.into()
}

/// From so many data on dates are not written out for a walk.
const MANY: usize = 2000;

/// What a walk through the data needs to know of each, in one text and one array, since there may be very many: series,
/// label and period (fields end at U+001F, data at U+001E), and value (NaN for none), anchor x and y, and the reach's x, y,
/// width and height, in CSS pixels.
#[inline(never)]
pub(super) fn outline(scene: &Scene, locale: &dyn Locale) -> JsValue {
    let outline = Record::new();
    let mut text = String::new();
    let mut numbers: Vec<f64> = Vec::with_capacity(7 * scene.data.len());
    let many = scene.data.len() > MANY;
    for datum in &scene.data {
        if datum.id > 0 {
            text.push('\u{1e}');
        }
        let period = datum.period.map(iso).unwrap_or_default();
        // Very many dates are known by their figures: writing each out would take longer than drawing them.
        let label = if datum.dated && many { Cow::Borrowed(period.as_str()) } else { datum.label(locale) };
        for (index, field) in [&datum.series, &*label, &period].into_iter().enumerate() {
            if index > 0 {
                text.push('\u{1f}');
            }
            text.extend(field.chars().filter(|letter| !matches!(letter, '\u{1e}' | '\u{1f}')));
        }
        let Datum { anchor, reach, .. } = datum;
        let value = datum.value.unwrap_or(f64::NAN);
        numbers.extend([value, anchor.x, anchor.y, reach.x, reach.y, reach.width, reach.height]);
    }
    outline.text("text", &text);
    outline.put("numbers", &Float64Array::from(numbers.as_slice()).into());
    outline.into()
}

/// The scene as SVG, with its description: a part of the wasm that loads when a reader or a script asks for it, so it
/// too must stay a function of its own.
#[inline(never)]
pub(super) fn drawn(scene: &Scene, theme: &Theme, locale: &dyn Locale) -> String {
    paint::svg(scene, theme, &describe::describe(scene, locale))
}

/// A problem in its five fields.
pub(super) fn problem(problem: &Problem) -> JsValue {
    let record = Record::new();
    record.text("kind", problem.kind);
    record.text("severity", if problem.severity == Severity::Error { "error" } else { "warning" });
    record.text("place", &problem.place.say());
    record.text("message", &problem.message);
    record.text("hint", &problem.hint);
    record.into()
}

fn key(entry: &KeyEntry) -> JsValue {
    let record = Record::new();
    record.text("label", &entry.label);
    record.text("color", &entry.color.css());
    record.text(
        "swatch",
        match entry.swatch {
            Swatch::Square => "square",
            Swatch::Hollow => "hollow",
            Swatch::Line => "line",
            Swatch::Dashes => "dashes",
            Swatch::Dot => "dot",
            Swatch::Ring => "ring",
            Swatch::Diamond => "diamond",
            Swatch::Triangle => "triangle",
        },
    );
    record.into()
}

/// One datum, as `chartselect` hands it on.
pub(super) fn datum(datum: &Datum, manner: &Manner, locale: &dyn Locale) -> JsValue {
    let record = Record::new();
    record.text("name", &describe::name(datum, manner, locale));
    record.text("heading", &describe::heading(datum, locale));
    record.number("id", f64::from(datum.id));
    record.text("series", &datum.series);
    record.text("label", &datum.label(locale));
    record.put("value", &datum.value.map_or(JsValue::NULL, JsValue::from_f64));
    record.text("text", &datum.text(manner, locale));
    record.text("unit", datum.unit(manner));
    record.put("period", &datum.period.map_or(JsValue::NULL, |period| JsValue::from_str(&iso(period))));
    let qualifier = Qualifier::ALL.iter().find(|(_, known)| Some(*known) == datum.qualifier);
    record.put("qualifier", &qualifier.map_or(JsValue::NULL, |(word, _)| JsValue::from_str(word)));
    let details = each(datum.details(), &mut |detail| detail.say(manner, locale));
    record.put("details", &texts(&details));
    if datum.value.is_none() && datum.own_text().is_none() {
        record.put("missing", &JsValue::TRUE);
    }
    if let Some(said) = &datum.said {
        if let Some(shade) = said.shade {
            record.text("shade", &shade.css());
        }
        if !said.course.is_empty() {
            let course: Vec<f64> = said.course.iter().flat_map(|(along, value)| [*along, *value]).collect();
            record.put("course", &Float64Array::from(course.as_slice()).into());
        }
    }
    record.put("anchor", &place(datum.anchor.x, datum.anchor.y));
    let reach = place(datum.reach.x, datum.reach.y);
    reach.number("width", datum.reach.width);
    reach.number("height", datum.reach.height);
    record.put("reach", &reach);
    record.into()
}

fn place(x: f64, y: f64) -> Record {
    let record = Record::new();
    record.number("x", x);
    record.number("y", y);
    record
}

/// A period as ISO 8601 writes it; halves and quarters, which it has not, as `2020-H1` and `2020-Q1`.
fn iso(period: Period) -> String {
    let year = period.year().to_string();
    let two = |number: u8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    match period {
        Period::Year(_) => year,
        Period::Half(_, half) => [&year, "-H", &half.to_string()].concat(),
        Period::Quarter(_, quarter) => [&year, "-Q", &quarter.to_string()].concat(),
        Period::Month(_, month) => [&year, "-", &two(month)].concat(),
        Period::Week(_, week) => [&year, "-W", &two(week)].concat(),
        Period::Day(_, month, day) => [&year, "-", &two(month), "-", &two(day)].concat(),
    }
}
