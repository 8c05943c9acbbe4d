//! What should be reached: one target for all, or one for each row.

use super::super::said::Spec;
use super::super::{Better, Checked, Kind, Quantity, Target};
use super::reader::cut;
use crate::locale::Period;
use crate::problem::{Place, Problem};

/// The target for all rows; `None` where there is none, or where a column has one for each.
pub(super) fn target(spec: &Spec, problems: &mut Vec<Problem>) -> Option<Target> {
    let goal = spec.target.as_ref()?;
    let period = Period::parse(&goal.period);
    if period.is_none() && !goal.period.is_empty() {
        let message = ["\"", &cut(&goal.period), "\" is no period"].concat();
        let hint = "write it as 2025, 2025-Q1 or 2025-12-31".into();
        problems.push(Problem::warning("not-a-period", Place::spec("/target/period"), message, hint));
    }
    if goal.column.is_empty() {
        return Some(Target { value: goal.value, upper: goal.upper, period, label: goal.label.clone() });
    }
    if !has_own(spec) {
        let message = "a target for each row has no effect here".into();
        let hint = "use kind \"bullet\" or \"progress\", or write one \"value\" for all".into();
        problems.push(Problem::warning("unused-key", Place::spec("/target/column"), message, hint));
    }
    None
}

/// Whether each row of the kind may have a target of its own.
pub(super) fn has_own(spec: &Spec) -> bool {
    matches!(spec.kind, Kind::Bullet | Kind::Progress)
}

/// What the targets of the rows are called: the author's word, else the heading of their column.
pub(super) fn name(spec: &Spec) -> String {
    let named = spec.target.as_ref().filter(|goal| !goal.column.is_empty());
    named.map_or_else(String::new, |goal| if goal.label.is_empty() { goal.column.clone() } else { goal.label.clone() })
}

/// A part of the way needs an end, and where the way leads down, a start.
pub(super) fn way(spec: &Spec, checked: &Checked, problems: &mut Vec<Problem>) {
    let share = checked.measure == Quantity::Share || spec.unit == "%";
    if spec.kind != Kind::Progress || (share && spec.base.is_none()) {
        return;
    }
    let mut refuse = |kind: &'static str, message: &str, hint: &str| {
        problems.push(Problem::error(kind, Place::spec(""), message.into(), hint.into()));
    };
    if spec.target.is_none() {
        let hint = "say it as \"target\", or give shares of a whole with \"unit\": \"%\"";
        refuse("missing-target", "progress toward what?", hint);
    } else if spec.better == Some(Better::Lower) && spec.base.is_none() {
        refuse("missing-base", "progress downward from where?", "say where the way began as \"base\"");
    }
}
