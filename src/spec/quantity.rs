/// What is measured (the spec's `measure`); it decides how an axis behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Quantity {
    /// A part of a whole in %, 0 to 100: its axis never passes 100, its change is in percentage points.
    Share,
    /// A number of things.
    Count,
    /// A sum of money, mass, energy …
    #[default]
    Amount,
    /// So many per so many, or a growth rate; may be negative.
    Rate,
    /// A place in an order: 1 is best, the axis starts at 1 and runs downward.
    Rank,
    /// Relative to a base of, say, 100, which is drawn as a line.
    Index,
    /// A difference that may be of either sign.
    Balance,
    /// A length of time.
    Duration,
}

/// Which direction is good, where one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}
