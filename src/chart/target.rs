//! The target: its name, and how far a value is from it.

use super::sketch::Sketch;
use super::value;
use crate::locale::{Message, PeriodStyle, power};
use crate::mention::mentions;
use crate::scene::Detail;
use crate::spec::{Better, Checked, Kind, Qualifier, Row, Target};

/// What a row should reach: its own target, or that of all.
pub(super) fn of(checked: &Checked, row: &Row) -> Option<Target> {
    let own = |value| Target { value, upper: None, period: None, label: checked.target_name.clone() };
    row.target.map(own).or_else(|| checked.target.clone())
}

/// How far a value is above (positive) or below the target, in data units; 0 within a band. `None` where that
/// cannot be told: of a missing value, a bound, a rough value.
pub(super) fn distance(row: &Row, target: &Target) -> Option<f64> {
    let rough = |qualifier: Qualifier| qualifier.is_bound() || qualifier == Qualifier::About;
    let value = row.value.filter(|_| !row.qualifier.is_some_and(rough))?;
    let upper = target.upper.unwrap_or(target.value);
    let distance = if value < target.value { value - target.value } else { (value - upper).max(0.0) };
    distance.is_finite().then_some(distance)
}

/// The target's name with its value: "Target for 2030: 50%", or the author's own word for it.
pub(super) fn words(sketch: &Sketch, target: &Target) -> String {
    named(sketch, target, if value::is_percent(sketch.checked) { "%" } else { "" })
}

/// The same with its unit, for tooltips and tables.
pub(super) fn in_full(sketch: &Sketch, target: &Target) -> String {
    named(sketch, target, &sketch.checked.unit)
}

fn named(sketch: &Sketch, target: &Target, unit: &str) -> String {
    let locale = sketch.env.locale;
    let name = match (target.label.is_empty(), &target.period) {
        (false, _) => target.label.clone(),
        (true, Some(period)) => locale.say(Message::TargetFor, &[&locale.period(period, PeriodStyle::Short)]),
        (true, None) => locale.say(Message::Target, &[]),
    };
    // A label that says the number already is not made to say it twice.
    let bare = |value: f64| power(locale, value).unwrap_or_else(|| locale.number(value, value::digits(value)));
    if mentions(&name, &bare(target.value)) && target.upper.is_none_or(|upper| mentions(&name, &bare(upper))) {
        return name;
    }
    // The target's own digits: nobody promised 60.00.
    let high = locale.with_unit(&bare(target.upper.unwrap_or(target.value)), unit);
    let value = if target.upper.is_some() { [&bare(target.value), "–", &high].concat() } else { high };
    let joint = if locale.lang().starts_with("zh") || locale.lang().starts_with("ja") { "：" } else { ": " };
    [&name, joint, &value].concat()
}

/// How far a value is from the target; `None` where it is missing, a bound that leaves it open, or where
/// nobody said which direction is good. A value that is not final has not reached anything yet.
pub(super) fn gap(sketch: &Sketch, row: &Row, target: &Target) -> Option<Detail> {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let value = row.value.filter(|_| !row.qualifier.is_some_and(|qualifier| qualifier.is_bound()))?;
    let Some(better) = checked.better else { return neutral(sketch, row, target).map(Detail::from) };
    let (reached, distance) = match better {
        Better::Higher => (value >= target.value, target.value - value),
        Better::Lower => {
            let limit = target.upper.unwrap_or(target.value);
            (value <= limit, value - limit)
        }
    };
    if reached {
        if row.qualifier.is_some_and(|qualifier| qualifier.is_tentative()) {
            return None;
        }
        return Some(locale.say(Message::TargetReached, &[]).into());
    }
    Some(Detail::Short(distance, decimals(checked, target)))
}

/// How far a value that has reached its target is from it: what is painted beside it must be heard too.
pub(super) fn lead(sketch: &Sketch, row: &Row, target: &Target) -> Option<String> {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    checked.better?;
    let distance = distance(row, target).filter(|distance| *distance != 0.0)?;
    let message = if distance > 0.0 { Message::AboveTheTarget } else { Message::BelowTheTarget };
    let short = crate::locale::power(locale, distance.abs());
    let number = short.unwrap_or_else(|| locale.number(distance.abs(), decimals(checked, target)));
    let amount = if value::is_percent(checked) {
        locale.say(Message::Points, &[&number])
    } else {
        locale.with_unit(&number, &checked.unit)
    };
    Some(locale.say(message, &[&amount]))
}

/// The digits after the mark of a distance from the target: those of the finer of the two.
pub(super) fn decimals(checked: &Checked, target: &Target) -> u8 {
    value::digits(target.value).min(6).max(checked.decimals)
}

/// The distance where nobody said which direction is good: said of kinds that are about nothing else.
fn neutral(sketch: &Sketch, row: &Row, target: &Target) -> Option<String> {
    if !matches!(sketch.checked.kind, Kind::Bullet | Kind::Progress) {
        return None;
    }
    let distance = distance(row, target)?;
    let message = match distance {
        0.0 => Message::OnTarget,
        distance if distance < 0.0 => Message::BelowTheTarget,
        _ => Message::AboveTheTarget,
    };
    let (locale, decimals) = (sketch.env.locale, decimals(sketch.checked, target));
    Some(locale.say(message, &[&sketch.story.manner.amount(locale, distance, decimals)]))
}
