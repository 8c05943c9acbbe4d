//! Lines over periods.

use super::frame::{Along, Frame};
use super::free::is_free;
use super::line_label::EndLabels;
use super::reach::share_out;
use super::sketch::Sketch;
use super::track::{self, Course, Track};
use super::{axis, course, extent, goal, tentative, time_axis, value};
use crate::each::each;
use crate::geom::{Point, Rect, within};
use crate::locale::{Message, Period};
use crate::problem::{Place, Problem};
use crate::scale::{PeriodScale, Scale};
use crate::scene::{Anchor, Role};
use crate::text::TextStyle;

/// Radius of the dot at the end of a line, in CSS pixels.
const DOT: f64 = 4.5;

/// What lies behind the lines of a kind: an area, the bands of a fan.
#[derive(Clone, Copy)]
pub(super) struct Ground {
    /// Whether the axis must hold zero.
    pub(super) zero: bool,
    /// Draws it into the plot (CSS pixels), given the places of periods and values.
    pub(super) draw: fn(&mut Sketch, &[Track], (&PeriodScale, &Scale), Rect),
}

/// Draws the lines with their axes, ends and target.
pub(super) fn draw(sketch: &mut Sketch) {
    draw_over(sketch, Ground { zero: false, draw: |_, _, _, _| () });
}

/// Draws them over what lies behind.
pub(super) fn draw_over(sketch: &mut Sketch, ground: Ground) {
    let checked = sketch.checked;
    let tracks = track::gather(checked);
    let rows = || tracks.iter().flat_map(|track| &track.rows);
    let values = || rows().filter_map(|row| row.value);
    let dates = || rows().filter_map(|row| row.period);
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else {
        refuse(sketch);
        return;
    };
    let (mut low, mut high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    for (lower, upper) in rows().flat_map(|row| &row.bounds) {
        (low, high) = (low.min(*lower), high.max(*upper));
    }
    let due = checked.target.as_ref().and_then(|target| target.period).filter(|period| *period >= last);
    let mut periods: Vec<Period> = tracks.iter().flat_map(Track::ends).collect();
    periods.extend(due);
    periods.extend(&checked.hold.periods);

    let height = axis::height(sketch);
    let bottom = height - time_axis::height(sketch);
    let extent = extent::extent(checked, low, high, ground.zero, axis::about(bottom));
    warn_of_domain(sketch, extent.domain, (low, high));
    let mut value_axis = axis::Rows::lay_out(sketch, &extent);
    let y = value_axis.scale(sketch, value_axis.head, bottom);
    let heights =
        each(&tracks, &mut |track| track.last().and_then(|row| row.value).map_or(bottom, |value| y.at(value)));
    let labels = EndLabels::lay_out(sketch, &tracks, &heights, &y, due.map(|due| due > last));
    let edge = sketch.width - labels.room.max(DOT + 2.0).max(checked.hold.room);
    if ground.zero {
        value_axis = value_axis.tuck_under(sketch, &mut steps(&tracks, &periods), edge);
    }
    let right = edge.max(value_axis.left + 40.0);
    let plot = Rect::between(Point::new(value_axis.left, value_axis.head), Point::new(right, bottom));
    let Some(x) = PeriodScale::over(&periods, (plot.x + DOT, plot.right())) else { return };
    let x = x.spaced(&mut dates());

    (ground.draw)(sketch, &tracks, (&x, &y), plot);
    if let (Some(target), None) = (checked.target.as_ref(), due) {
        goal::draw_band(sketch, target, &y, plot);
    }
    value_axis.draw(sketch, &y, plot.right());
    time_axis::draw(sketch, &x, first, due.unwrap_or(last), bottom);

    let ends = draw_tracks(sketch, &tracks, (&x, &y), plot);
    share_out(sketch, plot, DOT);
    let mut aim = None;
    if let Some(target) = checked.target.as_ref() {
        match &due {
            Some(due) => aim = Some(goal::draw_mark(sketch, target, &y, x.at(due), path_start(sketch, &tracks, &ends))),
            None => {
                goal::draw_line(sketch, target, &y, plot);
                goal::name_line(sketch, target, &y, plot);
            }
        }
    }
    let edge = ends.iter().flatten().map(|end| end.x).fold(f64::NEG_INFINITY, f64::max);
    labels.draw(sketch, &ends, aim, if aim.is_some() { plot.right() } else { edge });
    if let (true, [track], [Some(end)]) = (due > Some(last), tracks.as_slice(), ends.as_slice()) {
        write_above(sketch, track, *end);
    }
    sketch.height = height;
    sketch.frame = Some(Frame { plot, upright: true, value: y, along: Along::Periods(x) });
    tentative::explain_as(sketch, Message::DashedMeans);
    tentative::explain_incomplete(sketch);
}

/// For each step of the tracks the part of the way across the `periods` at which it begins, and the least and the
/// greatest value that an area down to zero covers in it.
fn steps<'a>(tracks: &'a [Track], periods: &[Period]) -> impl Iterator<Item = (f64, f64, f64)> + use<'a> {
    let days = |period: &Period| period.middle_day();
    let from = periods.iter().map(days).fold(f64::INFINITY, f64::min);
    let to = periods.iter().map(days).fold(f64::NEG_INFINITY, f64::max);
    tracks.iter().flat_map(move |track| {
        track.rows.iter().zip(track.rows.iter().skip(1)).zip(&track.days).map(move |((row, next), day)| {
            let ends = [row, next].map(|row| row.value.unwrap_or(0.0));
            let [a, b] = ends;
            ((day - from) / (to - from).max(1.0), a.min(b).min(0.0), a.max(b).max(0.0))
        })
    })
}

