//! Parts of one whole over periods, one on the other.

use super::course;
use super::frame::{Along, Frame};
use super::line_label::EndLabels;
use super::reach::share_out;
use super::sketch::Sketch;
use super::stack::stack;
use super::track::{self, Course, Track};
use super::{axis, extent, line, tentative, time_axis};
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect, hold};
use crate::locale::{Message, Period};
use crate::scale::{PeriodScale, Scale};
use crate::scene::{Anchor, Role, Shape};
use crate::spec::{Qualifier, Quantity, Row};
use crate::text::TextStyle;

/// From this width on, in CSS pixels, the parts are named at their right ends; below, inside if all fit.
const WIDE: f64 = 480.0;
/// Free on either side of words inside a band, and half of what a period alone between gaps takes, in CSS pixels.
const ASIDE: f64 = 4.0;

/// All parts at one period.
struct Column<'a> {
    period: Period,
    /// The row of each track.
    rows: Vec<Option<&'a Row>>,
    /// Where each part begins and ends, in data units; none where a part is not known.
    parts: Vec<(f64, f64)>,
    /// Whether a part of it is not final.
    open: bool,
    /// Whether it cannot be compared with the one before.
    broken: bool,
}

/// A part between gaps, in CSS pixels.
struct Band {
    track: usize,
    upper: Vec<Point>,
    lower: Vec<Point>,
    open: bool,
}

/// Draws the stack with its axes and the names of its parts.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let tracks = track::gather(checked);
    let columns = columns(sketch, &tracks);
    let drawn = || columns.iter().filter(|column| !column.parts.is_empty());
    let (Some(first), Some(last), Some(end)) = (columns.first(), columns.last(), drawn().next_back()) else {
        line::refuse(sketch);
        return;
    };
    let mut high = drawn().flat_map(|column| &column.parts).fold(0.0, |high: f64, part| high.max(part.1));
    if checked.measure == Quantity::Share {
        // What rounding brings about is no more than the whole.
        high = high.min(100.0);
    }
    let height = axis::height(sketch);
    let bottom = height - time_axis::height(sketch);
    let extent = extent::extent(checked, 0.0, high, true, axis::about(bottom));
    let value_axis = axis::Rows::lay_out(sketch, &extent);
    let y = value_axis.scale(sketch, value_axis.head, bottom);
    let mut periods: Vec<Period> = each(&columns, &mut |column| column.period);
    periods.extend(&checked.hold.periods);
    let Some(x) = PeriodScale::over(&periods, (value_axis.left, sketch.width - 2.0)) else { return };
    let mut plot = Rect::between(Point::new(value_axis.left, value_axis.head), Point::new(sketch.width - 2.0, bottom));

    let mut x = x;
    let inside =
        if sketch.width < WIDE { name_inside(sketch, &tracks, &bands(&columns, (&x, &y), plot)) } else { None };
    let mut labels = EndLabels::default();
    let middle = |part: &(f64, f64)| y.at(part.0 / 2.0 + part.1 / 2.0);
    let heights = each(&end.parts, &mut |part| middle(part));
    if inside.is_none() {
        labels = EndLabels::lay_out(sketch, &tracks, &heights, &y, None);
        let right = (sketch.width - labels.room.max(2.0)).max(value_axis.left + 40.0);
        plot.width = right - plot.x;
        x = x.across((plot.x, right));
    }
    value_axis.draw(sketch, &y, plot.right());
    time_axis::draw(sketch, &x, first.period, last.period, bottom);
    let bands = bands(&columns, (&x, &y), plot);
    draw_bands(sketch, &tracks, &bands);
    let breaks = columns.windows(2).filter_map(|pair| match pair {
        [a, b] if b.broken => Some(((x.at(&a.period) + x.at(&b.period)) / 2.0, b.period)),
        _ => None,
    });
    course::draw_breaks(sketch, &[Course { breaks: breaks.collect(), ..Course::default() }], plot);
    for track in 0..tracks.len() {
        for column in &columns {
            let Some(row) = column.rows.get(track).copied().flatten() else { continue };
            let place = column.parts.get(track).map_or(bottom, middle);
            sketch.datum(row, Point::new(x.at(&column.period), place), plot);
        }
    }
    share_out(sketch, plot, 0.0);
    for (words, color, at) in inside.unwrap_or_default() {
        sketch.text(Role::Label, None, &words, at, Anchor::Middle, (sketch.env.theme.label, color));
    }
    let edge = x.at(&end.period);
    let ends = each(&heights, &mut |height| Some(Point::new(edge - 6.0, *height)));
    labels.draw(sketch, &ends, None, edge);
    sketch.height = height;
    sketch.frame = Some(Frame { plot, upright: true, value: y, along: Along::Periods(x) });
    tentative::explain_as(sketch, Message::PalerMeans);
    tentative::explain_incomplete(sketch);
}

