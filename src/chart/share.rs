//! Values as shares of their sum, for stacks to 100 %.

use super::sketch::Sketch;
use super::value;
use crate::each::each;
use crate::order::order;
use crate::scene::Detail;
use crate::spec::{Checked, Quantity, largest};
use std::rc::Rc;

/// The same chart with each value as its share, in per cent, of the sum of its category or period.
pub(super) fn of_sums(checked: &Checked) -> Checked {
    let mut shares = checked.clone();
    let key = |at: usize| checked.rows.get(at).map(|row| (row.period, row.category.as_str()));
    let by_place = order(checked.rows.len(), &|a, b| key(a).cmp(&key(b)));
    let amount = |at: usize| checked.rows.get(at).and_then(|row| row.value).unwrap_or(0.0).max(0.0);
    let mut small = false;
    let mut rest = by_place.as_slice();
    while let Some(&first) = rest.first() {
        let count = rest.iter().take_while(|at| key(**at) == key(first)).count();
        let (same, others) = rest.split_at(count);
        let sum: f64 = same.iter().map(|at| amount(*at)).sum();
        for &at in same {
            if let Some(row) = shares.rows.get_mut(at) {
                row.value = row.value.map(|_| if sum > 0.0 { amount(at) / sum * 100.0 } else { 0.0 });
                small |= row.value.is_some_and(|share| share > 0.0 && share < 0.95);
            }
        }
        rest = others;
    }
    shares.largest = largest(&shares.rows);
    // Whole per cents, but not "0%" for what there is.
    shares.decimals = u8::from(small);
    shares.unit = "%".into();
    shares.measure = Quantity::Share;
    shares.domain = (None, None);
    shares
}

/// Adds to each datum what it was before it became a share: `original` is the chart that [`of_sums`] was given.
pub(super) fn recall(sketch: &mut Sketch, original: &Checked) {
    let manner = Rc::new(value::manner(original));
    let lines = each(&original.rows, &mut |row| (row.line, row.series));
    let by_line = order(lines.len(), &|a, b| lines.get(a).cmp(&lines.get(b)));
    for datum in &mut sketch.data {
        let series = original.series.iter().position(|name| datum.series == *name.as_str()).unwrap_or(0);
        let wanted = (datum.line, series);
        let found = by_line.binary_search_by(|at| lines.get(*at).cmp(&Some(&wanted)));
        let row = found.ok().and_then(|at| by_line.get(at)).and_then(|at| original.rows.get(*at));
        if let Some(row) = row.filter(|row| row.value.is_some()) {
            datum.add(Detail::Before(manner.clone(), row.value, row.qualifier));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::checked;
    use super::*;
    use crate::spec::{Kind, Row};

    #[test]
    fn each_whole_is_a_hundred() {
        let row = |category: &str, series: usize, value: Option<f64>| Row {
            category: category.into(),
            series,
            value,
            ..Row::default()
        };
        let rows = vec![row("A", 0, Some(1.0)), row("B", 0, Some(0.0)), row("A", 1, Some(3.0)), row("A", 2, None)];
        let shares = of_sums(&checked(Kind::StackedBar, rows));
        let values: Vec<Option<f64>> = shares.rows.iter().map(|row| row.value).collect();
        assert_eq!(values, [Some(25.0), Some(0.0), Some(75.0), None]);
        assert_eq!((shares.unit.as_str(), shares.decimals), ("%", 0));
    }
}
