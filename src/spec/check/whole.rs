//! Parts of a whole: what may be added up, and what may not. Refused, because a sum of what overlaps is a number of
//! nothing, and a part of less than nothing has no length.

use super::super::nearest::offer;
use super::super::parts::{lacking, stacks, wholes};
use super::super::said::Spec;
use super::super::{Checked, Kind, Quantity, Row};
use crate::each::each;
use crate::problem::{Place, Problem};

/// The most parts that a ring is read by.
const MOST_IN_RING: usize = 6;
/// How far shares may be from 100 together: each is rounded.
const ROUNDING: f64 = 1.0;

/// Whether a kind adds values up to a whole.
pub(super) fn adds_up(kind: Kind) -> bool {
    stacks(kind) || matches!(kind, Kind::Donut | Kind::Grid | Kind::SplitBar | Kind::ElectionDonut)
}

/// Refuses what cannot be added up, with the reason.
pub(super) fn review(spec: &Spec, checked: &Checked, problems: &mut Vec<Problem>) {
    if !adds_up(spec.kind) {
        return;
    }
    let mut refuse = |kind: &'static str, place: Place, message: &[&str], hint: &str| {
        problems.push(Problem::error(kind, place, message.concat(), hint.into()));
    };
    let percent = checked.measure == Quantity::Share;
    let places = wholes(spec.kind, &checked.rows);
    let wholes = each(&places, &mut |whole| whole.iter().filter_map(|at| checked.rows.get(*at)).collect::<Vec<&Row>>());
    // One share fills as many squares as it says: nothing is added up.
    let alone = spec.kind == Kind::Grid && checked.rows.len() == 1;
    if alone && !percent {
        let hint = "give it a share with measure \"share\", or all parts with \"whole\": true";
        refuse(
            "no-whole",
            Place::spec("/measure"),
            &["one number that is no share of anything fills no squares"],
            hint,
        );
    }
    if !spec.whole && !alone {
        refuse(
            "not-whole",
            Place::spec("/whole"),
            &["a ", spec.kind.name(), " adds its parts up, and parts that overlap may not be added up"],
            if stacks(spec.kind) {
                "if each thing is counted in one part only, say \"whole\": true; else use kind \"bar\", \"column\" or \"line\""
            } else {
                "if each thing is counted in one part only, say \"whole\": true; else use kind \"bar\""
            },
        );
    }
    for row in &checked.rows {
        if row.value.is_some_and(|value| value < 0.0) {
            let message: &[&str] = &["a part of a whole is less than nothing"];
            let hint = "use kind \"bar\" or \"column\", which draw values below zero";
            refuse("negative-part", Place::data(row.line, &checked.value_name), message, hint);
        }
    }
    let names = each(&checked.series, &mut String::as_str);
    for name in checked.apart.iter().filter(|name| !checked.series.contains(name)) {
        let message = ["no series \"", name, "\" to stand apart"].concat();
        let hint = offer(name, &names, "there are");
        problems.push(Problem::warning("nothing-apart", Place::spec("/apart"), message, hint));
    }
    let mut refuse = |kind: &'static str, place: Place, message: &[&str], hint: &str| {
        problems.push(Problem::error(kind, place, message.concat(), hint.into()));
    };
    let parts = checked.rows.iter().filter(|row| row.value.is_some()).count();
    if spec.kind == Kind::Donut && parts > MOST_IN_RING {
        let message: &[&str] = &["a ring of ", &parts.to_string(), " parts: more than six cannot be told apart"];
        let hint = "group the small ones, or use kind \"stacked-bar\" (one bar) or \"bar\"";
        refuse("too-many-parts", Place::spec("/kind"), message, hint);
    }
    let sums = || wholes.iter().map(|rows| rows.iter().filter_map(|row| row.value).sum::<f64>());
    if sums().all(|sum| sum <= 0.0) && !problems_hold(problems, "negative-part") {
        let hint = "at least one part must be more than nothing";
        problems.push(Problem::error(
            "no-whole",
            Place::spec("/data"),
            "the parts add up to nothing".into(),
            hint.into(),
        ));
    } else if percent && spec.whole && !alone {
        unequal(&wholes, problems);
    } else {
        let lacking = lacking(spec.kind, checked.measure, &checked.rows, &places);
        incomplete(spec, &checked.value_name, &wholes, &lacking, problems);
    }
}

/// Tells of wholes of which a part is missing, once. A stack is drawn without its sum, or to 100 % not at all; a ring,
/// a half ring, a split bar and a hundred squares show nothing but shares, and are refused.
fn incomplete(spec: &Spec, column: &str, wholes: &[Vec<&Row>], lacking: &[bool], problems: &mut Vec<Problem>) {
    let known = |whole: &[&Row]| whole.iter().any(|row| row.value.is_some());
    let broken =
        || wholes.iter().zip(lacking).filter(|(whole, lacking)| **lacking && known(whole)).map(|(whole, _)| whole);
    if let Some(first) = broken().next() {
        let gap = first.iter().find(|row| row.value.is_none()).or(first.first());
        let place = Place::data(gap.map_or(0, |row| row.line), column);
        let more = broken().count() - 1;
        let more = if more > 0 { [", and those of ", &more.to_string(), " more"].concat() } else { String::new() };
        let message = ["a part of a whole is missing, so its shares are not known", &more].concat();
        let hint = "add it, or write 0 where it is nothing".into();
        problems.push(if stacks(spec.kind) {
            Problem::warning("part-missing", place, message, hint)
        } else {
            Problem::error("part-missing", place, message, hint)
        });
    }
    let nothing = |whole: &&Vec<&Row>| whole.iter().all(|row| row.value == Some(0.0));
    if let (true, Some(row)) = (spec.percent, wholes.iter().find(nothing).and_then(|whole| whole.first())) {
        let message = "the parts that begin here add up to nothing, of which there are no shares".into();
        let hint = "leave \"percent\" out, or the row".into();
        problems.push(Problem::warning("no-whole", Place::data(row.line, column), message, hint));
    }
}

fn problems_hold(problems: &[Problem], kind: &str) -> bool {
    problems.iter().any(|problem| problem.kind == kind)
}

/// Shares whose whole is not 100, or near enough for rounding: the first of them is named.
fn unequal(wholes: &[Vec<&Row>], problems: &mut Vec<Problem>) {
    for rows in wholes {
        let sum = rows.iter().filter_map(|row| row.value).sum::<f64>();
        let empty = rows.iter().all(|row| row.value.is_none());
        if empty || (sum - 100.0).abs() <= ROUNDING {
            continue;
        }
        let first = rows.first().map_or(0, |row| row.line);
        let tenths = (sum * 10.0).round();
        let sum = if tenths < 1e7 {
            let tenths = tenths as i64;
            [" to ", &(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), " %, not"].concat()
        } else {
            " not".into()
        };
        problems.push(Problem::error(
            "parts-not-100",
            Place::data(first, ""),
            ["the shares that begin here add up", &sum, " to 100 %"].concat(),
            "add the missing part (\"Other\"), or use kind \"bar\" or \"line\"".into(),
        ));
        return;
    }
}
