//! Scales and ticks, against slow and obvious versions of themselves, and against a table that a person has read.
#![cfg(not(target_arch = "wasm32"))]
// The helpers of a test fail as the test does: by a panic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use indicator_chart::locale::{Period, Precision};
use indicator_chart::scale::{Band, Linear, PeriodScale, nice, place, ticks, ticks_around};
use proptest::prelude::*;
use std::fmt::Write;

/// The round steps that a person would name, smallest first.
fn round_steps() -> Vec<f64> {
    let mut steps = Vec::new();
    for power in -30..30 {
        for lead in ["1", "2", "2.5", "5"] {
            if lead != "2.5" || power > 0 {
                steps.push(format!("{lead}e{power}").parse().unwrap());
            }
        }
    }
    steps
}

/// The step whose ratio to the wished one is nearest to 1.
fn obvious_step(low: f64, high: f64, about: usize) -> f64 {
    let wish = (high - low) / about as f64;
    let away = |step: &f64| (step / wish).ln().abs();
    round_steps().into_iter().min_by(|a, b| away(a).total_cmp(&away(b))).unwrap()
}

proptest! {
    #[test]
    fn ticks_are_those_of_the_obvious_search(low in -1e6..1e6_f64, span in 1e-3..1e7_f64, about in 2_usize..10) {
        let high = low + span;
        let step = obvious_step(low, high, about);
        let found = ticks(low, high, about);
        for pair in found.windows(2) {
            let ratio = (pair[1] - pair[0]) / step;
            prop_assert!((ratio - 1.0).abs() < 1e-6, "{found:?}, step {step}");
        }
        let room = step * 1e-6;
        prop_assert!(found.iter().all(|v| *v >= low - room && *v <= high + room));
        // None is left out: one step further on either side is outside.
        if let (Some(first), Some(last)) = (found.first(), found.last()) {
            prop_assert!(first - step < low + room && last + step > high - room);
        }
        for tick in &found {
            let whole = tick / step;
            prop_assert!((whole - whole.round()).abs() < 1e-5, "{tick} is no multiple of {step}");
        }
    }

    #[test]
    fn ticks_around_hold_the_domain_and_the_ticks(low in -1e9..1e9_f64, span in 1e-2..1e10_f64, about in 1_usize..12) {
        let high = low + span;
        let around = ticks_around(low, high, about);
        let (first, last) = (around[0], around[around.len() - 1]);
        let room = span * 1e-8;
        prop_assert!(first <= low + room && last >= high - room);
        prop_assert_eq!(nice(low, high, about), (first, last));
        prop_assert!(around.len() <= 2 * about + 3);
        for tick in ticks(low, high, about) {
            prop_assert!(around.contains(&tick));
        }
        if around.len() > 2 {
            // No wider than it takes.
            prop_assert!(around[1] >= low - room && around[around.len() - 2] <= high + room);
        }
    }

    #[test]
    fn ticks_are_written_with_few_digits(low in 0..1000_i32, span in 1..1000_i32, power in -20..20_i32) {
        let (low, high) = (format!("{low}e{power}"), format!("{}e{power}", low + span));
        for tick in ticks(low.parse().unwrap(), high.parse().unwrap(), 5) {
            let digits = format!("{tick:e}");
            let lead = digits.split('e').next().unwrap();
            prop_assert!(lead.len() < 8, "{digits}");
        }
    }

    #[test]
    fn nothing_breaks_on_any_number(low: f64, high: f64, value: f64, about: usize) {
        for found in [ticks(low, high, about), ticks_around(low, high, about)] {
            prop_assert!(found.len() <= 300);
            prop_assert!(found.iter().all(|v| v.is_finite()));
            prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "{found:?}");
        }
        for domain in [(low, high), (high, low), (low, low), (0.0, f64::from_bits(1))] {
            let place = Linear { domain, range: (300.0, 0.0) }.at(value);
            prop_assert!(place.is_finite() || value.is_nan());
        }
    }

    #[test]
    fn a_linear_scale_is_the_straight_line_through_its_ends(
        low in -1e6..1e6_f64, span in 1e-3..1e6_f64, share in -2.0..3.0_f64, end in -500.0..500.0_f64,
    ) {
        let scale = Linear { domain: (low, low + span), range: (10.0, end) };
        prop_assert!((scale.at(low + span * share) - (10.0 + (end - 10.0) * share)).abs() < 1e-4);
        let back = Linear { domain: (low + span, low), range: (end, 10.0) };
        prop_assert!((scale.at(low + span * share) - back.at(low + span * share)).abs() < 1e-4);
    }

    #[test]
    fn bands_share_out_the_range(count in 1_usize..500, from in -100.0..100.0_f64, length in 1.0..2000.0_f64) {
        let band = Band { count, range: (from, from + length), fill: 2.0 / 3.0 };
        for index in 0..count {
            let (start, end) = (band.center(index) - band.width() / 2.0, band.center(index) + band.width() / 2.0);
            prop_assert!(start >= from && end <= from + length + 1e-9);
            if index > 0 {
                prop_assert!(band.center(index - 1) + band.width() / 2.0 < start);
            }
        }
    }
}

