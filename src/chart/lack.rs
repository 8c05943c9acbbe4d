//! How many values are missing, in a note: of what has no place of its own to say so.

use super::sketch::Sketch;
use crate::locale::{Locale, Message};

/// The note; empty where nothing is missing.
pub(super) fn note(locale: &dyn Locale, missing: usize) -> String {
    if missing == 0 {
        return String::new();
    }
    locale.say(Message::MissingCount, &[&locale.number(missing as f64, 0)])
}

impl Sketch<'_> {
    /// Counts values that are missing, and says in one note how many that are by now.
    pub(super) fn lack(&mut self, missing: usize) {
        if missing == 0 {
            return;
        }
        let before = note(self.env.locale, self.missing);
        self.notes.retain(|known| *known != before);
        self.missing += missing;
        self.notes.push(note(self.env.locale, self.missing));
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, stage};
    use crate::spec::{Checked, Kind, Row};

    #[test]
    fn what_is_missing_in_panels_is_added_up() {
        let row = |facet: usize, series: usize| Row {
            category: "A".into(),
            facet,
            series,
            value: (series > 0).then_some(10.0),
            ..Row::default()
        };
        let rows = (0..6).map(|at| row(at / 2, at % 2)).collect();
        let series = vec!["a".into(), "b".into()];
        let facets = ["X", "Y", "Z"].map(String::from).to_vec();
        let chart = Checked { series, facets, whole: true, ..checked(Kind::StackedBar, rows) };
        assert_eq!(stage(&chart, 640.0).value.caption.notes, ["MissingCount 3"]);
    }
}
