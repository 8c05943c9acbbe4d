//! Rows and columns as they came, each cell with the place it came from; readers of each data format.

mod cell;
mod column;
mod csv;
mod number;
mod page;
mod rows;
mod words;

pub use cell::Cell;
pub use column::Column;
pub use csv::from_csv;
pub use number::{Written, decimals, is_missing, plain, read_number};
pub use page::web_page;
pub use rows::from_value;
pub use words::words;

/// Columns of equal length. Cells are kept as written until a channel says what they are meant to be,
/// so an unreadable one is a warning with its line, and the rest is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns, in the author's order.
    pub columns: Vec<Column>,
    /// The line of each row in its source: the file's line for CSV (heading = 1), else the row's number from 1.
    pub lines: Vec<u32>,
}

impl Table {
    /// The column of that name; the first, where there are more.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The table with columns called by other names: each pair is a name and the one to put in its place, unless a
    /// column has that already.
    pub fn renamed(&self, names: &[(String, String)]) -> Self {
        let mut table = self.clone();
        for (from, to) in names {
            if table.column(to).is_none()
                && let Some(column) = table.columns.iter_mut().find(|column| column.name == *from)
            {
                column.name.clone_from(to);
            }
        }
        table
    }
}
