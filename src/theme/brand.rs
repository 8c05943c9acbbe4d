//! A publisher's look over the built-in one, and whether it can be read.

use super::Theme;
#[cfg(not(target_arch = "wasm32"))]
use super::sight::{SIGHT, apart};
use crate::color::Color;
use crate::problem::{Place, Problem};
use crate::spec::{Brand, Hues};
use crate::text::TextStyle;

/// What WCAG 2.2 asks of marks and of text, as contrast ratios.
const MARK: f64 = 3.0;
const TEXT: f64 = 4.5;

impl Theme {
    /// The light or the dark theme, with a brand over it where there is one.
    pub fn of(brand: Option<&Brand>, dark: bool) -> Self {
        let mut theme = if dark { Self::dark() } else { Self::light() };
        let Some(brand) = brand else { return theme };
        if !brand.font.is_empty() {
            theme.font.clone_from(&brand.font);
        }
        let styles = [&mut theme.title, &mut theme.subtitle, &mut theme.label, &mut theme.small];
        for (style, size) in styles.into_iter().zip(brand.sizes) {
            *style = TextStyle { size: size.unwrap_or(style.size), ..*style };
        }
        theme.title.weight = brand.weight.map_or(theme.title.weight, |weight| weight as u16);
        theme.gap = brand.gap.unwrap_or(theme.gap);
        theme.margin = brand.margin.unwrap_or(theme.margin);
        theme.dress(if dark { &brand.dark } else { &brand.light });
        theme
    }

    /// Takes a tone's colours; what follows from them follows.
    fn dress(&mut self, hues: &Hues) {
        let [background, ink, muted, grid, zero, accent, pale, rest] = hues.own;
        self.background = background.unwrap_or(self.background);
        self.ink = ink.unwrap_or(self.ink);
        self.muted = muted.unwrap_or(self.muted);
        self.grid = grid.unwrap_or(self.grid);
        self.zero = zero.unwrap_or(self.zero);
        self.rest = rest.unwrap_or(self.rest);
        if let Some(accent) = accent.or(hues.series.first().copied()) {
            self.lead(accent);
        }
        self.pale = pale.unwrap_or(self.pale);
        for (place, color) in self.series.iter_mut().zip(&hues.series) {
            *place = *color;
        }
        for (text, color) in self.series_text.iter_mut().zip(self.series).take(hues.series.len().max(1)) {
            *text = readable(color, self.background, TEXT);
        }
    }

    /// Takes another accent, with its pale companion and the first series.
    fn lead(&mut self, accent: Color) {
        self.accent = accent;
        for shade in &mut self.palette.shades {
            *shade = toned(accent, shade.luminance());
        }
        // As far from the accent as the pale of the built-in themes, and no paler than a mark may be.
        let pale = accent.mix(self.background, 0.55);
        self.pale = readable(pale, self.background, MARK);
        let ([first, ..], [text, ..]) = (&mut self.series, &mut self.series_text);
        (*first, *text) = (accent, accent);
    }
}

/// A colour as light as asked for (WCAG 2.2 relative luminance, 0 to 1): mixed with white or with black.
fn toned(color: Color, luminance: f64) -> Color {
    let end = Color::hex(if color.luminance() < luminance { 0xff_ffff } else { 0 });
    let (mut near, mut far) = (0.0, 1.0);
    for _ in 0..12 {
        let middle = (near + far) / 2.0;
        let passed = (color.mix(end, middle).luminance() < luminance) == (color.luminance() < luminance);
        if passed { near = middle } else { far = middle }
    }
    color.mix(end, far)
}

/// A colour moved toward black or white, whichever stands out more, as far as it needs for a contrast with the background.
fn readable(color: Color, background: Color, ratio: f64) -> Color {
    let (black, white) = (Color::hex(0), Color::hex(0xff_ffff));
    let end = if black.contrast(background) > white.contrast(background) { black } else { white };
    let mut found = color;
    for step in 1..=20 {
        if found.contrast(background) >= ratio {
            break;
        }
        found = color.mix(end, step as f32 / 20.0);
    }
    found
}

/// What cannot be read in a brand's colours, each with the nearest that can; on the command line also what some eyes do
/// not tell apart. Warnings all.
pub fn review(brand: &Brand) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (tone, hues, dark) in [("light", &brand.light, false), ("dark", &brand.dark, true)] {
        let theme = Theme::of(Some(brand), dark);
        let mut ask = |name: &str, color: Color, ratio: f64, what: &str| {
            let found = color.contrast(theme.background);
            if found >= ratio {
                return;
            }
            let tenths = (found * 10.0) as u32;
            let found = [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), ":1"].concat();
            let message =
                [name, " ", &color.css(), " has a contrast of ", &found, " with the background; ", what].concat();
            let hint = ["write ", &readable(color, theme.background, ratio).css(), ", or choose another"].concat();
            let place = Place::spec(&["/brand/", tone, "/", name].concat());
            problems.push(Problem::warning("low-contrast", place, message, hint));
        };
        for (name, color) in [("ink", theme.ink), ("muted", theme.muted), ("accent", theme.accent)] {
            ask(name, color, TEXT, "words need 4.5:1");
        }
        for (name, color) in [("pale", theme.pale), ("rest", theme.rest), ("zero", theme.zero)] {
            ask(name, color, MARK, "marks need 3:1");
        }
        for (index, color) in hues.series.iter().enumerate() {
            ask(&["series/", &index.to_string()].concat(), *color, MARK, "marks need 3:1");
        }
        #[cfg(not(target_arch = "wasm32"))]
        alike(tone, hues, &mut problems);
    }
    problems
}

