//! Text of several lines: cut to the room there is, then placed.

use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::scene::{Anchor, DatumId, Role};
use crate::text::{TextStyle, wrap};

impl Sketch<'_> {
    /// Breaks text into at most `most` (0: any number of) lines of at most `width` CSS pixels; what does not fit ends in an ellipsis.
    /// Empty text gives no line.
    pub(super) fn fit(&self, text: &str, width: f64, most: usize, style: TextStyle) -> Vec<String> {
        wrap(text, width, style, self.env.measure, most)
    }

    /// Draws lines of text one below the other, the first one's baseline at `at.y`; returns the box they cover.
    pub(super) fn paragraph(
        &mut self,
        role: Role,
        datum: Option<DatumId>,
        lines: &[String],
        at: Point,
        anchor: Anchor,
        words: (TextStyle, Color),
    ) -> Rect {
        let leading = words.0.line_height();
        let mut cover = Rect::new(at.x, at.y - words.0.ascent(), 0.0, 0.0);
        for (i, line) in lines.iter().enumerate() {
            let bounds = self.text(role, datum, line, Point::new(at.x, at.y + leading * i as f64), anchor, words);
            cover = if i == 0 { bounds } else { join(cover, bounds) };
        }
        cover
    }
}

/// The smallest box around two.
pub(super) fn join(a: Rect, b: Rect) -> Rect {
    let (left, top) = (a.x.min(b.x), a.y.min(b.y));
    Rect::new(left, top, a.right().max(b.right()) - left, a.bottom().max(b.bottom()) - top)
}
