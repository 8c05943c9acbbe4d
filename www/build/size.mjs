// `make size`: what the bytes of the wasm are made of, by module and by function, before wasm-opt and brotli.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installForBuild } from "./install.mjs";
import { ask, root, run, say, script } from "./step.mjs";

/** A reader of the wasm binary format: sections, LEB128 numbers, names. */
class Reader {
  at = 8;
  /** @param {Buffer} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }
  byte() {
    this.at += 1;
    return this.bytes[this.at - 1];
  }
  number() {
    let result = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      result |= (byte & 127) << shift;
      if (byte < 128) return result >>> 0;
    }
  }
  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }
}

/**
 * The size and the name of every function.
 * @param {Buffer} bytes
 */
function functionsOf(bytes) {
  const reader = new Reader(bytes);
  let imported = 0;
  let data = 0;
  /** @type {number[]} */
  const sizes = [];
  /** @type {Map<number, string>} */
  const names = new Map();
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const length = reader.number();
    const end = reader.at + length;
    if (id === 2) imported = countImports(reader);
    if (id === 10) {
      for (let left = reader.number(); left > 0; left -= 1) {
        const size = reader.number();
        sizes.push(size);
        reader.at += size;
      }
    }
    if (id === 11) data = length;
    if (id === 0 && reader.text() === "name") readNames(reader, end, names);
    reader.at = end;
  }
  return {
    data,
    functions: sizes.map((size, index) => ({ size, name: readable(names.get(index + imported) ?? "?") })),
  };
}

/** @param {Reader} reader */
function countImports(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === 0) functions += 1;
    if (kind === 1 || kind === 3) reader.byte();
    const flags = reader.number();
    if ((kind === 1 || kind === 2) && flags & 1) {
      reader.number();
      reader.number();
    } else if (kind === 1 || kind === 2) reader.number();
  }
  return functions;
}

/**
 * @param {Reader} reader
 * @param {number} end
 * @param {Map<number, string>} names
 */
function readNames(reader, end, names) {
  while (reader.at < end) {
    const kind = reader.byte();
    const length = reader.number();
    const next = reader.at + length;
    if (kind === 1) {
      for (let left = reader.number(); left > 0; left -= 1) {
        const index = reader.number();
        names.set(index, reader.text());
      }
    }
    reader.at = next;
  }
}

/**
 * Both of rustc's manglings as a path with "::", near enough to read.
 * @param {string} mangled
 */
function readable(mangled) {
  if (!/^_(ZN|R)/.test(mangled)) return mangled;
  const parts = [];
  for (let at = 0; at < mangled.length; at += 1) {
    const count = /^[1-9]\d*/.exec(mangled.slice(at))?.[0];
    if (!count) continue;
    const start = at + count.length + (mangled[at + count.length] === "_" ? 1 : 0);
    const name = mangled.slice(start, start + Number(count));
    const looksLikeName = name.length === Number(count) && /^[\w$.]+$/.test(name);
    if (!looksLikeName) continue;
    if (!/^h[0-9a-f]{16}$/.test(name)) parts.push(name);
    at = start + Number(count) - 1;
  }
  const path = parts.join("::");
  return path.replaceAll("$LT$", "<").replaceAll("$GT$", ">").replaceAll("$u20$", " ").replaceAll("..", "::");
}

/** @param {string} name */
function moduleOf(name) {
  const own = /indicator_chart::(\w+)(?:::([a-z]\w*))?/.exec(name);
  if (own) return `${own[1]}${own[2] && own[1] === "chart" ? `::${own[2]}` : ""}`;
  const other = /(core|alloc|std|\w+)::([a-z]\w*)/.exec(name);
  return other ? `(${other[1]}::${other[2]})` : `(${name.split("_")[0]})`;
}

await script(async () => {
  process.env.PATH = (await installForBuild()).PATH;
  const target = "wasm32-unknown-unknown";
  const args = ["rustc", "--lib", "--release", "--target", target, "--crate-type", "cdylib"];
  await run("cargo", args, { env: { ...process.env, CARGO_PROFILE_RELEASE_STRIP: "none" } });
  const metadata = JSON.parse(ask("cargo", ["metadata", "--format-version=1", "--no-deps"]) ?? "{}");
  const folder = metadata.target_directory ?? join(root, "target");
  const { data, functions } = functionsOf(readFileSync(join(folder, target, "release", "indicator_chart.wasm")));
  const code = functions.reduce((sum, { size }) => sum + size, 0);
  say(`\ncode ${code} bytes in ${functions.length} functions, data ${data} bytes\n\nby module`);
  /** @type {Map<string, number>} */
  const modules = new Map();
  for (const { name, size } of functions) modules.set(moduleOf(name), (modules.get(moduleOf(name)) ?? 0) + size);
  const order = [...modules].sort((one, other) => other[1] - one[1]);
  for (const [name, size] of order.slice(0, 60)) say(`${String(size).padStart(8)}  ${name}`);
  say("\nby function");
  functions.sort((one, other) => other.size - one.size);
  for (const { name, size } of functions.slice(0, 60)) say(`${String(size).padStart(8)}  ${name.slice(0, 150)}`);
});
