/// What the author says of one value: that it is a bound, not yet final, or after a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// More than the value: reads "11,000+", drawn with an open end.
    Over,
    /// Less than the value.
    Under,
    /// Near the value.
    About,
    /// The value or less (a rank: that place or a better one); drawn as an open span.
    AtMost,
    /// Expected, not yet counted; drawn hollow and named.
    Expected,
    /// Counted, not yet final; drawn hollow and named.
    Provisional,
    /// Computed ahead; drawn hollow or dashed and named.
    Projected,
    /// Changed after it was first published.
    Revised,
    /// The first value after a series break: the line is interrupted before it.
    Break,
}

impl Qualifier {
    /// Every qualifier with the word that a spec uses.
    pub const ALL: [(&'static str, Qualifier); 9] = [
        ("over", Qualifier::Over),
        ("under", Qualifier::Under),
        ("about", Qualifier::About),
        ("at most", Qualifier::AtMost),
        ("expected", Qualifier::Expected),
        ("provisional", Qualifier::Provisional),
        ("projected", Qualifier::Projected),
        ("revised", Qualifier::Revised),
        ("break", Qualifier::Break),
    ];

    /// Whether the value is not final: drawn hollow or dashed, and named.
    pub fn is_tentative(self) -> bool {
        matches!(self, Self::Expected | Self::Provisional | Self::Projected)
    }

    /// Whether the value is a bound: drawn with an open end.
    pub fn is_bound(self) -> bool {
        matches!(self, Self::Over | Self::Under | Self::AtMost)
    }
}
