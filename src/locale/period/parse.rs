//! Reading a period as authors and data files write it.

use super::{Period, calendar};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What marks the number beside it.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    None,
    Half,
    Quarter,
    Week,
}

/// What has been read so far.
struct Reading {
    year: Option<i32>,
    year_first: bool,
    month: Option<u8>,
    mark: Mark,
    /// The numbers that are no year, in order.
    small: [u8; 2],
    count: usize,
}

impl Period {
    /// Reads a period: ISO 8601 (`2018`, `2017-06`, `2020-W05`, `2021-12-31`, date-times cut to their day as
    /// written), halves and quarters (`2018-H1`, `2018Q3`, `Q3 2018`), with `/` or `.` for `-`, English words
    /// (`31 December 2021`, `Jun 2017`, `Dec 31, 2021`) and Chinese ones (`2018年4月`, `2018年第三季度`, `2018年上半年`).
    ///
    /// `None` for anything else, also for what could be two days (`03/04/2021`) and for days that do not exist.
    /// A year has four digits. `2015.5` is half a year after 2015, not May.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(known) = iso(text.as_bytes()) {
            return known;
        }
        let mut rest = cut_time(text.trim());
        if matches!(rest.as_bytes(), [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'.', b'0'..=b'9']) {
            return None;
        }
        let before_christ = match rest.strip_prefix(['-', '\u{2212}']) {
            Some(after) => {
                rest = after;
                true
            }
            None => false,
        };
        let mut reading =
            Reading { year: None, year_first: false, month: None, mark: Mark::None, small: [0; 2], count: 0 };
        while let Some(first) = rest.chars().next() {
            let length = rest.find(|c: char| kind(c) != kind(first)).unwrap_or(rest.len());
            // One Chinese character says one thing; digits and Latin letters stand together.
            let length = if kind(first) == 3 { first.len_utf8() } else { length };
            let (token, after) = rest.split_at_checked(length)?;
            match kind(first) {
                0 => {}
                1 => reading.digits(token)?,
                2 => reading.word(token)?,
                _ => reading.character(first)?,
            }
            rest = after;
        }
        reading.period(before_christ)
    }
}

impl Reading {
    fn digits(&mut self, token: &str) -> Option<()> {
        if token.len() == 8 {
            let (year, day) = token.split_at_checked(4)?;
            let (month, day) = day.split_at_checked(2)?;
            return self.digits(year).and_then(|()| self.digits(month)).and_then(|()| self.digits(day));
        }
        let number: i32 = token.parse().ok()?;
        match token.len() {
            1 | 2 => self.small(number as u8),
            4 if self.year.is_none() => {
                self.year = Some(number);
                self.year_first = self.count == 0 && self.month.is_none();
                Some(())
            }
            _ => None,
        }
    }

    fn small(&mut self, number: u8) -> Option<()> {
        *self.small.get_mut(self.count)? = number;
        self.count += 1;
        Some(())
    }

    fn word(&mut self, token: &str) -> Option<()> {
        let lower = token.to_ascii_lowercase();
        let mark = match lower.as_str() {
            "h" | "half" => Mark::Half,
            "q" | "quarter" => Mark::Quarter,
            "w" | "week" => Mark::Week,
            // "the 2nd half of 2018"
            "st" | "nd" | "rd" | "th" | "of" | "the" => return Some(()),
            _ => {
                // "sep", "sept" and "september", but neither "se" nor "seven".
                let month = MONTHS.iter().position(|name| lower.len() >= 3 && name.starts_with(lower.as_str()))?;
                if self.month.is_some() {
                    return None;
                }
                self.month = Some(month as u8 + 1);
                return Some(());
            }
        };
        self.mark(mark)
    }

