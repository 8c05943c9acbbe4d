//! What a chart says, in words: sentences, a table and the name of a single datum, all written from the very
//! labels that the picture and the tooltip show.
//!
//! Nothing is invented: every number is one of the data's, a difference of two of them, or a count of them.
//! What cannot be known is not said: which way a bound went, or a change across a break in the series.

mod category;
mod events;
mod pairs;
mod pivot;
mod teller;
mod time;

pub use pivot::{DataTable, Pivot, table};

use crate::locale::{Locale, Message, Period, PeriodStyle, capital};
use crate::scene::{Datum, Manner, Order, Scene};
use teller::Teller;

/// What the chart says, in plain sentences of the locale's language, after the author's own description if there
/// is one. Never empty.
pub fn describe(scene: &Scene, locale: &dyn Locale) -> String {
    let mut teller = Teller::new(&scene.story, locale);
    let told: Vec<&Datum> = scene.data.iter().filter(|datum| datum.own_text() != Some("")).collect();
    match scene.story.order {
        _ if told.is_empty() => teller.alone(&locale.say(Message::NoData, &[])),
        Order::Events => events::tell(&mut teller, &told),
        Order::Records => records(&mut teller, &told),
        Order::Time => time::tell(&mut teller, &told),
        Order::Pairs => pairs::tell(&mut teller, &told),
        // Years down the side are told as time all the same.
        Order::Category if told.iter().all(|datum| datum.dated || Period::parse(&datum.name).is_some()) => {
            time::tell(&mut teller, &told);
        }
        Order::Category | Order::Items => category::tell(&mut teller, &told),
        Order::Single => single(&mut teller, &told),
    }
    for note in &scene.story.notes {
        teller.alone(note);
    }
    let written = teller.finish();
    let alt = scene.caption.alt.trim();
    if alt.is_empty() { written } else { [alt, " ", &written].concat() }
}

/// A datum in one line, for the keyboard and the screen reader: `R&D, 2020: 3.54%; +0.1 percentage points`.
pub fn name(datum: &Datum, manner: &Manner, locale: &dyn Locale) -> String {
    let (label, text) = (heading(datum, locale), datum.text(manner, locale));
    let mut text = if label.is_empty() { text } else { locale.say(Message::Colon, &[&label, &text]) };
    for detail in datum.details() {
        text = locale.say(Message::Semicolon, &[&text, &detail.say(manner, locale)]);
    }
    text
}

/// What a datum is called: its series and its label, or the one that it has.
pub fn heading(datum: &Datum, locale: &dyn Locale) -> String {
    if datum.series.is_empty() {
        return label(datum, locale);
    }
    match (&*datum.series, &*datum.label(locale)) {
        (name, "") => name.into(),
        // Of a pair of then and now: "Advanced manufacturing, 2015".
        (time, label) if Period::parse(time).is_some() => {
            locale.say(Message::SeriesLabel, &[label, &told(time, locale)])
        }
        (series, label) => locale.say(Message::SeriesLabel, &[series, label]),
    }
}

/// The same where it stands first: a name keeps the author's own spelling, "iPhone", the words of a time get a capital.
fn headed(series: &str, locale: &dyn Locale) -> String {
    if Period::parse(series).is_some() { capital(&told(series, locale)) } else { series.into() }
}

/// The name of a series; one that is a time as a time is said: "2015年".
fn told(series: &str, locale: &dyn Locale) -> String {
    Period::parse(series).map_or_else(|| series.into(), |period| locale.period(&period, PeriodStyle::Long))
}

/// A datum's label where it stands alone: a period's words begin with a capital, "First half of 2024".
fn label(datum: &Datum, locale: &dyn Locale) -> String {
    let label = datum.label(locale);
    if is_dated(datum, locale) { capital(&label) } else { label.into_owned() }
}

/// Whether the label of a datum is its period, so that it tells when and not what.
fn is_dated(datum: &Datum, locale: &dyn Locale) -> bool {
    let Some(period) = datum.period else { return false };
    datum.dated || !datum.name.is_empty() && datum.name == *locale.period(&period, PeriodStyle::Long)
}

/// Rows and columns: only how many.
fn records(teller: &mut Teller, data: &[&Datum]) {
    // The one that names the rows is a column too.
    let columns = teller::series(data).len() + 1;
    let mut rows = 0;
    let mut last = None;
    for datum in data {
        if last != Some(datum.line) {
            rows += 1;
            last = Some(datum.line);
        }
    }
    let [rows, columns] = [rows, columns].map(|count| teller.count(count));
    teller.say(Message::RowsAndColumns, &[&rows, &columns]);
}

/// One figure, or a few that are nothing to each other.
fn single(teller: &mut Teller, data: &[&Datum]) {
    if let [only] = data
        && is_dated(only, teller.locale)
    {
        return time::tell(teller, data);
    }
    match data {
        // "Enterprises: 7,387 enterprises" says it twice.
        [only] if only.label(teller.locale).eq_ignore_ascii_case(&teller.story.unit) => {
            teller.alone(&teller.text(only));
        }
        _ => category::list(teller, "", data),
    }
    teller.target(None);
}

#[cfg(test)]
mod tests;
