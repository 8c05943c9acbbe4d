//! Small lines without axes, one a series and row: its name, the first and the last value, dots at the highest and the
//! lowest. One series alone has a line as high as a phone's thumb.

use super::extent::{CALM, SLIGHT};
use super::frame::{Along, Frame};
use super::sketch::Sketch;
use super::track::{self, Track};
use super::{change, course, line, open_end, tentative, value};
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect, within};
use crate::locale::{Message, Period, PeriodStyle};
use crate::problem::{Place, Problem};
use crate::scale::{Bend, PeriodScale, Scale};
use crate::scene::{Anchor, Role};
use crate::spec::{Quantity, Row};
use crate::text::{TextStyle, wrap};

/// The height of a line among many, among a few, and of one alone, in CSS pixels.
const LINE: f64 = 30.0;
const TALL: f64 = 42.0;
const ALONE: f64 = 72.0;
/// So many rows are a few.
const FEW: usize = 8;
/// Between two rows, in CSS pixels.
const GAP: f64 = 10.0;
/// Between the middle of a dot and its value, in CSS pixels.
const ASIDE: f64 = 9.0;
/// Radius of the last dot, and of those of the highest and the lowest value, in CSS pixels.
const DOT: f64 = 4.0;
const SMALL: f64 = 2.5;
/// The least width of a line, in CSS pixels.
const NARROWEST: f64 = 72.0;
/// The most rows that one picture holds.
const MOST: usize = 100;

/// Where the parts of every row stand, in CSS pixels.
struct Plan {
    /// Names and their width where they stand beside; 0 where they stand above.
    names: f64,
    /// From where to where the lines run.
    x: PeriodScale,
    left: f64,
    right: f64,
    /// The height of a line.
    line: f64,
    /// How much the largest of the lines spans, in data units; each spans its own where 0.
    span: f64,
}

/// Draws a row for each series.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut tracks = track::gather(checked);
    let found: Vec<Period> = tracks.iter().flat_map(|track| &track.rows).filter_map(|row| row.period).collect();
    let (Some(&first), Some(&last)) = (found.iter().min(), found.iter().max()) else {
        return line::refuse(sketch);
    };
    cap(sketch, &mut tracks);
    let Some(plan) = lay_out(sketch, &tracks, &found) else { return };
    let mut y = heads(sketch, &plan, first, last);
    let mut rows = Vec::new();
    for (i, track) in tracks.iter().enumerate() {
        if i > 0 {
            y += GAP / 2.0;
            let color = sketch.env.theme.grid.mix(sketch.env.theme.background, 0.3);
            sketch.rule(Role::Grid, Point::new(0.0, y), Point::new(sketch.width, y), 0.0, color);
            y += GAP / 2.0;
        }
        let (bottom, scale) = draw_row(sketch, &plan, (track, i == 0), y);
        rows.push((y, bottom, scale));
        y = bottom;
    }
    sketch.height = y;
    // One line has an axis of values, though it is not drawn: annotations may name them.
    if let [(_, bottom, value)] = rows.as_slice() {
        let plot = Rect::between(Point::new(plan.left, bottom - plan.line), Point::new(plan.right, *bottom));
        sketch.frame = Some(Frame { plot, upright: true, value: *value, along: Along::Periods(plan.x) });
    }
    if tracks.iter().any(|track| extremes(track).is_some()) {
        let words = sketch.env.locale.say(Message::SmallDots, &[]);
        sketch.notes.push(words);
    }
    if let Some(target) = &checked.target {
        let words = super::target::words(sketch, target);
        sketch.notes.push(words);
    }
    if checked.free && tracks.len() > 1 && checked.facets.is_empty() {
        let words = sketch.env.locale.say(Message::OwnScales, &[]);
        sketch.notes.push(words);
    }
    tentative::explain_as(sketch, Message::DashedMeans);
    tentative::explain_incomplete(sketch);
}

/// Keeps as many rows as one picture holds, and says so.
fn cap(sketch: &mut Sketch, tracks: &mut Vec<Track>) {
    let all = tracks.len();
    if all <= MOST {
        return;
    }
    tracks.truncate(MOST);
    let locale = sketch.env.locale;
    let counts = [locale.number(MOST as f64, 0), locale.number(all as f64, 0)];
    sketch.notes.push(locale.say(Message::Shown, &[&counts[0], &counts[1]]));
    sketch.problems.push(Problem::warning(
        "too-many-categories",
        Place::spec("/data"),
        ["of ", &all.to_string(), " series the first ", &MOST.to_string(), " are drawn"].concat(),
        "choose those that matter, or use a table".into(),
    ));
}

