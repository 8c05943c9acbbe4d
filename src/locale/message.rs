/// The messages, each with what it says in English, and the list of them all.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The widget's own words. Each has a template in every language that the widget speaks; `{0}`, `{1}` … are
        /// blanks that [`super::Locale::say`] fills with text already written in that language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message {
            $($(#[$doc])* $name,)*
        }

        impl Message {
            /// Every message, in the order of their declaration.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

// www/build/build.mjs reads their names from here.
messages! {
    /// "Source: {0}"
    Source,
    /// "over {0}" — in sentences and tooltips.
    Over,
    /// "under {0}"
    Under,
    /// "about {0}"
    About,
    /// "no more than {0}"
    AtMost,
    /// "top {0}" — a rank that is a bound.
    Top,
    /// "{0}+" — painted beside a mark.
    OverLabel,
    /// "<{0}"
    UnderLabel,
    /// "~{0}"
    AboutLabel,
    /// "≤{0}"
    AtMostLabel,
    /// "{0} (expected)"
    Expected,
    /// "{0} (provisional)"
    Provisional,
    /// "{0} (projected)"
    Projected,
    /// "{0} (revised)"
    Revised,
    /// "{0} (after a break in the series)"
    Break,
    /// "expected" — the bare word beside a hollow mark.
    ExpectedWord,
    /// "provisional"
    ProvisionalWord,
    /// "projected"
    ProjectedWord,
    /// "Hollow: {0}" — what hollow marks mean, {0} is one of the bare words or a list of them.
    HollowMeans,
    /// "Dashed: {0}"
    DashedMeans,
    /// "Paler: {0}"
    PalerMeans,
    /// "{0} is not yet complete" — {0} is the last period.
    Incomplete,
    /// "Break in the series before {0}"
    BreakBefore,
    /// "no data"
    NoData,
    /// "{0} percentage points" — {0} is a signed number.
    Points,
    /// "percentage points" — the unit alone.
    PointsUnit,
    /// "{0} pts" — beside a mark.
    PointsLabel,
    /// "{0} since {1}" — a change and a period.
    Since,
    /// "logarithmic scale"
    LogScale,
    /// "logarithmic scale on both sides of zero"
    SymlogScale,
    /// "Target"
    Target,
    /// "Target for {0}" — a period.
    TargetFor,
    /// "{0} short of the target"
    ShortOfTarget,
    /// "{0} past the target"
    PastTarget,
    /// "target reached"
    TargetReached,
    /// "{0} below the target" — where nobody said which direction is good.
    BelowTheTarget,
    /// "{0} above the target"
    AboveTheTarget,
    /// "on target"
    OnTarget,
    /// "Gap to target" — heading of a column of differences.
    GapHead,
    /// "{0} of {1}" — a value and its target.
    OfTarget,
    /// "{0} of the way" — a part of the way to a target, in %.
    WayGone,
    /// "Rank {0}" — {0} is a plain number.
    RankNumber,
    /// "{0} of {1} shown"
    Shown,
    /// "{0} of the total" — {0} is a share.
    OfTotal,
    /// "Each square stands for {0}" — {0} is "1%".
    SquareIs,
    /// "rounded to whole squares by largest remainder" — follows on `SquareIs`.
    SquaresRounded,
    /// "Majority: {0}" — {0} is a number of seats.
    Majority,
    /// "{0} ({1})" — words and their unit.
    InBrackets,
    /// "Base: {0} = {1}"
    Base,
    /// "{0} values" — a number of them.
    ValueCount,
    /// "Number of values" — table heading.
    CountHead,
    /// "A value on the edge of two intervals counts in the upper one" — note of a histogram.
    EdgeRule,
    /// "{0} (median)"
    MedianOf,
    /// "Median" — heading of a column.
    MedianHead,
    /// "middle half {0}" — an interval.
    MiddleHalf,
    /// "whiskers {0}" — an interval.
    Whiskers,
    /// "{0} outliers: {1}" — a number and a list of values.
    Outliers,
    /// What box, whiskers and dots of a box plot mean — a note.
    BoxMeans,
    /// "Fewer than 5 values: each is a dot" — a note.
    FewAreDots,
    /// "sum so far {0}" — after a step of a waterfall.
    SumSoFar,
    /// "{0} in total" — of the parts of a stack or a ring.
    InTotal,
    /// "Category" — table heading.
    CategoryHead,
    /// "Period"
    PeriodHead,
    /// "Value"
    ValueHead,
    /// "Date"
    DateHead,
    /// "Milestone"
    MilestoneHead,
    /// "Rank"
    RankHead,
    /// "Notes" — heading of the column that says what else is known of a row.
    DetailsHead,
    /// "{0}, {1}" — a series and the label of a datum in it.
    SeriesLabel,
    /// "{0}: {1}" — what is spoken of, and what is said of it.
    Colon,
    /// "{0}; {1}"
    Semicolon,
    /// "{0}."
    FullStop,
    /// "in {0}" — a year, quarter, month or week, within a sentence.
    InPeriod,
    /// "on {0}" — a day, within a sentence.
    OnDay,
    /// "in the {0}" — a half, within a sentence.
    InHalf,
    /// "Q{1} {0}" — {0} is a year, {1} a number from 1.
    QuarterLong,
    /// The same, shorter.
    QuarterShort,
    /// "Q{1}" — at the tick of an axis that names the year elsewhere.
    QuarterTick,
    /// "first half of {0}"; {1} is 1 or 2.
    HalfLong,
    /// "H{1} {0}"
    HalfShort,
    /// "H{1}"
    HalfTick,
    /// "week {1} of {0}"
    WeekLong,
    /// "W{1} {0}"
    WeekShort,
    /// "W{1}"
    WeekTick,
    /// "The figure" — where the values have no better name.
    TheFigure,
    /// "{0} stood at {1} {2}." — name, value, "in 2020"; the messages up to `WasAndWas` have the same first three blanks,
    /// then the later value, when it was, and the change.
    Was,
    /// "{0} rose by {5}, from {1} {2} to {3} {4}."
    Rose,
    /// "{0} fell by {5}, from {1} {2} to {3} {4}."
    Fell,
    /// "{0} rose most, by {5}, from {1} {2} to {3} {4}."
    RoseMost,
    /// "{0} fell most, by {5}, from {1} {2} to {3} {4}."
    FellMost,
    /// "{0}: up by {5}, from {1} {2} to {3} {4}." — of a value that is expected or projected.
    Upward,
    /// "{0}: down by {5}, from {1} {2} to {3} {4}." — of a value that is expected or projected.
    Downward,
    /// What `Rose` is for counts and amounts.
    Grew,
    /// What `Fell` is for counts and amounts.
    Shrank,
    /// What `RoseMost` is for counts and amounts.
    GrewMost,
    /// What `FellMost` is for counts and amounts.
    ShrankMost,
    /// "{0} ranked {1} {2}." — what `Was` is for ranks.
    Ranked,
    /// "{0} ranked {3} {4}, the same as {2}." — what `Stayed` is for ranks.
    RankStayed,
    /// "{0} ranked {1} {2} and {3} {4}." — what `WasAndWas` is for ranks.
    RankedAndRanked,
    /// "{0} moved up from {1} {2} to {3} {4}."
    RankRose,
    /// "{0} moved down from {1} {2} to {3} {4}."
    RankFell,
    /// "{0} stood at {3} {4}, the same as {2}."
    Stayed,
    /// "{0} stood at {1} {2} and at {3} {4}." — where bounds or a break forbid to say which way it went.
    WasAndWas,
    /// "The highest was {0} {1}." — value, "in 2017".
    Highest,
    /// "The lowest was {0} {1}."
    Lowest,
    /// "The best rank was {0} {1}."
    BestRank,
    /// "The lowest rank was {0} {1}."
    WorstRank,
    /// "There is no figure for {0}." — a list of labels.
    Missing,
    /// "{0}: there is no figure for {1}." — a series and a list of labels.
    MissingOf,
    /// "{0} values are missing."
    MissingCount,
    /// "The target is {0}."
    TargetIs,
    /// "The target for {1} is {0}." — value, period.
    TargetForIs,
    /// "The latest figure is {0} below it." — the target has just been named.
    BelowTarget,
    /// "The latest figure is {0} above it."
    AboveTarget,
    /// "The latest figure is the same."
    AtTarget,
    /// "The latest figure lies within it." — of a target that is a band.
    InTarget,
    /// "{0} series, from {1} to {2}." — a number and two periods.
    ManySeries,
    /// "The highest {4} was {0}, at {1}; the lowest was {2}, at {3}." — of many series at one time, "in 2020".
    SeriesExtremes,
    /// "the highest of {4} is {0}, at {1}; the lowest is {2}, at {3}." — {0} and {2} are lists of {5} and {6} labels,
    /// {4} the number of all.
    Extremes,
    /// What `Extremes` is for counts and amounts.
    MostAndFewest,
    /// "the best placed of {4} is {0}, at {1}; the last is {2}, at {3}." — as in `Extremes`.
    RankExtremes,
    /// "{0} of them" — where a list of labels would be too long.
    Several,
    /// "all {0} are at {1}." — a number and a value.
    AllAre,
    /// "{0}: {2} {1}, {4} {3}, a difference of {5}." — category, first value, first series, second value, second series.
    Apart,
    /// "{0}: {2} {1}, {4} {3}." — as in `Apart`.
    NotCompared,
    /// "The widest gap is in {0}: {2} {1}, {4} {3}, a difference of {5}." — as in `Apart`.
    ApartMost,
    /// "All {0} rose."
    AllRose,
    /// "All {0} fell."
    AllFell,
    /// "{1} of {0} rose and {2} fell."
    RoseAndFell,
    /// "{0} values, from {1} to {2}."
    ValueSpan,
    /// "{0} at {1}" — a label and its value, in a list.
    LabelAt,
    /// "{0} events, from {1} to {2}." — a number and two dates.
    EventSpan,
    /// "And {0} more."
    AndMore,
    /// "A table of {0} rows and {1} columns."
    RowsAndColumns,
    /// "Each small chart has a scale of its own"
    OwnScales,
    /// "level with {0}" — a list of those that share a rank.
    LevelWith,
    /// "Small dots: highest and lowest value" — a note of a sparkline.
    SmallDots,
}
