use crate::value::Value;

/// Words as an author writes them: text, or one text for each language (`{"en": "Share", "zh-Hans": "占比"}`).
///
/// Of several languages the one asked for wins, by its whole tag, else by its first part (`zh-CN` finds
/// `zh-Hans`), else English, else the first. `None` where the value is no words at all.
pub fn words<'a>(value: &'a Value, lang: &str) -> Option<&'a str> {
    let Value::Map(entries) = value else {
        return value.text();
    };
    if entries.is_empty() || entries.iter().any(|(_, words)| words.text().is_none()) {
        return None;
    }
    let find = |fits: &dyn Fn(&str) -> bool| entries.iter().find(|(tag, _)| fits(tag));
    find(&|tag| tag.eq_ignore_ascii_case(lang))
        .or_else(|| find(&|tag| primary(tag).eq_ignore_ascii_case(primary(lang))))
        .or_else(|| find(&|tag| primary(tag).eq_ignore_ascii_case("en")))
        .or_else(|| entries.first())
        .and_then(|(_, words)| words.text())
}

/// The language itself, without script and region.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language_speaks() {
        let value: Value =
            serde_json::from_str(r#"{"de": "Anteil", "en": "Share", "zh-Hant": "佔比", "zh-Hans": "占比"}"#).unwrap();
        assert_eq!(words(&value, "zh-Hans"), Some("占比"));
        assert_eq!(words(&value, "zh-CN"), Some("佔比"));
        assert_eq!(words(&value, "de-AT"), Some("Anteil"));
        assert_eq!(words(&value, "fr"), Some("Share"));
        let value: Value = serde_json::from_str(r#"{"ja": "割合", "ko": "비율"}"#).unwrap();
        assert_eq!(words(&value, "fr"), Some("割合"));
    }

    #[test]
    fn only_words_are_words() {
        for text in ["5", "{}", "[\"a\"]", "{\"en\": 5}", "null", "true"] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(words(&value, "en"), None, "{text}");
        }
    }
}
