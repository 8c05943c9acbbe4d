//! Lines of several scripts in a PNG, each stretch set by itself.
//!
//! resvg shapes a whole line with one font and puts the letters of a second one in place of those that are missing, by
//! their number. Where the second joins letters (Arabic, Hindi) the numbers differ, and it gives up: the letters were
//! lost. A line that no font has in whole and that holds such letters is therefore cut into its runs, each at its place.

use super::markup::escape;
use crate::text::{NativeMeasure, Run, decimal};

/// Whether a script joins or stacks its letters.
fn joins(letter: char) -> bool {
    matches!(letter as u32, 0x590..=0x8FF | 0x900..=0x109F | 0x1780..=0x17FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF)
}

/// One of our own pictures with every mixed line in runs.
pub(super) fn in_runs(svg: &str) -> String {
    if !svg.chars().any(joins) {
        return svg.into();
    }
    let measure = NativeMeasure::new();
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((before, after)) = rest.split_once("<text ") {
        let (Some((attributes, _)), Some((line, behind))) = (after.split_once('>'), after.split_once("</text>")) else {
            break;
        };
        let words = line.get(attributes.len() + 1..).unwrap_or_default();
        out.push_str(before);
        match runs(attributes, words, &measure) {
            Some(runs) => out.push_str(&runs),
            None => out.extend(["<text ", line, "</text>"]),
        }
        rest = behind;
    }
    out + rest
}

/// The elements of a line that has letters which join: one, or one for each run; `None` for any other line.
///
/// None says how long it is: that is for other fonts than those it was measured with, and resvg stretches letters that
/// have joined too far.
fn runs(attributes: &str, words: &str, measure: &NativeMeasure) -> Option<String> {
    let text = plain(words);
    if !text.chars().any(joins) {
        return None;
    }
    let number = |name: &str| attribute(attributes, name).and_then(|value| value.parse::<f64>().ok());
    let (x, size, weight) = (number("x")?, number("font-size")?, number("font-weight").unwrap_or(400.0) as u16);
    let mut kept = String::new();
    for name in KEPT {
        if let Some(value) = attribute(attributes, name) {
            kept.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    let anchor = attribute(attributes, "text-anchor");
    let bare: String = text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect();
    if measure.is_whole(&bare, weight) {
        let anchor = anchor.map_or_else(String::new, |anchor| format!(" text-anchor=\"{anchor}\""));
        return Some(format!("<text x=\"{}\"{anchor}{kept}>{words}</text>", decimal(x)));
    }
    let runs = measure.runs(&text, weight);
    let width: f64 = runs.iter().map(|run| run.ems * size).sum();
    let mut left = match anchor {
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        _ => x,
    };
    let mut out = String::new();
    for Run { text, rtl, ems } in runs {
        if !text.trim().is_empty() {
            // Turned by force, so that a bracket alone is turned too.
            let (open, close) = if rtl { ("\u{202e}", "\u{202c}") } else { ("", "") };
            let words = escape(&text);
            let x = decimal(left);
            out.push_str(&format!("<text x=\"{x}\" xml:space=\"preserve\"{kept}>{open}{words}{close}</text>"));
        }
        left += ems * size;
    }
    Some(out)
}

/// The attributes that every run of a line has.
const KEPT: [&str; 10] = [
    "y",
    "font-size",
    "font-weight",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "stroke-linejoin",
    "paint-order",
];

/// The value of an attribute in a tag of ours.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = attributes
        .split_once(&format!("{name}=\""))
        .filter(|(before, _)| before.is_empty() || before.ends_with(' '))?;
    after.split_once('"').map(|(value, _)| value)
}

/// What [`escape`] has made safe, as it was.
fn plain(words: &str) -> String {
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mixed_line_is_cut_and_others_are_left() {
        let svg = "<text x=\"10\" y=\"20\" font-size=\"10\" fill=\"#000\">东莞 R&amp;D</text>";
        assert_eq!(in_runs(svg), svg);
        let mixed = "<text x=\"100\" y=\"20\" font-size=\"10\" text-anchor=\"end\" textLength=\"44\" fill=\"#000\">\u{2067}لا R&amp;D\u{2069}</text>";
        let cut = in_runs(mixed);
        assert_eq!(cut.matches("<text ").count(), 2, "{cut}");
        assert!(cut.contains(">R&amp;D") && cut.contains("\u{202e}لا") && !cut.contains("textLength"), "{cut}");
        assert!(cut.find("R&amp;D") < cut.find("لا"), "seen from the left: {cut}");
    }
}
