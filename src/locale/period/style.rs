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
