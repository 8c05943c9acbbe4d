//! Words at the ends of lines: each series named in its own colour, moved apart where they would collide.

use super::sketch::Sketch;
use super::track::Track;
use super::{target, value};
use crate::color::Color;
use crate::each::each;
use crate::geom::Point;
use crate::problem::{Place, Problem};
use crate::scale::Scale;
use crate::scene::{Anchor, KeyEntry, Role, Swatch};
use crate::spec::Kind;
use crate::text::{TextStyle, shorten, spread, wrap};

/// Above this many series their names stand without values.
const VALUED: usize = 6;
/// From the end of a line to its words, in CSS pixels.
const ASIDE: f64 = 9.0;
/// What a leader to words that were moved takes, in CSS pixels.
const LEADER: f64 = 12.0;

/// The words at the end of one line.
struct Label {
    /// Index into the tracks; none: the target.
    track: Option<usize>,
    lines: Vec<String>,
    color: Color,
    style: TextStyle,
    /// Where its line ends, and where its own middle is (y, CSS pixels).
    wanted: f64,
    place: f64,
}

/// The words at the ends of all lines, laid out but not drawn.
#[derive(Default)]
pub(super) struct EndLabels {
    labels: Vec<Label>,
    leaders: bool,
    /// The room they take right of the plot, in CSS pixels.
    pub(super) room: f64,
}

impl EndLabels {
    /// Finds words that fit at the ends: names and values, or names alone, or those of the highlighted series alone;
    /// where nothing does, the series go to the key. `ahead` says of a target with a period whether it stands to
    /// the right of all lines; then its name alone stands there, else among theirs. `heights` says where each track
    /// ends (y, CSS pixels).
    pub(super) fn lay_out(
        sketch: &mut Sketch,
        tracks: &[Track],
        heights: &[f64],
        y: &Scale,
        ahead: Option<bool>,
    ) -> Self {
        let checked = sketch.checked;
        let named = checked.series.len() > 1;
        let chosen: Vec<usize> = (0..tracks.len()).filter(|at| is_chosen(sketch, tracks.get(*at))).collect();
        let all: Vec<usize> = (0..tracks.len()).collect();
        let aim = ahead.and_then(|_| target_label(sketch, y));
        if ahead == Some(true) {
            if named {
                fill_key(sketch, tracks);
            }
            return settle(sketch, aim.into_iter().collect(), y, false).unwrap_or_default();
        }
        let tries = [(&all, tracks.len() <= VALUED), (&all, false), (&chosen, true), (&chosen, false)];
        for (which, valued) in tries {
            if which.is_empty() {
                continue;
            }
            if let Some(labels) =
                attempt(sketch, (tracks, heights), which, (named, valued || !named)).and_then(|(mut labels, early)| {
                    labels.extend(target_label(sketch, y).filter(|_| aim.is_some()));
                    settle(sketch, labels, y, early)
                })
            {
                return labels;
            }
        }
        if named {
            fill_key(sketch, tracks);
        }
        settle(sketch, aim.into_iter().collect(), y, false).unwrap_or_default()
    }

    /// Draws the words right of `right` (CSS pixels); `ends` are the ends of the tracks, `aim` the target's place.
    pub(super) fn draw(&self, sketch: &mut Sketch, ends: &[Option<Point>], aim: Option<Point>, right: f64) {
        let quiet = sketch.env.theme.rest;
        for label in &self.labels {
            // A line that ends outside the author's domain has no end to be named at.
            let Some(end) = label.track.map_or(aim, |track| ends.get(track).copied().flatten()) else { continue };
            let x = right + ASIDE + if self.leaders { LEADER } else { 0.0 };
            let lead = label.style.line_height();
            let count = label.lines.len() as f64;
            if self.leaders {
                let first = Point::new((end.x + 6.0).max(right - 2.0).min(x), end.y);
                let mut path = vec![first, Point::new(x - 3.0, label.place)];
                if end.x + 6.0 < first.x {
                    path.insert(0, Point::new(end.x + 7.0, end.y));
                }
                sketch.line(Role::Note, None, vec![path], 1.0, quiet);
            }
            for (i, line) in label.lines.iter().enumerate() {
                let middle = label.place + (i as f64 - (count - 1.0) / 2.0) * lead;
                let at = Point::new(x, middle + label.style.cap_height() / 2.0);
                let datum = None;
                sketch.text(Role::Label, datum, line, at, Anchor::Left, (label.style, label.color));
            }
        }
    }
}

/// Whether a track is highlighted.
fn is_chosen(sketch: &Sketch, track: Option<&Track>) -> bool {
    let name = track.and_then(|track| sketch.checked.series.get(track.series));
    name.is_some_and(|name| sketch.checked.highlight.holds(name))
}

