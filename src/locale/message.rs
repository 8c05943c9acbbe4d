/// The widget's own words. Each has a template in every language that the widget speaks; `{0}`, `{1}` … are
/// blanks that [`super::Locale::say`] fills with text already written in that language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// "Source: {0}"
    Source,
    /// "over {0}" — in sentences and tooltips.
    Over,
    /// "under {0}"
    Under,
    /// "about {0}"
    About,
    /// "at most {0}"
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
    /// "{0} is not yet complete" — {0} is the last period.
    Incomplete,
    /// "Break in the series before {0}"
    BreakBefore,
    /// "no data"
    NoData,
    /// "{0} percentage points" — {0} is a signed number.
    Points,
    /// "{0} pts" — beside a mark.
    PointsLabel,
    /// "{0} since {1}" — a change and a period.
    Since,
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
    /// "Rank {0}" — {0} is a plain number.
    RankNumber,
    /// "{0} of {1} shown"
    Shown,
    /// "Base: {0} = {1}"
    Base,
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
}
