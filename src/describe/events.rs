use super::teller::Teller;
use crate::locale::{Message, PeriodStyle};
use crate::scene::Datum;

/// No more than so many events are told.
const MOST: usize = 8;

/// Events: how many, from when to when, and each of a few with its date.
pub(super) fn tell(teller: &mut Teller, data: &[&Datum]) {
    let (mut first, mut last): (Option<&Datum>, Option<&Datum>) = (None, None);
    for &datum in data.iter().filter(|datum| datum.period.is_some()) {
        if first.is_none_or(|known| datum.period < known.period) {
            first = Some(datum);
        }
        if last.is_none_or(|known| datum.period > known.period) {
            last = Some(datum);
        }
    }
    if let (Some(first), Some(last), 2..) = (first, last, data.len()) {
        let count = teller.count(data.len());
        // Of a span, "1603–1625", its start or its end.
        const DASHES: [char; 4] = ['–', '—', '～', '~'];
        let [from, last] = [first, last].map(|datum| teller.text(datum));
        let till = last.rsplit(DASHES).next().unwrap_or_default().trim();
        let from = match first.period.filter(|_| from.contains(DASHES)) {
            Some(period) => teller.locale.period(&period, PeriodStyle::Long),
            None => from,
        };
        teller.say(Message::EventSpan, &[&count, &from, till]);
    }
    for datum in data.iter().take(MOST) {
        let event = teller.locale.say(Message::Colon, &[&teller.text(datum), &super::heading(datum, teller.locale)]);
        teller.alone(&event);
    }
    teller.more(data.len(), MOST);
}
