//! "did you mean …?"

/// The known name nearest to what was typed, if it is near: at most a third of its letters differ.
pub fn nearest<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let typed: Vec<char> = typed.chars().map(|c| c.to_ascii_lowercase()).take(64).collect();
    let mut best = (typed.len() / 3 + 2, None);
    for &name in known {
        let distance = distance(&typed, name);
        if distance < best.0 {
            best = (distance, Some(name));
        }
    }
    best.1
}

/// A hint that offers the nearest known name, or else lists what there is (the first ten).
///
/// Of a slice, not of any iterator: that would be compiled anew for each.
pub fn offer(typed: &str, known: &[&str], list: &str) -> String {
    if let Some(name) = nearest(typed, known) {
        return ["did you mean \"", name, "\"?"].concat();
    }
    let mut hint = String::from(list);
    for (index, name) in known.iter().take(10).enumerate() {
        hint.push_str(if index == 0 { " " } else { ", " });
        hint.push_str(name);
    }
    if known.len() > 10 {
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
