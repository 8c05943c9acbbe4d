//! Seats in a half ring, a dot each, with the line that a majority must pass.

use super::apportion::apportion;
use super::free::is_free;
use super::order::order;
use super::part::is_hollow;
use super::part_list::{Entry, PartList};
use super::ring_label::{self, Label, Ring, Words};
use super::sketch::Sketch;
use super::split_bar::say_share;
use super::stack::{self, Stack};
use super::{category, seat_number, target, tentative, value};
use crate::geom::{Point, Rect, arc, around, ring_part, within};
use crate::locale::Message;
use crate::scene::{Anchor, DatumId, Role, Shape, Stroke, TextRun};
use crate::spec::Row;
use crate::text::TextStyle;
use core::f64::consts::PI;

/// The hole, as a part of the outer radius.
pub(super) const HOLE: f64 = 0.4;
/// The smallest dot that is seen as one, as a radius in CSS pixels; smaller ones make way for arcs.
const SMALLEST: f64 = 1.3;
/// The largest, of a chamber of a few.
const LARGEST: f64 = 16.0;
/// How far the majority's line reaches past the seats on either side, in CSS pixels.
const PAST: f64 = 7.0;
/// From this width, in CSS pixels, the parties are named around the ring.
const WIDE: f64 = 480.0;

/// A seat: where it is, how far along the half ring from its beginning, 0 to 1, and whether it is in the outermost row.
#[derive(Clone, Copy)]
struct Seat {
    at: Point,
    way: f64,
    outer: bool,
}

/// Draws the parties from left to right in their order, with their names around the ring, else in a list below.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let mut rows: Vec<&Row> = Vec::new();
    for category in &categories {
        rows.extend(category.rows.iter().take(1));
    }
    let whole = stack::stack(checked, "", &rows);
    let head = sketch.env.theme.small.line_height() + PAST + 4.0;
    let ring = |radius: f64| Ring {
        center: Point::new(sketch.width / 2.0, head + radius),
        radius,
        ends: (0.0, head + radius + 12.0),
    };
    let around_it = ring(within((sketch.width - 270.0) / 2.0, 60.0, 180.0));
    let below_it = ring((sketch.width / 2.0 - 2.0).min(190.0));
    let labels = if sketch.width >= WIDE { labels(sketch, &whole, &around_it) } else { None };
    let ring = if labels.is_some() { around_it } else { below_it };
    let data = parties(sketch, &whole, &ring);
    total(sketch, &whole, &ring, labels.is_some());
    sketch.height = ring.center.y + 4.0;
    match labels {
        Some(labels) => {
            for (label, datum) in labels.iter().zip(&data) {
                ring_label::draw(sketch, label, *datum);
            }
            sketch.height = ring.ends.1;
        }
        None => {
            // The left of a parliament is on the left in every language; only the list follows the reader.
            seat_number::draw(sketch, &whole, &ring, &data);
            let drawn = sketch.marks.len();
            list(sketch, &whole, &data);
            sketch.mirror_marks(drawn);
        }
    }
    majority(sketch, &whole, &ring);
    // A majority is no goal to be short of.
    sketch.story.target = None;
    tentative::explain(sketch);
}

/// A place along the half ring (0: left end, 1: right end) in turns from twelve o'clock.
pub(super) fn turn(way: f64) -> f64 {
    let turn = 0.75 + within(way, 0.0, 1.0) / 2.0;
    if turn >= 1.0 { turn - 1.0 } else { turn }
}

/// Where a party begins and ends along the half ring.
pub(super) fn ways(whole: &Stack, index: usize) -> (f64, f64) {
    let total = if whole.total > 0.0 { whole.total } else { 1.0 };
    whole.parts.get(index).map_or((0.0, 0.0), |part| (part.from / total, part.to / total))
}

/// The names around the ring, where there is room for all.
fn labels(sketch: &Sketch, whole: &Stack, ring: &Ring) -> Option<Vec<Label>> {
    let mut words = Vec::new();
    let (seats, _) = seats(whole, ring);
    let mut next = 0_usize;
    for (index, part) in whole.parts.iter().enumerate() {
        let (from, to) = ways(whole, index);
        let value = value::label(sketch.checked, sketch.env.locale, part.row, false);
        let count = (part.to - part.from) as usize;
        // The leader of a few meets their one seat in the outermost row.
        let own = seats.get(next..next.saturating_add(count)).unwrap_or_default();
        let few = own.iter().find(|seat| seat.outer && count < 8).map(|seat| seat.way);
        next = next.saturating_add(count);
        let edge = around(ring.center, ring.radius, turn(few.unwrap_or((from + to) / 2.0)));
        words.push(Words { name: &part.row.category, value, edge });
    }
    ring_label::lay_out(sketch, ring, &words)
}

