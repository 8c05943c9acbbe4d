//! Putting a number and its unit together.

use super::tongue::Tongue;
use super::{Message, words};

/// The currencies that are written with their sign (ISO 4217). Other words of three capitals are units like any
/// other: `TEU`, `GWh`.
const CURRENCIES: &str = "USD EUR GBP JPY CNY HKD TWD KRW INR RUB BRL AUD CAD CHF SEK SGD MXN NZD ZAR TRY SAR AED VND THB IDR MYR PHP ILS NGN PKR EGP NOK DKK PLN CZK HUF";

/// Signs that may stand for a currency in an author's unit.
const SIGNS: [char; 6] = ['$', '€', '£', '¥', '₹', '₩'];

/// What stands before and after a number.
pub(super) type Affixes = (String, String);

/// A number with its unit. `affixes` says what the language puts around a number for "%" or a currency code.
pub(super) fn join(lang: &str, number: &str, unit: &str, affixes: &dyn Fn(&str) -> Affixes) -> String {
    let tongue = Tongue::of(lang);
    let unit = unit.trim();
    match unit {
        "" => return number.into(),
        "%" => return around(number, &affixes("%"), ""),
        "‰" | "°" | "′" | "″" => return [number, unit].concat(),
        "percentage points" | "percentage point" => return words::say(lang, Message::Points, &[number]),
        _ => {}
    }
    // "USD", and "USD million": the sign goes to its place, the rest stays behind.
    let (first, rest) = match unit.split_once(' ') {
        Some((first, rest)) => (first, rest),
        None => (unit, ""),
    };
    if first.len() == 3 && CURRENCIES.split(' ').any(|code| code == first) {
        return around(number, &affixes(first), rest);
    }
    // "€", "£m", "US$ billion": the author's own sign, put where the language puts the euro's.
    let sign = unit.find(SIGNS).filter(|at| *at <= 3 && unit.chars().take(*at).all(|c| c.is_ascii_uppercase()));
    if let Some(at) = sign {
        let end = at + unit.get(at..).and_then(|tail| tail.chars().next()).map_or(0, char::len_utf8);
        if let Some((sign, rest)) = unit.split_at_checked(end) {
            let (before, after) = affixes("EUR");
            let own = (before.replace('€', sign), after.replace('€', sign));
            if rest.is_empty() || rest.starts_with(' ') {
                return around(number, &own, rest.trim_start());
            }
            return around(&[number, rest].concat(), &own, "");
        }
    }
    let dense = tongue.is_dense() && unit.chars().next().is_some_and(is_cjk);
    [number, if dense { "" } else { " " }, unit].concat()
}

/// The number between its affixes, a sign before them, and the rest of the unit behind.
fn around(number: &str, (before, after): &Affixes, rest: &str) -> String {
    let bare = number.trim_start_matches(['+', '\u{2212}', '-']);
    let sign = number.strip_suffix(bare).unwrap_or_default();
    let space = if rest.is_empty() { "" } else { " " };
    if rest.is_empty() || after.is_empty() {
        return [sign, before, bare, after, space, rest].concat();
    }
    // "5 Mio. €": where the sign follows, the multiple stands before it.
    [sign, before, bare, space, rest, after].concat()
}

/// Whether a character is written without spaces to its neighbours: Han, kana, Hangul.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
