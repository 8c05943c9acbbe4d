use super::{Manner, Name};
use crate::locale::{Locale, Message, Period, PeriodStyle, power};
use crate::spec::Qualifier;
use std::rc::Rc;

/// One thing more to be said of a datum. What comes of numbers is put into words when it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// Words.
    Said(Name),
    /// When it was, where its label says what it is.
    Period(Period),
    /// An interval under its name: "80%: 3–8 years".
    Between(Name, f64, f64),
    /// How far it is from the target, in data units, and with how many digits after the mark that is said.
    Short(f64, u8),
    /// What it was before it became a share, written in a manner of its own.
    Before(Rc<Manner>, Option<f64>, Option<Qualifier>),
    /// A number under its heading, with so many digits after the mark: "Income: 5,903.5".
    Under(Name, f64, u8),
}

impl Detail {
    /// It in words.
    pub fn say(&self, manner: &Manner, locale: &dyn Locale) -> String {
        match self {
            Self::Said(words) => String::from(&**words),
            Self::Period(period) => locale.period(period, PeriodStyle::Long),
            Self::Between(name, low, high) => locale.say(Message::Colon, &[name, &manner.span(locale, (*low, *high))]),
            Self::Short(distance, decimals) => {
                locale.say(Message::ShortOfTarget, &[&manner.amount(locale, *distance, *decimals)])
            }
            Self::Before(own, value, qualifier) => own.write(locale, *value, *qualifier),
            Self::Under(name, value, decimals) => {
                let number = power(locale, *value).unwrap_or_else(|| locale.number(*value, *decimals));
                locale.say(Message::Colon, &[name, &number])
            }
        }
    }
}

impl From<String> for Detail {
    fn from(words: String) -> Self {
        Self::Said(words.into())
    }
}
