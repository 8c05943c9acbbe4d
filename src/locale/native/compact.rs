use super::round;
use crate::locale::tongue::Tongue;
use icu::decimal::input::Decimal;

/// From which power of ten on a number is said in units of which power, and the unit's short name.
type Step = (i16, i16, &'static str);

/// The short compact patterns of CLDR 48 (`common/main/*.xml`, `decimalFormatLength type="short"`). `icu` has no
/// stable formatter for them yet; a language that is not in the list writes its numbers in full.
fn steps(lang: &str) -> &'static [Step] {
    match Tongue::of(lang) {
        Tongue::Hans => &[(4, 4, "万"), (8, 8, "亿"), (12, 12, "万亿")],
        Tongue::Hant => &[(4, 4, "萬"), (8, 8, "億"), (12, 12, "兆")],
        Tongue::Japanese => &[(4, 4, "万"), (8, 8, "億"), (12, 12, "兆"), (16, 16, "京")],
        Tongue::Korean => &[(3, 3, "천"), (4, 4, "만"), (8, 8, "억"), (12, 12, "조")],
        Tongue::French => &[(3, 3, "\u{a0}k"), (6, 6, "\u{a0}M"), (9, 9, "\u{a0}Md"), (12, 12, "\u{a0}Bn")],
        Tongue::German => &[(6, 6, "\u{a0}Mio."), (9, 9, "\u{a0}Mrd."), (12, 12, "\u{a0}Bio.")],
        Tongue::Other => match lang.split('-').next().unwrap_or_default() {
            "en" if lang.ends_with("IN") => &[(3, 3, "K"), (5, 5, "L"), (7, 7, "Cr"), (10, 10, "KCr"), (12, 12, "LCr")],
            "en" if lang.ends_with("GB") => &[(3, 3, "k"), (6, 6, "m"), (9, 9, "bn"), (12, 12, "tn")],
            "en" => &[(3, 3, "K"), (6, 6, "M"), (9, 9, "B"), (12, 12, "T")],
            "ar" => &[(3, 3, "\u{a0}ألف"), (6, 6, "\u{a0}مليون"), (9, 9, "\u{a0}مليار"), (12, 12, "\u{a0}ترليون")],
            // Thousands of millions are written 1000 M, from ten thousand on 10 mil M.
            "es" => &[(3, 3, "\u{a0}mil"), (6, 6, "\u{a0}M"), (10, 9, "\u{a0}mil\u{a0}M"), (12, 12, "\u{a0}B")],
            "hi" => &[
                (3, 3, "\u{a0}हज़ार"),
                (5, 5, "\u{a0}लाख"),
                (7, 7, "\u{a0}क॰"),
                (9, 9, "\u{a0}अ॰"),
                (11, 11, "\u{a0}ख॰"),
                (13, 13, "\u{a0}नील"),
            ],
            "pt" => &[(3, 3, "\u{a0}mil"), (6, 6, "\u{a0}mi"), (9, 9, "\u{a0}bi"), (12, 12, "\u{a0}tri")],
            "ru" => &[(3, 3, "\u{a0}тыс."), (6, 6, "\u{a0}млн"), (9, 9, "\u{a0}млрд"), (12, 12, "\u{a0}трлн")],
            _ => &[],
        },
    }
}

/// The number in its unit, rounded to at most one digit after the mark, and the unit.
pub(super) fn scale(lang: &str, number: Decimal) -> (Decimal, &'static str) {
    let steps = steps(lang);
    for (index, (from, power, name)) in steps.iter().enumerate().rev() {
        // Rounding in the unit below may carry a number over to this one: 999,950 is 1M, not 1000K.
        let below = index.checked_sub(1).and_then(|at| steps.get(at)).map_or(0, |step| step.1);
        let mut carried = number.clone();
        round(&mut carried, below - 1);
        if carried.nonzero_magnitude_start() >= *from {
            let mut scaled = number;
            scaled.multiply_pow10(-power);
            round(&mut scaled, -1);
            let few = lang.starts_with("ar") && *power == 3 && is_few(&scaled);
            return (tidy(scaled), if few { "\u{a0}آلاف" } else { name });
        }
    }
    let mut small = number;
    round(&mut small, -1);
    (tidy(small), "")
}

/// Without zeros after the mark, and none before the first digit.
fn tidy(mut number: Decimal) -> Decimal {
    number.trim_end();
    number.trim_start();
    number.pad_end(0);
    number
}

/// Whether Arabic counts it in the plural of few, which its thousands have a form for: 3 to 9.
fn is_few(number: &Decimal) -> bool {
    number.nonzero_magnitude_start() == 0 && number.digit_at(-1) == 0 && number.digit_at(0) >= 3
}
