//! One table of expectations, `tests/locale/expected.json`, for both ways of writing: here for `icu`, and in
//! `tests/wasm_locale.rs` for the browser's `Intl`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use indicator_chart::locale::{Locale, Period, PeriodStyle, native};
use serde_json::Value;

const TABLE: &str = include_str!("locale/expected.json");

/// What the locale makes of one row of the table: `[language, method, arguments, expected]`.
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
        _ => panic!("no method {method}"),
    }
}

#[test]
fn icu_writes_what_the_table_says() {
    let table: Vec<(String, String, Vec<Value>, String)> = serde_json::from_str(TABLE).unwrap();
    assert!(table.len() >= 120);
    let mut wrong = Vec::new();
    for (lang, method, with, expected) in &table {
        let said = said(native(lang).as_ref(), method, with);
        if said != *expected {
            wrong.push(format!("{lang} {method} {with:?}: {said:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), table.len(), wrong.join("\n"));
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
