use super::super::nearest::offer;
use super::super::said::Spec;
use super::super::{Kind, Layout};
use crate::each::each;
use crate::problem::{Place, Problem};
use crate::table::{Column, Table};

/// The columns that the channels name.
pub(super) struct Channels<'a> {
    /// Categories, or the words of milestones.
    pub(super) category: Option<&'a Column>,
    /// Periods, or categories where not every cell is one.
    pub(super) along: Option<&'a Column>,
    /// Numbers along the width of items that have two.
    pub(super) across: Option<&'a Column>,
    pub(super) values: Vec<&'a Column>,
    /// Lower and upper ends of intervals, widest first.
    pub(super) bounds: Vec<(&'a Column, &'a Column)>,
    pub(super) series: Option<&'a Column>,
    /// Whose values have a panel each.
    pub(super) facet: Option<&'a Column>,
    /// What items are called.
    pub(super) label: Option<&'a Column>,
    pub(super) end: Option<&'a Column>,
    /// A target for each row.
    pub(super) target: Option<&'a Column>,
    pub(super) qualifier: Option<&'a Column>,
}

impl<'a> Channels<'a> {
    /// Looks every name up; `None` where a needed one is missing or not a column, with an error for each.
    pub(super) fn resolve(spec: &Spec, table: &'a Table, problems: &mut Vec<Problem>) -> Option<Self> {
        let before = problems.len();
        let mut finder = Finder { table, problems };
        let layout = spec.kind.layout();
        let (x, y) = (("/x", spec.x.as_slice()), ("/y", spec.y.as_slice()));
        let label = ("/label", single(&spec.label));
        let mut channels = Self {
            category: None,
            along: None,
            across: None,
            values: Vec::new(),
            bounds: Vec::new(),
            series: None,
            facet: None,
            label: None,
            end: None,
            target: None,
            qualifier: None,
        };
        match layout {
            Layout::Flat => {
                channels.category = finder.one(y, true);
                // An interval says something without a value in it.
                if spec.kind != Kind::Range || !spec.x.is_empty() {
                    channels.values = finder.many(x);
                }
            }
            Layout::Upright | Layout::Calendar | Layout::Single | Layout::Records => {
                // One figure needs no period.
                channels.along = finder.one(x, layout != Layout::Single);
                channels.values = finder.many(y);
            }
            Layout::Events => {
                channels.along = finder.one(x, true);
                channels.category = finder.one(label, true);
            }
            Layout::Relation => {
                channels.across = finder.one(x, true);
                channels.values.extend(finder.one(y, true));
                channels.label = finder.one(label, false);
            }
            Layout::Spread => {
                channels.values.extend(finder.one(x, true));
                channels.category = finder.one(y, false);
                channels.label = finder.one(label, false);
            }
            Layout::Cells => {
                channels.along = finder.one(x, true);
                // Each row of cells is a series, so that the keyboard and the table know rows from columns.
                channels.series = finder.one(y, true);
                channels.values.extend(finder.one(("/value", single(&spec.value)), true));
            }
        }
        if layout != Layout::Cells {
            channels.series = finder.one(("/series", single(&spec.series)), false);
        }
        channels.facet = finder.one(("/facet", single(&spec.facet)), false);
        channels.end = finder.one(("/end", single(&spec.end)), false);
        channels.qualifier = finder.one(("/qualifier", single(&spec.qualifier)), false);
        if let Some(goal) = spec.target.as_ref().filter(|_| super::goal::has_own(spec)) {
            channels.target = finder.one(("/target/column", single(&goal.column)), false);
        }
        channels.bounds = finder.bounds(&spec.lower, &spec.upper);
        if spec.kind == Kind::Range && spec.lower.is_empty() {
            finder.unsaid("/lower");
        }
        if channels.values.len() > 1 && channels.series.is_some() {
            let message = "several value columns and a series column".into();
            let hint = "leave \"series\" out: each value column is a series of its own".into();
            finder.problems.push(Problem::error("series-twice", Place::spec("/series"), message, hint));
        }
        (finder.problems.len() == before).then_some(channels)
    }
}

/// No name or one.
fn single(name: &String) -> &[String] {
    if name.is_empty() { &[] } else { core::slice::from_ref(name) }
}

struct Finder<'a, 'p> {
    table: &'a Table,
    problems: &'p mut Vec<Problem>,
}

impl<'a> Finder<'a, '_> {
    fn one(&mut self, (pointer, names): (&str, &[String]), needed: bool) -> Option<&'a Column> {
        match names {
            [] => {
                if needed {
                    self.unsaid(pointer);
                }
                None
            }
            [name] => self.column(pointer, name),
            _ => {
                let hint = "name one column here; a list makes series of values, on the other axis".into();
                self.problems.push(Problem::error(
                    "too-many-columns",
                    Place::spec(pointer),
                    "more than one column".into(),
                    hint,
                ));
                None
            }
        }
    }

    fn many(&mut self, (pointer, names): (&str, &[String])) -> Vec<&'a Column> {
        if names.is_empty() {
            self.unsaid(pointer);
        }
        let mut columns = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let inner = if names.len() > 1 { [pointer, "/", &index.to_string()].concat() } else { pointer.into() };
            columns.extend(self.column(&inner, name));
        }
        columns
    }

    fn bounds(&mut self, lower: &[String], upper: &[String]) -> Vec<(&'a Column, &'a Column)> {
        if lower.len() != upper.len() {
            let [low, high] = [lower, upper].map(|names| names.len().to_string());
            let message = [&low, " lower ends and ", &high, " upper ends"].concat();
            let hint = "name as many columns as \"upper\" as \"lower\", in the same order".into();
            self.problems.push(Problem::error("unpaired-bounds", Place::spec("/lower"), message, hint));
            return Vec::new();
        }
        let mut pairs = Vec::new();
        for (low, high) in lower.iter().zip(upper) {
            let ends = (self.column("/lower", low), self.column("/upper", high));
            if let (Some(low), Some(high)) = ends {
                pairs.push((low, high));
            }
        }
        pairs
    }

    fn column(&mut self, pointer: &str, name: &str) -> Option<&'a Column> {
        let column = self.table.column(name);
        if column.is_none() {
            let hint = offer(name, &names(self.table), "the columns are");
            let message = ["no column \"", name, "\""].concat();
            self.problems.push(Problem::error("no-such-column", Place::spec(pointer), message, hint));
        }
        column
    }

    fn unsaid(&mut self, pointer: &str) {
        let key = pointer.trim_start_matches('/');
        let message = ["\"", key, "\" is missing"].concat();
        // No column's name is as far from nothing as the list is long.
        let hint = offer("\u{0}\u{0}", &names(self.table), "name one of the columns");
        self.problems.push(Problem::error("missing-channel", Place::spec(""), message, hint));
    }
}

/// The names of a table's columns.
pub(super) fn names(table: &Table) -> Vec<&str> {
    each(&table.columns, &mut |column| column.name.as_str())
}
