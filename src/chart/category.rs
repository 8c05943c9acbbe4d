//! Rows gathered by category.

use super::order::order;
use super::sketch::Sketch;
use crate::each::each;
use crate::locale::Message;
use crate::problem::{Place, Problem};
use crate::spec::{Checked, Row, Sort};

/// A category and its rows, one a series, in the order of the data.
#[derive(Default)]
pub(super) struct Category<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Its rows.
    pub(super) rows: Vec<&'a Row>,
}

/// The most categories that one picture holds; beyond it nobody reads, and a canvas has an end.
pub(super) const MOST: usize = 100;

/// Gathers the rows by category, in order of appearance or sorted by each category's last value; missing values go last.
pub(super) fn gather(checked: &Checked) -> Vec<Category<'_>> {
    let mut found: Vec<Category> = Vec::new();
    // Rows of one category mostly follow one another or repeat the order of the first series, so the place after
    // the last find is tried before the search: linear in practice, quadratic never (the order below is a sorted index).
    let mut index: Vec<usize> = Vec::new();
    for row in &checked.rows {
        let at = index.binary_search_by(|&i| found.get(i).map_or("", |category| category.name).cmp(&row.category));
        match at {
            Ok(at) => {
                let category = index.get(at).and_then(|&i| found.get_mut(i));
                if let Some(category) = category {
                    // The same category twice in a series are two bars, not one.
                    if category.rows.iter().all(|known| known.series != row.series) {
                        category.rows.push(row);
                        continue;
                    }
                }
                found.push(Category { name: &row.category, rows: vec![row] });
            }
            Err(at) => {
                index.insert(at, found.len());
                found.push(Category { name: &row.category, rows: vec![row] });
            }
        }
    }
    if checked.sort != Sort::Data {
        let sign = if checked.sort == Sort::Ascending { 1.0 } else { -1.0 };
        let key = |category: &Category| {
            category.rows.iter().rev().find_map(|row| row.value).map_or(f64::INFINITY, |value| sign * value)
        };
        let keys: Vec<f64> = each(&found, &mut |one| key(one));
        let sorted = order(&keys);
        return sorted.iter().filter_map(|&place| found.get_mut(place).map(core::mem::take)).collect();
    }
    found
}

/// Gathers the rows of each category in the order of the data, however many there are of it.
pub(super) fn pool(checked: &Checked) -> Vec<Category<'_>> {
    let mut found: Vec<Category> = Vec::new();
    let mut index: Vec<usize> = Vec::new();
    for row in &checked.rows {
        let at = index.binary_search_by(|&i| found.get(i).map_or("", |category| category.name).cmp(&row.category));
        match at.map(|at| index.get(at).and_then(|&i| found.get_mut(i))) {
            Ok(Some(category)) => category.rows.push(row),
            Ok(None) => {}
            Err(at) => {
                index.insert(at, found.len());
                found.push(Category { name: &row.category, rows: vec![row] });
            }
        }
    }
    found
}

/// Keeps as many categories as one picture holds, and says so in a note and a problem.
pub(super) fn cap<T>(sketch: &mut Sketch, categories: &mut Vec<T>) {
    let all = categories.len();
    if all <= MOST {
        return;
    }
    categories.truncate(MOST);
    let locale = sketch.env.locale;
    let counts = [locale.number(MOST as f64, 0), locale.number(all as f64, 0)];
    sketch.notes.push(locale.say(Message::Shown, &[&counts[0], &counts[1]]));
    sketch.problems.push(Problem::warning(
        "too-many-categories",
        Place::spec("/data"),
        ["of ", &all.to_string(), " categories the first ", &MOST.to_string(), " are drawn"].concat(),
        "sort by value, group the small ones, or use a table".into(),
    ));
}
