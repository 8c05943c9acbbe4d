//! The painters: one scene made by hand with all six shapes, as SVG and as PNG.
#![cfg(not(target_arch = "wasm32"))]

#[path = "paint/scene.rs"]
mod scene;

use indicator_chart::paint::{Fallback, png_with, svg};
use indicator_chart::theme::Theme;
use scene::scene;

#[test]
fn svg_is_as_it_was() {
    let written = svg(&scene(), &Theme::light(), "A scene & its parts");
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/paint/scene.svg");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(golden, &written).unwrap();
    }
    assert_eq!(written, std::fs::read_to_string(golden).unwrap());
}

#[test]
fn svg_keeps_to_a_strict_content_policy() {
    let written = svg(&scene(), &Theme::dark(), "");
    assert!(!written.contains("style="), "an inline style is blocked by style-src 'self'");
    assert!(!written.contains("<style"));
    assert!(!written.contains("<desc"), "nothing to describe");
    assert!(written.contains("<rect width=\"320\" height=\"120.5\" fill=\"#15181c\"/>"));
}

#[test]
fn a_datum_has_its_group() {
    let written = svg(&scene(), &Theme::light(), "");
    assert_eq!(written.matches("data-datum=\"0\"").count(), 1, "both of its marks share a group");
    assert_eq!(written.matches("data-datum=\"2\"").count(), 2, "its dot and its label have other roles");
    assert_eq!(written.matches("<g ").count(), written.matches("</g>").count());
}

#[test]
fn png_has_device_pixels() {
    let written = svg(&scene(), &Theme::light(), "");
    let png = png_with(&written, 2.0, Fallback::None).unwrap();
    let size = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert_eq!((size(16), size(20)), (640, 241));
    if let Some(path) = std::env::var_os("PICTURE") {
        std::fs::write(path, png).unwrap();
    }
}

#[test]
fn what_is_no_picture_is_a_problem() {
    assert_eq!(png_with("<svg", 1.0, Fallback::None).unwrap_err().kind, "no-picture");
    let huge = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90000\" height=\"90000\"/>";
    assert!(png_with(huge, 3.0, Fallback::None).unwrap_err().message.contains("too large"));
    let none = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>";
    assert!(png_with(none, 0.0, Fallback::None).is_err());
}
