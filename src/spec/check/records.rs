//! The rows and columns of a `table`.

use super::super::nearest::offer;
use super::super::said::Spec;
use super::super::{Display, Face};
use super::channel::names;
use super::reader::written;
use crate::each::each;
use crate::mention::mentions;
use crate::problem::{Place, Problem};
use crate::table::{Cell, Column, Table, is_missing};

/// The most columns that are shown: on a phone they stand below one another in every row.
const MOST: usize = 40;

/// The columns to show, at most [`MOST`], numbers read where a whole column is of numbers, and what their cells show.
pub(super) fn records(spec: &Spec, table: &Table, problems: &mut Vec<Problem>) -> (Table, Vec<Face>) {
    let (mut columns, mut faces) = (Vec::new(), Vec::new());
    let (all, pointer) = match spec.columns.len() {
        0 => (table.columns.len(), "/data"),
        said => (said, "/columns"),
    };
    if all > MOST {
        let message = ["of ", &all.to_string(), " columns the first ", &MOST.to_string(), " are shown"].concat();
        let hint = "name those that matter as \"columns\"".into();
        problems.push(Problem::warning("too-many-columns", Place::spec(pointer), message, hint));
    }
    // Where one column's picture is chosen, the others have what is chosen for them.
    let unsaid = if spec.columns.iter().any(|shown| shown.display.is_some()) { Display::Text } else { Display::Bar };
    for (index, shown) in spec.columns.iter().take(MOST).enumerate() {
        let pointer = ["/columns/", &index.to_string()].concat();
        let mut steps = Vec::new();
        for name in &shown.from {
            match table.column(name) {
                Some(column) => steps.push(typed(column, spec)),
                None => {
                    let message = ["no column \"", name, "\""].concat();
                    let hint = offer(name, &names(table), "the columns are");
                    problems.push(Problem::error("no-such-column", Place::spec(&pointer), message, hint));
                }
            }
        }
        let mut face = Face { display: shown.display.unwrap_or(unsaid), ..Face::default() };
        if (face.display == Display::Line) != (shown.from.len() > 1) {
            let message = "a line is made of two columns or more, all else of one".into();
            let hint = "write {\"column\": [\"2000\", \"2010\", \"2020\"], \"as\": \"line\"}".into();
            problems.push(Problem::warning("line-of-columns", Place::spec(&pointer), message, hint));
            face.display = Display::Text;
        }
        if face.display == Display::Line {
            let value = |column: &Column, row: usize| match column.cells.get(row) {
                Some(Cell::Number(value, _)) => Some(*value),
                _ => None,
            };
            face.steps = each(&steps, &mut |column| column.name.clone());
            face.courses = (0..table.lines.len()).map(|row| each(&steps, &mut |column| value(column, row))).collect();
        }
        let span = match (steps.first(), steps.last()) {
            (Some(first), Some(last)) if face.display == Display::Line => [&first.name, "–", &last.name].concat(),
            (_, last) => last.map_or_else(String::new, |last| last.name.clone()),
        };
        let Some(last) = steps.pop() else { continue };
        columns.push(Column { name: if shown.name.is_empty() { span } else { shown.name.clone() }, cells: last.cells });
        faces.push(face);
    }
    if spec.columns.is_empty() {
        columns = each(table.columns.get(..MOST).unwrap_or(&table.columns), &mut |column| typed(column, spec));
    }
    (Table { columns, lines: table.lines.clone() }, faces)
}

/// A column of numbers where every cell that is there is one, else a column of words. Years stay words: nobody
/// writes 2,015 for a year. So do percentages, unless the unit says that all are, and what is written in digits but
/// counts nothing: 00123, 0769…, +8613….
fn typed(column: &Column, spec: &Spec) -> Column {
    let read = |cell: &Cell| match cell {
        Cell::Missing => Some(Cell::Missing),
        Cell::Number(value, digits) => Some(Cell::Number(*value, *digits)),
        Cell::Text(text) if is_missing(text) => Some(Cell::Missing),
        Cell::Text(text) => written(text)
            .filter(|number| (!number.percent || spec.unit == "%") && !is_code(text))
            .map(|number| Cell::Number(number.value, number.decimals)),
    };
    let cells: Option<Vec<Cell>> = column.cells.iter().map(read).collect();
    match cells {
        Some(cells) if !is_years(column, &cells) => Column { name: column.name.clone(), cells },
        _ => {
            let words = each(&column.cells, &mut |cell| match cell {
                Cell::Number(value, _) => Cell::Text(crate::table::plain(*value)),
                other => other.clone(),
            });
            Column { name: column.name.clone(), cells: words }
        }
    }
}

