//! Logarithmic scales against slow and obvious versions of themselves; ticks of logarithmic and period scales against
//! tables that a person has read. `UPDATE=1 cargo test --test log_scale` rewrites the tables.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use indicator_chart::locale::Period;
use indicator_chart::scale::{Bend, PeriodScale, Scale, ticks};
use proptest::prelude::*;
use std::fmt::Write;

/// Every number of these leads times every `every`th power of ten, as a person would write it, in a domain.
fn obvious_round(low: f64, high: f64, leads: &[&str], every: i32) -> Vec<f64> {
    let mut found = Vec::new();
    for power in -324..309 {
        for lead in leads {
            let value: f64 = format!("{lead}e{power}").parse().unwrap();
            if power % every == 0 && value >= low * (1.0 - 1e-9) && value <= high * (1.0 + 1e-9) && value.is_finite() {
                found.push(value);
            }
        }
    }
    found
}

/// The first of these sets that has no more than two over the wish; over less than a power of ten even steps, where
/// that leaves fewer than three.
fn obvious_ticks(low: f64, high: f64, about: usize) -> Vec<f64> {
    let mut sets = vec![obvious_round(low, high, &["1", "2", "5"], 1)];
    sets.extend([1, 2, 3, 5, 10, 20, 50, 100, 200].map(|every| obvious_round(low, high, &["1"], every)));
    let chosen = sets.iter().find(|set| set.len() <= about + 2).unwrap_or(&sets[9]).clone();
    let even = ticks(low, high, about);
    if chosen.len() < 3 && high / low < 10.0 && even.len() > chosen.len() { even } else { chosen }
}

fn alike(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= b.abs() * 1e-12)
}

