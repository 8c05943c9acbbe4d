//! Every figure that is painted beside a mark can be heard: it stands in the table, the description, the key or the
//! notes, which a screen reader reads. Axes are left out: their numbers are nobody's data.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use indicator_chart::command::{Loaded, Picture, load};
use indicator_chart::locale::native;
use indicator_chart::scene::{Datum, Role, Shape};
use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

/// A number without the zeros that say nothing: "60.0" is "60".
fn plain(number: &str) -> String {
    match number.split_once('.') {
        Some((whole, part)) if part.chars().all(|digit| digit == '0') => whole.to_owned(),
        _ => number.to_owned(),
    }
}

/// Whether a value written short ("1.2B", "11.5亿") has these digits.
fn is_short_for(value: f64, number: &str) -> bool {
    let digits: String = number.chars().filter_map(|digit| digit.to_digit(10)).map(|digit| digit.to_string()).collect();
    let digits = digits.trim_start_matches('0');
    let Ok(wanted) = digits.parse::<f64>() else { return value == 0.0 };
    if value == 0.0 {
        return wanted == 0.0;
    }
    let scale = value.abs().log10().floor() + 1.0 - digits.len() as f64;
    ((value.abs() / 10f64.powf(scale)).round() - wanted).abs() <= 1.0
}

/// The numbers in a text, digits with what stands between them: "over 11,000" has "11,000".
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    for letter in text.chars().chain([' ']) {
        // Marks between digits belong to the number, those after it do not.
        let between = matches!(letter, '.' | ',' | '\u{66b}' | '\u{66c}' | '\u{202f}' | '\u{a0}' | '’');
        if letter.is_numeric() || between && !number.is_empty() {
            number.push(letter);
        } else if !number.is_empty() {
            found.push(number.trim_end_matches(|last: char| !last.is_numeric()).to_owned());
            number.clear();
        }
    }
    found
}

#[test]
fn every_figure_painted_is_heard() {
    let examples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut silent = Vec::new();
    let mut looked_at = 0;
    for entry in fs::read_dir(examples).expect("examples/ is there") {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let Loaded { checked: Some(checked), lang, .. } = load(&folder.join("spec.json"), None) else { continue };
        for width in [320.0, 640.0] {
            let picture = Picture::draw(&checked, &lang, width, false);
            let caption = &picture.scene.caption;
            let mut words = vec![picture.description.clone(), caption.title.clone(), caption.subtitle.clone()];
            words.extend(caption.notes.iter().cloned());
            words.extend(caption.key.iter().map(|entry| entry.label.clone()));
            words.extend(picture.table.head.iter().cloned());
            words.extend(picture.table.rows.iter().flatten().cloned());
            let (manner, locale) = (&picture.scene.story.manner, native(&lang));
            for datum in &picture.scene.data {
                words.push(datum.label(locale.as_ref()).into_owned());
                words.push(datum.text(manner, locale.as_ref()));
                words.extend(datum.details().iter().map(|detail| detail.say(manner, locale.as_ref())));
            }
            let heard: HashSet<String> =
                words.iter().flat_map(|words| numbers(words)).map(|number| plain(&number)).collect();
            for mark in &picture.scene.marks {
                let Shape::Text(run) = &mark.shape else { continue };
                if !matches!(mark.role, Role::Label | Role::Note) {
                    continue;
                }
                for number in numbers(&run.text) {
                    looked_at += 1;
                    let own = |datum: &&Datum| {
                        mark.datum == Some(datum.id) || mark.datum.is_none() && run.text.starts_with(&*datum.series)
                    };
                    let short = || {
                        picture
                            .scene
                            .data
                            .iter()
                            .filter(own)
                            .filter_map(|datum| datum.value)
                            .any(|value| is_short_for(value, &number))
                    };
                    // The base of bars on both sides is no figure.
                    if number != "0" && !heard.contains(&plain(&number)) && !short() {
                        silent.push(format!("{name} at {width}: {number} of {:?}", run.text));
                    }
                }
            }
        }
    }
    assert!(looked_at > 3000, "{looked_at} numbers are painted");
    silent.sort();
    assert!(silent.is_empty(), "{} of {looked_at} are not heard:\n{}", silent.len(), silent.join("\n"));
}
