use super::{TextStyle, decimal};

/// The CSS `font` shorthand for a canvas: `600 14px Inter, sans-serif`. `family` is a list as in CSS.
pub fn css_font(style: TextStyle, family: &str) -> String {
    [&style.weight.to_string(), " ", &decimal(style.size), "px ", family].concat()
}
