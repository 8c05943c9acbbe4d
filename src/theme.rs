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
    /// The accent's pale companion, for "then" beside "now"; 3:1 on the background where it is a mark's outline.
    pub pale: Color,
    /// What is not highlighted; 3:1 on the background is not asked of it, its labels are `muted`.
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
            pale: Color::hex(0x8fb9d9),
            rest: Color::hex(0xb4bbc2),
            series: [
                Color::hex(0x0f5f9e),
                Color::hex(0xd1603d),
                Color::hex(0x1f9a8a),
                Color::hex(0x8a4f9e),
                Color::hex(0xb08416),
                Color::hex(0xc94f7c),
                Color::hex(0x5b636b),
            ],
            series_text: [
                Color::hex(0x0f5f9e),
                Color::hex(0xb5482a),
                Color::hex(0x15776b),
                Color::hex(0x8a4f9e),
                Color::hex(0x86630c),
                Color::hex(0xb33a68),
                Color::hex(0x5b636b),
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
            pale: Color::hex(0x2f658f),
            rest: Color::hex(0x59626b),
            series: [
                Color::hex(0x5fb0ec),
                Color::hex(0xf0875f),
                Color::hex(0x3fc2af),
                Color::hex(0xc08fd6),
                Color::hex(0xd9ac3c),
                Color::hex(0xec82a8),
                Color::hex(0xa7b0b8),
            ],
            series_text: [
                Color::hex(0x5fb0ec),
                Color::hex(0xf0875f),
                Color::hex(0x3fc2af),
                Color::hex(0xc08fd6),
                Color::hex(0xd9ac3c),
                Color::hex(0xec82a8),
                Color::hex(0xa7b0b8),
            ],
            ..Self::light()
        }
    }
}
