//! Whether the words and the axis claim what the data cannot hold. Warnings all.

use super::super::said::Spec;
use super::super::{Checked, Kind, Quantity};
use crate::locale::{Period, is_money};
use crate::mention::mentions;
use crate::problem::{Place, Problem};
use crate::table::Cell;

/// Over more years than this money is worth another sum.
const LASTING: i32 = 10;
/// A change of less than this share of the values is made to fill the plot.
const SLIGHT: f64 = 0.01;

/// What says which prices are meant, in the widget's languages; parts of words.
const PRICES: &str = "constant|constante|konstant|real |real-|réel|reale|inflation|adjusted|deflat|chained|0 prices|1 prices|2 prices|3 prices|4 prices|5 prices|6 prices|7 prices|8 prices|9 prices|prices of|preisbereinigt|verkettet|nominal|current|courant|corriente|corrente|bereinigt|постоянн|реальн|текущ|номинальн|不变价|可比价|不變價|實質|名目|实际|名义|现价|当年价|現價|通胀|実質|不変価格|실질|명목|ثابت|حقيقي|جاري|स्थिर|वास्तविक";

/// Asks about money over many years, about years in the title, and about an axis that makes much of little.
pub(super) fn review(spec: &Spec, checked: &Checked, problems: &mut Vec<Problem>) {
    let years = years(checked);
    let mut ask = |kind: &'static str, pointer: &str, message: String, hint: &str| {
        problems.push(Problem::warning(kind, Place::spec(pointer), message, hint.into()));
    };
    if let Some((first, last)) = years {
        let amount = matches!(checked.measure, Quantity::Amount | Quantity::Balance);
        if amount && last - first > LASTING && is_money(&spec.unit) && !says_prices(spec, checked) {
            let message = ["money over ", &(last - first).to_string(), " years, and not in which prices"].concat();
            let hint = "say \"at constant prices\" or \"at current prices\" in \"subtitle\"";
            ask("money-without-prices", "/subtitle", message, hint);
        }
        // A difference and an index are told against a time that need not be in the data.
        let against = matches!(checked.measure, Quantity::Balance | Quantity::Index);
        let known = [years_in(&spec.subtitle), years_in(&spec.notes.concat())].concat();
        for year in years_in(&spec.title).into_iter().filter(|year| !against && !known.contains(year)) {
            let aim = checked.target.as_ref().and_then(|target| target.period).is_some_and(|aim| aim.year() == year);
            if (year < first || year > last) && !aim {
                let message = ["the title names ", &year.to_string(), ", and the data goes from ", &first.to_string()];
                let message = [&message.concat(), " to ", &last.to_string()].concat();
                ask("year-not-in-data", "/title", message, "add the data of that year, or mend the title");
            }
        }
    }
    // A line tells of it itself, by the values that it draws.
    if let (Some(low), Some(high)) = checked.domain
        && spec.kind != Kind::Line
        && high - low < SLIGHT * low.abs().max(high.abs())
    {
        let message = "a change of less than 1 % fills the plot".into();
        ask("narrow-domain", "/domain", message, "widen the domain, or leave it out");
    }
}

/// Whether the words say in which prices the money is.
fn says_prices(spec: &Spec, checked: &Checked) -> bool {
    let said = [spec.title.as_str(), &spec.subtitle, &spec.unit, &checked.value_name, &spec.notes.concat()];
    PRICES.split('|').any(|word| said.iter().any(|text| mentions(text, word)))
}

/// The first and the last year that the data has, in its periods and in names that are periods.
fn years(checked: &Checked) -> Option<(i32, i32)> {
    let mut found: Option<(i32, i32)> = None;
    let mut add = |period: Option<Period>| {
        if let Some(year) = period.map(|period| period.year()) {
            let (first, last) = found.unwrap_or((year, year));
            found = Some((first.min(year), last.max(year)));
        }
    };
    for row in &checked.rows {
        add(row.period);
        add(row.end);
    }
    // A list of categories of which one happens to be a year says nothing of time.
    if checked.rows.iter().all(|row| row.period.is_none()) {
        return None;
    }
    for name in &checked.series {
        add(Period::parse(name));
    }
    for column in &checked.table.columns {
        for cell in &column.cells {
            add(if let Cell::Text(text) = cell { Period::parse(text) } else { None });
        }
    }
    found
}

/// The years that a text names: four digits from 1000 to 2999 with no digit, mark or sign of a sum around them.
fn years_in(text: &str) -> Vec<i32> {
    let mut years = Vec::new();
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut start = 0;
    while start < bytes.len() {
        let mut end = start;
        let mut value = 0_i32;
        while digit(end) {
            value = value.wrapping_mul(10).wrapping_add(i32::from(bytes.get(end).copied().unwrap_or(b'0') - b'0'));
            end += 1;
        }
        let parted = |at: usize| matches!(bytes.get(at), Some(b',' | b'.' | b'\''));
        let after = parted(end) && digit(end + 1);
        let before = start > 1 && parted(start - 1) && digit(start - 2);
        let sum = matches!(bytes.get(end), Some(b'%')) || start > 0 && matches!(bytes.get(start - 1), Some(b'$'));
        // "2015 enterprises" counts, "in 2015" dates: what is followed by a word of its own is left alone.
        if end - start == 4 && (1000..3000).contains(&value) && !after && !before && !sum && dates(text, start, end) {
            years.push(value);
        }
        start = end.max(start + 1);
    }
    years
}

/// Whether the words around four digits make a year of them: a word before that says when, or 年 after.
fn dates(text: &str, start: usize, end: usize) -> bool {
    const WHEN: [&str; 24] = [
        "in", "since", "from", "to", "until", "by", "before", "after", "and", "between", "of", "till", "seit", "bis",
        "en", "depuis", "desde", "em", "с", "в", "до", "منذ", "في", "से",
    ];
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let joined = before.ends_with('–') || after.starts_with('–');
    after.starts_with(['年', '년']) || joined || WHEN.iter().any(|when| word.eq_ignore_ascii_case(when))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_told_from_other_numbers() {
        assert_eq!(years_in("More than in 1990, since 2015 and 2020."), [1990, 2015, 2020]);
        assert_eq!(years_in("2015年到2020年"), [2015, 2020]);
        assert_eq!(years_in("From 2015–2020"), [2015, 2020]);
        for text in ["over 2000 firms", "to 1,250", "in 12500", "to $2000", "to 2000%", "to 2015.5", "", "in 0999"] {
            assert_eq!(years_in(text), Vec::<i32>::new(), "{text}");
        }
    }
}
