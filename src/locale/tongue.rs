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

impl Tongue {
    /// The language of a tag (BCP 47).
    pub(super) fn of(lang: &str) -> Self {
        let mut subtags = lang.split(['-', '_']);
        match subtags.next().unwrap_or_default() {
            "zh" if subtags.any(|subtag| matches!(subtag, "Hant" | "TW" | "HK" | "MO")) && !lang.contains("Hans") => {
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
