//! Hatching: a place whose value nobody knows.

use super::sketch::Sketch;
use crate::geom::{Point, Rect, clip_line};
use crate::scene::{DatumId, Role, Shape, Stroke};

/// From one stroke to the next along the edge, in CSS pixels.
const STEP: f64 = 6.0;

/// Strokes from lower left to upper right across a box, in one pattern over the whole plot, so that boxes side by side
/// look alike.
pub(super) fn strokes(area: Rect) -> Vec<Vec<Point>> {
    let mut runs = Vec::new();
    // A stroke holds the points whose x and y add up to its number.
    let (first, last) = (area.x + area.y, area.right() + area.bottom());
    let mut sum = (first / STEP).floor() * STEP + STEP;
    while sum < last {
        let stroke = [Point::new(area.x, sum - area.x), Point::new(sum - area.y, area.y)];
        runs.extend(clip_line(&stroke, area));
        sum += STEP;
    }
    runs
}

/// Hatches boxes; a box too small for a stroke stays empty.
pub(super) fn draw(sketch: &mut Sketch, role: Role, datum: Option<DatumId>, areas: &[Rect]) {
    let mut runs = Vec::new();
    for area in areas {
        runs.extend(strokes(*area));
    }
    if !runs.is_empty() {
        let color = sketch.env.theme.rest.mix(sketch.env.theme.background, 0.35);
        sketch.line(role, datum, runs, 1.0, color);
    }
}

/// A quiet frame around a hatched box.
pub(super) fn frame(sketch: &Sketch, area: Rect) -> Shape {
    let color = sketch.env.theme.rest.mix(sketch.env.theme.background, 0.35);
    Shape::Rect { rect: area, fill: None, stroke: Some(Stroke { width: 1.0, color }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_stay_inside_and_run_through() {
        let area = Rect::new(10.0, 20.0, 30.0, 14.0);
        let found = strokes(area);
        assert_eq!(found.len(), 7);
        for run in &found {
            assert!(run.iter().all(|point| area.grown(1e-9).holds(*point)));
            let sum = run[0].x + run[0].y;
            assert!(run.iter().all(|point| (point.x + point.y - sum).abs() < 1e-9 && sum % STEP == 0.0));
        }
    }
}
