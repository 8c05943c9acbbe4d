//! Which datum answers to a pointer. Read from the very scene that was painted.

mod finder;

pub use finder::Finder;

use crate::geom::Point;
use crate::scene::{Datum, DatumId, Scene};

/// The datum that answers to a place in CSS pixels: of those whose reach holds it, the one with the nearest anchor;
/// else the one with the nearest reach, however far, so that nobody has to hunt. `None` only where there are no data.
pub fn hit(scene: &Scene, at: Point) -> Option<DatumId> {
    let far = |datum: &Datum| (datum.reach.distance(at), datum.anchor.distance(at));
    nearest(scene.data.iter(), far)
}

/// The datum with the least distance; the second number decides between equals, then the order.
fn nearest<'a>(data: impl Iterator<Item = &'a Datum>, far: impl Fn(&Datum) -> (f64, f64)) -> Option<DatumId> {
    let mut best: Option<(f64, f64, DatumId)> = None;
    for datum in data {
        let (first, second) = far(datum);
        if best.is_none_or(|(a, b, _)| first < a || (first == a && second < b)) {
            best = Some((first, second, datum.id));
        }
    }
    best.map(|(.., id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Rect;
    use crate::scene::{Caption, Story};

    fn datum(id: DatumId, series: &str, label: &str, x: f64, y: f64, reach: f64) -> Datum {
        let anchor = Point::new(x, y);
        Datum {
            id,
            line: 0,
            series: series.into(),
            name: label.into(),
            dated: false,
            qualifier: None,
            period: None,
            value: Some(y),
            anchor,
            reach: Rect::around(anchor, reach),
            said: None,
        }
    }

    /// Two series over three years, series by series; b has no 2016.
    fn scene() -> Scene {
        let data = vec![
            datum(0, "a", "2015", 10.0, 50.0, 20.0),
            datum(1, "a", "2016", 60.0, 50.0, 20.0),
            datum(2, "a", "2017", 110.0, 50.0, 20.0),
            datum(3, "b", "2015", 10.0, 60.0, 20.0),
            datum(4, "b", "2017", 110.0, 60.0, 20.0),
        ];
        let caption = Caption::default();
        Scene { width: 120.0, height: 80.0, marks: Vec::new(), data, caption, story: Story::default() }
    }

    #[test]
    fn overlapping_reaches_give_the_nearest_anchor() {
        assert_eq!(hit(&scene(), Point::new(12.0, 53.0)), Some(0));
        assert_eq!(hit(&scene(), Point::new(12.0, 57.0)), Some(3));
    }

    #[test]
    fn something_answers_everywhere() {
        assert_eq!(hit(&scene(), Point::new(55.0, 1e6)), Some(3));
        assert_eq!(hit(&scene(), Point::new(-500.0, 45.0)), Some(0));
        let empty = Scene { data: Vec::new(), ..scene() };
        assert_eq!(hit(&empty, Point::new(1.0, 1.0)), None);
    }

    proptest::proptest! {
        #[test]
        fn a_finder_answers_as_one_who_looks_at_all(
            boxes in proptest::collection::vec((-9.0..99.0f64, -9.0..99.0f64, 0.0..40.0f64, 0.0..9.0f64), 0..200),
            points in proptest::collection::vec((-20.0..120.0f64, -20.0..120.0f64), 1..40),
            thin: bool,
        ) {
            let data = boxes.iter().enumerate().map(|(id, (x, y, width, height))| {
                let size = if thin { (*height, *width) } else { (*width, *height) };
                let reach = Rect::new(*x, *y, size.0, size.1);
                Datum { reach, ..datum(id as u32, "", "", x + size.0 / 2.0, y + size.1 / 3.0, 0.0) }
            });
            let scene = Scene { data: data.collect(), ..scene() };
            let finder = Finder::new(&scene);
            for (x, y) in points {
                let at = Point::new(x, y);
                proptest::prop_assert_eq!(finder.hit(&scene, at), hit(&scene, at));
            }
            // On the very edges too.
            for datum in scene.data.iter().take(20) {
                let at = Point::new(datum.reach.right(), datum.reach.y);
                proptest::prop_assert_eq!(finder.hit(&scene, at), hit(&scene, at));
            }
        }
    }
}
