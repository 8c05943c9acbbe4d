use super::{Point, Rect};
use core::f64::consts::TAU;

/// A circle as a closed polygon whose chords stay within a twentieth of a pixel of the true curve at ratio 3.
pub fn circle(center: Point, radius: f64) -> Vec<Point> {
    arc(center, radius, 0.0, TAU, (8.0 + radius.max(0.0).sqrt() * 10.0) as usize)
}

/// A rectangle with rounded corners as a closed polygon; the radius is cut to half the shorter side.
pub fn rounded(rect: Rect, radius: f64) -> Vec<Point> {
    let r = radius.min(rect.width / 2.0).min(rect.height / 2.0).max(0.0);
    let steps = (2.0 + r.sqrt() * 3.0) as usize;
    let quarter = TAU / 4.0;
    let corners = [
        (rect.right() - r, rect.bottom() - r, 0.0),
        (rect.x + r, rect.bottom() - r, quarter),
        (rect.x + r, rect.y + r, 2.0 * quarter),
        (rect.right() - r, rect.y + r, 3.0 * quarter),
    ];
    corners.iter().flat_map(|&(x, y, from)| arc(Point::new(x, y), r, from, from + quarter, steps)).collect()
}

/// Points on an arc from one angle to another (radians, clockwise on screen), both ends included.
fn arc(center: Point, radius: f64, from: f64, to: f64, steps: usize) -> Vec<Point> {
    let steps = steps.max(1);
    (0..=steps)
        .map(|i| {
            let (sin, cos) = (from + (to - from) * i as f64 / steps as f64).sin_cos();
            Point::new(center.x + radius * cos, center.y + radius * sin)
        })
        .collect()
}
