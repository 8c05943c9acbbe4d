use super::form::{FORMS, Layout};

/// The kinds of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Horizontal bars, grouped where there are series.
    Bar,
    /// Upright columns over categories or periods, grouped where there are series.
    Column,
    /// A dot at the end of a thin line from zero: bars with less ink, for many rows.
    Lollipop,
    /// Dots along a line for each category: the value is a place, so the axis need not start at zero.
    Dot,
    /// One figure, with its change and a sparkline.
    Number,
    /// Horizontal bars side by side for each category.
    GroupedBar,
    /// Upright columns side by side for each category or period.
    GroupedColumn,
    /// Lines over periods.
    Line,
    /// A line over periods with the space down to zero filled.
    Area,
    /// Each category's value at two points in time, joined.
    Slope,
    /// Two values of each category joined by a line, or by an arrow.
    Dumbbell,
    /// An arrow from then to now for each category.
    Arrow,
    /// Rank over time: who overtook whom.
    Bump,
    /// How a sum came about, step by step.
    Waterfall,
    /// A line small enough for a sentence: first, last and extreme values, no axes.
    Sparkline,
    /// A bar against its target, with bands behind it.
    Bullet,
    /// How much of the way to the whole or to a target is gone.
    Progress,
    /// Bars to either side of a reference value.
    DivergingBar,
    /// Horizontal bars of parts of a whole.
    StackedBar,
    /// Upright columns of parts of a whole.
    StackedColumn,
    /// Parts of a whole over periods.
    StackedArea,
    /// At most six parts of a whole in a ring.
    Donut,
    /// A hundred squares, as many of them filled as the share says.
    Grid,
    /// One bar parted into the parts of a whole.
    SplitBar,
    /// Answers from disagreement to agreement on either side of the middle.
    DivergingStackedBar,
    /// Seats in a half ring, with the majority marked.
    ElectionDonut,
    /// A strip of places with one's own marked.
    Rank,
    /// A line that goes on as a projection within bands of probability.
    Fan,
    /// A value for each category with the interval that it lies in.
    Range,
    /// Median, quartiles and whiskers of the values of each category.
    Box,
    /// Two numbers of each item against each other.
    Scatter,
    /// How many values lie in each interval.
    Histogram,
    /// Every value as a tick or dot along one line, by category.
    Strip,
    /// A value for each period and category as a shade.
    Heatmap,
    /// Two groups back to back by age or another order.
    Pyramid,
    /// Milestones, each at its own precision.
    Timeline,
    /// Rows and columns, bars in the cells of numbers.
    Table,
}

impl Kind {
    /// Its name in a spec.
    pub fn name(self) -> &'static str {
        FORMS.iter().find(|form| form.kind == self).map_or("", |form| form.name)
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        FORMS.iter().find(|form| form.name == name).map(|form| form.kind)
    }

    /// Which columns it takes, and where they go.
    pub fn layout(self) -> Layout {
        FORMS.iter().find(|form| form.kind == self).map_or(Layout::Records, |form| form.layout)
    }
}
