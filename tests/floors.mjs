// The floors of ARCHITECTURE.md: a module imports only from floors below its own. `node --test tests/floors.mjs`

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { filesUnder, root } from "../www/build/step.mjs";
import { importsOf } from "./imports.mjs";

/** The top-level modules, lowest floor first. */
const floors = [
  ["value", "problem", "color", "geom", "order", "mention", "each"],
  ["locale"],
  ["table"],
  ["spec"],
  ["scale"],
  ["text"],
  ["theme"], // half a step below the scene, whose Env carries it
  ["scene"],
  ["chart"],
  ["paint", "hit", "describe"],
  ["widget", "command"],
  ["main"], // the program: a handful of lines over its commands
];

/** Crates that only some modules may touch: [what the path begins with, where it is welcome, who says so]. */
const guests = [
  {
    crate: /^(web_sys|js_sys|wasm_bindgen\w*|serde_wasm_bindgen)$/,
    home: /^(widget|paint\/canvas|text\/browser|locale\/browser)/,
  },
  { crate: /^plotters\w*$/, home: /^paint/ },
  { crate: /^(clap|resvg|rustybuzz)$/, home: /^(main|command|paint|text)/ },
];

const longest = 400;
const vague = /^(utils?|helpers?|common|misc|types?)$/;

const rust = filesUnder(["src"]).filter((file) => file.endsWith(".rs"));
const script = filesUnder(["www", "tests"]).filter(
  (file) => /\.(m?js|rs)$/.test(file) && !/\.schema\.|\/node_modules\//.test(file),
);

/** @param {string} module a top-level module's name */
const floorOf = (module) => floors.findIndex((names) => names.includes(module));

/** @param {string} file */
const textOf = (file) => readFileSync(join(root, file), "utf8");

/**
 * What is wrong with the imports of one file.
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function climbs(file, text) {
  const inside = file.replace(/^src\//, "").replace(/\.rs$/, "");
  const own = inside.split("/")[0];
  if (own === "lib") return [];
  const floor = floorOf(own);
  if (floor < 0)
    return [`${file}: module "${own}" stands on no floor; give it one in tests/floors.mjs and ARCHITECTURE.md`];
  return importsOf(inside, text).flatMap(({ crate, module, line }) => {
    const place = `${file}:${line}`;
    if (crate === "crate" || crate === "indicator_chart") {
      const other = floorOf(module);
      if (other < 0 || module === own || other < floor) return [];
      return [`${place}: ${own} imports ${module}: only floors below it`];
    }
    return guests
      .filter((guest) => guest.crate.test(crate) && !guest.home.test(inside))
      .map((guest) => `${place}: ${crate} is welcome only in ${guest.home.source}`);
  });
}

test("modules import only from floors below", () => {
  assert.ok(rust.length > 20, "the sources are there");
  assert.deepEqual(
    rust.flatMap((file) => climbs(file, textOf(file))),
    [],
  );
});

test("a climbing import, a sibling on the same floor and a foreign guest are found", () => {
  const found = [
    climbs("src/geom/line.rs", "use crate::color::Color;"),
    climbs("src/table/mod.rs", "use crate::{\n  geom::{Point, Rect},\n  chart::axis::Axis,\n};"),
    climbs("src/color.rs", "fn f() -> super::text::Style { }"),
    climbs("src/chart/bar.rs", "mod tests { use super::super::super::paint; }"),
    climbs("src/chart/bar.rs", "use plotters::style::RGBColor;"),
    climbs("src/text/mod.rs", "fn f(x: &web_sys::Window) {}"),
    climbs("src/helper.rs", ""),
  ];
  assert.deepEqual(
    found.map((list) => list.length),
    [1, 1, 1, 1, 1, 1, 1],
  );
});

test("imports from below, comments and strings are left alone", () => {
  const text = `//! See [crate::chart].
    use crate::geom::Point; use super::sketch::Sketch; /* crate::paint */
    const X: &str = "crate::widget::y";`;
  assert.deepEqual(climbs("src/chart/bar.rs", text), []);
  assert.deepEqual(climbs("src/paint/canvas.rs", "use web_sys::Window; use plotters::prelude::*;"), []);
});

test("no file has a name that says nothing", () => {
  const named = [...rust, ...script].filter((file) => vague.test(basename(file).replace(/\.\w+$/, "")));
  assert.deepEqual(named, []);
});

test(`no file is longer than ${longest} lines`, () => {
  const long = [...rust, ...script]
    .map((file) => ({ file, lines: textOf(file).trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > longest);
  assert.deepEqual(long, []);
});
