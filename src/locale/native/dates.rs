use crate::locale::{Period, PeriodStyle};
use icu::calendar::Date;
use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu::datetime::fieldsets::{M, MD, YM, YMD};
use icu::datetime::options::YearStyle;

/// The formatters of months and days, always in the Gregorian calendar.
pub(super) struct Dates {
    months: [Formatter<Gregorian, YM>; 2],
    days: [Formatter<Gregorian, YMD>; 2],
    month: Formatter<Gregorian, M>,
    month_tick: Formatter<Gregorian, M>,
    day_tick: Formatter<Gregorian, MD>,
}

impl Dates {
    pub(super) fn new(locale: &icu::locale::Locale) -> Option<Self> {
        let day = |length: YMD| Formatter::try_new(locale.into(), length.with_year_style(YearStyle::NoEra)).ok();
        let month = |length: YM| Formatter::try_new(locale.into(), length.with_year_style(YearStyle::NoEra)).ok();
        Some(Self {
            months: [month(YM::long())?, month(YM::medium())?],
            days: [day(YMD::long())?, day(YMD::medium())?],
            month: Formatter::try_new(locale.into(), M::long()).ok()?,
            month_tick: Formatter::try_new(locale.into(), M::medium()).ok()?,
            day_tick: Formatter::try_new(locale.into(), MD::medium()).ok()?,
        })
    }

    /// A month or day in words; `None` for anything else.
    pub(super) fn write(&self, period: &Period, style: PeriodStyle) -> Option<String> {
        let (year, month, day) = match *period {
            Period::Month(year, month) => (year, month, 1),
            Period::Day(year, month, day) => (year, month, day),
            _ => return None,
        };
        let date = Date::try_new_gregorian(year, month, day).ok()?;
        let [long, short] = &self.days;
        let [long_month, short_month] = &self.months;
        Some(match (period, style) {
            (Period::Day(..), PeriodStyle::Long) => long.format(&date).to_string(),
            (Period::Day(..), PeriodStyle::Short) => self.named(&date, &short.format(&date), &long.format(&date)),
            (Period::Day(..), PeriodStyle::Tick) => self.day_tick.format(&date).to_string(),
            (Period::Month(..), PeriodStyle::Long) => long_month.format(&date).to_string(),
            (Period::Month(..), PeriodStyle::Short) => {
                self.named(&date, &short_month.format(&date), &long_month.format(&date))
            }
            (Period::Month(..), PeriodStyle::Tick) => self.month_tick.format(&date).to_string(),
            _ => return None,
        })
    }

    /// The short date with its month's name. `icu`'s is all figures in some languages, where `Intl` is asked for a
    /// name; then it is the long date with the short name that dates without a year have, or the long date itself.
    fn named(&self, date: &Date<Gregorian>, short: &dyn ToString, long: &dyn ToString) -> String {
        let (short, long) = (short.to_string(), long.to_string());
        if short.contains(char::is_alphabetic) {
            return short;
        }
        let month = self.day_tick.format(date).to_string();
        let month = month.trim_matches(char::is_numeric).trim_start_matches('.').trim();
        if !month.contains(char::is_alphabetic) || month.contains(char::is_numeric) {
            return long;
        }
        long.replace(&self.month.format(date).to_string(), month)
    }
}
