//! Plots for languages that are written from right to left.

use super::sketch::Sketch;
use crate::geom::{Point, Rect};
use crate::scene::{Anchor, Shape};

impl Sketch<'_> {
    /// Turns everything drawn so far about the plot's middle, so that it starts at the right, where the language
    /// does; a language written from left to right leaves it as it is.
    pub(super) fn mirror(&mut self) {
        if !self.env.locale.rtl() {
            return;
        }
        self.mirror_marks(0);
        let width = self.width;
        if let Some(frame) = &mut self.frame {
            frame.mirror(width);
        }
        for datum in &mut self.data {
            datum.anchor.x = width - datum.anchor.x;
            datum.reach.x = width - datum.reach.right();
        }
    }

    /// As [`Sketch::mirror`], but only what was drawn from the mark of this index on, and no places of data.
    pub(super) fn mirror_marks(&mut self, from: usize) {
        if !self.env.locale.rtl() {
            return;
        }
        let width = self.width;
        let turn = |point: &mut Point| point.x = width - point.x;
        let turn_box = |rect: &mut Rect| rect.x = width - rect.right();
        for mark in self.marks.iter_mut().skip(from) {
            match &mut mark.shape {
                Shape::Rule { from, to, .. } => {
                    turn(from);
                    turn(to);
                }
                Shape::Line { runs, .. } => runs.iter_mut().flatten().for_each(turn),
                Shape::Polygon { points, .. } => points.iter_mut().for_each(turn),
                Shape::Rect { rect, .. } => turn_box(rect),
                Shape::Dot { center, .. } => turn(center),
                Shape::Text(run) => {
                    turn(&mut run.at);
                    run.anchor = match run.anchor {
                        Anchor::Left => Anchor::Right,
                        Anchor::Middle => Anchor::Middle,
                        Anchor::Right => Anchor::Left,
                    };
                }
            }
        }
    }
}
