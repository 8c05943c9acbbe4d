use super::number::MOST_DIGITS;
use super::{Cell, Column, Table, decimals, from_csv, words};
use crate::each::each;
use crate::problem::{Place, Problem, Warned};
use crate::value::Value;

/// Reads a table from a value: a list of row objects, `{"columns": {"year": [2015, 2020], …}}` or `{"csv": "…"}`.
/// Words in several languages (see [`words`]) are taken in `lang`.
///
/// A row that is no object, or a value that is no table at all, is an error (`not-a-table`); a cell that holds
/// a list or an object and a number that is not finite are warnings, and the cell is missing.
pub fn from_value(value: &Value, lang: &str) -> Warned<Table> {
    let mut reader = Reader { lang, table: Table::default(), problems: Vec::new() };
    match (value, value.get("columns"), value.get("csv")) {
        (Value::List(rows), ..) => reader.rows(rows),
        (_, Some(Value::Map(columns)), _) => reader.columns(columns),
        (Value::Text(text), ..) if text.contains('\n') => return from_csv(text),
        (.., Some(Value::Text(text))) => return from_csv(text),
        _ => reader.refuse(0, ["data that is ", value.noun()].concat()),
    }
    Warned { value: reader.table, problems: reader.problems }
}

struct Reader<'a> {
    lang: &'a str,
    table: Table,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn rows(&mut self, rows: &[Value]) {
        for (row, line) in rows.iter().zip(1..) {
            let Value::Map(entries) = row else {
                return self.refuse(line, ["a row that is ", row.noun()].concat());
            };
            let height = self.table.lines.len();
            for (index, (name, value)) in entries.iter().enumerate() {
                let cell = self.cell(value, line, name);
                // Rows mostly name their columns in the same order.
                let columns = &mut self.table.columns;
                let at = match columns.get(index) {
                    Some(column) if column.name == *name => Some(index),
                    _ => columns.iter().position(|column| column.name == *name),
                };
                match at.and_then(|at| columns.get_mut(at)) {
                    // A key that stands twice in a row: the last counts, as in JavaScript.
                    Some(column) if column.cells.len() > height => column.cells.truncate(height),
                    Some(_) => {}
                    None => columns.push(Column { name: name.clone(), cells: vec![Cell::Missing; height] }),
                }
                let at = at.unwrap_or(columns.len() - 1);
                if let Some(column) = columns.get_mut(at) {
                    column.cells.push(cell);
                }
            }
            self.table.lines.push(line);
            for column in &mut self.table.columns {
                column.cells.resize(height + 1, Cell::Missing);
            }
        }
    }

    fn columns(&mut self, columns: &[(String, Value)]) {
        let mut height = 0;
        for (name, value) in columns {
            let cells = match value {
                Value::List(values) => self.cells(values, name),
                Value::Numbers(numbers) => number_cells(numbers),
                Value::Texts(texts) => texts.split('\u{1}').map(text_cell).collect(),
                // One value is a column of one.
                single => self.cells(core::slice::from_ref(single), name),
            };
            height = height.max(cells.len());
            self.table.columns.push(Column { name: name.clone(), cells });
        }
        for column in &mut self.table.columns {
            let found = column.cells.len();
            if found < height {
                let message = [&found.to_string(), " values where another column has ", &height.to_string()].concat();
                let hint = "the rest is taken as missing; write null for a missing value".into();
                self.problems.push(Problem::warning("ragged-columns", Place::data(0, &column.name), message, hint));
                column.cells.resize(height, Cell::Missing);
            }
        }
        self.table.lines = (1..=height as u32).collect();
    }

    fn cells(&mut self, values: &[Value], name: &str) -> Vec<Cell> {
        values.iter().zip(1..).map(|(value, line)| self.cell(value, line, name)).collect()
    }

    fn cell(&mut self, value: &Value, line: u32, name: &str) -> Cell {
        let message = match value {
            Value::Null => return Cell::Missing,
            Value::Bool(flag) => return Cell::Text(String::from(if *flag { "true" } else { "false" })),
            Value::Number(number) if number.is_finite() => return Cell::Number(*number, decimals(*number)),
            Value::Number(_) => "not a finite number",
            _ => match words(value, self.lang) {
                Some(text) => return text_cell(text),
                None => "neither a number nor words",
            },
        };
        let hint = "the cell is taken as missing; write null for a missing value".into();
        self.problems.push(Problem::warning("not-a-cell", Place::data(line, name), message.into(), hint));
        Cell::Missing
    }

    fn refuse(&mut self, line: u32, found: String) {
        self.table = Table::default();
        let hint = "write a list of objects, {\"columns\": {…}}, {\"csv\": \"…\"} or {\"url\": \"…\"}".into();
        self.problems.push(Problem::error("not-a-table", Place::data(line, ""), found + " is no table", hint));
    }
}

