//! A value axis below an upright plot: hairlines up through it, their numbers and its title below.

use super::bend;
use super::extent::{Extent, tick_words};
use super::sketch::Sketch;
use crate::geom::{Point, Rect, within};
use crate::scale::{Bend, Scale};
use crate::scene::{Anchor, Role};
use crate::text::wrap;

/// Between two numbers at least this many CSS pixels stay free.
const GAP: f64 = 10.0;
/// From the plot to the numbers, in CSS pixels.
const DROP: f64 = 8.0;

/// The axis, laid out but not drawn.
pub(super) struct Foot {
    extent: Extent,
    words: Vec<String>,
    title: Vec<String>,
    /// The height it takes below the plot, in CSS pixels.
    pub(super) height: f64,
}

impl Foot {
    /// Finds words and room for the ticks and the title, which says what is measured along the width.
    pub(super) fn lay_out(sketch: &Sketch, extent: Extent, title: &str) -> Self {
        let style = sketch.env.theme.small;
        let words = match extent.bend {
            Bend::Straight => tick_words(sketch, &extent.ticks),
            _ => bend::tick_words(sketch.env.locale, &extent.ticks),
        };
        let title = wrap(title, sketch.width, style, sketch.env.measure, 2);
        let height = DROP + style.line_height() * (1.0 + title.len() as f64) + if title.is_empty() { 0.0 } else { 4.0 };
        Self { extent, words, title, height }
    }

    /// The scale over a width, in CSS pixels.
    pub(super) fn scale(&self, left: f64, right: f64) -> Scale {
        Scale::new(self.extent.bend, self.extent.domain, (left, right))
    }

    /// Draws lines, numbers and title for a plot.
    pub(super) fn draw(&self, sketch: &mut Sketch, scale: &Scale, plot: Rect) {
        let theme = sketch.env.theme;
        let (style, muted) = (theme.small, theme.muted);
        let (top, bottom) = (plot.y, plot.bottom());
        let fine = theme.grid.mix(theme.background, 0.5);
        for value in bend::finer(self.extent.bend, &self.extent.ticks, self.extent.domain, scale) {
            let x = scale.at(value);
            sketch.rule(Role::Grid, Point::new(x, top), Point::new(x, bottom), 0.0, fine);
        }
        let baseline = bottom + DROP + style.cap_height() + 2.0;
        let mut free = f64::NEG_INFINITY;
        for (tick, words) in self.extent.ticks.iter().zip(&self.words) {
            let x = scale.at(*tick);
            sketch.rule(Role::Grid, Point::new(x, top), Point::new(x, bottom), 0.0, theme.grid);
            let half = sketch.measure(words, style) / 2.0;
            let middle = within(x, half, (sketch.width - half).max(half));
            if middle - half < free {
                continue;
            }
            free = middle + half + GAP;
            sketch.text(Role::Axis, None, words, Point::new(middle, baseline), Anchor::Middle, (style, muted));
        }
        for (at, line) in self.title.iter().enumerate() {
            let at = Point::new(sketch.width, baseline + 4.0 + style.line_height() * (at as f64 + 1.0));
            sketch.text(Role::Axis, None, line, at, Anchor::Right, (style, theme.ink));
        }
    }
}
