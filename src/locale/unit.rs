//! Putting a number and its unit together.

use super::tongue::Tongue;
use super::{Locale, Message};
use crate::mention::mentions;

/// The currencies that are written with their sign (ISO 4217), without joints. Other words of three capitals are
/// units like any other: `TEU`.
const CURRENCIES: &[u8] =
    b"USDEURGBPJPYCNYHKDTWDKRWINRRUBBRLAUDCADCHFSEKSGDMXNNZDZARTRYSARAEDVNDTHBIDRMYRPHPILSNGNPKREGPNOKDKKPLNCZKHUF";

/// Signs that may stand for a currency in an author's unit.
const SIGNS: [char; 6] = ['$', '€', '£', '¥', '₹', '₩'];

/// Whether a unit is money: a currency's code or sign, or its name in one of the widget's languages.
pub fn is_money(unit: &str) -> bool {
    const NAMES: [&str; 14] = [
        "yuan",
        "dollar",
        "euros",
        "pounds",
        "yen",
        "rupee",
        "franc",
        "peso",
        "рубл",
        "ريال",
        "रुप",
        "円",
        "원",
        "万元",
    ];
    let code = unit.split_at_checked(3).map_or(unit, |(code, _)| code).as_bytes();
    let ends = unit.as_bytes().get(3).is_none_or(|next| !next.is_ascii_alphabetic());
    ends && CURRENCIES.chunks(3).any(|known| known == code)
        || unit.contains(SIGNS)
        || unit.ends_with('元')
        || NAMES.iter().any(|name| mentions(unit, name))
}

/// A unit where it stands without a number, in the reader's language: "percentage points" is the one that the widget has
/// a word for; any other is the author's own.
pub fn unit_word(locale: &dyn Locale, unit: &str) -> String {
    if is_points(unit) { locale.say(Message::PointsUnit, &[]) } else { unit.into() }
}

/// Whether a unit is the difference of two shares.
fn is_points(unit: &str) -> bool {
    matches!(unit, "percentage points" | "percentage point")
}

/// What stands before and after a number.
pub(super) type Affixes = (String, String);

/// A number with its unit. `affixes` says what the language puts around a number for "%" or a currency code.
pub(super) fn join(locale: &dyn Locale, number: &str, unit: &str, affixes: &dyn Fn(&str) -> Affixes) -> String {
    let tongue = Tongue::of(locale.lang());
    let unit = unit.trim();
    match unit {
        "%" => return around(number, affixes("%"), ""),
        "" | "‰" | "°" | "′" | "″" => return [number, unit].concat(),
        _ if is_points(unit) => return locale.say(Message::Points, &[number]),
        _ => {}
    }
    let capitals = unit.bytes().take_while(u8::is_ascii_uppercase).count();
    let (code, behind) = unit.split_at_checked(capitals).unwrap_or_default();
    // "€", "£m", "US$ billion": the author's own sign goes where the language puts the euro's, the rest stays behind.
    if let Some(sign) = behind.chars().next().filter(|c| SIGNS.contains(c)) {
        let (own, rest) = unit.split_at_checked(capitals + sign.len_utf8()).unwrap_or_default();
        let (before, after) = affixes("EUR");
        let own = if after.is_empty() { (own.into(), after) } else { (before, ["\u{a0}", own].concat()) };
        return around(number, own, rest);
    }
    // "USD", and "USD million".
    let ends = behind.is_empty() || behind.starts_with(' ');
    if ends && capitals == 3 && CURRENCIES.chunks(3).any(|known| known == code.as_bytes()) {
        return around(number, affixes(code), behind);
    }
    let dense = tongue.is_dense() && unit.chars().next().is_some_and(is_cjk);
    let one = locale.lang().starts_with("en") && number.trim_start_matches(is_sign) == "1";
    let unit = if one { singular(unit) } else { unit };
    [number, if dense { "" } else { " " }, unit].concat()
}

/// An English unit that is one word in the plural, as it goes with 1: "1 seat". What is no plain plural stays.
fn singular(unit: &str) -> &str {
    let plain = unit.len() > 3 && unit.bytes().all(|byte| byte.is_ascii_lowercase());
    match unit.strip_suffix('s') {
        Some(one) if plain && !one.ends_with(['s', 'u', 'i', 'a', 'e']) => one,
        // "places", but neither "boxes" nor "countries" nor "series".
        Some(one)
            if plain && one.ends_with("e") && !one.ends_with("ie") && !one.ends_with("xe") && !one.ends_with("se") =>
        {
            one
        }
        _ => unit,
    }
}

/// The number between its affixes, its sign before them, and the rest of the unit right behind its figures.
fn around(number: &str, (before, after): Affixes, rest: &str) -> String {
    let bare = number.trim_start_matches(is_sign);
    let sign = number.get(..number.len() - bare.len()).unwrap_or_default();
    [sign, &before, bare, rest, &after].concat()
}

/// Whether a character is a plus or a minus.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '+' | '-' | '\u{2212}')
}

/// Whether a character is written without spaces to its neighbours: Han, kana, Hangul.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
