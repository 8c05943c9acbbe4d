//! The course of a line: solid, dashed toward what is not final, broken where the series is.

use super::sketch::Sketch;
use super::track::{self, Course};
use crate::color::Color;
use crate::geom::{Point, Rect, clip_line, dash};
use crate::locale::{Message, Period, PeriodStyle};
use crate::scene::Role;

/// Radius of a value that no line leads to, in CSS pixels.
const ALONE: f64 = 3.0;
/// Dashes drawn and left out, in CSS pixels.
const DASH: (f64, f64) = (6.0, 4.0);

/// Draws what a track's course holds, cut to the plot, with a line of that width (CSS pixels) and colour.
pub(super) fn draw(sketch: &mut Sketch, course: &Course, plot: Rect, (width, color): (f64, Color)) {
    let beyond = sketch.checked.domain != (None, None);
    // Half a pixel more: a line along the edge is not cut in half.
    let area = plot.grown(0.5);
    let cut = |runs: &[Vec<Point>]| -> Vec<Vec<Point>> {
        let thinned = runs.iter().map(|run| track::thin(run));
        if beyond { thinned.flat_map(|run| clip_line(&run, area)).collect() } else { thinned.collect() }
    };
    let solid = cut(&course.solid);
    let dashes = |runs: &[Vec<Point>]| -> Vec<Vec<Point>> {
        cut(runs).iter().flat_map(|run| dash(run, DASH.0, DASH.1)).collect()
    };
    for (runs, width) in [(dashes(&course.bridges), width * 0.6), (dashes(&course.dashed), width), (solid, width)] {
        if !runs.is_empty() {
            sketch.line(Role::Data, None, runs, width, color);
        }
    }
    for point in course.alone.iter().filter(|point| area.holds(**point)) {
        sketch.dot(None, *point, ALONE, color, false);
    }
}

/// Marks where a series is broken, and says so in a note.
pub(super) fn draw_breaks(sketch: &mut Sketch, courses: &[Course], plot: Rect) {
    let mut known: Vec<Period> = Vec::new();
    for (x, period) in courses.iter().flat_map(|course| &course.breaks) {
        if known.contains(period) {
            continue;
        }
        known.push(*period);
        let down = [Point::new(*x, plot.y), Point::new(*x, plot.bottom())];
        sketch.line(Role::Grid, None, dash(&down, 2.0, 3.0), 1.0, sketch.env.theme.zero);
        let locale = sketch.env.locale;
        let words = locale.say(Message::BreakBefore, &[&locale.period(period, PeriodStyle::Long)]);
        sketch.notes.push(words);
    }
}
