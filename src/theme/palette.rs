use crate::color::Color;

/// Shades that stand for amounts, as in a heat map; the series' colours stand for things and have no order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// From little to much: little is near the background, much far from it, and greyscale keeps the order. The upper
    /// half has 3:1 on the background; the field of pale ones has a frame that has.
    pub shades: [Color; 7],
    /// From just below a reference to far below it; the last has 3:1 on the background.
    pub below: [Color; 4],
    /// From just above a reference to far above it; the last has 3:1 on the background.
    pub above: [Color; 4],
}

impl Palette {
    /// For a white background: more is darker.
    pub const LIGHT: Self = Self {
        shades: [
            Color::hex(0xd8ebef),
            Color::hex(0xafd7df),
            Color::hex(0x7fbdd0),
            Color::hex(0x4a9bc1),
            Color::hex(0x2a76ac),
            Color::hex(0x17508a),
            Color::hex(0x0c2a57),
        ],
        below: [Color::hex(0x92c6e5), Color::hex(0x5797c9), Color::hex(0x2e68a1), Color::hex(0x133d70)],
        above: [Color::hex(0xefb787), Color::hex(0xd67f45), Color::hex(0xad4f1f), Color::hex(0x772d15)],
    };

    /// For a background near black: more is lighter.
    pub const DARK: Self = Self {
        shades: [
            Color::hex(0x263b4e),
            Color::hex(0x2b5573),
            Color::hex(0x33749b),
            Color::hex(0x4596bd),
            Color::hex(0x6fb8d3),
            Color::hex(0xa5d8e3),
            Color::hex(0xe6f6f5),
        ],
        below: [Color::hex(0x2d4e78), Color::hex(0x3e7bb2), Color::hex(0x62abdd), Color::hex(0xa2daf6)],
        above: [Color::hex(0x713d2a), Color::hex(0xae5e31), Color::hex(0xdc8e4f), Color::hex(0xf7c790)],
    };
}

/// So many shades from the first of a row of colours to its last, evenly apart; of one alone the last.
pub fn ramp(colors: &[Color], count: usize) -> Vec<Color> {
    let mut found = Vec::with_capacity(count);
    let steps = count.saturating_sub(1).max(1) as f64;
    let last = colors.len().saturating_sub(1);
    for index in 0..count {
        let way = if count == 1 { last as f64 } else { index as f64 / steps * last as f64 };
        let place = (way as usize).min(last);
        let next = colors.get(place + 1).or(colors.last());
        if let (Some(color), Some(next)) = (colors.get(place), next) {
            found.push(color.mix(*next, (way - place as f64) as f32));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::sight::{SIGHT, apart, seen};
    use super::*;

    /// The least difference that is seen at all is 0.02 in Oklab (CSS Color 4, §13.2, which says so of gamut
    /// mapping); neighbours are three times as far apart, to be found again in a key.
    const TOLD_APART: f64 = 0.06;

    fn themes() -> [(Theme, f64); 2] {
        // Lightness falls with the amount on white, and rises with it on black.
        [(Theme::light(), -1.0), (Theme::dark(), 1.0)]
    }

    #[test]
    fn greyscale_keeps_the_order() {
        for (theme, sign) in themes() {
            let palette = theme.palette;
            for row in [&palette.shades[..], &palette.below, &palette.above] {
                for count in 2..=row.len() {
                    for pair in ramp(row, count).windows(2) {
                        // WCAG 2.2 relative luminance is what a grey copy shows.
                        let step = (pair[1].luminance() - pair[0].luminance()) * sign;
                        assert!(step > 0.0, "{pair:?} in {row:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_eye_tells_neighbours_and_the_two_sides_apart() {
        for (theme, _) in themes() {
            let palette = theme.palette;
            for eye in &SIGHT {
                let rows = [(&palette.shades[..], 7), (&palette.below, 6), (&palette.above, 6)];
                for (row, most) in rows {
                    for count in 2..=most {
                        for pair in ramp(row, count).windows(2) {
                            let distance = apart(pair[0], pair[1], eye);
                            assert!(distance >= TOLD_APART, "{pair:?} are {distance:.3} apart");
                        }
                    }
                }
                for (below, above) in palette.below.iter().zip(palette.above) {
                    let distance = apart(*below, above, eye);
                    assert!(distance >= TOLD_APART, "{below:?} and {above:?} are {distance:.3} apart");
                }
            }
        }
    }

    #[test]
    fn shades_and_ends_stand_out_from_the_page() {
        for (theme, _) in themes() {
            // WCAG 2.2, success criterion 1.4.11: 3:1 for what must be seen.
            let palette = theme.palette;
            let ends = [palette.below[3], palette.above[3]];
            for color in palette.shades[3..].iter().chain(&ends) {
                let contrast = color.contrast(theme.background);
                assert!(contrast >= 3.0, "{color:?} has {contrast:.2}:1");
            }
            // The first is not taken for the page, and what frames the shades has the contrast that it has not.
            for eye in &SIGHT {
                let distance = apart(palette.shades[0], theme.background, eye);
                assert!(distance >= TOLD_APART, "{distance:.3}");
            }
            assert!(theme.rest.contrast(theme.background) >= 3.0);
            // The sides of a reference begin pale: near it is like it.
            for color in [palette.below[0], palette.above[0]] {
                assert!(color.contrast(theme.background) < 3.0, "{color:?}");
            }
        }
    }

    #[test]
    fn the_sides_are_as_strong_as_each_other() {
        for (theme, _) in themes() {
            for (below, above) in theme.palette.below.iter().zip(theme.palette.above) {
                let lightness = |color| seen(color, &SIGHT[3])[0];
                let gap = (lightness(*below) - lightness(above)).abs();
                assert!(gap < 0.05, "{below:?} and {above:?}: {gap:.3}");
            }
        }
    }

    #[test]
    fn ramps_begin_and_end_with_their_colours() {
        let row = Palette::LIGHT.shades;
        for count in 2..9 {
            let found = ramp(&row, count);
            assert_eq!((found.len(), found[0], found[count - 1]), (count, row[0], row[6]));
        }
        assert_eq!(ramp(&row, 7), row);
        assert_eq!(ramp(&row, 1), [row[6]]);
        assert!(ramp(&row, 0).is_empty() && ramp(&[], 3).is_empty());
    }
}
