use super::{Cell, Column, Table, read_number, web_page};
use crate::order::order;
use crate::problem::{Place, Problem, Warned};

/// So many lines with too many or too few fields are told one by one.
const TOLD: usize = 5;

/// Reads comma-separated values with a heading line (RFC 4180; also semicolons or tabs, whichever the heading
/// has most of). Line numbers are the file's own, the heading's is 1.
///
/// A line with too few fields gets missing values, one with too many loses the rest; both are warned of.
/// Of many such lines the first ones are told, the others counted.
/// A web page in place of the file is an error, and so is what is no text. In a file with semicolons the comma is the decimal mark where some cell can be read only so.
pub fn from_csv(text: &str) -> Warned<Table> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(page) = web_page(text, "the data", &Place::data(1, "")) {
        return Warned { value: Table::default(), problems: vec![page] };
    }
    // Pictures and workbooks have such letters, text has not.
    if text.contains('\0') {
        let hint = "save the table as CSV in UTF-8: a workbook, a picture or an archive is none";
        let broken = Problem::error("not-text", Place::data(1, ""), "the data are no text".into(), hint.into());
        return Warned { value: Table::default(), problems: vec![broken] };
    }
    let delimiter = delimiter(text);
    let mut table = Table::default();
    let (mut problems, mut more) = (Vec::new(), 0_usize);
    for (line, mut fields) in records(text, delimiter) {
        if table.columns.is_empty() {
            problems.extend(twice(line, &fields));
            table.columns = fields.into_iter().map(|name| Column { name, cells: Vec::new() }).collect();
            continue;
        }
        if fields.iter().all(String::is_empty) {
            continue;
        }
        let (found, wanted) = (fields.len(), table.columns.len());
        // An empty field at the end of a line is how some programs end every line.
        if found < wanted || fields.iter().skip(wanted).any(|field| !field.is_empty()) {
            if problems.len() < TOLD {
                problems.push(ragged(line, found, wanted));
            } else {
                more += 1;
            }
        }
        fields.resize(wanted, String::new());
        for (column, field) in table.columns.iter_mut().zip(fields) {
            column.cells.push(if field.is_empty() { Cell::Missing } else { Cell::Text(field) });
        }
        table.lines.push(line);
    }
    if more > 0 {
        let message = [&more.to_string(), " more lines have too many or too few fields"].concat();
        let hint = "is this the right file, and does one character part its fields?";
        problems.push(Problem::warning("ragged-row", Place::data(1, ""), message, hint.into()));
    }
    if delimiter == ';' {
        read_decimal_commas(&mut table);
    }
    Warned { value: table, problems }
}

/// Of names in a heading that stand there twice the first, told of with both places. No name is none.
fn twice(line: u32, names: &[String]) -> Option<Problem> {
    let order = order(names.len(), &|a, b| names.get(a).cmp(&names.get(b)));
    let mut pairs = order.iter().zip(order.iter().skip(1));
    let (first, second) = pairs.find(|(a, b)| {
        let name = names.get(**a);
        name == names.get(**b) && name.is_some_and(|name| !name.is_empty())
    })?;
    let name = names.get(*first)?;
    let [first, second] = [first, second].map(|at| (at + 1).to_string());
    let message = ["fields ", &first, " and ", &second, " of the heading are both \"", name, "\""].concat();
    let hint = "the first of them is used; give the other a name of its own".into();
    Some(Problem::warning("duplicate-column", Place::data(line, name), message, hint))
}

fn ragged(line: u32, found: usize, wanted: usize) -> Problem {
    let message = [&found.to_string(), " fields where the heading has ", &wanted.to_string()].concat();
    let hint = if found < wanted {
        "the missing ones are left empty; add them"
    } else {
        "the rest is not used; put text that holds a comma in double quotes"
    };
    Problem::warning("ragged-row", Place::data(line, ""), message, hint.into())
}

/// The character that parts the fields: of comma, semicolon and tab the one most frequent in the heading.
fn delimiter(text: &str) -> char {
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    let mut quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(known, _)| *known == letter).for_each(|(_, count)| *count += 1),
        }
    }
    let [comma, rest @ ..] = counts;
    rest.iter().fold(comma, |best, next| if next.1 > best.1 { *next } else { best }).0
}

