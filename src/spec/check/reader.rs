use super::super::nearest::offer;
use super::super::said::Spec;
use super::super::{Kind, Layout, Qualifier, Quantity, Row};
use super::channel::Channels;
use crate::each::each;
use crate::locale::{Period, isolated};
use crate::problem::{Place, Problem};
use crate::table::{Cell, Column, Table, Written, is_missing, plain, read_number};
use std::borrow::Cow;

/// Values beyond this are not drawn: the length of an axis from the least to the greatest must be a number.
const LARGEST: f64 = 1e300;

/// Makes rows of the table's lines: reads every cell as its channel wants it, and turns wide tables long.
pub(super) struct Reader<'a> {
    spec: &'a Spec,
    table: &'a Table,
    channels: &'a Channels<'a>,
    problems: &'a mut Vec<Problem>,
    pub(super) rows: Vec<Row>,
    pub(super) series: Vec<String>,
    /// The names of the panels, in order of appearance.
    pub(super) facets: Vec<String>,
    /// The indices of the series that were found in the data, in the order of their names.
    by_name: Vec<usize>,
    /// The same of the panels.
    facets_by_name: Vec<usize>,
    /// Whether the chart runs along periods.
    periods: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        spec: &'a Spec,
        table: &'a Table,
        channels: &'a Channels<'a>,
        problems: &'a mut Vec<Problem>,
    ) -> Self {
        let wide = channels.values.len() > 1;
        let series = if wide { each(&channels.values, &mut |column| tamed(column.name.clone())) } else { Vec::new() };
        let periods = channels.along.is_some_and(|column| is_calendar(spec.kind.layout(), column));
        Self {
            spec,
            table,
            channels,
            problems,
            rows: Vec::new(),
            series,
            facets: Vec::new(),
            by_name: Vec::new(),
            facets_by_name: Vec::new(),
            periods,
        }
    }

    /// Reads every line.
    pub(super) fn read(&mut self) {
        let wide = self.channels.values.len() > 1;
        // Growing by doubling would copy a million rows twice over.
        self.rows.reserve(self.table.lines.len() * self.channels.values.len().max(1));
        for (index, line) in self.table.lines.iter().enumerate() {
            let Some(mut row) = self.head(index, *line) else { continue };
            if let Some(column) = self.channels.facet {
                let Some(name) = self.words(column, index, *line) else { continue };
                // Rows of a panel mostly follow one another.
                let before = self.rows.last().map(|row| row.facet);
                let same = before.filter(|before| self.facets.get(*before) == Some(&name));
                row.facet = same.unwrap_or_else(|| place_of(name, &mut self.facets, &mut self.facets_by_name));
            }
            if !wide {
                let name = self.channels.series.map_or(Cow::Borrowed(""), |column| seen(column, index));
                // Rows of a series mostly follow one another.
                let before = self.rows.last().map(|row| row.series);
                let same = before.filter(|before| self.series.get(*before).is_some_and(|known| *known == name));
                row.series =
                    same.unwrap_or_else(|| place_of(tamed(name.into_owned()), &mut self.series, &mut self.by_name));
            }
            if self.spec.kind == Kind::Timeline {
                self.rows.push(row);
                continue;
            }
            if self.channels.values.is_empty() {
                self.rows.push(row);
                continue;
            }
            for (position, column) in self.channels.values.iter().enumerate() {
                let series = if wide { position } else { row.series };
                let mut value = self.number(column, index, *line);
                // An item with one number of two has no place.
                if self.channels.across.is_some() && row.across.is_none() {
                    value = None;
                }
                let own = if wide { row.clone() } else { core::mem::take(&mut row) };
                self.rows.push(Row { series, value, ..own });
            }
        }
        self.fitting();
        let valueless = self.rows.iter().all(|row| row.value.is_none() && row.bounds.is_empty());
        if valueless && (self.rows.is_empty() || self.spec.kind != Kind::Timeline) {
            let hint = "at least one row must be readable".into();
            self.problems.push(Problem::error(
                "empty-data",
                Place::spec("/data"),
                "there is no value to draw".into(),
                hint,
            ));
        }
    }

    /// All of a row but its value: `None` where it stands for nothing that can be drawn.
    fn head(&mut self, index: usize, line: u32) -> Option<Row> {
        let channels = self.channels;
        let mut row = Row { line, ..Row::default() };
        if let Some(column) = channels.along {
            if self.periods {
                row.period = self.period(column, index, line);
                // An event without a date still happened: a timeline lists it below the others.
                if row.period.is_none() && self.spec.kind != Kind::Timeline {
                    return None;
                }
            } else {
                row.category = self.words(column, index, line)?;
            }
        }
        if let Some(column) = channels.category {
            row.category = self.words(column, index, line)?;
        }
        if let Some(column) = channels.across {
            row.across = self.number(column, index, line);
        }
        if let Some(column) = channels.target {
            row.target = self.number(column, index, line);
        }
        row.label = channels.label.map_or_else(String::new, |column| text(column, index));
        for (lower, upper) in &channels.bounds {
            if let (Some(low), Some(high)) = (self.number(lower, index, line), self.number(upper, index, line)) {
                row.bounds.push((low.min(high), low.max(high)));
                if low > high {
                    let message: &[&str] = &["the lower end lies above the upper"];
                    self.warn("bounds-backwards", line, lower, message, "they are drawn the other way round");
                }
            }
        }
        if let Some(column) = channels.end
            && !is_gap(column, index)
        {
            row.end = self.period(column, index, line);
            if row.end.zip(row.period).is_some_and(|(end, start)| end.end_day() < start.start_day()) {
                self.warn("span-backwards", line, column, &["the end lies before the start"], "the end is left out");
                row.end = None;
            }
        }
        row.qualifier = channels.qualifier.and_then(|column| self.qualifier(column, index, line));
        Some(row)
    }

    fn words(&mut self, column: &Column, index: usize, line: u32) -> Option<String> {
        let text = text(column, index);
        if text.is_empty() {
            self.warn("missing-name", line, column, &["no name for this row"], "the row is left out; name it");
            return None;
        }
        Some(tamed(text))
    }

    fn period(&mut self, column: &Column, index: usize, line: u32) -> Option<Period> {
        let period = period_of(column, index);
        if period.is_none() {
            let text = text(column, index);
            let effect = match self.spec.kind {
                Kind::Timeline => "the event is listed without a date",
                _ => "the row is left out",
            };
            let hint = [effect, "; write it as 2020, 2020-Q1, 2020-06 or 2020-06-30"].concat();
            let cut = cut(&text);
            let parts = ["\"", &cut, "\" is no period"];
            let message: &[&str] = if text.is_empty() { &["no period"] } else { &parts };
            self.warn("not-a-period", line, column, message, &hint);
        }
        period
    }

    fn number(&mut self, column: &Column, index: usize, line: u32) -> Option<f64> {
        let value = match column.cells.get(index)? {
            Cell::Missing => None,
            Cell::Number(value, _) => Some(*value),
            Cell::Text(text) => {
                let number = written(text);
                if number.is_none() && !is_missing(text) {
                    let hint = match read_number(text, true) {
                        Some(_) => "it is drawn as missing; write a point as the decimal mark",
                        None => {
                            "it is drawn as missing; write the number alone: its unit belongs to `unit`, \"over\" or \"about\" into \
                             a column that `qualifier` names"
                        }
                    };
                    self.warn("not-a-number", line, column, &["\"", &cut(text), "\" is no number"], hint);
                }
                number.map(|number| number.value)
            }
        };
        if value.is_some_and(|value| value.abs() > LARGEST) {
            let hint = "it is drawn as missing; is the unit right?";
            self.warn("out-of-range", line, column, &["too large a number"], hint);
            return None;
        }
        value
    }

    fn qualifier(&mut self, column: &Column, index: usize, line: u32) -> Option<Qualifier> {
        let text = text(column, index);
        if is_missing(&text) {
            return None;
        }
        let known = Qualifier::ALL.iter().find(|(word, _)| word.eq_ignore_ascii_case(&text));
        if known.is_none() {
            let hint = offer(&text, &each(&Qualifier::ALL, &mut |(word, _)| *word), "the words are");
            self.warn("unknown-qualifier", line, column, &["\"", &cut(&text), "\" is no qualifier"], &hint);
        }
        known.map(|(_, qualifier)| *qualifier)
    }

    /// Whether each value can be what is said to be measured.
    fn fitting(&mut self) {
        let ranks = matches!(self.spec.kind, Kind::Rank | Kind::Bump);
        let said = if ranks { Some(Quantity::Rank) } else { self.spec.measure };
        let Some(measure) = said else { return };
        let name = match self.channels.values.as_slice() {
            [column] => column.name.as_str(),
            _ => "",
        };
        for row in &mut self.rows {
            let Some(value) = row.value else { continue };
            let (kind, message, hint) = match measure {
                Quantity::Share if !(0.0..=100.0).contains(&value) => {
                    ("not-a-share", " is no share of 0 to 100 %", "mend it, or set measure to \"rate\" or \"balance\"")
                }
                Quantity::Rank if value < 1.0 || value.fract() != 0.0 => {
                    row.value = None;
                    ("not-a-rank", " is no place in an order", "it is drawn as missing; write 1, 2, 3 …")
                }
                Quantity::Count | Quantity::Duration if value < 0.0 => {
                    ("negative", " is less than nothing", "mend it, or set measure to \"balance\"")
                }
                _ => continue,
            };
            let place = Place::data(row.line, name);
            self.problems.push(Problem::warning(kind, place, plain(value) + message, hint.into()));
        }
    }

    #[inline(never)]
    fn warn(&mut self, kind: &'static str, line: u32, column: &Column, message: &[&str], hint: &str) {
        let place = Place::data(line, &column.name);
        self.problems.push(Problem::warning(kind, place, message.concat(), hint.into()));
    }
}