/// All periods that any part has, in their order, with the parts stacked. A part is nothing before its first row and
/// after its last; a value that is missing between leaves the whole stack of that period unknown.
fn columns<'a>(sketch: &Sketch, tracks: &[Track<'a>]) -> Vec<Column<'a>> {
    let is_open = tentative::open(sketch.checked);
    let mut periods: Vec<Period> = tracks.iter().flat_map(|track| &track.rows).filter_map(|row| row.period).collect();
    let order = crate::order::order(periods.len(), &|a, b| periods.get(a).cmp(&periods.get(b)));
    periods = order.into_iter().filter_map(|at| periods.get(at).copied()).collect();
    periods.dedup();
    let mut nexts = vec![0; tracks.len()];
    let mut columns = Vec::with_capacity(periods.len());
    for period in periods {
        let mut column = Column { period, rows: Vec::new(), parts: Vec::new(), open: false, broken: false };
        let mut known = true;
        for (track, next) in tracks.iter().zip(&mut nexts) {
            let row = track.rows.get(*next).copied().filter(|row| row.period == Some(period));
            known &= match row {
                Some(row) => row.value.is_some(),
                None => *next == 0 || *next == track.rows.len(),
            };
            if let Some(row) = row {
                *next += 1;
                column.open |= is_open(row);
                column.broken |= row.qualifier == Some(Qualifier::Break);
            }
            column.rows.push(row);
        }
        if known {
            let rows: Vec<&Row> = column.rows.iter().copied().flatten().collect();
            let stack = stack(sketch.checked, "", &rows);
            let mut edge = 0.0;
            let mut parts = stack.parts.iter();
            column.parts = each(&column.rows, &mut |row| {
                let from = edge;
                edge = row.and_then(|_| parts.next()).map_or(edge, |part| part.to);
                (from, edge)
            });
        }
        columns.push(column);
    }
    columns
}

/// The outlines of all parts, cut where the stack is not known, where the series is broken, and where what follows is
/// not final.
fn bands(columns: &[Column], (x, y): (&PeriodScale, &Scale), plot: Rect) -> Vec<Band> {
    let count = columns.iter().map(|column| column.parts.len()).max().unwrap_or(0);
    let mut bands: Vec<Band> = Vec::new();
    for track in 0..count {
        let mut before: Option<&Column> = None;
        for column in columns {
            let Some(part) = column.parts.get(track) else {
                before = None;
                continue;
            };
            let across = x.at(&column.period);
            let at = |value: f64| Point::new(across, y.at(value));
            let linked = before.is_some() && !column.broken;
            let goes_on = linked && before.is_some_and(|known| known.open == column.open);
            if !goes_on {
                let tip = bands.last().filter(|band| linked && band.track == track);
                let start = tip.and_then(|band| band.upper.last().copied().zip(band.lower.last().copied()));
                let (upper, lower) = start.unzip();
                bands.push(Band {
                    track,
                    upper: upper.into_iter().collect(),
                    lower: lower.into_iter().collect(),
                    open: column.open,
                });
            }
            if let Some(band) = bands.last_mut() {
                band.upper.push(at(part.1));
                band.lower.push(at(part.0));
            }
            before = Some(column);
        }
    }
    for band in &mut bands {
        // One period between gaps has no width of its own.
        if let ([upper], [lower]) = (band.upper.as_slice(), band.lower.as_slice()) {
            let wide = |point: Point| {
                let (from, to) = ((point.x - ASIDE).max(plot.x), (point.x + ASIDE).min(plot.right()));
                vec![Point::new(from, point.y), Point::new(to, point.y)]
            };
            (band.upper, band.lower) = (wide(*upper), wide(*lower));
        }
        band.upper = hold(&track::thin(&band.upper), plot.y, plot.bottom());
        band.lower = hold(&track::thin(&band.lower), plot.y, plot.bottom());
    }
    bands
}

/// The colour of a track's band.
fn color(sketch: &Sketch, track: Option<&Track>) -> Color {
    let series = track.map_or(0, |track| track.series);
    sketch.color(series, sketch.checked.series.get(series).map_or("", String::as_str))
}

/// Fills the bands, with a fine line in the background's colour between two of them.
fn draw_bands(sketch: &mut Sketch, tracks: &[Track], bands: &[Band]) {
    let background = sketch.env.theme.background;
    for band in bands {
        let mut fill = color(sketch, tracks.get(band.track));
        if band.open {
            fill = fill.mix(background, 0.5);
        }
        let mut points = band.upper.clone();
        points.extend(band.lower.iter().rev());
        sketch.mark(Role::Data, None, Shape::Polygon { points, fill });
    }
    let seams: Vec<Vec<Point>> = bands.iter().filter(|band| band.track > 0).map(|band| band.lower.clone()).collect();
    if !seams.is_empty() {
        sketch.line(Role::Data, None, seams, 1.0, background);
    }
}

