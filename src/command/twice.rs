//! Keys that stand twice in an object. A page never sees them: there `JSON.parse` has kept the last of them, and so does
//! this.

use crate::problem::{Place, Problem};
use crate::value::Value;
use std::collections::HashMap;

/// How many are told of one by one; the rest is a number.
const MOST: usize = 10;

/// Keeps of each key the last, in the place of the first, everywhere below the top of a spec, whose own keys `spec::parse`
/// knows twice; of data in a file at the top, too. What was kept is told.
pub(super) fn twice(value: &mut Value, is_data: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut more = 0;
    below(value, "", is_data, &mut |pointer: &str, name: &str| {
        if problems.len() == MOST {
            more += 1;
            return;
        }
        let line = pointer.split('/').find_map(|part| part.parse::<u32>().ok());
        let place = if is_data { Place::data(line.map_or(0, |row| row + 1), name) } else { Place::spec(pointer) };
        let message = format!("\"{name}\" stands twice");
        problems.push(Problem::warning("duplicate-key", place, message, "the last counts".into()));
    });
    if more > 0 {
        let message = format!("{more} more keys stand twice");
        let place = if is_data { Place::data(0, "") } else { Place::spec("") };
        problems.push(Problem::warning("duplicate-key", place, message, "the last counts".into()));
    }
    problems
}

fn below(value: &mut Value, pointer: &str, own: bool, tell: &mut dyn FnMut(&str, &str)) {
    let inner = |key: &str| format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::Map(entries) => {
            if own {
                let mut kept: Vec<(String, Value)> = Vec::with_capacity(entries.len());
                let mut places: HashMap<String, usize> = HashMap::new();
                for (name, value) in core::mem::take(entries) {
                    match places.get(&name).and_then(|at| kept.get_mut(*at)) {
                        Some(entry) => {
                            tell(&inner(&name), &name);
                            entry.1 = value;
                        }
                        None => {
                            places.insert(name.clone(), kept.len());
                            kept.push((name, value));
                        }
                    }
                }
                *entries = kept;
            }
            for (name, value) in entries {
                // A cell is looked at without its address being written.
                if matches!(value, Value::Map(_) | Value::List(_)) {
                    below(value, &inner(name), true, tell);
                }
            }
        }
        Value::List(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                if matches!(item, Value::Map(_) | Value::List(_)) {
                    below(item, &inner(&at.to_string()), true, tell);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, is_data: bool) -> (Value, Vec<String>) {
        let mut value: Value = serde_json::from_str(text).unwrap();
        let problems = twice(&mut value, is_data);
        (value, problems.iter().map(Problem::say).collect())
    }

    #[test]
    fn the_last_of_two_is_kept_as_in_a_page_and_told() {
        let (value, problems) = run(r#"{"a": 1, "a": 2, "data": [{"v": 1}, {"v": 5, "n": "A", "v": 7}]}"#, false);
        assert_eq!(problems, ["warning: /data/1/v: \"v\" stands twice; the last counts"]);
        // The top is the parser's.
        let (kept, _) = run(r#"{"a": 1, "a": 2, "data": [{"v": 1}, {"v": 7, "n": "A"}]}"#, false);
        assert_eq!(value, kept);
        let (value, problems) = run(r#"[{"v": 1, "v": 2}]"#, true);
        assert_eq!(problems, ["warning: data line 1, column \"v\": \"v\" stands twice; the last counts"]);
        assert_eq!(value, run(r#"[{"v": 2}]"#, true).0);
    }

    #[test]
    fn so_many_are_a_number() {
        let text = ["[", &[r#"{"v": 1, "v": 2}"#; 50].join(","), "]"].concat();
        let (_, problems) = run(&text, true);
        assert_eq!(problems.len(), MOST + 1);
        assert_eq!(problems[MOST], "warning: data: 40 more keys stand twice; the last counts");
    }
}