/// Draws every party's seats; gives their data.
fn parties(sketch: &mut Sketch, whole: &Stack, ring: &Ring) -> Vec<DatumId> {
    let (outer, inner) = (ring.radius, ring.radius * HOLE);
    let (seats, dot) = seats(whole, ring);
    let background = sketch.env.theme.background;
    let mut data = Vec::new();
    let mut next = 0;
    for (index, part) in whole.parts.iter().enumerate() {
        let (from, to) = ways(whole, index);
        let middle = around(ring.center, (inner + outer) / 2.0, turn((from + to) / 2.0));
        let color = sketch.part_color(index, &part.row.category);
        let hollow = is_hollow(part.row);
        if seats.is_empty() {
            let datum = sketch.datum(part.row, middle, Rect::around(middle, 12.0));
            if to > from {
                // An arc across twelve o'clock goes on past a full turn.
                let (start, end) = (turn(from), turn(from) + (to - from) / 2.0);
                let points = ring_part(ring.center, (inner, outer), (start, end));
                sketch.mark(Role::Data, Some(datum), Shape::Polygon { points, fill: color });
                let edge = around(ring.center, inner, turn(to));
                let seam = vec![edge, around(ring.center, outer, turn(to))];
                sketch.line(Role::Data, None, vec![seam], 1.5, background);
            }
            say_share(sketch, datum, whole.total);
            data.push(datum);
            continue;
        }
        let count = (part.to - part.from) as usize;
        let own = seats.get(next..next + count).unwrap_or_default();
        next += count;
        let mut reach = Rect::around(middle, 4.0);
        for (at, seat) in own.iter().enumerate() {
            let cover = Rect::around(seat.at, dot);
            reach = if at == 0 { cover } else { union(reach, cover) };
        }
        let datum = sketch.datum(part.row, middle, reach);
        for seat in own {
            let ring = hollow.then_some(Stroke { width: (dot * 0.4).min(1.5), color });
            let fill = if hollow { background } else { color };
            sketch.mark(Role::Data, Some(datum), Shape::Dot { center: seat.at, radius: dot, fill, ring });
        }
        say_share(sketch, datum, whole.total);
        data.push(datum);
    }
    data
}

fn union(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect::new(x, y, a.right().max(b.right()) - x, a.bottom().max(b.bottom()) - y)
}

/// The seats from left to right and the radius of their dots in CSS pixels; none where they are no whole numbers or too
/// many to be seen one by one.
///
/// Rows are as far apart as the seats in them: of n seats in a ring from 0.4 to 1 that is the case at √(0.27 n) rows;
/// each row holds seats in proportion to its length.
fn seats(whole: &Stack, ring: &Ring) -> (Vec<Seat>, f64) {
    let broken = whole.parts.iter().any(|part| part.row.value.is_some_and(|value| value.fract() != 0.0));
    let none = (Vec::new(), 0.0);
    if broken || whole.total < 1.0 || whole.total > 5000.0 {
        return none;
    }
    let count = whole.total as usize;
    let (outer, inner) = (ring.radius, ring.radius * HOLE);
    let rows = ((whole.total * 0.2728).sqrt() + 0.5) as usize;
    let rows = rows.max(1).min(count);
    let gap = (outer - inner) / rows as f64;
    let mut dot = (gap * 0.42).min(LARGEST);
    let mut radii = Vec::new();
    for row in 0..rows {
        radii.push(inner + gap * (row as f64 + 0.5));
    }
    let counts = apportion(&radii, count);
    let mut found: Vec<Seat> = Vec::with_capacity(count);
    for (row, (radius, &seats)) in radii.iter().zip(&counts).enumerate() {
        // The ends stand on the ground line, half a dot above it.
        let lift = dot / radius;
        let steps = seats.saturating_sub(1).max(1);
        let (from, to) = if seats == 1 { (1.5 * PI, 1.5 * PI) } else { (PI + lift, 2.0 * PI - lift) };
        for (at, point) in arc(ring.center, *radius, from, to, steps).into_iter().take(seats).enumerate() {
            let way = if seats == 1 { 0.5 } else { at as f64 / steps as f64 };
            found.push(Seat { at: point, way, outer: row + 1 == rows });
        }
        if seats > 1 {
            dot = dot.min(radius * (to - from) / steps as f64 * 0.42);
        }
    }
    if dot < SMALLEST {
        return none;
    }
    let mut keys = Vec::with_capacity(found.len());
    for seat in &found {
        keys.push(seat.way);
    }
    let mut sorted = Vec::with_capacity(found.len());
    for at in order(&keys) {
        sorted.extend(found.get(at).copied());
    }
    outward(whole, &mut sorted);
    (sorted, dot)
}

