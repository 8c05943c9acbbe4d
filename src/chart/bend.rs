//! Logarithmic axes: what they cover, their ticks and finer lines, and how the reader is told.

use super::extent::Extent;
use super::value;
use crate::each::each;
use crate::locale::{Locale, Message, power};
use crate::mention::mentions;
use crate::scale::{Bend, Scale};
use crate::spec::{Checked, Scaling};

/// Between any two fine lines at least this many CSS pixels stay free.
const APART: f64 = 4.0;

/// How the axis of the values is bent, or that of the numbers `across` the width.
pub(super) fn of(checked: &Checked, across: bool) -> Bend {
    let scaling = if across { checked.scale.0 } else { checked.scale.1 };
    match scaling {
        Scaling::Linear => Bend::Straight,
        Scaling::Log => Bend::Log,
        Scaling::Symlog => {
            let (mut smallest, mut largest) = (f64::INFINITY, 0.0_f64);
            for row in &checked.rows {
                let size = if across { row.across } else { row.value }.map_or(0.0, f64::abs);
                largest = largest.max(size);
                if size > 0.0 {
                    smallest = smallest.min(size);
                }
            }
            if largest > 0.0 { Bend::symlog(smallest, largest) } else { Bend::Straight }
        }
    }
}

/// What a bent axis covers, from `low` to `high` or to the ends that the author `wanted`, and its ticks.
pub(super) fn extent(bend: Bend, (low, high): (f64, f64), wanted: (Option<f64>, Option<f64>), about: usize) -> Extent {
    let (mut from, mut to) = bend.nice(low, high, about);
    if from == to {
        // One value alone stands in the middle.
        (from, to) = if bend == Bend::Log { (from / 2.0, to * 2.0) } else { (from.min(0.0), to.max(1.0)) };
    }
    let (own_from, own_to) = (wanted.0.unwrap_or(from), wanted.1.unwrap_or(to));
    let told = wanted != (None, None) && own_from < own_to.min(high) && own_to > low;
    if told {
        (from, to) = (own_from, own_to);
    }
    let mut ticks = bend.ticks(from, to, about);
    // The end of the axis is said where it is not near the last tick.
    let span = bend.of(to) - bend.of(from);
    let rest = ticks.last().map_or(0.0, |last| bend.of(to) - bend.of(*last));
    if !told && rest > span * 0.12 {
        ticks.push(to);
    }
    Extent { domain: (from, to), ticks, bend }
}

/// The ticks in words, the unit left out: each with its own digits, from a million on (in Chinese, Japanese and
/// Korean from ten thousand on) in the language's compact form.
pub(super) fn tick_words(locale: &dyn Locale, ticks: &[f64]) -> Vec<String> {
    let long = if locale.has_myriads() { 1e4 } else { 1e6 };
    each(ticks, &mut |tick| {
        let written = || {
            if tick.abs() >= long { locale.compact(*tick) } else { locale.number(*tick, value::digits(*tick)) }
        };
        power(locale, *tick).unwrap_or_else(written)
    })
}

/// The finer values between ticks that are powers of ten: two to nine times each, where they stand apart enough to
/// be seen crowding toward the next. None where the ticks say so themselves.
pub(super) fn finer(bend: Bend, ticks: &[f64], domain: (f64, f64), scale: &Scale) -> Vec<f64> {
    let tenfold = |pair: &[f64]| matches!(pair, [a, b] if (b / a - 10.0).abs() < 1e-6 || (a / b - 10.0).abs() < 1e-6);
    let mut found = Vec::new();
    if bend == Bend::Straight || !ticks.windows(2).any(tenfold) {
        return found;
    }
    for tick in ticks.iter().filter(|tick| **tick != 0.0) {
        // Down from the first tick, too: its own power and the one below.
        for part in [tick / 10.0, *tick] {
            if (scale.at(part * 10.0) - scale.at(part * 9.0)).abs() < APART {
                continue;
            }
            for times in 2..10 {
                let value = part * f64::from(times);
                if value > domain.0 && value < domain.1 && !found.contains(&value) && !near(ticks, value) {
                    found.push(value);
                }
            }
        }
    }
    found
}

/// Whether a value is one of the ticks.
fn near(ticks: &[f64], value: f64) -> bool {
    ticks.iter().any(|tick| (tick - value).abs() <= tick.abs() * 1e-9)
}

