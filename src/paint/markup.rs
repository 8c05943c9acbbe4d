use crate::color::Color;

/// Text made safe inside an element or a quoted attribute. Letters that XML 1.0 does not allow become U+FFFD.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => safe.push('\u{FFFD}'),
            other => safe.push(other),
        }
    }
    safe
}

/// A colour as an attribute, ` fill="#0f5f9e"`, with its opacity beside it where it is not opaque.
pub(super) fn paint(name: &str, color: Color) -> String {
    let mut attribute = format!(" {name}=\"#{:02x}{:02x}{:02x}\"", color.r, color.g, color.b);
    if color.a < 1.0 {
        attribute.push_str(&format!(" {name}-opacity=\"{}\"", crate::text::decimal(f64::from(color.a))));
    }
    attribute
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(escape("<b>\"R&D\"\u{1}</b>"), "&lt;b&gt;&quot;R&amp;D&quot;\u{FFFD}&lt;/b&gt;");
    }

    #[test]
    fn colours_say_their_opacity_only_where_they_have_one() {
        assert_eq!(paint("fill", Color::hex(0x0f5f9e)), " fill=\"#0f5f9e\"");
        assert_eq!(paint("stroke", Color { a: 0.5, ..Color::hex(0) }), " stroke=\"#000000\" stroke-opacity=\"0.5\"");
    }
}
