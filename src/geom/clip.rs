use super::{Point, Rect};

/// Clips an open line to a rectangle, giving the runs that lie inside (Liang–Barsky, segment by segment).
pub fn clip_line(points: &[Point], to: Rect) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    for (&a, &b) in points.iter().zip(points.iter().skip(1)) {
        let Some((start, end)) = inside(a, b, to) else {
            continue;
        };
        let (from, till) = (a.toward(b, start), a.toward(b, end));
        match runs.last_mut() {
            Some(run) if start == 0.0 && run.last() == Some(&a) => run.push(till),
            _ => runs.push(vec![from, till]),
        }
    }
    runs
}

/// Holds a line within two heights: what passes one of them runs along it, with a corner where it crosses, so that
/// slopes stay true. For the outlines of areas.
pub fn hold(points: &[Point], top: f64, bottom: f64) -> Vec<Point> {
    let mut held: Vec<Point> = Vec::with_capacity(points.len());
    let mut before: Option<Point> = None;
    for &point in points {
        if let Some(from) = before {
            let rise = point.y - from.y;
            let mut cuts = [top, bottom];
            if rise < 0.0 {
                cuts.reverse();
            }
            for edge in cuts {
                let share = (edge - from.y) / rise;
                // A line that ends at the edge does not cross it.
                if share > 1e-9 && share < 1.0 - 1e-9 {
                    held.push(Point::new(from.toward(point, share).x, edge));
                }
            }
        }
        held.push(Point::new(point.x, super::within(point.y, top, bottom)));
        before = Some(point);
    }
    held
}

/// The part of a segment inside the rectangle, as shares of its length.
fn inside(a: Point, b: Point, rect: Rect) -> Option<(f64, f64)> {
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    for (step, room) in [(-dx, a.x - rect.x), (dx, rect.right() - a.x), (-dy, a.y - rect.y), (dy, rect.bottom() - a.y)]
    {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            start = start.max(room / step);
        } else {
            end = end.min(room / step);
        }
    }
    (start < end).then_some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_stay_true_at_the_edge() {
        let box_ = Rect::new(0.0, 0.0, 10.0, 10.0);
        let runs = clip_line(&[Point::new(-10.0, 0.0), Point::new(10.0, 10.0), Point::new(30.0, 0.0)], box_);
        assert_eq!(runs, [vec![Point::new(0.0, 5.0), Point::new(10.0, 10.0)]]);
    }

    #[test]
    fn an_outline_runs_along_the_edge_it_passes() {
        let held = hold(&[Point::new(0.0, 5.0), Point::new(10.0, -5.0), Point::new(20.0, 15.0)], 0.0, 10.0);
        let places: Vec<(f64, f64)> = held.iter().map(|point| (point.x, point.y)).collect();
        assert_eq!(places, [(0.0, 5.0), (5.0, 0.0), (10.0, 0.0), (12.5, 0.0), (17.5, 10.0), (20.0, 10.0)]);
    }
}
