//! Names and values of the parts of a ring, outside it on either side, with leaders.

use super::sketch::Sketch;
use crate::each::each;
use crate::geom::Point;
use crate::scene::{Anchor, DatumId, Role};
use crate::text::{TextStyle, spread, wrap};

/// From the ring to the bend of a leader, and from its end to the words, in CSS pixels.
const BEND: f64 = 9.0;
const ASIDE: f64 = 4.0;
/// The least room for words on either side, and what leaders take, in CSS pixels.
const ROOM: f64 = 84.0;
const LEADER: f64 = 22.0;

/// A ring, as far as labels must know it.
pub(super) struct Ring {
    pub(super) center: Point,
    pub(super) radius: f64,
    /// Between these heights the labels stand, in CSS pixels.
    pub(super) ends: (f64, f64),
}

/// The words of one part: its name, its value, and where it meets the outer edge of the ring.
pub(super) struct Words<'a> {
    pub(super) name: &'a str,
    pub(super) value: String,
    pub(super) edge: Point,
}

/// A label with its place.
pub(super) struct Label {
    lines: Vec<String>,
    value: String,
    path: Vec<Point>,
    anchor: Anchor,
}

/// Places every label left or right of the ring; `None` where one would be cut, does not fit, or its leader would cross
/// the ring.
pub(super) fn lay_out(sketch: &Sketch, ring: &Ring, words: &[Words]) -> Option<Vec<Label>> {
    let theme = sketch.env.theme;
    let room = (sketch.width / 2.0 - ring.radius - LEADER - ASIDE).min(190.0);
    if room < ROOM {
        return None;
    }
    let lead = theme.label.line_height();
    let lines = each(words, &mut |words| wrap(words.name, room, theme.label, sketch.env.measure, 3));
    let mut labels: Vec<Option<Label>> = each(words, &mut |_| None);
    for right in [true, false] {
        let side: Vec<usize> = (0..words.len())
            .filter(|at| words.get(*at).is_some_and(|one| (one.edge.x >= ring.center.x) == right))
            .collect();
        let bend = |at: &usize| {
            let edge = words.get(*at).map_or(ring.center, |words| words.edge);
            ring.center.toward(edge, 1.0 + BEND / ring.radius)
        };
        let height = |at: &usize| (lines.get(*at).map_or(0, Vec::len) + 1) as f64 * lead + 4.0;
        let (wanted, heights) = (each(&side, &mut |at| bend(at).y), each(&side, &mut |at| height(at)));
        if heights.iter().sum::<f64>() > ring.ends.1 - ring.ends.0 {
            return None;
        }
        let places = spread(&wanted, &heights, ring.ends.0, ring.ends.1);
        for (at, y) in side.iter().zip(places) {
            let (Some(words), Some(lines)) = (words.get(*at), lines.get(*at)) else { continue };
            let cut = lines.len() > 2 || lines.iter().any(|line| line.ends_with('…') && line != words.name);
            if cut || sketch.measure(&words.value, strong(sketch)) > room {
                return None;
            }
            let sign = if right { 1.0 } else { -1.0 };
            let bend = bend(at);
            let end = Point::new(ring.center.x + sign * (ring.radius + LEADER), y);
            let crosses =
                (1..=8).any(|step| bend.toward(end, f64::from(step) / 8.0).distance(ring.center) < ring.radius + 2.0);
            if crosses {
                return None;
            }
            if let Some(label) = labels.get_mut(*at) {
                let path = vec![ring.center.toward(words.edge, 1.0 + 2.0 / ring.radius), bend, end];
                let anchor = if right { Anchor::Left } else { Anchor::Right };
                *label = Some(Label { lines: lines.clone(), value: words.value.clone(), path, anchor });
            }
        }
    }
    labels.into_iter().collect()
}

/// Draws one label and its leader.
pub(super) fn draw(sketch: &mut Sketch, label: &Label, datum: DatumId) {
    let theme = sketch.env.theme;
    let Some(end) = label.path.last().copied() else { return };
    sketch.line(Role::Note, None, vec![label.path.clone()], 1.0, theme.rest);
    let lead = theme.label.line_height();
    let sign = if label.anchor == Anchor::Left { 1.0 } else { -1.0 };
    let mut baseline = end.y - (label.lines.len() as f64 + 1.0) * lead / 2.0 + (lead + theme.label.cap_height()) / 2.0;
    for line in &label.lines {
        let at = Point::new(end.x + sign * ASIDE, baseline);
        sketch.text(Role::Label, Some(datum), line, at, label.anchor, (theme.label, theme.ink));
        baseline += lead;
    }
    let at = Point::new(end.x + sign * ASIDE, baseline);
    sketch.text(Role::Label, Some(datum), &label.value, at, label.anchor, (strong(sketch), theme.ink));
}

fn strong(sketch: &Sketch) -> TextStyle {
    TextStyle { weight: 600, ..sketch.env.theme.label }
}
