//! Intervals: what they are called, and whether they can be what the author says.

use super::super::said::Spec;
use super::super::{Kind, Row};
use super::channel::Channels;
use crate::problem::{Place, Problem};

/// The names of the intervals, widest first: what the headings of both ends have in common at the start or at the
/// end ("95% interval, low" and "95% interval, high": "95% interval"), else both with a dash between them.
pub(super) fn names(channels: &Channels) -> Vec<String> {
    let pairs = channels.bounds.iter();
    pairs.map(|(lower, upper)| name(&lower.name, &upper.name)).collect()
}

fn name(lower: &str, upper: &str) -> String {
    let a: Vec<char> = lower.chars().collect();
    let b: Vec<char> = upper.chars().collect();
    let most = a.len().min(b.len());
    let start = (0..most).take_while(|at| a.get(*at) == b.get(*at)).count();
    let back = |list: &[char], at: usize| list.get(list.len() - 1 - at).copied();
    let end = (0..most).take_while(|at| back(&a, *at) == back(&b, *at)).count();
    let joint = |char: Option<&char>| char.is_some_and(char::is_ascii_alphanumeric);
    // No word of Latin letters, and no number, is cut in two.
    let head =
        (0..=start).rev().find(|at| *at == 0 || !joint(a.get(at - 1)) || !(joint(a.get(*at)) || joint(b.get(*at))));
    let inside = |list: &[char], length: usize| list.len() > length && joint(list.get(list.len() - length - 1));
    let tail =
        (0..=end).rev().find(|at| *at == 0 || !joint(a.get(a.len() - at)) || !(inside(&a, *at) || inside(&b, *at)));
    let trim = |chars: Option<&[char]>| {
        let text: String = chars.unwrap_or_default().iter().collect();
        text.trim_matches(|c: char| c.is_whitespace() || ",;:_-–，：、（(".contains(c)).to_string()
    };
    let (head, tail) = (trim(a.get(..head.unwrap_or(0))), trim(a.get(a.len() - tail.unwrap_or(0)..)));
    let common = if head.chars().count() >= tail.chars().count() { head } else { tail };
    // One letter is no name: that of "最低" and "最高" says nothing; nor is a number: "95: 43–52%" is read as a value.
    let says = common.chars().any(|char| !char.is_ascii_digit()) && common.chars().count() >= 2;
    if !says { [lower, "–", upper].concat() } else { common }
}

/// Asks for the intervals of a kind that shows them, and warns of those that do not hold their value or the next one.
pub(super) fn review(spec: &Spec, channels: &Channels, rows: &[Row], problems: &mut Vec<Problem>) {
    if spec.kind == Kind::Fan && channels.bounds.is_empty() {
        let hint = "name the columns of the ends of the intervals, or use kind \"line\"".into();
        let message = "\"lower\" and \"upper\" are missing".into();
        problems.push(Problem::error("missing-channel", Place::spec(""), message, hint));
    }
    for row in rows {
        let mut inner = row.value.map(|value| (value, value));
        for (level, (low, high)) in row.bounds.iter().enumerate().rev() {
            let column = channels.bounds.get(level).map_or("", |(lower, _)| lower.name.as_str());
            if inner.is_some_and(|(from, to)| from < *low || to > *high) {
                let message = "the interval does not hold what it is about".into();
                let hint = "mend it; of several intervals the widest is named first".into();
                problems.push(Problem::warning("outside-bounds", Place::data(row.line, column), message, hint));
            }
            inner = Some((*low, *high));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn what_two_headings_have_in_common_names_the_interval() {
        for (lower, upper, expected) in [
            ("low 95", "high 95", "low 95–high 95"),
            ("lower 80%", "upper 80%", "80%"),
            ("95% interval, low", "95% interval, high", "95% interval"),
            ("80%区间下限", "80%区间上限", "80%区间"),
            ("P10", "P90", "P10–P90"),
            ("low", "high", "low–high"),
            ("lo", "lo", "lo"),
            ("最低", "最高", "最低–最高"),
        ] {
            assert_eq!(name(lower, upper), expected, "{lower} {upper}");
        }
    }
}