    fn character(&mut self, character: char) -> Option<()> {
        match character {
            '年' | '月' | '日' | '号' | '號' | '第' => Some(()),
            // "三季度" is a quarter; "2020年度" is mostly no calendar year, and stays the author's word.
            '度' => (self.mark == Mark::Quarter).then_some(()),
            '季' => self.mark(Mark::Quarter),
            '周' | '週' => self.mark(Mark::Week),
            '上' => self.mark(Mark::Half).and_then(|()| self.small(1)),
            '下' => self.mark(Mark::Half).and_then(|()| self.small(2)),
            // "上半年": the half is known from its first character.
            '半' => (self.mark == Mark::Half).then_some(()),
            _ => "一二三四".chars().position(|digit| digit == character).and_then(|at| self.small(at as u8 + 1)),
        }
    }

    fn mark(&mut self, mark: Mark) -> Option<()> {
        let first = self.mark == Mark::None;
        self.mark = mark;
        first.then_some(())
    }

    fn period(self, before_christ: bool) -> Option<Period> {
        let year = if before_christ { -self.year? } else { self.year? };
        let [first, second] = self.small;
        match (self.mark, self.month, self.count) {
            (Mark::Half, None, 1) => (1..=2).contains(&first).then_some(Period::Half(year, first)),
            (Mark::Quarter, None, 1) => (1..=4).contains(&first).then_some(Period::Quarter(year, first)),
            (Mark::Week, None, 1) => {
                let week = Period::Week(year, first);
                // A year has 52 weeks or 53: the day must lead back to the same week.
                (first > 0 && calendar::week_of(week.start_day()) == (year, first)).then_some(week)
            }
            (Mark::None, None, 0) => Some(Period::Year(year)),
            (Mark::None, Some(month), 0) => Some(Period::Month(year, month)),
            (Mark::None, None, 1) => (1..=12).contains(&first).then_some(Period::Month(year, first)),
            (Mark::None, Some(month), 1) => day(year, month, first),
            (Mark::None, None, 2) if self.year_first => day(year, first, second),
            // Day and month in either order, where only one of them can be meant.
            (Mark::None, None, 2) => match (day(year, second, first), day(year, first, second)) {
                (Some(only), None) | (None, Some(only)) => Some(only),
                (Some(one), Some(other)) => (one == other).then_some(one),
                (None, None) => None,
            },
            _ => None,
        }
    }
}

/// What nearly all files write, read at a glance: `2018`, `2017-06`, `2021-12-31`. `None` for any other spelling.
fn iso(text: &[u8]) -> Option<Option<Period>> {
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0_i32, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i32::from(digit - b'0')))
    };
    let (year, rest) = text.split_at_checked(4)?;
    let year = number(year)?;
    match rest {
        [] => Some(Some(Period::Year(year))),
        [b'-', a, b] => {
            let month = number(&[*a, *b])?;
            Some((1..=12).contains(&month).then_some(Period::Month(year, month as u8)))
        }
        [b'-', a, b, b'-', c, d] => {
            let (month, date) = (number(&[*a, *b])?, number(&[*c, *d])?);
            Some(day(year, month as u8, date as u8))
        }
        _ => None,
    }
}

/// The day, where it exists.
pub(super) fn day(year: i32, month: u8, date: u8) -> Option<Period> {
    let exists = (1..=12).contains(&month) && date >= 1 && date <= calendar::month_length(year, month);
    exists.then_some(Period::Day(year, month, date))
}

/// 0 for what stands between, 1 for digits, 2 for Latin letters, 3 for anything else.
fn kind(c: char) -> u8 {
    match c {
        '-' | '/' | '.' | ',' | '_' | '\u{2010}'..='\u{2015}' => 0,
        _ if c.is_whitespace() => 0,
        '0'..='9' => 1,
        _ if c.is_ascii_alphabetic() => 2,
        _ => 3,
    }
}

