//! "did you mean …?"

use super::meaning::{bare, meant, others};

/// The known name nearest to what was typed, if it is near: at most a third of its letters differ.
pub fn nearest<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    nearer(typed, known, typed.chars().take(64).count() / 3 + 2)
}

/// The known name nearest to what was typed, if fewer letters than so many differ.
fn nearer<'a>(typed: &str, known: &[&'a str], bound: usize) -> Option<&'a str> {
    let typed: Vec<char> = typed.chars().map(|c| c.to_ascii_lowercase()).take(64).collect();
    let mut best = (bound, None);
    for &name in known {
        let distance = distance(&typed, name);
        if distance < best.0 {
            best = (distance, Some(name));
        }
    }
    best.1
}

/// A hint that offers the known names that the typed one means, or the nearest by its letters, or else lists what
/// there is.
///
/// Of a slice, not of any iterator: that would be compiled anew for each.
pub fn offer(typed: &str, known: &[&str], list: &str) -> String {
    let mut meant = meant(typed, known);
    if meant.is_empty() {
        meant.extend(nearer(typed, known, 2));
    }
    if meant.is_empty() {
        // One letter off from what others call it.
        meant = nearer(&bare(typed), &others(), 2).map_or_else(Vec::new, |word| self::meant(word, known));
    }
    if meant.is_empty() {
        meant.extend(nearest(typed, known));
    }
    if meant.is_empty() {
        return listed(known, list);
    }
    let mut hint = String::from("did you mean");
    for (index, name) in meant.iter().take(3).enumerate() {
        hint.push_str(&[if index == 0 { " \"" } else { " or \"" }, name, "\""].concat());
    }
    hint.push('?');
    hint
}

/// As many names as are listed whole, and how many where there are more: no author reads a thousand categories.
const WHOLE: usize = 40;
const FIRST: usize = 10;

/// A hint that lists names.
fn listed(known: &[&str], list: &str) -> String {
    let mut hint = String::from(list);
    let most = if known.len() > WHOLE { FIRST } else { WHOLE };
    for (index, name) in known.iter().take(most).enumerate() {
        hint.push_str(if index == 0 { " " } else { ", " });
        hint.push_str(name);
    }
    if known.len() > most {
        hint.push_str(" …");
    }
    hint
}

/// Letters to insert, drop or replace (Levenshtein 1966), the capitals of A to Z aside.
fn distance(typed: &[char], name: &str) -> usize {
    let mut row: Vec<usize> = (0..=typed.len()).collect();
    for (index, letter) in name.chars().map(|c| c.to_ascii_lowercase()).take(64).enumerate() {
        let mut left = index + 1;
        let mut corner = index;
        for (above, other) in row.iter_mut().skip(1).zip(typed) {
            let least = (corner + usize::from(*other != letter)).min(left + 1).min(*above + 1);
            corner = *above;
            *above = least;
            left = least;
        }
        if let Some(first) = row.first_mut() {
            *first = index + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["title", "subtitle", "source", "gdp"];
        for (typed, wanted) in
            [("titel", Some("title")), ("Sub-Title", Some("subtitle")), ("gpd", Some("gdp")), ("width", None)]
        {
            assert_eq!(nearest(typed, &known), wanted, "{typed}");
        }
        assert_eq!(offer("zzzzz", &known, "there are:"), "there are: title, subtitle, source, gdp");
    }

    proptest::proptest! {
        #[test]
        fn a_distance_is_a_distance(a in "[a-cé]{0,6}", b in "[a-cé]{0,6}") {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            let there = distance(&letters(&a), &b);
            proptest::prop_assert_eq!(there, distance(&letters(&b), &a));
            proptest::prop_assert_eq!(there == 0, a == b);
            let (a, b) = (letters(&a).len(), letters(&b).len());
            proptest::prop_assert!(there >= a.abs_diff(b) && there <= a.max(b));
        }
    }
}
