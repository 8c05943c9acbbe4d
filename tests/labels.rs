//! Every example at every width: no text overlaps another, leaves the picture, or is too small to read.
#![cfg(not(target_arch = "wasm32"))]

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

fn specs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut specs: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().join("spec.json"))
        .filter(|path| path.exists())
        .collect();
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
                    let name = path.parent().and_then(Path::file_name).unwrap_or_default().display();
                    wrong.push(format!("{name} at {width}, {setting:?}: {fault}"));
                    break;
                }
            }
        }
    }
    assert!(drawn > 20, "only {drawn} examples are drawn");
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
