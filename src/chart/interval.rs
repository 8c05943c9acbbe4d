//! An interval in words.

use crate::locale::{Locale, isolated};
use crate::scene::dash;

/// From one number to another, both already written, with the unit said once: "20–30 mm", "−10 – 0".
pub(super) fn words(locale: &dyn Locale, (from, to): (&str, &str), unit: &str, negative: bool) -> String {
    // A currency's sign would stand before the second number only.
    let is_code = unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    let to = if is_code { to.into() } else { locale.with_unit(to, unit) };
    [from, dash(if negative { -1.0 } else { 0.0 }), &to].concat()
}

/// From one period to another, both already written: "2008–2009", "March 2012 – November 2014", "1603—1625年".
pub(super) fn periods(locale: &dyn Locale, start: &str, end: &str) -> String {
    let spaced = start.contains(' ') || end.contains(' ');
    let dash = match locale.lang().get(..2) {
        Some("zh") => "—",
        Some("ja") => "～",
        Some("ko") => "~",
        _ if spaced => " – ",
        _ => "–",
    };
    // Two years say what they are once.
    let year = ['年', '년'].iter().find_map(|sign| start.strip_suffix(*sign).filter(|_| end.ends_with(*sign)));
    let start = year.filter(|year| year.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(start);
    if locale.rtl() {
        // Side by side the two would be set as one number after the other, in the wrong order.
        return ["\u{200f}", &isolated(start), dash, &isolated(end)].concat();
    }
    [start, dash, end].concat()
}