proptest! {
    #[test]
    fn periods_stand_evenly_in_days_and_their_ticks_thin_out(
        day in -100_000..100_000_i64, length in 0..60_000_i64, index in 0..6_usize, other in 0..6_usize,
    ) {
        let periods = [day, day + length / 3, day + length]
            .map(|day| Period::holding(day, Precision::ALL[if day % 2 == 0 { index } else { other }]));
        let scale = PeriodScale::over(&periods, (40.0, 600.0)).unwrap();
        let (mut first, mut last) = (periods[0], periods[0]);
        for period in periods {
            if period.middle_day() < first.middle_day() { first = period }
            if period.middle_day() > last.middle_day() { last = period }
        }
        let span = last.middle_day() - first.middle_day();
        for period in periods {
            let share = if span == 0.0 { 0.5 } else { (period.middle_day() - first.middle_day()) / span };
            prop_assert!((scale.at(&period) - (40.0 + 560.0 * share)).abs() < 1e-6);
        }
        let finest = periods.map(|period| period.precision()).into_iter().max().unwrap();
        for set in scale.ticks() {
            prop_assert!(set.len() <= 102);
            prop_assert!(set.iter().all(|(tick, x)| tick.precision() <= finest && *x > 39.999 && *x < 600.001));
            prop_assert!(set.windows(2).all(|pair| pair[0].1 < pair[1].1));
            // One step from tick to tick, whatever the unit.
            let steps: Vec<i64> = set.windows(2).map(|pair| place(&pair[1].0) - place(&pair[0].0)).collect();
            prop_assert!(steps.windows(2).all(|pair| pair[0] == pair[1]));
        }
    }

    #[test]
    fn places_count_on_from_period_to_period(day in -1_000_000..1_000_000_i64, index in 0..6_usize) {
        let period = Period::holding(day, Precision::ALL[index]);
        prop_assert_eq!(place(&period.next()), place(&period) + 1);
    }
}

proptest! {
    #[test]
    fn no_tick_below_ten_years_stands_for_a_year_without_data(from in -3000..3000_i32, stride in 1..40_i32, count in 2..40_i32) {
        let periods: Vec<Period> = (0..count).map(|at| Period::Year(from + at * stride)).collect();
        let scale = PeriodScale::over(&periods, (0.0, 1.0)).unwrap().spaced(&mut periods.iter().copied());
        for set in scale.ticks().filter(|set| set.len() > 1) {
            let step = place(&set[1].0) - place(&set[0].0);
            let own = set.iter().all(|(tick, _)| periods.contains(tick));
            prop_assert!(own || (step >= 10 && step >= i64::from(stride)), "{:?} of {:?}", set, periods);
        }
    }
}

