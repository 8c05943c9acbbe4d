//! Brands: the example of `docs/themes.md`, the two of `examples/brands`, and the ways to name one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use indicator_chart::command::{Picture, load, load_text};
use indicator_chart::spec::Brand;
use indicator_chart::theme::{Theme, review};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// A brand, read as a part of a spec; and what was found on the way.
fn brand(text: &str) -> (Brand, Vec<String>) {
    let spec = format!(
        r#"{{"kind": "bar", "title": "T", "unit": "x", "source": "S", "x": "n", "y": "c", "data": [{{"c": "A", "n": 1}}], "brand": {text}}}"#
    );
    let loaded = load_text(&spec, Path::new(""), None);
    let said = loaded.problems.iter().map(|problem| problem.say()).collect();
    (loaded.checked.expect("it is drawn").brand.expect("there is a brand"), said)
}

#[test]
fn the_example_of_the_page_has_no_fault_and_every_key() {
    let page = read("docs/themes.md");
    let example = page.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let (found, problems) = brand(example);
    assert_eq!(problems, Vec::<String>::new());
    assert!(found.sizes.iter().all(Option::is_some) && found.light.own.iter().all(Option::is_some));
    assert_eq!(
        (found.light.series.len(), found.weight, found.gap, found.margin),
        (4, Some(600.0), Some(16.0), Some(12.0))
    );
    for (name, low, high) in Brand::SIZES {
        let row = page.lines().find(|line| line.starts_with(&format!("| `sizes.{name}`"))).expect(name);
        assert!(row.contains(&format!("{low} to {high}")), "{row}");
    }
    for (at, name) in Brand::HUES.iter().enumerate() {
        let row = page.lines().find(|line| line.starts_with(&format!("| `{name}`"))).expect(name);
        let built_in = [Theme::light(), Theme::dark()].map(|theme| {
            [theme.background, theme.ink, theme.muted, theme.grid, theme.zero, theme.accent, theme.pale, theme.rest][at]
                .css()
        });
        // The pale companion follows from the accent.
        assert!(*name == "pale" || built_in.iter().all(|color| row.contains(color)), "{row}: {built_in:?}");
    }
}

#[test]
fn the_two_brands_can_be_read_in_both_tones() {
    for name in ["rose", "harbour"] {
        let (found, problems) = brand(&read(&format!("examples/brands/{name}.json")));
        assert_eq!(problems, Vec::<String>::new(), "{name}");
        assert!(review(&found).is_empty());
        for dark in [false, true] {
            let theme = Theme::of(Some(&found), dark);
            for text in theme.series_text.iter().chain(&[theme.ink, theme.muted, theme.accent]) {
                assert!(text.contrast(theme.background) >= 4.5, "{name}, dark {dark}: {}", text.css());
            }
            for mark in theme.series.iter().chain(&[theme.pale, theme.rest, theme.zero]) {
                assert!(mark.contrast(theme.background) >= 3.0, "{name}, dark {dark}: {}", mark.css());
            }
        }
    }
}

#[test]
fn a_file_wins_over_the_spec_and_is_drawn_as_if_it_stood_in_it() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("brand");
    fs::create_dir_all(&folder).unwrap();
    for (spec, file, twin) in [
        ("examples/line-series/spec.json", "examples/brands/rose.json", "examples/brand-rose"),
        ("examples/brand-rose/spec.json", "examples/brands/harbour.json", ""),
    ] {
        let picture = folder.join("a.svg");
        let output = Command::new(env!("CARGO_BIN_EXE_indicator-chart"))
            .current_dir(root())
            .args(["render", spec, "--width", "320", "--brand", file, "-o", picture.to_str().unwrap()])
            .output()
            .unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        let svg = fs::read_to_string(&picture).unwrap();
        if twin.is_empty() {
            assert!(svg.contains("#00665e") && svg.contains("Source Sans 3") && !svg.contains("#8c1d40"));
        } else {
            assert_eq!(svg, read(&format!("{twin}/320.svg")));
        }
    }
    let missing = Command::new(env!("CARGO_BIN_EXE_indicator-chart"))
        .current_dir(root())
        .args(["check", "examples/bar/spec.json", "--brand", "no-such.json"])
        .output()
        .unwrap();
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stdout).contains("no-such.json"), "{missing:?}");
}

#[test]
fn a_snippet_names_the_brand_that_its_pictures_wear() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("brand-snippet");
    fs::create_dir_all(&folder).unwrap();
    let run = |more: &[&str]| {
        let spec = "examples/line-series/spec.json";
        let args = [&["snippet", spec, "-o", folder.to_str().unwrap()], more].concat();
        let output =
            Command::new(env!("CARGO_BIN_EXE_indicator-chart")).current_dir(root()).args(args).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!run(&[]).contains("brand="));
    let plain = fs::read_to_string(folder.join("spec.svg")).unwrap();
    assert!(run(&["--brand", "examples/brands/rose.json"]).contains("lang=\"en\" brand=\"rose.json\">"));
    let rose = fs::read_to_string(folder.join("spec.svg")).unwrap();
    assert!(rose.contains("#fff4ea") && rose.contains("#8c1d40") && !plain.contains("#8c1d40"));
}

#[test]
fn sizes_and_spaces_are_the_brands() {
    let plain = load(&root().join("examples/line-series/spec.json"), None).checked.unwrap();
    let mut own = plain.clone();
    own.brand = Some(brand(r#"{"sizes": {"title": 30}, "gap": 40, "margin": 60}"#).0);
    let [plain, own] = [plain, own].map(|checked| Picture::draw(&checked, "en", 640.0, false));
    assert!(own.svg.contains("font-size=\"30\"") && !plain.svg.contains("font-size=\"30\""));
    let more = own.scene.height - plain.scene.height;
    assert!(more > 2.0 * (60.0 - 16.0), "{more}");
}
