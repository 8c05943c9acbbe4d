use crate::locale::{Locale, Message, PeriodStyle};
use crate::order::order;
use crate::scene::{Datum, DatumId, Name, Order, Scene};
use core::cmp::Ordering;
use core::ops::Range;

/// The data as a table of words, for those who read rather than look.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DataTable {
    /// The headings, one a column.
    pub head: Vec<String>,
    /// The rows, each as long as the head. The first cell names the row.
    pub rows: Vec<Vec<String>>,
}

/// The data of a scene, labels down and series across, in the words that the tooltip shows. What else is known of a
/// row stands in a last column. Events have their dates first.
pub fn table(scene: &Scene, locale: &dyn Locale) -> DataTable {
    let pivot = Pivot::new(scene);
    DataTable { head: pivot.head(scene, locale), rows: pivot.rows(scene, locale, 0..pivot.len()) }
}

/// Which datum stands where in the table of a scene: the table without its words, which are made row by row when
/// somebody asks for them.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pivot {
    /// The series across; one without a name where each datum has a row of its own.
    columns: Vec<Name>,
    /// One a column, row after row, in the order in which the rows were opened.
    cells: Vec<Option<DatumId>>,
    /// The rows from top to bottom.
    order: Vec<usize>,
    /// Whether something is said in a last column.
    detailed: bool,
}

/// Where a datum belongs: to the row of its kind, which is known by what rows are told apart by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'d> {
    line: u32,
    days: Option<(i64, i64)>,
    name: &'d str,
}

