use super::ran;

#[test]
fn time_runs_leftward_only_where_it_can_be_read_so() {
    let years = r#"[{"a": 2015, "v": 5}, {"a": 2016, "v": 50}]"#;
    let asked = |lang: &str, rest: &str, data: &str| {
        let (checked, problems) =
            ran(&format!(r#""lang": "{lang}", "direction": "rtl", "x": "a", "y": "v", {rest}"#), data);
        (checked.unwrap().leftward, problems)
    };
    for kind in [r#""kind": "line""#, r#""kind": "column""#] {
        assert_eq!(asked("ar", kind, years), (true, Vec::new()));
        let (leftward, problems) = asked("en", kind, years);
        assert!(!leftward && problems.len() == 1 && problems[0].contains("left to right"), "{problems:?}");
    }
    let (leftward, problems) = asked("he", r#""kind": "column""#, r#"[{"a": "Coal", "v": 5}, {"a": "Oil", "v": 50}]"#);
    assert!(!leftward && problems.len() == 1 && problems[0].contains("categories"), "{problems:?}");
    let panels = r#"[{"a": 2015, "v": 5, "f": "p"}, {"a": 2016, "v": 50, "f": "q"}]"#;
    let (leftward, problems) = asked("ar", r#""kind": "line", "facet": "f""#, panels);
    assert!(!leftward && problems.iter().any(|said| said.contains("small multiples")), "{problems:?}");
    let (leftward, problems) = asked("ar", r#""kind": "heatmap", "value": "v""#, years);
    assert!(!leftward && problems.iter().any(|said| said.contains("/direction")), "{problems:?}");
}
