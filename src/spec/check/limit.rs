//! What is too much.

use super::super::{Checked, Kind};
use crate::problem::{Place, Problem, Severity};

/// How many problems of one kind are told one by one.
const EACH: usize = 10;

/// Refuses more categories than a picture can show: a canvas of 10,000 bars would be taller than browsers can paint,
/// and nobody would read it. Lines may have any number of points.
pub(super) fn refuse_crowds(checked: &Checked, problems: &mut Vec<Problem>) {
    let most = match checked.kind {
        Kind::Bar | Kind::Dumbbell | Kind::Rank | Kind::Timeline => 200,
        Kind::Column => 500,
        Kind::Line | Kind::Number | Kind::Table => return,
    };
    let count = checked.rows.len() / checked.series.len().max(1);
    if count > most {
        let name = checked.kind.name();
        let message = [&count.to_string(), " categories; \"", name, "\" shows at most ", &most.to_string()].concat();
        let hint = "keep those that matter: the largest, say, and a sum of the rest".into();
        problems.push(Problem::error("too-many-categories", Place::spec("/data"), message, hint));
    }
}

/// Of many problems of one kind keeps the first ten warnings and says how many more there are.
pub(super) fn limit(problems: Vec<Problem>) -> Vec<Problem> {
    let mut kinds: Vec<(&'static str, usize)> = Vec::new();
    let mut kept = Vec::new();
    for problem in problems {
        let at = kinds.iter().position(|(kind, _)| *kind == problem.kind).unwrap_or_else(|| {
            kinds.push((problem.kind, 0));
            kinds.len() - 1
        });
        let Some((_, count)) = kinds.get_mut(at) else { continue };
        *count += 1;
        if *count <= EACH || problem.severity == Severity::Error {
            kept.push(problem);
        }
    }
    for (kind, count) in kinds.into_iter().filter(|(_, count)| *count > EACH) {
        let message = [&(count - EACH).to_string(), " more problems of this kind: ", kind].concat();
        kept.push(Problem::warning(kind, Place::spec("/data"), message, String::new()));
    }
    kept
}
