//! `docs/checks.md` holds every kind of problem that the sources can tell, and no other. `UPDATE=1` rewrites it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use indicator_chart::problem::{REMEDIES, checks};
use std::fs;
use std::path::{Path, PathBuf};

/// What is called with a kind as its first argument, in Rust and in JavaScript.
const TELLERS: [&str; 9] =
    ["Problem::error(", "Problem::warning(", "warn(", "error(", "ask(", "refuse(", "trouble(", "problem(", "=> ("];

/// The sources, without their tests.
fn sources() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("www")];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                if !["build", "article", "tests"].contains(&name) {
                    folders.push(path);
                }
            } else if (name.ends_with(".rs") || name.ends_with(".js")) && name != "remedy.rs" && name != "tests.rs" {
                let source = fs::read_to_string(&path).unwrap();
                text.push_str(source.split("#[cfg(test)]\nmod tests").next().unwrap());
            }
        }
    }
    text
}

#[test]
fn the_page_is_as_the_sources_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, checks()).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
    assert!(known == checks(), "docs/checks.md is out of date: UPDATE=1 cargo test --test checks");
    assert!(REMEDIES.is_sorted_by(|a, b| a.kind < b.kind), "in the order of their names, each once");
}

#[test]
fn every_kind_of_problem_has_its_remedy() {
    let text = sources();
    let gone: Vec<&str> =
        REMEDIES.iter().map(|row| row.kind).filter(|kind| !text.contains(&format!("\"{kind}\""))).collect();
    assert!(gone.is_empty(), "no source tells these: {gone:?}");
    let mut missing: Vec<&str> = Vec::new();
    for teller in TELLERS {
        for call in text.split(teller).skip(1) {
            let Some((word, _)) = call.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"')) else {
                continue;
            };
            let kebab = word.contains('-') && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            if kebab && !REMEDIES.iter().any(|row| row.kind == word) {
                missing.push(word);
            }
        }
    }
    assert!(missing.is_empty(), "add them to src/problem/remedy.rs: {missing:?}");
}
