//! Periods of the calendar: their days, their order, their neighbours.

mod calendar;
mod parse;
mod precision;
mod style;

pub use precision::Precision;
pub use style::PeriodStyle;

use core::cmp::Ordering;

/// A calendar period of a stated precision. Never an instant: no time zone can shift it.
///
/// Periods are ordered by their first day, and of those that begin together the shorter comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A year, −9999 to 9999.
    Year(i32),
    /// A half of a year: 1 or 2.
    Half(i32, u8),
    /// A quarter of a year: 1 to 4.
    Quarter(i32, u8),
    /// A month: 1 to 12.
    Month(i32, u8),
    /// An ISO 8601 week: 1 to 53, with its week-year.
    Week(i32, u8),
    /// A day: month 1 to 12, day 1 to 31, as many as the month has.
    Day(i32, u8, u8),
}

impl Period {
    /// The period that a whole number names: 2018 is a year, 20180430 a day. `None` for any other.
    pub fn numbered(number: f64) -> Option<Self> {
        let whole = number as i64;
        if whole as f64 != number {
            return None;
        }
        match whole {
            1_000..=9_999 => Some(Self::Year(whole as i32)),
            10_000_000..=99_999_999 => {
                parse::day((whole / 10_000) as i32, (whole / 100 % 100) as u8, (whole % 100) as u8)
            }
            _ => None,
        }
    }

    /// The period of that precision which holds a day, counted in days from 1970-01-01.
    pub fn holding(day: i64, precision: Precision) -> Self {
        if precision == Precision::Week {
            let (year, week) = calendar::week_of(day);
            return Self::Week(year, week);
        }
        let (year, month, date) = calendar::civil(day);
        match precision {
            Precision::Year => Self::Year(year),
            Precision::Half => Self::Half(year, (month - 1) / 6 + 1),
            Precision::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Precision::Month => Self::Month(year, month),
            Precision::Week | Precision::Day => Self::Day(year, month, date),
        }
    }

    /// How precisely it is stated.
    pub fn precision(&self) -> Precision {
        match self {
            Self::Year(_) => Precision::Year,
            Self::Half(..) => Precision::Half,
            Self::Quarter(..) => Precision::Quarter,
            Self::Month(..) => Precision::Month,
            Self::Week(..) => Precision::Week,
            Self::Day(..) => Precision::Day,
        }
    }

    /// Its year; of a week its week-year, which at a turn of the year may differ from that of its days.
    pub fn year(&self) -> i32 {
        match *self {
            Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Month(year, _)
            | Self::Week(year, _)
            | Self::Day(year, ..) => year,
        }
    }

    /// Its first day, in days from 1970-01-01, in the Gregorian calendar also before its time.
    pub fn start_day(&self) -> i64 {
        match *self {
            Self::Year(year) => calendar::day_number(year, 1, 1),
            Self::Half(year, half) => calendar::day_number(year, half * 6 - 5, 1),
            Self::Quarter(year, quarter) => calendar::day_number(year, quarter * 3 - 2, 1),
            Self::Month(year, month) => calendar::day_number(year, month, 1),
            Self::Week(year, week) => calendar::week_start(year, week),
            Self::Day(year, month, date) => calendar::day_number(year, month, date),
        }
    }

    /// Its last day, in days from 1970-01-01.
    pub fn end_day(&self) -> i64 {
        match self {
            Self::Day(..) => self.start_day(),
            Self::Week(..) => self.start_day() + 6,
            _ => self.next().start_day() - 1,
        }
    }

    /// The middle of its time, in days from 1970-01-01 at 0:00: of a day its noon.
    pub fn middle_day(&self) -> f64 {
        match self {
            Self::Day(..) => self.start_day() as f64 + 0.5,
            _ => (self.start_day() + self.end_day() + 1) as f64 / 2.0,
        }
    }

    /// The period of the same precision right after it.
    pub fn next(&self) -> Self {
        self.moved(1)
    }

    /// The period of the same precision right before it.
    pub fn previous(&self) -> Self {
        self.moved(-1)
    }

