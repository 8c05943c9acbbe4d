//! A time axis that runs down the plot: a tick where each year (or month) begins, its name to the left.

use super::sketch::Sketch;
use crate::geom::Point;
use crate::locale::{Period, PeriodStyle, Precision};
use crate::scene::{Anchor, Role};

/// The least distance between two ticks, in CSS pixels.
const APART: f64 = 26.0;

/// The ticks between two days (from 1970-01-01): years in round steps where they fit, else months. At most `most`.
fn ticks(from: f64, till: f64, most: usize) -> Vec<Period> {
    if !(from.is_finite() && till > from) {
        return Vec::new();
    }
    let (start, end) = (from.ceil() as i64, till.floor() as i64);
    let begins = |precision: Precision, every: fn(i32, i32) -> bool, step: i32| {
        let mut found: Vec<Period> = Vec::new();
        let mut period = Period::holding(start, precision);
        // Periods are few: the steps grow until so many fit. One more than `most` is enough to know.
        for _ in 0..12_000 {
            let day = period.start_day();
            if day > end || found.len() > most {
                break;
            }
            if day >= start && every(number(&period), step) {
                found.push(period);
            }
            period = period.next();
        }
        found
    };
    let every = |number: i32, step: i32| number.rem_euclid(step) == 0;
    let months = begins(Precision::Month, every, 1);
    if till - from < 800.0 && (2..=most).contains(&months.len()) {
        return months;
    }
    let quarters = begins(Precision::Month, every, 3);
    if till - from < 800.0 && (2..=most).contains(&quarters.len()) {
        return quarters;
    }
    for step in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] {
        let years = begins(Precision::Year, every, step);
        if years.len() <= most {
            return years;
        }
    }
    Vec::new()
}

/// A year's number, or a month's counted from 0 in its year.
fn number(period: &Period) -> i32 {
    match period {
        Period::Month(_, month) => i32::from(*month) - 1,
        other => other.year(),
    }
}

/// A tick's words: a year, or a month with its year where that begins.
fn words(sketch: &Sketch, period: &Period, first: bool) -> String {
    let style = if first || number(period) == 0 { PeriodStyle::Short } else { PeriodStyle::Tick };
    sketch.env.locale.period(period, style)
}

/// The room that the names of the ticks between two days take, in CSS pixels.
pub(super) fn widest(sketch: &Sketch, from: f64, till: f64) -> f64 {
    let style = sketch.env.theme.small;
    let ticks = ticks(from, till, 40);
    let width = |(i, period): (usize, &Period)| sketch.measure(&words(sketch, period, i == 0), style);
    ticks.iter().enumerate().map(width).fold(0.0, f64::max)
}

/// Draws the ticks to the left of an axis at `x`; the scale is a place and a length per day, in CSS pixels.
pub(super) fn draw(sketch: &mut Sketch, (from, till): (f64, f64), (zero, per_day): (f64, f64), x: f64) {
    let theme = sketch.env.theme;
    let style = theme.small;
    let most = ((till - from) * per_day / APART) as usize;
    for (i, period) in ticks(from, till, most.min(40)).iter().enumerate() {
        let y = zero + period.start_day() as f64 * per_day;
        sketch.rule(Role::Axis, Point::new(x - 4.0, y), Point::new(x, y), 0.0, theme.zero);
        let text = words(sketch, period, i == 0);
        // Never wider than the room measured for it: fewer ticks are never wider ones, but their first may be.
        let text = sketch.fit(&text, x - 8.0, 1, style).pop().unwrap_or_default();
        let at = Point::new(x - 8.0, y + style.cap_height() / 2.0);
        sketch.text(Role::Axis, None, &text, at, Anchor::Right, (style, theme.muted));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_years_or_the_months_of_a_short_time() {
        let day = |year| Period::Year(year).start_day() as f64;
        let years: Vec<i32> = ticks(day(1603), day(1821), 9).iter().map(Period::year).collect();
        assert_eq!(years, [1650, 1700, 1750, 1800]);
        assert_eq!(ticks(day(2020), day(2021), 14).len(), 13);
        assert_eq!(ticks(day(2020), day(2021), 5).len(), 5);
        assert!(ticks(f64::INFINITY, f64::NEG_INFINITY, 5).is_empty());
    }
}
