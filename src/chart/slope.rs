//! Slopes: each series at two points in time, or a few, joined by straight lines; values at both ends, names once.

use super::frame::Frame;
use super::free::is_free;
use super::line;
use super::reach::share_out;
use super::side_label::{Side, SideLabel, is_chosen};
use super::sketch::Sketch;
use super::stages::Stages;
use super::track::{self, Course, Track};
use super::{bend, extent};
use super::{change, course, goal, open_end, tentative, value};
use crate::geom::{Point, Rect, within};
use crate::locale::Message;
use crate::scale::Scale;
use crate::scene::{Anchor, KeyEntry, Role, Swatch};
use crate::spec::{Qualifier, Quantity, Row};
use crate::text::{TextStyle, wrap};

/// Radius of the dots, in CSS pixels.
const DOT: f64 = 4.5;
/// Below the lowest value, in CSS pixels.
const FOOT: f64 = 10.0;
/// The least width between the first and the last stage, in CSS pixels.
const NARROWEST: f64 = 60.0;
/// The room above the plot for open ends, in CSS pixels.
const OPEN: f64 = 20.0;
/// Plots are no higher than this for their labels' sake, in CSS pixels.
const HIGHEST: f64 = 620.0;

/// Draws the slopes with their stages above and their words on both sides.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let (stages, blank) = (Stages::gather(checked), Row::default());
    let tracks = stages.tracks(checked, &blank);
    let values = || tracks.iter().flat_map(|track| &track.rows).filter_map(|row| row.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if tracks.is_empty() {
        return line::refuse(sketch);
    }
    let domain = extent::snug(checked, low, high);
    line::warn_of_domain(sketch, domain, (low, high));

    let over = |row: &&Row| row.qualifier == Some(Qualifier::Over);
    let open = tracks.iter().flat_map(|track| &track.rows).any(over);
    let top = stages.head(sketch) + DOT + if open { OPEN } else { 4.0 };
    let (sides, height, y) = lay_out(sketch, &tracks, domain, top);
    let [before, after] = &sides;
    let edge = DOT + 2.0;
    let right = (sketch.width - after.room().max(edge).max(checked.hold.room)).max(before.room() + NARROWEST / 2.0);
    let plot = Rect::between(Point::new(before.room().max(edge), top), Point::new(right, height - FOOT));
    let spots = stages.spread(checked, (plot.x, plot.right()));

    if let Some(target) = checked.target.as_ref() {
        goal::draw_band(sketch, target, &y, plot);
    }
    for x in &spots.xs {
        let color = sketch.env.theme.grid;
        sketch.rule(Role::Grid, Point::new(*x, top - DOT), Point::new(*x, plot.bottom() + DOT), 1.0, color);
    }
    stages.draw_heads(sketch, &spots, 0.0);
    let place = |row: &Row, x: f64| row.value.map(|value| Point::new(x, y.at(value)));
    let points: Vec<Vec<Option<Point>>> =
        tracks.iter().map(|track| track.rows.iter().zip(&spots.xs).map(|(row, x)| place(row, *x)).collect()).collect();
    draw_tracks(sketch, &tracks, &points, &blank, plot);
    share_out(sketch, plot, edge);
    if let Some(target) = checked.target.as_ref() {
        goal::draw_line(sketch, target, &y, plot);
    }
    // What lies outside the author's domain has no place to be named at.
    let inside = plot.grown(DOT);
    let end = |track: usize, last: bool| {
        let own = points.get(track)?;
        let found = if last { own.last() } else { own.first() };
        found.copied().flatten().filter(|point| inside.holds(*point))
    };
    before.draw(sketch, &|track| end(track, false), plot.x);
    after.draw(sketch, &|track| end(track, true), plot.right());
    if let Some(target) = checked.target.as_ref() {
        goal::name_line(sketch, target, &y, plot);
    }
    write_between(sketch, &tracks, &points, plot);
    sketch.height = height;
    sketch.frame = Some(Frame { plot, upright: true, value: y, along: spots.along });
    tentative::explain_as(sketch, Message::DashedMeans);
    tentative::explain_incomplete(sketch);
}

