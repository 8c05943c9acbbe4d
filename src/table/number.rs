//! Numbers as people write them in tables.

/// What a number in writing says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    /// The value. Finite.
    pub value: f64,
    /// Digits after the decimal mark, at most [`MOST_DIGITS`].
    pub decimals: u8,
    /// Whether a per cent sign follows.
    pub percent: bool,
}

/// Numbers are never shown with more digits after the mark than this: beyond them a double holds only noise.
pub const MOST_DIGITS: u8 = 12;

/// What separates groups of three digits, besides the mark that is not the decimal one.
const GROUPS: [char; 7] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’', '\u{66c}'];

/// Whether a cell's text stands for a missing value: empty, "n/a", "–", "..", "null" and the like.
pub fn is_missing(text: &str) -> bool {
    const WORDS: [&str; 6] = ["n/a", "na", "n.a.", "null", "nan", "none"];
    if text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−' | '.' | '…' | ':' | '*' | '?') || c.is_whitespace())
        || WORDS.iter().any(|word| text.trim().eq_ignore_ascii_case(word))
}

/// Reads a number: `7,387`, `7 387`, `47.9 %`, `−3.2`, `1.5e3`. Groups must be of three digits (the inner ones
/// of two, as in India), so `47,9` is no number unless `comma` says that the comma is the decimal mark.
pub fn read_number(text: &str, comma: bool) -> Option<Written> {
    let (mark, group) = if comma { (',', '.') } else { ('.', ',') };
    let mut rest = text.trim();
    let bare = rest.strip_suffix(['%', '％']);
    let percent = bare.is_some();
    rest = bare.unwrap_or(rest).trim_end();
    let unsigned = rest.strip_prefix(['-', '−', '–', '\u{fe63}']);
    let sign = if unsigned.is_some() { -1.0 } else { 1.0 };
    rest = unsigned.or_else(|| rest.strip_prefix('+')).unwrap_or(rest).trim_start();

    let (mut mantissa, mut exponent) = (0.0, 0_i32);
    // Digits since the last group mark, and how many groups there were.
    let (mut run, mut groups, mut digits, mut decimals) = (0_u32, 0_u32, 0_u32, 0_i32);
    let mut fraction = false;
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        if let Some(digit) = c.to_digit(10) {
            digits += 1;
            // Past 17 digits a double holds no more: they only move the mark.
            if mantissa < 1e17 {
                mantissa = mantissa * 10.0 + f64::from(digit);
                exponent -= i32::from(fraction);
            } else {
                exponent += i32::from(!fraction);
            }
            run += 1;
            decimals += i32::from(fraction);
        } else if c == mark && !fraction && (groups == 0 || run == 3) {
            fraction = true;
        } else if (c == group || GROUPS.contains(&c)) && !fraction && group_ends(run, groups) {
            groups += 1;
            run = 0;
        } else if matches!(c, 'e' | 'E') && digits > 0 && groups == 0 {
            let power: i32 = chars.as_str().parse().ok()?;
            exponent = exponent.saturating_add(power);
            decimals = decimals.saturating_sub(power);
            break;
        } else {
            return None;
        }
    }
    if digits == 0 || groups > 0 && !fraction && run != 3 {
        return None;
    }
    let value = sign * scaled(mantissa, exponent);
    let decimals = decimals.clamp(0, i32::from(MOST_DIGITS)) as u8;
    value.is_finite().then_some(Written { value, decimals, percent })
}

/// Whether so many digits may stand before a group mark: one to three at the front, then three, or two.
fn group_ends(run: u32, groups: u32) -> bool {
    if groups == 0 { (1..=3).contains(&run) } else { run == 3 || run == 2 }
}

/// `mantissa` × 10^`exponent`, exact where both are exact doubles (Clinger, "How to read floating point numbers
/// accurately", 1990: up to 2^53 and 10^22), else within a few units of the last place.
/// The standard library's reader would bring a table of powers of ten kilobytes long into the page.
fn scaled(mantissa: f64, exponent: i32) -> f64 {
    // In two steps, since 10^308 is the largest power that a double holds.
    let first = exponent.clamp(-300, 300);
    let second = (exponent.saturating_sub(first)).clamp(-300, 300);
    [first, second].iter().fold(mantissa, |value, &power| {
        if power < 0 { value / 10_f64.powi(-power) } else { value * 10_f64.powi(power) }
    })
}

