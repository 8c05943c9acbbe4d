use super::super::Layout;
use super::super::said::Spec;
use super::channel::Channels;
use super::reader::{is_gap, period_of, written};
use crate::problem::{Place, Problem};
use crate::table::{Cell, Column};

/// Tells of `x` and `y` that have changed places: the column of values holds words where the other one holds
/// numbers, or periods where the other one along the calendar holds none. One problem for the whole chart, instead
/// of one for each cell.
pub(super) fn swapped(spec: &Spec, channels: &Channels, problems: &mut Vec<Problem>) -> bool {
    let layout = spec.kind.layout();
    let (values, others) = match layout {
        Layout::Flat => ("x", "y"),
        Layout::Upright | Layout::Calendar | Layout::Single => ("y", "x"),
        _ => return false,
    };
    let (Some(other), [value]) = (channels.category.or(channels.along), channels.values.as_slice()) else {
        return false;
    };
    let words = none(value, is_number) && all(other, is_number);
    let dates = layout == Layout::Calendar && all(value, is_period) && none(other, is_period);
    if words || dates {
        let found = if dates { "periods" } else { "words" };
        let message = ["\"", values, "\" names a column of ", found, ", \"", others, "\" one of numbers"].concat();
        let hint = ["\"", values, "\" is the column of values here: change the two over"].concat();
        problems.push(Problem::error("swapped-columns", Place::spec(&["/", values].concat()), message, hint));
    }
    words || dates
}

/// Whether every cell that is there is of a sort, and there is one.
fn all(column: &Column, sort: Sort) -> bool {
    let mut there = (0..column.cells.len()).filter(|index| !is_gap(column, *index)).peekable();
    there.peek().is_some() && there.all(|index| sort(column, index))
}

/// Whether no cell that is there is of a sort, and there is one.
fn none(column: &Column, sort: Sort) -> bool {
    let mut there = (0..column.cells.len()).filter(|index| !is_gap(column, *index)).peekable();
    there.peek().is_some() && !there.any(|index| sort(column, index))
}

/// Whether a cell is of a sort.
type Sort = fn(&Column, usize) -> bool;

fn is_number(column: &Column, index: usize) -> bool {
    match column.cells.get(index) {
        Some(Cell::Number(..)) => true,
        Some(Cell::Text(text)) => written(text).is_some(),
        _ => false,
    }
}

fn is_period(column: &Column, index: usize) -> bool {
    period_of(column, index).is_some()
}
