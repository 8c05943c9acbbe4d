use super::Linear;
use crate::locale::{Period, Precision};

/// A scale from calendar periods to CSS pixels, even in days: a period stands at the middle of its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodScale {
    /// Days from 1970-01-01, the middle of the first and of the last period, and where they stand in CSS pixels.
    days: Linear,
    /// The finest precision among the periods.
    finest: Precision,
    /// Years that have data are a multiple of so many apart; 1 where nothing is known of it.
    stride: i64,
}

/// The tick steps from fine to coarse: so many of a unit. Which of them suit depends on the data's own precision.
const STEPS: [(Precision, i64); 26] = [
    (Precision::Day, 1),
    (Precision::Day, 2),
    (Precision::Day, 7),
    (Precision::Day, 14),
    (Precision::Week, 1),
    (Precision::Week, 2),
    (Precision::Week, 4),
    (Precision::Month, 1),
    (Precision::Month, 3),
    (Precision::Month, 6),
    (Precision::Quarter, 1),
    (Precision::Quarter, 2),
    (Precision::Half, 1),
    (Precision::Year, 1),
    (Precision::Year, 2),
    (Precision::Year, 3),
    (Precision::Year, 4),
    (Precision::Year, 5),
    (Precision::Year, 10),
    (Precision::Year, 20),
    (Precision::Year, 25),
    (Precision::Year, 50),
    (Precision::Year, 100),
    (Precision::Year, 200),
    (Precision::Year, 500),
    (Precision::Year, 1000),
];

/// No axis has room for more ticks.
const MOST: f64 = 100.0;

impl PeriodScale {
    /// The scale whose range (left and right end, in CSS pixels) runs from the first to the last of the periods,
    /// in whatever order they come. `None` where there are none. One alone stands in the middle.
    pub fn over(periods: &[Period], range: (f64, f64)) -> Option<Self> {
        let mut found: Option<Self> = None;
        for period in periods {
            let (middle, precision) = (period.middle_day(), period.precision());
            let scale = found.get_or_insert(Self {
                days: Linear { domain: (middle, middle), range },
                finest: precision,
                stride: 1,
            });
            scale.days.domain.0 = scale.days.domain.0.min(middle);
            scale.days.domain.1 = scale.days.domain.1.max(middle);
            scale.finest = scale.finest.max(precision);
        }
        found
    }

    /// The same scale, whose ticks stand for none of the years that all of these, the data's own, leave out between them.
    pub fn spaced(self, periods: &mut dyn Iterator<Item = Period>) -> Self {
        if self.finest != Precision::Year {
            return self;
        }
        let (mut first, mut stride) = (None, 0);
        for period in periods {
            let year = i64::from(period.year());
            stride = common(stride, year - *first.get_or_insert(year));
        }
        Self { stride: stride.max(1), ..self }
    }

    /// Where a period stands, in CSS pixels.
    pub fn at(&self, period: &Period) -> f64 {
        self.at_day(period.middle_day())
    }

    /// Where a day stands, counted from 1970-01-01, in CSS pixels.
    pub fn at_day(&self, day: f64) -> f64 {
        self.days.at(day)
    }

    /// Where a line at a period stands, in CSS pixels: a period coarser than the data at its beginning, where its tick is.
    pub fn mark(&self, period: &Period) -> f64 {
        let first = Period::holding(period.start_day(), self.finest);
        self.at(if period.precision() < self.finest { &first } else { period })
    }

    /// Where a period begins and ends, in CSS pixels; may lie outside the range.
    pub fn span(&self, period: &Period) -> (f64, f64) {
        (self.days.at(period.start_day() as f64), self.days.at(period.next().start_day() as f64))
    }

    /// The finest precision among the periods.
    pub fn finest(&self) -> Precision {
        self.finest
    }

    /// The same scale over another range, in CSS pixels.
    pub fn across(&self, range: (f64, f64)) -> Self {
        Self { days: Linear { range, ..self.days }, ..*self }
    }

    /// The same scale turned about the middle of a plot so many CSS pixels wide.
    pub fn mirrored(&self, width: f64) -> Self {
        self.across((width - self.days.range.0, width - self.days.range.1))
    }

    /// The same scale moved, by CSS pixels.
    pub fn shifted(&self, by: f64) -> Self {
        self.across((self.days.range.0 + by, self.days.range.1 + by))
    }

    /// Sets of ticks from many to few, each with the place of every tick in CSS pixels: every round year, quarter,
    /// month, week or day within the range, never finer than the data. A tick coarser than the data stands where
    /// the first of the data's periods in it does: "2015" under January 2015.
    pub fn ticks(&self) -> impl Iterator<Item = Vec<(Period, f64)>> + '_ {
        let suits = |unit: Precision| {
            unit == self.finest || unit == Precision::Year || (unit == Precision::Month && self.finest > unit)
        };
        STEPS.iter().filter(move |(unit, _)| suits(*unit)).map(|&(unit, step)| self.ticked(unit, step))
    }

    /// The ticks at every so many of a unit; none where they would be far too many, or would not look round.
    fn ticked(&self, unit: Precision, step: i64) -> Vec<(Period, f64)> {
        let (from, till) = self.days.domain;
        let mut found = Vec::new();
        if (till - from) / days_in(unit) / step as f64 > MOST {
            return found;
        }
        // No tick stands for years that have no data. From ten years on, round ones are looked for all the same.
        if self.finest == Precision::Year && (step < self.stride || (step < 10 && step % self.stride != 0)) {
            return found;
        }
        let mut tick = Period::holding(from.floor() as i64, unit);
        // Where steps from the first year lead right to the last, both ends are ticked and all steps are alike.
        let (first, last) = (place(&tick), place(&Period::holding(till.floor() as i64, unit)));
        let even = self.finest == Precision::Year && (last - first).rem_euclid(step) == 0;
        let own = step % self.stride == 0 && first % self.stride != 0;
        let offset = if even || own { first } else { 0 };
        // Every second, third or fourth year looks round from an end only.
        let loose = matches!(step, 3 | 4) || (step == 2 && self.finest == Precision::Year);
        if !even && loose && unit == Precision::Year {
            return found;
        }
        while tick.start_day() as f64 <= till {
            let day = Period::holding(tick.start_day(), self.finest).middle_day();
            if (place(&tick) - offset).rem_euclid(step) == 0 && day >= from && day <= till {
                found.push((tick, self.days.at(day)));
            }
            tick = tick.next();
        }
        found
    }
}

/// The place of a period among all of its precision, counted so that round ones are multiples: a year is its own
/// number, months are counted from January of the year 0, weeks and days from a Monday (5 January 1970).
pub fn place(period: &Period) -> i64 {
    let in_year = |year: i32, part: u8, parts: i64| i64::from(year) * parts + i64::from(part) - 1;
    match *period {
        Period::Year(year) => i64::from(year),
        Period::Half(year, half) => in_year(year, half, 2),
        Period::Quarter(year, quarter) => in_year(year, quarter, 4),
        Period::Month(year, month) => in_year(year, month, 12),
        Period::Week(..) => (period.start_day() - 4).div_euclid(7),
        Period::Day(..) => period.start_day() - 4,
    }
}

/// The greatest common divisor (Euclid).
fn common(one: i64, other: i64) -> i64 {
    let (mut one, mut other) = (one.abs(), other.abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// How long a unit is, about, in days.
fn days_in(unit: Precision) -> f64 {
    match unit {
        Precision::Year => 365.0,
        Precision::Half => 182.0,
        Precision::Quarter => 91.0,
        Precision::Month => 30.0,
        Precision::Week => 7.0,
        Precision::Day => 1.0,
    }
}
