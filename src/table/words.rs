use crate::locale::kinship;
use crate::value::Value;

/// Words as an author writes them: text, or one text for each language (`{"en": "Share", "zh-Hans": "占比"}`).
///
/// Of several languages the nearest to the one asked for speaks: the same tag, else the same language in the same
/// characters (`zh-CN` finds `zh-Hans`, `en-GB` finds `en`), else in others (`zh-TW` finds `zh-Hans` where there is no
/// `zh-Hant`), else English, else the first. `None` where the value is no words at all.
pub fn words<'a>(value: &'a Value, lang: &str) -> Option<&'a str> {
    let Value::Map(entries) = value else {
        return value.text();
    };
    if entries.iter().any(|(_, words)| words.text().is_none()) {
        return None;
    }
    let mut nearest: Option<(u8, &str)> = None;
    for (tag, words) in entries {
        let near = kinship(tag, lang);
        // Of equally near ones the first.
        if nearest.is_none_or(|(best, _)| near > best) {
            nearest = words.text().map(|words| (near, words));
        }
    }
    nearest.map(|(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language_speaks() {
        let value: Value =
            serde_json::from_str(r#"{"de": "Anteil", "en": "Share", "zh-Hant": "佔比", "zh-Hans": "占比"}"#).unwrap();
        for (lang, expected) in [
            ("zh-Hans", "占比"),
            ("zh-CN", "占比"),
            ("zh", "占比"),
            ("zh-SG", "占比"),
            ("ZH_tw", "佔比"),
            ("zh-HK", "佔比"),
            ("zh-Hant-MO", "佔比"),
            ("zh-Hans-HK", "占比"),
            ("de-AT", "Anteil"),
            ("en-GB", "Share"),
            ("fr", "Share"),
            ("", "Share"),
        ] {
            assert_eq!(words(&value, lang), Some(expected), "{lang}");
        }
    }

    #[test]
    fn what_is_missing_falls_back_to_the_next_of_kin() {
        for (value, lang, expected) in [
            (r#"{"en": "Share", "zh-Hans": "占比"}"#, "zh-Hant", "占比"),
            (r#"{"en": "Share", "zh-Hant": "佔比"}"#, "zh-CN", "佔比"),
            (r#"{"en": "color", "en-GB": "colour"}"#, "en-GB", "colour"),
            (r#"{"en": "color", "en-GB": "colour"}"#, "en-AU", "color"),
            (r#"{"en": "color", "en-GB": "colour"}"#, "fr", "color"),
            (r#"{"en-GB": "colour", "fr": "couleur"}"#, "en", "colour"),
            (r#"{"en-GB": "colour", "en": "color"}"#, "en-US", "color"),
            (r#"{"pt-PT": "facto", "pt-BR": "fato"}"#, "pt-BR", "fato"),
            (r#"{"pt-PT": "facto", "en": "fact"}"#, "pt-BR", "facto"),
            (r#"{"ja": "割合", "ko": "비율"}"#, "fr", "割合"),
            (r#"{"zh-TW": "佔比", "zh": "占比"}"#, "zh-Hant", "佔比"),
        ] {
            let value: Value = serde_json::from_str(value).unwrap();
            assert_eq!(words(&value, lang), Some(expected), "{lang}: {value:?}");
        }
    }

    #[test]
    fn only_words_are_words() {
        for text in ["5", "{}", "[\"a\"]", "{\"en\": 5}", "null", "true"] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(words(&value, "en"), None, "{text}");
        }
    }
}
