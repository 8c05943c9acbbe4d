use super::super::said::Spec;
use super::super::{Checked, Layout};
use crate::locale::is_rtl;
use crate::problem::{Place, Problem};

/// Lets time run from right to left where the author asks for it and it can be read so; else says why not.
pub(super) fn course(spec: &Spec, checked: &mut Checked, problems: &mut Vec<Problem>) {
    if !spec.leftward {
        return;
    }
    let timed = spec.kind.layout() == Layout::Calendar || checked.rows.iter().any(|row| row.period.is_some());
    let (message, hint) = if !is_rtl(&spec.lang) {
        (
            "time runs from left to right in a language that is written so",
            "leave \"direction\" out, or say the \"lang\"",
        )
    } else if !timed {
        ("there is no time here, and categories run as the language does", "leave \"direction\" out")
    } else if !checked.facets.is_empty() {
        ("in small multiples time runs from left to right", "leave \"direction\" or \"facet\" out")
    } else {
        checked.leftward = true;
        return;
    };
    problems.push(Problem::warning("unused-key", Place::spec("/direction"), message.into(), hint.into()));
}
