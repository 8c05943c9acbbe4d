//! What the panels of small multiples are seen against: the line, columns or bars of one of them, in grey behind the
//! others.

use super::frame::Along;
use super::panel::Panel;
use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect, clip_line};
use crate::scene::{KeyEntry, Mark, Role, Shape, Stroke, Swatch};
use crate::spec::{Checked, Kind, Row};

/// Width of the grey line, in CSS pixels.
const WIDTH: f64 = 1.75;

/// How much longer than the marks of its row a grey mark is, in CSS pixels at either end.
const OVER: f64 = 3.0;
/// The most that the marks of a row take of its height, in CSS pixels.
const THICK: f64 = 20.0;

/// Draws the panels that the author refers to behind the marks of another.
pub(super) fn draw(sketch: &mut Sketch, panel: &mut Panel, facet: usize) {
    let checked = sketch.checked;
    for name in &checked.reference {
        let Some(other) = checked.facets.iter().position(|known| known == name) else { continue };
        let Some(frame) = panel.frame.as_ref().filter(|_| other != facet) else { continue };
        let rows = checked.rows.iter().filter(|row| row.facet == other && row.series == 0);
        let color = sketch.env.theme.rest;
        let pale = sketch.env.theme.background.mix(color, 0.45);
        let (marks, swatch) = match &frame.along {
            Along::Periods(scale) => {
                let place = |row: &Row| Some(Point::new(scale.at(&row.period?), frame.value.at(row.value?)));
                (lines(&mut rows.map(place), frame.plot, color), Swatch::Line)
            }
            // Rows of several series have none: it would be taken for that of all.
            _ if checked.series.len() > 1 => continue,
            Along::Slots(periods, band) => {
                let mut marks = Vec::new();
                for row in rows {
                    let slot = row.period.and_then(|period| periods.iter().position(|known| *known == period));
                    let named = || panel.data.iter().find(|datum| *datum.name == row.category);
                    let place = slot.map(|slot| band.center(slot)).or_else(|| named().map(|datum| datum.anchor.x));
                    if let (Some(x), Some(value)) = (place, row.value) {
                        let half = band.step() / 2.0;
                        let tip = Point::new(x + half, frame.value.at(value));
                        let rect = Rect::between(Point::new(x - half, frame.value.at(0.0)), tip);
                        marks.push(Shape::Rect { rect, fill: Some(pale), stroke: None });
                    }
                }
                (marks, Swatch::Square)
            }
            Along::Names => {
                let bars = checked.kind == Kind::Bar;
                let marks = across(checked, panel, &mut rows.into_iter(), if bars { pale } else { color });
                (marks, if bars { Swatch::Square } else { Swatch::Line })
            }
        };
        if marks.is_empty() {
            continue;
        }
        // Over the grid, under the data.
        let first = panel.marks.iter().position(|mark| mark.role == Role::Data).unwrap_or(panel.marks.len());
        for shape in marks {
            panel.marks.insert(first, Mark { shape, role: Role::Note, datum: None });
        }
        if !sketch.key.iter().any(|entry| entry.label == *name) {
            let color = if swatch == Swatch::Square { pale } else { color };
            sketch.key.push(KeyEntry { label: name.clone(), color, swatch });
        }
    }
}

/// A mark behind each row of the same name: a bar that is a little thicker, or, where the rows have no bars from zero
/// to see it behind, a line across the row.
fn across(checked: &Checked, panel: &Panel, rows: &mut dyn Iterator<Item = &Row>, fill: Color) -> Vec<Shape> {
    let mut marks = Vec::new();
    let Some(frame) = panel.frame.as_ref().filter(|frame| !frame.upright) else { return marks };
    for row in rows {
        let datum = panel.data.iter().find(|datum| *datum.name == row.category);
        let (Some(datum), Some(value)) = (datum, row.value) else { continue };
        let (tip, half) = (frame.value.at(value), datum.reach.height.min(THICK) / 2.0 + OVER);
        let from = if checked.kind == Kind::Bar { frame.value.at(0.0) } else { tip - WIDTH / 2.0 };
        let to = if checked.kind == Kind::Bar { tip } else { tip + WIDTH / 2.0 };
        let [low, high] = [datum.anchor.y - half, datum.anchor.y + half];
        let rect = Rect::between(Point::new(from, low), Point::new(to, high));
        marks.push(Shape::Rect { rect, fill: Some(fill), stroke: None });
    }
    marks
}

