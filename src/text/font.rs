/// A font that is shipped, so that measuring, pictures and tests do not depend on the machine.
#[derive(Clone, Copy)]
pub struct Font {
    /// The font file (TrueType), a subset made by `fonts/subset.py`.
    pub bytes: &'static [u8],
    /// Its weight as in CSS.
    pub weight: u16,
}

/// Inter for Latin, Greek and Cyrillic letters and all signs; Noto Sans for Chinese (GB 2312 level 1), Arabic, Hindi and
/// Thai.
static FAMILIES: [&[Font]; 5] = [
    &[
        Font { bytes: include_bytes!("fonts/Inter-Regular.ttf"), weight: 400 },
        Font { bytes: include_bytes!("fonts/Inter-SemiBold.ttf"), weight: 600 },
        Font { bytes: include_bytes!("fonts/Inter-Bold.ttf"), weight: 700 },
    ],
    &[
        Font { bytes: include_bytes!("fonts/NotoSansSC-Regular.ttf"), weight: 400 },
        Font { bytes: include_bytes!("fonts/NotoSansSC-Bold.ttf"), weight: 700 },
    ],
    &[
        Font { bytes: include_bytes!("fonts/NotoSansArabic-Regular.ttf"), weight: 400 },
        Font { bytes: include_bytes!("fonts/NotoSansArabic-Bold.ttf"), weight: 700 },
    ],
    &[
        Font { bytes: include_bytes!("fonts/NotoSansDevanagari-Regular.ttf"), weight: 400 },
        Font { bytes: include_bytes!("fonts/NotoSansDevanagari-Bold.ttf"), weight: 700 },
    ],
    &[
        Font { bytes: include_bytes!("fonts/NotoSansThai-Regular.ttf"), weight: 400 },
        Font { bytes: include_bytes!("fonts/NotoSansThai-Bold.ttf"), weight: 700 },
    ],
];

impl Font {
    /// All shipped fonts, in the order in which a letter is looked for.
    pub fn shipped() -> impl Iterator<Item = Font> {
        FAMILIES.iter().flat_map(|family| family.iter().copied())
    }

    /// The indices in [`Font::shipped`] that serve a weight, one for each family, in the order in which a letter is
    /// looked for: the regular one up to 500, above that the lightest that is at least as heavy.
    pub fn for_weight(weight: u16) -> Vec<usize> {
        let mut first = 0;
        let mut chosen = Vec::new();
        for family in FAMILIES {
            let bold = weight > 500;
            let fits = |font: &Font| if bold { font.weight > 500 && font.weight >= weight.min(700) } else { true };
            chosen.push(first + family.iter().position(fits).unwrap_or(family.len() - 1));
            first += family.len();
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::Font;

    #[test]
    fn each_family_serves_each_weight() {
        assert_eq!(Font::for_weight(400), [0, 3, 5, 7, 9]);
        assert_eq!(Font::for_weight(600), [1, 4, 6, 8, 10]);
        assert_eq!(Font::for_weight(700), [2, 4, 6, 8, 10]);
        assert_eq!(Font::for_weight(900), [2, 4, 6, 8, 10]);
        assert_eq!(Font::shipped().count(), 11);
    }
}
