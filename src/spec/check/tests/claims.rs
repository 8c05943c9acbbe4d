//! What title, unit and dates claim.

use super::*;

#[test]
fn money_over_many_years_says_its_prices() {
    let years = r#"[{"a": 2005, "v": 1}, {"a": 2020, "v": 2}]"#;
    let said = |subtitle: &str, unit: &str, data: &str| {
        let text = format!(
            r#"{{{LINE}, "title": "T", "source": "S", "subtitle": "{subtitle}", "unit": "{unit}", "data": {data}}}"#
        );
        run(&text).1
    };
    for unit in ["USD", "€ billion", "亿元", "million dollars"] {
        assert!(said("", unit, years)[0].contains("money over 15 years"), "{unit}");
    }
    assert_eq!(said("at constant prices", "USD", years), Vec::<String>::new());
    assert_eq!(said("按不变价计算", "亿元", years), Vec::<String>::new());
    assert_eq!(said("", "TEU", years), Vec::<String>::new());
    assert_eq!(said("", "USD", r#"[{"a": 2010, "v": 1}, {"a": 2020, "v": 2}]"#), Vec::<String>::new());
}

#[test]
fn a_title_names_no_year_that_the_data_has_not() {
    let said = |title: &str, more: &str| {
        let data = r#"[{"a": 2010, "v": 1}, {"a": "2020-Q1", "v": 2}]"#;
        run(&format!(r#"{{{LINE}, "title": "{title}", "source": "S", "unit": "u"{more}, "data": {data}}}"#)).1
    };
    let wrong = said("More than in 1990", "");
    assert_eq!(
        wrong,
        [
            "warning: /title: the title names 1990, and the data goes from 2010 to 2020; add the data of that year, or mend the title"
        ]
    );
    for title in ["More than in 2015", "Over 1990 firms", "Back to $1990"] {
        assert_eq!(said(title, ""), Vec::<String>::new(), "{title}");
    }
    assert_eq!(said("The aim is set to 2030", r#", "target": {"value": 3, "period": 2030}"#), Vec::<String>::new());
}

#[test]
fn a_period_that_goes_on_after_the_data_is_incomplete() {
    let said = |until: &str| {
        let (checked, problems) =
            ran(&format!("{LINE}, \"until\": \"{until}\""), r#"[{"a": "2023", "v": 1}, {"a": "2024", "v": 2}]"#);
        (checked.unwrap().incomplete, problems.len())
    };
    assert_eq!(said("2024-06-30"), (true, 0));
    assert_eq!(said("2024-12-31"), (false, 0));
    assert_eq!(said("2023-06-30"), (false, 0));
    assert_eq!(said("soon"), (false, 1));
}
