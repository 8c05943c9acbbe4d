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

/// The part of a ring between two radii and two angles as a closed polygon. Angles are in turns, clockwise from
/// twelve o'clock, from 0 to 1, the first not above the second.
pub fn ring_part(center: Point, (inner, outer): (f64, f64), (from, to): (f64, f64)) -> Vec<Point> {
    let steps = |radius: f64| ((8.0 + radius.max(0.0).sqrt() * 10.0) * (to - from)) as usize + 2;
    let sweep = (to - from) * TAU;
    let from = angle(from);
    let to = from + sweep;
    let mut points = arc(center, outer, from, to, steps(outer));
    let mut back = arc(center, inner, from, to, steps(inner));
    back.reverse();
    points.append(&mut back);
    points
}

/// The point at a distance and an angle (in turns, clockwise from twelve o'clock, 0 to 1) from a centre.
pub fn around(center: Point, radius: f64, turn: f64) -> Point {
    let (sin, cos) = sin_cos(angle(turn));
    Point::new(center.x + radius * cos, center.y + radius * sin)
}

/// Turns from twelve o'clock in radians from three o'clock, below a full turn.
fn angle(turn: f64) -> f64 {
    let turn = turn + 0.75;
    (if turn >= 1.0 { turn - 1.0 } else { turn }) * TAU
}

/// Points on an arc from one angle to another (radians, clockwise on screen), both ends included.
pub fn arc(center: Point, radius: f64, from: f64, to: f64, steps: usize) -> Vec<Point> {
    let steps = steps.max(1);
    let (sin, cos) = sin_cos(from);
    let (turn_sin, turn_cos) = sin_cos((to - from) / steps as f64);
    let (mut x, mut y) = (radius * cos, radius * sin);
    let mut points = Vec::with_capacity(steps + 1);
    for _ in 0..=steps {
        points.push(Point::new(center.x + x, center.y + y));
        (x, y) = (x * turn_cos - y * turn_sin, x * turn_sin + y * turn_cos);
    }
    points
}

/// Sine and cosine of an angle from 0 to a full turn in radians, to 12 digits: Taylor's series for an eighth of the
/// angle, doubled three times. The library's own, which are exact for angles of any size, weigh 4 KB in the page.
fn sin_cos(angle: f64) -> (f64, f64) {
    let small = angle / 8.0;
    let square = small * small;
    let (mut sin, mut cos) = (0.0, 0.0);
    for n in [15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0] {
        sin = (1.0 + sin) * -square / (n * (n - 1.0));
        cos = (1.0 + cos) * -square / ((n - 1.0) * (n - 2.0));
    }
    (sin, cos) = (small * (1.0 + sin), 1.0 + cos);
    for _ in 0..3 {
        (sin, cos) = (2.0 * sin * cos, cos * cos - sin * sin);
    }
    (sin, cos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_and_cosine_agree_with_the_library() {
        for step in 0..=1000 {
            let angle = TAU * f64::from(step) / 1000.0;
            let (sin, cos) = sin_cos(angle);
            assert!((sin - angle.sin()).abs() < 1e-11 && (cos - angle.cos()).abs() < 1e-11, "{angle}");
        }
    }

    #[test]
    fn a_part_of_a_ring_lies_between_its_radii_and_angles() {
        let center = Point::new(0.0, 0.0);
        // From three to nine o'clock, by way of six.
        let half = ring_part(center, (5.0, 10.0), (0.25, 0.75));
        assert!(half.iter().all(|point| point.y >= -1e-9));
        assert!(half.iter().all(|point| (5.0 - 1e-9..=10.0 + 1e-9).contains(&point.distance(center))));
        // Across twelve o'clock, where angles begin.
        let top = ring_part(center, (5.0, 10.0), (0.0, 0.125));
        assert!(top.iter().all(|point| point.x >= -1e-9 && point.y <= 0.0));
        let whole = ring_part(center, (5.0, 10.0), (0.0, 1.0));
        assert!(whole.iter().any(|point| point.y > 9.9) && whole.iter().any(|point| point.x < -9.9));
        for (turn, x, y) in [(0.0, 0.0, -1.0), (0.25, 1.0, 0.0), (0.5, 0.0, 1.0), (0.75, -1.0, 0.0)] {
            let point = around(center, 1.0, turn);
            assert!((point.x - x).abs() < 1e-9 && (point.y - y).abs() < 1e-9, "{turn}: {point:?}");
        }
    }

    #[test]
    fn an_arc_ends_where_it_should() {
        let points = circle(Point::new(10.0, 20.0), 500.0);
        let (first, last) = (points[0], points[points.len() - 1]);
        assert_eq!(first, Point::new(510.0, 20.0));
        assert!(first.distance(last) < 1e-8);
        assert!(points.iter().all(|point| (point.distance(Point::new(10.0, 20.0)) - 500.0).abs() < 1e-8));
    }
}
