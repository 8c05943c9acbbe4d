use crate::color::Color;
use crate::theme::Theme;
use crate::value::Value;

/// The theme that the page asks for: light or dark, its font, and its own colours where it sets any.
pub(super) fn theme(env: &Value) -> Theme {
    let mut theme = if env.get("theme").and_then(Value::text) == Some("dark") { Theme::dark() } else { Theme::light() };
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
