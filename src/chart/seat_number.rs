//! The numbers of the parties' list along the hollow of a half ring of seats.

use super::cue;
use super::election_donut::{HOLE, turn, ways};
use super::free::is_free;
use super::ring_label::Ring;
use super::sketch::Sketch;
use super::stack::Stack;
use crate::geom::{Rect, around};
use crate::scene::DatumId;
use core::f64::consts::PI;

/// From the hollow's edge to the middle of the numbers, and what they take of the hollow, in CSS pixels.
const INSET: f64 = 9.0;
pub(super) const ROOM: f64 = INSET + cue::BOX / 2.0;

/// Writes along the hollow of the ring each party's number in the list, where there is room: the smallest ones between two
/// others follow in the list's order.
pub(super) fn draw(sketch: &mut Sketch, whole: &Stack, ring: &Ring, data: &[DatumId]) {
    let radius = ring.radius * HOLE - INSET;
    let needed = sketch.checked.target.as_ref().map_or(whole.total / 2.0, |target| target.value);
    // Along the hollow, in CSS pixels: where the majority's line ends there is none.
    let line = needed / whole.total.max(1.0);
    let half = PI * radius;
    for (index, datum) in data.iter().enumerate() {
        let (from, to) = ways(whole, index);
        let gap = 8.0 / half.max(1.0);
        let crossed = from < line + gap && to > line - gap;
        // A party on both sides of it has its number on the side where it has more.
        let (from, to) = match (crossed, line - from > to - line) {
            (true, true) => (from, line - gap),
            (true, false) => (line + gap, to),
            _ => (from, to),
        };
        let room = (to - from) * half;
        let at = around(ring.center, radius, turn((from + to) / 2.0));
        let area = Rect::new(at.x - 4.0, at.y - 7.0, 8.0, 14.0);
        if data.len() > 1 && room >= cue::LEAST && is_free(sketch, area) {
            cue::draw(sketch, (index, Some(*datum)), at, room, None);
        }
    }
}