/// The index of a name, which joins the others where it is new: found by halving, so that ten thousand names are no more
/// work each than ten.
fn place_of(name: String, names: &mut Vec<String>, by_name: &mut Vec<usize>) -> usize {
    match by_name.binary_search_by(|index| names.get(*index).map_or("", String::as_str).cmp(&name)) {
        Ok(at) => by_name.get(at).copied().unwrap_or(0),
        Err(at) => {
            by_name.insert(at, names.len());
            names.push(name);
            names.len() - 1
        }
    }
}

/// Whether a column is read as periods: always for what runs along a calendar, else where every cell is one.
fn is_calendar(layout: Layout, column: &Column) -> bool {
    matches!(layout, Layout::Calendar | Layout::Events)
        || (0..column.cells.len()).all(|index| period_of(column, index).is_some() || is_gap(column, index))
}

/// A name that turns the direction of text around (U+202A to U+202E) is kept from turning what stands beside it.
pub(super) fn tamed(name: String) -> String {
    if name.contains(|c| matches!(c, '\u{202a}'..='\u{202e}')) { isolated(&name) } else { name }
}

/// The period that a cell names. A number with a fraction is none: 2015.5 is no month of 2015.
pub(super) fn period_of(column: &Column, index: usize) -> Option<Period> {
    match column.cells.get(index) {
        Some(Cell::Number(value, _)) if value.fract() != 0.0 => None,
        Some(Cell::Number(value, _)) => Period::numbered(*value).or_else(|| Period::parse(&plain(*value))),
        _ => Period::parse(&seen(column, index)),
    }
}

