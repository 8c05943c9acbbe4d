//! What a table's cells show besides their words: shades, and lines of how a number came about.

use super::extent;
use super::shade::{Shades, ink};
use super::sketch::Sketch;
use super::table_column::{SHADE_AIR, TableColumn};
use super::value::digits;
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::locale::{Message, Period, power};
use crate::scale::PeriodScale;
use crate::scene::{DatumId, Detail, Role, Shape, Stroke};
use crate::spec::{Display, Quantity};

/// The radius of the dot at a line's end, the line's width, and the most that it is high, in CSS pixels.
const DOT: f64 = 2.5;
const STROKE: f64 = 1.5;
const HIGH: f64 = 22.0;

/// Gives the columns that have shades their classes: one set where all numbers are of one measure or unit, else each
/// its own.
pub(super) fn shade(sketch: &Sketch, columns: &mut [TableColumn]) {
    let checked = sketch.checked;
    let shared = !checked.unit.is_empty() || checked.measure != Quantity::Amount;
    let is_heat = |column: &TableColumn| column.face.display == Display::Heat && column.is_number();
    let ends = |columns: &[TableColumn]| {
        let values = columns.iter().filter(|column| is_heat(column)).flat_map(|column| column.values.iter().flatten());
        extent::ends(&mut values.copied())
    };
    let all = ends(columns);
    for column in columns.iter_mut().filter(|column| is_heat(column)) {
        let (low, high) = if shared { all } else { ends(core::slice::from_ref(column)) };
        if low <= high {
            column.shades = Some(Shades::over(checked, &sketch.env.theme.palette, low, high));
        }
    }
}

/// The shade of a cell, where it has one.
pub(super) fn shade_of(column: &TableColumn, row: usize) -> Option<Color> {
    let value = column.values.get(row).copied().flatten()?;
    Some(column.shades.as_ref()?.color(value))
}

/// Draws the shade of a cell over its whole place; gives the colour of its words and how far they stand from its edge,
/// in CSS pixels.
pub(super) fn draw_shade(
    sketch: &mut Sketch,
    column: &TableColumn,
    (row, id): (usize, Option<DatumId>),
    place: Rect,
) -> (Color, f64) {
    let inset = if column.shades.is_some() { SHADE_AIR } else { 0.0 };
    let Some(shade) = shade_of(column, row) else { return (sketch.env.theme.ink, inset) };
    sketch.rect(Role::Data, id, Rect::new(place.x, place.y + 1.0, place.width, place.height - 1.0), shade);
    (ink(shade), inset)
}

/// The way of a cell's number for its datum, and each of its steps in words.
pub(super) fn course(sketch: &Sketch, column: &TableColumn, row: usize) -> (Vec<(f64, f64)>, Vec<Detail>) {
    let (checked, locale, face) = (sketch.checked, sketch.env.locale, &column.face);
    let Some(values) = face.courses.get(row) else { return Default::default() };
    // As many as its steps have: those of another column are nothing to it.
    let decimals = values.iter().flatten().map(|value| digits(*value)).max().unwrap_or(0).min(checked.decimals);
    let along = along(&face.steps);
    let points = along.iter().zip(values).map(|(along, value)| (*along, value.unwrap_or(f64::NAN))).collect();
    let words = |value: &Option<f64>| match value {
        Some(value) => {
            let number = power(locale, *value).unwrap_or_else(|| locale.number(*value, decimals));
            locale.with_unit(&number, &checked.unit)
        }
        None => locale.say(Message::NoData, &[]),
    };
    let steps = face.steps.iter().zip(values);
    (points, steps.map(|(step, value)| locale.say(Message::Colon, &[step, &words(value)]).into()).collect())
}

/// How far along a line each of its steps stands, from 0 to 1: as far apart as their periods are, else evenly.
fn along(steps: &[String]) -> Vec<f64> {
    let periods: Option<Vec<Period>> = steps.iter().map(|step| Period::parse(step)).collect();
    if let Some(periods) = periods
        && let Some(scale) = PeriodScale::over(&periods, (0.0, 1.0))
    {
        return each(&periods, &mut |period| scale.at(period));
    }
    let last = steps.len().saturating_sub(1).max(1) as f64;
    (0..steps.len()).map(|at| at as f64 / last).collect()
}

/// Draws the line of a cell in its box: the same height for a unit in every row of the column, broken at gaps.
pub(super) fn draw_course(sketch: &mut Sketch, (column, row, id): (&TableColumn, usize, Option<DatumId>), place: Rect) {
    let face = &column.face;
    let Some(values) = face.courses.get(row).filter(|_| column.bar > 0.0) else { return };
    let ends = |values: &[Option<f64>]| extent::ends(&mut values.iter().flatten().copied());
    let span = |values: &Vec<Option<f64>>| {
        let (low, high) = ends(values);
        high - low
    };
    let most = face.courses.iter().map(span).fold(0.0, f64::max);
    let (low, high) = ends(values);
    let color = sketch.env.theme.accent;
    let middle = place.y + sketch.env.theme.label.line_height() / 2.0;
    let room = HIGH - 2.0 * DOT;
    let level = |value: f64| {
        let share = if most > 0.0 { (value - low / 2.0 - high / 2.0) / most } else { 0.0 };
        middle - share * room
    };
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    let mut last = None;
    for (along, value) in along(&face.steps).iter().zip(values) {
        let Some(value) = value else {
            runs.push(Vec::new());
            continue;
        };
        // Time runs rightward in every language, and the table is mirrored after this.
        let along = if sketch.env.locale.rtl() { 1.0 - along } else { *along };
        let point = Point::new(place.x + DOT + along * (place.width - 2.0 * DOT), level(*value));
        last = Some(point);
        if let Some(run) = runs.last_mut() {
            run.push(point);
        }
    }
    runs.retain(|run| run.len() > 1);
    if !runs.is_empty() {
        sketch.mark(Role::Data, id, Shape::Line { runs, stroke: Stroke { width: STROKE, color } });
    }
    if let Some(center) = last {
        sketch.mark(Role::Data, id, Shape::Dot { center, radius: DOT, fill: color, ring: None });
    }
}
