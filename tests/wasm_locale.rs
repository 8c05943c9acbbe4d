//! The tables of expectations of `tests/locale.rs`, written by the browser's `Intl`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic)]

use indicator_chart::locale::{Locale, Period, PeriodStyle, browser, templates};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const CLDR: &str = include_str!("locale/expected.json");
const HOUSE: &str = include_str!("locale/house.json");

/// What the locale makes of one row of the table: `[language, method, arguments, expected]`.
fn said(locale: &dyn Locale, method: &str, with: &Array) -> String {
    let text = |at: u32| with.get(at).as_string().unwrap();
    let number = |at: u32| with.get(at).as_f64().unwrap();
    match method {
        "number" => locale.number(number(0), number(1) as u8),
        "signed" => locale.signed(number(0), number(1) as u8),
        "compact" => locale.compact(number(0)),
        "rank" => locale.rank(number(0)),
        "unit" => locale.with_unit(&text(0), &text(1)),
        "list" => locale.list(&with.iter().map(|item| item.as_string().unwrap()).collect::<Vec<_>>()),
        "period" => {
            let style = match text(1).as_str() {
                "long" => PeriodStyle::Long,
                "short" => PeriodStyle::Short,
                _ => PeriodStyle::Tick,
            };
            locale.period(&Period::parse(&text(0)).unwrap(), style)
        }
        // Fiscal years and eras are the author's own words.
        "alone" => Period::parse(&text(0)).map_or(text(0), |period| locale.period(&period, PeriodStyle::Long)),
        _ => panic!("no method {method}"),
    }
}

/// The words of a language.
fn words(lang: &str) -> String {
    let file = match lang.split('-').next() {
        Some("ar") => include_str!("../src/locale/words/ar.txt"),
        Some("de") => include_str!("../src/locale/words/de.txt"),
        Some("es") => include_str!("../src/locale/words/es.txt"),
        Some("fr") => include_str!("../src/locale/words/fr.txt"),
        Some("hi") => include_str!("../src/locale/words/hi.txt"),
        Some("ja") => include_str!("../src/locale/words/ja.txt"),
        Some("ko") => include_str!("../src/locale/words/ko.txt"),
        Some("pt") => include_str!("../src/locale/words/pt.txt"),
        Some("ru") => include_str!("../src/locale/words/ru.txt"),
        Some("zh") if lang.contains("Hant") || lang.contains("TW") => include_str!("../src/locale/words/zh-Hant.txt"),
        Some("zh") => include_str!("../src/locale/words/zh-Hans.txt"),
        _ => return String::new(),
    };
    templates(file)
}

/// Holds the locales against a table. A fifth entry of a row names a side whose data differ: `{"browser": "…", "why": "…"}`.
fn check(table: &str) {
    let table: Array = JSON::parse(table).unwrap().into();
    let mut wrong = Vec::new();
    for row in table.iter() {
        let row: Array = row.into();
        let lang = row.get(0).as_string().unwrap();
        let method = row.get(1).as_string().unwrap();
        let differing = Reflect::get(&Object::from(row.get(4)), &"browser".into()).ok();
        let expected = differing.and_then(|text| text.as_string()).or(row.get(3).as_string()).unwrap();
        let said = said(browser(&lang, words(&lang)).as_ref(), &method, &row.get(2).into());
        if said != expected {
            let with = JSON::stringify(&row.get(2)).unwrap();
            wrong.push(format!("{lang} {method} {with}: {said:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), table.length(), wrong.join("\n"));
}

#[wasm_bindgen_test]
fn intl_writes_what_cldr_says() {
    check(CLDR);
}

#[wasm_bindgen_test]
fn intl_writes_what_the_house_says() {
    check(HOUSE);
}

#[wasm_bindgen_test]
fn what_is_no_number_or_language_is_survived() {
    for tag in ["", "x", "not a language", "en-US-u-nu-latn", "é"] {
        let locale = browser(tag, String::new());
        assert_eq!(locale.number(f64::NAN, 0), "–");
        assert_eq!(locale.compact(f64::NEG_INFINITY), "–");
        assert_eq!(locale.number(7387.0, 255).len(), "7,387.".len() + 20);
        assert!(locale.number(1e300, 0).len() > 300);
        assert_eq!(locale.list(&[]), "");
        assert_eq!(locale.period(&Period::Month(-44, 3), PeriodStyle::Long), "\u{2212}44");
    }
}
