//! Whether the words say that the data ends before its last period does.

use super::super::said::Spec;
use super::super::{Checked, FORMS, Qualifier, key};
use crate::locale::{Period, Precision};
use crate::problem::{Place, Problem};

/// Words before a date up to which something goes.
const UNTIL: [&str; 10] = ["to", "until", "till", "through", "bis", "hasta", "jusqu’à", "até", "до", "–"];

/// Asks about a last period that was not over when the source was published, or on the day up to which the subtitle or
/// a note says that the data goes.
pub(super) fn review(spec: &Spec, checked: &Checked, problems: &mut Vec<Problem>) {
    let heeded = FORMS.iter().any(|form| form.kind == spec.kind && form.heeds & key::INCOMPLETE != 0);
    let Some(last) = checked.rows.iter().filter_map(|row| row.period).max() else { return };
    let tentative = checked
        .rows
        .iter()
        .filter(|row| row.period == Some(last))
        .all(|row| row.value.is_none() || row.qualifier.is_some_and(Qualifier::is_tentative));
    if !heeded || checked.incomplete || tentative || !spec.until.is_empty() {
        return;
    }
    let within = |date: &Period| {
        date.precision() > last.precision() && last.start_day() <= date.end_day() && date.end_day() < last.end_day()
    };
    let source = spec.source.as_ref().map_or("", |source| source.name.as_str());
    let notes = spec.notes.join(" ");
    for (pointer, text, any) in
        [("/source", source, true), ("/subtitle", &spec.subtitle, false), ("/note", &notes, false)]
    {
        let Some((words, _)) = dates(text, any).into_iter().find(|(_, date)| within(date)) else { continue };
        let message = ["the words say ", &words, ", and the last period is longer than that"].concat();
        let hint = "say \"incomplete\": true, or up to which day the data goes as \"until\"; or leave the period out";
        problems.push(Problem::warning("incomplete-period", Place::spec(pointer), message, hint.into()));
        return;
    }
}

/// The dates that a text names, finer than years; `any` of them, or those alone up to which something goes.
fn dates(text: &str, any: bool) -> Vec<(String, Period)> {
    let words: Vec<&str> =
        text.split([' ', '(', ')', '（', '）', '，', ';', '；']).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let until = at.checked_sub(1).and_then(|before| words.get(before));
        let until = until.is_some_and(|word| UNTIL.iter().any(|known| word.eq_ignore_ascii_case(known)));
        let date = [3, 2, 1].into_iter().find_map(|count| {
            let joined = words.get(at..at + count)?.join(" ");
            let bare = joined.trim_matches([',', '.', ':', '：', '。']);
            let (bare, glued) = bare.strip_prefix("截至").map_or((bare, false), |rest| (rest, true));
            let period = Period::parse(bare).filter(|period| period.precision() > Precision::Year)?;
            (any || until || glued).then(|| (count, bare.to_owned(), period))
        });
        at += date.as_ref().map_or(1, |(count, ..)| *count);
        found.extend(date.map(|(_, words, period)| (words, period)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::dates;

    #[test]
    fn dates_are_found_in_words() {
        let found = |text: &str, any: bool| dates(text, any).into_iter().map(|(words, _)| words).collect::<Vec<_>>();
        assert_eq!(found("Dongguan Today, 17 January 2022", true), ["17 January 2022"]);
        assert_eq!(found("《东莞日报》，2022年1月17日", true), ["2022年1月17日"]);
        assert_eq!(found("Sales to June 2024, million", false), ["June 2024"]);
        assert_eq!(found("截至2024年6月", false), ["2024年6月"]);
        for text in ["Population on 1 January 2024", "Sales in 2024", "From 2019 to 2024", ""] {
            assert_eq!(found(text, false), Vec::<String>::new(), "{text}");
        }
    }
}