/// Finds the room for names, values and lines.
fn lay_out(sketch: &Sketch, tracks: &[Track], periods: &[Period]) -> Option<Plan> {
    let checked = sketch.checked;
    let (mut before, mut after, mut span) = (0.0_f64, 0.0_f64, 0.0_f64);
    for (i, track) in tracks.iter().enumerate() {
        if let (Some(first), Some(last)) = (first(track), track.last()) {
            before = before.max(sketch.measure(&written(sketch, first, i == 0), sketch.env.theme.small));
            after = after.max(sketch.measure(&written(sketch, last, i == 0), strong(sketch)));
        }
        let (low, high) = reach(sketch, track);
        span = span.max(high - low);
    }
    let (before, after) = (before.min(sketch.width * 0.25) + ASIDE, after.min(sketch.width * 0.3) + ASIDE + 1.0);
    let named = tracks.len() > 1 || checked.series.first().is_some_and(|name| !name.is_empty());
    let most = within(sketch.width * 0.34, 60.0, 220.0);
    let style = sketch.env.theme.label;
    let mut names: f64 = 0.0;
    for track in tracks.iter().filter(|_| named) {
        let series = checked.series.get(track.series).map_or("", String::as_str);
        let lines = wrap(series, most, style, sketch.env.measure, 2);
        let cut = lines.iter().any(|line| line.ends_with('…')) && !series.ends_with('…');
        let widest = lines.iter().map(|line| sketch.measure(line, TextStyle::strong(style.size)));
        names = widest.fold(if cut { f64::INFINITY } else { names }, f64::max);
    }
    let beside = names.min(most) + 12.0;
    let fits = names.is_finite() && sketch.width - beside - before - after >= NARROWEST;
    let names = if fits && names > 0.0 { beside } else { 0.0 };
    // Names know on which side a language starts; time runs to the right in all of them.
    let (start, stop) = if sketch.env.locale.rtl() { (0.0, names) } else { (names, 0.0) };
    let (left, right) = (start + before, (sketch.width - stop - after).max(start + before + 20.0));
    let mut all = periods.to_vec();
    all.extend(&checked.hold.periods);
    let line = match tracks.len() {
        1 => within(checked.height.unwrap_or(ALONE), 40.0, 400.0),
        ..=FEW => TALL,
        _ => LINE,
    };
    let span = if checked.free { 0.0 } else { span };
    Some(Plan { names, x: PeriodScale::over(&all, (left, right))?, left, right, line, span })
}

/// The first row of a track that has a value.
fn first<'a>(track: &Track<'a>) -> Option<&'a Row> {
    track.rows.iter().find(|row| row.value.is_some()).copied()
}

/// From the least to the greatest that a row's line must hold, in data units.
fn reach(sketch: &Sketch, track: &Track) -> (f64, f64) {
    let ends = (f64::INFINITY, f64::NEG_INFINITY);
    let values = track.rows.iter().filter_map(|row| row.value);
    let target = sketch.checked.target.as_ref();
    let aims = [target.map(|target| target.value), target.and_then(|target| target.upper)];
    values.chain(aims.into_iter().flatten()).fold(ends, |(low, high), value| (low.min(value), high.max(value)))
}

/// The scale of one row between two heights (CSS pixels). All lines of one picture have the same pixels for a unit
/// unless each is free, or a small change would look like a large one.
fn scale(sketch: &Sketch, plan: &Plan, track: &Track, (top, bottom): (f64, f64)) -> Scale {
    let checked = sketch.checked;
    let (low, high) = reach(sketch, track);
    let size = low.abs().max(high.abs());
    // A change of less than 1 % does not fill the row.
    let least = if high - low < size * SLIGHT { size * CALM } else { 0.0 };
    let span = plan.span.max(high - low).max(least);
    let more = (span - (high - low)).max(0.0) / 2.0;
    let (mut from, mut to) = (low - more, high + more);
    if from == to {
        (from, to) = (low - 1.0, high + 1.0);
    }
    if checked.domain.0.unwrap_or(from) < checked.domain.1.unwrap_or(to) {
        (from, to) = (checked.domain.0.unwrap_or(from), checked.domain.1.unwrap_or(to));
    }
    let downward = checked.measure == Quantity::Rank;
    Scale::new(Bend::Straight, (from, to), if downward { (top, bottom) } else { (bottom, top) })
}