/// Says that there is nothing to draw.
pub(super) fn refuse(sketch: &mut Sketch) {
    sketch.problems.push(Problem::error(
        "no-values",
        Place::data(0, &sketch.checked.value_name),
        "there is no value with a period to draw".into(),
        "give at least one row a number and a period".into(),
    ));
}

/// Says what the author's own ends of the axis do to the reader: values cut off, or next to nothing made to look much.
pub(super) fn warn_of_domain(sketch: &mut Sketch, (from, till): (f64, f64), (low, high): (f64, f64)) {
    if sketch.checked.domain == (None, None) {
        return;
    }
    let mut warn = |kind, message: &str| {
        let hint = "widen the domain, or leave it out";
        sketch.problems.push(Problem::warning(kind, Place::spec("/domain"), message.into(), hint.into()));
    };
    if low < from || high > till {
        warn("outside-domain", "values lie outside the axis and are cut off");
    } else if sketch.checked.domain.0.is_some_and(|end| end > high)
        || sketch.checked.domain.1.is_some_and(|end| end < low)
    {
        warn("outside-domain", "no value lies within the domain; it is not taken");
    }
    if till - from < extent::SLIGHT * from.abs().max(till.abs()) {
        warn("narrow-domain", "a change of less than 1 % fills the plot");
    }
}

/// Draws every track, the highlighted ones last, and makes the data in the author's order of series. Gives the end
/// of each track.
fn draw_tracks(
    sketch: &mut Sketch,
    tracks: &[Track],
    (x, y): (&PeriodScale, &Scale),
    plot: Rect,
) -> Vec<Option<Point>> {
    let is_open = tentative::open(sketch.checked);
    let mut courses: Vec<Course> = Vec::new();
    let mut ends = Vec::new();
    sketch.data.reserve(tracks.iter().map(|track| track.rows.len()).sum());
    for track in tracks {
        let points = track.points(x, &|row| row.value.map(|value| y.at(value)));
        let mut end = None;
        for ((row, day), point) in track.rows.iter().zip(&track.days).zip(&points) {
            let across = point.map_or_else(|| x.at_day(*day), |point| point.x);
            let height = point.map_or(plot.bottom(), |point| within(point.y, plot.y, plot.bottom()));
            let id = sketch.datum(row, Point::new(across, height), plot);
            if let Some(point) = point {
                end = Some((*point, id, is_open(row)));
            }
        }
        courses.push(track::follow(&track.rows, &points, sketch.checked.bridge, &is_open));
        ends.push(end.filter(|(point, ..)| plot.grown(0.5).holds(*point)));
    }
    course::draw_breaks(sketch, &courses, plot);
    let name = |sketch: &Sketch, track: &Track| sketch.checked.series.get(track.series).cloned().unwrap_or_default();
    for front in [false, true] {
        for ((track, course), end) in tracks.iter().zip(&courses).zip(&ends) {
            let name = name(sketch, track);
            let chosen = sketch.checked.highlight.holds(&name);
            if chosen != front {
                continue;
            }
            let color = sketch.color(track.series, &name);
            let width = if chosen { 3.0 } else { 2.25 };
            course::draw(sketch, course, plot, (width, color));
            if let (Some((point, id, hollow)), true) = (end, chosen || !sketch.checked.highlight.is_set()) {
                sketch.dot(Some(*id), *point, DOT, color, *hollow);
            }
        }
    }
    ends.into_iter().map(|end| end.map(|(point, ..)| point)).collect()
}

