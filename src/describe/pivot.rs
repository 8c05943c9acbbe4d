use super::teller::series;
use crate::locale::{Locale, Message, PeriodStyle};
use crate::scene::{Datum, Order, Scene};

/// The data as a table of words, for those who read rather than look.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DataTable {
    /// The headings, one a column.
    pub head: Vec<String>,
    /// The rows, each as long as the head. The first cell names the row.
    pub rows: Vec<Vec<String>>,
}

/// A row in the making.
struct Row<'d> {
    /// The datum that opened the row.
    lead: &'d Datum,
    /// One cell a series.
    cells: Vec<String>,
    details: Vec<&'d str>,
}

/// The data of a scene, labels down and series across, in the words that the tooltip shows. What else is known of a
/// row stands in a last column. Events have their dates first.
pub fn table(scene: &Scene, locale: &dyn Locale) -> DataTable {
    let data: Vec<&Datum> = scene.data.iter().collect();
    let story = &scene.story;
    let events = story.order == Order::Events;
    // Each a row of its own, named in full.
    let items = story.order == Order::Items;
    let columns: Vec<&str> = if items { vec![""] } else { series(&data).iter().map(|(name, _)| *name).collect() };
    let mut rows: Vec<Row> = Vec::new();
    let mut current = 0;
    for &datum in &data {
        let column = columns.iter().position(|name| *name == datum.series).unwrap_or(0);
        let found = if columns.len() < 2 || events { None } else { find(&rows, current, datum, column, story.order) };
        current = found.unwrap_or_else(|| insert(&mut rows, datum, columns.len(), story.order));
        let Some(row) = rows.get_mut(current) else { continue };
        if let Some(cell) = row.cells.get_mut(column) {
            cell.clone_from(&datum.text);
        }
        for detail in &datum.details {
            // What is said of a period is said once, however many series stand in its row.
            if !row.details.contains(&detail.as_str()) {
                row.details.push(detail);
            }
        }
    }

    let heading = |name: &str, message| if name.is_empty() { locale.say(message, &[]) } else { name.into() };
    let mut head = if events {
        vec![locale.say(Message::DateHead, &[]), heading(&story.label_name, Message::MilestoneHead)]
    } else {
        // Labels that are periods, whatever the order in which they are told.
        let first = data.first().and_then(|datum| Some((datum, datum.period?)));
        let by_time = story.order == Order::Time
            || first.is_some_and(|(datum, period)| locale.period(&period, PeriodStyle::Long) == datum.label);
        vec![heading(&story.label_name, if by_time { Message::PeriodHead } else { Message::CategoryHead })]
    };
    if !events {
        let value = if story.rank { Message::RankHead } else { Message::ValueHead };
        match columns.as_slice() {
            [] | [""] => head.push(heading(&story.value_name, value)),
            names => head.extend(names.iter().map(|name| heading(name, value))),
        }
    }
    let detailed = rows.iter().any(|row| !row.details.is_empty());
    if detailed {
        head.push(locale.say(Message::DetailsHead, &[]));
    }
    let rows = rows.into_iter().map(|row| {
        let mut cells = if events {
            vec![row.lead.text.clone(), super::heading(row.lead, locale)]
        } else {
            let name = if items { super::heading(row.lead, locale) } else { super::label(row.lead, locale) };
            let mut cells = vec![name];
            cells.extend(row.cells);
            cells
        };
        if detailed {
            let joined = row.details.split_first().map_or_else(String::new, |(first, others)| {
                others.iter().fold(String::from(*first), |all, one| locale.say(Message::Semicolon, &[&all, one]))
            });
            cells.push(joined);
        }
        cells
    });
    DataTable { rows: rows.collect(), head }
}

/// The row that a datum belongs to and whose cell is still free. Data come category by category or series by
/// series, so the row of the last datum and the one after it are tried before all others.
fn find(rows: &[Row], current: usize, datum: &Datum, column: usize, order: Order) -> Option<usize> {
    let fits = |index: usize| {
        rows.get(index).is_some_and(|row| {
            let same = if order == Order::Records {
                row.lead.line == datum.line
            } else {
                row.lead.label == datum.label && (order != Order::Time || row.lead.period == datum.period)
            };
            same && row.cells.get(column).is_some_and(String::is_empty)
        })
    };
    [current, current + 1].into_iter().chain(0..rows.len()).find(|index| fits(*index))
}

/// Opens a row: at its time among the others, or at the end. Gives its place.
fn insert<'d>(rows: &mut Vec<Row<'d>>, datum: &'d Datum, columns: usize, order: Order) -> usize {
    let mut at = rows.len();
    if order == Order::Time && datum.period.is_some() {
        while at > 0 && rows.get(at - 1).is_some_and(|row| row.lead.period > datum.period) {
            at -= 1;
        }
    }
    rows.insert(at, Row { lead: datum, cells: vec![String::new(); columns.max(1)], details: Vec::new() });
    at
}
