//! Which datum answers: to a pointer, and to the keyboard. Read from the very scene that was painted.

use crate::geom::Point;
use crate::scene::{Datum, DatumId, Scene};

/// Where the keyboard wants to go from a datum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next in reading order.
    Next,
    /// The one before.
    Previous,
    /// The same place in the next series; where there is only one series, the next datum.
    NextSeries,
    /// The same place in the series before; where there is only one series, the datum before.
    PreviousSeries,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

/// The datum that answers to a place in CSS pixels: of those whose reach holds it, the one with the nearest anchor;
/// else the one with the nearest reach, however far, so that nobody has to hunt. `None` only where there are no data.
pub fn hit(scene: &Scene, at: Point) -> Option<DatumId> {
    let far = |datum: &Datum| (datum.reach.distance(at), datum.anchor.distance(at));
    nearest(scene.data.iter(), far)
}

/// The datum that a key leads to, in reading order. From nowhere every step leads to the first (`Last` to the last);
/// at an end it stays. `None` only where there are no data.
pub fn step(scene: &Scene, from: Option<DatumId>, step: Step) -> Option<DatumId> {
    let data = &scene.data;
    let last = data.len().checked_sub(1)?;
    let here = match (step, from) {
        (Step::First, _) => return data.first().map(|datum| datum.id),
        (Step::Last, _) => return data.last().map(|datum| datum.id),
        (_, None) => return data.first().map(|datum| datum.id),
        (_, Some(id)) => (id as usize).min(last),
    };
    let forward = matches!(step, Step::Next | Step::NextSeries);
    if matches!(step, Step::NextSeries | Step::PreviousSeries) {
        let series = series(data);
        if series.len() > 1 {
            let current = data.get(here)?;
            let place = series.iter().position(|name| *name == current.series)?;
            let place = if forward { place + 1 } else { place.wrapping_sub(1) };
            let Some(wanted) = series.get(place) else {
                return Some(current.id);
            };
            // The same label first, then the nearest on the picture.
            let far = |datum: &Datum| {
                (f64::from(u8::from(datum.label != current.label)), datum.anchor.distance(current.anchor))
            };
            return nearest(data.iter().filter(|datum| datum.series == *wanted), far);
        }
    }
    let next = if forward { (here + 1).min(last) } else { here.saturating_sub(1) };
    data.get(next).map(|datum| datum.id)
}

/// The names of the series, in the order in which they first appear.
fn series(data: &[Datum]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for datum in data {
        if names.last() != Some(&datum.series.as_str()) && !names.contains(&datum.series.as_str()) {
            names.push(&datum.series);
        }
    }
    names
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
        assert_eq!(step(&empty, None, Step::Next), None);
    }

    #[test]
    fn the_keyboard_reaches_every_datum_in_order_and_back() {
        let scene = scene();
        let mut here = step(&scene, None, Step::Next);
        for id in 0..5 {
            assert_eq!(here, Some(id));
            here = step(&scene, here, Step::Next);
        }
        assert_eq!(here, Some(4), "stays at the end");
        for id in (0..4).rev() {
            here = step(&scene, here, Step::Previous);
            assert_eq!(here, Some(id));
        }
        assert_eq!(step(&scene, here, Step::Previous), Some(0));
        assert_eq!(step(&scene, Some(2), Step::Last), Some(4));
        assert_eq!(step(&scene, Some(99), Step::Previous), Some(3), "an id of another scene does no harm");
    }

    #[test]
    fn series_are_crossed_at_the_same_label_or_the_nearest_place() {
        let scene = scene();
        assert_eq!(step(&scene, Some(2), Step::NextSeries), Some(4));
        assert_eq!(step(&scene, Some(4), Step::PreviousSeries), Some(2));
        assert!(matches!(step(&scene, Some(1), Step::NextSeries), Some(3 | 4)));
        assert_eq!(step(&scene, Some(4), Step::NextSeries), Some(4));
        let one = Scene { data: scene.data[..3].to_vec(), ..scene };
        assert_eq!(step(&one, Some(0), Step::NextSeries), Some(1));
    }
}
