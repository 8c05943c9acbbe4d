//! Wholes of which a part is missing, and more of a thing than is drawn.

use super::*;

fn said(kind_and_keys: &str, data: &str) -> (bool, String) {
    let (checked, problems) = ran(kind_and_keys, data);
    (checked.is_some(), problems.join("\n"))
}

const WHOLE: &str = "a part of a whole is missing, so its shares are not known; add it, or write 0 where it is nothing";

#[test]
fn a_stack_that_lacks_a_part_is_drawn_with_one_warning() {
    let stack = r#""kind": "stacked-bar", "y": "a", "x": ["p", "q"], "whole": true"#;
    let rows = r#"[{"a": "A", "p": 40, "q": 60}, {"a": "B", "p": 40, "q": null}"#;
    for percent in ["", r#", "percent": true"#] {
        let stack = [stack, percent].concat();
        let (drawn, problems) = said(&stack, &[rows, "]"].concat());
        assert!(drawn && problems == ["warning: data line 2: ", WHOLE].concat(), "{problems}");
        let (_, problems) = said(&stack, &[rows, r#", {"a": "C", "p": null, "q": 5}]"#].concat());
        assert!(problems.contains("are not known, and those of 1 more") && !problems.contains('\n'), "{problems}");
        // Of which nothing is known, nothing false is said.
        assert_eq!(said(&stack, r#"[{"a": "A", "p": 40, "q": 60}, {"a": "B", "p": null, "q": null}]"#).1, "");
    }
    // Shares that make a hundred are the author's own.
    let shares = [stack, r#", "measure": "share""#].concat();
    assert_eq!(said(&shares, r#"[{"a": "A", "p": 100, "q": null}]"#), (true, String::new()));
}

#[test]
fn what_shows_nothing_but_shares_is_refused_without_a_part() {
    for kind in ["donut", "grid", "split-bar", "election-donut"] {
        let keys = [r#""y": "a", "x": "v", "whole": true, "kind": ""#, kind, "\""].concat();
        let (drawn, problems) = said(&keys, r#"[{"a": "A", "v": 40}, {"a": "B", "v": null}, {"a": "C", "v": 10}]"#);
        assert!(!drawn && problems == [r#"error: data line 2, column "v": "#, WHOLE].concat(), "{kind} {problems}");
        assert!(said(&keys, r#"[{"a": "A", "v": 40}, {"a": "B", "v": 0}, {"a": "C", "v": 10}]"#).0);
    }
}

#[test]
fn nothing_has_no_shares() {
    let stack = r#""kind": "stacked-bar", "y": "a", "x": ["p", "q"], "whole": true"#;
    let rows = r#"[{"a": "A", "p": 1, "q": 1}, {"a": "B", "p": 0, "q": 0}]"#;
    assert_eq!(said(stack, rows), (true, String::new()));
    let (drawn, problems) = said(&[stack, r#", "percent": true"#].concat(), rows);
    assert!(
        drawn && problems.starts_with("warning: data line 2: the parts that begin here add up to nothing"),
        "{problems}"
    );
}

#[test]
fn what_is_no_place_in_an_order_is_missing() {
    let rows = r#"[{"a": "A", "v": 1}, {"a": "B", "v": 2.5}, {"a": "C", "v": 0}, {"a": "D", "v": -1}]"#;
    let (checked, problems) = ran(r#""kind": "rank", "y": "a", "x": "v""#, rows);
    assert_eq!(values(&checked.unwrap()), [Some(1.0), None, None, None]);
    assert_eq!(problems.len(), 3);
    let wanted = r#"data line 2, column "v": 2.5 is no place in an order; it is drawn as missing; write 1, 2, 3 …"#;
    assert_eq!(problems[0], ["warning: ", wanted].concat());
}

#[test]
fn of_too_many_the_first_are_drawn() {
    let cells: Vec<String> = (0..10_000).map(|at| format!(r#""c{at}": {at}"#)).collect();
    let (checked, problems) = ran(r#""kind": "table""#, &["[{", &cells.join(","), "}]"].concat());
    assert_eq!(checked.unwrap().table.columns.len(), 40);
    assert!(problems[0].starts_with("warning: /data: of 10000 columns the first 40 are shown"), "{problems:?}");
    let notes: Vec<String> = (0..2000).map(|at| format!(r#"{{"x": "{}", "text": "{at}"}}"#, 2000 + at % 2)).collect();
    let notes = [LINE, r#", "annotations": ["#, &notes.join(","), "]"].concat();
    let (checked, problems) = ran(&notes, r#"[{"a": 2000, "v": 1}, {"a": 2001, "v": 2}]"#);
    assert_eq!(checked.unwrap().annotations.len(), 60);
    assert!(problems[0].starts_with("warning: /annotations: of 2000 annotations the first 60"), "{problems:?}");
}

#[test]
fn as_many_panels_as_rows_are_no_more_work_than_rows() {
    let rows = |count: usize| {
        let rows: Vec<String> = (0..count).map(|at| format!(r#"{{"a": "A", "f": "{at}", "p": 1, "q": 2}}"#)).collect();
        ["[", &rows.join(","), "]"].concat()
    };
    let stack = r#""kind": "stacked-bar", "y": "a", "x": ["p", "q"], "whole": true, "facet": "f""#;
    let data = rows(20_000);
    let start = std::time::Instant::now();
    let (checked, _) = ran(stack, &data);
    assert_eq!(checked.unwrap().facets.len(), 20_000);
    // A look at all rows for every panel takes minutes.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
