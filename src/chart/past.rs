//! A line without axes: the past of one figure.

use super::sketch::Sketch;
use crate::geom::{Point, Rect};
use crate::locale::PeriodStyle;
use crate::scale::Linear;
use crate::scene::{Anchor, Role};
use crate::spec::{Qualifier, Quantity, Row};

/// Draws the line into a box, the last value marked, the first and last period named below; makes the datum of
/// every row, in their order. The row set large (`now`) is reached at `figure`. The scale
/// spans `span` data units, at least those of the values. Returns where it ends.
pub(super) fn draw(sketch: &mut Sketch, (rows, now): (&[&Row], &Row), figure: Rect, room: Rect, span: f64) -> f64 {
    let theme = sketch.env.theme;
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in rows.iter().filter_map(|row| row.value) {
        (low, high) = (low.min(value), high.max(value));
    }
    let middle = |row: &Row| row.period.map_or(0.0, |period| period.middle_day());
    let (from, till) = (rows.first().map_or(0.0, |row| middle(row)), rows.last().map_or(0.0, |row| middle(row)));
    // Time runs to the right in every language, as on other charts: what is mirrored later is turned before.
    let rtl = sketch.env.locale.rtl();
    let ends = if rtl { (room.right() - 5.0, room.x + 6.0) } else { (room.x + 5.0, room.right() - 6.0) };
    let x = Linear { domain: (from, till), range: ends };
    // A rank's line runs upward as the place gets better.
    let (top, bottom) = (room.y + 6.0, room.bottom() - 6.0);
    let range = if sketch.checked.measure == Quantity::Rank { (top, bottom) } else { (bottom, top) };
    // All lines of one picture have the same pixels for a unit, or a small change would look like a large one.
    let more = (span - (high - low)).max(0.0) / 2.0;
    let y = Linear { domain: (low - more, high + more), range };

    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    let mut points: Vec<Point> = Vec::new();
    let half = room.width / rows.len().max(1) as f64 / 2.0;
    for row in rows {
        let across = x.at(middle(row));
        if row.value.is_none() || row.qualifier == Some(Qualifier::Break) {
            runs.push(Vec::new());
        }
        let (left, right) = ((across - half).max(room.x), (across + half).min(room.right()));
        let reach = Rect::new(left, room.y, right - left, room.height);
        let point = Point::new(across, row.value.map_or(bottom, |value| y.at(value)));
        if core::ptr::eq(*row, now) {
            sketch.datum(row, figure.center(), figure);
        } else {
            sketch.datum(row, point, reach);
        }
        if row.value.is_some() {
            points.push(point);
            if let Some(run) = runs.last_mut() {
                run.push(point);
            }
        }
    }
    // A value alone between two gaps is a dot, for no line leads to it.
    for run in &runs {
        if let ([alone], true) = (run.as_slice(), runs.len() > 1) {
            sketch.dot(None, *alone, 2.5, theme.accent, false);
        }
    }
    runs.retain(|run| run.len() > 1);
    if !runs.is_empty() {
        sketch.line(Role::Data, None, runs, 2.0, theme.accent);
    }
    if let Some(end) = points.last() {
        let tentative = now.qualifier.is_some_and(Qualifier::is_tentative);
        sketch.dot(None, *end, 4.5, theme.accent, tentative);
    }
    ends_in_words(sketch, rows, now, room)
}

/// The first and the last period, left and right below the line; the last alone where both have no room.
fn ends_in_words(sketch: &mut Sketch, rows: &[&Row], now: &Row, room: Rect) -> f64 {
    let (theme, locale) = (sketch.env.theme, sketch.env.locale);
    let style = theme.small;
    let words = |row: &Row| row.period.map_or_else(String::new, |period| locale.period(&period, PeriodStyle::Short));
    let (first, last) = (rows.first().map_or_else(String::new, |row| words(row)), words(now));
    let base = room.bottom() + 4.0 + style.ascent();
    let fits = sketch.measure(&first, style) + sketch.measure(&last, style) + 8.0 <= room.width;
    let mut sides = [(room.x, Anchor::Left), (room.right(), Anchor::Right)];
    if locale.rtl() {
        sides.reverse();
    }
    let [start, end] = sides;
    if fits {
        sketch.text(Role::Axis, None, &first, Point::new(start.0, base), start.1, (style, theme.muted));
    }
    let last = sketch.fit(&last, room.width, 1, style).pop().unwrap_or_default();
    sketch.text(Role::Axis, None, &last, Point::new(end.0, base), end.1, (style, theme.muted)).bottom()
}
