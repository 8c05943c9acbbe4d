//! The examples in grey: what a key tells apart by its hue alone is told apart by something else too: the form of its
//! marks, a name beside them, the same order in every place, or numbers that key and marks share.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use indicator_chart::color::Color;
use indicator_chart::command::{Loaded, Picture, load};
use indicator_chart::geom::Point;
use indicator_chart::locale::native;
use indicator_chart::scene::{Role, Scene, Shape};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// Greys with a lower contrast than this are one grey to the eye that has to find them in a key.
const SEEN: f64 = 1.5;

fn are_one_grey(a: Color, b: Color) -> bool {
    a != b && a.contrast(b) < SEEN && !are_shades(a, b)
}

/// Whether two colours have one hue: shades of it, which lie in one another as the bands of a fan do, from quiet to strong.
fn are_shades(a: Color, b: Color) -> bool {
    let hue = |color: Color| {
        let [r, g, b] = [color.r, color.g, color.b].map(|part| f64::from(part) / 255.0);
        (3f64.sqrt() * (g - b)).atan2(2.0 * r - g - b).to_degrees()
    };
    let apart = (hue(a) - hue(b)).abs();
    apart.min(360.0 - apart) < 12.0
}

/// Whether the values of these series lie, wherever they have one each, in this order along an axis of the picture.
fn are_in_order(scene: &Scene, labels: &BTreeMap<u32, String>, series: &[&str]) -> bool {
    let mut places: BTreeMap<&str, Vec<Option<Point>>> = BTreeMap::new();
    for datum in &scene.data {
        if let Some(at) = series.iter().position(|name| *name == &*datum.series) {
            let row = places.entry(&labels[&datum.id]).or_insert_with(|| vec![None; series.len()]);
            row[at] = Some(datum.anchor);
        }
    }
    let along = |pick: fn(Point) -> f64, sign: f64| {
        places.values().all(|row| {
            let found: Vec<f64> = row.iter().flatten().map(|place| pick(*place) * sign).collect();
            found.windows(2).all(|pair| pair[0] <= pair[1])
        })
    };
    let x = |place: Point| place.x;
    let y = |place: Point| place.y;
    !places.is_empty() && (along(x, 1.0) || along(x, -1.0) || along(y, 1.0) || along(y, -1.0))
}

/// Every text that is painted in the plot, lines of one name put together.
fn painted(scene: &Scene) -> String {
    let texts = scene.marks.iter().filter(|mark| mark.role != Role::Words);
    let texts =
        texts.filter_map(|mark| if let Shape::Text(run) = &mark.shape { Some(run.text.as_str()) } else { None });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_is_told_by_hue_alone() {
    let examples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut alone = BTreeSet::new();
    let (mut keys, mut lists) = (0, 0);
    for entry in fs::read_dir(examples).expect("examples/ is there") {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let Loaded { checked: Some(checked), lang, .. } = load(&folder.join("spec.json"), None) else { continue };
        let locale = native(&lang);
        for (width, dark) in [(320.0, false), (640.0, false), (320.0, true), (640.0, true)] {
            let scene = Picture::draw(&checked, &lang, width, dark).scene;
            let labels = scene.data.iter().map(|datum| (datum.id, datum.label(locale.as_ref()).into_owned())).collect();
            let words = painted(&scene);
            let key = &scene.caption.key;
            for (at, a) in key.iter().enumerate() {
                for b in &key[at + 1..] {
                    if a.swatch != b.swatch || !are_one_grey(a.color, b.color) {
                        continue;
                    }
                    keys += 1;
                    let named = [a, b].iter().all(|entry| words.contains(&entry.label));
                    if !named && !are_in_order(&scene, &labels, &[&a.label, &b.label]) {
                        alone.insert(format!("{name} at {width}, dark {dark}: {:?} and {:?}", a.label, b.label));
                    }
                }
            }
            lists += numbered(&scene, &mut |id| {
                alone.insert(format!("{name} at {width}, dark {dark}: part {id} of its list"));
            });
        }
    }
    assert!(keys > 50 && lists > 20, "{keys} pairs in keys, {lists} parts in lists were looked at");
    assert!(alone.is_empty(), "told by hue alone:\n{}", alone.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Looks at lists in the plot whose samples are squares of a colour: each sample carries a number, and so does its part,
/// or the part is too small for one and lies between others; or the parts lie in a straight line in the list's order.
/// Gives how many parts it looked at.
fn numbered(scene: &Scene, fails: &mut dyn FnMut(u32)) -> usize {
    let samples: BTreeSet<u32> = scene
        .marks
        .iter()
        .filter(|mark| mark.role == Role::Label)
        .filter_map(|mark| match &mark.shape {
            Shape::Rect { rect, .. } if (rect.width - rect.height).abs() < 0.01 => mark.datum,
            _ => None,
        })
        .collect();
    if samples.len() < 2 {
        return 0;
    }
    let numbers = |id: u32| {
        let of = scene.marks.iter().filter(|mark| mark.role == Role::Axis && mark.datum == Some(id));
        of.filter(|mark| matches!(mark.shape, Shape::Text(_))).count()
    };
    let listed: Vec<_> = scene.data.iter().filter(|datum| samples.contains(&datum.id)).collect();
    let level = listed.windows(2).all(|pair| (pair[0].anchor.y - pair[1].anchor.y).abs() < 1.0);
    let onward = |sign: f64| listed.windows(2).all(|pair| pair[0].anchor.x * sign < pair[1].anchor.x * sign);
    if level && (onward(1.0) || onward(-1.0)) {
        return 0;
    }
    let total: f64 = scene.data.iter().filter_map(|datum| datum.value).sum();
    for datum in listed {
        let small = datum.value.unwrap_or(0.0) < total * 0.08;
        let wanted = if small { 1 } else { 2 };
        if numbers(datum.id) < wanted {
            fails(datum.id);
        }
    }
    samples.len()
}