proptest! {
    #[test]
    fn ticks_are_those_of_the_obvious_search(
        power in -280.0..280.0_f64, span in 0.0..25.0_f64, about in 2_usize..8,
    ) {
        let (low, high) = (10_f64.powf(power), 10_f64.powf(power + span));
        let (found, wanted) = (Bend::Log.ticks(low, high, about), obvious_ticks(low, high, about));
        prop_assert!(alike(&found, &wanted), "{low} to {high}: {found:?}, not {wanted:?}");
    }

    #[test]
    fn symmetric_ticks_are_the_obvious_ones_on_both_sides(
        below in 0.0..1e7_f64, above in 0.0..1e7_f64, power in -3..4_i32, about in 2_usize..8,
    ) {
        let even: f64 = format!("1e{power}").parse().unwrap();
        let bend = Bend::Symlog(even);
        let found = bend.ticks(-below, above, about);
        prop_assert!(found.len() <= about + 2 || found.len() <= ticks(-below, above, about).len());
        prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(found.iter().all(|tick| (-below * (1.0 + 1e-9)..=above * (1.0 + 1e-9)).contains(tick)));
        if !alike(&found, &ticks(-below, above, about)) {
            prop_assert!(found.contains(&0.0));
            for tick in found.iter().filter(|tick| **tick != 0.0) {
                prop_assert!(tick.abs() >= even * 0.999);
                let written = format!("{tick:e}");
                let lead = written.trim_start_matches('-').split('e').next().unwrap();
                prop_assert!(["1", "2", "5"].contains(&lead), "{tick}");
                // What is ticked on one side is on the other, as far as that reaches.
                if tick.abs() <= below && tick.abs() <= above {
                    prop_assert!(found.contains(&-tick));
                }
            }
        }
    }

    #[test]
    fn the_same_ratio_is_the_same_distance(
        low in 1e-6..1e6_f64, times in 1.5..1e6_f64, share in 0.0..1.0_f64, end in -500.0..500.0_f64,
    ) {
        let scale = Scale::new(Bend::Log, (low, low * times), (10.0, end));
        prop_assert!((scale.at(low * times.powf(share)) - (10.0 + (end - 10.0) * share)).abs() < 1e-6);
    }

    #[test]
    fn a_symmetric_logarithm_is_even_near_zero_and_odd(even in 1e-3..1e3_f64, value in 0.0..1e9_f64, more in 1.0..2.0_f64) {
        let bend = Bend::Symlog(even);
        prop_assert_eq!(bend.of(-value), -bend.of(value));
        prop_assert!(bend.of(value * more) >= bend.of(value));
        // Its slope at zero: 1 / (even · ln 10).
        let near = even * 1e-6;
        prop_assert!((bend.of(near) / near * even * core::f64::consts::LN_10 - 1.0).abs() < 1e-3);
        // Far out, a tenfold value is one unit further.
        let far = even * 1e8;
        prop_assert!((bend.of(far * 10.0) - bend.of(far) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn round_ends_hold_the_domain(power in -200.0..200.0_f64, span in 0.001..12.0_f64, about in 2_usize..8) {
        let (low, high) = (10_f64.powf(power), 10_f64.powf(power + span));
        let (from, to) = Bend::Log.nice(low, high, about);
        prop_assert!(from > 0.0 && from <= low * (1.0 + 1e-8) && to >= high * (1.0 - 1e-8));
        // At most the next round number on either side, or an even step.
        prop_assert!((to / from).log10() <= span + 0.8 || (to - from) <= (high - low) * 3.0, "{low} {high}: {from} {to}");
        for bend in [Bend::symlog(low, high), Bend::Symlog(1.0)] {
            let (from, to) = bend.nice(-high, low, about);
            prop_assert!(from <= -high * (1.0 - 1e-8) && to >= low * (1.0 - 1e-8) - high * 1e-8);
        }
    }

    #[test]
    fn nothing_breaks_on_any_number(low: f64, high: f64, value: f64, even: f64, about: usize) {
        for bend in [Bend::Straight, Bend::Log, Bend::Symlog(even.abs()), Bend::symlog(low.abs(), high.abs())] {
            let found = bend.ticks(low, high, about);
            prop_assert!(found.len() <= 300, "{}", found.len());
            prop_assert!(found.iter().all(|tick| tick.is_finite()));
            prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "{found:?}");
            let (from, to) = bend.nice(low, high, about);
            prop_assert!(!(low.is_finite() && high.is_finite()) || from <= to);
            for domain in [(low, high), (high, low), (low, low), (from, to), (0.0, f64::from_bits(1))] {
                let place = Scale::new(bend, domain, (300.0, 0.0)).at(value);
                prop_assert!(place.is_finite() || value.is_nan() || domain.0.is_nan() || domain.1.is_nan(), "{bend:?} {domain:?}");
            }
        }
    }
}

#[test]
fn the_ticks_that_people_would_choose() {
    let log = |low, high, about| Bend::Log.ticks(low, high, about);
    assert_eq!(log(1.0, 100.0, 5), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
    assert_eq!(log(1.0, 100.0, 3), [1.0, 10.0, 100.0]);
    assert_eq!(log(1.0, 1e4, 5), [1.0, 10.0, 100.0, 1000.0, 10_000.0]);
    assert_eq!(log(0.001, 1e9, 5), [0.01, 1.0, 100.0, 1e4, 1e6, 1e8]);
    assert_eq!(log(0.001, 1e9, 3), [0.001, 1.0, 1000.0, 1e6, 1e9]);
    assert_eq!(log(300.0, 900.0, 5), [300.0, 400.0, 500.0, 600.0, 700.0, 800.0, 900.0]);
    assert_eq!(log(0.0, 10.0, 5), [0.0; 0]);
    assert_eq!(Bend::Symlog(1.0).ticks(-1000.0, 1000.0, 5), [-1000.0, -100.0, -10.0, 0.0, 10.0, 100.0, 1000.0]);
    assert_eq!(Bend::Symlog(1.0).ticks(0.0, 1000.0, 5), [0.0, 1.0, 10.0, 100.0, 1000.0]);
    assert_eq!(Bend::symlog(3.0, 80_000.0), Bend::Symlog(1.0));
    assert_eq!(Bend::symlog(0.0, 1e6), Bend::Symlog(100.0));
    assert_eq!(Bend::Log.nice(270.0, 61_000.0, 5), (200.0, 100_000.0));
    assert_eq!(Bend::Symlog(1.0).nice(-40.0, 700.0, 5), (-50.0, 1000.0));
}

/// Compares a table with the one that was read, or rewrites it.
fn golden(name: &str, table: &str) {
    assert!(table.lines().count() > 200, "{name} has {} lines", table.lines().count());
    let path = format!("{}/tests/scale/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, table).unwrap();
    }
    let read = std::fs::read_to_string(&path).unwrap();
    for (now, then) in table.lines().zip(read.lines()) {
        assert_eq!(now, then, "ticks changed; read the new table and run again with UPDATE=1");
    }
    assert_eq!(table.lines().count(), read.lines().count());
}

fn say(list: &[f64]) -> String {
    list.iter().map(f64::to_string).collect::<Vec<_>>().join(" ")
}

fn short(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap()
}

/// Incomes, populations, cases, prices, concentrations, durations: what is drawn on logarithmic axes.
fn ratios() -> Vec<(f64, f64)> {
    let mut domains = Vec::new();
    for (low, high) in [(1.0, 10.0), (1.0, 1e3), (1.0, 1e6), (270.0, 61e3), (599.0, 132_877.0), (14.0, 2.4e6)] {
        for times in [1e-6, 0.01, 1.0, 37.0, 1e6] {
            domains.push((low * times, high * times));
        }
    }
    for low in [0.02, 0.3, 1.0, 1.7, 4.0, 6.3, 9.0, 25.0, 60.0, 313.0, 780.0, 5200.0] {
        for times in [1.2, 1.9, 2.6, 4.0, 7.5, 12.0, 40.0, 130.0, 900.0, 4e3, 3e4, 5e5, 8e7, 1e10, 1e15] {
            domains.push((low, low * times));
        }
    }
    domains
}

#[test]
fn the_logarithmic_ticks_of_the_table_that_was_read() {
    let mut table = String::from("low high | about 3 | about 5 | ends\n");
    for (low, high) in ratios() {
        let (few, many) = (Bend::Log.ticks(low, high, 3), Bend::Log.ticks(low, high, 5));
        let (from, to) = Bend::Log.nice(low, high, 5);
        let (low, high) = (short(low), short(high));
        writeln!(table, "{low} {high} | {} | {} | {from} {to}", say(&few), say(&many)).unwrap();
    }
    golden("log.txt", &table);
}

#[test]
fn the_symmetric_ticks_of_the_table_that_was_read() {
    let mut table = String::from("low high even to | about 3 | about 5 | ends\n");
    for high in [0.0, 0.4, 3.0, 12.0, 95.0, 400.0, 7200.0, 61e3, 1.3e6, 2e9] {
        for low in [0.0, -0.2, -2.0, -30.0, -550.0, -8e3, -2.5e5] {
            for even in [0.1, 1.0, 100.0] {
                if low == high {
                    continue;
                }
                let bend = Bend::Symlog(even);
                let (few, many) = (bend.ticks(low, high, 3), bend.ticks(low, high, 5));
                let (from, to) = bend.nice(low, high, 5);
                writeln!(table, "{low} {high} {even} | {} | {} | {from} {to}", say(&few), say(&many)).unwrap();
            }
        }
    }
    golden("symlog.txt", &table);
}

#[test]
fn the_ticks_of_periods_of_the_table_that_was_read() {
    let starts = ["1880", "1955", "1999", "2000", "2015", "2020"];
    let months = ["2007-01", "2015-03", "2019-11", "2020-01", "2021-07", "2023-12"];
    let mut spans: Vec<(Period, Period)> = Vec::new();
    let mut add = |starts: &[&str], lengths: &[usize]| {
        for start in starts {
            let first = Period::parse(start).unwrap();
            for length in lengths {
                let mut last = first;
                for _ in 0..*length {
                    last = last.next();
                }
                spans.push((first, last));
            }
        }
    };
    add(&starts, &[1, 2, 3, 5, 7, 10, 16, 23, 40, 75, 143]);
    add(&months, &[1, 2, 5, 8, 11, 12, 18, 35, 60, 130]);
    add(&["2015-Q1", "2018-Q3", "2020-Q4"], &[1, 3, 4, 7, 11, 20, 41]);
    add(&["2014-H1", "2019-H2"], &[1, 3, 6, 15]);
    add(&["2019-W50", "2020-W01", "2022-W36"], &[1, 3, 6, 12, 26, 52, 110]);
    add(&["2015-01-01", "2020-02-27", "2023-10-30"], &[1, 4, 9, 15, 30, 61, 180, 365, 1000]);
    let words = |period: &Period| match *period {
        Period::Year(y) => y.to_string(),
        Period::Half(y, h) => format!("{y}H{h}"),
        Period::Quarter(y, q) => format!("{y}Q{q}"),
        Period::Month(y, m) => format!("{y}-{m:02}"),
        Period::Week(y, w) => format!("{y}W{w:02}"),
        Period::Day(y, m, d) => format!("{y}-{m:02}-{d:02}"),
    };
    let mut table = String::from("first last | at most 4 | at most 9\n");
    for (first, last) in spans {
        let scale = PeriodScale::over(&[first, last], (0.0, 1.0)).unwrap();
        let of = |most: usize| {
            let set = scale.ticks().find(|set| !set.is_empty() && set.len() <= most).unwrap_or_default();
            set.iter().map(|(tick, _)| words(tick)).collect::<Vec<_>>().join(" ")
        };
        writeln!(table, "{} {} | {} | {}", words(&first), words(&last), of(4), of(9)).unwrap();
    }
    golden("period.txt", &table);
}
