use crate::color::Color;
use crate::problem::Warned;
use crate::spec;
use crate::theme::{self, Theme};
use crate::value::Value;

/// The light and the dark theme in a brand's look, and what is wrong with it. The build puts this into a part that loads
/// where a brand is named, so it must stay a function of its own.
#[inline(never)]
pub(super) fn dressed(brand: &Value) -> Warned<[Theme; 2]> {
    let mut read = spec::brand(brand);
    let brand = read.value.as_ref();
    read.problems.extend(brand.into_iter().flat_map(theme::review));
    Warned { value: [Theme::of(brand, false), Theme::of(brand, true)], problems: read.problems }
}

/// The theme that the page asks for: light or dark, of `themes` where a brand has its own, then its font, and its own
/// colours where it sets any.
pub(super) fn theme(env: &Value, themes: &Option<Box<[Theme; 2]>>) -> Theme {
    let dark = env.get("theme").and_then(Value::text) == Some("dark");
    let mut theme = match themes.as_deref() {
        Some([light, dim]) => if dark { dim } else { light }.clone(),
        None if dark => Theme::dark(),
        None => Theme::light(),
    };
    if let Some(font) = env.get("font").and_then(Value::text) {
        theme.font = font.into();
    }
    let color = |name: &str| env.get("colors")?.get(name)?.text().and_then(Color::parse);
    theme.background = color("background").unwrap_or(theme.background);
    theme.ink = color("ink").unwrap_or(theme.ink);
    theme.muted = color("muted").unwrap_or(theme.muted);
    theme.grid = color("grid").unwrap_or(theme.grid);
    if let Some(accent) = color("accent").filter(|accent| *accent != theme.accent) {
        theme.accent = accent;
        // As far from the accent as the pale of the built-in themes.
        theme.pale = accent.mix(theme.background, 0.55);
        let ([first, ..], [text, ..]) = (&mut theme.series, &mut theme.series_text);
        (*first, *text) = (accent, accent);
    }
    theme
}
