use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
use crate::locale::Period;
use crate::scene::{Role, Scene, Shape};
use crate::spec::{Checked, Highlight, Kind, Qualifier, Quantity, Row};

fn place(series: usize, year: i32, value: f64) -> Row {
    Row { series, period: Some(Period::Year(year)), value: Some(value), ..Row::default() }
}

fn ranks(names: Vec<String>, rows: Vec<Row>) -> Checked {
    Checked { series: names, measure: Quantity::Rank, ..checked(Kind::Bump, rows) }
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|i| format!("Country number {i}")).collect()
}

/// Everybody moves by one place a year, the last to the top.
fn round(names: Vec<String>, years: i32) -> Checked {
    let count = names.len();
    let rows = (0..count).flat_map(|series| {
        (0..years).map(move |i| place(series, 2000 + i, ((series + i as usize) % count + 1) as f64))
    });
    ranks(names, rows.collect())
}

#[test]
fn words_never_collide() {
    for count in [1, 2, 7, 12, 40] {
        for years in [2, 5, 30] {
            holds_at_every_width(&round(names(count), years));
        }
    }
    holds_at_every_width(&round(hard_words(), 4));
    let highlight = Highlight(vec!["Country number 3".into()]);
    holds_at_every_width(&Checked { highlight, ..round(names(40), 8) });
    holds_at_every_width(&Checked { domain: (None, Some(10.0)), ..round(names(40), 8) });
}

#[test]
fn the_first_place_is_at_the_top() {
    let scene = stage(&round(names(3), 2), 400.0).value;
    let heights: Vec<f64> = scene.data.iter().map(|datum| datum.anchor.y).collect();
    assert!(heights[0] < heights[2] && heights[2] < heights[4], "{heights:?}");
    assert!(texts(&scene).contains(&"1th"), "{:?}", texts(&scene));
}

fn dots(scene: &Scene, id: u32) -> usize {
    let own = |mark: &&crate::scene::Mark| mark.datum == Some(id) && matches!(mark.shape, Shape::Dot { .. });
    scene.marks.iter().filter(own).count()
}

#[test]
fn who_shares_a_place_stands_beside_and_is_told_so() {
    let rows = vec![place(0, 2000, 1.0), place(0, 2001, 2.0), place(1, 2000, 3.0), place(1, 2001, 2.0)];
    let scene = stage(&ranks(names(2), rows), 400.0).value;
    let (a, b) = (&scene.data[1], &scene.data[3]);
    assert!(a.anchor.y == b.anchor.y && told(&scene)[a.id as usize].details[0].contains("Country number 1"), "{a:?}");
    let xs: Vec<f64> = scene
        .marks
        .iter()
        .filter(|mark| mark.datum == Some(1) || mark.datum == Some(3))
        .filter_map(|mark| if let Shape::Dot { center, .. } = mark.shape { Some(center.x) } else { None })
        .collect();
    assert!((xs[0] - xs[2]).abs() > 8.0, "{xs:?}");
    assert!(scene.data[0].details().is_empty());
}

#[test]
fn a_bound_is_a_span_and_ends_the_line() {
    let mut rows = vec![place(0, 2000, 3.0), place(0, 2001, 20.0), place(0, 2002, 5.0)];
    rows[1].qualifier = Some(Qualifier::AtMost);
    let scene = stage(&ranks(names(1), rows), 400.0).value;
    let span = scene.marks.iter().find(|mark| mark.datum == Some(1)).map(|mark| &mark.shape);
    let Some(Shape::Polygon { points, .. }) = span else { panic!("{span:?}") };
    let heights = points.iter().map(|point| point.y);
    assert!(heights.clone().fold(0.0, f64::max) - heights.fold(f64::MAX, f64::min) > 200.0);
    assert_eq!((dots(&scene, 0), dots(&scene, 1), dots(&scene, 2)), (2, 0, 2));
    let line = scene.marks.iter().any(|mark| mark.role == Role::Data && matches!(mark.shape, Shape::Line { .. }));
    assert!(!line, "no line leads through a place that nobody knows");
    assert!(scene.caption.notes.iter().any(|note| note.contains("top 20")), "{:?}", scene.caption.notes);
}

#[test]
fn who_leaves_the_list_is_named_where_the_line_ends() {
    let rows = vec![
        place(0, 2000, 1.0),
        place(0, 2001, 1.0),
        place(0, 2002, 1.0),
        place(0, 2003, 1.0),
        place(1, 2000, 2.0),
        place(1, 2001, 2.0),
    ];
    let scene = stage(&ranks(vec!["Stays".into(), "Leaves".into()], rows), 400.0).value;
    assert!(texts(&scene).contains(&"Leaves"), "{:?}", texts(&scene));
    assert_eq!(scene.data.len(), 6);
}