/// The line through places in order, broken where one is missing and cut to the plot.
fn lines(places: &mut dyn Iterator<Item = Option<Point>>, plot: Rect, color: Color) -> Vec<Shape> {
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    for place in places {
        match (place, runs.last_mut()) {
            (Some(point), Some(run)) => run.push(point),
            _ => runs.push(Vec::new()),
        }
    }
    let mut cut = Vec::new();
    for run in &runs {
        cut.extend(clip_line(run, plot.grown(0.5)));
    }
    if cut.is_empty() {
        return Vec::new();
    }
    vec![Shape::Line { runs: cut, stroke: Stroke { width: WIDTH, color } }]
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, holds_at_every_width, stage};
    use super::*;
    use crate::theme::Theme;

    /// Three panels of four categories; the second is the reference.
    fn panels(kind: Kind) -> Checked {
        let row = |i: usize| Row {
            category: ["A", "B", "C", "D"][i % 4].into(),
            facet: i / 4,
            value: Some(10.0 + (i * 7 % 12) as f64),
            ..Row::default()
        };
        let facets = vec!["North".into(), "South".into(), "West".into()];
        Checked { facets, reference: vec!["South".into()], ..checked(kind, (0..12).map(row).collect()) }
    }

    #[test]
    fn bars_columns_and_dots_have_a_mark_behind_each_row_of_the_other_panels() {
        let theme = Theme::light();
        let pale = theme.background.mix(theme.rest, 0.45);
        for (kind, fill) in [(Kind::Bar, pale), (Kind::Column, pale), (Kind::Dot, theme.rest)] {
            let drawn = stage(&panels(kind), 640.0);
            let grey = |mark: &&Mark| matches!(mark.shape, Shape::Rect { fill: Some(own), .. } if own == fill);
            let found: Vec<&Mark> = drawn.value.marks.iter().filter(|m| m.role == Role::Note).filter(grey).collect();
            assert_eq!((found.len(), drawn.problems.len()), (8, 0), "{kind:?}");
            assert_eq!(drawn.value.caption.key.len(), 1);
            holds_at_every_width(&panels(kind));
        }
        // As long as the bar that it repeats, on the scale that all panels share.
        let scene = stage(&panels(Kind::Bar), 640.0).value;
        let width = |mark: &Mark| if let Shape::Rect { rect, .. } = mark.shape { rect.width } else { 0.0 };
        let bar = |id: u32| scene.marks.iter().find(|m| m.datum == Some(id) && m.role == Role::Data).map_or(0.0, width);
        let ghosts: Vec<f64> = scene.marks.iter().filter(|mark| mark.role == Role::Note).map(width).collect();
        let mut south: Vec<f64> = (4..8).map(bar).collect();
        let mut first = ghosts[..4].to_vec();
        south.sort_by(f64::total_cmp);
        first.sort_by(f64::total_cmp);
        assert!(south.iter().zip(&first).all(|(a, b)| (a - b).abs() < 0.01), "{south:?} {first:?}");
    }

    #[test]
    fn where_nothing_is_drawn_the_author_is_told() {
        let drawn = stage(&panels(Kind::Donut), 640.0);
        assert!(
            drawn.problems.iter().any(|p| p.kind == "unused-key" && p.hint.contains("bar")),
            "{:?}",
            drawn.problems
        );
    }
}