impl Pivot {
    /// Arranges the data of a scene.
    pub fn new(scene: &Scene) -> Self {
        let (data, told) = (&scene.data, scene.story.order);
        // Items and events each have a row of their own, named in full.
        let columns = if told == Order::Items { vec![Name::default()] } else { series(data) };
        let alone = columns.len() < 2 || told == Order::Events;
        let width = columns.len().max(1);
        let detailed = data.iter().any(|datum| !datum.details().is_empty());
        let mut rows = Rows { width, cells: Vec::with_capacity(data.len()), groups: Vec::new(), kin: Vec::new() };
        let (groups, count) = if alone { (Vec::new(), 0) } else { grouped(data, told) };
        rows.kin.resize(count, Vec::new());
        let (mut current, mut column) = (None, 0);
        for (at, datum) in data.iter().enumerate() {
            // Data come series by series or by turns.
            if !columns.get(column).is_some_and(|name| name.is(&datum.series)) {
                column = columns.iter().position(|name| *name == datum.series).unwrap_or(0);
            }
            let group = groups.get(at).copied();
            let found = group.and_then(|group| rows.find(current, group, column, told == Order::Time));
            let row = found.unwrap_or_else(|| rows.open(group));
            rows.put(row, column, datum.id);
            current = Some(row);
        }
        let cells = rows.cells;
        let mut pivot = Self { order: (0..cells.len() / width).collect(), columns, cells, detailed };
        if told == Order::Time {
            pivot.sort(data);
        }
        pivot
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Puts the rows in the order of time; one without a time stays below those that were opened before it, and above
    /// those after it.
    fn sort(&mut self, data: &[Datum]) {
        let mut part = 0;
        let mut keys = Vec::with_capacity(self.order.len());
        for row in 0..self.order.len() {
            let days = self.lead(row).and_then(|id| data.get(id as usize)).and_then(days);
            part += usize::from(days.is_none());
            keys.push((part, days));
        }
        if !keys.is_sorted() {
            self.order = order(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
        }
    }

    /// The data of a row, in the order of its columns.
    fn row(&self, row: usize) -> &[Option<DatumId>] {
        let width = self.columns.len().max(1);
        self.cells.get(row * width..(row + 1) * width).unwrap_or_default()
    }

    /// The datum that opened a row: the first of its data.
    fn lead(&self, row: usize) -> Option<DatumId> {
        self.row(row).iter().flatten().min().copied()
    }

    /// The headings, one a column.
    pub fn head(&self, scene: &Scene, locale: &dyn Locale) -> Vec<String> {
        let story = &scene.story;
        let heading = |name: &str, message| if name.is_empty() { locale.say(message, &[]) } else { name.into() };
        let mut head = Vec::new();
        if story.order == Order::Events {
            head.push(locale.say(Message::DateHead, &[]));
            head.push(heading(&story.label_name, Message::MilestoneHead));
        } else {
            // Labels that are periods, whatever the order in which they are told.
            let first = scene.data.first().and_then(|datum| Some((datum, datum.period?)));
            let by_time = story.order == Order::Time
                || first
                    .is_some_and(|(datum, period)| locale.period(&period, PeriodStyle::Long) == *datum.label(locale));
            head.push(heading(&story.label_name, if by_time { Message::PeriodHead } else { Message::CategoryHead }));
            let value = if story.rank { Message::RankHead } else { Message::ValueHead };
            match self.columns.as_slice() {
                [] => head.push(heading(&story.value_name, value)),
                [only] if only.is_empty() => head.push(heading(&story.value_name, value)),
                names => head.extend(names.iter().map(|name| heading(&super::headed(name, locale), value))),
            }
        }
        if self.detailed {
            head.push(locale.say(Message::DetailsHead, &[]));
        }
        head
    }

    /// Some of the rows in words, each as long as the head; of those that there are.
    pub fn rows(&self, scene: &Scene, locale: &dyn Locale, range: Range<usize>) -> Vec<Vec<String>> {
        let end = range.end.min(self.order.len());
        let wanted = self.order.get(range.start.min(end)..end).unwrap_or_default();
        wanted.iter().map(|row| self.write(scene, locale, *row)).collect()
    }

    fn write(&self, scene: &Scene, locale: &dyn Locale, row: usize) -> Vec<String> {
        let (story, manner) = (&scene.story, &scene.story.manner);
        let datum = |id: DatumId| scene.data.get(id as usize);
        let text = |id: DatumId| datum(id).map_or_else(String::new, |datum| datum.text(manner, locale));
        let Some(lead) = self.lead(row).and_then(datum) else { return Vec::new() };
        let cells = self.row(row);
        let mut words = match story.order {
            Order::Events => vec![lead.text(manner, locale), super::heading(lead, locale)],
            Order::Items => vec![super::heading(lead, locale)],
            _ => vec![super::label(lead, locale)],
        };
        if story.order != Order::Events {
            words.extend(cells.iter().map(|cell| cell.map_or_else(String::new, text)));
        }
        if self.detailed {
            let mut ids: Vec<DatumId> = cells.iter().flatten().copied().collect();
            ids.sort_unstable();
            let data: Vec<&Datum> = ids.into_iter().filter_map(datum).filter(|one| !one.details().is_empty()).collect();
            let mut said: Vec<String> = Vec::new();
            for (at, one) in data.iter().enumerate() {
                for detail in one.details() {
                    // What is said of all that have something to say is said once; else it is said of which.
                    let shared = data.len() == 1 || data.iter().all(|other| other.details().contains(detail));
                    let words = detail.say(manner, locale);
                    if shared && at == 0 {
                        said.push(words);
                    } else if !shared {
                        said.push(locale.say(Message::InBrackets, &[&words, &super::told(&one.series, locale)]));
                    }
                }
            }
            let joined = said.into_iter().reduce(|all, one| locale.say(Message::Semicolon, &[&all, &one]));
            words.push(joined.unwrap_or_default());
        }
        words
    }
}

/// Rows in the making.
struct Rows {
    width: usize,
    cells: Vec<Option<DatumId>>,
    /// The group of each row.
    groups: Vec<usize>,
    /// The rows of each group, in the order in which they were opened.
    kin: Vec<Vec<usize>>,
}

impl Rows {
    fn open(&mut self, group: Option<usize>) -> usize {
        let row = self.cells.len() / self.width;
        self.cells.resize(self.cells.len() + self.width, None);
        if let Some(group) = group {
            self.groups.push(group);
            if let Some(kin) = self.kin.get_mut(group) {
                kin.push(row);
            }
        }
        row
    }

    fn put(&mut self, row: usize, column: usize, id: DatumId) {
        if let Some(cell) = self.cells.get_mut(row * self.width + column) {
            *cell = Some(id);
        }
    }

    /// The row of a group whose cell in a column is still free. Data come category by category or series by series, so
    /// the row of the last datum and the one after it come before all others.
    fn find(&self, current: Option<usize>, group: usize, column: usize, timed: bool) -> Option<usize> {
        let kin = self.kin.get(group)?;
        let fits = |row: &usize| {
            self.groups.get(*row) == Some(&group) && self.cells.get(row * self.width + column) == Some(&None)
        };
        let next = current.and_then(|current| {
            if !timed {
                return Some(current + 1);
            }
            // In time the rows of a group follow one another.
            let at = kin.iter().position(|row| *row == current)?;
            kin.get(at + 1).copied()
        });
        current.filter(fits).or_else(|| next.filter(fits)).or_else(|| kin.iter().copied().find(|row| fits(row)))
    }
}

/// The first and the last day of a datum's period.
fn days(datum: &Datum) -> Option<(i64, i64)> {
    datum.period.map(|period| (period.start_day(), period.end_day()))
}

/// The group of each datum, and how many there are: data of one group belong into one row.
fn grouped(data: &[Datum], told: Order) -> (Vec<usize>, usize) {
    let mut keys: Vec<Key> = Vec::with_capacity(data.len());
    for datum in data {
        let timed = datum.dated || told == Order::Time;
        let label = Key { line: 0, days: if timed { days(datum) } else { None }, name: &datum.name };
        keys.push(if told == Order::Records { Key { line: datum.line, days: None, name: "" } } else { label });
    }
    let mut groups = vec![0; data.len()];
    let mut count = 0;
    let mut before = None;
    for at in order(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b))) {
        if before.is_some_and(|before| keys.get(before).cmp(&keys.get(at)) != Ordering::Equal) {
            count += 1;
        }
        before = Some(at);
        if let Some(group) = groups.get_mut(at) {
            *group = count;
        }
    }
    (groups, count + 1)
}

/// The names of the series, in the order of their first appearance.
fn series(data: &[Datum]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for datum in data {
        if !names.last().is_some_and(|name| name.is(&datum.series)) && !names.contains(&datum.series) {
            names.push(datum.series.clone());
        }
    }
    names
}
