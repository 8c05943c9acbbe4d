//! The rows, bars, shades and lines of a table.

use super::super::stage::{PLAIN, checked, hard_words, holds_at_every_width, stage, texts};
use crate::scene::{Role, Shape};
use crate::spec::{Checked, Display, Face, Kind, Sort};
use crate::table::{Cell, Column, Table};

fn table(columns: Vec<(&str, Vec<Cell>)>) -> Checked {
    let mut spec = checked(Kind::Table, Vec::new());
    let lines = (1..=columns.first().map_or(0, |(_, cells)| cells.len() as u32)).collect();
    let columns = columns.into_iter().map(|(name, cells)| Column { name: name.into(), cells });
    spec.table = Table { columns: columns.collect(), lines };
    spec
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

#[test]
fn each_cell_is_a_datum_named_by_its_row_and_column() {
    let numbers = vec![Cell::Number(47.9, 1), Cell::Missing];
    let mut spec = table(vec![("Sector", vec![text("A"), text("B")]), ("2015", numbers)]);
    spec.decimals = 1;
    let scene = stage(&spec, 320.0).value;
    let data: Vec<_> = scene.data.iter().map(|d| (&*d.name, &*d.series, d.value)).collect();
    assert_eq!(data, [("A", "2015", Some(47.9)), ("B", "2015", None)]);
    assert!(texts(&scene).contains(&"–"), "a gap is shown as one");
}

#[test]
fn bars_start_at_zero_and_are_as_long_as_their_numbers() {
    let numbers = [10.0, -5.0, 40.0].map(|number| Cell::Number(number, 0)).to_vec();
    let spec = table(vec![("Name", vec![text("A"), text("B"), text("C")]), ("Count", numbers)]);
    let scene = stage(&spec, 480.0).value;
    let bars: Vec<_> = scene
        .marks
        .iter()
        .filter(|mark| mark.role == Role::Data)
        .filter_map(|mark| if let Shape::Rect { rect, .. } = mark.shape { Some(rect) } else { None })
        .collect();
    assert!((bars[2].width / bars[0].width - 4.0).abs() < 1e-9);
    assert!((bars[0].width / bars[1].width - 2.0).abs() < 1e-9);
    assert!((bars[1].right() - bars[0].x).abs() < 1e-9, "less than zero grows to the other side");
}

/// A table of three rows: a name, and two columns of numbers under a face.
fn faced(display: Display) -> Checked {
    let numbers = |numbers: [f64; 3]| numbers.map(|number| Cell::Number(number, 0)).to_vec();
    let names = vec![text("A"), text("B"), text("C")];
    let mut spec = table(vec![("Name", names), ("2020", numbers([10.0, -5.0, 40.0]))]);
    let gap = vec![Some(4.0), None, Some(-5.0)];
    let courses = vec![vec![Some(0.0), Some(5.0), Some(10.0)], gap, vec![Some(30.0), Some(35.0), Some(40.0)]];
    let steps = ["2000", "2015", "2020"].map(String::from).to_vec();
    spec.faces = vec![Face::default(), Face { display, steps, courses }];
    if display != Display::Line {
        spec.faces[1].courses.clear();
    }
    spec
}

#[test]
fn a_shade_lies_behind_its_number_and_is_told() {
    let scene = stage(&faced(Display::Heat), 480.0).value;
    let shades: Vec<_> = scene.data.iter().map(|datum| datum.said.as_ref().unwrap().shade.unwrap()).collect();
    assert!(shades[0] != shades[1] && shades[0] != shades[2]);
    let painted = scene.marks.iter().filter(|mark| mark.role == Role::Data);
    let fills: Vec<_> =
        painted.filter_map(|mark| if let Shape::Rect { fill, .. } = mark.shape { fill } else { None }).collect();
    assert_eq!(fills, shades, "and no bars");
    for mark in &scene.marks {
        if let (Shape::Text(run), Some(id)) = (&mark.shape, mark.datum) {
            assert!(run.color.contrast(shades[id as usize]) >= 4.5);
        }
    }
}

#[test]
fn a_line_is_broken_at_gaps_and_each_step_is_told() {
    let scene = stage(&faced(Display::Line), 480.0).value;
    let lines: Vec<_> = scene
        .marks
        .iter()
        .filter_map(|mark| if let Shape::Line { runs, .. } = &mark.shape { Some((mark.datum, runs)) } else { None })
        .collect();
    // Of the row with a gap in the middle nothing is joined.
    assert_eq!(lines.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [Some(0), Some(2)]);
    let points = &lines[0].1[0];
    assert!(points[1].x - points[0].x > 2.5 * (points[2].x - points[1].x), "as far apart as their periods");
    assert!((points[0].y - points[2].y - 2.0 * (lines[1].1[0][0].y - lines[1].1[0][1].y)).abs() < 1e-9);
    let details: Vec<_> =
        scene.data[1].details().iter().map(|detail| detail.say(&scene.story.manner, &PLAIN)).collect();
    assert_eq!(details, ["Colon 2000 4", "Colon 2015 NoData", "Colon 2020 −5"]);
    assert_eq!(scene.data[1].said.as_ref().unwrap().course.len(), 3);
    holds_at_every_width(&faced(Display::Line));
}

#[test]
fn time_runs_rightward_where_words_run_leftward() {
    let scene = super::super::stage::stage_in("ar", &faced(Display::Line), 480.0).value;
    let runs =
        scene.marks.iter().find_map(|mark| if let Shape::Line { runs, .. } = &mark.shape { Some(runs) } else { None });
    let points = &runs.unwrap()[0];
    assert!(points[0].x < points[1].x && points[1].x < points[2].x);
    assert!(points[1].x - points[0].x > 2.5 * (points[2].x - points[1].x));
}

#[test]
fn text_alone_has_neither() {
    let scene = stage(&faced(Display::Text), 480.0).value;
    assert!(scene.marks.iter().all(|mark| mark.role != Role::Data));
}

#[test]
fn a_long_table_says_how_much_of_it_is_shown() {
    let names = (0..200).map(|i| text(&i.to_string())).collect();
    let numbers = (0..200).map(|i| Cell::Number(f64::from(i), 0)).collect();
    let mut spec = table(vec![("Name", names), ("Number", numbers)]);
    spec.sort = Sort::Descending;
    let scene = stage(&spec, 320.0).value;
    assert_eq!(scene.data.len(), 200);
    assert_eq!(scene.data[0].value, Some(199.0));
    assert!(scene.caption.notes[0].contains("40 200"), "{:?}", scene.caption.notes);
    assert!(!texts(&scene).contains(&"100"));
}

#[test]
fn nothing_overlaps_at_any_width() {
    let hard =
        || hard_words().into_iter().map(|words| if words.is_empty() { Cell::Missing } else { Cell::Text(words) });
    let numbers = |scale: f64| {
        (0..6)
            .map(|i| if i == 3 { Cell::Missing } else { Cell::Number((f64::from(i) - 1.5) * scale, 2) })
            .collect::<Vec<_>>()
    };
    let heads = hard_words();
    for scale in [1.0, 1e6, 1e300] {
        for count in 1..8 {
            let mut columns: Vec<(&str, Vec<Cell>)> = Vec::new();
            for i in 0..count {
                let cells = match i % 3 {
                    0 => hard().cycle().skip(i).take(6).collect(),
                    1 => numbers(scale),
                    _ => vec![text("short"); 6],
                };
                columns.push((heads[(i + 5) % 6].as_str(), cells));
            }
            let mut spec = table(columns);
            spec.decimals = 2;
            holds_at_every_width(&spec);
            spec.table.columns.reverse();
            holds_at_every_width(&spec);
        }
    }
    holds_at_every_width(&table(Vec::new()));
    holds_at_every_width(&table(vec![("Only", vec![text("one")])]));
}
