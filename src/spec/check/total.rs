//! Which rows of a waterfall are sums, and whether they add up.

use super::super::nearest::offer;
use super::super::said::Spec;
use super::super::{Checked, Kind, Row};
use crate::each::each;
use crate::locale::Period;
use crate::problem::{Place, Problem};
use crate::table::plain;

/// Marks the sums: those that the author names, else the first row, and the last where it is what the others add
/// up to. A named one without a value is added up, unless a step before it is missing: then so is the sum.
pub(super) fn totals(spec: &Spec, checked: &mut Checked, problems: &mut Vec<Problem>) {
    if spec.kind != Kind::Waterfall {
        return;
    }
    for (index, name) in spec.total.iter().enumerate() {
        if checked.rows.iter().any(|row| is_called(row, name)) {
            continue;
        }
        let names = each(&checked.rows, &mut |row| row.category.as_str());
        let pointer =
            if spec.total.len() > 1 { ["/total/", &index.to_string()].concat() } else { String::from("/total") };
        let message = ["no category \"", name, "\""].concat();
        let hint = offer(name, &names, "there are");
        problems.push(Problem::warning("no-such-total", Place::spec(&pointer), message, hint));
    }
    // What rounding may leave: half of the last digit of each.
    let half = 0.5 / 10_f64.powi(i32::from(checked.decimals));
    let (count, mut sum) = (checked.rows.len(), 0.0);
    // Whether no step is missing since the last sum that is given, and whether one was told of.
    let (mut known, mut told) = (true, false);
    for (index, row) in checked.rows.iter_mut().enumerate() {
        let slack = half * (index + 1) as f64;
        let off = |sum: f64| row.value.is_some_and(|value| (value - sum).abs() > slack);
        row.sum = if spec.total.is_empty() {
            index == 0 || (index > 1 && index + 1 == count && row.value.is_some() && !off(sum))
        } else {
            spec.total.iter().any(|name| is_called(row, name))
        };
        if !row.sum {
            sum += row.value.unwrap_or(0.0);
            known &= row.value.is_some();
            if row.value.is_none() && !told {
                told = true;
                let place = Place::data(row.line, &checked.value_name);
                let message = "a step is missing, so what it leads to is not known".into();
                let hint = "add it, or write 0 where it is nothing".into();
                problems.push(Problem::warning("part-missing", place, message, hint));
            }
            continue;
        }
        if index > 0 && known && off(sum) {
            let value = plain(row.value.unwrap_or(0.0));
            let rounded = plain((sum / half / 2.0).round() * half * 2.0);
            let message = [&value, " is not the sum of what stands before it, ", &rounded].concat();
            let hint = "mend a step, or add the one that is missing".into();
            problems.push(Problem::warning("not-the-sum", Place::data(row.line, &checked.value_name), message, hint));
        }
        if index > 0 && known {
            row.value.get_or_insert(sum);
        }
        known = row.value.is_some();
        sum = row.value.unwrap_or(sum);
    }
}

/// Whether a row has that name, or is of that period.
fn is_called(row: &Row, name: &str) -> bool {
    if row.category.is_empty() {
        row.period.is_some() && Period::parse(name) == row.period
    } else {
        row.category == name
    }
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use crate::problem::Problem;
    use crate::spec::{Data, parse};
    use crate::value::Value;

    /// Which rows are sums, their values, and the problems in words.
    fn run(key: &str, rows: &str) -> (Vec<(bool, Option<f64>)>, Vec<String>) {
        let text = format!(
            r#"{{"kind": "waterfall", "title": "T", "source": "S", "unit": "u", "x": "a", "y": "v" {key},
                "data": {{"csv": "a,v\n{rows}"}}}}"#
        );
        let value: Value = serde_json::from_str(&text).unwrap();
        let parsed = parse(&value, "en");
        assert_eq!(parsed.problems, Vec::new());
        let spec = parsed.value.unwrap();
        let Data::Inline(table) = &spec.data else { panic!("inline") };
        let found = check(&spec, table);
        let rows = found.value.map_or_else(Vec::new, |checked| checked.rows);
        (rows.iter().map(|row| (row.sum, row.value)).collect(), found.problems.iter().map(Problem::say).collect())
    }

    #[test]
    fn the_first_is_a_sum_and_the_last_where_it_adds_up() {
        let (rows, problems) = run("", r"start,10.1\nup,5.2\ndown,-3.4\nend,12");
        assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), [true, false, false, true]);
        assert!(problems.is_empty(), "{problems:?}");
        assert!(!run("", r"start,10\nup,5\ndown,-3\nmore,4").0[3].0);
        // Twice the same is no sum of one step.
        assert!(!run("", r"start,5\nup,5").0[1].0);
    }

    #[test]
    fn named_sums_are_added_up_and_held_against_the_steps() {
        let total = r#", "total": ["half", "end"]"#;
        let (rows, problems) = run(total, r"a,1\nb,2\nhalf,\nc,4\nend,19");
        assert_eq!(rows[0], (false, Some(1.0)));
        assert_eq!(rows[2], (true, Some(3.0)));
        assert_eq!(rows[4], (true, Some(19.0)));
        assert_eq!(problems.len(), 1);
        assert!(problems[0].contains("19 is not the sum of what stands before it, 7"), "{problems:?}");
        let (_, problems) = run(r#", "total": "ende""#, r"a,1\nend,1");
        assert!(problems[0].contains("did you mean \"end\""), "{problems:?}");
    }

    #[test]
    fn a_sum_of_what_is_missing_is_missing_unless_it_is_given() {
        let total = r#", "total": ["a", "half", "end"]"#;
        let (rows, problems) = run(total, r"a,1\nb,2\nc,\nhalf,\nd,\ne,4\nend,19");
        let values: Vec<Option<f64>> = rows.iter().map(|row| row.1).collect();
        assert_eq!(values, [Some(1.0), Some(2.0), None, None, None, Some(4.0), Some(19.0)]);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with("warning: data line 4, column \"v\": a step is missing"), "{problems:?}");
        // After a sum that is given, what follows adds up again; a beginning that is missing is not nothing.
        let (rows, problems) = run(total, r"a,1\nb,\nhalf,8\nc,4\nend,");
        assert_eq!((rows[4].1, problems.len()), (Some(12.0), 1));
        assert_eq!(run(total, r"a,\nb,2\nhalf,").0[2].1, None);
    }
}