    /// The period one step away; `step` is 1 or −1.
    fn moved(&self, step: i32) -> Self {
        // Counted from 0 through all years, so that the turn of a year is a plain division.
        let turn = |year: i32, part: u8, parts: i32| {
            let index = year * parts + i32::from(part) - 1 + step;
            (index.div_euclid(parts), (index.rem_euclid(parts) + 1) as u8)
        };
        match *self {
            Self::Year(year) => Self::Year(year + step),
            Self::Half(year, half) => {
                let (year, half) = turn(year, half, 2);
                Self::Half(year, half)
            }
            Self::Quarter(year, quarter) => {
                let (year, quarter) = turn(year, quarter, 4);
                Self::Quarter(year, quarter)
            }
            Self::Month(year, month) => {
                let (year, month) = turn(year, month, 12);
                Self::Month(year, month)
            }
            Self::Week(..) => Self::holding(self.start_day() + i64::from(step) * 7, Precision::Week),
            Self::Day(..) => Self::holding(self.start_day() + i64::from(step), Precision::Day),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of one precision the fields alone tell, without a calendar.
        match (self, other) {
            (Self::Year(own), Self::Year(other)) => own.cmp(other),
            (Self::Half(year, half), Self::Half(y, h)) => (year, half).cmp(&(y, h)),
            (Self::Quarter(year, quarter), Self::Quarter(y, q)) => (year, quarter).cmp(&(y, q)),
            (Self::Month(year, month), Self::Month(y, m)) => (year, month).cmp(&(y, m)),
            (Self::Week(year, week), Self::Week(y, w)) => (year, week).cmp(&(y, w)),
            (Self::Day(year, month, day), Self::Day(y, m, d)) => (year, month, day).cmp(&(y, m, d)),
            _ => (self.start_day(), self.end_day()).cmp(&(other.start_day(), other.end_day())),
        }
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_knows_its_days() {
        assert_eq!(Period::Day(1970, 1, 1).start_day(), 0);
        assert_eq!(Period::Day(2000, 3, 1).start_day(), 11_017);
        assert_eq!(Period::Year(2020).end_day() - Period::Year(2020).start_day() + 1, 366);
        assert_eq!(Period::Half(2018, 2).start_day(), Period::Day(2018, 7, 1).start_day());
        assert_eq!(Period::Quarter(2018, 1).end_day(), Period::Day(2018, 3, 31).start_day());
        assert_eq!(Period::Month(1900, 2).end_day(), Period::Day(1900, 2, 28).start_day());
        // ISO 8601's own example: the first week of 2020 begins on 30 December 2019.
        assert_eq!(Period::Week(2020, 1).start_day(), Period::Day(2019, 12, 30).start_day());
        assert_eq!(Period::Week(2020, 53).next(), Period::Week(2021, 1));
        assert_eq!(Period::Year(2021).middle_day() - Period::Year(2021).start_day() as f64, 182.5);
        assert_eq!(Period::Day(1970, 1, 1).middle_day(), 0.5);
    }

    #[test]
    fn periods_are_ordered_by_their_days() {
        let mut periods = [
            Period::Month(2018, 4),
            Period::Year(2018),
            Period::Day(2017, 12, 31),
            Period::Quarter(2018, 2),
            Period::Year(-44),
        ];
        periods.sort();
        assert_eq!(
            periods,
            [
                Period::Year(-44),
                Period::Day(2017, 12, 31),
                Period::Year(2018),
                Period::Month(2018, 4),
                Period::Quarter(2018, 2),
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn neighbours_meet_without_gap(day in -4_371_000i64..2_932_000, index in 0usize..6) {
            let period = Period::holding(day, Precision::ALL[index]);
            proptest::prop_assert!(period.start_day() <= day && day <= period.end_day());
            proptest::prop_assert_eq!(period.next().previous(), period);
            proptest::prop_assert_eq!(period.previous().end_day() + 1, period.start_day());
            proptest::prop_assert!(period.previous() < period && period < period.next());
            proptest::prop_assert_eq!(period.precision(), Precision::ALL[index]);
        }
    }
}