/// What a reader must be told of an axis, in words: "logarithmic scale"; `None` of an even one.
pub(super) fn words(locale: &dyn Locale, scaling: Scaling) -> Option<String> {
    let message = match scaling {
        Scaling::Linear => return None,
        Scaling::Log => Message::LogScale,
        Scaling::Symlog => Message::SymlogScale,
    };
    Some(locale.say(message, &[]))
}

/// Whether the author has told of the scale already.
pub(super) fn is_told(text: &str) -> bool {
    mentions(text, "logarithm") || mentions(text, "对数")
}

#[cfg(test)]
mod tests {
    use super::super::stage::{PLAIN, checked, holds_at_every_width, stage, texts};
    use super::*;
    use crate::locale::Period;
    use crate::scene::{Role, Shape};
    use crate::spec::{Kind, Row};

    fn rows(values: &[f64]) -> Vec<Row> {
        let year = |at: usize| Some(Period::Year(2000 + at as i32));
        values
            .iter()
            .enumerate()
            .map(|(at, value)| Row { period: year(at), value: Some(*value), ..Row::default() })
            .collect()
    }

    fn line(values: &[f64], scaling: Scaling) -> Checked {
        Checked { scale: (Scaling::Linear, scaling), ..checked(Kind::Line, rows(values)) }
    }

    #[test]
    fn the_same_ratio_is_the_same_rise() {
        let scene = stage(&line(&[1.0, 10.0, 100.0, 1000.0], Scaling::Log), 640.0).value;
        let y: Vec<f64> = scene.data.iter().map(|datum| datum.anchor.y).collect();
        let rises: Vec<f64> = y.windows(2).map(|pair| pair[0] - pair[1]).collect();
        assert!(rises.iter().all(|rise| (rise - rises[0]).abs() < 1e-6 && *rise > 20.0), "{rises:?}");
        for tick in ["1", "10", "100", "1,000"] {
            assert!(texts(&scene).contains(&tick), "{tick} of {:?}", texts(&scene));
        }
    }

    #[test]
    fn the_grid_shows_that_it_is_uneven() {
        let scene = stage(&line(&[3.0, 40.0, 900.0], Scaling::Log), 640.0).value;
        let mut heights: Vec<f64> = Vec::new();
        for mark in &scene.marks {
            if let (Role::Grid, Shape::Rule { from, .. }) = (mark.role, &mark.shape) {
                heights.push(from.y);
            }
        }
        heights.sort_by(f64::total_cmp);
        let gaps: Vec<f64> = heights.windows(2).map(|pair| pair[1] - pair[0]).filter(|gap| *gap > 0.1).collect();
        let (least, most) = (gaps.iter().fold(f64::MAX, |a, b| a.min(*b)), gaps.iter().fold(0.0_f64, |a, b| a.max(*b)));
        assert!(gaps.len() > 6 && most > least * 1.5, "{gaps:?}");
    }

    #[test]
    fn both_sides_of_zero_have_a_place() {
        let scene = stage(&line(&[-900.0, -2.0, 0.0, 5.0, 70_000.0], Scaling::Symlog), 640.0).value;
        let y: Vec<f64> = scene.data.iter().map(|datum| datum.anchor.y).collect();
        assert!(y.windows(2).all(|pair| pair[0] > pair[1]), "{y:?}");
        assert!(texts(&scene).contains(&"0"));
    }

    #[test]
    fn hard_numbers_stay_inside() {
        let hard: [&[f64]; 7] = [
            &[1e-300, 1e300],
            &[5e-324, 1.0],
            &[7.0],
            &[7.0, 7.0, 7.0],
            &[99.0, 100.0],
            &[0.0, 0.0],
            &[-1e300, 1e-300, 0.0, 1e300],
        ];
        for values in hard {
            if values.iter().all(|value| *value > 0.0) {
                holds_at_every_width(&line(values, Scaling::Log));
            }
            holds_at_every_width(&line(values, Scaling::Symlog));
        }
    }

    #[test]
    fn ticks_have_their_own_digits() {
        assert_eq!(tick_words(&PLAIN, &[0.01, 1.0, 100.0, 10_000.0]), ["0.01", "1", "100", "10,000"]);
    }
}
