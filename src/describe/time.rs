//! Over time: where a series began, where it is now, which way it went, and how far it swung.

use super::teller::{MOST_SERIES, Teller, is_ahead, is_exact, series, valued};
use crate::locale::{Message, Period, PeriodStyle};
use crate::scene::Datum;
use crate::spec::Qualifier;

/// Tells a few series one by one, many by their ends and extremes.
pub(super) fn tell(teller: &mut Teller, data: &[&Datum]) {
    let (valued, running) = over(teller, valued(data));
    let groups = series(&valued);
    if groups.len() > MOST_SERIES {
        many(teller, &groups, &valued);
    } else {
        for (name, group) in &groups {
            one(teller, name, group);
        }
    }
    let latest = match groups.as_slice() {
        [(_, only)] => ends(only).map(|(_, last)| last),
        _ => None,
    };
    teller.target(latest);
    goes_on(teller, &running);
    teller.missing(data);
}

/// The data of periods that are over, and those of the last one where that is not: what has been counted so far is
/// compared with nothing.
fn over<'d>(teller: &Teller, data: Vec<&'d Datum>) -> (Vec<&'d Datum>, Vec<&'d Datum>) {
    let latest = data.iter().filter_map(|datum| datum.period).max();
    let running = |datum: &&Datum| teller.story.incomplete && datum.period == latest;
    if latest.is_none() || data.iter().all(running) {
        return (data, Vec::new());
    }
    data.into_iter().partition(|datum| !running(datum))
}

/// The values of the period that is not over.
fn goes_on(teller: &mut Teller, data: &[&Datum]) {
    let Some(period) = data.first().and_then(|datum| datum.period) else { return };
    let locale = teller.locale;
    let mut told = String::new();
    for datum in data.iter().take(MOST_SERIES) {
        let text = teller.text(datum);
        let one = if datum.series.is_empty() { text } else { locale.say(Message::LabelAt, &[&datum.series, &text]) };
        told = if told.is_empty() { one } else { locale.say(Message::Semicolon, &[&told, &one]) };
    }
    let words = locale.say(Message::Incomplete, &[&locale.period(&period, PeriodStyle::Long)]);
    teller.alone(&locale.say(Message::Colon, &[&words, &told]));
}

/// One series: first, last, direction; highest and lowest where they lie between.
fn one(teller: &mut Teller, name: &str, data: &[&Datum]) {
    // What was counted in another way before a break is not compared with what came after.
    let after = data.iter().rposition(|datum| datum.qualifier == Some(Qualifier::Break)).unwrap_or(0);
    let since = data.get(after..).unwrap_or(data);
    let Some((first, last)) = ends(since) else { return };
    let subject = teller.subject(name);
    if core::ptr::eq(first, last) {
        let when = teller.when(last);
        let message = if teller.story.rank { Message::Ranked } else { Message::Was };
        return teller.say(message, &[&subject, &teller.text(last), &when]);
    }
    change(teller, &subject, (first, &teller.when(first)), (last, &teller.when(last)), None);
    intervals(teller, last);
    if after > 0 || !since.iter().all(|datum| is_exact(datum)) {
        return;
    }
    let (Some(start), Some(end)) = (first.value, last.value) else { return };
    let rank = teller.story.rank;
    // What is shown with the same words is no other value.
    let ends = [teller.text(first), teller.text(last)];
    let other = |datum: &Datum| !ends.contains(&teller.text(datum));
    let highest = extreme(since, 1.0).filter(|(datum, value)| *value > start.max(end) && other(datum));
    let lowest = extreme(since, -1.0).filter(|(datum, value)| *value < start.min(end) && other(datum));
    for (found, message) in [
        (highest, if rank { Message::WorstRank } else { Message::Highest }),
        (lowest, if rank { Message::BestRank } else { Message::Lowest }),
    ] {
        if let Some((datum, _)) = found {
            let when = teller.when(datum);
            teller.say(message, &[&teller.text(datum), &when]);
        }
    }
}

/// How far the last value may be off, where the author says it.
fn intervals(teller: &mut Teller, last: &Datum) {
    let locale = teller.locale;
    let mut told = String::new();
    for detail in last.details().iter().take(teller.story.bands) {
        let detail = detail.say(&teller.story.manner, locale);
        told = if told.is_empty() { detail } else { locale.say(Message::Semicolon, &[&told, &detail]) };
    }
    // The sentence before has just named it.
    if !told.is_empty() {
        teller.alone(&told);
    }
}

