//! The colour key of series that nothing names directly.

use super::sketch::Sketch;
use crate::scene::{KeyEntry, Swatch};

/// Adds an entry for each series, where there are several.
pub(super) fn series(sketch: &mut Sketch) {
    formed(sketch, &|_| Swatch::Dot);
}

/// The same, where each series has dots of a form of its own.
pub(super) fn formed(sketch: &mut Sketch, form: &dyn Fn(usize) -> Swatch) {
    let names = &sketch.checked.series;
    if names.len() < 2 {
        return;
    }
    for (index, label) in names.iter().enumerate() {
        let color = sketch.color(index, "");
        sketch.key.push(KeyEntry { label: label.clone(), color, swatch: form(index) });
    }
}
