/// A language as far as the widget's own words and rules tell languages apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    /// Chinese in simplified characters.
    Hans,
    /// Chinese in traditional characters: its own numbers and dates, English words.
    Hant,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
    /// French.
    French,
    /// German.
    German,
    /// English, and every language that the widget has no words for.
    Other,
}

/// Subtags of the script, and of the regions where it is usual.
const TRADITIONAL: [&str; 4] = ["Hant", "TW", "HK", "MO"];

impl Tongue {
    /// The language of a tag (BCP 47).
    pub(super) fn of(lang: &str) -> Self {
        let mut subtags = lang.split('-');
        match subtags.next().unwrap_or_default() {
            // The script, where it is said, else the region tells the characters.
            "zh" if subtags
                .find(|subtag| *subtag == "Hans" || TRADITIONAL.contains(subtag))
                .is_some_and(|s| s != "Hans") =>
            {
                Self::Hant
            }
            "zh" => Self::Hans,
            "ja" => Self::Japanese,
            "ko" => Self::Korean,
            "fr" => Self::French,
            "de" => Self::German,
            _ => Self::Other,
        }
    }

    /// Whether units in Chinese characters or kana follow their number without a space.
    pub(super) fn is_dense(self) -> bool {
        matches!(self, Self::Hans | Self::Hant | Self::Japanese | Self::Korean)
    }
}

/// How near words in one language are to a reader of another: 5 the same tag, 4 the same language in the same
/// characters and without a region, 3 with one, 2 the same language, 1 English, 0 anything else.
pub fn kinship(words: &str, reader: &str) -> u8 {
    let (words, reader) = (canonical(words), canonical(reader));
    let primary = |tag: &str| String::from(tag.split('-').next().unwrap_or_default());
    if words == reader {
        return 5;
    }
    if primary(&words) != primary(&reader) {
        return u8::from(primary(&words) == "en");
    }
    if Tongue::of(&words) != Tongue::of(&reader) {
        return 2;
    }
    let region = words.split('-').skip(1).any(|subtag| subtag.len() == 2);
    if region { 3 } else { 4 }
}

/// Whether a language is written from right to left.
pub fn is_rtl(lang: &str) -> bool {
    matches!(lang.split('-').next(), Some("ar" | "he" | "fa" | "ur"))
}

/// A language tag as BCP 47 likes it (`zh-Hans-CN`), whatever the author's case and joints.
pub(super) fn canonical(tag: &str) -> String {
    let mut text = String::new();
    for (index, subtag) in tag.trim().split(['-', '_']).enumerate() {
        if index > 0 {
            text.push('-');
        }
        let start = text.len();
        text.push_str(subtag);
        let Some(own) = text.get_mut(start..) else { continue };
        own.make_ascii_lowercase();
        // Scripts have a capital, regions are capitals.
        let capitals = match (index, own.len()) {
            (1.., 2) => 2,
            (1.., 4) => 1,
            _ => 0,
        };
        if let Some(own) = own.get_mut(..capitals) {
            own.make_ascii_uppercase();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_tidied_and_told_apart() {
        assert_eq!(canonical("ZH_hans-cn"), "zh-Hans-CN");
        assert_eq!(canonical(" en "), "en");
        assert_eq!(canonical("é-éé"), "é-éé");
        for (tag, tongue) in [
            ("zh", Tongue::Hans),
            ("zh-CN", Tongue::Hans),
            ("zh-Hans-HK", Tongue::Hans),
            ("zh-TW", Tongue::Hant),
            ("zh-Hant", Tongue::Hant),
            ("ja-JP", Tongue::Japanese),
            ("en", Tongue::Other),
            ("", Tongue::Other),
        ] {
            assert_eq!(Tongue::of(tag), tongue, "{tag}");
        }
    }
}
