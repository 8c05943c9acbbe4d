//! The target: its name, and how far a value is from it.

use super::sketch::Sketch;
use super::value;
use crate::locale::{Message, PeriodStyle};
use crate::mention::mentions;
use crate::spec::{Better, Row, Target};

/// The target's name with its value: "Target for 2030: 50%", or the author's own word for it.
pub(super) fn words(sketch: &Sketch, target: &Target) -> String {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let name = match (target.label.is_empty(), &target.period) {
        (false, _) => target.label.clone(),
        (true, Some(period)) => locale.say(Message::TargetFor, &[&locale.period(period, PeriodStyle::Short)]),
        (true, None) => locale.say(Message::Target, &[]),
    };
    // A label that says the number already is not made to say it twice.
    let bare = |value: f64| locale.number(value, value::digits(value));
    if mentions(&name, &bare(target.value)) && target.upper.is_none_or(|upper| mentions(&name, &bare(upper))) {
        return name;
    }
    let unit = if value::is_percent(checked) { "%" } else { "" };
    // The target's own digits: nobody promised 60.00.
    let high = locale.with_unit(&bare(target.upper.unwrap_or(target.value)), unit);
    let value = if target.upper.is_some() { [&bare(target.value), "–", &high].concat() } else { high };
    let joint = if locale.lang().starts_with("zh") || locale.lang().starts_with("ja") { "：" } else { ": " };
    [&name, joint, &value].concat()
}

/// How far a value is from the target, in words; `None` where it is missing, a bound that leaves it open, or where
/// nobody said which direction is good. A value that is not final has not reached anything yet.
pub(super) fn gap(sketch: &Sketch, row: &Row, target: &Target) -> Option<String> {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let value = row.value.filter(|_| !row.qualifier.is_some_and(|qualifier| qualifier.is_bound()))?;
    let better = checked.better?;
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
        return Some(locale.say(Message::TargetReached, &[]));
    }
    let number = locale.number(distance.abs(), value::digits(target.value).max(checked.decimals));
    let amount = if value::is_percent(checked) {
        locale.say(Message::Points, &[&number])
    } else {
        locale.with_unit(&number, &checked.unit)
    };
    Some(locale.say(Message::ShortOfTarget, &[&amount]))
}
