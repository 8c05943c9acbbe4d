use super::tongue::Tongue;
use super::{Period, PeriodStyle};

/// A year, half, quarter or week in words; `None` for months and days, which `Intl` and `icu` write.
///
/// `digits` writes a whole number without grouping.
pub(super) fn write(lang: &str, period: &Period, style: PeriodStyle, digits: &dyn Fn(i32) -> String) -> Option<String> {
    let year = digits(period.year());
    let tongue = Tongue::of(lang);
    let chinese = matches!(tongue, Tongue::Hans | Tongue::Hant);
    let long = style == PeriodStyle::Long;
    let (letter, part) = match *period {
        Period::Year(_) if style == PeriodStyle::Tick => return Some(year),
        // Before the year 1 the languages count eras; the plain number of the year is understood.
        _ if matches!(period, Period::Year(_)) || period.year() < 1 => {
            let sign = match tongue {
                Tongue::Hans | Tongue::Hant | Tongue::Japanese => "年",
                Tongue::Korean => "년",
                _ => "",
            };
            return Some([&year, sign].concat());
        }
        Period::Half(_, half) if chinese => {
            let name = if half == 1 { "上半年" } else { "下半年" };
            return Some(dated(&year, "年", name, style));
        }
        Period::Half(_, half) if long && lang.starts_with("en") => {
            return Some([if half == 1 { "first" } else { "second" }, " half of ", &year].concat());
        }
        Period::Quarter(_, quarter) if chinese => {
            let name =
                [if long { "第" } else { "" }, numeral(quarter), "季", if tongue == Tongue::Hans { "度" } else { "" }];
            return Some(dated(&year, "年", &name.concat(), style));
        }
        Period::Quarter(_, quarter) if tongue == Tongue::Japanese => {
            return Some(dated(&year, "年", &["第", &digits(i32::from(quarter)), "四半期"].concat(), style));
        }
        Period::Week(_, week) if chinese || tongue == Tongue::Japanese => {
            let unit = if tongue == Tongue::Hans { "周" } else { "週" };
            return Some(dated(&year, "年", &["第", &digits(i32::from(week)), unit].concat(), style));
        }
        Period::Week(_, week) if long && lang.starts_with("en") => {
            return Some(["week ", &digits(i32::from(week)), " of ", &year].concat());
        }
        Period::Half(_, half) => (if tongue == Tongue::French { "S" } else { "H" }, half),
        Period::Quarter(_, quarter) => (if tongue == Tongue::French { "T" } else { "Q" }, quarter),
        Period::Week(_, week) => (if tongue == Tongue::French { "S" } else { "W" }, week),
        Period::Year(_) | Period::Month(..) | Period::Day(..) => return None,
    };
    let part = [letter, &digits(i32::from(part))].concat();
    Some(if style == PeriodStyle::Tick { part } else { [&part, " ", &year].concat() })
}

/// The year, its sign and the part of the year; without the year on ticks.
fn dated(year: &str, sign: &str, part: &str, style: PeriodStyle) -> String {
    if style == PeriodStyle::Tick { part.into() } else { [year, sign, part].concat() }
}

fn numeral(number: u8) -> &'static str {
    match number {
        1 => "一",
        2 => "二",
        3 => "三",
        _ => "四",
    }
}
