use super::Name;
use crate::locale::{Locale, Message, power};
use crate::spec::Qualifier;

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
        match self.figure {
            Figure::Signed => locale.signed(value, self.decimals),
            _ => locale.number(value, self.decimals),
        }
    }

    /// An interval with its unit: "3–8 years".
    pub fn span(&self, locale: &dyn Locale, (low, high): (f64, f64)) -> String {
        let high = locale.with_unit(&self.number(locale, high), &self.unit);
        [&self.number(locale, low), "–", &high].concat()
    }

    /// A distance between two values without its sign, with so many digits after the mark: "0.7 percentage points".
    pub fn amount(&self, locale: &dyn Locale, distance: f64, decimals: u8) -> String {
        let short = power(locale, distance.abs());
        let number = short.unwrap_or_else(|| locale.number(distance.abs(), decimals));
        if self.points {
            return locale.say(Message::Points, &[&number]);
        }
        locale.with_unit(&number, &self.unit)
    }
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
