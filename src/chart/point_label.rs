//! Names beside dots, placed where nothing is in the way.

use super::free::leaves_free;
use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect, clip_line};
use crate::scene::{Anchor, DatumId, Mark, Role, Shape, Stroke, TextRun};
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
        // Among very many dots another try would be as long and no better.
        let last = last || drawn > CROWD;
        let lost = order.iter().position(|label| !place_one(sketch, label, area, (&named, last)) && label.must);
        match lost {
            Some(at) if !last => {
                sketch.marks.truncate(drawn);
                let first = order.remove(at);
                order.insert(0, first);
            }
            // The others get their places all the same.
            Some(at) => {
                for label in order.iter().skip(at + 1) {
                    place_one(sketch, label, area, (&named, true));
                }
                return;
            }
            None => return,
        }
    }
}

/// Places one name; whether it found a place. `cross` allows those that must be named to lie over dots that are not.
fn place_one(sketch: &mut Sketch, label: &PointLabel, area: Rect, (named, cross): (&[DatumId], bool)) -> bool {
    let words = shorten(&label.words, area.width * 0.6, label.look.0, sketch.env.measure);
    let width = sketch.measure(&words, label.look.0);
    // Of ten thousand marks only those matter that a name or its leader could reach.
    let far = FAR.last().copied().unwrap_or_default() + label.radius + width + 20.0;
    let around = Rect::around(label.at, far);
    let near: Vec<&Mark> = sketch.marks.iter().filter(|mark| may_meet(mark, around)).collect();
    let free = |place: Rect| near.iter().all(|mark| leaves_free(mark, place));
    let search = Search { near: &near, area, width, halo: sketch.env.theme.background };
    let own = |place: Rect| free(place) && is_own(&near, label, place, named);
    let mut found = search.find(label, None, &own);
    if found.is_none() {
        found = search.find(label, Some(named), &own);
    }
    if found.is_none() {
        found = search.find(label, Some(named), &free);
    }
    if found.is_none() && label.must && cross {
        found = search.find(label, Some(named), &|place| is_readable(&near, place, named));
    }
    let Some((run, leader)) = found else { return false };
    if let Some((from, to)) = leader {
        let stroke = Stroke { width: 1.0, color: sketch.env.theme.muted };
        let shape = Shape::Line { runs: vec![vec![from, to]], stroke };
        sketch.mark(Role::Label, Some(label.datum), shape);
    }
    sketch.mark(Role::Label, Some(label.datum), Shape::Text(TextRun { text: words, ..run }));
    true
}

/// Whether a mark may have a part in a box; of lines it is not looked up.
fn may_meet(mark: &Mark, area: Rect) -> bool {
    match &mark.shape {
        Shape::Dot { center, radius, .. } => area.grown(*radius).holds(*center),
        Shape::Rule { from, to, .. } => Rect::between(*from, *to).grown(2.0).meets(&area),
        Shape::Text(run) => run.bounds().meets(&area),
        _ => true,
    }
}

/// With more marks than this there is one try.
const CROWD: usize = 1500;

type Leader = Option<(Point, Point)>;

/// What a name's place is looked for among.
struct Search<'a> {
    near: &'a [&'a Mark],
    area: Rect,
    width: f64,
    halo: Color,
}

impl Search<'_> {
    /// The first place that is free, with the leader to it, which crosses no dot, or none that is `named`.
    fn find(
        &self,
        label: &PointLabel,
        named: Option<&[DatumId]>,
        free: &dyn Fn(Rect) -> bool,
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
                    width: self.width,
                    halo: Some(self.halo),
                };
                let place = run.bounds();
                let inside = place.x >= self.area.x
                    && place.y >= self.area.y
                    && place.right() <= self.area.right()
                    && place.bottom() <= self.area.bottom();
                let edge = label.at.toward(near, (label.radius + 1.5) / label.at.distance(near).max(0.1));
                let leader = (far > 0).then_some((edge, near));
                let clear = leader.is_none_or(|(from, to)| is_clear(self.near, label, (from, to), named));
                if inside && clear && free(place.grown(1.0)) {
                    return Some((run, leader));
                }
            }
        }
        None
    }
}

/// Another dot that has a name stands at least this far from a name, in CSS pixels, or farther than the name's own dot.
const APART: f64 = 14.0;
/// Between two names on a line at least this many CSS pixels stay free.
const ASIDE: f64 = 6.0;

/// Whether a name in this box would be taken for that of its own dot, not of another that has one.
fn is_own(near: &[&Mark], label: &PointLabel, place: Rect, named: &[DatumId]) -> bool {
    let own = place.distance(label.at).min(APART) - 0.5;
    // Two names side by side are not one.
    let wide = Rect::new(place.x - ASIDE, place.y, place.width + 2.0 * ASIDE, place.height);
    near.iter().all(|mark| match (&mark.shape, mark.datum) {
        (Shape::Text(run), _) => !run.bounds().meets(&wide),
        (Shape::Dot { center, .. }, Some(datum)) if datum != label.datum && named.contains(&datum) => {
            place.distance(*center) >= own
        }
        _ => true,
    })
}

/// Whether a leader would touch no words, no other leader and no other dot (that is named).
fn is_clear(near: &[&Mark], label: &PointLabel, (from, to): (Point, Point), named: Option<&[DatumId]>) -> bool {
    let meets = |area: Rect| !clip_line(&[from, to], area).is_empty();
    near.iter().all(|mark| match &mark.shape {
        Shape::Text(run) => !meets(run.bounds()),
        Shape::Dot { center, radius, .. } => {
            let counts = |datum| named.is_none_or(|named| named.contains(&datum));
            let other = mark.datum.is_some_and(|datum| datum != label.datum && counts(datum));
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
fn is_readable(near: &[&Mark], place: Rect, named: &[DatumId]) -> bool {
    near.iter().all(|mark| match &mark.shape {
        Shape::Text(run) => !run.bounds().meets(&place),
        Shape::Line { runs, .. } if mark.role == Role::Label => runs.iter().all(|run| clip_line(run, place).is_empty()),
        Shape::Dot { center, radius, .. } => {
            place.distance(*center) > *radius || !mark.datum.is_some_and(|datum| named.contains(&datum))
        }
        _ => true,
    })
}
