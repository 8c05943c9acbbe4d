use crate::locale::{Period, PeriodStyle};
use icu::calendar::Date;
use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu::datetime::fieldsets::enums::DateFieldSet;
use icu::datetime::fieldsets::{M, MD, YM, YMD};
use icu::datetime::options::YearStyle;
use icu::datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames as Names};
use icu::locale::Locale;
use writeable::TryWriteable;

/// The formatters of months and days, always in the Gregorian calendar.
pub(super) struct Dates {
    locale: Locale,
    months: [Formatter<Gregorian, YM>; 2],
    days: [Formatter<Gregorian, YMD>; 2],
    month: Formatter<Gregorian, M>,
    month_tick: Formatter<Gregorian, M>,
    day_tick: Formatter<Gregorian, MD>,
}

impl Dates {
    pub(super) fn new(locale: &Locale) -> Option<Self> {
        let day = |length: YMD| Formatter::try_new(locale.into(), length.with_year_style(YearStyle::NoEra)).ok();
        let month = |length: YM| Formatter::try_new(locale.into(), length.with_year_style(YearStyle::NoEra)).ok();
        Some(Self {
            locale: locale.clone(),
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
        let spelled = |pattern: DateTimePattern| self.spelled(&pattern, &date);
        match (period, style) {
            (Period::Day(..), PeriodStyle::Long) => Some(long.format(&date).to_string()),
            (Period::Day(..), PeriodStyle::Short) => {
                self.named(&date, short.format(&date).to_string(), long.format(&date).to_string())
            }
            (Period::Day(..), PeriodStyle::Tick) => Some(self.day_tick.format(&date).to_string()),
            (Period::Month(..), PeriodStyle::Long) => spelled(long_month.format(&date).pattern()),
            (Period::Month(..), PeriodStyle::Short) => {
                let short = spelled(short_month.format(&date).pattern())?;
                self.named(&date, short, spelled(long_month.format(&date).pattern())?)
            }
            (Period::Month(..), PeriodStyle::Tick) => spelled(self.month_tick.format(&date).pattern()),
            _ => None,
        }
    }

    /// A date after a pattern. The formatters of months cannot be asked themselves: those of `icu` 2.4 lack their digits
    /// where they do not look for any ("4月", "abril de 2018"), and panic in debug builds.
    fn spelled(&self, pattern: &DateTimePattern, date: &Date<Gregorian>) -> Option<String> {
        let mut names = Names::<Gregorian, DateFieldSet>::try_new((&self.locale).into()).ok()?;
        let formatter = names.include_for_pattern(pattern).ok()?;
        let formatted = formatter.format(date);
        Some(formatted.try_write_to_string().ok()?.into_owned())
    }

    /// The short date with its month's name. `icu`'s is all figures in some languages, where `Intl` is asked for a
    /// name; then it is the long date with the short name that dates without a year have, or the long date itself.
    fn named(&self, date: &Date<Gregorian>, short: String, long: String) -> Option<String> {
        if short.contains(char::is_alphabetic) {
            return Some(short);
        }
        let month = self.day_tick.format(date).to_string();
        let month = month.trim_matches(char::is_numeric).trim_start_matches('.').trim();
        if !month.contains(char::is_alphabetic) || month.contains(char::is_numeric) {
            return Some(long);
        }
        Some(long.replace(&self.spelled(&self.month.format(date).pattern(), date)?, month))
    }
}
