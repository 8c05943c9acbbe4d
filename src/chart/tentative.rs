//! What hollow marks mean: values that are expected, provisional or projected are named.

use super::sketch::Sketch;
use crate::locale::{Message, Period, PeriodStyle};
use crate::spec::{Checked, Kind, Qualifier, Row};

/// Tells which rows are not final: those the author says so of, those of a last period that is not over, and those
/// of a fan that have an interval, where others have none.
pub(super) fn open(checked: &Checked) -> impl Fn(&Row) -> bool + use<> {
    let last: Option<Period> = checked.rows.iter().filter_map(|row| row.period).max().filter(|_| checked.incomplete);
    let fan = checked.kind == Kind::Fan && checked.rows.iter().any(|row| row.bounds.is_empty() && row.value.is_some());
    move |row| {
        row.qualifier.is_some_and(Qualifier::is_tentative)
            || (last.is_some() && row.period == last)
            || (fan && !row.bounds.is_empty())
    }
}

/// Adds the note that the last period is not over, where the author says so.
pub(super) fn explain_incomplete(sketch: &mut Sketch) {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let last = checked.rows.iter().filter_map(|row| row.period).max();
    if let (true, Some(last)) = (checked.incomplete, last) {
        let words = locale.period(&last, PeriodStyle::Long);
        sketch.notes.push(locale.say(Message::Incomplete, &[&words]));
    }
}

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
