use super::super::Kind;
use super::super::nearest::offer;
use super::super::said::Spec;
use crate::each::each;
use crate::problem::{Place, Problem};
use crate::table::{Column, Table};

/// The columns that the channels name.
pub(super) struct Channels<'a> {
    /// Categories, or the words of milestones.
    pub(super) category: Option<&'a Column>,
    /// Periods or categories along the axis (column, line, number, timeline).
    pub(super) along: Option<&'a Column>,
    /// The key of `along`, for problems.
    pub(super) values: Vec<&'a Column>,
    pub(super) series: Option<&'a Column>,
    pub(super) end: Option<&'a Column>,
    pub(super) qualifier: Option<&'a Column>,
}

impl<'a> Channels<'a> {
    /// Looks every name up; `None` where a needed one is missing or not a column, with an error for each.
    pub(super) fn resolve(spec: &Spec, table: &'a Table, problems: &mut Vec<Problem>) -> Option<Self> {
        let before = problems.len();
        let mut finder = Finder { table, problems };
        let flat = matches!(spec.kind, Kind::Bar | Kind::Dumbbell | Kind::Rank);
        let timeline = spec.kind == Kind::Timeline;
        let (x, y) = (("/x", spec.x.as_slice()), ("/y", spec.y.as_slice()));
        let (along, values) = if flat { (y, x) } else { (x, y) };
        // One figure needs no period; a timeline has no values.
        let first = finder.one(along, spec.kind != Kind::Number);
        let label = finder.one(("/label", single(&spec.label)), timeline);
        let values = if timeline { Vec::new() } else { finder.many(values) };
        let channels = Self {
            category: if flat { first } else { label },
            along: if flat { None } else { first },
            values,
            series: finder.one(("/series", single(&spec.series)), false),
            end: finder.one(("/end", single(&spec.end)), false),
            qualifier: finder.one(("/qualifier", single(&spec.qualifier)), false),
        };
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
