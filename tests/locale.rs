//! Tables of expectations for both ways of writing: here for `icu`, and in `tests/wasm_locale.rs` for the browser's
//! `Intl`. `tests/locale/expected.json` is written from CLDR's data by `tests/locale/generate.mjs`; what the house decides
//! besides stands in `tests/locale/house.json`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use indicator_chart::locale::{Locale, Period, PeriodStyle, native};
use serde_json::Value;
use std::collections::HashMap;

const CLDR: &str = include_str!("locale/expected.json");
const HOUSE: &str = include_str!("locale/house.json");

/// What the locale makes of one row of a table: `[language, method, arguments, expected]`.
fn said(locale: &dyn Locale, method: &str, with: &[Value]) -> String {
    let text = |at: usize| with[at].as_str().unwrap();
    let number = |at: usize| with[at].as_f64().unwrap();
    match method {
        "number" => locale.number(number(0), number(1) as u8),
        "signed" => locale.signed(number(0), number(1) as u8),
        "compact" => locale.compact(number(0)),
        "rank" => locale.rank(number(0)),
        "unit" => locale.with_unit(text(0), text(1)),
        "list" => locale.list(&with.iter().map(|item| item.as_str().unwrap().into()).collect::<Vec<_>>()),
        "period" => {
            let style = match text(1) {
                "long" => PeriodStyle::Long,
                "short" => PeriodStyle::Short,
                _ => PeriodStyle::Tick,
            };
            locale.period(&Period::parse(text(0)).unwrap(), style)
        }
        // Fiscal years and eras are the author's own words.
        "alone" => Period::parse(text(0)).map_or(text(0).into(), |period| locale.period(&period, PeriodStyle::Long)),
        _ => panic!("no method {method}"),
    }
}

/// Holds the locales against a table. A fifth entry of a row names a side whose data differ: `{"native": "…", "why": "…"}`.
fn check(table: &str, least: usize) {
    let table: Vec<Vec<Value>> = serde_json::from_str(table).unwrap();
    assert!(table.len() >= least, "{} rows", table.len());
    let mut locales: HashMap<&str, Box<dyn Locale>> = HashMap::new();
    let mut wrong = Vec::new();
    for row in &table {
        let [lang, method, expected] = [0, 1, 3].map(|at| row[at].as_str().unwrap());
        let with = row[2].as_array().unwrap();
        let expected = row.get(4).and_then(|differing| differing["native"].as_str()).unwrap_or(expected);
        let locale = locales.entry(lang).or_insert_with(|| native(lang));
        let said = said(locale.as_ref(), method, with);
        if said != expected {
            wrong.push(format!("{lang} {method} {with:?}: {said:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

#[test]
fn icu_writes_what_cldr_says() {
    check(CLDR, 800);
}

#[test]
fn icu_writes_what_the_house_says() {
    check(HOUSE, 150);
}

#[test]
fn what_is_no_number_or_language_is_survived() {
    for tag in ["", "x", "not a language", "en-US-u-nu-latn", "é"] {
        let locale = native(tag);
        assert_eq!(locale.number(f64::NAN, 0), "–");
        assert_eq!(locale.compact(f64::NEG_INFINITY), "–");
        assert_eq!(locale.number(7387.0, 255).len(), "7,387.".len() + 20);
        assert!(locale.number(1e300, 0).len() > 300);
        assert_eq!(locale.list(&[]), "");
        assert_eq!(locale.period(&Period::Month(-44, 3), PeriodStyle::Long), "\u{2212}44");
    }
}
