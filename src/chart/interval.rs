//! An interval in words.

use crate::locale::Locale;

/// From one number to another, both already written, with the unit said once: "20–30 mm", "−10 – 0".
pub(super) fn words(locale: &dyn Locale, (from, to): (&str, &str), unit: &str, negative: bool) -> String {
    // A currency's sign would stand before the second number only.
    let is_code = unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    let to = if is_code { to.into() } else { locale.with_unit(to, unit) };
    // A dash next to a minus is read as two of them.
    [from, if negative { " – " } else { "–" }, &to].concat()
}
