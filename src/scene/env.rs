use crate::locale::Locale;
use crate::text::Measure;
use crate::theme::Theme;

/// What a scene is composed for. Passed in, never global: the same input gives the same bytes.
pub struct Env<'a> {
    /// Width in CSS pixels, outer edge to outer edge. The height follows from kind, data and width.
    pub width: f64,
    /// Where title, key, notes and source go.
    pub setting: Setting,
    /// Measures text.
    pub measure: &'a dyn Measure,
    /// Colours, sizes, the font.
    pub theme: &'a Theme,
    /// Numbers, periods, words.
    pub locale: &'a dyn Locale,
}

/// Where the words around the plot go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// The host shows them as HTML: the scene is the plot alone.
    Page,
    /// They are marks of the scene: SVG and PNG.
    Picture {
        /// Empty space on every side, in CSS pixels, at least 0; part of [`Env::width`].
        margin: f64,
    },
}
