use super::Cell;

/// A named column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The heading.
    pub name: String,
    /// One cell a row.
    pub cells: Vec<Cell>,
}

impl Column {
    /// The most digits after the decimal mark that any number of the column was written with; numbers are shown
    /// with the digits that the data has, no more.
    pub fn decimals(&self) -> u8 {
        self.cells.iter().map(|cell| if let Cell::Number(_, digits) = cell { *digits } else { 0 }).max().unwrap_or(0)
    }
}