/// How many digits after the mark a number has when it is written out as short as possible; a last bit of
/// rounding (0.30000000000000004) is not counted. At most [`MOST_DIGITS`].
pub fn decimals(value: f64) -> u8 {
    (0..MOST_DIGITS)
        .find(|&digits| {
            let scale = 10_f64.powi(i32::from(digits));
            let scaled = value * scale;
            !scaled.is_finite() || (scaled.round() / scale - value).abs() <= value.abs() * 4e-16
        })
        .unwrap_or(MOST_DIGITS)
}

/// A number in plain digits, as a category or a heading needs it: `2015`, `0.5`, `-3`.
pub fn plain(value: f64) -> String {
    if value.abs() >= 1e18 && value.is_finite() {
        let power = value.abs().log10().floor() as i32;
        // The scaling is off by a few units of the last place, which must not show.
        let lead = (scaled(value, -power) * 1e12).round() / 1e12;
        return [&plain(lead), "e", &power.to_string()].concat();
    }
    let digits = decimals(value);
    let scale = 10_f64.powi(i32::from(digits));
    let units = (value.abs() * scale).round();
    let mut text = (units as u64).to_string();
    if digits > 0 {
        let digits = usize::from(digits);
        while text.len() <= digits {
            text.insert(0, '0');
        }
        text.insert(text.len() - digits, '.');
    }
    if value < 0.0 {
        text.insert(0, '-');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(f64, u8)> {
        read_number(text, false).map(|number| (number.value, number.decimals))
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (text, value, digits) in [
            ("7,387", 7387.0, 0),
            ("7 387", 7387.0, 0),
            ("7\u{202f}387", 7387.0, 0),
            ("1'234'567.80", 1_234_567.8, 2),
            ("12,34,567", 1_234_567.0, 0),
            ("47.9 %", 47.9, 1),
            ("50%", 50.0, 0),
            ("−3.2", -3.2, 1),
            ("-0.70", -0.7, 2),
            ("+5", 5.0, 0),
            ("1.5e3", 1500.0, 0),
            ("1.5E-3", 0.0015, 4),
            (".5", 0.5, 1),
            ("5.", 5.0, 0),
            (" 2015 ", 2015.0, 0),
            ("1e300", 1e300, 0),
            ("0.1", 0.1, 1),
            ("123456789012345678901", 123_456_789_012_345_678_901.0, 0),
        ] {
            let (found, places) = read(text).unwrap();
            assert!((found - value).abs() <= value.abs() * 1e-15, "{text}");
            assert_eq!(places, digits, "{text}");
        }
        assert!(read_number("3.54%", false).unwrap().percent);
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "", "-", "%", ".", "1O.2", "about 3", "47,9", "1,2345", "12,34", "1.2.3", "1e", "e5", "1e999", "--1", "3rd",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_decimal_comma_where_it_is_declared() {
        let read = |text| read_number(text, true).map(|number| (number.value, number.decimals));
        assert_eq!(read("47,9"), Some((47.9, 1)));
        assert_eq!(read("1.234,5"), Some((1234.5, 1)));
        assert_eq!(read("1.234"), Some((1234.0, 0)));
    }

    #[test]
    fn missing_values() {
        for text in ["", " ", "n/a", "N/A", "NA", "–", "—", "-", "..", "…", "...", "null", "NaN", "n.a."] {
            assert!(is_missing(text), "{text}");
        }
        for text in ["0", "none of them", "-1", "a"] {
            assert!(!is_missing(text), "{text}");
        }
    }

    #[test]
    fn digits_of_a_double() {
        assert_eq!(decimals(47.9), 1);
        assert_eq!(decimals(0.1 + 0.2), 1);
        assert_eq!(decimals(2015.0), 0);
        assert_eq!(decimals(1e300), 0);
        assert_eq!(decimals(-0.125), 3);
        assert_eq!(decimals(0.0), 0);
        assert_eq!(plain(2015.0), "2015");
        assert_eq!(plain(-0.05), "-0.05");
        assert_eq!(plain(3.25), "3.25");
        assert_eq!(plain(0.0), "0");
        assert_eq!(plain(2.5e20), "2.5e20");
        assert_eq!(plain(-1e300), "-1e300");
    }

    proptest::proptest! {
        #[test]
        fn reads_what_the_standard_library_reads(value in -1e15..1e15f64, digits in 0usize..6) {
            let text = format!("{value:.digits$}");
            let number = read_number(&text, false).unwrap();
            let known: f64 = text.parse().unwrap();
            proptest::prop_assert!((number.value - known).abs() <= known.abs() * 1e-15);
            proptest::prop_assert_eq!(usize::from(number.decimals), digits);
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*", comma: bool) {
            if let Some(number) = read_number(&text, comma) {
                proptest::prop_assert!(number.value.is_finite());
            }
        }
    }
}
