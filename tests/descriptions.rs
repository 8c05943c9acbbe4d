//! No description invents anything: in four languages every number in the description of every example is one of its
//! data's, a difference of two of them, a count of them, or the author's own word.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use indicator_chart::command::{Loaded, Picture, load};
use indicator_chart::locale::{Locale, Period, PeriodStyle, native, power};
use indicator_chart::spec::{At, Checked, Spot};
use std::collections::HashSet;
use std::fs;
use std::path::Path;

/// The numbers in a text: runs of digits with the marks within them.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    let mut marks = String::new();
    for letter in text.chars().chain([' ']) {
        if letter.is_ascii_digit() {
            if !number.is_empty() {
                number.push_str(&marks);
            }
            marks.clear();
            number.push(letter);
        } else if matches!(letter, '.' | ',' | '\u{a0}' | '\u{202f}') && marks.is_empty() && !number.is_empty() {
            marks.push(letter);
        } else {
            found.extend((!number.is_empty()).then(|| std::mem::take(&mut number)));
            marks.clear();
        }
    }
    found
}

/// Everything that a description may say a number of.
fn allowed(checked: &Checked, picture: &Picture, locale: &dyn Locale) -> HashSet<String> {
    let mut allowed = HashSet::new();
    let mut say = |text: &str| allowed.extend(numbers(text));
    // The author's own words.
    let caption = &picture.scene.caption;
    for text in [&caption.alt, &checked.unit, &checked.value_name, &checked.category_name, &checked.target_name] {
        say(text);
    }
    for annotation in &checked.annotations {
        say(&annotation.text);
        let ends: &[At] = match &annotation.spot {
            Spot::Line(at) => &[*at],
            Spot::Band(from, to) | Spot::Point(from, to) => &[*from, *to],
            Spot::Datum(_) => &[],
        };
        for end in ends {
            match end {
                At::Period(period) => say(&locale.period(period, PeriodStyle::Long)),
                At::Value(value) | At::Across(value) => (0..4).for_each(|digits| say(&locale.number(*value, digits))),
            }
        }
    }
    // The data: what the author wrote, and the words that the picture has for it.
    let data = &picture.scene.data;
    let decimals = checked.decimals.max(picture.scene.story.decimals);
    for datum in data {
        let period = datum.period.map(|period| locale.period(&period, PeriodStyle::Long)).unwrap_or_default();
        let manner = &picture.scene.story.manner;
        let label = datum.label(locale);
        for text in [&datum.text(manner, locale), &*label, &datum.series, &period] {
            say(text);
        }
        for detail in datum.details() {
            say(&detail.say(manner, locale));
        }
        // A time that names a series or a category is said as a time.
        for name in [&*datum.series, &*label] {
            if let Some(period) = Period::parse(name) {
                say(&locale.period(&period, PeriodStyle::Long));
            }
        }
    }
    // A table has one more column than series.
    for count in 0..=data.len() + 1 {
        say(&locale.number(count as f64, 0));
    }
    let mut values: Vec<f64> = data.iter().filter_map(|datum| datum.value).collect();
    // A whole is said with its parts.
    let total: f64 = values.iter().sum();
    say(&locale.number(total, decimals));
    say(&locale.compact(total));
    values.extend(checked.target.iter().flat_map(|target| [Some(target.value), target.upper]).flatten());
    values.sort_by(f64::total_cmp);
    values.dedup();
    // Of thousands of values the differences are not all tried: only those with the ends and extremes.
    let others: Vec<f64> = if values.len() > 800 {
        let ends = [data.first(), data.last()].into_iter().flatten().filter_map(|datum| datum.value);
        ends.chain([values[0], values[values.len() - 1]]).collect()
    } else {
        values.clone()
    };
    for target in checked.target.iter().flat_map(|target| [Some(target.value), target.upper]).flatten() {
        (0..4).for_each(|digits| say(&locale.number(target, digits)));
    }
    for one in &values {
        say(&locale.number(*one, decimals));
        say(&power(locale, *one).unwrap_or_default());
        say(&locale.rank(*one));
        for other in &others {
            let difference = (one - other).abs();
            say(&locale.number(difference, decimals));
            say(&locale.compact(difference));
            say(&power(locale, difference).unwrap_or_default());
        }
    }
    if picture.scene.story.kind == "election-donut" {
        // More than half of all seats.
        say(&locale.number((total / 2.0).floor() + 1.0, 0));
    }
    allowed
}

#[test]
fn no_number_of_a_description_is_invented() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut told = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let spec = entry.unwrap().path().join("spec.json");
        for lang in ["en", "zh-Hans", "de", "ar"] {
            let Loaded { checked: Some(checked), lang, .. } = load(&spec, Some(lang)) else { continue };
            let locale = native(&lang);
            let picture = Picture::draw(&checked, &lang, 640.0, false);
            let allowed = allowed(&checked, &picture, locale.as_ref());
            for number in numbers(&picture.description) {
                if !allowed.contains(&number) {
                    wrong.push(format!("{} {lang}: {number} in: {}", spec.display(), picture.description));
                }
            }
            told += 1;
        }
    }
    assert!(told > 800, "{told} descriptions");
    assert!(wrong.is_empty(), "{} invented:\n{}", wrong.len(), wrong.join("\n"));
}
