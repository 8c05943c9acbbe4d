//! Colours, sizes and the font of a chart.

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
    /// Title.
    pub title: TextStyle,
    /// Subtitle.
    pub subtitle: TextStyle,
    /// Category labels and values.
    pub label: TextStyle,
    /// Ticks, notes, source.
    pub small: TextStyle,
}

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
            title: TextStyle { size: 18.0, weight: 700 },
            subtitle: TextStyle::regular(14.0),
            label: TextStyle::regular(13.0),
            small: TextStyle::regular(12.0),
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
            ..Self::light()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::within;

    #[test]
    fn marks_keep_three_to_one_and_text_four_and_a_half_to_one() {
        for theme in [Theme::light(), Theme::dark()] {
            let on = |color: Color| color.contrast(theme.background);
            for mark in [theme.accent, theme.pale, theme.rest, theme.zero].iter().chain(&theme.series) {
                assert!(on(*mark) >= 3.0, "{mark:?} has {:.2}:1", on(*mark));
            }
            for text in [theme.ink, theme.muted, theme.accent].iter().chain(&theme.series_text) {
                assert!(on(*text) >= 4.5, "{text:?} has {:.2}:1", on(*text));
            }
        }
    }

    /// Full protanopia, deuteranopia, tritanopia, and none: linear RGB matrices of Machado, Oliveira and Fernandes,
    /// "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0.
    const SIGHT: [[[f64; 3]; 3]; 4] = [
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ];

    fn product(matrix: &[[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
        matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
    }

    /// Oklab (Ottosson, "A perceptual color space for image processing", 2020) of a colour as an eye sees it.
    fn seen(color: Color, eye: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = [color.r, color.g, color.b].map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        let cones = [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ];
        let lab = [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ];
        product(&lab, product(&cones, product(eye, linear).map(|c| within(c, 0.0, 1.0))).map(f64::cbrt))
    }

    #[test]
    fn every_eye_tells_the_series_apart() {
        for theme in [Theme::light(), Theme::dark()] {
            for eye in &SIGHT {
                for (i, a) in theme.series.iter().enumerate() {
                    for b in theme.series.iter().skip(i + 1) {
                        let (p, q) = (seen(*a, eye), seen(*b, eye));
                        let distance = p.iter().zip(q).map(|(p, q)| (p - q).powi(2)).sum::<f64>().sqrt();
                        assert!(distance >= 0.1, "{a:?} and {b:?} are {distance:.3} apart");
                    }
                }
            }
        }
    }
}
