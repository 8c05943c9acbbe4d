//! Places counted from the edge where reading begins: the left, or the right of a language that runs leftward.

use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::scale::Linear;
use crate::scene::{Anchor, DatumId, Role};
use crate::text::TextStyle;

impl Sketch<'_> {
    /// Where a distance from the reading edge lies, in CSS pixels from the left.
    pub(super) fn across(&self, from_edge: f64) -> f64 {
        if self.env.locale.rtl() { self.width - from_edge } else { from_edge }
    }

    /// A value scale between two distances from the reading edge, in CSS pixels.
    pub(super) fn scale_across(&self, domain: (f64, f64), from: f64, to: f64) -> Linear {
        Linear { domain, range: (self.across(from), self.across(to)) }
    }

    /// One line of text whose place and anchor are meant for a language that runs rightward, turned where it does not.
    pub(super) fn write_across(
        &mut self,
        role: Role,
        datum: Option<DatumId>,
        words: &str,
        at: Point,
        anchor: Anchor,
        ink: (TextStyle, Color),
    ) -> Rect {
        let anchor = match anchor {
            Anchor::Left if self.env.locale.rtl() => Anchor::Right,
            Anchor::Right if self.env.locale.rtl() => Anchor::Left,
            other => other,
        };
        self.text(role, datum, words, Point::new(self.across(at.x), at.y), anchor, ink)
    }

    /// The widest of some words, in CSS pixels; 0 of none.
    pub(super) fn widest(&self, words: &[String], style: TextStyle) -> f64 {
        let mut widest = 0.0_f64;
        for text in words {
            widest = widest.max(self.measure(text, style));
        }
        widest
    }
}
