/// The kinds of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One figure, with its change and a sparkline.
    Number,
    /// Two values of each category joined by a line, or by an arrow.
    Dumbbell,
    /// Horizontal bars, grouped where there are series.
    Bar,
    /// Upright columns over categories or periods, grouped where there are series.
    Column,
    /// Lines over periods.
    Line,
    /// Milestones, each at its own precision.
    Timeline,
    /// A strip of places with one's own marked.
    Rank,
    /// Rows and columns, bars in the cells of numbers.
    Table,
}

impl Kind {
    /// Every kind with the name that a spec uses, in the order of the documentation.
    pub const ALL: [(&'static str, Kind); 8] = [
        ("number", Kind::Number),
        ("dumbbell", Kind::Dumbbell),
        ("bar", Kind::Bar),
        ("column", Kind::Column),
        ("line", Kind::Line),
        ("timeline", Kind::Timeline),
        ("rank", Kind::Rank),
        ("table", Kind::Table),
    ];

    /// Its name in a spec.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }
}