/// The cells of a column of numbers; one that is none is a gap. Where one has as many digits as are ever counted the
/// others need not be counted.
fn number_cells(numbers: &[f64]) -> Vec<Cell> {
    let mut most = 0;
    each(numbers, &mut |number| {
        if !number.is_finite() {
            return Cell::Missing;
        }
        let digits = if most < MOST_DIGITS { decimals(*number) } else { most };
        most = most.max(digits);
        Cell::Number(*number, digits)
    })
}

fn text_cell(text: &str) -> Cell {
    // Most cells begin and end with a letter or a digit.
    let bare =
        [text.as_bytes().first(), text.as_bytes().last()].iter().all(|end| end.is_some_and(u8::is_ascii_graphic));
    match if bare { text } else { text.trim() } {
        "" => Cell::Missing,
        text => Cell::Text(text.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Warned<Table> {
        from_value(&serde_json::from_str(text).unwrap(), "zh-Hans")
    }

    #[test]
    fn rows_columns_and_csv_give_the_same() {
        let rows = read(r#"[{"town": "A", "share": 1.5}, {"share": null, "town": "B"}, {"town": "C", "note": "x"}]"#);
        assert!(rows.problems.is_empty());
        assert_eq!(rows.value.lines, [1, 2, 3]);
        assert_eq!(rows.value.column("share").unwrap().cells, [Cell::Number(1.5, 1), Cell::Missing, Cell::Missing]);
        assert_eq!(rows.value.column("note").unwrap().cells[2], Cell::Text("x".into()));
        let columns =
            read(r#"{"columns": {"town": ["A", "B", "C"], "share": [1.5, null, null], "note": [null, null, "x"]}}"#);
        assert_eq!(columns.value, rows.value);
        assert_eq!(read(r#"{"csv": "town\nA\n"}"#).value, from_csv("town\nA\n").value);
    }

    #[test]
    fn columns_that_come_whole_are_read_as_lists_are() {
        let columns = |town: Value, share: Value| {
            let columns = Value::Map(vec![("town".into(), town), ("share".into(), share)]);
            from_value(&Value::Map(vec![("columns".into(), columns)]), "en")
        };
        let text = |text: &str| Value::Text(text.into());
        let listed = columns(
            Value::List(vec![text("A"), text(" "), text("C")]),
            Value::List(vec![Value::Number(1.5), Value::Null, Value::Number(-3.0)]),
        );
        let whole = columns(Value::Texts("A\u{1} \u{1}C".into()), Value::Numbers(vec![1.5, f64::NAN, -3.0]));
        assert_eq!(whole.value, listed.value);
        assert!(whole.problems.is_empty());
    }

    #[test]
    fn cells_in_several_languages() {
        let table = read(r#"[{"town": {"en": "Dongguan", "zh": "东莞"}}]"#).value;
        assert_eq!(table.columns[0].cells, [Cell::Text("东莞".into())]);
    }

    #[test]
    fn bad_cells_are_missing_and_named() {
        let read = read(r#"[{"a": [1], "b": true, "a": 5}]"#);
        assert_eq!(read.problems[0].place, Place::data(1, "a"));
        assert_eq!(read.value.columns[0].cells, [Cell::Number(5.0, 0)]);
        let nan = from_value(&Value::List(vec![Value::Map(vec![("a".into(), Value::Number(f64::NAN))])]), "en");
        assert_eq!(nan.problems[0].kind, "not-a-cell");
        assert_eq!(nan.value.columns[0].cells, [Cell::Missing]);
    }

    #[test]
    fn ragged_columns_are_filled_up() {
        let read = read(r#"{"columns": {"a": [1, 2, 3], "b": [1], "c": 5}}"#);
        assert_eq!(read.problems.len(), 2);
        assert_eq!(read.value.columns[1].cells.len(), 3);
    }

    #[test]
    fn what_is_no_table() {
        for text in ["5", "null", "\"a\"", "{}", "[1]", "[[1]]", "[null]", "{\"columns\": []}", "{\"csv\": 5}"] {
            let read = read(text);
            assert_eq!(read.problems[0].kind, "not-a-table", "{text}");
            assert_eq!(read.value, Table::default(), "{text}");
        }
    }
}
