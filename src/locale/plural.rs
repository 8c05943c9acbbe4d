//! Which word goes with a number: the cardinal plural rules of CLDR 48 (`common/supplemental/plurals.xml`) for the
//! languages that the widget speaks.

/// Of the forms that a word has beside numbers in a language, in CLDR's order (zero, one, two, few, many, other, of which a
/// language has some), the index of the one that goes with a number as it is written. `whole` is what stands before the
/// decimal mark, `after` whether anything stands behind it, `broken` whether that is more than zeros.
fn form(lang: &str, whole: u32, after: bool, broken: bool) -> usize {
    let (ten, hundred) = (whole % 10, whole % 100);
    match lang.split('-').next().unwrap_or_default() {
        // one, few, many, other
        "ru" => match () {
            () if after => 3,
            () if ten == 1 && hundred != 11 => 0,
            () if (2..=4).contains(&ten) && !(12..=14).contains(&hundred) => 1,
            () => 2,
        },
        // zero, one, two, few, many, other
        "ar" => match whole {
            _ if broken => 5,
            0..=2 => whole as usize,
            _ if (3..=10).contains(&hundred) => 3,
            _ if hundred > 10 => 4,
            _ => 5,
        },
        // one, other: in these 1.5 is still one
        "fr" | "pt" => usize::from(whole > 1),
        "hi" => usize::from(whole > 1 || (broken && whole == 1)),
        // one, other
        _ => usize::from(whole != 1 || after),
    }
}

/// The word among those in `words` (parted by `|`) that goes with a number as a language writes it, with `mark` for its
/// decimal mark; the last where there are fewer words than forms.
pub(super) fn chosen<'w>(words: &'w str, number: &str, lang: &str, mark: char) -> &'w str {
    let (mut whole, mut behind, mut after, mut broken) = (0, false, false, false);
    for letter in number.chars() {
        behind |= letter == mark;
        match digit(letter) {
            Some(digit) if behind => {
                after = true;
                broken |= digit > 0;
            }
            // The last six digits tell as much as all of them: no rule looks further.
            Some(digit) => whole = (whole % 1_000_000) * 10 + digit,
            None => {}
        }
    }
    let index = form(lang, whole, after, broken);
    let mut last = "";
    for (at, word) in words.split('|').enumerate() {
        last = word;
        if at == index {
            break;
        }
    }
    last
}

/// The value of a digit, also of an Arabic, Persian or Devanagari one.
fn digit(letter: char) -> Option<u32> {
    let code = letter as u32;
    [0x30, 0x660, 0x6F0, 0x966].iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu::decimal::input::Decimal;
    use icu::locale::Locale;
    use icu::plurals::{PluralCategory, PluralRules};

    /// The forms of each language, in CLDR's order.
    const FORMS: [(&str, &[PluralCategory]); 7] = {
        use PluralCategory::*;
        [
            ("en", &[One, Other]),
            ("de", &[One, Other]),
            ("fr", &[One, Other]),
            ("pt", &[One, Other]),
            ("hi", &[One, Other]),
            ("ru", &[One, Few, Many, Other]),
            ("ar", &[Zero, One, Two, Few, Many, Other]),
        ]
    };

    #[test]
    fn the_rules_are_cldrs() {
        for (lang, forms) in FORMS {
            let locale: Locale = lang.parse().unwrap();
            let rules = PluralRules::try_new_cardinal((&locale).into()).unwrap();
            for number in (0..1_300).flat_map(|n: u32| [format!("{n}"), format!("{n}.0"), format!("{n}.5")]) {
                let expected = rules.category_for(&number.parse::<Decimal>().unwrap());
                let words: Vec<String> = forms.iter().map(|form| format!("{form:?}")).collect();
                // Round millions are "many" in French and Portuguese, which changes no word.
                assert_eq!(chosen(&words.join("|"), &number, lang, '.'), format!("{expected:?}"), "{lang} {number}");
            }
        }
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        assert_eq!(chosen("point|points", "+1", "en", '.'), "point");
        assert_eq!(chosen("point|points", "1,001", "en", '.'), "points");
        assert_eq!(chosen("point|points", "−0,7", "fr", ','), "point");
        assert_eq!(chosen("a|b|c|d", "21", "ru", ','), "a");
        assert_eq!(chosen("a|b|c|d|e|f", "١٬٠٠٣", "ar-EG", '٫'), "d");
        assert_eq!(chosen("individuo", "7", "es", ','), "individuo");
        assert_eq!(chosen("valor|valores", "", "es", ','), "valores");
    }
}
