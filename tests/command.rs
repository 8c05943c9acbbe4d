//! The command line, run as a stranger runs it; and the documents that are written from the table of keys.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_indicator-chart")).current_dir(root()).args(args).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Holds a file of the repository against what the program writes; `UPDATE=1` rewrites it.
fn fresh(file: &str, text: &str) {
    let path = root().join(file);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, text).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
    assert!(known == text, "{file} is out of date: UPDATE=1 cargo test --test command");
}

#[test]
fn kinds_are_listed_one_a_line() {
    let output = run(&["kinds"]);
    assert!(output.status.success());
    let names: Vec<&str> = indicator_chart::spec::FORMS.iter().map(|form| form.name).collect();
    assert_eq!(out(&output), names.join("\n") + "\n");
    assert!(["bar", "number", "timeline", "table"].iter().all(|name| names.contains(name)));
}

#[test]
fn a_chart_becomes_svg_and_png() {
    let folder = folder("render");
    let (svg, png) = (folder.join("a.svg"), folder.join("a.png"));
    for file in [&svg, &png] {
        let args = ["render", "examples/bar/spec.json", "--width", "320", "--ratio", "1", "-o", file.to_str().unwrap()];
        let output = run(&args);
        assert!(output.status.success() && output.stderr.is_empty(), "{}", err(&output));
    }
    let svg = fs::read_to_string(svg).unwrap();
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\""), "{}", &svg[..100]);
    let png = fs::read(png).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(u32::from_be_bytes([png[16], png[17], png[18], png[19]]), 320);
}

#[test]
fn theme_and_language_change_the_picture() {
    let draw = |more: &[&str]| out(&run(&[&["render", "examples/bar/spec.json", "-o", "-"], more].concat()));
    let plain = draw(&[]);
    assert!(plain.ends_with("</svg>\n"));
    assert_ne!(draw(&["--theme", "dark"]), plain);
    assert!(!plain.contains("来源"));
    assert!(draw(&["--lang", "zh-Hans"]).contains("来源"));
}

