use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
use crate::locale::Period;
use crate::scene::{Role, Shape};
use crate::spec::{Checked, Highlight, Kind, Qualifier, Quantity, Row, Scaling};

fn year(series: usize, year: i32, value: f64) -> Row {
    Row { series, period: Some(Period::Year(year)), value: Some(value), ..Row::default() }
}

fn slopes(names: Vec<String>, years: &[i32]) -> Checked {
    let rows = (0..names.len()).flat_map(|series| {
        years.iter().map(move |at| year(series, *at, 40.0 + f64::from(at % 7) * 3.0 + series as f64 * 0.4))
    });
    Checked { series: names, unit: "%".into(), decimals: 1, ..checked(Kind::Slope, rows.collect()) }
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|i| format!("Country number {i}")).collect()
}

#[test]
fn on_a_logarithmic_scale_equal_growth_is_parallel() {
    let row = |series: usize, year: i32, value: f64| Row {
        series,
        period: Some(Period::Year(year)),
        value: Some(value),
        ..Row::default()
    };
    let rows = vec![row(0, 1955, 10.0), row(0, 2005, 30.0), row(1, 1955, 400.0), row(1, 2005, 1200.0)];
    let even = Checked { series: vec!["A".into(), "B".into()], ..checked(Kind::Slope, rows) };
    let spec = Checked { scale: (Scaling::Linear, Scaling::Log), ..even.clone() };
    let rises = |spec: &Checked| {
        let scene = stage(spec, 640.0).value;
        let at = |i: usize| scene.data[i].anchor.y;
        (at(0) - at(1), at(2) - at(3))
    };
    let ((small, large), (few, many)) = (rises(&spec), rises(&even));
    assert!((small - large).abs() < 1e-6 && small > 20.0, "{small} {large}");
    assert!(few < many / 10.0, "{few} {many}");
    holds_at_every_width(&spec);
}

#[test]
fn words_never_collide() {
    for count in [1, 2, 5, 12, 40] {
        for years in [&[2000, 2020][..], &[1990, 2019, 2020], &[1980, 1990, 2000, 2010, 2015, 2019, 2020]] {
            holds_at_every_width(&slopes(names(count), years));
        }
    }
    holds_at_every_width(&slopes(hard_words(), &[2000, 2020]));
    let highlight = Highlight(vec!["Country number 3".into()]);
    holds_at_every_width(&Checked { highlight, ..slopes(names(40), &[2000, 2020]) });
    let stages: Vec<Row> = (0..30)
        .map(|i| Row { category: hard_words()[i % 5].clone(), series: i / 5, value: Some(i as f64), ..Row::default() })
        .collect();
    holds_at_every_width(&Checked { series: names(6), ..checked(Kind::Slope, stages) });
}

#[test]
fn names_stand_once_and_the_unit_once_a_side() {
    for width in [320.0, 640.0] {
        let scene = stage(&slopes(names(3), &[2015, 2020]), width).value;
        let said = texts(&scene).join("|");
        assert_eq!(said.matches("Country").count(), 3, "{said}");
        assert_eq!(said.matches('%').count(), 2, "{said}");
    }
}

#[test]
fn a_stage_that_a_series_does_not_have_is_a_gap() {
    let rows = vec![
        year(0, 2000, 1.0),
        year(0, 2010, 2.0),
        year(0, 2020, 3.0),
        year(1, 2000, 5.0),
        year(1, 2020, 6.0),
        year(2, 2000, 9.0),
    ];
    let scene = stage(&Checked { series: names(3), ..checked(Kind::Slope, rows) }, 400.0).value;
    assert_eq!(scene.data.len(), 6);
    let lines: Vec<usize> = scene
        .marks
        .iter()
        .filter(|mark| mark.role == Role::Data)
        .filter_map(|mark| if let Shape::Line { runs, .. } = &mark.shape { Some(runs.len()) } else { None })
        .collect();
    assert_eq!(lines, [1], "the second and third series have no line");
    assert!(texts(&scene).join(" ").contains("Country number 2") || texts(&scene).contains(&"number 2"));
}

#[test]
fn what_is_said_of_a_value_is_shown() {
    let mut rows = vec![year(0, 2000, 10.0), year(0, 2020, 20.0), year(1, 2000, 5.0), year(1, 2020, 9.0)];
    rows[1].qualifier = Some(Qualifier::Over);
    rows[3].qualifier = Some(Qualifier::Expected);
    let found = stage(&Checked { series: names(2), ..checked(Kind::Slope, rows) }, 640.0);
    assert!(texts(&found.value).contains(&"20+"));
    let rings = found.value.marks.iter().filter(|mark| matches!(mark.shape, Shape::Dot { ring: Some(_), .. }));
    assert_eq!(rings.count(), 1);
    assert!(found.value.caption.notes.iter().any(|note| note.contains("Dashed")));
    assert!(told(&found.value)[3].details.iter().any(|detail| detail.contains("since 2000")));
    assert!(found.value.data[1].details().is_empty(), "nobody knows how much more than 20 it is");
}

#[test]
fn ranks_run_downward() {
    let rows = vec![year(0, 2000, 8.0), year(0, 2020, 1.0)];
    let scene = stage(&Checked { measure: Quantity::Rank, ..checked(Kind::Slope, rows) }, 400.0).value;
    assert!(scene.data[0].anchor.y > scene.data[1].anchor.y);
    assert!(texts(&scene).contains(&"8th") && texts(&scene).contains(&"1th"), "{:?}", texts(&scene));
}
