//! The words of upright lines and bands that have no room beside them: in a row of their own above the plot.

use super::across;
use super::note::{self, Block, SIDE};
use super::order::order;
use super::sketch::Sketch;
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::scene::Anchor;
use crate::text::spread;

/// Between two flags, and between them and the plot, in CSS pixels.
const GAP: f64 = 8.0;

/// Words that want a place above a line.
pub(super) struct Flag {
    /// Where the line stands, in CSS pixels.
    pub(super) x: f64,
    /// The words.
    pub(super) text: String,
    /// Where the line begins, in CSS pixels from the top.
    pub(super) reach: f64,
}

/// Moves the plot down and writes the words above it; where they do not fit side by side, numbers.
pub(super) fn raise(sketch: &mut Sketch, flags: &[Flag]) {
    if flags.is_empty() {
        return;
    }
    let share = (sketch.width / flags.len() as f64 - GAP).min(150.0);
    let blocks: Vec<Option<Block>> = each(flags, &mut |flag| Block::of(sketch, &flag.text, share));
    let widths = each(&blocks, &mut |block| block.as_ref().map_or(f64::INFINITY, |block| block.width));
    let places = settle(sketch, flags, &widths);
    let (height, places) = match &places {
        Some(places) => (blocks.iter().flatten().map(|block| block.height).fold(0.0, f64::max), places.clone()),
        None => {
            let places = settle(sketch, flags, &each(flags, &mut |_| SIDE));
            // Lines too many even for numbers: they stand as near as they can.
            (SIDE, places.unwrap_or_else(|| each(flags, &mut |flag| flag.x)))
        }
    };
    let down = height + 4.0;
    sketch.shift(0.0, down);
    sketch.height += down;
    let worded = settle(sketch, flags, &widths).is_some();
    for at in order(&each(flags, &mut |flag| flag.x)) {
        let (Some(flag), Some(x), Some(block)) = (flags.get(at), places.get(at), blocks.get(at)) else { continue };
        let from = Point::new(flag.x, height + 2.0);
        across::rule(sketch, from, Point::new(flag.x, flag.reach + down));
        match block {
            Some(block) if worded => {
                let area = Rect::new(x - block.width / 2.0, height - block.height, block.width, block.height);
                block.draw(sketch, area, Anchor::Middle);
            }
            _ => note::number(sketch, &flag.text, Point::new(*x, SIDE / 2.0)),
        }
    }
}

/// The middles of boxes of these widths above their lines, side by side; `None` where one would stand off its line.
fn settle(sketch: &Sketch, flags: &[Flag], widths: &[f64]) -> Option<Vec<f64>> {
    let wanted = each(flags, &mut |flag| flag.x);
    let rooms = each(widths, &mut |width| width + GAP);
    if !rooms.iter().sum::<f64>().is_finite() {
        return None;
    }
    let places = spread(&wanted, &rooms, -GAP / 2.0, sketch.width + GAP / 2.0);
    let holds = |at: usize| {
        let (Some(place), Some(x), Some(width)) = (places.get(at), wanted.get(at), widths.get(at)) else {
            return false;
        };
        let inside = place - width / 2.0 >= -0.5 && place + width / 2.0 <= sketch.width + 0.5;
        inside && (place - x).abs() <= width / 2.0
    };
    (0..flags.len()).all(holds).then_some(places)
}