#[test]
fn a_spec_is_read_from_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_indicator-chart"))
        .args(["render", "-", "-o", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let spec = br#"{"kind": "bar", "title": "T", "y": "a", "x": "v", "data": [{"a": "A", "v": 1}]}"#;
    child.stdin.take().unwrap().write_all(spec).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(out(&output).contains("<title>T</title>"));
    assert_eq!(err(&output).lines().count(), 2, "no source, no unit: {}", err(&output));
}

#[test]
fn check_names_place_trouble_and_remedy() {
    let good = run(&["check", "examples/bar/spec.json", "examples/line/spec.json"]);
    assert!(good.status.success());
    assert_eq!(out(&good), "");
    let output = run(&["check", "examples/bar/spec.json", "examples/bad-missing-column/spec.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        out(&output),
        "examples/bad-missing-column/spec.json: error: /x (line 8, column 8): no column \"shares\"; did you mean \"share\"?\n"
    );
    // Warnings alone are no failure.
    let output = run(&["check", "examples/bad-unknown-key/spec.json"]);
    assert!(output.status.success() && out(&output).contains("did you mean \"subtitle\"?"));
}

#[test]
fn what_cannot_be_done_is_said_with_its_exit_code() {
    let cases: [(&[&str], i32, &str); 7] = [
        (&["render", "nowhere.json", "-o", "-"], 1, "cannot read nowhere.json"),
        (&["render", "examples/bar/spec.json", "-o", "x.gif"], 1, "neither .svg nor .png"),
        (&["render", "examples/bar/spec.json", "-o", "no/such/folder/x.svg"], 1, "does the folder exist"),
        (&["render", "examples/bad-not-json/spec.json", "-o", "-"], 1, "(line 4, column 3)"),
        (&["render", "examples/bad-missing-file/spec.json", "-o", "-"], 1, "relative to the spec"),
        (&["render", "examples/bar/spec.json", "-o", "-", "--width", "5"], 2, "a number from"),
        (&["paint"], 2, "unrecognized subcommand"),
    ];
    for (args, code, words) in cases {
        let output = run(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert!(err(&output).contains(words), "{args:?}: {}", err(&output));
    }
}

#[test]
fn a_snippet_names_files_where_they_are_hosted_and_keeps_its_theme() {
    let folder = folder("hosted");
    let brand = folder.join("brand.json");
    fs::write(&brand, "{}").unwrap();
    let args =
        ["snippet", "examples/bar/spec.json", "--src", "/data/bar.json", "--assets", "/charts", "--theme", "dark"];
    let brand = ["--brand", brand.to_str().unwrap(), "--lang", "de"];
    let html = out(&run(&[&args[..], &brand[..]].concat()));
    for part in [
        "<link rel=\"stylesheet\" href=\"/charts/indicator-chart.css\">",
        "href=\"/charts/indicator-chart-bar-plain.wasm\"",
        "<script type=\"module\" src=\"/charts/indicator-chart.js\">",
        "<indicator-chart src=\"/data/bar.json\" lang=\"de\" theme=\"dark\" brand=\"/data/brand.json\">",
        "<summary>Daten</summary>",
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
}

#[test]
fn what_pages_read_as_json_is_read() {
    let folder = folder("mended");
    let spec = folder.join("spec.json");
    let told = |title: &str, value: &str| {
        let text = format!(
            r#"{{"kind":"bar","title":"{title}","y":"n","x":"v","unit":"x","source":"s","data":[{{"n":"A","v":1}},{{"n":"B","v":{value}}}]}}"#
        );
        fs::write(&spec, text).unwrap();
        let output = run(&["check", spec.to_str().unwrap()]);
        (output.status.success(), out(&output))
    };
    assert_eq!(told("Cut \\ud83d", "2"), (true, String::new()));
    assert_eq!(told("Whole \\ud83d\\ude00 \\\" 1e999 \\\\", "2"), (true, String::new()));
    let (drawn, said) = told("Made up", "-1e999");
    assert!(drawn && said.contains("data line 2, column \"v\": \"-1e999\" is no number"), "{said}");
}

#[test]
fn snippet_embeds_picture_table_and_source_with_everything_escaped() {
    let folder = folder("snippet");
    let args =
        ["snippet", "examples/hard-markup/spec.json", "--src", "charts/a&b.json", "-o", folder.to_str().unwrap()];
    let output = run(&args);
    assert!(output.status.success(), "{}", err(&output));
    let html = out(&output);
    for part in [
        "<link rel=\"modulepreload\" href=\"indicator-chart.js\">",
        "<link rel=\"preload\" href=\"indicator-chart.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin>",
        "<link rel=\"preload\" href=\"indicator-chart-bar-plain.wasm\" as=\"fetch\"",
        "<link class=\"indicator-chart\" rel=\"preload\" href=\"charts/a&amp;b.json\" as=\"fetch\" crossorigin>",
        "<script type=\"module\" src=\"indicator-chart.js\"></script>",
        "<indicator-chart src=\"charts/a&amp;b.json\"",
        "<source media=\"(max-width: 480px)\" srcset=\"charts/a&amp;b-phone.svg\" width=\"320\" height=\"",
        "<img src=\"charts/a&amp;b.svg\" width=\"640\" height=\"",
        "<summary>",
        "<th scope=\"col\">count</th>",
        "&lt;script&gt;alert(4)&lt;/script&gt;",
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    // Of all the markup in the data not one tag comes through.
    let tags = html.split('<').skip(1).map(|rest| rest.trim_start_matches('/'));
    let known = [
        "link rel",
        "link class",
        "picture>",
        "source media",
        "script type=\"module\"",
        "script>",
        "indicator-chart",
        "figure",
        "figcaption",
        "img src",
        "details",
        "summary",
        "table",
        "thead",
        "tbody",
        "tr>",
        "th",
        "td>",
        "p>",
    ];
    for tag in tags {
        assert!(known.iter().any(|name| tag.starts_with(name)), "<{tag}");
    }
    for picture in ["a&b.svg", "a&b-phone.svg"] {
        assert!(fs::read_to_string(folder.join(picture)).unwrap().ends_with("</svg>\n"), "{picture}");
    }
}

/// The rules of oembed.com, version 1.0: which keys a rich answer must have, and of which type each is.
#[test]
fn an_oembed_answer_keeps_the_rules() {
    let page = ["--url", "https://news.example/charts/embed.html", "--src", "a&b.json", "--provider", "The News"];
    let answer = |more: &[&str]| -> serde_json::Value {
        let args = [&["oembed", "examples/hard-markup/spec.json"], &page[..], more].concat();
        let output = run(&args);
        assert!(output.status.success(), "{}", err(&output));
        serde_json::from_str(&out(&output)).unwrap()
    };
    let whole = answer(&["--theme", "dark"]);
    let known = ["type", "version", "title", "author_name", "author_url", "provider_name", "provider_url", "html"];
    for (key, value) in whole.as_object().unwrap() {
        let number = ["width", "height", "cache_age"].contains(&key.as_str());
        assert!(if number { value.is_u64() } else { known.contains(&key.as_str()) && value.is_string() }, "{key}");
    }
    assert_eq!((&whole["version"], &whole["type"]), (&"1.0".into(), &"rich".into()));
    assert_eq!(whole["provider_url"], "https://news.example");
    let html = whole["html"].as_str().unwrap();
    assert!(html.starts_with(
        "<iframe src=\"https://news.example/charts/embed.html?src=a%26b.json&amp;lang=en&amp;theme=dark\""
    ));
    assert!(html.contains("<script async src=\"https://news.example/charts/indicator-chart-frame.js\"></script>"));
    // Of the markup in the data's words nothing comes through.
    assert_eq!(html.matches('<').count(), 4, "{html}");
    let small = answer(&["--max-width", "300", "--max-height", "200"]);
    assert_eq!((small["width"].as_u64(), small["height"].as_u64()), (Some(300), Some(200)));
    let html = small["html"].as_str().unwrap();
    assert!(html.contains("width=\"300\" height=\"200\""), "{html}");
    for url in ["news.example", "ftp://news.example/embed.html", "https://news.example/embed.html?x=1"] {
        assert_eq!(run(&["oembed", "examples/bar/spec.json", "--url", url]).status.code(), Some(2), "{url}");
    }
}

/// The browser's tests show these on pages of others.
#[test]
fn the_snippets_in_the_tests_pages_are_fresh() {
    let folder = folder("snippets");
    for kind in ["bar", "column", "line"] {
        let spec = format!("examples/{kind}/spec.json");
        let html = run(&["snippet", &spec, "--src", &format!("{kind}.json"), "-o", folder.to_str().unwrap()]);
        fresh(&format!("tests/pages/snippet/{kind}.html"), &out(&html));
        for picture in [format!("{kind}.svg"), format!("{kind}-phone.svg")] {
            fresh(&format!("tests/pages/snippet/{picture}"), &fs::read_to_string(folder.join(&picture)).unwrap());
        }
    }
}

#[test]
fn a_language_without_words_falls_back_to_the_next_of_kin() {
    for (lang, title, source) in [
        ("zh-Hans", "2009年", "来源："),
        ("zh-TW", "2009年", "來源："),
        ("en-GB", "Iowa’s renewables", "Source: "),
        ("fr", "Iowa’s renewables", "Source\u{a0}: "),
        ("sw", "Iowa’s renewables", "Source: "),
    ] {
        let done = run(&["render", "examples/words-two-languages/spec.json", "-o", "-", "--lang", lang]);
        let svg = out(&done);
        assert!(svg.contains(&format!("<title>{title}")) && svg.contains(source), "{lang}: {svg}");
    }
}

#[test]
fn the_schema_is_fresh_and_knows_every_example() {
    let text = out(&run(&["schema"]));
    fresh("www/spec.schema.json", &text);
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    let properties = schema["properties"].as_object().unwrap();
    for entry in fs::read_dir(root().join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_string_lossy().starts_with("bad-") || !path.join("spec.json").is_file() {
            continue;
        }
        let spec: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(path.join("spec.json")).unwrap()).unwrap();
        for (key, value) in spec.as_object().unwrap() {
            assert!(properties.contains_key(key), "{}: {key}", path.display());
            if let Some(known) = properties[key]["enum"].as_array() {
                assert!(known.contains(value), "{}: {key}: {value}", path.display());
            }
        }
    }
    for (key, property) in properties {
        assert!(property["description"].is_string(), "{key}");
    }
}

#[test]
fn the_page_about_the_spec_is_fresh() {
    fresh("docs/spec.md", &indicator_chart::spec::manual());
    fresh("docs/kinds.md", &indicator_chart::spec::catalogue());
    let file = "www/indicator-chart.d.ts";
    let types = fs::read_to_string(root().join(file)).unwrap().replace('\r', "");
    let (before, rest) = types.split_once("--test command\n\n").unwrap();
    let (_, after) = rest.split_once("// To here.\n").unwrap();
    let own = indicator_chart::spec::declaration();
    fresh(file, &[before, "--test command\n\n", &own, "\n// To here.\n", after].concat());
}

#[test]
fn a_batch_draws_a_spec_a_line_and_goes_on_after_a_bad_one() {
    let folder = folder("batch");
    let spec = |value: f64| {
        format!(
            r#"{{"kind": "bar", "title": "Made up", "x": "v", "y": "n", "unit": "%", "source": "S", "data": [{{"n": "A", "v": {value}}}]}}"#
        )
    };
    let specs = folder.join("specs.jsonl");
    fs::write(&specs, [&spec(3.0), "{\"kind\": \"bar\"", "", &spec(5.0), &spec(7.0)].join("\n")).unwrap();
    let pattern = folder.join("{line}.svg");
    let output = run(&["render", "--batch", specs.to_str().unwrap(), "-o", pattern.to_str().unwrap(), "--jobs", "2"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("line 2: error") && err(&output).contains("1 of 4 specs"), "{}", err(&output));
    let drawn = |line: usize| fs::read_to_string(folder.join(format!("{line}.svg"))).ok();
    assert!(drawn(1).is_some_and(|svg| svg.contains("3%")) && drawn(5).is_some_and(|svg| svg.contains("7%")));
    assert!(drawn(2).is_none() && drawn(3).is_none() && drawn(4).is_some());
    // One file for all would keep only the last.
    let output = run(&["render", "--batch", specs.to_str().unwrap(), "-o", folder.join("all.svg").to_str().unwrap()]);
    assert!(err(&output).contains("{line}") && output.status.code() == Some(1));
}
