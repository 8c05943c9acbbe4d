//! Finding a place for words among what is drawn already.

use super::sketch::Sketch;
use crate::geom::{Point, Rect, clip_line};
use crate::scene::{Mark, Role, Shape};

/// Whether nothing but grid lines lies in a box.
pub(super) fn is_free(sketch: &Sketch, area: Rect) -> bool {
    sketch.marks.iter().all(|mark| leaves_free(mark, area))
}

/// Whether one mark leaves a box free; grid lines always do.
pub(super) fn leaves_free(mark: &Mark, area: Rect) -> bool {
    match &mark.shape {
        Shape::Text(run) => !run.bounds().meets(&area),
        _ if mark.role == Role::Grid || mark.role == Role::Axis => true,
        Shape::Line { runs, .. } => runs.iter().all(|run| clip_line(run, area).is_empty()),
        Shape::Rect { rect, .. } => mark.role != Role::Data || !rect.meets(&area),
        Shape::Dot { center, radius, .. } => area.distance(*center) > *radius,
        Shape::Rule { from, to, .. } => !Rect::between(*from, *to).grown(1.0).meets(&area),
        Shape::Polygon { points, .. } => points.iter().all(|point| !area.holds(*point)),
    }
}

/// Whether a leader from one point to another crosses neither words nor marks.
pub(super) fn is_open(sketch: &Sketch, from: Point, to: Point) -> bool {
    let path = [from, to];
    let crosses = |area: Rect| !clip_line(&path, area).is_empty();
    sketch.marks.iter().all(|mark| match &mark.shape {
        Shape::Text(run) => !crosses(run.bounds()),
        _ if mark.role != Role::Data => true,
        Shape::Rect { rect, .. } => !crosses(*rect),
        Shape::Line { runs, .. } => {
            let along = |run: &Vec<Point>| run.iter().zip(run.iter().skip(1)).any(|(a, b)| meet((from, to), (*a, *b)));
            !runs.iter().any(along)
        }
        _ => true,
    })
}

/// Whether two straight lines between points cross: the ends of each lie on either side of the other.
fn meet((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side = |a: Point, b: Point, p: Point| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0.0;
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}