/// The records with the lines on which they begin, fields trimmed; empty lines are left out.
///
/// A quote counts only at the start of a field; inside quotes it is doubled. A line ends with LF, CR or both.
fn records(text: &str, delimiter: char) -> Vec<(u32, Vec<String>)> {
    let (mut records, mut fields, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut start) = (1, 1);
    // Whether anything of the record has been read, whether the field is quoted, and whether still within its quotes.
    let (mut begun, mut quoted, mut inside) = (false, false, false);
    let mut chars = text.chars().peekable();
    loop {
        let next = chars.next();
        match next {
            Some('"') if inside => {
                if chars.next_if_eq(&'"').is_some() {
                    field.push('"');
                } else {
                    inside = false;
                }
            }
            Some('"') if field.is_empty() && !quoted => (quoted, inside, begun) = (true, true, true),
            None | Some('\n' | '\r') if !inside || next.is_none() => {
                if begun {
                    fields.push(String::from(field.trim()));
                    records.push((start, core::mem::take(&mut fields)));
                }
                if next.is_none() {
                    return records;
                }
                field.clear();
                (begun, quoted) = (false, false);
            }
            Some(letter) if letter == delimiter && !inside => {
                fields.push(String::from(field.trim()));
                field.clear();
                (begun, quoted) = (true, false);
            }
            Some(letter) => {
                field.push(letter);
                begun = true;
            }
            None => {}
        }
        line += u32::from(next == Some('\n'));
        if !begun {
            start = line;
        }
    }
}

