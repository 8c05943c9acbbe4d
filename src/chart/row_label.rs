//! The names of rows (bars, dumbbells, strips): beside their marks where they fit, above them where the plot is narrow.

use super::sketch::Sketch;
use crate::each::each;
use crate::geom::Point;
use crate::scene::{Anchor, DatumId, Role};
use crate::text::wrap;

/// Where the names of the rows go, and how each is broken.
pub(super) struct RowLabels {
    /// Whether the names stand above their marks.
    pub(super) above: bool,
    /// Where the marks begin, in CSS pixels from the reading edge; 0 where the names stand above.
    pub(super) gutter: f64,
    /// The lines of each name.
    pub(super) lines: Vec<Vec<String>>,
}

impl RowLabels {
    /// Decides for a list of names: beside, if two lines of about a third of the plot hold every one, else above.
    /// `dense` rows, too many to be worth a line each, give their names more of a narrow plot before that.
    pub(super) fn lay_out(sketch: &Sketch, names: &[&str], dense: bool) -> Self {
        let style = sketch.env.theme.label;
        let measure = sketch.env.measure;
        if names.iter().all(|name| name.is_empty()) {
            return Self { above: false, gutter: 0.0, lines: each(names, &mut |_| Vec::new()) };
        }
        // A name is never cut for the sake of its neighbours: the longest decides for all.
        let narrow = sketch.width < 420.0;
        let share = if dense {
            0.42
        } else if narrow {
            0.3
        } else {
            0.36
        };
        let room = sketch.width * share;
        let most = if narrow || dense { 1 } else { 2 };
        let beside: Vec<Vec<String>> = each(names, &mut |name| wrap(name, room, style, measure, most + 1));
        let widest =
            |lines: &[Vec<String>]| lines.iter().flatten().map(|line| sketch.measure(line, style)).fold(0.0, f64::max);
        if beside.iter().all(|lines| lines.len() <= most) && widest(&beside) <= room {
            return Self { above: false, gutter: (widest(&beside) + 12.0).ceil(), lines: beside };
        }
        Self::above(sketch, names)
    }

    /// Names above their marks, whatever their length.
    pub(super) fn above(sketch: &Sketch, names: &[&str]) -> Self {
        let (style, measure) = (sketch.env.theme.label, sketch.env.measure);
        let lines = each(names, &mut |name| wrap(name, sketch.width, style, measure, 3));
        Self { above: true, gutter: 0.0, lines }
    }

    /// The height that a row's name takes above its mark, in CSS pixels; 0 where names stand beside.
    pub(super) fn head(&self, sketch: &Sketch, row: usize) -> f64 {
        let lines = self.lines.get(row).map_or(0, Vec::len) as f64;
        if self.above { lines * sketch.env.theme.label.line_height() } else { 0.0 }
    }

    /// The height that a row's name needs in all, in CSS pixels.
    pub(super) fn height(&self, sketch: &Sketch, row: usize) -> f64 {
        self.lines.get(row).map_or(0, Vec::len) as f64 * sketch.env.theme.label.line_height()
    }

    /// The height that a row's name needs beside its mark, in CSS pixels; 0 where names stand above.
    pub(super) fn height_beside(&self, sketch: &Sketch, row: usize) -> f64 {
        if self.above { 0.0 } else { self.height(sketch, row) }
    }

    /// Draws a row's name: above, its first line's top at `top`; beside, centred on `middle` (both y in CSS pixels).
    pub(super) fn draw(&self, sketch: &mut Sketch, row: usize, datum: Option<DatumId>, top: f64, middle: f64) {
        let theme = sketch.env.theme;
        let (style, rtl) = (theme.label, sketch.env.locale.rtl());
        let (x, anchor) = if rtl { (sketch.width, Anchor::Right) } else { (0.0, Anchor::Left) };
        let lead = style.line_height();
        let start = if self.above { top } else { middle - self.height(sketch, row) / 2.0 };
        for (i, line) in self.lines.get(row).into_iter().flatten().enumerate() {
            let baseline = start + lead * i as f64 + (lead + style.cap_height()) / 2.0;
            sketch.text(Role::Label, datum, line, Point::new(x, baseline), anchor, (style, theme.ink));
        }
    }
}
