//! Every kind with its name, the columns it takes and the keys it heeds, in one table: a new kind is one row.

use super::Kind;
use super::Kind::*;
use super::key::{
    APART, ARROW, BOUNDS, BRIDGE, COLUMNS, DIRECTION, DOMAIN, END, HIGHLIGHT, INCOMPLETE, LABEL, PERCENT, QUALIFIER,
    SCALE, SERIES, SORT, TARGET, TOTAL,
};

/// A kind's row in the table of kinds.
pub struct Form {
    /// The kind.
    pub kind: Kind,
    /// Its name in a spec.
    pub name: &'static str,
    /// Which columns it takes, and where they go.
    pub layout: Layout,
    /// The keys it heeds besides those of every kind: [`super::Key::flag`]s, or-ed.
    pub heeds: u32,
}

/// Which columns a kind takes, and where they go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `y`: categories down the side; `x`: values along the width.
    Flat,
    /// `x`: periods where every cell is one, else categories; `y`: values.
    Upright,
    /// `x`: periods; `y`: values.
    Calendar,
    /// `x`: periods, which may be left out; `y`: values.
    Single,
    /// `x`: periods; `label`: words. No values.
    Events,
    /// `x` and `y`: two numbers of each item.
    Relation,
    /// `x`: values, many of a category; `y`: categories, which may be left out.
    Spread,
    /// `x`: periods where every cell is one, else categories; `y`: categories; `value`: values.
    Cells,
    /// `columns`: any.
    Records,
}

const fn form(kind: Kind, name: &'static str, layout: Layout, heeds: u32) -> Form {
    Form { kind, name, layout, heeds }
}

/// Every kind, in the order of the documentation.
pub static FORMS: &[Form] = &[
    form(Bar, "bar", Layout::Flat, SERIES | QUALIFIER | TARGET | HIGHLIGHT | SORT | DOMAIN),
    form(
        Column,
        "column",
        Layout::Upright,
        SERIES | QUALIFIER | TARGET | INCOMPLETE | HIGHLIGHT | SORT | DIRECTION | DOMAIN,
    ),
    form(Lollipop, "lollipop", Layout::Flat, SERIES | QUALIFIER | TARGET | HIGHLIGHT | SORT | DOMAIN),
    form(Dot, "dot", Layout::Flat, SERIES | QUALIFIER | TARGET | HIGHLIGHT | SORT | DOMAIN),
    form(Number, "number", Layout::Single, SERIES | QUALIFIER | TARGET | INCOMPLETE | HIGHLIGHT),
    form(GroupedBar, "grouped-bar", Layout::Flat, SERIES | QUALIFIER | TARGET | HIGHLIGHT | SORT | DOMAIN),
    form(
        GroupedColumn,
        "grouped-column",
        Layout::Upright,
        SERIES | QUALIFIER | TARGET | INCOMPLETE | HIGHLIGHT | SORT | DIRECTION | DOMAIN,
    ),
    form(
        Line,
        "line",
        Layout::Calendar,
        SERIES | QUALIFIER | TARGET | INCOMPLETE | BRIDGE | HIGHLIGHT | DIRECTION | DOMAIN | SCALE,
    ),
    form(Area, "area", Layout::Calendar, SERIES | QUALIFIER | TARGET | INCOMPLETE | HIGHLIGHT | DIRECTION | DOMAIN),
    form(
        Slope,
        "slope",
        Layout::Upright,
        SERIES | QUALIFIER | TARGET | INCOMPLETE | BRIDGE | HIGHLIGHT | DIRECTION | DOMAIN | SCALE,
    ),
    form(Dumbbell, "dumbbell", Layout::Flat, SERIES | QUALIFIER | ARROW | HIGHLIGHT | SORT | DOMAIN),
    form(Arrow, "arrow", Layout::Flat, SERIES | QUALIFIER | HIGHLIGHT | SORT | DOMAIN),
    form(
        Bump,
        "bump",
        Layout::Upright,
        SERIES | QUALIFIER | TARGET | INCOMPLETE | BRIDGE | HIGHLIGHT | DIRECTION | DOMAIN,
    ),
    form(Waterfall, "waterfall", Layout::Upright, TOTAL | QUALIFIER | HIGHLIGHT | DOMAIN),
    form(
        Sparkline,
        "sparkline",
        Layout::Calendar,
        SERIES | QUALIFIER | TARGET | INCOMPLETE | BRIDGE | HIGHLIGHT | DOMAIN,
    ),
    form(Bullet, "bullet", Layout::Flat, QUALIFIER | TARGET | HIGHLIGHT | SORT | DOMAIN),
    form(Progress, "progress", Layout::Flat, QUALIFIER | TARGET | HIGHLIGHT | SORT),
    form(DivergingBar, "diverging-bar", Layout::Flat, QUALIFIER | TARGET | HIGHLIGHT | SORT | DOMAIN),
    form(StackedBar, "stacked-bar", Layout::Flat, SERIES | QUALIFIER | HIGHLIGHT | SORT | DOMAIN | PERCENT),
    form(
        StackedColumn,
        "stacked-column",
        Layout::Upright,
        SERIES | QUALIFIER | INCOMPLETE | HIGHLIGHT | SORT | DIRECTION | DOMAIN | PERCENT,
    ),
    form(
        StackedArea,
        "stacked-area",
        Layout::Calendar,
        SERIES | QUALIFIER | INCOMPLETE | HIGHLIGHT | DIRECTION | DOMAIN | PERCENT,
    ),
    form(Donut, "donut", Layout::Flat, QUALIFIER | HIGHLIGHT | SORT),
    form(Grid, "grid", Layout::Flat, QUALIFIER | HIGHLIGHT | SORT),
    form(SplitBar, "split-bar", Layout::Flat, QUALIFIER | HIGHLIGHT | SORT),
    form(DivergingStackedBar, "diverging-stacked-bar", Layout::Flat, SERIES | QUALIFIER | APART | SORT | PERCENT),
    form(ElectionDonut, "election-donut", Layout::Flat, QUALIFIER | HIGHLIGHT | SORT | TARGET),
    form(Rank, "rank", Layout::Flat, QUALIFIER | HIGHLIGHT | SORT | DOMAIN),
    form(Fan, "fan", Layout::Calendar, SERIES | QUALIFIER | BOUNDS | TARGET | HIGHLIGHT | DIRECTION | DOMAIN),
    form(Scatter, "scatter", Layout::Relation, SERIES | LABEL | HIGHLIGHT | DOMAIN | SCALE),
    form(Strip, "strip", Layout::Spread, SERIES | LABEL | HIGHLIGHT | SORT | DOMAIN | SCALE),
    form(Range, "range", Layout::Flat, SERIES | QUALIFIER | BOUNDS | TARGET | HIGHLIGHT | SORT | DOMAIN),
    form(Box, "box", Layout::Flat, HIGHLIGHT | SORT | DOMAIN),
    form(Histogram, "histogram", Layout::Spread, HIGHLIGHT | DOMAIN),
    form(Heatmap, "heatmap", Layout::Cells, QUALIFIER | HIGHLIGHT | SORT | DOMAIN | SCALE),
    form(Pyramid, "pyramid", Layout::Flat, SERIES | QUALIFIER | HIGHLIGHT | DOMAIN),
    form(Timeline, "timeline", Layout::Events, SERIES | END | HIGHLIGHT),
    form(Table, "table", Layout::Records, COLUMNS | SORT),
];