/// Colours of series that an eye with a dichromacy does not tell apart.
#[cfg(not(target_arch = "wasm32"))]
fn alike(tone: &str, hues: &Hues, problems: &mut Vec<Problem>) {
    for (at, a) in hues.series.iter().enumerate() {
        for (index, b) in hues.series.iter().enumerate().skip(at + 1) {
            let least = SIGHT.iter().map(|eye| apart(*a, *b, eye)).fold(f64::INFINITY, f64::min);
            if least < super::APART {
                let message = [a.css().as_str(), " and ", &b.css(), " look alike to some eyes"].concat();
                let hint = "make one of them darker or lighter".into();
                let place = Place::spec(&format!("/brand/{tone}/series/{index}"));
                problems.push(Problem::warning("colors-alike", place, message, hint));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brand(own: [Option<u32>; 8], series: &[u32]) -> Brand {
        let hues = Hues {
            own: own.map(|color| color.map(Color::hex)),
            series: series.iter().map(|color| Color::hex(*color)).collect(),
        };
        Brand { light: hues, ..Brand::default() }
    }

    #[test]
    fn what_is_not_said_stays() {
        assert_eq!(Theme::of(None, false), Theme::light());
        assert_eq!(Theme::of(Some(&Brand::default()), true), Theme::dark());
        assert!(review(&Brand::default()).is_empty());
        let sized = Brand { sizes: [Some(24.0), None, None, None], gap: Some(20.0), ..Brand::default() };
        let theme = Theme::of(Some(&sized), false);
        assert_eq!((theme.title.size, theme.subtitle.size, theme.gap), (24.0, 14.0, 20.0));
    }

    #[test]
    fn an_accent_brings_its_pale_and_the_first_series() {
        let pink = 0x9c_1f4b;
        let theme = Theme::of(Some(&brand([None, None, None, None, None, Some(pink), None, None], &[])), false);
        assert_eq!((theme.accent, theme.series[0]), (Color::hex(pink), Color::hex(pink)));
        assert!(theme.pale != Theme::light().pale && theme.pale.contrast(theme.background) >= MARK);
        assert_eq!(theme.series[1], Theme::light().series[1]);
    }

    #[test]
    fn shades_are_of_the_accents_hue_and_as_light_as_the_built_in_ones() {
        for accent in [0x9c_1f4b, 0x00_6b5c, 0x12_1212, 0xff_cc00] {
            let theme = Theme::of(Some(&brand([None, None, None, None, None, Some(accent), None, None], &[])), false);
            for (own, plain) in theme.palette.shades.iter().zip(Theme::light().palette.shades) {
                let gap = (own.luminance() - plain.luminance()).abs();
                assert!(gap < 0.01, "{own:?} for {plain:?}: {gap:.3}");
            }
            for pair in theme.palette.shades.windows(2) {
                for eye in &SIGHT {
                    assert!(apart(pair[0], pair[1], eye) >= 0.06, "{pair:?} of {accent:06x}");
                }
            }
        }
    }

    #[test]
    fn words_of_a_bright_series_are_readable_all_the_same() {
        let theme = Theme::of(Some(&brand([None; 8], &[0xff_cc00])), false);
        assert_eq!(theme.series[0], Color::hex(0xff_cc00));
        assert!(theme.series_text[0].contrast(theme.background) >= TEXT);
    }

    #[test]
    fn what_cannot_be_read_is_told_with_what_can() {
        let problems = review(&brand([None, None, Some(0x99_9999), None, None, Some(0xff_cc00), None, None], &[]));
        let kinds: Vec<String> = problems.iter().map(Problem::say).collect();
        assert_eq!(problems.len(), 2, "{kinds:?}");
        assert!(kinds[0].contains("/brand/light/muted") && kinds[0].contains("2.8:1"), "{kinds:?}");
        let hint = problems[1].hint.split(['#', ',']).nth(1).map(|hex| ["#", hex].concat());
        let better = hint.and_then(|hint| Color::parse(&hint)).expect("a colour");
        assert!(better.contrast(Color::hex(0xff_ffff)) >= TEXT);
    }

    #[test]
    fn red_and_green_alike_are_told_apart_by_some_only() {
        let kinds = |series: &[u32]| -> Vec<&str> {
            review(&brand([None; 8], series)).iter().map(|problem| problem.kind).collect()
        };
        assert_eq!(kinds(&[0xb0_3a2e, 0x5d_7a1f]), ["colors-alike"]);
        assert!(kinds(&[0x0f_5f9e, 0xe0_5920]).is_empty());
    }
}