/// The style of the last values.
fn strong(sketch: &Sketch) -> TextStyle {
    TextStyle::strong(sketch.env.theme.label.size)
}

/// A value as it stands at an end of its line; the first row carries the sign of the unit.
fn written(sketch: &Sketch, row: &Row, unit: bool) -> String {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let bound = row.qualifier.is_some_and(|said| said.is_bound());
    match row.value {
        Some(place) if checked.measure == Quantity::Rank && !bound => locale.rank(place),
        _ => value::label(checked, locale, row, unit),
    }
}

/// The rows of the highest and of the lowest value, where they lie between the ends and are not all alike.
fn extremes<'a>(track: &Track<'a>) -> Option<(&'a Row, &'a Row)> {
    let mut valued = track.rows.iter().filter(|row| row.value.is_some()).copied();
    let first = valued.next()?;
    let (mut low, mut high) = (first, first);
    let mut count = 1;
    for row in valued {
        count += 1;
        low = if row.value < low.value { row } else { low };
        high = if row.value > high.value { row } else { high };
    }
    (count > 2 && low.value < high.value).then_some((high, low))
}

/// Names the first and the last period above the ends of the lines; returns where they end.
fn heads(sketch: &mut Sketch, plan: &Plan, first: Period, last: Period) -> f64 {
    let (theme, locale) = (sketch.env.theme, sketch.env.locale);
    let style = theme.small;
    let mut taken = f64::NEG_INFINITY;
    for (period, x, from_right) in [(first, plan.x.at(&first), true), (last, plan.x.at(&last), false)] {
        let words = locale.period(&period, PeriodStyle::Short);
        let width = sketch.measure(&words, style);
        // Over their values where these have room, else over the ends of the line.
        let wanted = if from_right { x - width } else { x };
        let from = within(wanted, 0.0, (sketch.width - width).max(0.0));
        if from < taken + 8.0 || first == last && !from_right {
            continue;
        }
        taken = from + width;
        let at = Point::new(from, style.ascent());
        sketch.text(Role::Axis, None, &words, at, Anchor::Left, (style, theme.muted));
    }
    style.line_height() + 4.0
}

/// Draws a series from `top` on (CSS pixels), its values with the `unit` or not; returns where it ends, and its scale.
fn draw_row(sketch: &mut Sketch, plan: &Plan, (track, unit): (&Track, bool), top: f64) -> (f64, Scale) {
    let checked = sketch.checked;
    let name = checked.series.get(track.series).cloned().unwrap_or_default();
    let chosen = checked.highlight.holds(&name);
    let color = match (chosen, checked.highlight.is_set()) {
        (false, true) => sketch.env.theme.rest,
        _ => sketch.env.theme.accent,
    };
    let style = if chosen { strong(sketch) } else { sketch.env.theme.label };
    let room = if plan.names > 0.0 { plan.names - 12.0 } else { sketch.width };
    let lines = sketch.fit(&name, room, if plan.names > 0.0 { 2 } else { 3 }, style);
    let lead = style.line_height();
    let words = lines.len() as f64 * lead;
    let (head, height) = if plan.names > 0.0 { (0.0, plan.line.max(words)) } else { (words, plan.line) };
    let bottom = top + head + height;
    let middle = bottom - height / 2.0;
    let rtl = sketch.env.locale.rtl();
    let (x, anchor) = if rtl { (sketch.width, Anchor::Right) } else { (0.0, Anchor::Left) };
    let begin = if plan.names > 0.0 { middle - words / 2.0 } else { top };
    let baseline = begin + (lead + style.cap_height()) / 2.0;
    let ink = if checked.highlight.is_set() && !chosen { sketch.env.theme.muted } else { sketch.env.theme.ink };
    sketch.paragraph(Role::Label, None, &lines, Point::new(x, baseline), anchor, (style, ink));

    let (high, low) = (middle - plan.line / 2.0 + 5.0, middle + plan.line / 2.0 - 5.0);
    let scale = scale(sketch, plan, track, (high, low));
    let plot = Rect::between(Point::new(plan.left, high - 5.0), Point::new(plan.right, low + 5.0));
    let whole = Rect::new(0.0, top, sketch.width, bottom - top);
    draw_line(sketch, (plan, &scale), (track, unit), plot, (whole, color));
    (bottom, scale)
}

