//! The locale natively, from the `icu` crates and their CLDR data.

mod compact;
mod currency;
mod dates;

use super::{Locale, Period, PeriodStyle, span, tongue, unit, words};
use dates::Dates;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::{Decimal, SignDisplay};
use icu::decimal::options::GroupingStrategy;
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};

/// The locale of a language tag (BCP 47); English where the tag is none.
pub fn native(tag: &str) -> Box<dyn Locale> {
    match Native::new(tag).or_else(|| Native::new("en")) {
        Some(locale) => Box::new(locale),
        None => Box::new(Plain),
    }
}

/// What stands in where even the data of English could not be read, which compiled-in data does not do.
struct Plain;

impl Locale for Plain {
    fn lang(&self) -> &str {
        "en"
    }
    fn number(&self, value: f64, decimals: u8) -> String {
        format!("{value:.*}", usize::from(decimals))
    }
    fn compact(&self, value: f64) -> String {
        self.number(value, 0)
    }
    fn period(&self, period: &Period, _: PeriodStyle) -> String {
        period.year().to_string()
    }
    fn list(&self, items: &[String]) -> String {
        items.join(", ")
    }
    fn with_unit(&self, number: &str, unit: &str) -> String {
        [number, " ", unit].concat()
    }
}

struct Native {
    lang: String,
    templates: String,
    numbers: DecimalFormatter,
    /// Without a group mark in numbers of four digits, as compact numbers are written.
    loose: DecimalFormatter,
    /// Without group marks at all, for years.
    ungrouped: DecimalFormatter,
    list: ListFormatter,
    dates: Dates,
}

impl Native {
    fn new(tag: &str) -> Option<Self> {
        let locale: icu::locale::Locale = tongue::canonical(tag).parse().ok()?;
        // English without a region has the dates and lists of international English, the numbers of English.
        let wide: icu::locale::Locale =
            if locale.id.to_string() == "en" { "en-001".parse().ok()? } else { locale.clone() };
        let numbers = |grouping: GroupingStrategy| DecimalFormatter::try_new((&locale).into(), grouping.into()).ok();
        Some(Self {
            lang: locale.id.to_string(),
            templates: words::named(&locale.id.to_string()).map(words::templates).unwrap_or_default(),
            numbers: numbers(GroupingStrategy::Auto)?,
            loose: numbers(GroupingStrategy::Min2)?,
            ungrouped: numbers(GroupingStrategy::Never)?,
            list: ListFormatter::try_new_and(
                (&wide).into(),
                ListFormatterOptions::default().with_length(ListLength::Wide),
            )
            .ok()?,
            dates: Dates::new(&wide)?,
        })
    }

    /// Rounded as `Intl.NumberFormat` rounds: the shortest decimal that is the number, halves away from zero.
    fn decimal(value: f64) -> Option<Decimal> {
        if value.is_finite() { Decimal::try_from_str(&value.to_string()).ok() } else { None }
    }
}

/// Rounds to a power of ten, halves away from zero.
fn round(decimal: &mut Decimal, position: i16) {
    if decimal.digit_at(position - 1) >= 5 { decimal.expand(position) } else { decimal.trunc(position) }
}

impl Locale for Native {
    fn lang(&self) -> &str {
        &self.lang
    }

    fn templates(&self) -> &str {
        &self.templates
    }

    fn number(&self, value: f64, decimals: u8) -> String {
        let Some(mut decimal) = Self::decimal(value) else { return "–".into() };
        let position = -i16::from(decimals.min(20));
        round(&mut decimal, position);
        decimal.trim_end();
        decimal.pad_end(position);
        decimal.apply_sign_display(SignDisplay::Negative);
        true_minus(&self.numbers.format_to_string(&decimal))
    }

    fn compact(&self, value: f64) -> String {
        let Some(decimal) = Self::decimal(value) else { return "–".into() };
        let (mut decimal, suffix) = compact::scale(&self.lang, decimal);
        decimal.apply_sign_display(SignDisplay::Negative);
        true_minus(&[&self.loose.format_to_string(&decimal), suffix].concat())
    }

    fn period(&self, period: &Period, style: PeriodStyle) -> String {
        let digits = |number: i32| true_minus(&self.ungrouped.format_to_string(&number.into()));
        span::write(&self.lang, &self.templates, period, style, &digits)
            .or_else(|| self.dates.write(period, style))
            .unwrap_or_else(|| digits(period.year()))
    }

    fn list(&self, items: &[String]) -> String {
        self.list.format_to_string(items.iter())
    }

    fn with_unit(&self, number: &str, unit: &str) -> String {
        unit::join(self, number, unit, &|unit| currency::affixes(&self.lang, unit))
    }
}

/// The minus sign (U+2212) for the hyphen that most languages' data have.
fn true_minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}