/// Where some cell is a number only with a decimal comma, and none only with a decimal point, the comma is
/// taken for the decimal mark everywhere.
fn read_decimal_commas(table: &mut Table) {
    let only = |comma: bool| {
        table.columns.iter().flat_map(|column| &column.cells).any(|cell| match cell {
            Cell::Text(text) => read_number(text, comma).is_some() && read_number(text, !comma).is_none(),
            _ => false,
        })
    };
    if !only(true) || only(false) {
        return;
    }
    for cell in table.columns.iter_mut().flat_map(|column| &mut column.cells) {
        if let Cell::Text(text) = cell
            && text.contains([',', '.'])
            && let Some(number) = read_number(text, true)
        {
            *cell = Cell::Number(number.value, number.decimals);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(table: &Table, column: &str) -> Vec<String> {
        let cells = &table.column(column).unwrap().cells;
        cells.iter().map(|cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() }).collect()
    }

    #[test]
    fn what_is_no_text_is_told_once_and_ragged_lines_are_not_told_without_end() {
        let said = |text: &str| from_csv(text).problems.iter().map(Problem::say).collect::<Vec<_>>();
        let picture = said("\u{fffd}PNG\r\n\u{1a}\n\0\0\0,a\nb\nc\nd");
        assert_eq!(picture.len(), 1);
        assert!(picture[0].contains("the data are no text; save the table as CSV"), "{picture:?}");
        let ragged = said(&["a,b\n", &"1\n".repeat(40)].concat());
        assert_eq!(ragged.len(), TOLD + 1);
        assert!(ragged[TOLD].contains("35 more lines"), "{ragged:?}");
        assert_eq!(from_csv(&["a,b\n", &"1\n".repeat(40)].concat()).value.lines.len(), 40);
    }

    #[test]
    fn where_the_comma_is_the_decimal_mark_the_point_groups() {
        let read = from_csv("town;share\nA;47,9\nB;1.234\nC;3");
        let cells = &read.value.column("share").unwrap().cells;
        assert_eq!(cells[..2], [Cell::Number(47.9, 1), Cell::Number(1234.0, 0)]);
    }

    #[test]
    fn fields_lines_and_quotes() {
        let read = from_csv("\u{feff}town, share \r\n\r\n\"A, \"\"the\nfirst\"\"\",31.5\r\nB,\r\n,,\r\nC,7");
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        assert_eq!(texts(&read.value, "town"), ["A, \"the\nfirst\"", "B", "C"]);
        assert_eq!(texts(&read.value, "share"), ["31.5", "", "7"]);
        assert_eq!(read.value.lines, [3, 5, 7]);
    }

    #[test]
    fn other_delimiters() {
        let read = from_csv("a\tb\n1,5\t2\n").value;
        assert_eq!(texts(&read, "a"), ["1,5"]);
        let read = from_csv("\"x,y,z\";b\nFrance;47,9\nItaly;1.234,5\nSpain;5\n").value;
        assert_eq!(read.columns[0].name, "x,y,z");
        let cells = &read.column("b").unwrap().cells;
        assert_eq!(cells[..2], [Cell::Number(47.9, 1), Cell::Number(1234.5, 1)]);
        let read = from_csv("a;b\nFrance;7,387\n").value;
        assert_eq!(texts(&read, "b"), ["7,387"]);
    }

    #[test]
    fn ragged_lines_are_named() {
        let read = from_csv("a,b\n1\n2,3\n4,5,6\n7,8,\n");
        let said: Vec<_> = read.problems.iter().map(Problem::say).collect();
        assert_eq!(said.len(), 2);
        assert!(said[0].starts_with("warning: data line 2: 1 fields where the heading has 2;"), "{}", said[0]);
        assert!(said[1].starts_with("warning: data line 4: 3 fields"), "{}", said[1]);
        assert_eq!(texts(&read.value, "b"), ["", "3", "5", "8"]);
    }

    #[test]
    fn a_name_that_stands_twice_in_the_heading_is_told_with_its_places() {
        let said = |text: &str| from_csv(text).problems.iter().map(Problem::say).collect::<Vec<_>>();
        let wanted = r#"warning: data line 1, column "v": fields 2 and 3 of the heading are both "v"; the first of them is used; give the other a name of its own"#;
        assert_eq!(said("n,v,v\nA,1,2\n"), [wanted]);
        assert_eq!(said("n,v,,\nA,1,,\n"), Vec::<String>::new());
    }

    #[test]
    fn nothing_gives_nothing() {
        for text in ["", "\n\n", "\u{feff}", "\r"] {
            assert_eq!(from_csv(text).value, Table::default(), "{text:?}");
        }
        assert_eq!(from_csv("a,b").value.columns.len(), 2);
    }

    /// The records as the `csv-core` crate reads them.
    fn known_records(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv_core::Reader::new();
        let (mut records, mut fields, mut input) = (Vec::new(), Vec::new(), text.as_bytes());
        let mut output = vec![0; text.len() + 1];
        let mut bytes = 0;
        loop {
            let (result, read, wrote) = reader.read_field(input, &mut output[bytes..]);
            input = &input[read..];
            bytes += wrote;
            match result {
                csv_core::ReadFieldResult::Field { record_end } => {
                    fields.push(String::from_utf8_lossy(&output[..bytes]).trim().into());
                    bytes = 0;
                    if record_end {
                        records.push(core::mem::take(&mut fields));
                    }
                }
                csv_core::ReadFieldResult::End => return records,
                _ => {}
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn reads_as_the_csv_crate_reads(text in "[a,\"\n\r é]{0,16}") {
            let found: Vec<_> = records(&text, ',').into_iter().map(|(_, fields)| fields).collect();
            proptest::prop_assert_eq!(found, known_records(&text));
        }

        #[test]
        fn any_text_gives_columns_of_equal_length(text in "[a1,;\"\n\r\t é]*") {
            let table = from_csv(&text).value;
            for column in &table.columns {
                proptest::prop_assert_eq!(column.cells.len(), table.lines.len());
            }
        }

        #[test]
        fn what_is_quoted_comes_back(fields in proptest::collection::vec("[a-z,;\"\n]{1,6}", 1..5)) {
            let line: Vec<String> = fields.iter().map(|f| format!("\"{}\"", f.replace('"', "\"\""))).collect();
            let heading: Vec<String> = (0..fields.len()).map(|i| format!("h{i}")).collect();
            let table = from_csv(&format!("{}\n{}\n", heading.join(","), line.join(","))).value;
            for (column, field) in table.columns.iter().zip(&fields) {
                let wanted = field.trim();
                if let Some(cell) = column.cells.first() {
                    let found = if let Cell::Text(text) = cell { text.as_str() } else { "" };
                    proptest::prop_assert_eq!(found, wanted);
                }
            }
        }
    }
}
