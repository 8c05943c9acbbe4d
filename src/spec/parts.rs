//! Which rows are parts of one whole, and of which wholes a part is missing.

use super::{Kind, Quantity, Row};
use crate::each::each;
use crate::order::order;

/// Whether a kind has a whole for each category or period; else all its values are one.
pub(crate) fn stacks(kind: Kind) -> bool {
    use Kind::{DivergingStackedBar, StackedArea, StackedBar, StackedColumn};
    matches!(kind, StackedBar | StackedColumn | StackedArea | DivergingStackedBar)
}

/// The places of the rows that make up each whole: of a category or period, or all.
pub(crate) fn wholes(kind: Kind, rows: &[Row]) -> Vec<Vec<usize>> {
    if !stacks(kind) {
        return vec![(0..rows.len()).collect()];
    }
    let key = |at: usize| rows.get(at).map(|row| (row.period, row.category.as_str()));
    let mut wholes: Vec<Vec<usize>> = Vec::new();
    for at in order(rows.len(), &|a, b| key(a).cmp(&key(b))) {
        match wholes.last_mut() {
            Some(whole) if whole.first().is_some_and(|first| key(*first) == key(at)) => whole.push(at),
            _ => wholes.push(vec![at]),
        }
    }
    wholes
}

/// Of each of these [`wholes`] whether a part is missing, so that neither its sum nor its shares are known.
///
/// Shares that the author gives are known without a sum. In a stack of areas a part is nothing before its first row
/// and after its last; where it has no row between, it is missing.
pub(crate) fn lacking(kind: Kind, measure: Quantity, rows: &[Row], wholes: &[Vec<usize>]) -> Vec<bool> {
    if measure == Quantity::Share {
        return vec![false; wholes.len()];
    }
    let mut ends = Vec::new();
    if kind == Kind::StackedArea {
        for (at, whole) in wholes.iter().enumerate() {
            for row in whole.iter().filter_map(|at| rows.get(*at)) {
                if ends.len() <= row.series {
                    ends.resize(row.series + 1, None);
                }
                if let Some(end) = ends.get_mut(row.series) {
                    *end = Some((end.map_or(at, |(first, _): (usize, usize)| first), at));
                }
            }
        }
    }
    let mut at = 0;
    each(wholes, &mut |whole| {
        let own = || whole.iter().filter_map(|at| rows.get(*at));
        let lived = |end: &&Option<(usize, usize)>| end.is_some_and(|(first, last)| first <= at && at <= last);
        let series = ends.iter().filter(lived).count();
        at += 1;
        own().any(|row| row.value.is_none()) || whole.len() < series
    })
}
