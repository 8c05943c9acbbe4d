//! Lines and bands across the plot, with their words.

use super::annotate::where_it_is;
use super::flag::Flag;
use super::frame::Frame;
use super::free::is_free;
use super::note::{self, Block};
use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::scene::{Anchor, Mark, Role, Shape};
use crate::spec::{At, Spot};

/// The widest that words beside a line are, in CSS pixels, and as a part of the plot.
const WIDEST: f64 = 160.0;
const PART: f64 = 0.42;
/// Between a line and its words, in CSS pixels.
const ASIDE: f64 = 5.0;

/// The tint of a band.
fn tint(sketch: &Sketch) -> Color {
    sketch.env.theme.background.mix(sketch.env.theme.muted, 0.16)
}

/// The box of a band, in CSS pixels.
fn area(frame: &Frame, from: &At, to: &At) -> Option<Rect> {
    let (low, high) = frame.band(from, to)?;
    let plot = frame.plot;
    Some(if frame.is_vertical(from) {
        Rect::new(low, plot.y, high - low, plot.height)
    } else {
        Rect::new(plot.x, low, plot.width, high - low)
    })
}

/// Puts a band below everything drawn so far.
pub(super) fn shade(sketch: &mut Sketch, from: &At, to: &At) {
    let Some(rect) = sketch.frame.as_ref().and_then(|frame| area(frame, from, to)) else { return };
    let shape = Shape::Rect { rect, fill: Some(tint(sketch)), stroke: None };
    sketch.marks.insert(0, Mark { shape, role: Role::Note, datum: None });
}

/// A line across the plot with its words beside it; those of an upright line without room become a flag. Lines that are
/// to be drawn when all words stand go to `later`.
pub(super) fn line(
    sketch: &mut Sketch,
    text: &str,
    at: &At,
    flags: &mut Vec<Flag>,
    later: &mut Vec<(Point, Point)>,
) -> Option<()> {
    let frame = sketch.frame.as_ref()?;
    let rows = !frame.upright;
    let (plot, place, vertical) = (frame.plot, frame.line(at)?, frame.is_vertical(at));
    let (from, to) = if vertical {
        (Point::new(place, plot.y), Point::new(place, plot.bottom()))
    } else {
        (Point::new(plot.x, place), Point::new(plot.right(), place))
    };
    if sketch.quiet {
    } else if vertical {
        if !beside(sketch, text, place, plot) {
            flags.push(Flag { x: place, text: text.into(), reach: plot.y });
        }
    } else if !note::along_line(sketch, text, (place, place), plot) {
        let words = where_it_is(sketch, &Spot::Line(*at));
        note::number_on(sketch, text, &words, Rect::between(from, to));
    }
    // The notes of rows have no other place than their row: a line gives way to them.
    if rows {
        later.push((from, to));
    } else {
        rule(sketch, from, to);
    }
    Some(())
}

/// A straight line that stops before the words in its way.
pub(super) fn rule(sketch: &mut Sketch, from: Point, to: Point) {
    let mut runs = vec![(from, to)];
    let across = Rect::between(from, to).grown(0.5);
    for mark in &sketch.marks {
        let Shape::Text(run) = &mark.shape else { continue };
        let hole = run.bounds().grown(2.0);
        if !hole.meets(&across) {
            continue;
        }
        let mut left = Vec::new();
        for (a, b) in runs {
            let (before, after) = (
                Point::new(b.x.min(hole.x), b.y.min(hole.y)),
                Point::new(a.x.max(hole.right()), a.y.max(hole.bottom())),
            );
            let (before, after) = if a.x == b.x {
                (Point::new(a.x, before.y), Point::new(a.x, after.y))
            } else {
                (Point::new(before.x, a.y), Point::new(after.x, a.y))
            };
            left.extend([(a, before), (after, b)].into_iter().filter(|(a, b)| b.x - a.x + b.y - a.y > 4.0));
        }
        runs = left;
    }
    for (from, to) in runs {
        sketch.rule(Role::Note, from, to, 1.0, sketch.env.theme.ink);
    }
}

/// The words of a band: in it, across it, or as those of a line.
pub(super) fn band(sketch: &mut Sketch, text: &str, from: &At, to: &At, flags: &mut Vec<Flag>) -> Option<()> {
    let frame = sketch.frame.as_ref()?;
    let (plot, vertical) = (frame.plot, frame.is_vertical(from));
    let area = area(frame, from, to)?;
    if sketch.quiet {
        return Some(());
    }
    if !vertical {
        if !note::along_line(sketch, text, (area.bottom(), area.y), plot) {
            let words = where_it_is(sketch, &Spot::Band(*from, *to));
            note::number_on(sketch, text, &words, area);
        }
    } else if !within(sketch, text, area) {
        flags.push(Flag { x: area.center().x, text: text.into(), reach: plot.y });
    }
    Some(())
}

/// Writes words at the right or left of an upright line, as high as there is room; false where there is none.
fn beside(sketch: &mut Sketch, text: &str, x: f64, plot: Rect) -> bool {
    let Some(block) = Block::of(sketch, text, WIDEST.min(plot.width * PART)) else { return false };
    let mut top = plot.y + 2.0;
    // Words far down a line are not looked for.
    while top + block.height <= plot.y + plot.height * 0.5 {
        for (left, anchor) in [(x + ASIDE, Anchor::Left), (x - ASIDE - block.width, Anchor::Right)] {
            let area = Rect::new(left, top, block.width, block.height);
            if left >= 0.0 && area.right() <= sketch.width && is_free(sketch, area.grown(2.0)) {
                block.draw(sketch, area, anchor);
                return true;
            }
        }
        top += block.height / block.lines.len().max(1) as f64;
    }
    false
}

/// Writes words at the head of an upright band, in it or across it; false where they do not fit.
fn within(sketch: &mut Sketch, text: &str, band: Rect) -> bool {
    for width in [band.width - 6.0, WIDEST] {
        let Some(block) = Block::of(sketch, text, width.min(WIDEST)) else { continue };
        let area = Rect::new(band.center().x - block.width / 2.0, band.y + 3.0, block.width, block.height);
        let inside = area.x >= 0.0 && area.right() <= sketch.width && area.height < band.height;
        if inside && is_free(sketch, area.grown(1.0)) {
            block.draw(sketch, area, Anchor::Middle);
            return true;
        }
    }
    false
}