/// From where the path to the target runs: the last value of the only series, or of the only highlighted one.
fn path_start(sketch: &Sketch, tracks: &[Track], ends: &[Option<Point>]) -> Option<Point> {
    if let [end] = ends {
        return *end;
    }
    let names = &sketch.checked.series;
    let chosen = |track: &Track| names.get(track.series).is_some_and(|name| sketch.checked.highlight.holds(name));
    let mut found = tracks.iter().zip(ends).filter(|(track, _)| chosen(track));
    match (found.next(), found.next()) {
        (Some((_, end)), None) => *end,
        _ => None,
    }
}

/// Writes the last value above or below its dot, where a line to the target goes on from it.
fn write_above(sketch: &mut Sketch, track: &Track, end: Point) {
    let Some(row) = track.last() else { return };
    let words = value::label(sketch.checked, sketch.env.locale, row, true);
    let style = TextStyle::strong(sketch.env.theme.label.size);
    let half = sketch.measure(&words, style) / 2.0;
    let (up, down) = (-DOT - 4.0 - style.descent(), DOT + 4.0 + style.ascent());
    for (dx, dy) in [(0.0, up), (0.0, down), (-half, up), (-half, down), (half, up), (half, down)] {
        let at = Point::new(within(end.x + dx, half, (sketch.width - half).max(half)), end.y + dy);
        let area = Rect::new(at.x - half, at.y - style.ascent(), half * 2.0, style.ascent() + style.descent());
        if area.y >= 0.0 && is_free(sketch, area) {
            let color = sketch.text_color(track.series, "");
            sketch.text(Role::Label, None, &words, at, Anchor::Middle, (style, color));
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::scene::Shape;
    use crate::spec::{Checked, Highlight, Kind, Qualifier, Quantity, Row, Target};

    fn year(series: usize, year: i32, value: f64) -> Row {
        Row { series, period: Some(Period::Year(year)), value: Some(value), ..Row::default() }
    }

    /// So many series over so many years, all within a few pixels of each other at the end.
    fn bundle(names: Vec<String>, years: i32) -> Checked {
        let count = names.len();
        let rows = (0..count).flat_map(|series| {
            (0..years).map(move |i| year(series, 1990 + i, 40.0 + f64::from(i) + series as f64 * 0.1))
        });
        Checked { series: names, unit: "%".into(), decimals: 1, ..checked(Kind::Line, rows.collect()) }
    }

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|i| ["Country number ", &i.to_string()].concat()).collect()
    }

    #[test]
    fn words_never_collide() {
        for count in [1, 2, 5, 9, 30] {
            for years in [1, 2, 12, 140] {
                holds_at_every_width(&bundle(names(count), years));
            }
        }
        holds_at_every_width(&bundle(hard_words(), 8));
        let highlight = Highlight(vec!["Country number 3".into()]);
        holds_at_every_width(&Checked { highlight, ..bundle(names(20), 8) });
    }

    #[test]
    fn hard_numbers_and_units_stay_inside() {
        let unit = "kilograms of carbon dioxide equivalent per inhabitant and year, at constant prices of 2015";
        for values in
            [[1e300, -1e300], [1e-12, 3e-12], [7.0, 7.0], [0.0, 0.0], [1_250_000.0, 3.0], [-5.0, -900.0], [99.9, 99.95]]
        {
            let rows = values.iter().enumerate().map(|(i, value)| year(0, 2000 + i as i32, *value)).collect();
            for measure in [Quantity::Amount, Quantity::Share, Quantity::Rank] {
                holds_at_every_width(&Checked { unit: unit.into(), measure, ..checked(Kind::Line, Vec::clone(&rows)) });
            }
        }
    }

    #[test]
    fn targets_are_named_where_there_is_room() {
        for period in [None, Some(Period::Year(2030)), Some(Period::Year(2001))] {
            for upper in [None, Some(58.0)] {
                let label = if upper.is_none() { String::new() } else { "The goal of the five-year plan".into() };
                let target = Some(Target { value: 52.0, upper, period, label });
                for count in [1, 3] {
                    holds_at_every_width(&Checked { target: target.clone(), ..bundle(names(count), 12) });
                }
            }
        }
    }

    #[test]
    fn gaps_breaks_and_every_precision_of_period() {
        let period = |i: i32| match i % 4 {
            0 => Period::Year(2000 + i),
            1 => Period::Month(2000 + i, 7),
            2 => Period::Day(2000 + i, 2, 28),
            _ => Period::Week(2000 + i, 9),
        };
        let mut rows: Vec<Row> =
            (0..40).map(|i| Row { period: Some(period(i)), ..year(0, 0, f64::from(i % 9)) }).collect();
        rows[3].value = None;
        rows[20].qualifier = Some(Qualifier::Break);
        rows[39].qualifier = Some(Qualifier::Projected);
        rows.reverse();
        holds_at_every_width(&Checked { incomplete: true, bridge: true, ..checked(Kind::Line, rows) });
        for step in [1, 7, 30, 91] {
            let day = |i: i64| Period::holding(17_000 + i * step, crate::locale::Precision::Day);
            let rows = (0..90).map(|i| Row { period: Some(day(i)), ..year(0, 0, i as f64) }).collect();
            holds_at_every_width(&checked(Kind::Line, rows));
        }
    }

    #[test]
    fn every_value_is_a_datum_with_a_place_of_its_own() {
        let scene = stage(&bundle(names(3), 10), 400.0).value;
        assert_eq!(scene.data.len(), 30);
        for (i, one) in scene.data.iter().enumerate() {
            assert!(one.reach.grown(0.01).holds(one.anchor), "{one:?}");
            for other in &scene.data[i + 1..] {
                assert!(!one.reach.grown(-0.01).meets(&other.reach));
            }
        }
    }

    #[test]
    fn time_runs_to_the_right_and_ranks_run_downward() {
        let rows = vec![year(0, 2001, 3.0), year(0, 2000, 20.0)];
        let scene = stage(&Checked { measure: Quantity::Rank, ..checked(Kind::Line, rows) }, 400.0).value;
        let (first, last) = (&scene.data[0], &scene.data[1]);
        assert_eq!((first.value, last.value), (Some(20.0), Some(3.0)));
        assert!(first.anchor.x < last.anchor.x && first.anchor.y > last.anchor.y);
    }

    #[test]
    fn nothing_to_draw_is_a_problem_and_many_points_are_none() {
        let empty = stage(&checked(Kind::Line, vec![Row { value: None, ..year(0, 2000, 0.0) }]), 400.0);
        assert_eq!(empty.problems[0].kind, "no-values");
        let day = |i: i64| Period::holding(i, crate::locale::Precision::Day);
        let rows = (0..50_000).map(|i| Row { period: Some(day(i)), ..year(0, 0, (i % 97) as f64) }).collect();
        let scene = stage(&checked(Kind::Line, rows), 640.0).value;
        assert_eq!(scene.data.len(), 50_000);
        let points: usize = scene
            .marks
            .iter()
            .map(|mark| match &mark.shape {
                Shape::Line { runs, .. } => runs.iter().map(Vec::len).sum(),
                _ => 0,
            })
            .sum();
        // At most four in a sixth of a pixel.
        assert!(points < 15_360, "{points} points");
        assert!(texts(&scene).len() < 20);
    }

    #[test]
    fn the_authors_ends_cut_lines_and_are_told_of() {
        let spec = |domain| Checked { domain, ..checked(Kind::Line, vec![year(0, 1, 100.0), year(0, 2, 200.0)]) };
        let kinds = |domain| -> Vec<&str> {
            let found = stage(&spec(domain), 400.0);
            for mark in &found.value.marks {
                if let Shape::Line { runs, .. } = &mark.shape {
                    assert!(runs.iter().flatten().all(|point| point.y >= 0.0 && point.y <= found.value.height));
                }
            }
            found.problems.iter().map(|problem| problem.kind).collect()
        };
        assert_eq!(kinds((None, Some(150.0))), ["outside-domain"]);
        // Ends that leave every value out are told and not taken: the line is drawn all the same.
        assert_eq!(kinds((Some(3000.0), Some(4000.0))), ["outside-domain"]);
        let drawn = stage(&spec((Some(3000.0), Some(4000.0))), 400.0).value;
        assert!(drawn.marks.iter().any(|mark| mark.role == Role::Data && matches!(mark.shape, Shape::Line { .. })));
        assert_eq!(kinds((Some(199.0), Some(200.5))), ["outside-domain", "narrow-domain"]);
        assert!(kinds((Some(0.0), Some(400.0))).is_empty() && kinds((None, None)).is_empty());
        holds_at_every_width(&spec((Some(120.0), Some(150.0))));
    }

    #[test]
    fn a_share_never_passes_a_hundred() {
        let spec = Checked { measure: Quantity::Share, ..bundle(names(1), 59) };
        assert!(!texts(&stage(&spec, 400.0).value).iter().any(|text| text.starts_with("120")));
        assert!(texts(&stage(&spec, 400.0).value).contains(&"100%"));
    }
}
