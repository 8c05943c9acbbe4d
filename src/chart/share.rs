//! Values as shares of their sum, for stacks to 100 %.

use super::sketch::Sketch;
use super::value;
use crate::each::each;
use crate::order::order;
use crate::scene::Detail;
use crate::spec::{Checked, Quantity, lacking, largest, wholes};
use std::rc::Rc;

/// The same chart with each value as its share, in per cent, of the sum of its category or period. Where a
/// part of these is missing, or all are nothing, none has a share: a gap.
pub(super) fn of_sums(checked: &Checked) -> Checked {
    let mut shares = checked.clone();
    let wholes = wholes(checked.kind, &checked.rows);
    let lacking = lacking(checked.kind, checked.measure, &checked.rows, &wholes);
    let amount = |at: usize| checked.rows.get(at).and_then(|row| row.value).unwrap_or(0.0).max(0.0);
    let mut small = false;
    for (whole, lacks) in wholes.iter().zip(lacking) {
        let sum: f64 = whole.iter().map(|at| amount(*at)).sum();
        for &at in whole {
            if let Some(row) = shares.rows.get_mut(at) {
                row.value = row.value.filter(|_| sum > 0.0 && !lacks).map(|_| amount(at) / sum * 100.0);
                small |= row.value.is_some_and(|share| share > 0.0 && share < 0.95);
            }
        }
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
    use crate::locale::Period;
    use crate::spec::{Kind, Row};

    #[test]
    fn each_whole_is_a_hundred() {
        let row = |category: &str, series: usize, value: Option<f64>| Row {
            category: category.into(),
            series,
            value,
            ..Row::default()
        };
        let rows = vec![row("A", 0, Some(1.0)), row("B", 0, Some(0.0)), row("A", 1, Some(3.0)), row("B", 1, Some(5.0))];
        let shares = of_sums(&checked(Kind::StackedBar, rows));
        let values: Vec<Option<f64>> = shares.rows.iter().map(|row| row.value).collect();
        assert_eq!(values, [Some(25.0), Some(0.0), Some(75.0), Some(100.0)]);
        assert_eq!((shares.unit.as_str(), shares.decimals), ("%", 0));
    }

    #[test]
    fn a_whole_that_is_not_known_has_no_shares() {
        let row = |category: &str, series: usize, value: Option<f64>| Row {
            category: category.into(),
            series,
            value,
            ..Row::default()
        };
        let rows = vec![
            row("A", 0, Some(40.0)),
            row("A", 1, None),
            row("B", 0, Some(40.0)),
            row("B", 1, Some(60.0)),
            row("C", 0, Some(0.0)),
            row("C", 1, Some(0.0)),
        ];
        let shares = of_sums(&checked(Kind::StackedBar, rows));
        let values: Vec<Option<f64>> = shares.rows.iter().map(|row| row.value).collect();
        assert_eq!(values, [None, None, Some(40.0), Some(60.0), None, None]);
    }

    #[test]
    fn a_part_of_an_area_that_has_no_row_between_is_missing_and_nothing_before_and_after() {
        let row = |year: i32, series: usize| Row {
            period: Some(Period::Year(year)),
            series,
            value: Some(10.0),
            ..Row::default()
        };
        let rows = vec![row(2015, 0), row(2016, 0), row(2016, 1), row(2017, 0), row(2018, 0), row(2018, 1)];
        let shares = of_sums(&checked(Kind::StackedArea, rows));
        let values: Vec<Option<f64>> = shares.rows.iter().map(|row| row.value).collect();
        assert_eq!(values, [Some(100.0), Some(50.0), Some(50.0), None, Some(50.0), Some(50.0)]);
    }
}
