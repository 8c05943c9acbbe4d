//! The examples are the goldens: each folder of `examples/` holds the pictures, words and problems that its spec
//! must give. `UPDATE=1 cargo test --test examples` rewrites them; a mismatch leaves `target/golden/index.html`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use indicator_chart::command::{Loaded, Picture, load};
use indicator_chart::paint::{Fallback, png_with};
use indicator_chart::problem::Problem;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The widths of the pictures in CSS pixels: a phone's, and a wide column's.
const WIDTHS: [u32; 2] = [320, 640];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folders that hold a spec, by name.
fn examples() -> Vec<(String, PathBuf)> {
    let mut found: Vec<(String, PathBuf)> = fs::read_dir(root().join("examples"))
        .expect("examples/ is there")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.join("spec.json").is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    found.sort();
    found
}

/// What one example gives: the name of each file and what must stand in it.
struct Drawn {
    files: Vec<(String, String)>,
    problems: Vec<Problem>,
}

fn draw(folder: &Path) -> Drawn {
    let Loaded { checked, lang, mut problems, .. } = load(&folder.join("spec.json"), None);
    let mut files = Vec::new();
    if let Some(checked) = &checked {
        for width in WIDTHS {
            let picture = Picture::draw(checked, &lang, f64::from(width), false);
            if width == WIDTHS[0] {
                files.push(("words.txt".into(), words(&picture)));
            }
            problems.extend(picture.problems);
            files.push((format!("{width}.svg"), picture.svg));
        }
    }
    let mut seen = Vec::new();
    // Both widths may find the same.
    problems.retain(|problem| {
        !seen.contains(problem) && {
            seen.push(problem.clone());
            true
        }
    });
    let said: String = problems.iter().map(|problem| portable(&problem.say()) + "\n").collect();
    files.push(("problems.txt".into(), said));
    Drawn { files, problems }
}

/// The system's own words for a missing file differ.
fn portable(said: &str) -> String {
    said.replace("No such file or directory (os error 2)", "no such file")
}

/// Everything that the picture says, in plain text.
fn words(picture: &Picture) -> String {
    let caption = &picture.scene.caption;
    let mut out = String::new();
    for (name, words) in [
        ("title", &caption.title),
        ("subtitle", &caption.subtitle),
        ("source", &caption.source),
        ("byline", &caption.byline),
        ("description", &picture.description),
    ] {
        if !words.is_empty() {
            let _ = writeln!(out, "{name}: {words}");
        }
    }
    for entry in &caption.key {
        let _ = writeln!(out, "key: {}", entry.label);
    }
    for note in &caption.notes {
        let _ = writeln!(out, "note: {note}");
    }
    out.push('\n');
    for row in core::iter::once(&picture.table.head).chain(&picture.table.rows) {
        let _ = writeln!(out, "{}", row.join(" | "));
    }
    out
}

/// A place where an example is not as it was.
struct Mismatch {
    example: String,
    file: String,
    expected: String,
    actual: String,
}

#[test]
fn every_example_is_as_it_was() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut mismatches = Vec::new();
    for (example, folder) in examples() {
        let drawn = draw(&folder);
        for known in ["words.txt".into(), "problems.txt".into()].into_iter().chain(WIDTHS.map(|w| format!("{w}.svg"))) {
            let path = folder.join(&known);
            let expected = fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
            let actual = drawn.files.iter().find(|(file, _)| *file == known).map_or("", |(_, text)| text.as_str());
            if expected == actual {
                continue;
            }
            if update {
                // An empty file would say no more than none.
                let _ = if actual.is_empty() { fs::remove_file(&path) } else { fs::write(&path, actual) };
            } else {
                let actual = actual.to_string();
                mismatches.push(Mismatch { example: example.clone(), file: known, expected, actual });
            }
        }
    }
    if mismatches.is_empty() {
        return;
    }
    let page = report(&mismatches);
    let list: Vec<String> = mismatches.iter().map(|m| format!("examples/{}/{}", m.example, m.file)).collect();
    panic!(
        "{} files differ; see {}; where the change is meant: UPDATE=1 cargo test --test examples\n{}",
        mismatches.len(),
        page.display(),
        list.join("\n")
    );
}

/// Writes the page that shows what was expected, what came, and the difference.
fn report(mismatches: &[Mismatch]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("golden");
    // What an earlier run left there is no longer true.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    let mut html = String::from(
        "<!doctype html><meta charset=\"utf-8\"><title>Goldens</title><style>\
         body{font:14px system-ui;margin:2em}section{margin-bottom:3em}.row{display:flex;gap:1em;flex-wrap:wrap}\
         figure{margin:0}figcaption{color:#666}img{border:1px solid #ccc;vertical-align:top}pre{white-space:pre-wrap;max-width:40em}\
         .over{position:relative;isolation:isolate}.over img+img{position:absolute;left:0;top:0;mix-blend-mode:difference}</style>",
    );
    for Mismatch { example, file, expected, actual } in mismatches {
        let _ = write!(html, "<section><h2>examples/{example}/{file}</h2><div class=row>");
        if file.ends_with(".svg") {
            let names = [("expected", expected), ("actual", actual)].map(|(which, text)| {
                let name = format!("{example}-{which}-{file}");
                fs::write(folder.join(&name), text).expect("the target folder can be written");
                name
            });
            let [before, after] = names;
            let _ = write!(
                html,
                "<figure><img src=\"{before}\" alt=\"nothing\"><figcaption>expected</figcaption></figure>\
                 <figure><img src=\"{after}\" alt=\"nothing\"><figcaption>actual</figcaption></figure>\
                 <figure><div class=over><img src=\"{before}\" alt=\"\"><img src=\"{after}\" alt=\"\"></div>\
                 <figcaption>difference</figcaption></figure>"
            );
        }
        let _ = write!(html, "</div><pre>{}</pre></section>", lines(expected, actual));
    }
    let page = folder.join("index.html");
    fs::write(&page, html).expect("the target folder can be written");
    page
}

/// The lines that only one of two texts has, escaped for HTML; at most a hundred.
fn lines(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}"));
    let text: Vec<String> = gone.take(50).chain(come.take(50)).collect();
    text.join("\n").replace('&', "&amp;").replace('<', "&lt;")
}

#[test]
fn only_bad_examples_have_problems() {
    let mut wrong = Vec::new();
    for (example, folder) in examples() {
        let problems = draw(&folder).problems;
        if example.starts_with("bad-") == problems.is_empty() {
            let said: Vec<String> = problems.iter().map(Problem::say).collect();
            wrong.push(format!("{example}: {}", if said.is_empty() { "no problem".into() } else { said.join("\n  ") }));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_has_an_example_that_becomes_svg_and_png() {
    for kind in indicator_chart::spec::FORMS.iter().map(|form| form.name) {
        let folder = root().join("examples").join(kind);
        let loaded = load(&folder.join("spec.json"), None);
        assert!(loaded.problems.is_empty(), "{kind}");
        let checked = loaded.checked.unwrap_or_else(|| panic!("examples/{kind} is not drawn"));
        let picture = Picture::draw(&checked, &loaded.lang, 380.0, true);
        assert!(picture.problems.is_empty(), "{kind}");
        let png = png_with(&picture.svg, 1.0, Fallback::None).unwrap_or_else(|problem| panic!("{}", problem.say()));
        assert!(png.starts_with(b"\x89PNG"), "{kind}");
    }
}