/// Gives each party a seat in the outermost row, where its leader ends: those that have none change one of theirs for
/// the nearest there.
fn outward(whole: &Stack, seats: &mut [Seat]) {
    let mut next = 0;
    for part in &whole.parts {
        let count = (part.to - part.from) as usize;
        let own = next..next + count;
        next += count;
        let seen = seats.get(own.clone()).is_none_or(|own| own.iter().any(|seat| seat.outer));
        if seen || count == 0 {
            continue;
        }
        let far = |at: &usize| at.abs_diff(own.start);
        let nearest = (0..seats.len()).filter(|at| seats.get(*at).is_some_and(|seat| seat.outer)).min_by_key(far);
        if let Some(nearest) = nearest {
            seats.swap(nearest, own.start);
        }
    }
}

/// How many seats there are, in the hollow of the ring.
fn total(sketch: &mut Sketch, whole: &Stack, ring: &Ring, bare: bool) {
    let row = Row { value: Some(whole.total), ..Row::default() };
    let number = value::label(sketch.checked, sketch.env.locale, &row, true);
    stack::tell_total(sketch, whole);
    let theme = sketch.env.theme;
    let large = TextStyle { size: if bare || ring.radius > 148.0 { 24.0 } else { 20.0 }, weight: 700 };
    // Where the numbers of the list stand along the hollow, there is less of it.
    let hollow = ring.radius * HOLE - if bare { 0.0 } else { seat_number::ROOM };
    let room = hollow * 1.7;
    let unit = &sketch.checked.unit;
    let named = !unit.is_empty() && unit != "%" && sketch.measure(unit, theme.small) <= room;
    if sketch.measure(&number, large) > room {
        return;
    }
    let mut y = ring.center.y;
    if named {
        sketch.text(Role::Label, None, unit, Point::new(ring.center.x, y), Anchor::Middle, (theme.small, theme.muted));
        y -= theme.small.line_height();
    }
    sketch.text(Role::Label, None, &number, Point::new(ring.center.x, y), Anchor::Middle, (large, theme.ink));
}

/// The line that a majority must pass, and its count: the target, else more than half of the seats.
fn majority(sketch: &mut Sketch, whole: &Stack, ring: &Ring) {
    let (checked, theme, locale) = (sketch.checked, sketch.env.theme, sketch.env.locale);
    let wanted = checked.target.as_ref();
    let needed = wanted.map_or((whole.total / 2.0).floor() + 1.0, |target| target.value);
    let words = match wanted.filter(|target| !target.label.is_empty()) {
        Some(target) => target::words(sketch, target),
        None => locale.say(Message::Majority, &[&locale.number(needed, value::digits(needed))]),
    };
    sketch.story.notes.push(words.clone());
    let way = needed / if whole.total > 0.0 { whole.total } else { 1.0 };
    if !(way > 0.0 && way < 1.0) {
        sketch.notes.push(words);
        return;
    }
    let foot = around(ring.center, (ring.radius * HOLE - PAST).max(0.0), turn(way));
    let tip = around(ring.center, ring.radius + PAST, turn(way));
    let halo = theme.background;
    sketch.line(Role::Note, None, vec![vec![foot, tip]], 4.0, halo);
    sketch.line(Role::Note, None, vec![vec![foot, tip]], 1.5, theme.ink);
    let width = sketch.measure(&words, theme.small);
    let high = tip.y - 3.0 - theme.small.descent();
    // Above the line's end; of a slanting one beside it, away from the ring.
    let middle = (Anchor::Middle, Point::new(tip.x, high));
    let outward = if way > 0.5 {
        (Anchor::Left, Point::new(tip.x - 3.0, high))
    } else {
        (Anchor::Right, Point::new(tip.x + 3.0, high))
    };
    // Else at the nearer edge, beside the ring or above it.
    let (edge, x) = if way > 0.5 { (Anchor::Right, sketch.width) } else { (Anchor::Left, 0.0) };
    let top = theme.small.ascent();
    for (anchor, at) in [middle, outward, (edge, Point::new(x, high)), (edge, Point::new(x, top))] {
        let run = TextRun { text: words.clone(), at, anchor, style: theme.small, color: theme.ink, width, halo: None };
        let area = run.bounds();
        if area.x >= 0.0 && area.y >= -0.5 && area.right() <= sketch.width && is_free(sketch, area) {
            sketch.mark(Role::Note, None, Shape::Text(run));
            return;
        }
    }
    sketch.notes.push(words);
}

