//! Ranks over time: who overtook whom. The first place is at the top, names stand at the ends of their lines.

use super::frame::Frame;
use super::free::is_free;
use super::reach::share_out;
use super::side_label::{Side, SideLabel, is_chosen};
use super::sketch::Sketch;
use super::stages::{Spots, Stages};
use super::track::{self, Course, Track};
use super::{bound, course, goal, line, tentative, tie};
use crate::color::Color;
use crate::geom::{Point, Rect, rounded, within};
use crate::locale::Message;
use crate::scale::{Bend, Scale, ticks};
use crate::scene::{Anchor, KeyEntry, Role, Shape, Swatch};
use crate::spec::{Qualifier, Row};
use crate::text::{TextStyle, wrap};

/// Radius of the dots, in CSS pixels.
const DOT: f64 = 4.5;
/// Half the width of a span of places in any of which the truth may lie, in CSS pixels.
const SPAN: f64 = 5.0;
/// From this width, in CSS pixels, names stand on both sides.
const WIDE: f64 = 560.0;
/// The least width between the first and the last stage, in CSS pixels.
const NARROWEST: f64 = 90.0;
/// Stages nearer to each other have no dots between the ends, in CSS pixels.
const SPARSE: f64 = 26.0;

/// The plot of ranks: where its places and stages are.
struct Plan {
    /// The first and the last place drawn.
    places: (f64, f64),
    y: Scale,
    plot: Rect,
    spots: Spots,
    /// Radius of the dots, in CSS pixels.
    dot: f64,
}

/// Draws the lines with the numbers of the places at the left and names at the ends.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let (stages, blank) = (Stages::gather(checked), Row::default());
    let tracks = stages.tracks(checked, &blank);
    if tracks.is_empty() {
        return line::refuse(sketch);
    }
    let places = places(sketch, &tracks);
    let top = stages.head(sketch) + DOT + 6.0;
    let height = height(sketch, places, top);
    let bottom = height - DOT - 3.0;
    let y = Scale::new(Bend::Straight, places, (top, bottom));
    let numbers = numbers(sketch, places, (bottom - top) / (places.1 - places.0));
    let widest = numbers.iter().map(|(_, words)| sketch.measure(words, sketch.env.theme.small)).fold(0.0, f64::max);
    let left = widest + 12.0;

    let sides = name_sides(sketch, &tracks, &y, (left, height));
    let [before, after] = &sides;
    let edge = DOT + 2.0;
    let from = left + before.room().max(edge);
    let right = (sketch.width - after.room().max(edge).max(checked.hold.room)).max(from + NARROWEST / 2.0);
    let plot = Rect::between(Point::new(from, top), Point::new(right, bottom));
    let spots = stages.spread(checked, (plot.x, plot.right()));
    let pitch = (bottom - top) / (places.1 - places.0);
    let plan = Plan { places, y, plot, spots, dot: within(pitch * 0.3, 2.5, DOT) };

    draw_numbers(sketch, &numbers, &plan, left);
    stages.draw_heads(sketch, &plan.spots, 0.0);
    if let Some(target) = checked.target.as_ref() {
        goal::draw_band(sketch, target, &y, plot);
    }
    let mut points = points(&plan, &tracks);
    let ties = tie::set_apart(&mut points, plan.dot * 2.0 + 2.0, plot.width);
    let ids = draw_tracks(sketch, &plan, &tracks, &points, &blank);
    tie::tell(sketch, &tracks, &ids, &ties);
    share_out(sketch, plot, edge);
    let inside = plot.grown(DOT);
    let level = |track: usize, last: bool| {
        let (rows, x) = (&tracks.get(track)?.rows, if last { plan.spots.xs.last()? } else { plan.spots.xs.first()? });
        let row = if last { rows.last() } else { rows.first() }?;
        // The dot stands aside where two share a place; its name is level with the place.
        let own = points.get(track).and_then(|own| if last { own.last() } else { own.first() }).copied().flatten();
        let point = own.unwrap_or(Point::new(*x, y.at(place_of(row, places)?)));
        inside.grown(DOT * 2.0).holds(point).then_some(point)
    };
    before.draw(sketch, &|track| level(track, false), plot.x);
    after.draw(sketch, &|track| level(track, true), plot.right());
    name_others(sketch, &tracks, &points, &sides, plot);
    if let Some(target) = checked.target.as_ref() {
        goal::draw_line(sketch, target, &y, plot);
        goal::name_line(sketch, target, &y, plot);
    }
    sketch.height = height;
    sketch.frame = Some(Frame { plot, upright: true, value: y, along: plan.spots.along });
    bound::explain(sketch);
    tentative::explain_as(sketch, Message::DashedMeans);
    tentative::explain_incomplete(sketch);
}

