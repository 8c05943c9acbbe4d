//! The rows and columns of a `table`.

use super::super::nearest::offer;
use super::super::said::Spec;
use super::channel::names;
use super::reader::written;
use crate::each::each;
use crate::mention::mentions;
use crate::problem::{Place, Problem};
use crate::table::{Cell, Column, Table, is_missing};

/// The columns to show, numbers read where a whole column is of numbers.
pub(super) fn records(spec: &Spec, table: &Table, problems: &mut Vec<Problem>) -> Table {
    let mut columns = Vec::new();
    for (index, name) in spec.columns.iter().enumerate() {
        match table.column(name) {
            Some(column) => columns.push(typed(column, spec)),
            None => {
                let place = Place::spec(&["/columns/", &index.to_string()].concat());
                let message = ["no column \"", name, "\""].concat();
                problems.push(Problem::error(
                    "no-such-column",
                    place,
                    message,
                    offer(name, &names(table), "the columns are"),
                ));
            }
        }
    }
    if spec.columns.is_empty() {
        columns = each(&table.columns, &mut |column| typed(column, spec));
    }
    Table { columns, lines: table.lines.clone() }
}

/// A column of numbers where every cell that is there is one, else a column of words. Years stay words: nobody
/// writes 2,015 for a year. So do percentages, unless the unit says that all are.
fn typed(column: &Column, spec: &Spec) -> Column {
    let read = |cell: &Cell| match cell {
        Cell::Missing => Some(Cell::Missing),
        Cell::Number(value, digits) => Some(Cell::Number(*value, *digits)),
        Cell::Text(text) if is_missing(text) => Some(Cell::Missing),
        Cell::Text(text) => written(text)
            .filter(|number| !number.percent || spec.unit == "%")
            .map(|number| Cell::Number(number.value, number.decimals)),
    };
    let cells: Option<Vec<Cell>> = column.cells.iter().map(read).collect();
    match cells {
        Some(cells) if !is_years(&column.name, &cells) => Column { name: column.name.clone(), cells },
        _ => {
            let words = each(&column.cells, &mut |cell| match cell {
                Cell::Number(value, _) => Cell::Text(crate::table::plain(*value)),
                other => other.clone(),
            });
            Column { name: column.name.clone(), cells: words }
        }
    }
}

/// Whether a column holds years: its name says so, and its numbers could be.
fn is_years(name: &str, cells: &[Cell]) -> bool {
    const WORDS: [&str; 10] = ["year", "jahr", "año", "année", "年", "سنة", "period", "date", "时间", "日期"];
    WORDS.iter().any(|word| mentions(name, word))
        && cells.iter().all(|cell| match cell {
            Cell::Number(value, 0) => (1000.0..3000.0).contains(value),
            Cell::Missing => true,
            _ => false,
        })
}
