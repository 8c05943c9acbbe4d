//! What authors type, and what is made of it.

use super::*;

fn read(text: &str) -> (Option<Spec>, Vec<String>) {
    let parsed = parse(&serde_json::from_str(text).unwrap(), "de-AT");
    (parsed.value, parsed.problems.iter().map(Problem::say).collect())
}

#[test]
fn every_example_of_the_table_of_keys_is_read() {
    for key in KEYS {
        let kind = FORMS.iter().find(|form| key.is_heeded_by(form)).map_or("bar", |form| form.name);
        let text = if key.name == "kind" || key.name == "data" {
            r#"{"kind": "bar", "data": []}"#.into()
        } else {
            format!(r#"{{"kind": "{kind}", "{}": {}, "data": []}}"#, key.name, key.example)
        };
        let (spec, problems) = read(&text);
        assert_eq!(problems, Vec::<String>::new(), "{text}");
        let bare = read(&format!(r#"{{"kind": "{kind}", "data": []}}"#)).0;
        assert!(spec != bare || matches!(key.name, "kind" | "data"), "{text} says nothing");
    }
}

#[test]
fn everything_is_said_at_once() {
    let (spec, problems) = read(r#"{"titel": "T", "arrow": 1, "decimals": 99, "base": "x", "data": [1]}"#);
    assert!(spec.is_none());
    let known = [
        "no kind of chart",
        "did you mean \"title\"?",
        "expected true or false",
        "from 0 to 12",
        "a number, found text",
        "is no table",
    ];
    assert_eq!(problems.len(), known.len(), "{problems:?}");
    for (problem, known) in problems.iter().zip(known) {
        assert!(problem.contains(known), "{problem}");
    }
}

#[test]
fn one_value_where_a_list_is_meant_and_words_in_languages() {
    let (spec, problems) = read(
        r#"{"kind": "line", "y": "v", "note": {"en": "A", "de": "B"}, "source": {"en": "C", "de": "D"},
            "target": 5, "title": " T ", "highlight": 2015, "data": "x.csv"}"#,
    );
    assert_eq!(problems, Vec::<String>::new());
    let spec = spec.unwrap();
    assert_eq!(spec.y, ["v"]);
    assert_eq!(spec.notes, ["B"]);
    assert_eq!(spec.source.unwrap().name, "D");
    assert_eq!(spec.target.unwrap().value, 5.0);
    assert_eq!((spec.title.as_str(), spec.lang.as_str()), ("T", "de-AT"));
    assert_eq!(spec.highlight, ["2015"]);
    assert_eq!(spec.data, Data::Address("x.csv".into()));
}

#[test]
fn keys_twice_or_of_other_kinds() {
    let (_, problems) = read(r#"{"kind": "bar", "title": "a", "title": "b", "bridge": true, "data": []}"#);
    assert_eq!(problems.len(), 2);
    assert!(problems[0].contains("stands twice"));
    assert_eq!(problems[1], "warning: /bridge: \"bridge\" has no effect here; it is for line, slope, bump, sparkline");
}

#[test]
fn addresses_that_could_run_something_are_refused() {
    for url in ["javascript:alert(1)", " JavaScript:x", "data:text/csv,a", "file:///etc", ""] {
        let text =
            format!(r#"{{"kind": "bar", "source": {{"name": "S", "url": "{url}x"}}, "data": {{"url": "{url}"}}}}"#);
        let (spec, problems) = read(&text);
        assert!(spec.is_none() && problems.len() == 2, "{url}: {problems:?}");
    }
    for url in ["a.csv", "../a b.csv?x=1:2", "https://example.org/a.csv", "table"] {
        assert_eq!(read(&format!(r#"{{"kind": "bar", "data": {{"url": "{url}"}}}}"#)).1.len(), 0, "{url}");
    }
}

#[test]
fn numbers_in_quotes_are_read_and_told_of() {
    let (spec, problems) =
        read(r#"{"kind": "bar", "target": "50%", "decimals": "1", "domain": ["0", null], "base": "x", "data": []}"#);
    let spec = spec.unwrap();
    assert_eq!(spec.target.map(|goal| goal.value), Some(50.0));
    assert_eq!((spec.decimals, spec.domain), (Some(1.0), (Some(0.0), None)));
    assert_eq!(problems[0], "warning: /target: \"50%\" is text; it is read as a number; write 50 without quotes");
    assert!(problems[2].starts_with("warning: /domain/0: \"0\""), "{problems:?}");
    assert!(problems[3].contains("expected a number, found text") && problems.len() == 4, "{problems:?}");
    let (spec, _) = read(r#"{"kind": "bar", "target": {"value": "60", "upper": "70"}, "data": []}"#);
    let goal = spec.unwrap().target.unwrap();
    assert_eq!((goal.value, goal.upper), (60.0, Some(70.0)));
}

#[test]
fn what_others_call_a_thing_is_understood() {
    for (text, hint) in [
        (r#"{"kind": "barchart", "data": []}"#, "did you mean \"bar\"?"),
        (r#"{"kind": "lines", "data": []}"#, "did you mean \"line\"?"),
        (r#"{"kind": "kpi", "data": []}"#, "did you mean \"number\"?"),
        (r#"{"kind": "gant", "data": []}"#, "did you mean \"timeline\"?"),
        (r#"{"kind": "zzzzzz", "data": []}"#, "the kinds are bar, column"),
        (r#"{"kind": "bar", "measure": "percentage", "data": []}"#, "did you mean \"share\"?"),
        (r#"{"kind": "bar", "sort": "desc", "data": []}"#, "did you mean \"descending\"?"),
        (r#"{"kind": "bar", "colour": "red", "data": []}"#, "did you mean \"series\" or \"highlight\"?"),
    ] {
        let problems = read(text).1;
        assert!(problems[0].contains(hint), "{problems:?}");
    }
    // All kinds are named, however many there are.
    let problems = read(r#"{"kind": "zzzzzz", "data": []}"#).1;
    assert!(FORMS.iter().all(|form| problems[0].contains(form.name)), "{problems:?}");
}

#[test]
fn what_is_no_object() {
    for text in ["[]", "5", "null", "\"bar\""] {
        assert!(read(text).1[0].starts_with("error: spec: a spec is an object, not "), "{text}");
    }
}

#[test]
fn columns_are_names_or_say_what_their_cells_show() {
    use crate::spec::{Display, Shown};
    let text = |text: &str| Value::Text(text.into());
    let map = |entries: &[(&str, Value)]| {
        Value::Map(entries.iter().map(|(key, value)| ((*key).into(), value.clone())).collect())
    };
    let years = Value::List(vec![Value::Number(2000.0), text("2010")]);
    let line = map(&[("column", years), ("as", text("line")), ("name", text("Since 2000"))]);
    let wrong = map(&[("column", text("share")), ("as", text("heatmap"))]);
    let rows = Value::List(vec![map(&[("share", Value::Number(1.0))])]);
    let spec =
        map(&[("kind", text("table")), ("columns", Value::List(vec![text("name"), line, wrong])), ("data", rows)]);
    let read = parse(&spec, "en");
    let columns = read.value.unwrap().columns;
    assert_eq!(columns[0], Shown { from: vec!["name".into()], ..Shown::default() });
    assert_eq!((columns[1].from.len(), columns[1].display), (2, Some(Display::Line)));
    assert_eq!(columns[1].name, "Since 2000");
    assert_eq!(columns[2].display, None);
    assert_eq!(read.problems[0].place.say(), "/columns/2/as");
}
