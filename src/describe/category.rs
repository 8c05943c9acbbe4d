//! By category: each of a few, the largest and the smallest of many.

use super::teller::{MOST_SERIES, Teller, is_exact, series, valued};
use super::time::extreme;
use crate::locale::Message;
use crate::scene::Datum;

/// Up to so many are told one by one.
const FEW: usize = 3;
/// No more than so many are ever listed.
const MOST: usize = 8;

/// Tells a few series one by one, many as one.
pub(super) fn tell(teller: &mut Teller, data: &[&Datum]) {
    let valued = valued(data);
    let groups = series(&valued);
    if groups.len() > MOST_SERIES {
        one(teller, "", &valued);
    } else {
        for (name, group) in &groups {
            one(teller, name, group);
        }
    }
    teller.target(None);
    teller.missing(data);
}

/// The data of one series, or of so many that they are told together and none is named.
fn one(teller: &mut Teller, series: &str, data: &[&Datum]) {
    // Figures set side by side are nothing to each other, and bounds cannot be put in order.
    let apart = teller.story.kind == "number" || !data.iter().all(|datum| is_exact(datum));
    if data.len() <= FEW || apart {
        return list(teller, series, data);
    }
    let unnamed = data.iter().any(|datum| datum.is_unnamed());
    let sentence = if unnamed { span(teller, data) } else { extremes(teller, data) };
    if series.is_empty() {
        teller.add_first(&sentence);
    } else {
        teller.say(Message::Colon, &[&teller.series(series), &sentence]);
    }
}

/// "Advanced manufacturing: 50.9%; high-tech manufacturing: 37.9%."; of a named series "Urban: primary at 5%; secondary at 6%."
pub(super) fn list(teller: &mut Teller, series: &str, data: &[&Datum]) {
    let locale = teller.locale;
    let mut text = String::new();
    if series.is_empty() && data.len() > 1 && data.iter().any(|datum| !datum.details().is_empty()) {
        // What belongs to one of them shall not run into the next.
        for datum in data.iter().take(MOST) {
            teller.say(Message::FullStop, &[&super::name(datum, &teller.story.manner, locale)]);
        }
        return teller.more(data.len(), MOST);
    }
    for datum in data.iter().take(MOST) {
        let piece = if series.is_empty() {
            super::name(datum, &teller.story.manner, locale)
        } else {
            locale.say(Message::LabelAt, &[&datum.label(locale), &teller.text(datum)])
        };
        text = match text.is_empty() {
            true if series.is_empty() => piece,
            true => locale.say(Message::Colon, &[&teller.series(series), &piece]),
            false => locale.say(Message::Semicolon, &[&text, &piece]),
        };
    }
    // A name keeps the author's own spelling: "iPhone".
    match data.first() {
        Some(first) if first.is_unnamed() && first.series.is_empty() => teller.alone(&text),
        _ => teller.say(Message::FullStop, &[&text]),
    }
    teller.more(data.len(), MOST);
}

/// The sentence that names the largest and the smallest, without its capital.
fn extremes(teller: &Teller, data: &[&Datum]) -> String {
    let (Some((high, _)), Some((low, _))) = (extreme(data, 1.0), extreme(data, -1.0)) else { return String::new() };
    let all = teller.count(data.len());
    let highest = teller.text(high);
    if highest == teller.text(low) {
        return teller.locale.say(Message::AllAre, &[&all, &highest]);
    }
    let (message, first, last) = match (teller.story.rank, teller.counts()) {
        (true, _) => (Message::RankExtremes, low, high),
        (_, true) => (Message::MostAndFewest, high, low),
        _ => (Message::Extremes, high, low),
    };
    let [(firsts, first_count), (lasts, last_count)] = [first, last].map(|datum| place(teller, data, datum));
    let [first, last] = [first, last].map(|datum| teller.text(datum));
    teller.locale.say(message, &[&firsts, &first, &lasts, &last, &all, &first_count, &last_count])
}

/// The sentence that says how many values without names there are, and between which two they lie.
fn span(teller: &Teller, data: &[&Datum]) -> String {
    let (Some((high, _)), Some((low, _))) = (extreme(data, 1.0), extreme(data, -1.0)) else { return String::new() };
    teller.locale.say(Message::ValueSpan, &[&teller.count(data.len()), &teller.text(low), &teller.text(high)])
}

/// The labels of all that are shown with the same words as one datum, and how many they are.
fn place(teller: &Teller, data: &[&Datum], one: &Datum) -> (String, String) {
    let named = data.first().is_some_and(|first| data.iter().any(|datum| datum.series != first.series));
    let text = teller.text(one);
    let mut names: Vec<String> = Vec::new();
    let mut found = 0;
    for datum in data {
        if teller.may_read_alike(datum, one) && teller.text(datum) == text {
            found += 1;
            // More than a few are only counted.
            if found <= FEW {
                let label = || datum.label(teller.locale).into_owned();
                names.push(if named { super::heading(datum, teller.locale) } else { label() });
            }
        }
    }
    let count = teller.count(found);
    let words = if found > FEW { teller.locale.say(Message::Several, &[&count]) } else { teller.locale.list(&names) };
    (words, count)
}
