/// A calendar period of a stated precision. Never an instant: no time zone can shift it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A year, −9999 to 9999.
    Year(i32),
    /// A half of a year: 1 or 2.
    Half(i32, u8),
    /// A quarter of a year: 1 to 4.
    Quarter(i32, u8),
    /// A month: 1 to 12.
    Month(i32, u8),
    /// An ISO 8601 week: 1 to 53, with its week-year.
    Week(i32, u8),
    /// A day: month 1 to 12, day 1 to 31, as many as the month has.
    Day(i32, u8, u8),
}

/// How a period is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodStyle {
    /// In full, for sentences and tooltips: `31 December 2021`, `April 2018`, `2018`.
    Long,
    /// Short, for labels on the plot: `31 Dec 2021`, `Apr 2018`, `2018`.
    Short,
    /// As short as reads at once without its year, for ticks after the first: `31 Dec`, `Apr`, `Q2`; a year stays whole.
    Tick,
}
