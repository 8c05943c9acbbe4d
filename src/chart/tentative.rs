//! What hollow marks mean: values that are expected, provisional or projected are named.

use super::sketch::Sketch;
use crate::locale::Message;
use crate::spec::Qualifier;

/// Adds the note that says what the hollow marks of a chart mean, if it has any: "Hollow: expected".
pub(super) fn explain(sketch: &mut Sketch) {
    explain_as(sketch, Message::HollowMeans);
}

/// The same note for marks of another look: `message` is "Hollow: …" or "Dashed: …".
pub(super) fn explain_as(sketch: &mut Sketch, message: Message) {
    let locale = sketch.env.locale;
    let words: Vec<String> = [
        (Qualifier::Expected, Message::ExpectedWord),
        (Qualifier::Provisional, Message::ProvisionalWord),
        (Qualifier::Projected, Message::ProjectedWord),
    ]
    .into_iter()
    .filter(|(qualifier, _)| {
        sketch.checked.rows.iter().any(|row| row.qualifier == Some(*qualifier) && row.value.is_some())
    })
    .map(|(_, word)| locale.say(word, &[]))
    .collect();
    if !words.is_empty() {
        sketch.notes.push(locale.say(message, &[&locale.list(&words)]));
    }
}
