//! Same place twice, and the order of time.

use super::super::said::Spec;
use super::super::{Kind, Layout, Row};
use crate::each::each;
use crate::locale::Precision;
use crate::order::order;
use crate::problem::{Place, Problem};

/// The rows in their final order: along time where they have periods, else as they came. Of rows for the same
/// period and series the first is kept, since a line cannot be in two places; rows for the same category are all
/// kept. Both with a warning that names both lines.
pub(super) fn ordered(spec: &Spec, rows: Vec<Row>, problems: &mut Vec<Problem>) -> Vec<Row> {
    // Each row is an item of its own.
    let items =
        matches!(spec.kind.layout(), Layout::Events | Layout::Relation | Layout::Spread) || spec.kind == Kind::Box;
    // A cell has one shade.
    let cells = spec.kind.layout() == Layout::Cells;
    let days = each(&rows, &mut day);
    let key = |index: usize| rows.get(index).map(|row| (days.get(index), row.category.as_str(), row.series, row.facet));
    // Rows of the same place side by side, the first of them first: the sort is stable.
    let mut order = order(rows.len(), &|a, b| key(a).cmp(&key(b)));
    let mut dropped = vec![false; rows.len()];
    let mut first: Option<&Row> = None;
    for index in &order {
        let Some(row) = rows.get(*index) else { continue };
        match first {
            Some(known) if !items && same(known, row) => {
                if let Some(flag) = dropped.get_mut(*index) {
                    *flag = row.period.is_some() || cells;
                }
                problems.push(twice(known, row, cells));
            }
            _ => first = Some(row),
        }
    }
    let timed = rows.iter().any(|row| row.period.is_some());
    if !timed || items {
        order = (0..rows.len()).collect();
    }
    if order.is_sorted() && !dropped.contains(&true) {
        return rows;
    }
    let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    order
        .iter()
        .filter(|index| dropped.get(**index) == Some(&false))
        .filter_map(|index| rows.get_mut(*index).and_then(Option::take))
        .collect()
}

fn same(a: &Row, b: &Row) -> bool {
    a.period == b.period && a.category == b.category && a.series == b.series && a.facet == b.facet
}

fn twice(first: &Row, second: &Row, cells: bool) -> Problem {
    let (kind, what, done) = match first.period {
        _ if cells => ("duplicate-cell", "the same cell as line ", "the first is drawn"),
        Some(_) => ("duplicate-period", "the same period as line ", "the first is drawn"),
        None => ("duplicate-category", "the same category as line ", "both are drawn"),
    };
    let message = [what, &first.line.to_string()].concat();
    let hint = [done, "; if they are different things, name the column that tells them apart as \"series\""].concat();
    Problem::warning(kind, Place::data(second.line, ""), message, hint)
}

/// Where a row stands in time: its first day, then its last, so that a year comes before the month it begins with.
fn day(row: &Row) -> (i64, i64) {
    let Some(period) = row.period else { return (0, 0) };
    let first = period.start_day();
    (first, if period.precision() == Precision::Day { first } else { period.end_day() })
}