/// Whether nothing stands in a cell.
pub(super) fn is_gap(column: &Column, index: usize) -> bool {
    match column.cells.get(index) {
        Some(Cell::Number(..)) => false,
        Some(Cell::Text(text)) => is_missing(text),
        _ => true,
    }
}

/// A cell's words; a number in plain digits.
pub(super) fn text(column: &Column, index: usize) -> String {
    seen(column, index).into_owned()
}

/// The same, without a copy of words.
fn seen(column: &Column, index: usize) -> Cow<'_, str> {
    match column.cells.get(index) {
        Some(Cell::Text(text)) => Cow::Borrowed(text),
        Some(Cell::Number(value, _)) => Cow::Owned(plain(*value)),
        _ => Cow::Borrowed(""),
    }
}

/// A number with a decimal point.
pub(super) fn written(text: &str) -> Option<Written> {
    read_number(text, false)
}

/// The most digits after the decimal mark of the numbers of a column.
pub(super) fn digits(column: &Column) -> u8 {
    let cells = column.cells.iter().filter_map(|cell| match cell {
        Cell::Number(_, digits) => Some(*digits),
        // Digits after the mark need a mark, or a power of ten.
        Cell::Text(text) if !text.contains(['.', 'e', 'E']) => None,
        Cell::Text(text) => written(text).map(|number| number.decimals),
        Cell::Missing => None,
    });
    cells.max().unwrap_or(0)
}

/// A cell's text for a message, at most forty characters of it.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text.into(),
    }
}
