use crate::locale::tongue::Tongue;
use crate::locale::unit::Affixes;

/// What a language puts around a number for "%" or a currency's code, after CLDR 48 (`percentFormats`,
/// `currencyFormats`, `currencies` in `common/main/*.xml`). `icu` has no stable formatter for either yet.
pub(super) fn affixes(lang: &str, unit: &str) -> Affixes {
    let language = lang.split('-').next().unwrap_or_default();
    let swiss = lang.ends_with("CH");
    if unit == "%" {
        return match language {
            "fr" | "de" | "es" | "sv" | "nb" | "nn" | "no" | "da" | "fi" | "cs" | "sk" | "ru" | "ro" if !swiss => {
                owned("", "\u{a0}%")
            }
            "tr" => owned("%", ""),
            "ar" => owned("", "\u{200e}%\u{200e}"),
            "fa" => owned("", "٪"),
            _ => owned("", "%"),
        };
    }
    let symbol = symbol(lang, unit);
    match language {
        "ar" => owned("\u{200f}", &["\u{a0}", symbol].concat()),
        "de" if swiss || lang.ends_with("AT") => owned(&[symbol, "\u{a0}"].concat(), ""),
        "de" | "fr" | "es" | "it" | "sv" | "nb" | "nn" | "no" | "da" | "fi" | "pl" | "cs" | "sk" | "hu" | "ru"
        | "uk" | "ro" | "el" | "bg" | "vi" => owned("", &["\u{a0}", symbol].concat()),
        "pt" if lang.ends_with("PT") => owned("", &["\u{a0}", symbol].concat()),
        "pt" | "nl" => owned(&[symbol, "\u{a0}"].concat(), ""),
        // A code, or a sign that is a word, is kept apart from the figure.
        _ if symbol.chars().next_back().is_some_and(char::is_alphabetic) => owned(&[symbol, "\u{a0}"].concat(), ""),
        _ => owned(symbol, ""),
    }
}

fn owned(before: &str, after: &str) -> Affixes {
    (before.into(), after.into())
}

/// A line for each language: its tag, then codes of currencies (ISO 4217) and their signs (`currencies` in CLDR 48), as far
/// as they are others than those of the language without its region, or of the first line. Written by
/// `tests/locale/generate.mjs`.
const SIGNS: &str = include_str!("signs.txt");

/// The sign of a currency in a language; its code where there is none.
fn symbol<'a>(lang: &str, code: &'a str) -> &'a str {
    let language = lang.split('-').next().unwrap_or_default();
    let script = match Tongue::of(lang) {
        Tongue::Hans => "zh-Hans",
        Tongue::Hant => "zh-Hant",
        _ => language,
    };
    let own = |tag: &str| {
        let line = SIGNS.lines().find_map(|line| line.strip_prefix(tag)?.strip_prefix(' '))?;
        let mut words = line.split(' ');
        words.find(|word| *word == code)?;
        words.next()
    };
    [lang, script, "und"].into_iter().find_map(own).unwrap_or(code)
}
