//! By category: each of a few, the largest and the smallest of many.

use super::teller::{MOST_SERIES, Teller, is_exact, series};
use super::time::extreme;
use crate::locale::Message;
use crate::scene::Datum;

/// Up to so many are told one by one.
const FEW: usize = 3;
/// No more than so many are ever listed.
const MOST: usize = 8;

/// Tells a few series one by one, many as one.
pub(super) fn tell(teller: &mut Teller, data: &[&Datum]) {
    let valued: Vec<&Datum> = data.iter().copied().filter(|datum| datum.value.is_some()).collect();
    let groups = series(&valued);
    match groups.as_slice() {
        [] => {}
        [(_, only)] => one(teller, only),
        few if few.len() <= MOST_SERIES => {
            for (name, group) in few {
                of_series(teller, name, group);
            }
        }
        _ => one(teller, &valued),
    }
    teller.target(None);
    teller.missing(data);
}

/// All of one series, or of so many that they are told together.
fn one(teller: &mut Teller, data: &[&Datum]) {
    // Figures set side by side are nothing to each other.
    let apart = teller.story.kind == "number" || !data.iter().all(|datum| is_exact(datum));
    if data.len() <= FEW || apart {
        return list(teller, data);
    }
    let (message, parts) = extremes(teller, data);
    teller.say_first(message, &borrowed(&parts));
}

/// "Advanced manufacturing: 50.9%; high-tech manufacturing: 37.9%."
pub(super) fn list(teller: &mut Teller, data: &[&Datum]) {
    let mut text = String::new();
    for (index, datum) in data.iter().take(MOST).enumerate() {
        let piece = super::name(datum, teller.locale);
        text = if index == 0 { piece } else { teller.locale.say(Message::Semicolon, &[&text, &piece]) };
    }
    teller.alone(&text);
    more(teller, data.len());
}

/// One of a few series: "Urban: primary at 5%, secondary at 6%."
fn of_series(teller: &mut Teller, name: &str, data: &[&Datum]) {
    let exact = data.iter().all(|datum| is_exact(datum));
    let inside = if data.len() <= FEW || !exact {
        let pieces: Vec<String> = data
            .iter()
            .take(MOST)
            .map(|datum| teller.locale.say(Message::LabelAt, &[&datum.label, &datum.text]))
            .collect();
        let list = teller.locale.list(&pieces);
        teller.locale.say(Message::FullStop, &[&list])
    } else {
        let (message, parts) = extremes(teller, data);
        teller.locale.say(message, &borrowed(&parts))
    };
    teller.say(Message::Colon, &[name, &inside]);
    if data.len() > FEW && !exact {
        more(teller, data.len());
    }
}

/// How many have not been listed.
fn more(teller: &mut Teller, count: usize) {
    if count > MOST {
        let rest = teller.count(count - MOST);
        teller.say(Message::AndMore, &[&rest]);
    }
}

/// The message that names the largest and the smallest, and its parts.
fn extremes(teller: &Teller, data: &[&Datum]) -> (Message, Vec<String>) {
    let count = teller.count(data.len());
    let (Some((high, most)), Some((low, least))) = (extreme(data, 1.0), extreme(data, -1.0)) else {
        return (Message::NoData, Vec::new());
    };
    if high.text == low.text {
        return (Message::AllAre, vec![count, high.text.clone()]);
    }
    let named = data.iter().any(|datum| datum.series != high.series);
    // All that are shown with the same words share the place.
    let places = |value: f64, text: &str| {
        let mut names: Vec<String> = Vec::new();
        for datum in data.iter().filter(|datum| datum.value == Some(value) || datum.text == text) {
            names.push(if named { super::heading(datum, teller.locale) } else { datum.label.clone() });
        }
        let count = teller.count(names.len());
        let words =
            if names.len() > FEW { teller.locale.say(Message::Several, &[&count]) } else { teller.locale.list(&names) };
        (words, count)
    };
    let ((highest, high_count), (lowest, low_count)) = (places(most, &high.text), places(least, &low.text));
    let (high, low) = (high.text.clone(), low.text.clone());
    if teller.story.rank {
        return (Message::RankExtremes, vec![lowest, low, highest, high, count, low_count, high_count]);
    }
    (Message::Extremes, vec![highest, high, lowest, low, count, high_count, low_count])
}

fn borrowed(parts: &[String]) -> Vec<&str> {
    parts.iter().map(String::as_str).collect()
}
