//! Colours in sRGB, and the contrast between them.

/// A colour in sRGB with straight alpha.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    /// Red, 0 to 255.
    pub r: u8,
    /// Green, 0 to 255.
    pub g: u8,
    /// Blue, 0 to 255.
    pub b: u8,
    /// Opacity, 0 (nothing) to 1 (opaque).
    pub a: f32,
}

impl Color {
    /// An opaque colour from `0xRRGGBB`.
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8, a: 1.0 }
    }

    /// Reads `#rgb` or `#rrggbb` (CSS Color 4 §5.2, without alpha); `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            6 => Some(Self::hex(number)),
            3 => {
                let spread = |shift: u32| ((number >> shift) & 0xf) * 0x11;
                Some(Self::hex((spread(8) << 16) | (spread(4) << 8) | spread(0)))
            }
            _ => None,
        }
    }

    /// This colour mixed with another, channel by channel in sRGB; `share` is the other's part, 0 to 1.
    pub fn mix(self, other: Self, share: f32) -> Self {
        let channel = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share + 0.5) as u8;
        Self {
            r: channel(self.r, other.r),
            g: channel(self.g, other.g),
            b: channel(self.b, other.b),
            a: self.a + (other.a - self.a) * share,
        }
    }

    /// The colour as CSS writes it: `#rrggbb`, or `#rrggbbaa` where it is not opaque (CSS Color 4 §5.2).
    pub fn css(self) -> String {
        let mut text = String::from("#");
        let alpha = (self.a * 255.0 + 0.5) as u8;
        let channels = [self.r, self.g, self.b, alpha];
        for channel in channels.into_iter().take(if alpha == 255 { 3 } else { 4 }) {
            for half in [channel >> 4, channel & 15] {
                text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
            }
        }
        text
    }

    /// Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it; alpha is not looked at.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { power_2_4((c + 0.055) / 1.055) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast ratio with another colour, 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// A number from 0 to 1 to the power of 2.4: its square times the fifth root of its square, found by Newton's method
/// to 12 digits. The library's own power, which is right for numbers of any size, weighs 4 KB in the page.
fn power_2_4(x: f64) -> f64 {
    let square = x * x;
    let mut root = 1.0_f64;
    for _ in 0..16 {
        let fourth = root * root * root * root;
        root = (4.0 * root + square / fourth) / 5.0;
    }
    square * root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_power_agrees_with_the_library() {
        for channel in 11..=255 {
            let x = (f64::from(channel) / 255.0 + 0.055) / 1.055;
            assert!((power_2_4(x) - x.powf(2.4)).abs() < 1e-12, "{channel}");
        }
    }

    #[test]
    fn contrast_of_black_and_white_is_21() {
        assert!((Color::hex(0).contrast(Color::hex(0xffffff)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn css_is_read_back() {
        assert_eq!(Color::hex(0x0f5f9e).css(), "#0f5f9e");
        assert_eq!(Color { a: 0.5, ..Color::hex(0xffffff) }.css(), "#ffffff80");
    }

    #[test]
    fn short_and_long_notation_agree() {
        assert_eq!(Color::parse("#1af"), Color::parse("#11aaff"));
        assert_eq!(Color::parse("1af"), None);
        assert_eq!(Color::parse("#1a"), None);
    }
}