/// Draws the line of a series with its dots and the values at its ends, and makes its data, each of which is reached
/// in its part of the `whole` row.
fn draw_line(
    sketch: &mut Sketch,
    (plan, scale): (&Plan, &Scale),
    (track, unit): (&Track, bool),
    plot: Rect,
    (whole, color): (Rect, Color),
) {
    let is_open = tentative::open(sketch.checked);
    let points = track.points(&plan.x, &|row| row.value.map(|value| scale.at(value)));
    if let Some(target) = sketch.checked.target.clone() {
        super::goal::draw_line(sketch, &target, scale, plot);
    }
    let xs = each(&track.rows, &mut |row| row.period.map_or(plot.x, |period| plan.x.at(&period)));
    let mut ids = Vec::new();
    for (i, ((row, point), x)) in track.rows.iter().zip(&points).zip(&xs).enumerate() {
        let near = |other: Option<&f64>, edge: f64| other.map_or(edge, |other| (other + x) / 2.0);
        let left = near(i.checked_sub(1).and_then(|before| xs.get(before)), whole.x);
        let right = near(xs.get(i + 1), whole.right());
        let reach = Rect::new(left, whole.y, right - left, whole.height);
        let level = point.map_or(plot.center().y, |point| within(point.y, plot.y, plot.bottom()));
        ids.push(sketch.datum(row, Point::new(*x, level), reach));
    }
    if let (Some((_, words)), Some(datum)) = (change::since(sketch, &track.rows), sketch.data.last_mut()) {
        datum.add(words);
    }
    let course = track::follow(&track.rows, &points, sketch.checked.bridge, &is_open);
    let notes = sketch.notes.len();
    course::draw_breaks(sketch, core::slice::from_ref(&course), plot);
    // The same break in every row is told once.
    for note in sketch.notes.split_off(notes) {
        if !sketch.notes.contains(&note) {
            sketch.notes.push(note);
        }
    }
    course::draw(sketch, &course, plot, (1.75, color));
    let spots = extremes(track).map(|(high, low)| [high, low]);
    let (first, last) = (first(track), track.last());
    let same = |row: &Row, other: Option<&Row>| other.is_some_and(|other| core::ptr::eq(row, other));
    for ((row, point), id) in track.rows.iter().zip(&points).zip(&ids) {
        let Some(at) = point.filter(|point| plot.grown(1.0).holds(*point)) else { continue };
        if same(row, last) {
            open_end::draw(sketch, *id, row.qualifier, (at, DOT), color);
            sketch.dot(Some(*id), at, DOT, color, is_open(row));
        } else if spots.is_some_and(|spots| spots.iter().any(|spot| core::ptr::eq(*spot, *row))) {
            sketch.dot(Some(*id), at, SMALL, sketch.env.theme.ink, is_open(row));
        }
        let is_first = same(row, first) && !same(row, last);
        if !is_first && !same(row, last) {
            continue;
        }
        let theme = sketch.env.theme;
        let style = if is_first { theme.small } else { strong(sketch) };
        let room = if is_first { at.x - ASIDE + 1.0 } else { sketch.width - at.x - ASIDE };
        let words = written(sketch, row, unit);
        let words = sketch.fit(&words, room.max(0.0), 1, style).pop().unwrap_or_default();
        let (x, anchor) = if is_first { (at.x - ASIDE + 2.0, Anchor::Right) } else { (at.x + ASIDE, Anchor::Left) };
        let ink = if is_first || color == theme.rest { theme.muted } else { theme.ink };
        let half = style.line_height() / 2.0;
        let middle =
            within(at.y, plot.y.min(plot.center().y - half) + half, plot.bottom().max(plot.center().y + half) - half);
        let spot = Point::new(x, middle + style.cap_height() / 2.0);
        sketch.text(Role::Label, Some(*id), &words, spot, anchor, (style, ink));
    }
}

#[cfg(test)]
mod tests;
