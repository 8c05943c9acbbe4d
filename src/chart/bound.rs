//! What is said of values whose marks carry no label: nothing that an author says of a value is lost on paper.

use super::sketch::Sketch;
use crate::locale::Message;
use crate::spec::Qualifier;

/// No more than so many are named in a note.
const MOST: usize = 4;

/// Adds a note that says in words which of the values drawn are bounds or rough: "2019: over 11,000; 2020: about 12,000".
pub(super) fn explain(sketch: &mut Sketch) {
    let locale = sketch.env.locale;
    let mut words = String::new();
    let mut found = 0;
    for datum in &sketch.data {
        let inexact = datum.qualifier.is_some_and(|qualifier| qualifier.is_bound() || qualifier == Qualifier::About);
        if !inexact || datum.value.is_none() {
            continue;
        }
        found += 1;
        // More than a few are only counted.
        if found > MOST {
            continue;
        }
        let label = datum.label(locale);
        let name = match (&*datum.series, &*label) {
            (name, "") | ("", name) => name.into(),
            (series, label) => locale.say(Message::SeriesLabel, &[label, series]),
        };
        let piece = locale.say(Message::Colon, &[&name, &datum.text(&sketch.story.manner, locale)]);
        match found {
            1 => words = piece,
            2..=MOST => words = locale.say(Message::Semicolon, &[&words, &piece]),
            _ => {}
        }
    }
    if found > 0 {
        sketch.notes.push(words);
    }
    if found > MOST {
        let more = locale.number((found - MOST) as f64, 0);
        sketch.notes.push(locale.say(Message::AndMore, &[&more]));
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, stage};
    use crate::spec::{Kind, Qualifier, Row};

    fn notes(count: usize, kind: Kind) -> Vec<String> {
        let row = |i: usize| Row {
            category: ["Place ", &i.to_string()].concat(),
            value: Some(i as f64 * 100_000.5),
            qualifier: [None, Some(Qualifier::Over), Some(Qualifier::About)].get(i % 3).copied().flatten(),
            ..Row::default()
        };
        stage(&checked(kind, (0..count).map(row).collect()), 320.0).value.caption.notes
    }

    #[test]
    fn what_no_label_says_a_note_does() {
        for kind in [Kind::Bar, Kind::Column] {
            let notes = notes(20, kind);
            assert!(notes[0].contains("Place 1") && notes[0].contains("Over"), "{notes:?}");
            assert!(notes[1].contains("AndMore 9"), "{notes:?}");
        }
    }

    #[test]
    fn labels_need_no_note() {
        assert!(notes(3, Kind::Bar).is_empty());
    }
}
