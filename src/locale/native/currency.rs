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

/// The sign of a currency in a language; its code where there is none.
fn symbol<'a>(lang: &str, code: &'a str) -> &'a str {
    let english = lang.starts_with("en");
    let own = match (Tongue::of(lang), code) {
        (Tongue::Hans, "CNY") | (Tongue::Hant, "JPY") | (Tongue::German, "JPY") => "¥",
        (Tongue::Japanese, "JPY") => "￥",
        (Tongue::Japanese, "CNY") => "元",
        (Tongue::Japanese | Tongue::German, "USD") | (Tongue::Hant, "TWD") => "$",
        (Tongue::Japanese, "AUD") => "A$",
        (Tongue::Hans | Tongue::Hant, "PHP") | (Tongue::French, "JPY" | "CNY" | "HKD" | "TWD") => code,
        (Tongue::French, "USD") => "$US",
        (Tongue::French, "GBP") => "£GB",
        (Tongue::French, "AUD") => "$AU",
        (Tongue::French, "CAD") => "$CA",
        (Tongue::French, "SGD") => "$SG",
        (Tongue::French, "MXN") => "$MX",
        (Tongue::French, "NZD") => "$NZ",
        (Tongue::German, "THB") => "฿",
        (Tongue::Hant, "KRW") => "￦",
        (Tongue::Other, "USD") if english && (lang == "en" || lang.ends_with("US")) => "$",
        (Tongue::Other, "JPY") if english && !lang.ends_with("GB") => "¥",
        (Tongue::Other, "AUD") if english => "A$",
        (Tongue::Other, "PHP") if english => "₱",
        _ => "",
    };
    if !own.is_empty() {
        return own;
    }
    match code {
        "USD" => "US$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "JP¥",
        "CNY" => "CN¥",
        "HKD" => "HK$",
        "TWD" => "NT$",
        "KRW" => "₩",
        "INR" => "₹",
        "BRL" => "R$",
        "AUD" => "AU$",
        "CAD" => "CA$",
        "MXN" => "MX$",
        "NZD" => "NZ$",
        "VND" => "₫",
        "ILS" => "₪",
        _ => code,
    }
}
