//! Lines over periods with the space down to zero filled.

use super::line::{self, Ground};
use super::sketch::Sketch;
use super::tentative;
use super::track::{self, Track};
use crate::color::Color;
use crate::geom::{Point, Rect, hold};
use crate::problem::{Place, Problem};
use crate::scale::{PeriodScale, Scale};
use crate::scene::{Role, Shape};

/// How much of its line's colour an area has, and one toward a value that is not final.
const TONE: f32 = 0.2;
const FAINT: f32 = 0.1;
/// More areas than this hide what they say.
const MOST: usize = 3;

/// Draws the areas with their lines, axes and ends.
pub(super) fn draw(sketch: &mut Sketch) {
    line::draw_over(sketch, Ground { zero: true, draw: fill });
}

/// Fills the space between each line and zero; that of the highlighted ones alone where there are some. A gap in the
/// line is a gap in the area.
fn fill(sketch: &mut Sketch, tracks: &[Track], (x, y): (&PeriodScale, &Scale), plot: Rect) {
    let checked = sketch.checked;
    if tracks.len() > MOST && !checked.highlight.is_set() {
        let message = "more than three areas lie one over the other".into();
        let hint = "use kind \"line\", or name one as \"highlight\"; parts of a whole are a \"stacked-area\"".into();
        sketch.problems.push(Problem::warning("crowded-areas", Place::spec("/kind"), message, hint));
    }
    let is_open = tentative::open(checked);
    for track in tracks {
        let name = checked.series.get(track.series).map_or("", String::as_str);
        if checked.highlight.is_set() && !checked.highlight.holds(name) {
            continue;
        }
        let points = track.points(x, &|row| row.value.map(|value| y.at(value)));
        let course = track::follow(&track.rows, &points, false, &is_open);
        let color = sketch.color(track.series, name);
        for (runs, share) in [(course.solid, TONE), (course.dashed, FAINT)] {
            for run in runs {
                down_to(sketch, &run, y.at(0.0), plot, Color { a: share, ..color });
            }
        }
    }
}

/// Fills from a run (CSS pixels) to a height, cut to the plot.
fn down_to(sketch: &mut Sketch, run: &[Point], zero: f64, plot: Rect, fill: Color) {
    let mut points = hold(&track::thin(run), plot.y, plot.bottom());
    if let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) {
        points.extend([Point::new(last.x, zero), Point::new(first.x, zero)]);
        sketch.mark(Role::Data, None, Shape::Polygon { points, fill });
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, holds_at_every_width, stage};
    use super::*;
    use crate::locale::Period;
    use crate::scene::Scene;
    use crate::spec::{Checked, Highlight, Kind, Qualifier, Row};

    fn rows(values: &[Option<f64>], series: usize) -> Vec<Row> {
        let row = |(i, value): (usize, &Option<f64>)| Row {
            period: Some(Period::Year(2000 + i as i32)),
            value: *value,
            series,
            ..Row::default()
        };
        values.iter().enumerate().map(row).collect()
    }

    fn areas(scene: &Scene) -> Vec<Vec<Point>> {
        let polygon =
            |shape: &Shape| if let Shape::Polygon { points, .. } = shape { Some(points.clone()) } else { None };
        scene.marks.iter().filter_map(|mark| polygon(&mark.shape)).collect()
    }

    #[test]
    fn a_gap_is_a_gap_and_the_space_ends_at_zero() {
        let spec = checked(Kind::Area, rows(&[Some(40.0), Some(44.0), None, Some(46.0), Some(48.0)], 0));
        let scene = stage(&spec, 400.0).value;
        let found = areas(&scene);
        assert_eq!(found.len(), 2);
        // 40 is drawn two thirds as far from zero as 60 would be: the axis starts at zero.
        let zero = found[0][2].y;
        let height = |at: usize| zero - scene.data[at].anchor.y;
        assert!((height(0) / height(4) - 40.0 / 48.0).abs() < 1e-6);
        holds_at_every_width(&spec);
    }

    #[test]
    fn a_low_area_begins_under_the_tick_labels_and_a_high_one_beside_them() {
        let left = |values: &[Option<f64>]| {
            let spec = checked(Kind::Area, rows(values, 0));
            holds_at_every_width(&spec);
            stage(&spec, 340.0).value.data[0].anchor.x
        };
        let rising: Vec<Option<f64>> = (1..20).map(|i| Some(f64::from(i) * 1000.0)).collect();
        let falling: Vec<Option<f64>> = rising.iter().rev().copied().collect();
        assert!(left(&rising) < left(&falling) - 15.0);
    }

    #[test]
    fn values_on_either_side_of_zero_and_beyond_the_domain_stay_inside() {
        let values = rows(&[Some(-3.0), Some(9.0), Some(-8.0), Some(4.0)], 0);
        for domain in [(None, None), (Some(-4.0), Some(5.0)), (None, Some(2.0))] {
            let spec = Checked { domain, ..checked(Kind::Area, values.clone()) };
            holds_at_every_width(&spec);
            let scene = stage(&spec, 400.0).value;
            let inside = |point: &Point| point.y >= 0.0 && point.y <= scene.height;
            assert!(areas(&scene).iter().flatten().all(inside));
        }
    }

    #[test]
    fn only_the_highlighted_is_filled_and_too_many_are_warned_of() {
        let series: Vec<String> = ["A", "B", "C", "D"].map(String::from).into();
        let all: Vec<Row> = (0..4).flat_map(|i| rows(&[Some(5.0 + i as f64), Some(7.0)], i)).collect();
        let spec = Checked { series, ..checked(Kind::Area, all) };
        assert_eq!(stage(&spec, 400.0).problems[0].kind, "crowded-areas");
        let spec = Checked { highlight: Highlight(vec!["B".into()]), ..spec };
        let drawn = stage(&spec, 400.0);
        assert!(drawn.problems.is_empty());
        assert_eq!(areas(&drawn.value).len(), 1);
    }

    #[test]
    fn what_is_not_final_is_fainter() {
        let mut values = rows(&[Some(4.0), Some(5.0), Some(6.0)], 0);
        values[2].qualifier = Some(Qualifier::Projected);
        let scene = stage(&checked(Kind::Area, values), 400.0).value;
        let tone = |mark: &crate::scene::Mark| match mark.shape {
            Shape::Polygon { fill, .. } => Some(fill.a),
            _ => None,
        };
        assert_eq!(scene.marks.iter().filter_map(tone).collect::<Vec<_>>(), [TONE, FAINT]);
    }
}