/// The parties below the ring, in two columns where their names are short.
fn list(sketch: &mut Sketch, whole: &Stack, data: &[DatumId]) {
    let entries = |from: usize, to: usize, sketch: &Sketch| {
        let mut entries = Vec::new();
        for (index, (part, datum)) in whole.parts.iter().zip(data).enumerate().take(to).skip(from) {
            let value = value::label(sketch.checked, sketch.env.locale, part.row, false);
            let color = sketch.part_color(index, &part.row.category);
            let (name, hollow) = (part.row.category.as_str(), is_hollow(part.row));
            let number = (data.len() > 1).then_some(index);
            entries.push(Entry { name, value, color, hollow, datum: Some(*datum), number });
        }
        entries
    };
    let top = sketch.height + 14.0;
    let count = whole.parts.len();
    let room = sketch.width / 2.0 - 12.0;
    let half = count.div_ceil(2).max(1);
    let columns = [(0, half), (half, count)];
    let lists = columns.map(|(from, to)| PartList::lay_out(sketch, entries(from, to, sketch), room));
    if count > 3 && lists.iter().all(|list| list.fits && list.width <= room) {
        for (at, list) in lists.iter().enumerate() {
            list.draw(sketch, Point::new(at as f64 * (room + 24.0), top));
            sketch.height = sketch.height.max(top + list.height);
        }
        return;
    }
    let list = PartList::lay_out(sketch, entries(0, count, sketch), sketch.width);
    list.draw(sketch, Point::new(0.0, top));
    sketch.height = top + list.height;
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, stage_in, texts};
    use super::*;
    use crate::spec::{Checked, Kind, Target};

    fn house(names: &[&str], values: &[f64]) -> Checked {
        let row =
            |(name, value): (&&str, &f64)| Row { category: (*name).into(), value: Some(*value), ..Row::default() };
        let rows = names.iter().zip(values).map(row).collect();
        Checked { whole: true, unit: "seats".into(), ..checked(Kind::ElectionDonut, rows) }
    }

    const PARTIES: [&str; 6] = ["Left", "Social Democrats", "Greens", "Regional list", "Conservatives", "Far right"];

    #[test]
    fn words_never_collide() {
        for values in [
            &[64.0, 120.0, 85.0, 1.0, 208.0, 152.0][..],
            &[1.0],
            &[3.0, 2.0],
            &[0.0, 5.0, 0.0, 4.0],
            &[2000.0, 980.0],
            &[40.5, 59.5],
            &[1e6, 2e6, 3.0],
        ] {
            holds_at_every_width(&house(&PARTIES, values));
        }
        let long = hard_words();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        holds_at_every_width(&house(&long, &[50.0, 10.0, 5.0, 5.0, 20.0, 10.0]));
    }

    #[test]
    fn every_seat_is_a_dot_and_no_two_touch() {
        for values in [&[64.0, 120.0, 85.0, 1.0, 208.0, 152.0][..], &[5.0, 4.0], &[1.0], &[60.0, 41.0]] {
            let scene = stage(&house(&PARTIES, values), 320.0).value;
            let mut dots: Vec<(Point, f64)> = Vec::new();
            for mark in &scene.marks {
                if let Shape::Dot { center, radius, .. } = mark.shape {
                    assert!(dots.iter().all(|(other, _)| other.distance(center) > radius * 2.0), "{values:?}");
                    dots.push((center, radius));
                }
            }
            assert_eq!(dots.len() as f64, values.iter().sum::<f64>());
        }
    }

    #[test]
    fn the_left_of_a_parliament_is_on_the_left_in_every_language() {
        for (lang, width) in [("en", 320.0), ("ar", 320.0), ("ar", 640.0)] {
            let scene = stage_in(lang, &house(&["Left", "Middle", "Right"], &[30.0, 20.0, 40.0]), width).value;
            let at = |index: usize| scene.data[index].anchor.x;
            assert!(at(0) < at(1) && at(1) < at(2) && at(0) < scene.width / 2.0, "{lang} {width}");
        }
    }

    #[test]
    fn more_than_half_is_a_majority_unless_the_target_says_otherwise() {
        let seats = house(&PARTIES, &[64.0, 120.0, 85.0, 1.0, 208.0, 152.0]);
        assert!(texts(&stage(&seats, 320.0).value).contains(&"Majority 316"));
        let target = Some(Target { value: 420.0, upper: None, period: None, label: "Two thirds".into() });
        let scene = stage(&Checked { target, ..seats }, 320.0).value;
        assert!(texts(&scene).contains(&"Two thirds: 420"), "{:?}", texts(&scene));
    }
}