/// The name of every part with its colour and place inside its band, where the band is highest; `None` if one does
/// not fit, or there is but one.
fn name_inside(sketch: &Sketch, tracks: &[Track], bands: &[Band]) -> Option<Vec<(String, Color, Point)>> {
    let theme = sketch.env.theme;
    let style: TextStyle = theme.label;
    let mut named = Vec::new();
    if tracks.len() < 2 {
        return None;
    }
    for (at, track) in tracks.iter().enumerate() {
        let name = sketch.checked.series.get(track.series)?;
        let half = sketch.measure(name, style) / 2.0 + ASIDE;
        let mut best: Option<(f64, Point)> = None;
        for band in bands.iter().filter(|band| band.track == at && !band.open) {
            let (Some(from), Some(to)) = (band.upper.first(), band.upper.last()) else { continue };
            for step in 0..=16 {
                let center = from.x + half + (to.x - from.x - 2.0 * half) * f64::from(step) / 16.0;
                if to.x - from.x < 2.0 * half {
                    break;
                }
                // The lowest of the upper edge and the highest of the lower edge, as far as the words reach.
                let (_, top) = reach(&band.upper, center - half, center + half);
                let (bottom, _) = reach(&band.lower, center - half, center + half);
                let room = bottom - top;
                if room >= style.line_height() && best.is_none_or(|(known, _)| room > known) {
                    best = Some((room, Point::new(center, (top + bottom + style.cap_height()) / 2.0)));
                }
            }
        }
        let (_, place) = best?;
        let fill = color(sketch, Some(track));
        let readable = |words: Color| words.contrast(fill);
        let dark = readable(theme.ink) > readable(theme.background);
        named.push((name.clone(), if dark { theme.ink } else { theme.background }, place));
    }
    Some(named)
}

/// The highest and the lowest point (the smallest and the largest y) of a line between two places.
fn reach(line: &[Point], from: f64, to: f64) -> (f64, f64) {
    let (mut high, mut low) = (f64::INFINITY, f64::NEG_INFINITY);
    for pair in line.windows(2) {
        let [a, b] = pair else { continue };
        for x in [a.x, b.x, from, to] {
            if b.x > a.x && x >= a.x.max(from) && x <= b.x.min(to) {
                let y = a.toward(*b, (x - a.x) / (b.x - a.x)).y;
                (high, low) = (high.min(y), low.max(y));
            }
        }
    }
    (high, low)
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::scene::Scene;
    use crate::spec::{Checked, Kind};

    /// So many parts, each as large as its place, over so many years.
    fn parts(names: Vec<String>, years: i32) -> Checked {
        let mut rows = Vec::new();
        for series in 0..names.len() {
            for year in 0..years {
                let value = Some(10.0 * (series + 1) as f64 + f64::from(year));
                rows.push(Row { series, period: Some(Period::Year(2000 + year)), value, ..Row::default() });
            }
        }
        Checked { series: names, whole: true, ..checked(Kind::StackedArea, rows) }
    }

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|i| ["Part ", &i.to_string()].concat()).collect()
    }

    fn polygons(scene: &Scene) -> Vec<Vec<Point>> {
        let polygon =
            |shape: &Shape| if let Shape::Polygon { points, .. } = shape { Some(points.clone()) } else { None };
        scene.marks.iter().filter_map(|mark| polygon(&mark.shape)).collect()
    }

    #[test]
    fn each_part_stands_on_the_one_before() {
        let scene = stage(&parts(names(3), 4), 640.0).value;
        let found = polygons(&scene);
        assert_eq!(found.len(), 3);
        for pair in found.windows(2) {
            // Upper outline from left to right, then the lower one back.
            assert_eq!(pair[0][..4], pair[1][4..].iter().rev().copied().collect::<Vec<_>>());
        }
        assert_eq!(scene.data.len(), 12);
        assert!(texts(&scene).iter().any(|text| text.starts_with("Part 2")));
    }

    #[test]
    fn words_keep_apart_inside_and_beside() {
        for count in [1, 2, 4, 9] {
            for years in [1, 2, 30] {
                holds_at_every_width(&parts(names(count), years));
            }
        }
        holds_at_every_width(&parts(hard_words(), 8));
        assert!(stage(&parts(names(3), 8), 320.0).value.caption.key.is_empty());
    }

    #[test]
    fn what_is_missing_leaves_the_stack_unknown_and_what_has_not_begun_is_nothing() {
        let mut spec = parts(names(2), 6);
        spec.rows[2].value = None;
        // The second part begins a year late and ends a year early.
        spec.rows.remove(11);
        spec.rows.remove(6);
        let scene = stage(&spec, 640.0).value;
        assert_eq!(polygons(&scene).len(), 4);
        assert_eq!(scene.data.len(), 10);
        holds_at_every_width(&spec);
        let gaps = Checked { rows: spec.rows[2..3].to_vec(), ..spec };
        assert_eq!(stage(&gaps, 640.0).problems[0].kind, "no-values");
    }

    #[test]
    fn what_is_not_final_is_paler_and_breaks_part() {
        let mut spec = parts(names(2), 6);
        spec.rows[5].qualifier = Some(Qualifier::Projected);
        spec.rows[8].qualifier = Some(Qualifier::Break);
        let drawn = stage(&spec, 640.0).value;
        assert_eq!(polygons(&drawn).len(), 6);
        assert_eq!(drawn.caption.notes.len(), 2);
        holds_at_every_width(&Checked { incomplete: true, ..spec });
    }
}
