//! Which datum answers to a pointer. Read from the very scene that was painted.

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
            series: series.into(),
            label: label.into(),
            value: Some(y),
            text: String::new(),
            unit: String::new(),
            period: None,
            qualifier: None,
            line: 0,
            details: Vec::new(),
            anchor,
            reach: Rect::around(anchor, reach),
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
}
