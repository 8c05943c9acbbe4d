//! Nothing is invented and nothing is lost, whatever the data.

use super::{Given, scene};
use crate::describe::{describe, table};
use crate::locale::{Period, PeriodStyle, native};
use crate::scene::{Order, Story, digits};
use crate::spec::Qualifier;
use proptest::prelude::*;

/// The numbers in a text: runs of digits with the marks within them.
fn numbers(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .map(|number| number.trim_matches(['.', ',']).to_string())
        .filter(|number| !number.is_empty())
        .collect()
}

fn given() -> impl Strategy<Value = Vec<(usize, usize, f64, usize)>> {
    let value = prop_oneof![8 => (-2000i32..9_000_000).prop_map(|n| f64::from(n) / 10.0), 1 => Just(f64::NAN)];
    prop::collection::vec((0usize..5, 0usize..12, value, 0usize..14), 0..40)
}

proptest! {
    #[test]
    fn every_number_is_the_datas(
        given in given(), order in 0usize..6, zh: bool, points: bool, rank: bool, target in prop::option::of(0.0..90.0f64),
    ) {
        let order = [Order::Time, Order::Category, Order::Pairs, Order::Events, Order::Single, Order::Records][order];
        let locale = native(if zh { "zh-Hans" } else { "en" });
        let labels = ["2001", "2003-Q1", "2004-05", "2005-05-06", "A", "B", "C", "D", "E", "F", "2010", "2011"];
        let series = if order == Order::Pairs { ["2015", "2020", "2015", "2020", "2015"] } else { ["", "U", "V", "W", "X"] };
        let data: Vec<Given> = given
            .iter()
            .map(|(s, l, value, q)| (series[*s], labels[*l], *value, Qualifier::ALL.get(*q).map(|(_, q)| *q)))
            .collect();
        let story = Story { order, points, rank, decimals: 1, target: target.map(|t| (t, None)), ..Story::default() };
        let scene = scene(story, locale.as_ref(), &data);
        let words = describe(&scene, locale.as_ref());
        prop_assert!(!words.is_empty());

        // A table has one more column than series.
        let mut allowed: Vec<String> = (0..=data.len() + 1).map(|count| count.to_string()).collect();
        for datum in &scene.data {
            // A time that names a category is said as a time.
            let period = datum.period.or_else(|| Period::parse(&datum.name));
            let period = period.map(|period| locale.period(&period, PeriodStyle::Long)).unwrap_or_default();
            for text in [datum.own_text().unwrap_or_default(), &datum.name, &datum.series, &period] {
                allowed.extend(numbers(text));
            }
        }
        let mut values: Vec<f64> = scene.data.iter().filter_map(|datum| datum.value).collect();
        if let Some(target) = target {
            allowed.extend(numbers(&locale.number(target, 1)));
            allowed.extend(numbers(&locale.number(target, digits(target))));
            allowed.extend(numbers(&locale.rank(target)));
            values.push(target);
        }
        for one in &values {
            allowed.extend(values.iter().flat_map(|other| numbers(&locale.number((one - other).abs(), 1))));
        }
        for number in numbers(&words) {
            prop_assert!(allowed.contains(&number), "{number} is invented in: {words}");
        }
    }

    #[test]
    fn every_datum_stands_in_the_table_once(given in given(), order in 0usize..6) {
        let order = [Order::Time, Order::Category, Order::Pairs, Order::Events, Order::Single, Order::Records][order];
        let labels = ["2001", "2003-Q1", "2004-05", "2005-05-06", "A", "B", "C", "D", "E", "F", "2010", "2011"];
        let locale = native("en");
        let data: Vec<Given> =
            given.iter().map(|(s, l, value, _)| (["", "U", "V", "W", "X"][*s], labels[*l], *value, None)).collect();
        let scene = scene(Story { order, ..Story::default() }, locale.as_ref(), &data);
        let table = table(&scene, locale.as_ref());
        prop_assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        let mut cells: Vec<&str> = Vec::new();
        let from = if order == Order::Events { 0 } else { 1 };
        for row in &table.rows {
            cells.extend(row[from..].iter().map(String::as_str).filter(|cell| !cell.is_empty()));
        }
        let mut texts: Vec<&str> = scene.data.iter().filter_map(|datum| datum.own_text()).collect();
        if order == Order::Events {
            texts.extend(scene.data.iter().map(|datum| &*datum.name).filter(|label| !label.is_empty()));
        }
        cells.sort_unstable();
        texts.sort_unstable();
        prop_assert_eq!(cells, texts);
    }
}
