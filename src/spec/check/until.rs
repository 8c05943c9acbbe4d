use super::super::said::Spec;
use super::reader::cut;
use crate::locale::Period;
use crate::problem::{Place, Problem};
use crate::spec::Row;

/// Whether the last period goes on after the day up to which the author says that the data goes.
pub(super) fn goes_on(spec: &Spec, rows: &[Row], problems: &mut Vec<Problem>) -> bool {
    if spec.until.is_empty() {
        return false;
    }
    let Some(until) = Period::parse(&spec.until) else {
        let message = ["\"", &cut(&spec.until), "\" is no period"].concat();
        let hint = "write it as 2024-06-30, 2024-06 or 2024-Q2".into();
        problems.push(Problem::warning("not-a-period", Place::spec("/until"), message, hint));
        return false;
    };
    let last = rows.iter().filter_map(|row| row.period).max();
    last.is_some_and(|last| last.start_day() <= until.end_day() && last.end_day() > until.end_day())
}
