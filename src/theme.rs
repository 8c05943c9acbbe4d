//! Colours, sizes and the font of a chart.

mod brand;
mod palette;
#[cfg(not(target_arch = "wasm32"))]
mod sight;

pub use brand::review;
pub use palette::{Palette, ramp};

use crate::color::Color;
use crate::text::TextStyle;

/// How a chart looks. Two are built in, [`Theme::light`] and [`Theme::dark`]; both are designed, neither is the other inverted.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The font family list, as in CSS.
    pub font: String,
    /// Behind the chart; also the halo of dots and the fill of hollow marks.
    pub background: Color,
    /// Title and strong text.
    pub ink: Color,
    /// Subtitle, labels, notes; 4.5:1 or more on the background.
    pub muted: Color,
    /// Grid lines, quieter than any text.
    pub grid: Color,
    /// The zero line.
    pub zero: Color,
    /// The one colour that tells most stories.
    pub accent: Color,
    /// The accent's pale companion, for "then" beside "now"; 3:1 on the background.
    pub pale: Color,
    /// What is not highlighted; 3:1 on the background. Its labels are `muted`.
    pub rest: Color,
    /// The series' colours, at most seven; each 3:1 on the background, told apart under the three dichromacies.
    pub series: [Color; 7],
    /// Text in each series' colour; 4.5:1 on the background.
    pub series_text: [Color; 7],
    /// The shades that stand for amounts.
    pub palette: Palette,
    /// From one end of an order to the other by way of grey: strong, pale, middle, pale, strong; each 3:1 on the background,
    /// told apart under the three dichromacies.
    pub diverging: [Color; 5],
    /// Title.
    pub title: TextStyle,
    /// Subtitle.
    pub subtitle: TextStyle,
    /// Category labels and values.
    pub label: TextStyle,
    /// Ticks, notes, source.
    pub small: TextStyle,
    /// Between title, subtitle, key, plot and notes, in CSS pixels.
    pub gap: f64,
    /// Around a picture that stands alone, in CSS pixels.
    pub margin: f64,
}

/// As far apart, in Oklab, as the colours of two series must look to every eye.
#[cfg(not(target_arch = "wasm32"))]
const APART: f64 = 0.1;

impl Theme {
    /// Dark ink on white.
    pub fn light() -> Self {
        Self {
            font: String::from("system-ui, sans-serif"),
            background: Color::hex(0xffffff),
            ink: Color::hex(0x16191d),
            muted: Color::hex(0x5b636b),
            grid: Color::hex(0xdde1e5),
            zero: Color::hex(0x6b747c),
            accent: Color::hex(0x0f5f9e),
            pale: Color::hex(0x6395c3),
            rest: Color::hex(0x8b939b),
            series: [
                Color::hex(0x0f5f9e),
                Color::hex(0xe05920),
                Color::hex(0x45a097),
                Color::hex(0xb079ef),
                Color::hex(0x685203),
                Color::hex(0xaa5160),
                Color::hex(0x353d47),
            ],
            series_text: [
                Color::hex(0x0f5f9e),
                Color::hex(0xbf4412),
                Color::hex(0x2b7a72),
                Color::hex(0x8d4fd6),
                Color::hex(0x685203),
                Color::hex(0xaa5160),
                Color::hex(0x353d47),
            ],
            palette: Palette::LIGHT,
            diverging: [
                Color::hex(0x8a3200),
                Color::hex(0xe27712),
                Color::hex(0x70767c),
                Color::hex(0x4a98e0),
                Color::hex(0x0a4a80),
            ],
            title: TextStyle { size: 18.0, weight: 700 },
            subtitle: TextStyle::regular(14.0),
            label: TextStyle::regular(13.0),
            small: TextStyle::regular(12.0),
            gap: 12.0,
            margin: 16.0,
        }
    }

    /// Light ink on near-black.
    pub fn dark() -> Self {
        Self {
            background: Color::hex(0x15181c),
            ink: Color::hex(0xf2f4f6),
            muted: Color::hex(0xa7b0b8),
            grid: Color::hex(0x30363c),
            zero: Color::hex(0x87919a),
            accent: Color::hex(0x5fb0ec),
            pale: Color::hex(0x3a719e),
            rest: Color::hex(0x646d76),
            series: [
                Color::hex(0x5fb0ec),
                Color::hex(0xf1953f),
                Color::hex(0xa6eed0),
                Color::hex(0x8e5fa5),
                Color::hex(0xfdd662),
                Color::hex(0xd03e4b),
                Color::hex(0x98999a),
            ],
            series_text: [
                Color::hex(0x5fb0ec),
                Color::hex(0xf1953f),
                Color::hex(0xa6eed0),
                Color::hex(0xb98cd0),
                Color::hex(0xfdd662),
                Color::hex(0xee6b77),
                Color::hex(0xa7a8a9),
            ],
            palette: Palette::DARK,
            diverging: [
                Color::hex(0xffc890),
                Color::hex(0xc76a1a),
                Color::hex(0x8d939a),
                Color::hex(0x2b72b8),
                Color::hex(0x9ad2fb),
            ],
            ..Self::light()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sight::{SIGHT, apart};
    use super::*;

    #[test]
    fn marks_keep_three_to_one_and_text_four_and_a_half_to_one() {
        for theme in [Theme::light(), Theme::dark()] {
            let on = |color: Color| color.contrast(theme.background);
            for mark in
                [theme.accent, theme.pale, theme.rest, theme.zero].iter().chain(&theme.series).chain(&theme.diverging)
            {
                assert!(on(*mark) >= 3.0, "{mark:?} has {:.2}:1", on(*mark));
            }
            for text in [theme.ink, theme.muted, theme.accent].iter().chain(&theme.series_text) {
                assert!(on(*text) >= 4.5, "{text:?} has {:.2}:1", on(*text));
            }
        }
    }

    #[test]
    fn every_eye_tells_the_series_apart() {
        for theme in [Theme::light(), Theme::dark()] {
            for (eye, colors) in SIGHT.iter().flat_map(|eye| [(eye, &theme.series[..]), (eye, &theme.diverging[..])]) {
                for (i, a) in colors.iter().enumerate() {
                    for b in colors.iter().skip(i + 1) {
                        let distance = apart(*a, *b, eye);
                        assert!(distance >= APART, "{a:?} and {b:?} are {distance:.3} apart");
                    }
                }
            }
        }
    }
}
