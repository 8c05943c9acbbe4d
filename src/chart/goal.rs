//! The target in an upright plot: a line or a pale band, a mark at its period, the path that leads there.

use super::free::is_free;
use super::sketch::Sketch;
use super::target;
use crate::geom::{Point, Rect, dash};
use crate::scale::Scale;
use crate::scene::{Anchor, Role, Shape, Stroke, TextRun};
use crate::spec::Target;

/// Draws the part that lies behind the data: the band of a target that has one. `plot` is in CSS pixels.
pub(super) fn draw_band(sketch: &mut Sketch, target: &Target, y: &Scale, plot: Rect) {
    let theme = sketch.env.theme;
    if let Some(upper) = target.upper {
        let area = Rect::between(Point::new(plot.x, y.at(target.value)), Point::new(plot.right(), y.at(upper)));
        sketch.rect(Role::Note, None, area, theme.background.mix(theme.accent, 0.14));
    }
}

/// Draws the line of a target that stands for every period, across the plot: not dashed, as what is not final is.
pub(super) fn draw_line(sketch: &mut Sketch, target: &Target, y: &Scale, plot: Rect) {
    let edge = y.at(target.value);
    if target.upper.is_none() {
        let across = [Point::new(plot.x, edge), Point::new(plot.right(), edge)];
        sketch.line(Role::Note, None, vec![across.to_vec()], 1.5, sketch.env.theme.ink);
    }
}

/// Names such a target, above or below its line, where there is room.
pub(super) fn name_line(sketch: &mut Sketch, target: &Target, y: &Scale, plot: Rect) {
    let style = sketch.env.theme.small;
    let (edge, upper) = (y.at(target.value), y.at(target.upper.unwrap_or(target.value)));
    let high = upper.min(edge);
    let (above, below) = (style.descent() + 3.0, style.ascent() + 3.0);
    name(sketch, target, &[high - above, edge + below, high + below], plot);
}

/// Marks what should be reached by a period, at its place: a ring, or a beam as high as the band. The path from
/// `last`, the last value there is, is dashed.
pub(super) fn draw_mark(sketch: &mut Sketch, target: &Target, y: &Scale, x: f64, last: Option<Point>) -> Point {
    let theme = sketch.env.theme;
    let low = Point::new(x, y.at(target.value));
    let high = Point::new(x, y.at(target.upper.unwrap_or(target.value)));
    let aim = low.toward(high, 0.5);
    if let Some(last) = last {
        sketch.line(Role::Note, None, dash(&[last, aim], 4.0, 4.0), 1.5, theme.muted);
    }
    if target.upper.is_some() {
        let beam = Rect::between(low, high);
        let beam = Rect::new(beam.x - 3.0, beam.y, 6.0, beam.height.max(2.0));
        sketch.rect(Role::Note, None, beam, theme.ink);
    } else {
        let ring = Some(Stroke { width: 2.0, color: theme.ink });
        let shape = Shape::Dot { center: aim, radius: 5.0, fill: theme.background, ring };
        sketch.mark(Role::Note, None, shape);
    }
    aim
}

/// Names the target at the first of the baselines where nothing is in the way, from the right end leftward;
/// in a note where there is no such place.
pub(super) fn name(sketch: &mut Sketch, target: &Target, baselines: &[f64], plot: Rect) {
    let theme = sketch.env.theme;
    let (words, style) = (target::words(sketch, target), theme.small);
    let width = sketch.measure(&words, style);
    let room = plot.width - width - 8.0;
    for step in [0.0, 0.5, 1.0, 0.25, 0.75] {
        for baseline in baselines {
            let at = Point::new(plot.x + 4.0 + room * (1.0 - step), *baseline);
            let run = TextRun {
                text: words.clone(),
                at,
                anchor: Anchor::Left,
                style,
                color: theme.ink,
                width,
                halo: Some(theme.background),
            };
            let area = run.bounds();
            let inside = area.y >= 0.0 && area.bottom() <= plot.bottom() + 2.0;
            if room >= 0.0 && inside && is_free(sketch, area) {
                sketch.mark(Role::Note, None, Shape::Text(run));
                return;
            }
        }
    }
    sketch.notes.push(words);
}
