use super::tongue::Tongue;

/// A whole number as a place in an order, `number` being how the language writes it.
///
/// The English and French endings follow the ordinal plural rules of CLDR 48 (`common/supplemental/ordinals.xml`), those
/// of Spanish and Portuguese its spelt-out rules (`common/rbnf`); a language that is not known here has the bare number,
/// which is right in all of them.
pub(super) fn rank(lang: &str, value: f64, number: &str) -> String {
    let tens = value as u32 % 100;
    let (before, after) = match Tongue::of(lang) {
        Tongue::Hans | Tongue::Hant => ("第", ""),
        Tongue::Japanese => ("", "位"),
        Tongue::Korean => ("", "위"),
        Tongue::German => ("", "."),
        Tongue::French => ("", if value == 1.0 { "er" } else { "e" }),
        Tongue::Other if lang.starts_with("en") => match tens % 10 {
            _ if value.fract() != 0.0 => ("", ""),
            1 if tens != 11 => ("", "st"),
            2 if tens != 12 => ("", "nd"),
            3 if tens != 13 => ("", "rd"),
            _ => ("", "th"),
        },
        Tongue::Other if value.fract() != 0.0 => ("", ""),
        Tongue::Other if lang.starts_with("es") => ("", ".º"),
        Tongue::Other if lang.starts_with("pt") => ("", "º"),
        Tongue::Other => ("", ""),
    };
    [before, number, after].concat()
}
