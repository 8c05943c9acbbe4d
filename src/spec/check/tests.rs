//! One behaviour a test: spec and data in, problems and rows out.

mod claims;
mod course;
mod parts;

use super::*;
use crate::locale::Period;
use crate::spec::{Data, Qualifier, Scaling, parse};
use crate::value::Value;

/// What `parse` and `check` make of a spec whose data is inline, and the problems in words.
fn run(text: &str) -> (Option<Checked>, Vec<String>) {
    let value: Value = serde_json::from_str(text).unwrap();
    let parsed = parse(&value, "en");
    let mut problems = parsed.problems;
    let checked = parsed.value.and_then(|spec| {
        let Data::Inline(table) = &spec.data else { panic!("inline data in tests") };
        let mut checked = check(&spec, table);
        problems.append(&mut checked.problems);
        checked.value
    });
    (checked, problems.iter().map(Problem::say).collect())
}

/// [`run`] with everything said that an editor asks for.
fn ran(kind_and_keys: &str, data: &str) -> (Option<Checked>, Vec<String>) {
    run(&format!(r#"{{"title": "T", "source": "S", "unit": "u", {kind_and_keys}, "data": {data}}}"#))
}

fn values(checked: &Checked) -> Vec<Option<f64>> {
    checked.rows.iter().map(|row| row.value).collect()
}

const BAR: &str = r#""kind": "bar", "y": "a", "x": "v""#;
const LINE: &str = r#""kind": "line", "x": "a", "y": "v""#;

#[test]
fn a_good_chart_has_no_problem() {
    let (checked, problems) = ran(BAR, r#"[{"a": "A", "v": 1.25}, {"a": 2015, "v": "2"}]"#);
    assert_eq!(problems, Vec::<String>::new());
    let checked = checked.unwrap();
    assert_eq!(checked.rows[1].category, "2015");
    assert_eq!(checked.decimals, 2);
    assert_eq!(checked.series, [""]);
    assert_eq!((checked.category_name.as_str(), checked.value_name.as_str()), ("a", "v"));
}

#[test]
fn names_that_are_no_columns_are_offered_the_nearest() {
    let (checked, problems) =
        ran(r#""kind": "bar", "y": "twon", "x": "v", "series": "zzzzzz""#, r#"[{"town": "A", "v": 1}]"#);
    assert!(checked.is_none());
    assert_eq!(problems[0], "error: /y: no column \"twon\"; did you mean \"town\"?");
    assert_eq!(problems[1], "error: /series: no column \"zzzzzz\"; the columns are town, v");
    let (_, problems) = ran(r#""kind": "bar""#, r#"[{"town": "A", "v": 1}]"#);
    assert_eq!(problems[0], "error: spec: \"y\" is missing; name one of the columns town, v");
    assert_eq!(problems.len(), 2);
}

#[test]
fn x_and_y_that_have_changed_places_are_one_problem() {
    let said = |keys: &str, data: &str| ran(keys, data).1;
    let bars = said(r#""kind": "bar", "y": "v", "x": "a""#, r#"[{"a": "A", "v": 1}, {"a": "B", "v": 2}]"#);
    assert_eq!(
        bars,
        [
            r#"error: /x: "x" names a column of words, "y" one of numbers; "x" is the column of values here: change the two over"#
        ]
    );
    let line = said(r#""kind": "line", "y": "a", "x": "v""#, r#"[{"a": 2015, "v": 4.7}, {"a": 2016, "v": 5.1}]"#);
    assert!(line.len() == 1 && line[0].contains("/y: \"y\" names a column of periods"), "{line:?}");
    // Words in both are another trouble, and years may be categories.
    let words = said(r#""kind": "bar", "y": "v", "x": "a""#, r#"[{"a": "A", "v": "x"}]"#);
    assert!(words.iter().all(|problem| !problem.contains("change the two over")), "{words:?}");
    assert_eq!(said(BAR, r#"[{"a": 2015, "v": 1}]"#), Vec::<String>::new());
}

#[test]
fn a_year_with_a_fraction_is_no_month() {
    let (checked, problems) = ran(LINE, r#"[{"a": 2015.5, "v": 1}, {"a": 2015, "v": 2}, {"a": "2016.5", "v": 3}]"#);
    assert_eq!(values(&checked.unwrap()), [Some(2.0)]);
    assert!(problems[0].contains("\"2015.5\" is no period") && problems[1].contains("\"2016.5\""), "{problems:?}");
}

#[test]
fn wide_tables_become_long() {
    let (checked, problems) = ran(
        r#""kind": "dumbbell", "y": "a", "x": [2015, "2020"]"#,
        r#"[{"a": "A", "2015": 1, "2020": 2}, {"a": "B", "2015": null, "2020": 4}]"#,
    );
    assert_eq!(problems, Vec::<String>::new());
    let checked = checked.unwrap();
    assert_eq!(checked.series, ["2015", "2020"]);
    assert_eq!(values(&checked), [Some(1.0), Some(2.0), None, Some(4.0)]);
    assert_eq!(checked.rows.iter().map(|row| row.series).collect::<Vec<_>>(), [0, 1, 0, 1]);
    let (checked, problems) =
        ran(r#""kind": "bar", "y": "a", "x": ["v", "w"], "series": "a""#, r#"[{"a": "A", "v": 1, "w": 2}]"#);
    assert!(checked.is_none() && problems[0].contains("/series"), "{problems:?}");
}

#[test]
fn text_where_a_number_belongs_is_a_gap_with_its_line() {
    let (checked, problems) = ran(BAR, r#"{"csv": "a,v\nA,about 3\nB,n/a\nC,\"7,387\"\nD,\"47,9\"\n"}"#);
    assert_eq!(values(&checked.unwrap()), [None, None, Some(7387.0), None]);
    assert_eq!(problems.len(), 2);
    assert!(problems[0].starts_with("warning: data line 2, column \"v\": \"about 3\" is no number"));
    assert!(problems[1].ends_with("write a point as the decimal mark"));
}

#[test]
fn periods_are_read_sorted_and_kept_once() {
    let (checked, problems) = ran(LINE, r#"{"csv": "a,v\n2020-02,3\n2020-01,2\n2019,1\n2020-13,9\n2020-01,8\n"}"#);
    assert_eq!(values(&checked.unwrap()), [Some(1.0), Some(2.0), Some(3.0)]);
    assert!(problems[0].starts_with("warning: data line 5, column \"a\": \"2020-13\" is no period"), "{problems:?}");
    assert!(problems[1].starts_with("warning: data line 6: the same period as line 3"), "{problems:?}");
}

#[test]
fn columns_run_along_categories_unless_every_one_is_a_period() {
    let column = r#""kind": "column", "x": "a", "y": "v""#;
    let (checked, _) = ran(column, r#"[{"a": 2020, "v": 1}, {"a": 2019, "v": 2}]"#);
    assert_eq!(values(&checked.unwrap()), [Some(2.0), Some(1.0)]);
    let (checked, problems) = ran(column, r#"[{"a": 2020, "v": 1}, {"a": "2021 to date", "v": 2}]"#);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(checked.unwrap().rows[0].category, "2020");
}

#[test]
fn the_same_category_twice() {
    let (checked, problems) = ran(BAR, r#"[{"a": "A", "v": 1}, {"a": "B", "v": 2}, {"a": "A", "v": 3}]"#);
    assert_eq!(values(&checked.unwrap()), [Some(1.0), Some(2.0), Some(3.0)]);
    assert!(problems[0].starts_with("warning: data line 3: the same category as line 1; both"), "{problems:?}");
}

#[test]
fn a_dumbbell_has_two_series() {
    let dumbbell = r#""kind": "dumbbell", "y": "a", "x": "v", "series": "s""#;
    let (checked, problems) =
        ran(dumbbell, r#"[{"a": "A", "v": 1, "s": 1}, {"a": "A", "v": 3, "s": 3}, {"a": "A", "v": 3, "s": 2}]"#);
    assert!(checked.is_none());
    assert!(problems[0].starts_with("error: /series: a dumbbell joins two values, found 3"), "{problems:?}");
}

#[test]
fn kinds_that_set_series_side_by_side_say_how_many() {
    let one = r#"[{"a": "A", "v": 1, "w": 2}, {"a": "B", "v": 3, "w": 4}]"#;
    for (kind, keys, begins) in [
        ("grouped-bar", r#""y": "a", "x": "v""#, "error: /x: groups need two series or more, found 1"),
        ("grouped-column", r#""x": "a", "y": "v""#, "error: /y: groups need two series or more, found 1"),
        ("pyramid", r#""y": "a", "x": "v""#, "error: /x: a pyramid sets two groups back to back, found 1"),
        ("arrow", r#""y": "a", "x": "v""#, "error: /x: an arrow joins two values, found 1"),
        ("diverging-bar", r#""y": "a", "x": ["v", "w"]"#, "error: /x: the two tones say which side"),
    ] {
        let (checked, problems) = ran(&format!(r#""kind": "{kind}", {keys}"#), one);
        assert!(checked.is_none() && problems[0].starts_with(begins), "{problems:?}");
    }
    let below = one.replace('3', "-3");
    let (checked, problems) = ran(r#""kind": "pyramid", "y": "a", "x": ["v", "w"]"#, &below);
    assert!(checked.is_none() && problems[0].contains("no bars below zero"), "{problems:?}");
    let (checked, problems) = ran(r#""kind": "grouped-bar", "y": "a", "x": ["v", "w"]"#, one);
    assert!(checked.is_some() && problems.is_empty(), "{problems:?}");
}

#[test]
fn qualifiers_in_words() {
    let (checked, problems) = ran(
        r#""kind": "bar", "y": "a", "x": "v", "qualifier": "q""#,
        r#"[{"a": "A", "v": 1, "q": "At most"}, {"a": "B", "v": 1, "q": "-"}, {"a": "C", "v": 1, "q": "expectd"}]"#,
    );
    let found: Vec<_> = checked.unwrap().rows.iter().map(|row| row.qualifier).collect();
    assert_eq!(found, [Some(Qualifier::AtMost), None, None]);
    assert!(problems[0].contains("did you mean \"expected\"?"), "{problems:?}");
}

#[test]
fn what_is_measured_is_inferred_only_where_sound() {
    let measure = |unit: &str, value: f64| {
        let text = format!(
            r#"{{"kind": "bar", "title": "T", "source": "S", "unit": "{unit}", "y": "a", "x": "v", "data": [{{"a": "A", "v": {value}}}]}}"#
        );
        run(&text).0.unwrap().measure
    };
    assert_eq!(measure("%", 50.0), Quantity::Share);
    assert_eq!(measure("%", -2.0), Quantity::Amount);
    assert_eq!(measure("t", 50.0), Quantity::Amount);
    let (checked, _) = ran(r#""kind": "rank", "y": "a", "x": "v""#, r#"[{"a": "A", "v": 3}]"#);
    assert_eq!(checked.unwrap().measure, Quantity::Rank);
    let (checked, _) = ran(&format!("{LINE}, \"measure\": \"index\""), r#"[{"a": 2015, "v": 100}]"#);
    assert_eq!(checked.unwrap().base, Some(100.0));
}

#[test]
fn values_that_cannot_be() {
    let (_, problems) =
        ran(&format!("{BAR}, \"measure\": \"share\""), r#"[{"a": "A", "v": 101}, {"a": "B", "v": -1}]"#);
    assert_eq!(problems.len(), 2);
    assert!(problems[0].contains("101 is no share"), "{problems:?}");
    let (checked, problems) = ran(BAR, r#"[{"a": "A", "v": 1e301}, {"a": "B", "v": -1e300}]"#);
    assert_eq!(values(&checked.unwrap()), [None, Some(-1e300)]);
    assert!(problems[0].contains("too large a number"), "{problems:?}");
    let (_, problems) = ran(r#""kind": "rank", "y": "a", "x": "v", "series": "a""#, r#"[{"a": "A", "v": 1}]"#);
    assert!(problems[0].starts_with("warning: /series: \"series\" has no effect here"), "{problems:?}");
}

#[test]
fn bars_start_at_zero() {
    let (checked, problems) = ran(&format!("{BAR}, \"domain\": [30, 60]"), r#"[{"a": "A", "v": 50}]"#);
    assert_eq!(checked.unwrap().domain, (None, Some(60.0)));
    assert!(problems[0].starts_with("warning: /domain: an axis of bars"), "{problems:?}");
    let (checked, problems) = ran(&format!("{LINE}, \"domain\": [30, 60]"), r#"[{"a": 2015, "v": 50}]"#);
    assert_eq!(checked.unwrap().domain, (Some(30.0), Some(60.0)));
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn a_timeline_has_words_and_dates() {
    let timeline = r#""kind": "timeline", "x": "d", "label": "w", "end": "e""#;
    let (checked, problems) = ran(
        timeline,
        r#"[{"d": "2017-06", "w": "applied"}, {"d": 2015, "w": "span", "e": "2018"}, {"d": "2019", "w": "back", "e": 2016}, {"d": "2019"}]"#,
    );
    let rows = checked.unwrap().rows;
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].period, Some(Period::Month(2017, 6)));
    assert_eq!(rows[1].end, Some(Period::Year(2018)));
    assert_eq!(rows[2].end, None);
    assert_eq!(problems.len(), 2, "{problems:?}");
}

#[test]
fn a_table_reads_columns_of_numbers() {
    let (checked, problems) = ran(
        r#""kind": "table", "columns": ["n", "year", "mixed", "share"]"#,
        r#"{"csv": "n,year,mixed,share\n\"7,387\",2015,3rd,4%\n..,2020,5,5%\n"}"#,
    );
    assert_eq!(problems, Vec::<String>::new());
    let table = checked.unwrap().table;
    use crate::table::Cell;
    assert_eq!(table.columns[0].cells, [Cell::Number(7387.0, 0), Cell::Missing]);
    assert_eq!(table.columns[1].cells, [Cell::Text("2015".into()), Cell::Text("2020".into())]);
    assert_eq!(table.columns[2].cells[1], Cell::Text("5".into()));
    assert_eq!(table.columns[3].cells[0], Cell::Text("4%".into()));
}

#[test]
fn many_problems_of_a_kind_are_summed_up() {
    let rows: Vec<String> = (0..50).map(|i| format!(r#"{{"a": "c{i}", "v": "x"}}"#)).collect();
    let (_, problems) = ran(BAR, &format!("[{}, {{\"a\": \"last\", \"v\": 1}}]", rows.join(",")));
    assert_eq!(problems.len(), 11);
    assert_eq!(problems[10], "warning: /data: 40 more problems of this kind: not-a-number");
}

#[test]
fn what_an_editor_asks() {
    let (checked, problems) = run(&format!(
        r#"{{"kind": "bar", "title": "{}", "alt": "x", "y": "a", "x": "v", "highlight": ["A", "Bb"], "data": [{{"a": "A", "v": 1}}, {{"a": "B", "v": 1}}]}}"#,
        "é".repeat(91)
    ));
    assert!(checked.is_some());
    let kinds = [
        "/title: the title has more",
        "spec: no source",
        "spec: no unit",
        "/highlight/1: no series or category \"Bb\"",
    ];
    assert_eq!(problems.len(), kinds.len(), "{problems:?}");
    for (problem, kind) in problems.iter().zip(kinds) {
        assert!(problem.contains(kind), "{problem}");
    }
    let (_, problems) = run(
        r#"{"kind": "line", "title": "T", "alt": "T", "unit": "%", "measure": "balance", "source": "S", "x": "a", "y": ["1","2","3","4","5","6","7","8"], "data": [{"a": 2015, "1": 1, "2": 1, "3": 1, "4": 1, "5": 1, "6": 1, "7": 1, "8": 1}]}"#,
    );
    assert_eq!(problems.len(), 3, "{problems:?}");
}

#[test]
fn a_highlight_may_be_a_period() {
    let (_, problems) = ran(&format!("{LINE}, \"highlight\": [2015, \"2016\"]"), r#"[{"a": 2015, "v": 1}]"#);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("/highlight/1"));
}

#[test]
fn a_logarithmic_scale_is_refused_where_zero_is_meant() {
    let data = r#"[{"a": 2015, "v": 5}, {"a": 2016, "v": 50}]"#;
    let kinds = |kind: &str, rest: &str| ran(&format!(r#""kind": "{kind}", {rest}"#), data);
    for (kind, rest) in [("bar", r#""y": "a", "x": "v""#), ("column", r#""x": "a", "y": "v""#)] {
        let (checked, problems) = kinds(kind, &[rest, r#", "scale": "log""#].concat());
        assert!(checked.is_none() && problems.iter().any(|p| p.contains("no zero")), "{problems:?}");
        let (checked, problems) = kinds(kind, &[rest, r#", "scale": "linear""#].concat());
        assert!(checked.is_some() && problems.is_empty(), "{problems:?}");
    }
    let (line, problems) = kinds("line", r#""x": "a", "y": "v", "scale": "log""#);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(line.unwrap().scale, (Scaling::Linear, Scaling::Log));
    let (line, problems) = kinds("line", r#""x": "a", "y": "v", "scale": "log", "domain": [0, 100]"#);
    assert!(problems.iter().any(|p| p.contains("/domain")), "{problems:?}");
    assert_eq!(line.unwrap().domain, (None, Some(100.0)));
    let (line, problems) = kinds("line", r#""x": "a", "y": "v", "scale": "log", "target": -3"#);
    assert!(problems.iter().any(|p| p.contains("symlog")), "{problems:?}");
    assert_eq!(line.unwrap().scale.1, Scaling::Symlog);
}

const STACK: &str = r#""kind": "stacked-bar", "y": "a", "x": ["p", "q"]"#;

/// What [`ran`] says of a spec of parts.
fn said(kind_and_keys: &str, data: &str) -> (bool, String) {
    let (checked, problems) = ran(kind_and_keys, data);
    (checked.is_some(), problems.join("\n"))
}

#[test]
fn only_parts_of_one_whole_are_added_up() {
    let data = r#"[{"a": "A", "p": 1, "q": 2}]"#;
    let (drawn, problems) = said(STACK, data);
    assert!(!drawn && problems.starts_with("error: /whole: a stacked-bar adds its parts up"), "{problems}");
    assert_eq!(said(&[STACK, r#", "whole": true"#].concat(), data), (true, String::new()));
}

#[test]
fn shares_of_a_whole_add_up_to_a_hundred() {
    let whole = [STACK, r#", "whole": true, "measure": "share""#].concat();
    let rest = r#"{"a": "A", "p": 40.5, "q": 59}"#;
    assert_eq!(said(&whole, &["[", rest, "]"].concat()), (true, String::new()));
    let (drawn, problems) = said(&whole, &["[", rest, r#", {"a": "B", "p": 28.1, "q": 41.2}]"#].concat());
    assert!(!drawn && problems.contains("data line 2: the shares that begin here add up to 69.3 %"), "{problems}");
    // Counts are no shares: they may add up to anything.
    let counts = [STACK, r#", "whole": true, "measure": "count""#].concat();
    assert_eq!(said(&counts, r#"[{"a": "B", "p": 28, "q": 41}]"#), (true, String::new()));
}

#[test]
fn no_part_is_less_than_nothing() {
    let whole = [STACK, r#", "whole": true"#].concat();
    let (drawn, problems) = said(&whole, r#"[{"a": "A", "p": -1, "q": 2}]"#);
    assert!(!drawn && problems.starts_with("error: data line 1: a part of a whole is less than nothing"), "{problems}");
    assert_eq!(said(&whole, r#"[{"a": "A", "p": 0, "q": 2}]"#), (true, String::new()));
    assert!(!said(&whole, r#"[{"a": "A", "p": 0, "q": 0}]"#).0);
}

#[test]
fn a_ring_holds_six_parts() {
    let donut = r#""kind": "donut", "y": "a", "x": "v", "whole": true"#;
    let rows = |count: usize| {
        let row = |index: usize| format!(r#"{{"a": "{index}", "v": 1}}"#);
        ["[", &(0..count).map(row).collect::<Vec<_>>().join(","), "]"].concat()
    };
    assert_eq!(said(donut, &rows(6)), (true, String::new()));
    let (drawn, problems) = said(donut, &rows(7));
    assert!(!drawn && problems.contains("a ring of 7 parts") && problems.contains("stacked-bar"), "{problems}");
}

#[test]
fn one_share_needs_no_whole_in_a_grid() {
    let grid = r#""kind": "grid", "y": "a", "x": "v""#;
    let one = r#"[{"a": "A", "v": 37.9}]"#;
    assert_eq!(said(&[grid, r#", "measure": "share""#].concat(), one), (true, String::new()));
    assert!(said(grid, one).1.contains("no share of anything"));
    let two = r#"[{"a": "A", "v": 37.9}, {"a": "B", "v": 50.9}]"#;
    assert!(!said(&[grid, r#", "measure": "share""#].concat(), two).0);
}

#[test]
fn what_stands_apart_is_a_series() {
    let survey = r#""kind": "diverging-stacked-bar", "y": "a", "x": ["p", "q"], "whole": true, "apart": "#;
    let data = r#"[{"a": "A", "p": 1, "q": 2}]"#;
    assert_eq!(said(&[survey, r#""q""#].concat(), data), (true, String::new()));
    let (drawn, problems) = said(&[survey, r#""r""#].concat(), data);
    assert!(drawn && problems.contains("warning: /apart: no series \"r\""), "{problems}");
}

#[test]
fn a_fan_needs_intervals_that_hold_their_value() {
    let fan = |keys: &str, data: &str| ran(&[r#""kind": "fan", "x": "a", "y": "v""#, keys].concat(), data);
    let (checked, problems) = fan("", r#"[{"a": 2001, "v": 1}]"#);
    assert!(checked.is_none());
    assert!(problems[0].starts_with("error: spec: \"lower\" and \"upper\" are missing"), "{problems:?}");
    let data = r#"[{"a": 2001, "v": 1}, {"a": 2002, "v": 5, "low 80": 2, "high 80": 4}]"#;
    let (checked, problems) = fan(r#", "lower": "low 80", "upper": "high 80""#, data);
    assert_eq!(checked.unwrap().bands, ["low 80–high 80"]);
    assert!(problems[0].starts_with("warning: data line 2"), "{problems:?}");
}
