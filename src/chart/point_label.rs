//! Names beside dots, placed where nothing is in the way.

use super::free::is_free;
use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect, clip_line};
use crate::scene::{Anchor, DatumId, Role, Shape, Stroke, TextRun};
use crate::text::{TextStyle, shorten};

/// A name that wants a place beside its dot.
pub(super) struct PointLabel {
    /// The datum that it names.
    pub(super) datum: DatumId,
    /// The name.
    pub(super) words: String,
    /// The dot's middle, in CSS pixels.
    pub(super) at: Point,
    /// The dot's radius, in CSS pixels.
    pub(super) radius: f64,
    /// Size, weight and colour.
    pub(super) look: (TextStyle, Color),
    /// Whether it may lie over dots that nothing names, rather than be left out.
    pub(super) must: bool,
}

/// Where a name may stand: which way from the dot.
const SIDES: [(f64, f64); 12] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, -1.0),
    (1.0, 1.0),
    (-1.0, -1.0),
    (-1.0, 1.0),
    (0.4, -1.0),
    (-0.4, -1.0),
    (0.4, 1.0),
    (-0.4, 1.0),
];

/// How far from the dot's edge a name may stand, in CSS pixels; from the second on a leader joins the two.
const FAR: [f64; 6] = [4.0, 13.0, 26.0, 42.0, 60.0, 80.0];

/// Places names one after the other, each at the first free place: near ones first, to the right of its dot before
/// the left, above before below. Where one that must be named finds no place, it chooses first in another try. What
/// finds no place inside `area` (CSS pixels) is left out; its datum says the name.
pub(super) fn place(sketch: &mut Sketch, labels: &[PointLabel], area: Rect) {
    let named: Vec<DatumId> = labels.iter().map(|label| label.datum).collect();
    let mut order: Vec<&PointLabel> = labels.iter().collect();
    let drawn = sketch.marks.len();
    for last in [false, false, false, true] {
        let lost = order.iter().position(|label| !place_one(sketch, label, area, &named) && label.must);
        match lost {
            Some(at) if !last => {
                sketch.marks.truncate(drawn);
                let first = order.remove(at);
                order.insert(0, first);
            }
            // The others get their places all the same.
            Some(at) => {
                for label in order.iter().skip(at + 1) {
                    place_one(sketch, label, area, &named);
                }
            }
            None => return,
        }
    }
}

/// Places one name; whether it found a place.
fn place_one(sketch: &mut Sketch, label: &PointLabel, area: Rect, named: &[DatumId]) -> bool {
    let words = shorten(&label.words, area.width * 0.6, label.look.0, sketch.env.measure);
    let width = sketch.measure(&words, label.look.0);
    let found = find(sketch, label, width, (area, named), &|sketch, place| is_free(sketch, place));
    let found = found.or_else(|| {
        let crossing = |sketch: &Sketch, place: Rect| is_readable(sketch, place, named);
        find(sketch, label, width, (area, named), &crossing).filter(|_| label.must)
    });
    let Some((run, leader)) = found else { return false };
    if let Some((from, to)) = leader {
        let stroke = Stroke { width: 1.0, color: sketch.env.theme.muted };
        let shape = Shape::Line { runs: vec![vec![from, to]], stroke };
        sketch.mark(Role::Label, Some(label.datum), shape);
    }
    sketch.mark(Role::Label, Some(label.datum), Shape::Text(TextRun { text: words, ..run }));
    true
}

type Leader = Option<(Point, Point)>;

/// The first place that is free, with the leader to it.
fn find(
    sketch: &Sketch,
    label: &PointLabel,
    width: f64,
    (area, named): (Rect, &[DatumId]),
    free: &dyn Fn(&Sketch, Rect) -> bool,
) -> Option<(TextRun, Leader)> {
    let (style, color) = label.look;
    for (far, distance) in FAR.iter().enumerate() {
        for (dx, dy) in SIDES {
            // Diagonals lie on the same circle.
            let part = if dx != 0.0 && dy != 0.0 { 0.8 } else { 1.0 };
            let out = (label.radius + distance) * part;
            let near = Point::new(label.at.x + dx * out, label.at.y + dy * out);
            let anchor = if dx > 0.0 {
                Anchor::Left
            } else if dx < 0.0 {
                Anchor::Right
            } else {
                Anchor::Middle
            };
            let baseline = if dy < 0.0 {
                near.y - style.descent()
            } else if dy > 0.0 {
                near.y + style.ascent()
            } else {
                near.y + style.cap_height() / 2.0
            };
            let run = TextRun {
                text: String::new(),
                at: Point::new(near.x, baseline),
                anchor,
                style,
                color,
                width,
                halo: Some(sketch.env.theme.background),
            };
            let place = run.bounds();
            let inside = place.x >= area.x
                && place.y >= area.y
                && place.right() <= area.right()
                && place.bottom() <= area.bottom();
            let edge = label.at.toward(near, (label.radius + 1.5) / label.at.distance(near).max(0.1));
            let leader = (far > 0).then_some((edge, near));
            let clear = leader.is_none_or(|(from, to)| is_clear(sketch, label, from, to, named));
            if inside && clear && free(sketch, place.grown(1.0)) {
                return Some((run, leader));
            }
        }
    }
    None
}

/// Whether a leader would touch no words, no other leader and no other dot that is named.
fn is_clear(sketch: &Sketch, label: &PointLabel, from: Point, to: Point, named: &[DatumId]) -> bool {
    let meets = |area: Rect| !clip_line(&[from, to], area).is_empty();
    sketch.marks.iter().all(|mark| match &mark.shape {
        Shape::Text(run) => !meets(run.bounds()),
        Shape::Dot { center, radius, .. } => {
            let other = mark.datum.is_some_and(|datum| datum != label.datum && named.contains(&datum));
            !(other && meets(Rect::around(*center, *radius + 1.0)))
        }
        Shape::Line { runs, .. } if mark.role == Role::Label => {
            let around = Rect::between(from, to).grown(1.0);
            runs.iter().all(|run| clip_line(run, around).is_empty())
        }
        _ => true,
    })
}

/// Whether a name in this box would hide no other words and no dot that is named itself.
fn is_readable(sketch: &Sketch, place: Rect, named: &[DatumId]) -> bool {
    sketch.marks.iter().all(|mark| match &mark.shape {
        Shape::Text(run) => !run.bounds().meets(&place),
        Shape::Line { runs, .. } if mark.role == Role::Label => runs.iter().all(|run| clip_line(run, place).is_empty()),
        Shape::Dot { center, radius, .. } => {
            place.distance(*center) > *radius || !mark.datum.is_some_and(|datum| named.contains(&datum))
        }
        _ => true,
    })
}
