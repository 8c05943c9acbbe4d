// The engine in parts. What charts of most kinds come by stays in one module, the core; what a kind needs beyond that goes into a
// part of its own, with a copy of each function of which the core holds too little. Parts share the core's memory and its table of
// functions, through which the core calls what a part may bring; code holds no state, so one copy is as good as another. Where
// neither has the code, the engine traps, and the page takes the whole engine instead (www/engine.js).

import { choose } from "./trim.mjs";
import { funcOf, nameOf, namesAfter, slotsOf, topLevel } from "./wat.mjs";

/** The name under which the core exports its table of functions to the page. */
export const tableName = "0";

/**
 * Closures that only JavaScript could call, through a table that it has not got: js-sys brings them for typed arrays, and
 * wasm-bindgen leaves them standing.
 */
const isDead = (/** @type {string} */ func) => /wasm_bindgen(\[\w+\])?::convert::closures::_::invoke/.test(func);

/** What gives memory: which way it goes depends on all the charts of a page, so no rehearsal knows. The core has all of it. */
const isAllocator = (/** @type {string} */ func) =>
  /rlsf|::RawVecInner>|__externref_(table|drop)|__wbindgen_(malloc|realloc|free)|__rust_(re)?alloc/.test(func);

/**
 * The functions of a module by name, in its order.
 * @param {string} text the module as wasm-dis writes it, with names
 */
export function functionsOf(text) {
  const funcs = topLevel(text).filter(({ head }) => head === "func");
  return new Map(funcs.map((form) => funcOf(form.text)).map((func) => [func.name, func]));
}

/** Takes a module apart. */
export class Split {
  #forms;
  #funcs;
  #slots;
  #data;
  #size;
  /** What the core has of each function. @type {Map<string, string>} */
  #core = new Map();
  /** What each part has of each function. @type {Map<string, Map<string, string>>} */
  #parts = new Map();
  /** Functions that parts bring, so that the core must call them through the table. @type {Set<string>} */
  #brought = new Set();
  /** The core's constants. @type {Set<import("./data.mjs").Constant>} */
  #shared = new Set();
  /** What parts import from the core, by name, with its export. @type {Map<string, string>} */
  exported = new Map([["table $0", tableName]]);

