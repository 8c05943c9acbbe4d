//! Pairs: then and now, or two groups, for each category.

use super::teller::{Teller, is_exact, series, valued};
use super::{category, time};
use crate::locale::{Locale, Message, Period};
use crate::order::order;
use crate::scene::Datum;
use std::borrow::Cow;

/// Up to so many pairs are told one by one.
const FEW: usize = 6;

/// One category's two values.
struct Pair<'d> {
    first: &'d Datum,
    second: &'d Datum,
    /// The second less the first; `None` where they may not be compared.
    difference: Option<f64>,
}

/// Tells a few pairs one by one, many by how many rose and fell and by the largest change either way.
pub(super) fn tell(teller: &mut Teller, data: &[&Datum]) {
    let valued = valued(data);
    let groups = series(&valued);
    let [(one, firsts), (other, seconds)] = groups.as_slice() else { return category::tell(teller, data) };
    let mut pairs = Vec::new();
    let mut alone: Vec<&Datum> = Vec::new();
    let [known, others] = [firsts, seconds].map(|data| Labels::of(data, teller.locale));
    for &first in firsts {
        match others.find(&first.label(teller.locale)).and_then(|at| seconds.get(at)) {
            Some(&second) => pairs.push(Pair { first, second, difference: difference(first, second) }),
            None => alone.push(first),
        }
    }
    alone.extend(seconds.iter().filter(|second| known.find(&second.label(teller.locale)).is_none()));

    let when = match (Period::parse(one), Period::parse(other)) {
        (Some(one), Some(other)) => Some((teller.at(&one), teller.at(&other))),
        _ => None,
    };
    if pairs.len() <= FEW {
        for pair in &pairs {
            tell_one(teller, pair, when.as_ref(), None);
        }
    } else {
        summarise(teller, &pairs, when.as_ref());
    }
    if !alone.is_empty() {
        category::list(teller, "", &alone);
    }
    teller.target(None);
    teller.missing(data);
}

/// Labels to look up.
struct Labels<'d> {
    labels: Vec<Cow<'d, str>>,
    /// Their places, in the order of the letters; equal ones in their own.
    sorted: Vec<usize>,
}

impl<'d> Labels<'d> {
    fn of(data: &[&'d Datum], locale: &dyn Locale) -> Self {
        let labels: Vec<Cow<str>> = data.iter().map(|datum| datum.label(locale)).collect();
        let sorted = order(labels.len(), &|a, b| labels.get(a).cmp(&labels.get(b)));
        Self { labels, sorted }
    }

    /// The first place of a label.
    fn find(&self, label: &str) -> Option<usize> {
        let at = self.sorted.partition_point(|at| self.labels.get(*at).is_some_and(|known| **known < *label));
        self.sorted.get(at).copied().filter(|at| self.labels.get(*at).is_some_and(|known| **known == *label))
    }
}

fn difference(first: &Datum, second: &Datum) -> Option<f64> {
    let comparable = is_exact(first) && is_exact(second);
    Some(second.value? - first.value?).filter(|_| comparable)
}

/// One pair: as a change where the two are times, else side by side. `most`: no other pair is as far apart.
fn tell_one(teller: &mut Teller, pair: &Pair, when: Option<&(String, String)>, most: Option<Message>) {
    let (first, second) = (pair.first, pair.second);
    let label = first.label(teller.locale);
    if let Some((then, now)) = when {
        let furthest = match teller.counts() {
            true => [Message::GrewMost, Message::ShrankMost],
            false => [Message::RoseMost, Message::FellMost],
        };
        let most = most.map(|_| furthest);
        return time::change(teller, &label, (first, then), (second, now), most);
    }
    let message = match pair.difference {
        Some(_) if !teller.story.rank => most.unwrap_or(Message::Apart),
        _ => Message::NotCompared,
    };
    let amount = teller.amount(pair.difference.unwrap_or(0.0));
    let [one, other] = [first, second].map(|datum| teller.text(datum));
    teller.say(message, &[&label, &one, &first.series, &other, &second.series, &amount]);
}

fn summarise(teller: &mut Teller, pairs: &[Pair], when: Option<&(String, String)>) {
    let mut ends: [Option<(&Pair, f64)>; 2] = [None, None];
    let mut counts = [0; 2];
    for pair in pairs {
        let Some(difference) = pair.difference.filter(|difference| !teller.is_none(*difference)) else { continue };
        // Where the two are no times there is no up and down, only apart; a better rank is a smaller one.
        let rose = (difference > 0.0) != teller.story.rank || when.is_none();
        let index = usize::from(!rose);
        if let (Some(end), Some(count)) = (ends.get_mut(index), counts.get_mut(index)) {
            *count += 1;
            if end.is_none_or(|(_, known)| difference.abs() > known) {
                *end = Some((pair, difference.abs()));
            }
        }
    }
    if when.is_some() {
        let [all, rose, fell] = [pairs.len(), counts[0], counts[1]].map(|count| teller.count(count));
        match (all == rose, all == fell) {
            (true, _) => teller.say(Message::AllRose, &[&all]),
            (_, true) => teller.say(Message::AllFell, &[&all]),
            _ => teller.say(Message::RoseAndFell, &[&all, &rose, &fell]),
        }
    }
    for (pair, _) in ends.into_iter().flatten() {
        tell_one(teller, pair, when, Some(Message::ApartMost));
    }
}
