//! Finding a place for words among what is drawn already.

use super::sketch::Sketch;
use crate::geom::{Rect, clip_line};
use crate::scene::{Role, Shape};

/// Whether nothing but grid lines lies in a box.
pub(super) fn is_free(sketch: &Sketch, area: Rect) -> bool {
    sketch.marks.iter().all(|mark| match &mark.shape {
        Shape::Text(run) => !run.bounds().meets(&area),
        _ if mark.role == Role::Grid || mark.role == Role::Axis => true,
        Shape::Line { runs, .. } => runs.iter().all(|run| clip_line(run, area).is_empty()),
        Shape::Rect { rect, .. } => mark.role != Role::Data || !rect.meets(&area),
        Shape::Dot { center, radius, .. } => area.distance(*center) > *radius,
        Shape::Rule { from, to, .. } => !Rect::between(*from, *to).grown(1.0).meets(&area),
        Shape::Polygon { points, .. } => points.iter().all(|point| !area.holds(*point)),
    })
}