/// Whether digits are a name rather than a number: an id or a telephone number.
fn is_code(text: &str) -> bool {
    let bare = text.strip_prefix('+').unwrap_or(text).as_bytes();
    let zero = matches!(bare, [b'0', b'0'..=b'9', ..]);
    zero || bare.len() < text.len() && bare.len() > 9 && bare.iter().all(u8::is_ascii_digit)
}

/// Whether a column holds years: its numbers could be, and its name says so, or nothing speaks against it: they
/// never fall from one row to the next, as counts do, lie within [`AGES`], and its name is of no quantity.
fn is_years(column: &Column, cells: &[Cell]) -> bool {
    const WORDS: [&str; 10] = ["year", "jahr", "año", "année", "年", "سنة", "period", "date", "时间", "日期"];
    let (mut first, mut last, mut count, mut rises) = (0.0, 0.0, 0, true);
    for (cell, said) in cells.iter().zip(&column.cells) {
        match cell {
            Cell::Number(value, 0) if (1000.0..3000.0).contains(value) => {
                // 1,250 is written as a number.
                rises &= *value >= last && !matches!(said, Cell::Text(text) if text.trim().len() != 4);
                first = if count == 0 { *value } else { first };
                (last, count) = (*value, count + 1);
            }
            Cell::Missing => {}
            _ => return false,
        }
    }
    if WORDS.iter().any(|word| mentions(&column.name, word)) {
        return true;
    }
    let counts = QUANTITIES.split(' ').any(|word| mentions(&column.name, word));
    count > 1 && rises && last - first <= AGES && !counts
}

/// How far apart the years of one table are at most.
const AGES: f64 = 300.0;

/// Parts of words for what is counted or measured, in the languages whose newspapers use the widget most.
const QUANTITIES: &str = "numb count total amount sum value price cost people popul person employ worker staff job firm compan enterpr household student pupil patient visitor case death birth seat vote area size height length depth width dist weight mass speed capacit output product export import sales revenue income wage salar tax budget spend invest rate index score point rank share ratio percent % $ € £ ¥ km ton kg mw hour minute day week month hectare zahl anzahl wert preis menge einwohner nombre valeur prix número valor precio 数 量 值 额 价 人 率 金 米 吨 家 个 万 亿 高 长 面积 عدد قيمة";

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a column of that name and these cells is shown as words.
    fn words(name: &str, cells: &[&str]) -> bool {
        let cells = cells.iter().map(|cell| Cell::Text(String::from(*cell))).collect();
        let column = typed(&Column { name: name.into(), cells }, &Spec::new(crate::spec::Kind::Table, "en"));
        column.cells.iter().all(|cell| matches!(cell, Cell::Text(_)))
    }

    #[test]
    fn codes_are_words() {
        for cells in [&["00123", "123"][..], &["0769", "0755"], &["+8676922831234", "+86769228312"]] {
            assert!(words("n", cells), "{cells:?}");
        }
        for cells in [&["0", "0.5"][..], &["+5", "-3"], &["0", "10"], &["+2,748,750,000", "1"]] {
            assert!(!words("n", cells), "{cells:?}");
        }
    }

    #[test]
    fn years_are_told_from_counts() {
        assert!(words("Founded", &["1990", "1998", "1998", "2015"]));
        assert!(words("Year", &["2015", "1990"]));
        for (name, cells) in [
            ("Founded", &["2015", "1990"][..]),
            ("Founded", &["1990", "1,998"]),
            ("Founded", &["1990"]),
            ("Founded", &["1100", "2900"]),
            ("Employees", &["1990", "1998"]),
            ("人口", &["1990", "1998"]),
            ("Founded", &["1990", "5"]),
        ] {
            assert!(!words(name, cells), "{name} {cells:?}");
        }
    }
}
