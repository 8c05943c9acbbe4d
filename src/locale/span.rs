use super::tongue::Tongue;
use super::{Message, Period, PeriodStyle, words};

/// A year, half, quarter or week in words; `None` for months and days, which `Intl` and `icu` write.
///
/// `digits` writes a whole number without grouping; `templates` are the language's words.
pub(super) fn write(
    lang: &str,
    templates: &str,
    period: &Period,
    style: PeriodStyle,
    digits: &dyn Fn(i32) -> String,
) -> Option<String> {
    let year = digits(period.year());
    let ([long, short, tick], part) = match *period {
        Period::Year(_) if style == PeriodStyle::Tick => return Some(year),
        // Before the year 1 the languages count eras; the plain number of the year is understood.
        _ if matches!(period, Period::Year(_)) || period.year() < 1 => {
            let sign = match Tongue::of(lang) {
                Tongue::Hans | Tongue::Hant | Tongue::Japanese => "年",
                Tongue::Korean => "년",
                _ => "",
            };
            return Some([&year, sign].concat());
        }
        Period::Half(_, half) => ([Message::HalfLong, Message::HalfShort, Message::HalfTick], half),
        Period::Quarter(_, quarter) => ([Message::QuarterLong, Message::QuarterShort, Message::QuarterTick], quarter),
        Period::Week(_, week) => ([Message::WeekLong, Message::WeekShort, Message::WeekTick], week),
        Period::Year(_) | Period::Month(..) | Period::Day(..) => return None,
    };
    let message = match style {
        PeriodStyle::Long => long,
        PeriodStyle::Short => short,
        PeriodStyle::Tick => tick,
    };
    // A period is one thing: its parts run with the words around them.
    let filler = words::Filler { lang, isolate: false, mark: &|| '.' };
    Some(words::say(templates, &filler, message, &[&year, &digits(i32::from(part))]))
}
