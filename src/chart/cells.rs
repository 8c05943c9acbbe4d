//! Values in rows and columns: which cell each belongs to, and which cells have none.

use super::category;
use super::order::order;
use super::sketch::Sketch;
use super::slot::Slot;
use crate::each::each;
use crate::locale::{Message, Period};
use crate::problem::{Place, Problem};
use crate::scale::place;
use crate::spec::{Checked, Row, Sort};

/// The most columns: on a phone more are less than a pixel wide.
const MOST_COLUMNS: usize = 400;

/// Rows and columns of cells.
pub(super) struct Grid<'a> {
    /// The series that each row stands for.
    pub(super) series: Vec<usize>,
    /// What stands above the cells.
    pub(super) columns: Vec<Slot<'a>>,
    /// Row by row.
    pub(super) cells: Vec<Option<&'a Row>>,
}

impl Grid<'_> {
    /// The row of a cell of which the data says nothing.
    pub(super) fn made(&self, line: usize, column: usize) -> Row {
        let (name, period) = self.columns.get(column).map_or(("", None), |slot| (slot.name, slot.period));
        let series = self.series.get(line).copied().unwrap_or(0);
        Row { category: name.into(), period, series, ..Row::default() }
    }
}

/// The rows and columns that are drawn, and what stands in each cell.
pub(super) fn gather<'a>(sketch: &mut Sketch<'a>) -> Grid<'a> {
    let checked = sketch.checked;
    let mut columns = columns(checked);
    let all = columns.len();
    if all > MOST_COLUMNS {
        columns.drain(..all - MOST_COLUMNS);
        let locale = sketch.env.locale;
        let counts = [MOST_COLUMNS, all].map(|count| locale.number(count as f64, 0));
        sketch.notes.push(locale.say(Message::Shown, &[&counts[0], &counts[1]]));
        let message = ["of ", &all.to_string(), " columns the last ", &MOST_COLUMNS.to_string(), " are drawn"].concat();
        let hint = "take coarser periods, such as months for days".into();
        sketch.problems.push(Problem::warning("too-many-columns", Place::spec("/data"), message, hint));
    }
    let mut series = rows(checked);
    category::cap(sketch, &mut series);
    let mut line = vec![None; checked.series.len()];
    for (at, series) in series.iter().enumerate() {
        if let Some(line) = line.get_mut(*series) {
            *line = Some(at);
        }
    }
    // Names in their order, to find a column by halving.
    let named = crate::order::order(columns.len(), &|a, b| name(&columns, a).cmp(name(&columns, b)));
    let mut cells = vec![None; series.len() * columns.len()];
    for row in &checked.rows {
        let column = match row.period {
            Some(period) => columns.binary_search_by(|slot| slot.period.cmp(&Some(period))).ok(),
            None => {
                let found = named.binary_search_by(|at| name(&columns, *at).cmp(&row.category));
                found.ok().and_then(|at| named.get(at)).copied()
            }
        };
        let line = line.get(row.series).copied().flatten();
        if let Some((line, column)) = line.zip(column)
            && let Some(cell) = cells.get_mut(line * columns.len() + column)
        {
            *cell = Some(row);
        }
    }
    Grid { series, columns, cells }
}

fn name<'a>(columns: &[Slot<'a>], at: usize) -> &'a str {
    columns.get(at).map_or("", |slot| slot.name)
}

/// The columns: every period from the first to the last in steps of the data's own, or the categories as they come.
fn columns(checked: &Checked) -> Vec<Slot<'_>> {
    let mut periods: Vec<Period> = checked.rows.iter().filter_map(|row| row.period).collect();
    if periods.is_empty() {
        let names = &checked.rows;
        let sorted = crate::order::order(names.len(), &|a, b| of(names, a).cmp(of(names, b)).then(a.cmp(&b)));
        // The first row of each name, in the order of the data.
        let mut firsts: Vec<usize> = Vec::new();
        let mut last = None;
        for at in sorted {
            if last != Some(of(names, at)) {
                firsts.push(at);
                last = Some(of(names, at));
            }
        }
        let again = crate::order::order(firsts.len(), &|a, b| firsts.get(a).cmp(&firsts.get(b)));
        let firsts = again.iter().filter_map(|at| firsts.get(*at));
        return firsts.map(|at| Slot::bare(of(names, *at), None)).collect();
    }
    let sorted = crate::order::order(periods.len(), &|a, b| periods.get(a).cmp(&periods.get(b)));
    periods = sorted.iter().filter_map(|at| periods.get(*at).copied()).collect();
    periods.dedup();
    each(&filled(&periods), &mut |period| Slot::bare("", Some(*period)))
}

fn of(rows: &[Row], at: usize) -> &str {
    rows.get(at).map_or("", |row| row.category.as_str())
}

/// Periods in order with those between them that the data leaves out, where all are of one precision: time without
/// data is time all the same. As they are where that would be mostly empty.
fn filled(periods: &[Period]) -> Vec<Period> {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Vec::new() };
    let mut step = 0;
    for (a, b) in periods.iter().zip(periods.iter().skip(1)) {
        let (mut whole, mut rest) = (place(b) - place(a), step);
        // The greatest step that leads to every one (Euclid).
        while rest != 0 {
            (whole, rest) = (rest, whole % rest);
        }
        step = whole;
    }
    let mixed = periods.iter().any(|period| period.precision() != first.precision());
    let count = if step > 0 { (place(last) - place(first)) / step + 1 } else { 0 };
    if mixed || step <= 0 || count > 2 * periods.len() as i64 || count > MOST_COLUMNS as i64 {
        return periods.to_vec();
    }
    let mut found = Vec::with_capacity(count as usize);
    let mut period = *first;
    while period <= *last {
        if (place(&period) - place(first)) % step == 0 {
            found.push(period);
        }
        period = period.next();
    }
    found
}

/// The rows, by series: as in the data, or sorted by their last value.
fn rows(checked: &Checked) -> Vec<usize> {
    let count = checked.series.len();
    if checked.sort == Sort::Data {
        return (0..count).collect();
    }
    let sign = if checked.sort == Sort::Ascending { 1.0 } else { -1.0 };
    let mut keys = vec![f64::INFINITY; count];
    for row in &checked.rows {
        if let (Some(key), Some(value)) = (keys.get_mut(row.series), row.value) {
            *key = sign * value;
        }
    }
    order(&keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_without_data_has_its_columns_unless_most_of_it_is_empty() {
        let of = |years: &[i32]| filled(&years.iter().map(|year| Period::Year(*year)).collect::<Vec<_>>()).len();
        assert_eq!(of(&[1955, 1960, 1970]), 4);
        assert_eq!(of(&[2000, 2001, 2003]), 4);
        assert_eq!(of(&[1900, 2001, 2002]), 3);
        assert_eq!(of(&[2000]), 1);
        let mixed = [Period::Year(2000), Period::Month(2001, 3)];
        assert_eq!(filled(&mixed), mixed);
    }
}
