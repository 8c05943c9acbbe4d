//! A value in words: with its unit, and with what the author says of it.

use crate::locale::{Locale, Message, power};
pub(super) use crate::scene::digits;
use crate::scene::{Figure, Manner, Order, Story};
use crate::spec::{Checked, Kind, Qualifier, Quantity, Row};

/// What the chart is about, as far as the spec alone says it; a kind may say more.
pub(super) fn story(checked: &Checked) -> Story {
    let timed = checked.rows.iter().any(|row| row.period.is_some());
    Story {
        order: match checked.kind {
            Kind::Timeline => Order::Events,
            Kind::Number => Order::Single,
            Kind::Dumbbell | Kind::Arrow | Kind::Pyramid => Order::Pairs,
            Kind::Table => Order::Records,
            Kind::Scatter | Kind::Strip => Order::Items,
            _ if timed => Order::Time,
            _ => Order::Category,
        },
        manner: manner(checked),
        kind: checked.kind.name(),
        label_name: checked.category_name.clone(),
        value_name: checked.value_name.clone(),
        unit: checked.unit.clone(),
        points: is_percent(checked),
        rank: checked.measure == Quantity::Rank,
        decimals: checked.decimals,
        notes: Vec::new(),
        target: checked.target.as_ref().map(|target| (target.value, target.period)),
        target_upper: checked.target.as_ref().and_then(|target| target.upper),
        counted: checked.counted,
        incomplete: checked.incomplete,
        bands: checked.bands.len(),
    }
}

/// Whether a change of the value is in percentage points.
pub(super) fn is_percent(checked: &Checked) -> bool {
    checked.measure == Quantity::Share || checked.unit == "%"
}

/// How a chart's values are written.
pub(super) fn manner(checked: &Checked) -> Manner {
    Manner {
        unit: checked.unit.as_str().into(),
        decimals: checked.decimals,
        points: is_percent(checked),
        figure: match checked.measure {
            Quantity::Rank => Figure::Rank,
            Quantity::Balance => Figure::Signed,
            _ => Figure::Plain,
        },
        round: checked.round,
    }
}

/// From this on, in data units, the values of a chart are painted in compact form.
pub(super) const LARGE: f64 = 1e7;

/// A change with its sign, in the form in which the chart's values are painted.
pub(super) fn signed(checked: &Checked, locale: &dyn Locale, change: f64) -> String {
    let short = power(locale, change).or_else(|| is_large(checked).then(|| locale.compact(change)));
    match short {
        Some(short) if change > 0.0 => ["+", &short].concat(),
        Some(short) => short,
        None => locale.signed(change, checked.decimals),
    }
}

/// Whether values are painted in compact form: a label of ten digits is not read in five seconds; the tooltip and the
/// table have them all.
fn is_large(checked: &Checked) -> bool {
    checked.largest >= LARGE
}

/// The value as it is painted beside its mark: "11,000+", "47.9" or, where `unit` asks for it, "47.9%".
pub(super) fn label(checked: &Checked, locale: &dyn Locale, row: &Row, unit: bool) -> String {
    let Some(value) = row.value else {
        return locale.say(Message::NoData, &[]);
    };
    let written = || if is_large(checked) { locale.compact(value) } else { manner(checked).number(locale, value) };
    let mut number = power(locale, value).unwrap_or_else(written);
    if unit && is_percent(checked) {
        number = locale.with_unit(&number, "%");
    }
    marked(checked, locale, number, row.qualifier)
}

/// A number as it is painted beside its mark, with the sign of what the author says of it: "11,000+", "~5".
pub(super) fn marked(checked: &Checked, locale: &dyn Locale, number: String, qualifier: Option<Qualifier>) -> String {
    let message = match qualifier {
        Some(Qualifier::AtMost | Qualifier::Under) if checked.measure == Quantity::Rank => Message::Top,
        Some(Qualifier::Over) => Message::OverLabel,
        Some(Qualifier::Under) => Message::UnderLabel,
        Some(Qualifier::About) => Message::AboutLabel,
        Some(Qualifier::AtMost) => Message::AtMostLabel,
        _ => return number,
    };
    locale.say(message, &[&number])
}

/// A large number, written short.
pub(super) fn short(locale: &dyn Locale, value: f64) -> String {
    power(locale, value).unwrap_or_else(|| locale.compact(value))
}

/// A tick's number: compact where it is large, else with as many digits as its step asks for.
pub(super) fn tick(locale: &dyn Locale, value: f64, step: f64) -> String {
    if let Some(words) = power(locale, value) {
        return words;
    }
    if value.abs() >= 10_000.0 {
        return short(locale, value);
    }
    locale.number(value, digits(step))
}
