//! The languages besides English that the command line has.

use crate::locale::tongue::Tongue;

/// Every language's file, by tag.
pub(super) static ALL: &[(&str, &str)] = &[
    ("ar", include_str!("ar.txt")),
    ("de", include_str!("de.txt")),
    ("es", include_str!("es.txt")),
    ("fr", include_str!("fr.txt")),
    ("hi", include_str!("hi.txt")),
    ("ja", include_str!("ja.txt")),
    ("ko", include_str!("ko.txt")),
    ("pt", include_str!("pt.txt")),
    ("ru", include_str!("ru.txt")),
    ("zh-Hans", include_str!("zh-Hans.txt")),
    ("zh-Hant", include_str!("zh-Hant.txt")),
];

/// The file for a language tag (BCP 47); `None` for English and for languages that have none.
pub(in crate::locale) fn named(tag: &str) -> Option<&'static str> {
    let name = match Tongue::of(tag) {
        Tongue::Hans => "zh-Hans",
        Tongue::Hant => "zh-Hant",
        _ => tag.split('-').next().unwrap_or_default(),
    };
    ALL.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
}