/// Names the series above the plot instead, and says that colour alone tells them apart then.
fn fill_key(sketch: &mut Sketch, tracks: &[Track]) {
    if tracks.len() > 2 && sketch.checked.kind != Kind::StackedArea {
        let hint = "write shorter names, highlight a few, or use \"facet\"";
        let message = "the lines are told apart by colour alone: their names have no room at the ends";
        sketch.problems.push(Problem::warning("names-in-key", Place::spec("/series"), message.into(), hint.into()));
    }
    let any = tracks.iter().any(|track| is_chosen(sketch, Some(track)));
    for track in tracks {
        if any && !is_chosen(sketch, Some(track)) {
            continue;
        }
        let label = sketch.checked.series.get(track.series).cloned().unwrap_or_default();
        let color = sketch.color(track.series, &label);
        let swatch = if sketch.checked.kind == Kind::StackedArea { Swatch::Square } else { Swatch::Line };
        sketch.key.push(KeyEntry { label, color, swatch });
    }
}

/// The widest that end labels may be, in CSS pixels.
fn limit(sketch: &Sketch) -> f64 {
    sketch.width * if sketch.width < 420.0 { 0.3 } else { 0.26 }
}

/// The labels of some tracks, `named` and `valued` or not, and whether one ends before the others; `None` if a name is too long.
fn attempt(
    sketch: &Sketch,
    (tracks, heights): (&[Track], &[f64]),
    which: &[usize],
    (named, valued): (bool, bool),
) -> Option<(Vec<Label>, bool)> {
    let (checked, env, limit) = (sketch.checked, sketch.env, limit(sketch));
    let mut labels = Vec::new();
    for &at in which {
        let track = tracks.get(at)?;
        let last = track.last()?;
        let name = checked.series.get(track.series).map_or("", String::as_str);
        let strong = !named || is_chosen(sketch, Some(track));
        let style = if strong { TextStyle::strong(env.theme.label.size) } else { env.theme.label };
        let mut lines = if named { wrap(name, limit, style, env.measure, 2) } else { Vec::new() };
        if lines.iter().any(|line| line.ends_with('…')) && !name.ends_with('…') {
            return None;
        }
        if valued {
            let number = value::label(checked, env.locale, last, !named);
            let number = shorten(&number, limit, style, env.measure);
            let joined = [lines.last().map_or("", String::as_str), " ", &number].concat();
            match lines.last_mut() {
                // A line of its own for a number alone is worth some width.
                Some(line) if sketch.measure(&joined, style) <= limit * 1.08 => *line = joined,
                _ => lines.push(number),
            }
        }
        let wanted = *heights.get(at)?;
        labels.push(Label {
            track: Some(at),
            lines,
            color: sketch.text_color(track.series, name),
            style,
            wanted,
            place: wanted,
        });
    }
    let latest = which.iter().filter_map(|at| tracks.get(*at)?.last()?.period).max();
    let early = which.iter().any(|at| tracks.get(*at).and_then(Track::last).and_then(|row| row.period) != latest);
    Some((labels, early))
}

/// The target's label.
fn target_label(sketch: &Sketch, y: &Scale) -> Option<Label> {
    let target = sketch.checked.target.as_ref()?;
    let (style, color) = (sketch.env.theme.small, sketch.env.theme.ink);
    let lines = wrap(&target::words(sketch, target), limit(sketch), style, sketch.env.measure, 4);
    let wanted = (y.at(target.value) + y.at(target.upper.unwrap_or(target.value))) / 2.0;
    Some(Label { track: None, lines, color, style, wanted, place: wanted })
}

/// Moves the labels apart and finds the room they take; `None` if they are too many for the height.
fn settle(sketch: &Sketch, mut labels: Vec<Label>, y: &Scale, early: bool) -> Option<EndLabels> {
    let (from, to) = y.range();
    let low = (from.min(to) - 12.0).max(0.0);
    let high = from.max(to) + 8.0;
    let heights: Vec<f64> = each(&labels, &mut |label| label.lines.len() as f64 * label.style.line_height());
    if heights.iter().sum::<f64>() > high - low {
        return None;
    }
    let wanted: Vec<f64> = each(&labels, &mut |label| label.wanted);
    let mut leaders = early;
    let mut widest: f64 = 0.0;
    for (label, place) in labels.iter_mut().zip(spread(&wanted, &heights, low, high)) {
        label.place = place;
        // Small moves are understood without a leader.
        leaders |= (place - label.wanted).abs() > 7.0;
        widest = label.lines.iter().map(|line| sketch.measure(line, label.style)).fold(widest, f64::max);
    }
    let room = (widest + ASIDE + if leaders { LEADER } else { 0.0 }).ceil();
    Some(EndLabels { labels, leaders, room })
}