/// Every set of ticks of a scale, from many to few.
fn sets(from: &str, till: &str) -> Vec<String> {
    let periods = [from, till].map(|text| Period::parse(text).unwrap());
    let say = |period: &Period| match *period {
        Period::Year(y) => y.to_string(),
        Period::Half(y, h) => format!("{y}H{h}"),
        Period::Quarter(y, q) => format!("{y}Q{q}"),
        Period::Month(y, m) => format!("{y}-{m:02}"),
        Period::Week(y, w) => format!("{y}W{w:02}"),
        Period::Day(y, m, d) => format!("{y}-{m:02}-{d:02}"),
    };
    let scale = PeriodScale::over(&periods, (0.0, 1.0)).unwrap();
    let sets = scale.ticks().filter(|set| (2..=9).contains(&set.len()));
    sets.map(|set| set.iter().map(|(tick, _)| say(tick)).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn ticks_of_periods_are_those_that_people_would_choose() {
    assert_eq!(sets("2015", "2020"), ["2015 2016 2017 2018 2019 2020", "2015 2020"]);
    assert_eq!(
        sets("2001", "2017"),
        ["2001 2003 2005 2007 2009 2011 2013 2015 2017", "2001 2005 2009 2013 2017", "2005 2010 2015"]
    );
    assert_eq!(
        sets("1880", "2023"),
        ["1880 1900 1920 1940 1960 1980 2000 2020", "1900 1925 1950 1975 2000", "1900 1950 2000", "1900 2000"]
    );
    assert_eq!(sets("2019-Q1", "2021-Q4"), ["2019Q1 2019Q3 2020Q1 2020Q3 2021Q1 2021Q3", "2019 2020 2021"]);
    assert_eq!(sets("2020-03", "2020-08"), ["2020-03 2020-04 2020-05 2020-06 2020-07 2020-08", "2020-04 2020-07"]);
    assert_eq!(sets("2015-01-01", "2015-12-31"), ["2015-01 2015-04 2015-07 2015-10", "2015-01 2015-07"]);
    assert_eq!(
        sets("2020-02-27", "2020-03-12"),
        ["2020-02-28 2020-03-01 2020-03-03 2020-03-05 2020-03-07 2020-03-09 2020-03-11", "2020-03-02 2020-03-09"]
    );
    assert_eq!(
        sets("2019-W50", "2020-W03"),
        ["2019W50 2019W51 2019W52 2020W01 2020W02 2020W03", "2019W51 2020W01 2020W03"]
    );
    assert_eq!(sets("2018-H2", "2020-H1"), ["2018H2 2019H1 2019H2 2020H1", "2019 2020"]);
    let fives = ["2005", "2010", "2015", "2020"].map(|text| Period::parse(text).unwrap());
    let scale = PeriodScale::over(&fives, (0.0, 1.0)).unwrap().spaced(&mut fives.into_iter());
    assert_eq!(scale.ticks().find(|set| set.len() > 1).unwrap().len(), 4);
    assert_eq!(PeriodScale::over(&[], (0.0, 1.0)), None);
    let alone = PeriodScale::over(&[Period::Year(2020)], (0.0, 100.0)).unwrap();
    assert_eq!(alone.at(&Period::Year(2020)), 50.0);
}

#[test]
fn the_largest_the_smallest_and_the_equal() {
    assert_eq!(ticks(0.0, 0.0, 5), [0.0; 0]);
    assert_eq!(ticks(7.0, 7.0, 5), [0.0; 0]);
    assert_eq!(nice(7.0, 7.0, 5), (7.0, 7.0));
    assert_eq!(ticks(10.0, 0.0, 5), ticks(0.0, 10.0, 5));
    assert_eq!(ticks(f64::NAN, 1.0, 5), [0.0; 0]);
    assert_eq!(ticks(0.0, f64::INFINITY, 5), [0.0; 0]);
    assert_eq!(ticks(0.0, 5e-324, 5), [0.0; 0]);
    let near = |found: Vec<f64>, wanted: &[f64]| {
        found.len() == wanted.len() && found.iter().zip(wanted).all(|(a, b)| (a - b).abs() <= b.abs() * 1e-14)
    };
    assert!(near(ticks(0.0, 1e300, 4), &[0.0, 2.5e299, 5e299, 7.5e299, 1e300]));
    assert!(near(ticks(-1.7e308, 1.7e308, 4), &[-1e308, 0.0, 1e308]));
    assert_eq!(Linear { domain: (-1.7e308, 1.7e308), range: (0.0, 100.0) }.at(0.0), 50.0);
    assert_eq!(Linear { domain: (5.0, 5.0), range: (0.0, 100.0) }.at(5.0), 50.0);
    assert_eq!(Band { count: 0, range: (0.0, 10.0), fill: 0.5 }.step(), 0.0);
}

/// Domains of the size that news has: shares, rates, counts, money, indices, temperatures, balances.
fn domains() -> Vec<(f64, f64)> {
    let mut domains = Vec::new();
    for high in [1.0, 1.3, 2.0, 3.54, 4.7, 6.0, 9.9, 10.0, 12.0, 17.5, 24.0, 31.0, 50.9, 66.0, 80.0, 99.0, 100.0] {
        for times in [0.01, 1.0, 100.0, 1e6] {
            domains.push((0.0, high * times));
        }
    }
    for (low, high) in [
        (47.9, 50.9),
        (37.2, 37.9),
        (313.0, 372.0),
        (313.0, 419.0),
        (95.0, 105.0),
        (98.6, 121.3),
        (60.0, 75.0),
        (1958.0, 2001.0),
        (2015.0, 2020.0),
        (1.0, 20.0),
        (1.0, 33.0),
        (1.0, 100.0),
        (72.4, 83.1),
        (99.1, 99.9),
        (0.91, 1.08),
        (7387.0, 11000.0),
        (1e9, 1.4e9),
        (0.001, 0.0023),
        (14.2, 15.1),
        (21.0, 23.0),
        (400.0, 1200.0),
        (-0.5, 1.2),
        (-3.0, 4.0),
        (-10.0, 25.0),
        (-25.0, 10.0),
        (-100.0, 100.0),
        (-40.0, -12.0),
        (-0.08, 0.31),
        (-1200.0, 300.0),
        (-7.5, 7.5),
        (-1.0, 0.0),
        (-273.15, 100.0),
    ] {
        domains.push((low, high));
        domains.push((low / 10.0, high / 10.0));
        domains.push((low * 1000.0, high * 1000.0));
    }
    for start in 1..=40 {
        let low = f64::from(start * start) * 1.7;
        domains.push((low, low + f64::from(start) * 2.3));
    }
    domains
}

#[test]
fn the_ticks_of_the_table_that_was_read() {
    let mut table = String::from("low high | about 4 inside | about 5 around\n");
    let say = |list: Vec<f64>| list.iter().map(f64::to_string).collect::<Vec<_>>().join(" ");
    let short = |v: f64| ((v * 1e6).round() / 1e6).to_string();
    for (low, high) in domains() {
        let (inside, around) = (say(ticks(low, high, 4)), say(ticks_around(low, high, 5)));
        writeln!(table, "{} {} | {inside} | {around}", short(low), short(high)).unwrap();
    }
    assert!(table.lines().count() > 200);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scale/ticks.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    let read = std::fs::read_to_string(path).unwrap();
    for (now, then) in table.lines().zip(read.lines()) {
        assert_eq!(now, then, "ticks changed; read the new table and run again with UPDATE=1");
    }
    assert_eq!(table.lines().count(), read.lines().count());
}
