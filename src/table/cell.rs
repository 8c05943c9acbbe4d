/// One cell as it was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing: empty, "n/a", "–", "..", `null` and the like. A gap, never zero.
    Missing,
    /// A number, and how many digits it was written with after the decimal mark.
    Number(f64, u8),
    /// Words, a date, or anything else.
    Text(String),
}
