//! The arithmetic of the Gregorian calendar, extended to all time.
//!
//! `day_number` and `civil` follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
//! (<https://howardhinnant.github.io/date_algorithms.html>, `days_from_civil` and `civil_from_days`): the year
//! begins on 1 March, so that the leap day is its last, and 400 years always have 146,097 days.

const DAYS_OF_400_YEARS: i64 = 146_097;
/// From 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;

/// Days from 1970-01-01 to a date.
pub(super) fn day_number(year: i32, month: u8, date: u8) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(date) - 1;
    era * DAYS_OF_400_YEARS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH
}

/// Year, month and day of the month of a day counted from 1970-01-01.
pub(super) fn civil(day: i64) -> (i32, u8, u8) {
    let day = day + EPOCH;
    let era = day.div_euclid(DAYS_OF_400_YEARS);
    let day_of_era = day.rem_euclid(DAYS_OF_400_YEARS);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let date = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    ((era * 400 + year_of_era + i64::from(month <= 2)) as i32, month as u8, date as u8)
}

/// The Monday on which an ISO 8601 week begins: week 1 is the one that holds 4 January.
pub(super) fn week_start(year: i32, week: u8) -> i64 {
    let fourth = day_number(year, 1, 4);
    fourth - weekday(fourth) + 7 * (i64::from(week) - 1)
}

/// The ISO 8601 week-year and week that hold a day: the week belongs to the year that has its Thursday.
pub(super) fn week_of(day: i64) -> (i32, u8) {
    let thursday = day - weekday(day) + 3;
    let (year, ..) = civil(thursday);
    (year, ((thursday - day_number(year, 1, 1)) / 7 + 1) as u8)
}

/// How many days the month has.
pub(super) fn month_length(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday.
fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}
