/// How precisely a period is stated, the coarsest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the year.
    Year,
    /// To the half of a year.
    Half,
    /// To the quarter of a year.
    Quarter,
    /// To the month.
    Month,
    /// To the ISO 8601 week.
    Week,
    /// To the day.
    Day,
}

impl Precision {
    /// Every precision, the coarsest first.
    pub const ALL: [Self; 6] = [Self::Year, Self::Half, Self::Quarter, Self::Month, Self::Week, Self::Day];
}
