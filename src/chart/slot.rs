//! A place along the width of upright columns.

use crate::each::each;
use crate::locale::Period;
use crate::spec::Row;

/// The columns of one category or period.
pub(super) struct Slot<'a> {
    /// The category; empty for a period.
    pub(super) name: &'a str,
    /// The period, where the columns stand for periods.
    pub(super) period: Option<Period>,
    /// One row a series, where there is one.
    pub(super) cells: Vec<Option<&'a Row>>,
}

impl<'a> Slot<'a> {
    /// The place of a category or period, nothing in it.
    pub(super) fn named(name: &'a str, period: Option<Period>) -> Self {
        Self { name, period, cells: Vec::new() }
    }

    /// A place along the width that has a name or a period, and nothing in it.
    pub(super) fn bare(name: &'a str, period: Option<Period>) -> Self {
        Self { name, period, cells: Vec::new() }
    }

    /// Puts a row at the place of its series, or behind all where that is taken.
    pub(super) fn take(&mut self, row: &'a Row) {
        while self.cells.len() <= row.series {
            self.cells.push(None);
        }
        match self.cells.get_mut(row.series) {
            Some(cell @ None) => *cell = Some(row),
            _ => self.cells.push(Some(row)),
        }
    }
}

/// The least and the greatest value at each place.
pub(super) fn tips(slots: &[Slot]) -> Vec<(f64, f64)> {
    let reach = |(low, high): (f64, f64), row: &Row| row.value.map_or((low, high), |v| (low.min(v), high.max(v)));
    each(slots, &mut |slot: &Slot| slot.cells.iter().flatten().fold((0.0, 0.0), |ends, row| reach(ends, row)))
}
