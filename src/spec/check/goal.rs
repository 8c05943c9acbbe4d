//! What should be reached: one target for all, or one for each row.

use super::super::said::Spec;
use super::super::{Kind, Target};
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
