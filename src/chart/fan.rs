//! A line that goes on as a projection within bands: the further out, the paler.

use super::line::{self, Ground};
use super::sketch::Sketch;
use super::tentative;
use super::track::Track;
use crate::color::Color;
use crate::geom::{Point, Rect, hold};
use crate::locale::Message;
use crate::scale::{PeriodScale, Scale};
use crate::scene::{Detail, KeyEntry, Role, Shape, Swatch};
use crate::spec::Qualifier;

/// How much of its line's colour each band adds to those around it.
const TONE: f32 = 0.17;

/// Draws the lines over their bands, and names the bands in the key.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    line::draw_over(sketch, Ground { zero: false, draw: spread });
    let mut cover = 1.0;
    // A key that stands for several lines has the colour of none.
    let color = if checked.series.len() > 1 { sketch.env.theme.rest } else { sketch.color(0, "") };
    for label in &checked.bands {
        cover *= 1.0 - TONE;
        let color = sketch.env.theme.background.mix(color, 1.0 - cover);
        sketch.key.push(KeyEntry { label: label.clone(), color, swatch: Swatch::Square });
    }
    // Where the author says it of the values, the line has said it already.
    let is_open = tentative::open(checked);
    let said = checked.rows.iter().any(|row| row.qualifier.is_some_and(Qualifier::is_tentative));
    if !said && checked.rows.iter().any(|row| row.value.is_some() && is_open(row)) {
        // What lies in an interval is not known yet, and heard to be so.
        for datum in &mut sketch.data {
            if matches!(datum.details().first(), Some(Detail::Between(..))) {
                datum.qualifier = Some(Qualifier::Projected);
            }
        }
        let locale = sketch.env.locale;
        sketch.notes.push(locale.say(Message::DashedMeans, &[&locale.say(Message::ProjectedWord, &[])]));
    }
}

/// Draws the bands of every track, widest first.
fn spread(sketch: &mut Sketch, tracks: &[Track], (x, y): (&PeriodScale, &Scale), plot: Rect) {
    let checked = sketch.checked;
    for track in tracks {
        let name = checked.series.get(track.series).map_or("", String::as_str);
        let fill = Color { a: TONE, ..sketch.color(track.series, name) };
        for level in 0..checked.bands.len() {
            for (upper, lower) in outlines(track, level, (x, y)) {
                let mut points = hold(&upper, plot.y, plot.bottom());
                points.extend(hold(&lower, plot.y, plot.bottom()).into_iter().rev());
                sketch.mark(Role::Data, None, Shape::Polygon { points, fill });
            }
        }
    }
}

/// The upper and lower outlines of one band, in CSS pixels: it opens from the last value that has no interval.
fn outlines(track: &Track, level: usize, (x, y): (&PeriodScale, &Scale)) -> Vec<(Vec<Point>, Vec<Point>)> {
    let mut found: Vec<(Vec<Point>, Vec<Point>)> = Vec::new();
    let mut tip: Option<Point> = None;
    let mut joined = false;
    for row in &track.rows {
        let Some(period) = row.period else { continue };
        let x = x.at(&period);
        let Some((low, high)) = row.bounds.get(level) else {
            tip = row.value.filter(|_| row.bounds.is_empty()).map(|value| Point::new(x, y.at(value)));
            joined = false;
            continue;
        };
        if !joined {
            let tip: Vec<Point> = tip.into_iter().collect();
            found.push((tip.clone(), tip));
        }
        if let Some((upper, lower)) = found.last_mut() {
            upper.push(Point::new(x, y.at(*high)));
            lower.push(Point::new(x, y.at(*low)));
        }
        joined = true;
    }
    found.retain(|(upper, _)| upper.len() > 1);
    found
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, holds_at_every_width, stage};
    use super::*;
    use crate::locale::Period;
    use crate::spec::{Checked, Kind, Row};

    /// Four values that are known, and four that lie in two intervals.
    fn fan() -> Checked {
        let row = |i: i32| {
            let (value, apart) = (10.0 + f64::from(i), f64::from(i - 3));
            let bounds = if i < 4 {
                Vec::new()
            } else {
                vec![(value - apart * 2.0, value + apart * 2.0), (value - apart, value + apart)]
            };
            Row { period: Some(Period::Year(2000 + i)), value: Some(value), bounds, ..Row::default() }
        };
        let bands = vec!["95%".into(), "80%".into()];
        Checked { bands, ..checked(Kind::Fan, (0..8).map(row).collect()) }
    }

    fn bands(spec: &Checked) -> Vec<(usize, Vec<Point>)> {
        let scene = stage(spec, 400.0).value;
        let polygon =
            |shape: &Shape| if let Shape::Polygon { points, .. } = shape { Some(points.clone()) } else { None };
        scene.marks.iter().enumerate().filter_map(|(at, mark)| Some((at, polygon(&mark.shape)?))).collect()
    }

    #[test]
    fn bands_open_from_the_last_value_and_lie_behind_the_line() {
        let (spec, scene) = (fan(), stage(&fan(), 400.0).value);
        let found = bands(&spec);
        assert_eq!(found.len(), 2);
        for (at, points) in &found {
            assert_eq!(points[0], scene.data[3].anchor);
            let line =
                scene.marks.iter().position(|mark| mark.role == Role::Data && matches!(mark.shape, Shape::Line { .. }));
            assert!(line.is_some_and(|line| line > *at));
        }
        let height = |points: &[Point]| points[4].y - points[5].y;
        assert!(height(&found[0].1).abs() > height(&found[1].1).abs());
        assert!(stage(&spec, 400.0).value.caption.key.len() == 2);
        assert_eq!(stage(&spec, 400.0).value.caption.notes.len(), 1);
        assert_eq!(scene.data[5].details().len(), 2);
        holds_at_every_width(&spec);
    }

    #[test]
    fn gaps_part_bands_and_a_band_about_all_values_is_no_projection() {
        let mut spec = fan();
        spec.rows[5].bounds.clear();
        spec.rows[5].value = None;
        assert_eq!(bands(&spec).len(), 4);
        spec.rows.drain(..4);
        assert!(stage(&spec, 400.0).value.caption.notes.is_empty());
        holds_at_every_width(&spec);
        holds_at_every_width(&Checked { domain: (Some(12.0), Some(14.0)), ..fan() });
    }
}