/// The text without the time of day: up to a T between digits, or up to the blank before a colon.
fn cut_time(text: &str) -> &str {
    let bytes = text.as_bytes();
    let t = bytes.windows(3).position(
        |three| matches!(three, [before, b'T' | b't', after] if before.is_ascii_digit() && after.is_ascii_digit()),
    );
    let end = match (t, text.find(':')) {
        (Some(at), _) => Some(at + 1),
        (None, Some(colon)) => text.get(..colon).and_then(|date| date.rfind(' ')),
        (None, None) => None,
    };
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_in_every_spelling() {
        let spellings: [(&str, Period); 45] = [
            ("2018", Period::Year(2018)),
            (" 2018 ", Period::Year(2018)),
            ("2018年", Period::Year(2018)),
            ("-0044", Period::Year(-44)),
            ("2018-H1", Period::Half(2018, 1)),
            ("H2 2018", Period::Half(2018, 2)),
            ("2nd half of 2018", Period::Half(2018, 2)),
            ("2018年上半年", Period::Half(2018, 1)),
            ("2018年下半年", Period::Half(2018, 2)),
            ("2018-Q3", Period::Quarter(2018, 3)),
            ("2018Q3", Period::Quarter(2018, 3)),
            ("2018 Q3", Period::Quarter(2018, 3)),
            ("Q3 2018", Period::Quarter(2018, 3)),
            ("3q2018", Period::Quarter(2018, 3)),
            ("2018年第三季度", Period::Quarter(2018, 3)),
            ("2018年3季度", Period::Quarter(2018, 3)),
            ("2018年第3季", Period::Quarter(2018, 3)),
            ("2017-06", Period::Month(2017, 6)),
            ("2017-6", Period::Month(2017, 6)),
            ("2017/06", Period::Month(2017, 6)),
            ("06/2017", Period::Month(2017, 6)),
            ("Jun 2017", Period::Month(2017, 6)),
            ("June 2017", Period::Month(2017, 6)),
            ("JUN-2017", Period::Month(2017, 6)),
            ("2017 June", Period::Month(2017, 6)),
            ("2018年4月", Period::Month(2018, 4)),
            ("2020-W05", Period::Week(2020, 5)),
            ("2020W53", Period::Week(2020, 53)),
            ("2020年第5周", Period::Week(2020, 5)),
            ("2021-12-31", Period::Day(2021, 12, 31)),
            ("2021/12/31", Period::Day(2021, 12, 31)),
            ("2021.12", Period::Month(2021, 12)),
            ("2021.12.31", Period::Day(2021, 12, 31)),
            ("20211231", Period::Day(2021, 12, 31)),
            ("31 December 2021", Period::Day(2021, 12, 31)),
            ("31st December 2021", Period::Day(2021, 12, 31)),
            ("December 31, 2021", Period::Day(2021, 12, 31)),
            ("Dec. 31, 2021", Period::Day(2021, 12, 31)),
            ("2021年12月31日", Period::Day(2021, 12, 31)),
            ("31.12.2021", Period::Day(2021, 12, 31)),
            ("12/31/2021", Period::Day(2021, 12, 31)),
            ("2021-12-31T09:41:00Z", Period::Day(2021, 12, 31)),
            ("2021-12-31T23:30-05:00", Period::Day(2021, 12, 31)),
            ("2021-12-31 9:41", Period::Day(2021, 12, 31)),
            ("2020-02-29", Period::Day(2020, 2, 29)),
        ];
        for (text, period) in spellings {
            assert_eq!(Period::parse(text), Some(period), "{text}");
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "-",
            "18",
            "201",
            "20181",
            "201806",
            "2018-13",
            "2018-00",
            "2018-H3",
            "2018-Q5",
            "2018-Q",
            "2018-19",
            "2019-W53",
            "2020-W54",
            "2020-W00",
            "2019-02-29",
            "1900-02-29",
            "2021-04-31",
            "03/04/2021",
            "Q3",
            "June",
            "mayhem 2018",
            "2018 2019",
            "2018-Q3-1",
            "China",
            "中国",
            "2018年中国",
            "3.5",
            "2015.5",
            "1,234,567",
            "2018-01-02-03",
            "半2018",
            "9999999999999999999999",
            "2018 Q3 H1",
            "T2018",
            "\u{1F600}2018",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[-0-9A-Za-z年月日季半上下一:/ T.]{0,16}") {
            if let Some(period) = Period::parse(&text) {
                proptest::prop_assert_eq!(Period::holding(period.start_day(), period.precision()), period);
            }
        }
    }
}
