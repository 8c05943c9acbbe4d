//! What a kind demands of its data before it can be drawn: how many series, and values of one sign.

use super::super::said::Spec;
use super::super::{Kind, Row};
use crate::order::order;
use crate::problem::{Place, Problem};

/// Refuses data that the kind cannot show.
pub(super) fn demand(spec: &Spec, rows: &[Row], series: &[String], problems: &mut Vec<Problem>) {
    count(spec, series.len(), problems);
    stages(spec, rows, problems);
    let below = rows.iter().find(|row| row.value.is_some_and(|value| value < 0.0));
    if let (Kind::Pyramid, Some(row)) = (spec.kind, below) {
        let message = "a pyramid has no bars below zero".into();
        let hint = "write both groups as positive numbers: the kind itself sets them back to back".into();
        problems.push(Problem::error("negative", Place::data(row.line, ""), message, hint));
    }
}

/// How many points in time, or steps, a kind takes that compares them: two, and no more than can be told apart.
fn stages(spec: &Spec, rows: &[Row], problems: &mut Vec<Problem>) {
    let (most, what, more) = match spec.kind {
        Kind::Slope => (7, "a slope joins two points in time, or a few", "keep two of them, or use kind \"line\""),
        Kind::Bump => (60, "ranks are followed from one time to the next", "keep every second, or use kind \"line\""),
        _ => return,
    };
    let key = |at: usize| rows.get(at).map(|row| (row.period, row.category.as_str()));
    let places = order(rows.len(), &|a, b| key(a).cmp(&key(b)));
    let found = places.iter().zip(places.iter().skip(1)).filter(|(a, b)| key(**a) != key(**b)).count() + 1;
    let (kind, hint) = match found {
        ..2 => ("one-stage", "give each series a row for every time, or each time a column of values"),
        _ if found > most => ("too-many-stages", more),
        _ => return,
    };
    let message = [what, ", found ", &found.to_string()].concat();
    problems.push(Problem::error(kind, Place::spec("/x"), message, hint.into()));
}

/// How many series a kind takes: two that are joined or set back to back, two or more side by side, or one.
fn count(spec: &Spec, found: usize, problems: &mut Vec<Problem>) {
    let (problem, what, least, most, fewer, more) = match spec.kind {
        Kind::Dumbbell | Kind::Arrow => (
            "not-two-series",
            if spec.kind == Kind::Arrow { "an arrow joins two values" } else { "a dumbbell joins two values" },
            2,
            2,
            "name the column that tells then from now as \"series\", or two value columns as \"x\"",
            "keep two of them, or use kind \"line\" or \"bar\"",
        ),
        Kind::Pyramid => (
            "not-two-series",
            "a pyramid sets two groups back to back",
            2,
            2,
            "name the column that tells the groups apart as \"series\", or two value columns as \"x\"",
            "keep two of them, or use kind \"grouped-bar\"",
        ),
        Kind::GroupedBar => (
            "one-series",
            "groups need two series or more",
            2,
            usize::MAX,
            "name the column that tells them apart as \"series\", or use kind \"bar\"",
            "",
        ),
        Kind::GroupedColumn => (
            "one-series",
            "groups need two series or more",
            2,
            usize::MAX,
            "name the column that tells them apart as \"series\", or use kind \"column\"",
            "",
        ),
        Kind::DivergingBar => (
            "several-series",
            "the two tones say which side of the reference a value is on, not which series",
            0,
            1,
            "",
            "keep one series, or use kind \"grouped-bar\" or \"dot\"",
        ),
        _ => return,
    };
    if (least..=most).contains(&found) {
        return;
    }
    let message = [what, ", found ", &found.to_string()].concat();
    let hint = if found < least { fewer } else { more };
    let key = if spec.kind == Kind::GroupedColumn { "/y" } else { "/x" };
    let pointer = if spec.series.is_empty() { key } else { "/series" };
    problems.push(Problem::error(problem, Place::spec(pointer), message, hint.into()));
}