/// Finds words for both sides, the height of the whole (CSS pixels) and the scale of the values: values and names of
/// all, or of the highlighted alone; where no names fit, values and a key; else a key.
fn lay_out(sketch: &mut Sketch, tracks: &[Track], domain: (f64, f64), top: f64) -> ([Side; 2], f64, Scale) {
    let checked = sketch.checked;
    let all: Vec<usize> = (0..tracks.len()).collect();
    let chosen: Vec<usize> =
        all.iter().copied().filter(|at| tracks.get(*at).is_some_and(|track| is_chosen(sketch, track))).collect();
    let named = checked.series.len() > 1;
    let fixed = checked.height.map(|height| within(height, 100.0, 4000.0));
    let base = within(sketch.width * 0.42 + 110.0, 220.0, 380.0);
    let (wide, narrow) = if sketch.width < 420.0 { (0.38, 0.28) } else { (0.3, 0.22) };
    let (all_of, few) = (&all, &chosen);
    for (which, named, valued, limit, early) in [
        (all_of, named, true, wide, true),
        (all_of, named, true, wide, false),
        (all_of, named, true, narrow, false),
        (few, named, true, wide, false),
        (few, named, true, narrow, false),
        (all_of, named, false, wide, false),
        (few, named, false, narrow, false),
        (all_of, false, true, wide, false),
    ] {
        if which.is_empty() {
            continue;
        }
        let Some(mut sides) = attempt(sketch, tracks, which, (named, valued, early), limit) else { continue };
        let needed = sides.iter().map(|side| side.height(sketch)).fold(0.0, f64::max);
        let wanted = if needed > (base - top - FOOT) * 0.9 { needed * 1.1 + top + FOOT } else { base };
        let height = fixed.unwrap_or(wanted.min(HIGHEST));
        let y = scale(sketch, domain, (top, height - FOOT));
        let level = |at: usize, last: bool| {
            let rows = tracks.get(at).map(|track| &track.rows);
            let row = rows.and_then(|rows| if last { rows.last() } else { rows.first() });
            row.and_then(|row| row.value).map_or(top, |value| y.at(value))
        };
        let bounds = (top - DOT - 2.0, height);
        let [before, after] = &mut sides;
        let fits = before.settle(sketch, &|at| level(at, false), bounds)
            && after.settle(sketch, &|at| level(at, true), bounds)
            && sketch.width - before.room() - after.room() >= NARROWEST;
        if fits {
            name_others(sketch, tracks, which, &sides, checked.series.len() > 1 && !named);
            return (sides, height, y);
        }
    }
    name_others(sketch, tracks, &all, &[Side::default(), Side::default()], named);
    let height = fixed.unwrap_or(base);
    ([Side::default(), Side::default()], height, scale(sketch, domain, (top, height - FOOT)))
}

/// The scale of the values between two heights (CSS pixels): places run downward.
fn scale(sketch: &Sketch, domain: (f64, f64), (top, bottom): (f64, f64)) -> Scale {
    let downward = sketch.checked.measure == Quantity::Rank;
    Scale::new(bend::of(sketch.checked, false), domain, if downward { (top, bottom) } else { (bottom, top) })
}

/// The words of some tracks on both sides, `named` and `valued` or not, those that end `early` named at the left or not;
/// names take so much of the width at most. `None` where one is too long.
fn attempt(
    sketch: &Sketch,
    tracks: &[Track],
    which: &[usize],
    (named, valued, early): (bool, bool, bool),
    limit: f64,
) -> Option<[Side; 2]> {
    let checked = sketch.checked;
    let limit = sketch.width * limit;
    let mut sides: [Vec<SideLabel>; 2] = [Vec::new(), Vec::new()];
    for &at in which {
        let track = tracks.get(at)?;
        let series = checked.series.get(track.series).map_or("", String::as_str);
        let (first, last) = (track.rows.first()?, track.rows.last()?);
        let strong = is_chosen(sketch, track) || !checked.highlight.is_set();
        for (side, row) in sides.iter_mut().zip([first, last]) {
            let here = row.value.is_some();
            // Names stand once: at the right, and at the left of what does not reach so far.
            let is_named = named && (core::ptr::eq(*row, *last) || early && last.value.is_none());
            if !here || !is_named && !valued {
                continue;
            }
            let style = if strong { TextStyle::strong(sketch.env.theme.label.size) } else { sketch.env.theme.label };
            let name = if is_named { wrap(series, limit, style, sketch.env.measure, 3) } else { Vec::new() };
            if name.iter().any(|line| line.ends_with('…')) && !series.ends_with('…') {
                return None;
            }
            side.push(SideLabel {
                track: at,
                value: if valued { written(sketch, row) } else { String::new() },
                sign: String::new(),
                name,
                color: sketch.text_color(track.series, series),
                strong: strong && is_named,
                place: 0.0,
            });
        }
    }
    let [mut before, mut after] = sides;
    for (labels, last) in [(&mut before, false), (&mut after, true)] {
        sign(sketch, tracks, labels, last);
    }
    Some([Side::of(sketch, true, before), Side::of(sketch, false, after)])
}

/// A value as it stands at an end, without its unit: "11,000+", "3rd".
fn written(sketch: &Sketch, row: &Row) -> String {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let bound = row.qualifier.is_some_and(|said| said.is_bound());
    match row.value {
        Some(value) if checked.measure == Quantity::Rank && !bound => locale.rank(value),
        _ => value::label(checked, locale, row, false),
    }
}

