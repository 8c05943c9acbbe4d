use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
use crate::locale::Period;
use crate::scene::{Anchor, Role, Scene, Shape};
use crate::spec::{Annotation, At, Checked, Kind, Qualifier, Row, Spot, Target};

fn year(series: usize, year: i32, value: f64) -> Row {
    Row { series, period: Some(Period::Year(year)), value: Some(value), ..Row::default() }
}

fn lines(names: Vec<String>, years: i32, scale: f64) -> Checked {
    let rows = (0..names.len())
        .flat_map(|series| (0..years).map(move |i| year(series, 2000 + i, f64::from((i * 7) % 11 - 3) * scale)));
    let rows: Vec<Row> = rows.collect();
    Checked { series: names, unit: "%".into(), ..checked(Kind::Sparkline, rows) }
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|i| format!("Country number {i}")).collect()
}

#[test]
fn nothing_overlaps_at_any_width() {
    for count in [1, 2, 12, 150] {
        for years in [1, 2, 3, 40] {
            holds_at_every_width(&lines(names(count), years, 1.0));
        }
    }
    for scale in [1e-9, 1e6, 1e300, 0.0] {
        holds_at_every_width(&lines(names(3), 9, scale));
    }
    holds_at_every_width(&lines(hard_words(), 9, 1.0));
    holds_at_every_width(&lines(vec![String::new()], 9, 1.0));
}

fn small_dots(scene: &Scene) -> Vec<u32> {
    let small = |shape: &Shape| matches!(shape, Shape::Dot { radius, .. } if *radius == 2.5);
    scene.marks.iter().filter(|mark| small(&mark.shape)).filter_map(|mark| mark.datum).collect()
}

#[test]
fn the_highest_and_the_lowest_have_a_dot_and_the_ends_their_values() {
    let values = [3.0, 9.0, 1.0, 4.0];
    let rows = values.iter().enumerate().map(|(i, value)| year(0, 2000 + i as i32, *value)).collect();
    let scene = stage(&Checked { series: names(1), ..checked(Kind::Sparkline, rows) }, 320.0).value;
    assert_eq!(small_dots(&scene), [1, 2]);
    let said = texts(&scene);
    for words in ["3", "4", "2000", "2003", "Country"] {
        assert!(said.contains(&words), "{said:?}");
    }
    assert!(scene.caption.notes[0].contains("SmallDots"));
    assert_eq!(scene.data.len(), 4);
}

/// How high each series' line is, in CSS pixels.
fn heights(scene: &Scene) -> Vec<f64> {
    let runs = scene.marks.iter().filter(|mark| mark.role == Role::Data).filter_map(|mark| match &mark.shape {
        Shape::Line { runs, .. } => Some(runs.iter().flatten().map(|point| point.y).collect::<Vec<f64>>()),
        _ => None,
    });
    runs.map(|ys| ys.iter().fold(0.0, |a: f64, b| a.max(*b)) - ys.iter().fold(f64::MAX, |a: f64, b| a.min(*b)))
        .collect()
}

#[test]
fn a_unit_is_as_high_in_every_row_unless_each_is_free() {
    let rows = [(0, 10.0), (1, 1.0)]
        .iter()
        .flat_map(|(series, by)| (0..3).map(move |i| year(*series, 2000 + i, 50.0 + f64::from(i % 2) * by)));
    let spec = Checked { series: names(2), ..checked(Kind::Sparkline, rows.collect()) };
    let shared = heights(&stage(&spec, 400.0).value);
    assert!((shared[0] / shared[1] - 10.0).abs() < 0.01, "{shared:?}");
    let free = stage(&Checked { free: true, ..spec }, 400.0).value;
    assert!((heights(&free)[0] - heights(&free)[1]).abs() < 0.01);
    assert!(free.caption.notes.iter().any(|note| note.contains("OwnScales")), "{:?}", free.caption.notes);
}

#[test]
fn gaps_bounds_and_open_values() {
    let mut rows: Vec<Row> = (0..6).map(|i| year(0, 2000 + i, f64::from(i))).collect();
    rows[2].value = None;
    rows[5].qualifier = Some(Qualifier::Projected);
    let found = stage(&Checked { series: names(1), ..checked(Kind::Sparkline, rows) }, 400.0).value;
    let rings = found.marks.iter().filter(|mark| matches!(mark.shape, Shape::Dot { ring: Some(_), .. })).count();
    assert_eq!(rings, 1);
    assert!(found.caption.notes.iter().any(|note| note.contains("Dashed")));
}

#[test]
fn a_target_is_in_every_row_and_named_once() {
    let target = Some(Target { value: 40.0, upper: None, period: None, label: "Aim".into() });
    let found = stage(&Checked { target, ..lines(names(3), 9, 1.0) }, 400.0).value;
    let dashes = |mark: &&crate::scene::Mark| mark.role == Role::Note && matches!(mark.shape, Shape::Line { .. });
    assert_eq!(found.marks.iter().filter(dashes).count(), 3);
    assert_eq!(found.caption.notes.iter().filter(|note| note.contains("Aim")).count(), 1);
}

#[test]
fn one_line_alone_takes_annotations_and_a_series_that_ends_early_its_value_there() {
    let spot = Spot::Line(At::Period(Period::Year(2002)));
    let annotations = vec![Annotation { text: "Plan".into(), spot, pointer: "/a".into() }];
    let found = stage(&Checked { annotations, ..lines(names(1), 9, 1.0) }, 400.0);
    assert!(found.problems.is_empty() && texts(&found.value).contains(&"Plan"));
    let rows = vec![year(0, 2000, 1.0), year(0, 2010, 2.0), year(1, 2000, 3.0), year(1, 2005, 4.0)];
    let scene = stage(&Checked { series: names(2), ..checked(Kind::Sparkline, rows) }, 400.0).value;
    let at = |words: &str| {
        scene.marks.iter().find_map(|mark| match &mark.shape {
            Shape::Text(run) if run.text == words && run.anchor == Anchor::Left => Some(run.at.x),
            _ => None,
        })
    };
    assert!(at("4") < at("2"));
}