  /**
   * @param {string} text the module as wasm-dis writes it, with names
   * @param {Map<string, import("./wat.mjs").Func>} funcs its functions
   * @param {Map<string, {hits: Uint8Array, weight: number}>} roles where the charts of each role came by
   * @param {import("./data.mjs").Data} data
   */
  constructor(text, funcs, roles, data) {
    this.#forms = topLevel(text);
    this.#funcs = funcs;
    this.#data = data;
    this.#slots = new Map([...slotsOf(this.#forms)].filter(([func]) => !isDead(func)));
    this.#size = Number(/^ \(table \S+ (\d+) \d+ funcref/m.exec(text)?.[1]);
    for (const role of roles.keys()) this.#parts.set(role, new Map());
    let first = 0;
    for (const func of funcs.values()) {
      const count = func.points.length;
      const here = new Map(
        [...roles].map(([role, { hits, weight }]) => {
          const own = hits.subarray(first, first + count);
          return [role, { hits: isAllocator(func.name) ? own.slice().fill(1) : own, weight }];
        }),
      );
      first += count;
      const { core, parts } = choose(func, here);
      if (core !== undefined) this.#core.set(func.name, core);
      for (const [role, own] of parts) this.#parts.get(role)?.set(func.name, own);
      if (parts.size > 0) this.#brought.add(func.name);
    }
    this.#giveSlots();
    this.#shared = data.neededBy([
      ...this.#core.values(),
      ...this.#forms.filter(isGlobal).map(({ text: form }) => form),
    ]);
  }

  /** The parts' names. */
  get names() {
    return [...this.#parts.keys()];
  }

  /** Whatever is called by name, but brought by parts or by none, gets a place in the table. */
  #giveSlots() {
    const called = new Set([...this.#exports()]);
    for (const code of [this.#core, ...this.#parts.values()])
      for (const text of code.values()) for (const func of namesAfter(text, "(?:return_)?call")) called.add(func);
    for (const func of this.#funcs.keys()) {
      if (!called.has(func) || this.#slots.has(func) || !this.#isStep(func)) continue;
      this.#slots.set(func, [this.#size]);
      this.#size += 1;
    }
  }

  /**
   * Whether the core has but a step to the table under a function's name.
   * @param {string} func
   */
  #isStep(func) {
    return this.#brought.has(func) || !this.#core.has(func);
  }

  #exports() {
    const forms = this.#forms.filter(({ head }) => head === "export" || head === "start");
    return forms.map(({ text }) => /\$("[^"]*"|[^\s()]+)\)*$/.exec(text)?.[1] ?? "");
  }

  /**
   * The text of a part.
   * @param {string} role
   */
  part(role) {
    const own = this.#parts.get(role) ?? new Map();
    const code = [...own.values()];
    const lines = ["(module", ...this.#texts("type")];
    const bring = (/** @type {string} */ item, /** @type {string} */ form) =>
      lines.push(` (import "" "${this.#exportOf(item)}" ${form})`);
    bring("memory $0", "(memory $0 1)");
    const tables = new Set(["0", ...code.flatMap((text) => [...namesAfter(text, "call_indirect|table\\.\\w+")])]);
    for (const table of tables)
      bring(`table $${table}`, `(table $${table} 1 ${table === "0" ? "funcref" : "externref"})`);
    for (const global of new Set(code.flatMap((text) => [...namesAfter(text, "global\\.[gs]et")]))) {
      const declared = this.#forms.find((form) => isGlobal(form) && nameOf(form.text) === global)?.text ?? "";
      bring(`global $${global}`, `(global $${global} ${/^ \(global \S+ (\(mut \w+\)|\w+)/.exec(declared)?.[1]})`);
    }
    const called = new Set(code.flatMap((text) => [...namesAfter(text, "(?:return_)?call|ref\\.func")]));
    for (const func of called) if (!own.has(func)) bring(`func $${func}`, `(func $${func} ${this.#headerOf(func)})`);
    for (const func of own.keys())
      for (const slot of this.#slots.get(func) ?? [])
        lines.push(` (elem (table $0) (i32.const ${slot}) func $${func})`);
    lines.push(...this.#data.formsOf(this.#data.neededBy(code, this.#shared)));
    return [...lines, ...code, ")"].join("\n");
  }

  /**
   * The places of the table that a part fills.
   * @param {string} role
   */
  places(role) {
    return [...(this.#parts.get(role)?.keys() ?? [])].flatMap((func) => this.#slots.get(func) ?? []);
  }

  /**
   * The text of the core.
   * @param {Set<string>} wanted the exports that parts import
   */
  core(wanted) {
    const lines = ["(module"];
    let written = false;
    for (const { head, text } of this.#forms) {
      if (head === "func") {
        const func = nameOf(text);
        if (!this.#isStep(func)) lines.push(this.#core.get(func) ?? "");
      } else if (head === "table" && text.includes("funcref")) {
        lines.push(` (table $0 ${this.#size} ${this.#size} funcref)`);
      } else if (head === "data") {
        if (!written) lines.push(...this.#data.formsOf(this.#shared));
        written = true;
      } else if (head !== "elem") {
        lines.push(text);
      }
    }
    const places = Array(this.#size).fill("$part-missing");
    for (const [func, slots] of this.#slots) {
      const core = this.#core.has(func);
      for (const slot of slots) if (core) places[slot] = this.#isStep(func) ? own(func) : `$${func}`;
    }
    lines.push(
      ` (elem (table $0) (i32.const 1) func ${places.slice(1).join(" ")})`,
      " (func $part-missing unreachable)",
    );
    for (const [func, { header }] of this.#funcs) {
      const [slot] = this.#slots.get(func) ?? [];
      if (!this.#isStep(func)) continue;
      const text = this.#core.get(func);
      if (text !== undefined) lines.push(text.replace(`$${func}`, () => own(func)));
      if (slot !== undefined) lines.push(step(func, header, slot));
    }
    for (const [item, name] of this.exported)
      if (wanted.has(name) || name === tableName) lines.push(` (export "${name}" (${item}))`);
    return `${lines.join("\n")}\n)`;
  }

  /** @param {string} item */
  #exportOf(item) {
    const known = this.exported.get(item) ?? this.exported.size.toString();
    this.exported.set(item, known);
    return known;
  }

  /** @param {string} func */
  #headerOf(func) {
    const known = this.#funcs.get(func)?.header;
    if (known !== undefined) return known.replaceAll(/\(param \$\S+ /g, "(param ");
    const form = this.#forms.find(({ head, text }) => head === "import" && nameOf(text) === func)?.text ?? "";
    return (form.match(/\((param|result|type) [^)]*\)/g) ?? []).join(" ");
  }

  /** @param {string} head */
  #texts(head) {
    return this.#forms.filter((form) => form.head === head).map(({ text }) => text);
  }
}

/** @param {import("./wat.mjs").Form} form */
const isGlobal = ({ head }) => head === "global";

/**
 * What the core's own copy of a function is called where its name is that of the step to the table.
 * @param {string} func
 */
const own = (func) => (func.startsWith('"') ? `$"own:${func.slice(1)}` : `$own:${func}`);

/**
 * A function that calls whatever stands in the table now.
 * @param {string} func
 * @param {string} header
 * @param {number} slot
 */
function step(func, header, slot) {
  const given = [...header.matchAll(/\(param (\$\S+)/g)].map(([, local]) => `(local.get ${local})`).join(" ");
  const bare = header.replaceAll(/\(param \$\S+ /g, "(param ");
  return ` (func $${func} ${header} (call_indirect $0 ${bare} ${given} (i32.const ${slot})))`;
}