/// Gives the highest label of a side the sign that all of them share.
fn sign(sketch: &Sketch, tracks: &[Track], labels: &mut [SideLabel], last: bool) {
    let checked = sketch.checked;
    if !value::is_percent(checked) {
        return;
    }
    let row = |label: &SideLabel| {
        let rows = &tracks.get(label.track)?.rows;
        if last { rows.last().copied() } else { rows.first().copied() }
    };
    let value = |label: &SideLabel| row(label)?.value;
    let highest = labels.iter().filter_map(value).fold(f64::NEG_INFINITY, f64::max);
    let Some(label) = labels.iter_mut().find(|label| value(label) == Some(highest)) else { return };
    let Some(row) = row(label).filter(|_| !label.value.is_empty()) else { return };
    let full = value::label(checked, sketch.env.locale, row, true);
    match full.strip_prefix(label.value.as_str()) {
        Some(sign) => label.sign = sign.into(),
        // "70%+", and Turkish writes %47.
        None => label.value = full,
    }
}

/// Puts into the key what neither side names: all but the greyed where `every`, else series that end before the last
/// stage.
fn name_others(sketch: &mut Sketch, tracks: &[Track], which: &[usize], sides: &[Side; 2], every: bool) {
    for &at in which {
        let Some(track) = tracks.get(at) else { continue };
        let label = sketch.checked.series.get(track.series).cloned().unwrap_or_default();
        let greyed = sketch.checked.highlight.is_set() && !sketch.checked.highlight.holds(&label);
        let known = sides.iter().any(|side| side.names(at));
        if label.is_empty() || greyed || known && !every {
            continue;
        }
        let color = sketch.color(track.series, &label);
        sketch.key.push(KeyEntry { label, color, swatch: Swatch::Line });
    }
}

/// Draws every track, the highlighted ones last, and makes the data in the author's order of series.
fn draw_tracks(sketch: &mut Sketch, tracks: &[Track], points: &[Vec<Option<Point>>], blank: &Row, plot: Rect) {
    let is_open = tentative::open(sketch.checked);
    let first = sketch.data.len();
    let mut courses: Vec<Course> = Vec::new();
    for (track, points) in tracks.iter().zip(points) {
        for (row, point) in track.rows.iter().zip(points) {
            if core::ptr::eq(*row, blank) {
                continue;
            }
            let at = point.unwrap_or(Point::new(plot.x, plot.bottom()));
            let at = Point::new(at.x, within(at.y, plot.y, plot.bottom()));
            sketch.datum(row, at, plot);
        }
        if let (Some((_, words)), Some(datum)) = (change::since(sketch, &track.rows), sketch.data.last_mut()) {
            datum.add(words);
        }
        courses.push(track::follow(&track.rows, points, sketch.checked.bridge, &is_open));
    }
    course::draw_breaks(sketch, &courses, plot);
    for front in [false, true] {
        let mut id = first;
        for ((track, course), points) in tracks.iter().zip(&courses).zip(points) {
            let name = sketch.checked.series.get(track.series).cloned().unwrap_or_default();
            let chosen = sketch.checked.highlight.holds(&name);
            let color = sketch.color(track.series, &name);
            if chosen == front {
                let width = if chosen { 3.0 } else { 2.25 };
                course::draw(sketch, course, plot, (width, color));
            }
            for (row, point) in track.rows.iter().zip(points) {
                if core::ptr::eq(*row, blank) {
                    continue;
                }
                let own = id as u32;
                id += 1;
                let Some(at) = point.filter(|point| chosen == front && plot.grown(0.5).holds(*point)) else { continue };
                let radius = if chosen || !sketch.checked.highlight.is_set() { DOT } else { DOT - 1.0 };
                open_end::draw(sketch, own, row.qualifier, (at, radius), color);
                sketch.dot(Some(own), at, radius, color, is_open(row));
            }
        }
    }
}

/// Writes the values of the stages in the middle above or below their dots: all of a stage, or none where one has no
/// room.
fn write_between(sketch: &mut Sketch, tracks: &[Track], points: &[Vec<Option<Point>>], plot: Rect) {
    let style = sketch.env.theme.small;
    let count = points.first().map_or(0, Vec::len);
    for stage in 1..count.saturating_sub(1) {
        let before = sketch.marks.len();
        for (track, points) in tracks.iter().zip(points) {
            let name = sketch.checked.series.get(track.series).cloned().unwrap_or_default();
            let greyed = sketch.checked.highlight.is_set() && !sketch.checked.highlight.holds(&name);
            let point = points.get(stage).copied().flatten().filter(|point| !greyed && plot.holds(*point));
            let (Some(at), Some(row)) = (point, track.rows.get(stage)) else { continue };
            let words = written(sketch, row);
            let half = sketch.measure(&words, style) / 2.0;
            let (up, down) = (-DOT - 4.0 - style.descent(), DOT + 4.0 + style.ascent());
            let spot = [up, down].into_iter().map(|dy| Point::new(at.x, at.y + dy)).find(|at| {
                let area = Rect::new(at.x - half, at.y - style.ascent(), half * 2.0, style.ascent() + style.descent());
                area.y >= plot.y - DOT && area.bottom() <= plot.bottom() + DOT && is_free(sketch, area)
            });
            let Some(at) = spot else {
                sketch.marks.truncate(before);
                break;
            };
            let color = sketch.text_color(track.series, &name);
            sketch.text(Role::Label, None, &words, at, Anchor::Middle, (style, color));
        }
    }
}

#[cfg(test)]
mod tests;
