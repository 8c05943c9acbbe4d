//! What rows are held against: lines down the plot at the target or the base, named above it.

use super::sketch::Sketch;
use super::{target, value};
use crate::geom::{Point, within};
use crate::scale::Linear;
use crate::scene::{Anchor, Role};
use crate::spec::Quantity;

/// A value that the rows are held against.
pub(super) struct Reference {
    /// The value in data units; of a band both its ends.
    pub(super) values: Vec<f64>,
    /// Its name.
    words: String,
}

/// The references of a chart of rows; `from` is the value that bars diverge from.
pub(super) fn gather(sketch: &Sketch, from: Option<f64>) -> Vec<Reference> {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let mut found = Vec::new();
    let target = checked.target.as_ref();
    if let Some(from) = from.filter(|from| target.is_none_or(|target| target.value != *from)) {
        let number = locale.number(from, value::digits(from));
        let bare = from == 0.0 || checked.measure == Quantity::Index;
        let unit = if bare { "" } else { &checked.unit };
        found.push(Reference { values: vec![from], words: locale.with_unit(&number, unit) });
    }
    if let Some(target) = target {
        let values = [Some(target.value), target.upper].into_iter().flatten().collect();
        found.push(Reference { values, words: target::words(sketch, target) });
    }
    found
}

/// The height that their names take, in CSS pixels.
pub(super) fn head(sketch: &Sketch, references: &[Reference]) -> f64 {
    let line = sketch.env.theme.small.line_height();
    if references.is_empty() { 0.0 } else { line * references.len() as f64 + 4.0 }
}

/// Draws each in the `spans` of the plot's height that hold marks, not names of rows, with its own name above the plot,
/// the first at `top` (all in CSS pixels).
pub(super) fn draw(sketch: &mut Sketch, references: &[Reference], scale: &Linear, top: f64, spans: &[(f64, f64)]) {
    let theme = sketch.env.theme;
    for (i, reference) in references.iter().enumerate() {
        for value in &reference.values {
            let x = scale.at(*value);
            for (from, to) in spans {
                sketch.rule(Role::Note, Point::new(x, *from), Point::new(x, *to), 1.5, theme.ink);
            }
        }
        let first = reference.values.first().copied().unwrap_or(0.0);
        let half = sketch.measure(&reference.words, theme.small) / 2.0;
        let middle = sketch.width / 2.0;
        let x = within(scale.at(first), half.min(middle), (sketch.width - half).max(middle));
        let at = Point::new(x, top + theme.small.cap_height() + 3.0 + theme.small.line_height() * i as f64);
        sketch.text(Role::Note, None, &reference.words, at, Anchor::Middle, (theme.small, theme.ink));
    }
}

/// Where a label starts (`end`, CSS pixels, going `onward` for `room` pixels): past a reference's line where it
/// would be struck through by it.
pub(super) fn clear(
    sketch: &Sketch,
    references: &[Reference],
    scale: &Linear,
    end: f64,
    onward: f64,
    room: f64,
) -> f64 {
    let mut end = end;
    for value in references.iter().flat_map(|reference| &reference.values) {
        let ahead = (scale.at(*value) - end) * onward;
        let past = scale.at(*value) + onward;
        let far = past + onward * room;
        if ahead > -4.0 && ahead < room + 2.0 && far >= 0.0 && far <= sketch.width {
            end = past;
        }
    }
    end
}