/// The change from one value to another, each with when it was; `most` says that no other changed as much, with
/// the messages for a rise and for a fall.
pub(super) fn change(
    teller: &mut Teller,
    subject: &str,
    (first, then): (&Datum, &str),
    (last, now): (&Datum, &str),
    most: Option<[Message; 2]>,
) {
    let (Some(start), Some(end)) = (first.value, last.value) else { return };
    let difference = end - start;
    let rank = teller.story.rank;
    let plain = if teller.counts() { [Message::Grew, Message::Shrank] } else { [Message::Rose, Message::Fell] };
    let [up, down] = most.unwrap_or(plain);
    // What is only expected has not happened.
    let ahead = is_ahead(last);
    let message = match () {
        () if !is_exact(first) || !is_exact(last) => [Message::WasAndWas, Message::RankedAndRanked],
        () if ahead && (rank || teller.is_none(difference)) => [Message::WasAndWas, Message::RankedAndRanked],
        () if ahead && difference > 0.0 => [Message::Upward, Message::RankedAndRanked],
        () if ahead => [Message::Downward, Message::RankedAndRanked],
        () if teller.is_none(difference) => [Message::Stayed, Message::RankStayed],
        // The first rank is the smallest number.
        () if difference > 0.0 => [up, Message::RankFell],
        () => [down, Message::RankRose],
    };
    let [of_value, of_rank] = message;
    let message = if rank { of_rank } else { of_value };
    let amount = teller.amount(difference);
    teller.say(message, &[subject, &teller.text(first), then, &teller.text(last), now, &amount]);
}

/// Many series: from when to when, and which is highest and lowest at the last time that any has.
fn many(teller: &mut Teller, groups: &[(&str, Vec<&Datum>)], data: &[&Datum]) {
    let Some((first, last)) = ends(data) else { return };
    let [from, to] = [first, last].map(|datum| match datum.period {
        Some(period) => teller.locale.period(&period, PeriodStyle::Long),
        None => datum.label(teller.locale).into_owned(),
    });
    let count = teller.count(groups.len());
    teller.say(Message::ManySeries, &[&count, &from, &to]);
    let latest: Vec<&Datum> = data
        .iter()
        .copied()
        .filter(|datum| datum.period == last.period && datum.is_called_as(last) && is_exact(datum))
        .collect();
    let (Some((high, most)), Some((low, least))) = (extreme(&latest, 1.0), extreme(&latest, -1.0)) else { return };
    let when = teller.when(last);
    let [highest, lowest] = [high, low].map(|datum| teller.text(datum));
    if teller.story.rank {
        // Who was first; of several panels each has its own first.
        let mut firsts = latest.iter().filter(|datum| datum.value == Some(least));
        if let (Some(first), None) = (firsts.next(), firsts.next()) {
            teller.say(Message::Ranked, &[&first.series, &lowest, &when]);
        }
    } else if most > least {
        teller.say(Message::SeriesExtremes, &[&high.series, &highest, &low.series, &lowest, &when]);
    }
}

/// The first and the last in time; in the order of reading where periods are missing.
fn ends<'d>(data: &[&'d Datum]) -> Option<(&'d Datum, &'d Datum)> {
    let (mut first, mut last) = (*data.first()?, *data.last()?);
    // A year down the side is a category to the chart.
    let period = |datum: &Datum| datum.period.or_else(|| Period::parse(&datum.name));
    for &datum in data {
        if period(datum) < period(first) {
            first = datum;
        }
        if period(datum) > period(last) {
            last = datum;
        }
    }
    Some((first, last))
}

/// The datum with the largest value (`sign` 1) or the smallest (−1), the earliest of equals.
pub(super) fn extreme<'d>(data: &[&'d Datum], sign: f64) -> Option<(&'d Datum, f64)> {
    let mut best: Option<(&Datum, f64)> = None;
    for &datum in data {
        if let Some(value) = datum.value
            && best.is_none_or(|(_, known)| value * sign > known * sign)
        {
            best = Some((datum, value));
        }
    }
    best
}