/// The first and the last place among the values.
fn extremes(tracks: &[Track]) -> (f64, f64) {
    let values = || tracks.iter().flat_map(|track| &track.rows).filter_map(|row| row.value);
    (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
}

/// From the first place, or the author's first, to the last that any has, or the author's last.
fn places(sketch: &Sketch, tracks: &[Track]) -> (f64, f64) {
    let checked = sketch.checked;
    let (_, mut last) = checked.hold.widen(extremes(tracks));
    let target = checked.target.as_ref();
    for reference in [target.map(|t| t.value), target.and_then(|t| t.upper)].into_iter().flatten() {
        last = last.max(reference);
    }
    // Ends that leave every place out would leave an empty plot: they are not taken.
    let best = extremes(tracks).0;
    let first = checked.domain.0.filter(|first| *first <= last).unwrap_or(1.0).max(1.0);
    (first, checked.domain.1.filter(|end| *end >= best).unwrap_or(last).max(first + 1.0))
}

/// The height of the whole: so much for each place that a name fits beside it, where there are not too many.
fn height(sketch: &Sketch, (first, last): (f64, f64), top: f64) -> f64 {
    let count = last - first;
    let pitch = match count {
        ..8.0 => 32.0,
        ..12.0 => 27.0,
        ..20.0 => 22.0,
        ..30.0 => 18.0,
        _ => 540.0 / count,
    };
    let chosen = within(count * pitch, 90.0, 560.0) + top + DOT + 3.0;
    within(sketch.checked.height.unwrap_or(chosen), 100.0, 4000.0)
}

/// The places that are numbered, with their words: all where lines of text have room between them, else round ones.
fn numbers(sketch: &Sketch, (first, last): (f64, f64), pitch: f64) -> Vec<(f64, String)> {
    let locale = sketch.env.locale;
    let words = |place: f64| if place == 1.0 { locale.rank(1.0) } else { super::value::tick(locale, place, 1.0) };
    if pitch >= sketch.env.theme.small.line_height() {
        // Places so far apart are few.
        return (0..=(last - first) as usize).map(|at| first + at as f64).map(|place| (place, words(place))).collect();
    }
    let room = (sketch.env.theme.small.line_height() * 1.6 / pitch.max(1e-9)).max(1.0);
    let mut found = ticks(first, last, within(((last - first) / room).floor(), 2.0, 10.0) as usize);
    found.retain(|place| place.fract() == 0.0 && *place - first >= room && *place <= last);
    found.insert(0, first);
    found.into_iter().map(|place| (place, words(place))).collect()
}

/// Draws the numbers of the places, right-aligned before `left` (CSS pixels), and a hairline from each.
fn draw_numbers(sketch: &mut Sketch, numbers: &[(f64, String)], plan: &Plan, left: f64) {
    let theme = sketch.env.theme;
    for (place, words) in numbers {
        let y = plan.y.at(*place);
        let color = theme.grid.mix(theme.background, 0.35);
        let from = Point::new(plan.plot.x - plan.dot, y);
        sketch.rule(Role::Grid, from, Point::new(plan.plot.right() + plan.dot, y), 0.0, color);
        let at = Point::new(left - 10.0, y + theme.small.cap_height() / 2.0);
        sketch.text(Role::Axis, None, words, at, Anchor::Right, (theme.small, theme.muted));
    }
}

/// The place at which a row's name stands: its own, or the middle of those in any of which the truth may lie.
fn place_of(row: &Row, (first, last): (f64, f64)) -> Option<f64> {
    // The check has told of places before the first.
    let place = row.value.filter(|place| *place >= 1.0)?;
    Some(match row.qualifier {
        Some(Qualifier::AtMost | Qualifier::Under) => (first + place) / 2.0,
        Some(Qualifier::Over) => (place + last) / 2.0,
        _ => place,
    })
}

/// Whether a row says a place, not a stretch of them.
fn is_exact(row: &Row) -> bool {
    !row.qualifier.is_some_and(|said| said.is_bound())
}

/// The names at both sides, or at the right alone; of all, or of the highlighted alone. `left` is where the numbers
/// of the places end, `height` the plot's (CSS pixels).
fn name_sides(sketch: &Sketch, tracks: &[Track], y: &Scale, (left, height): (f64, f64)) -> [Side; 2] {
    let checked = sketch.checked;
    if checked.series.len() < 2 {
        return [Side::default(), Side::default()];
    }
    let limit = (sketch.width - left) * if sketch.width < 420.0 { 0.46 } else { 0.28 };
    let both = sketch.width >= WIDE;
    let level = |at: usize, last: bool| {
        let rows = tracks.get(at).map(|track| &track.rows);
        let row = rows.and_then(|rows| if last { rows.last() } else { rows.first() });
        row.and_then(|row| place_of(row, y.domain())).map_or(0.0, |place| y.at(place))
    };
    let bounds = (y.range().0 - DOT - 4.0, height);
    let lay_out = |last: bool, all: bool, lines: usize| {
        let mut labels = Vec::new();
        for (at, track) in tracks.iter().enumerate() {
            let row = if last { track.rows.last() } else { track.rows.first() }?;
            let place = row.value.and(place_of(row, y.domain()));
            let shown = place.is_some_and(|place| place >= y.domain().0 && place <= y.domain().1);
            let chosen = is_chosen(sketch, track);
            if !shown || !all && !chosen {
                continue;
            }
            let series = checked.series.get(track.series).map_or("", String::as_str);
            let style = if chosen { TextStyle::strong(sketch.env.theme.label.size) } else { sketch.env.theme.label };
            let name = wrap(series, limit, style, sketch.env.measure, lines);
            let color = sketch.text_color(track.series, series);
            let label = SideLabel {
                track: at,
                value: String::new(),
                sign: String::new(),
                name,
                color,
                strong: chosen,
                place: 0.0,
            };
            labels.push(label);
        }
        let mut side = Side::of(sketch, !last, labels);
        side.settle(sketch, &|at| level(at, last), bounds).then_some(side)
    };
    let side = |last: bool| {
        let tries = [(true, 2), (true, 1), (false, 2), (false, 1)];
        tries.into_iter().find_map(|(all, lines)| lay_out(last, all, lines)).unwrap_or_default()
    };
    [if both { side(false) } else { Side::default() }, side(true)]
}

/// Where each track is at each stage; `None`: no place, or none that is known.
fn points(plan: &Plan, tracks: &[Track]) -> Vec<Vec<Option<Point>>> {
    let mut found: Vec<Vec<Option<Point>>> = Vec::new();
    for track in tracks {
        let place = |(row, x): (&&Row, &f64)| {
            let place = row.value.filter(|place| *place >= 1.0 && is_exact(row))?;
            Some(Point::new(*x, plan.y.at(place)))
        };
        found.push(track.rows.iter().zip(&plan.spots.xs).map(place).collect());
    }
    found
}

/// Draws every track, the highlighted ones last, and makes the data in the author's order of series. Gives the data
/// of each track's stages.
fn draw_tracks(
    sketch: &mut Sketch,
    plan: &Plan,
    tracks: &[Track],
    points: &[Vec<Option<Point>>],
    blank: &Row,
) -> Vec<Vec<Option<u32>>> {
    let is_open = tentative::open(sketch.checked);
    let plot = plan.plot;
    let (mut courses, mut ids): (Vec<Course>, Vec<Vec<Option<u32>>>) = (Vec::new(), Vec::new());
    for (track, points) in tracks.iter().zip(points) {
        let mut own = Vec::new();
        for ((row, point), x) in track.rows.iter().zip(points).zip(&plan.spots.xs) {
            if core::ptr::eq(*row, blank) {
                own.push(None);
                continue;
            }
            let level = place_of(row, plan.places).map_or(plot.bottom(), |place| plan.y.at(place));
            let at = point.unwrap_or(Point::new(*x, level));
            let at = Point::new(within(at.x, plot.x, plot.right()), within(at.y, plot.y, plot.bottom()));
            own.push(Some(sketch.datum(row, at, plot)));
        }
        ids.push(own);
        courses.push(track::follow(&track.rows, points, sketch.checked.bridge, &is_open));
    }
    course::draw_breaks(sketch, &courses, plot);
    let steps = plan.spots.xs.len().saturating_sub(1).max(1) as f64;
    let sparse = plot.width / steps >= SPARSE;
    for ((track, points), own) in tracks.iter().zip(points).zip(&ids) {
        let name = sketch.checked.series.get(track.series).cloned().unwrap_or_default();
        let color = sketch.color(track.series, &name);
        for (((row, point), id), x) in track.rows.iter().zip(points).zip(own).zip(&plan.spots.xs) {
            if let (None, Some(id), false) = (point, *id, is_exact(row)) {
                span(sketch, id, plan, row, *x, color);
            }
        }
    }
    for front in [false, true] {
        for (((track, course), points), ids) in tracks.iter().zip(&courses).zip(points).zip(&ids) {
            let name = sketch.checked.series.get(track.series).cloned().unwrap_or_default();
            let chosen = sketch.checked.highlight.holds(&name);
            if chosen != front {
                continue;
            }
            let color = sketch.color(track.series, &name);
            let greyed = sketch.checked.highlight.is_set() && !chosen;
            let (width, dot) = match (chosen, greyed) {
                (true, _) => (3.0, plan.dot),
                (_, true) => (1.75, plan.dot * 0.7),
                _ => (2.25, plan.dot),
            };
            course::draw(sketch, course, plot, (width, color));
            let (first, last) = (points.iter().position(Option::is_some), points.iter().rposition(Option::is_some));
            for (stage, ((row, point), id)) in track.rows.iter().zip(points).zip(ids).enumerate() {
                let Some(id) = *id else { continue };
                let end = Some(stage) == first || Some(stage) == last;
                let Some(at) = point.filter(|at| at.y >= plot.y - 0.5 && at.y <= plot.bottom() + 0.5) else { continue };
                if end || sparse && !greyed || is_open(row) {
                    sketch.dot(Some(id), at, dot, color, is_open(row));
                }
            }
        }
    }
    ids
}

/// A stretch of places in any of which the truth may lie, open where nobody said how far it goes.
fn span(sketch: &mut Sketch, id: u32, plan: &Plan, row: &Row, x: f64, color: Color) {
    let Some(place) = row.value else { return };
    let (first, last) = plan.places;
    let (from, to) = if row.qualifier == Some(Qualifier::Over) { (place, last) } else { (first, place) };
    let (top, bottom) = (plan.y.at(within(from, first, last)), plan.y.at(within(to, first, last)));
    let area = Rect::between(Point::new(x - SPAN, top - SPAN), Point::new(x + SPAN, bottom + SPAN));
    let background = sketch.env.theme.background;
    let fill = color.mix(background, 0.72);
    sketch.mark(Role::Data, Some(id), Shape::Polygon { points: rounded(area, SPAN), fill });
}

/// Names lines that end before the last stage: beside their last dot where nothing is in the way, else in the key.
fn name_others(sketch: &mut Sketch, tracks: &[Track], points: &[Vec<Option<Point>>], sides: &[Side; 2], plot: Rect) {
    if sketch.checked.series.len() < 2 {
        return;
    }
    let style = sketch.env.theme.label;
    for (at, (track, points)) in tracks.iter().zip(points).enumerate() {
        let label = sketch.checked.series.get(track.series).cloned().unwrap_or_default();
        let greyed = sketch.checked.highlight.is_set() && !is_chosen(sketch, track);
        if greyed || sides.iter().any(|side| side.holds(at)) {
            continue;
        }
        let words = sketch.fit(&label, plot.width * 0.5, 1, style).pop().unwrap_or_default();
        let width = sketch.measure(&words, style);
        let last = points.iter().rev().flatten().next().copied();
        let spot = last.into_iter().flat_map(|end| {
            let level = end.y + style.cap_height() / 2.0;
            let (up, down) = (end.y - DOT - 3.0 - style.descent(), end.y + DOT + 3.0 + style.ascent());
            [(end.x + 9.0, level), (end.x - 4.0, up), (end.x - 4.0, down), (end.x - width / 2.0, up)]
        });
        let spot = spot.map(|(x, y)| Point::new(x, y)).find(|at| {
            let area = Rect::new(at.x, at.y - style.ascent(), width, style.ascent() + style.descent());
            area.x >= plot.x - DOT && area.right() <= plot.right() && area.y >= plot.y - DOT && is_free(sketch, area)
        });
        match spot {
            Some(at) if !words.ends_with('…') => {
                let color = sketch.text_color(track.series, &label);
                sketch.text(Role::Label, None, &words, at, Anchor::Left, (style, color));
            }
            _ => {
                let color = sketch.color(track.series, &label);
                sketch.key.push(KeyEntry { label, color, swatch: Swatch::Line });
            }
        }
    }
}

#[cfg(test)]
mod tests;
