use super::super::Layout;
use super::super::said::Spec;
use super::channel::Channels;
use super::reader::{is_gap, text, written};
use crate::locale::Period;
use crate::problem::{Place, Problem};
use crate::table::Column;

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
    let number = |text: &str| written(text).is_some();
    let period = |text: &str| Period::parse(text).is_some();
    let words = none(value, &number) && all(other, &number);
    let dates = layout == Layout::Calendar && all(value, &period) && none(other, &period);
    if words || dates {
        let found = if dates { "periods" } else { "words" };
        let message = ["\"", values, "\" names a column of ", found, ", \"", others, "\" one of numbers"].concat();
        let hint = ["\"", values, "\" is the column of values here: change the two over"].concat();
        problems.push(Problem::error("swapped-columns", Place::spec(&["/", values].concat()), message, hint));
    }
    words || dates
}

/// Whether every cell that is there is of a sort, and there is one.
fn all(column: &Column, sort: &dyn Fn(&str) -> bool) -> bool {
    count(column, sort).is_some_and(|(of_the_sort, there)| of_the_sort == there)
}

/// Whether no cell that is there is of a sort, and there is one.
fn none(column: &Column, sort: &dyn Fn(&str) -> bool) -> bool {
    count(column, sort).is_some_and(|(of_the_sort, _)| of_the_sort == 0)
}

/// How many cells are of a sort, and how many are there; `None` where none is.
fn count(column: &Column, sort: &dyn Fn(&str) -> bool) -> Option<(usize, usize)> {
    let (mut of_the_sort, mut there) = (0, 0);
    for index in 0..column.cells.len() {
        if !is_gap(column, index) {
            there += 1;
            of_the_sort += usize::from(sort(&text(column, index)));
        }
    }
    (there > 0).then_some((of_the_sort, there))
}
