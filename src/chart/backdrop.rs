//! What the panels of small multiples are seen against: the line or the columns of one of them, in grey behind the others.

use super::frame::Along;
use super::panel::Panel;
use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect, clip_line};
use crate::scene::{KeyEntry, Mark, Role, Shape, Stroke, Swatch};
use crate::spec::Row;

/// Width of the grey line, in CSS pixels.
const WIDTH: f64 = 1.75;

/// Draws the panels that the author refers to behind the marks of another.
pub(super) fn draw(sketch: &mut Sketch, panel: &mut Panel, facet: usize) {
    let checked = sketch.checked;
    for name in &checked.reference {
        let Some(other) = checked.facets.iter().position(|known| known == name) else { continue };
        let Some(frame) = panel.frame.as_ref().filter(|frame| frame.upright && other != facet) else { continue };
        let rows = checked.rows.iter().filter(|row| row.facet == other && row.series == 0);
        let color = sketch.env.theme.rest;
        let (marks, swatch) = match &frame.along {
            Along::Periods(scale) => {
                let place = |row: &Row| Some(Point::new(scale.at(&row.period?), frame.value.at(row.value?)));
                (lines(&mut rows.map(place), frame.plot, color), Swatch::Line)
            }
            Along::Slots(periods, band) => {
                let pale = sketch.env.theme.background.mix(color, 0.45);
                let mut marks = Vec::new();
                for row in rows {
                    let slot = row.period.and_then(|period| periods.iter().position(|known| *known == period));
                    if let (Some(slot), Some(value)) = (slot, row.value) {
                        let (x, half) = (band.center(slot), band.step() / 2.0);
                        let tip = Point::new(x + half, frame.value.at(value));
                        let rect = Rect::between(Point::new(x - half, frame.value.at(0.0)), tip);
                        marks.push(Shape::Rect { rect, fill: Some(pale), stroke: None });
                    }
                }
                (marks, Swatch::Square)
            }
            Along::Names => continue,
        };
        // Over the grid, under the data.
        let first = panel.marks.iter().position(|mark| mark.role == Role::Data).unwrap_or(panel.marks.len());
        for shape in marks {
            panel.marks.insert(first, Mark { shape, role: Role::Note, datum: None });
        }
        if !sketch.key.iter().any(|entry| entry.label == *name) {
            let color = if swatch == Swatch::Square { sketch.env.theme.background.mix(color, 0.45) } else { color };
            sketch.key.push(KeyEntry { label: name.clone(), color, swatch });
        }
    }
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
