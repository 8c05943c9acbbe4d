use super::Name;
use crate::locale::{Locale, Message, power};
use crate::spec::{Qualifier, is_round};

/// How a scene's values are written: what their words need besides the numbers.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Manner {
    /// The unit, in the author's word.
    pub unit: Name,
    /// Digits after the decimal mark.
    pub decimals: u8,
    /// Whether a distance between two values is in percentage points.
    pub points: bool,
    /// What sort of figures they are.
    pub figure: Figure,
    /// Whether all values of ten thousand and more are whole thousands: Chinese and Japanese then write them in 万.
    pub round: bool,
}

/// What sort of figures values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Figure {
    /// Numbers.
    #[default]
    Plain,
    /// Numbers that always say their sign: a balance.
    Signed,
    /// Places in an order.
    Rank,
}

impl Manner {
    /// A value for sentences, tables and tooltips, with its unit and what the author says of it: "over 11,000
    /// enterprises", "7,387 (expected)"; of a gap that there is no value.
    pub fn write(&self, locale: &dyn Locale, value: Option<f64>, qualifier: Option<Qualifier>) -> String {
        let Some(value) = value else { return locale.say(Message::NoData, &[]) };
        if self.figure == Figure::Rank {
            return match qualifier {
                Some(Qualifier::AtMost | Qualifier::Under) => {
                    let number = power(locale, value).unwrap_or_else(|| self.number(locale, value));
                    locale.say(Message::Top, &[&number])
                }
                qualifier => qualified(locale, locale.rank(value), qualifier),
            };
        }
        let number = power(locale, value).unwrap_or_else(|| self.number(locale, value));
        qualified(locale, locale.with_unit(&number, &self.unit), qualifier)
    }

    /// A value with all its digits and without its unit; a balance says its sign.
    pub fn number(&self, locale: &dyn Locale, value: f64) -> String {
        if self.round && is_round(value) && locale.has_myriads() {
            let short = locale.compact(value);
            return if self.figure == Figure::Signed && value > 0.0 { ["+", &short].concat() } else { short };
        }
        if self.figure == Figure::Signed {
            return locale.signed(value, self.decimals);
        }
        // Beside a thousandth a ten needs no zeros after its mark.
        let padded = self.decimals > 2 && value.abs() >= 10.0;
        locale.number(value, if padded { digits(value).min(self.decimals) } else { self.decimals })
    }

    /// An interval with its unit: "3–8 years".
    pub fn span(&self, locale: &dyn Locale, (low, high): (f64, f64)) -> String {
        let words = locale.with_unit(&self.number(locale, high), &self.unit);
        [&self.number(locale, low), dash(low), &words].concat()
    }

    /// A distance between two values without its sign, with so many digits after the mark: "0.7 percentage points".
    pub fn amount(&self, locale: &dyn Locale, distance: f64, decimals: u8) -> String {
        let short = power(locale, distance.abs());
        let number = short.unwrap_or_else(|| {
            let own = Self { decimals, figure: Figure::Plain, ..self.clone() };
            own.number(locale, distance.abs())
        });
        if self.points {
            return locale.say(Message::Points, &[&number]);
        }
        locale.with_unit(&number, &self.unit)
    }
}

/// The dash between a low number and a high one: next to a minus it is read as two of them.
pub fn dash(low: f64) -> &'static str {
    if low < 0.0 { " – " } else { "–" }
}

/// How many digits after the decimal mark a number needs, at most 8.
pub fn digits(value: f64) -> u8 {
    let whole = |digits: &u8| {
        let scaled = value * 10_f64.powi(i32::from(*digits));
        (scaled - scaled.round()).abs() < 1e-6
    };
    (0..8u8).find(whole).unwrap_or(8)
}

/// A value or date in words, with what the author says of it: "over 11,000", "2025 (expected)".
pub fn qualified(locale: &dyn Locale, text: String, qualifier: Option<Qualifier>) -> String {
    let message = match qualifier {
        None => return text,
        Some(Qualifier::Over) => Message::Over,
        Some(Qualifier::Under) => Message::Under,
        Some(Qualifier::About) => Message::About,
        Some(Qualifier::AtMost) => Message::AtMost,
        Some(Qualifier::Expected) => Message::Expected,
        Some(Qualifier::Provisional) => Message::Provisional,
        Some(Qualifier::Projected) => Message::Projected,
        Some(Qualifier::Revised) => Message::Revised,
        Some(Qualifier::Break) => Message::Break,
    };
    locale.say(message, &[&text])
}
