use crate::problem::{Place, Problem, Severity};

/// How many problems of one kind are told one by one.
const EACH: usize = 10;

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
