//! How much a series has changed, in words.

use super::sketch::Sketch;
use super::value;
use crate::locale::{Locale, Message, PeriodStyle, power};
use crate::spec::{Qualifier, Quantity, Row};

/// The change from the first value of a series to its last, rows in the order of time, and its words: "+3.0 percentage
/// points since 2015". None where it would not be true: of a bound, of a rough value, of a rank, or across a break in
/// the series.
pub(super) fn since(sketch: &Sketch, rows: &[&Row]) -> Option<(f64, String)> {
    let checked = sketch.checked;
    let rough = |row: &Row| row.qualifier.is_some_and(|said| said.is_bound() || said == Qualifier::About);
    let valued = |row: &&&Row| row.value.is_some();
    let (first, last) = (rows.iter().find(valued)?, rows.iter().rev().find(valued)?);
    let broken = rows.iter().skip(1).any(|row| row.qualifier == Some(Qualifier::Break));
    if core::ptr::eq(*first, *last) || rough(first) || rough(last) || broken || checked.measure == Quantity::Rank {
        return None;
    }
    let locale = sketch.env.locale;
    let change = difference(locale, (first.value?, last.value?), checked.decimals);
    let number = value::signed(checked, locale, change);
    let words = if value::is_percent(checked) {
        locale.say(Message::Points, &[&number])
    } else {
        locale.with_unit(&number, &checked.unit)
    };
    let words = match first.period {
        Some(period) => locale.say(Message::Since, &[&words, &locale.period(&period, PeriodStyle::Long)]),
        None => words,
    };
    change.is_finite().then_some((change, words))
}

/// How much the second of two values is above the first, rounded to so many digits; what is left over of rounding
/// is none.
fn difference(locale: &dyn Locale, (first, last): (f64, f64), decimals: u8) -> f64 {
    let change = last - first;
    if change.abs() <= 1e-12 * first.abs().max(last.abs()) {
        return 0.0;
    }
    let unit = 10_f64.powi(i32::from(decimals));
    let rounded = (change * unit).round() / unit;
    if power(locale, change).is_some() || !rounded.is_finite() { change } else { rounded + 0.0 }
}
