//! Every example, and every chart of the article, at every width: no text overlaps another, leaves the picture, or is too small to read.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use indicator_chart::chart::compose;
use indicator_chart::command::load;
use indicator_chart::geom::Rect;
use indicator_chart::locale;
use indicator_chart::scene::{Env, Scene, Setting, Shape};
use indicator_chart::text::NativeMeasure;
use indicator_chart::theme::Theme;
use std::fs;
use std::path::{Path, PathBuf};

/// Letters touch only where the boxes around them, from ascent to descent, share more than this, in CSS pixels.
const SLACK: f64 = 1.0;

/// The examples' specs, and those of the article.
fn specs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = |folder: &str| fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let examples = entries("examples").map(|folder| folder.join("spec.json")).filter(|path| path.exists());
    let article = entries("www/article").filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut specs: Vec<PathBuf> = examples.chain(article).collect();
    specs.sort();
    specs
}

/// What is wrong with a scene's words.
fn untidy(scene: &Scene) -> Option<String> {
    let mut seen: Vec<(&str, Rect)> = Vec::new();
    for mark in &scene.marks {
        let Shape::Text(run) = &mark.shape else { continue };
        let bounds = run.bounds();
        if run.style.size < 12.0 {
            return Some(format!("{:?} is {} px", run.text, run.style.size));
        }
        let (right, bottom) = (scene.width + 0.5, scene.height + 0.5);
        if bounds.x < -0.5 || bounds.y < -0.5 || bounds.right() > right || bounds.bottom() > bottom {
            return Some(format!("{:?} at {bounds:?} leaves {} × {}", run.text, scene.width, scene.height));
        }
        let inner = bounds.grown(-SLACK);
        if let Some((other, place)) = seen.iter().find(|(_, place)| inner.meets(&place.grown(-SLACK))) {
            return Some(format!("{:?} at {bounds:?} overlaps {other:?} at {place:?}", run.text));
        }
        seen.push((&run.text, bounds));
    }
    None
}

#[test]
fn words_stay_apart_and_inside_at_every_width() {
    let (measure, theme) = (NativeMeasure::new(), Theme::light());
    let mut wrong: Vec<String> = Vec::new();
    let mut drawn = 0;
    for path in specs() {
        let loaded = load(&path, None);
        let Some(checked) = loaded.checked else { continue };
        let locale = locale::native(&loaded.lang);
        drawn += 1;
        for setting in [Setting::Page, Setting::Picture { margin: 16.0 }] {
            for width in (280..=800).step_by(20) {
                let env = Env { width: f64::from(width), setting, measure: &measure, theme: &theme, locale: &*locale };
                if let Some(fault) = untidy(&compose(&checked, &env).value) {
                    wrong.push(format!("{} at {width}, {setting:?}: {fault}", path.display()));
                    break;
                }
            }
        }
    }
    assert!(drawn > 20, "only {drawn} examples are drawn");
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
