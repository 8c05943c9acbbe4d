//! Numbers, periods and the widget's own words, as the reader's language writes them.
//!
//! One trait, two implementations: `Intl` in the browser (no bytes shipped, every language) and the `icu`
//! crates natively. One table of expectations is run against both.

#[cfg(target_arch = "wasm32")]
mod browser;
mod capital;
mod direction;
mod message;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod ordinal;
mod period;
mod plural;
mod power;
mod span;
mod tongue;
mod unit;
mod words;

#[cfg(target_arch = "wasm32")]
pub use browser::browser;
pub use capital::capital;
pub use direction::{isolated, rtl};
pub use message::Message;
#[cfg(not(target_arch = "wasm32"))]
pub use native::native;
pub use period::{Period, PeriodStyle, Precision};
pub use power::power;
pub use tongue::{is_rtl, kinship};
pub use unit::{is_money, unit_word};
pub use words::templates;

/// A language and region's way of writing. Never a global: passed in, so the same input gives the same bytes.
pub trait Locale {
    /// The language tag (BCP 47) in force, for example `en`, `zh-Hans`, `ar`.
    fn lang(&self) -> &str;

    /// A number with grouping and exactly `decimals` digits after the mark (0 to 20), with a true minus sign
    /// where the language uses one. NaN and infinities give "–".
    fn number(&self, value: f64, decimals: u8) -> String;

    /// A number in the language's compact form with at most one digit after the mark: `1.2M`, `120万`. For ticks.
    fn compact(&self, value: f64) -> String;

    /// A period in words, in the Gregorian calendar and without a time zone.
    fn period(&self, period: &Period, style: PeriodStyle) -> String;

    /// A rank as an ordinal: `3rd`, `第3`.
    fn rank(&self, value: f64) -> String {
        let whole = value.fract() == 0.0;
        ordinal::rank(self.lang(), value, &self.number(value, if whole { 0 } else { 1 }))
    }

    /// Items joined as a list that ends in "and": `a, b and c`, `a、b和c`.
    fn list(&self, items: &[String]) -> String;

    /// A number already written, with its unit: `47.9%`, `7,387 enterprises`, `$5`, `5 元`. The unit is the
    /// author's own word; `%`, currency codes of three capitals (ISO 4217) and `percentage points` are known.
    fn with_unit(&self, number: &str, unit: &str) -> String;

    /// The templates of the widget's own words in this language, one line a message; where a line is empty or
    /// missing English stands in, while numbers, dates and lists are the language's own.
    fn templates(&self) -> &str {
        ""
    }

    /// One of the widget's own words or sentences, with its blanks `{0}`, `{1}` … filled.
    fn say(&self, message: Message, parts: &[&str]) -> String {
        let mark = || self.number(0.5, 1).chars().nth(1).unwrap_or('.');
        let filler = words::Filler { lang: self.lang(), isolate: self.rtl(), mark: &mark };
        words::say(self.templates(), &filler, message, parts)
    }

    /// Whether the language is written from right to left.
    fn rtl(&self) -> bool {
        tongue::is_rtl(self.lang())
    }

    /// Whether large numbers are counted in ten thousands: 1.1万.
    fn has_myriads(&self) -> bool {
        ["zh", "ja", "ko"].contains(&self.lang().get(..2).unwrap_or_default())
    }

    /// A number with its sign always written, as changes are: `+3.0`, `−0.7`, `0`.
    fn signed(&self, value: f64, decimals: u8) -> String {
        let number = self.number(value, decimals);
        // What is shown as zero has no sign, whatever has been rounded away.
        if value > 0.0 && number != self.number(0.0, decimals) { ["+", &number].concat() } else { number }
    }
}
