// Parts the wasm: what every chart needs stays in one module, what one kind alone needs goes into a part of its own that
// the page loads when the first chart of that kind comes near. The parts share the module's memory and its table of
// functions; a function that a few kinds share is put into each of their parts, since code holds no state.
//
// This works on WebAssembly's text form, where functions have names: one top-level form a line block, as wasm-dis writes it.

/**
 * @typedef {object} Func
 * @property {string} name
 * @property {string} text its whole form
 * @property {string} header its parameters and results, as in the text
 * @property {Set<string>} calls the functions that it calls
 * @property {Set<string>} globals
 * @property {Set<string>} tables
 * @property {number[]} addresses constants that lie in the data
 */

/** From how large a share of all parts on a function stays in the module instead of being put into each. */
const common = 0.3;

/** How many bytes from its start a table of a closure's functions has: drop, size, alignment, three ways to call. */
const tableOfFunctions = 48;

const name = /\$("[^"]*"|[^\s()]+)/;

/**
 * Splits a module.
 * @param {string} text the module as wasm-dis writes it, with names
 * @param {Map<string, RegExp[]>} wanted each part's name, and what its first functions are called
 * @returns {{main: string, parts: Map<string, string>, exported: Map<string, string>}} texts of modules; `exported` has
 *   for each function that parts import from the main module the name under which that exports it
 */
export function split(text, wanted) {
  const forms = topLevel(text);
  const funcs = new Map(forms.filter(({ head }) => head === "func").map(({ text }) => entry(read(text))));
  const slots = slotsOf(forms);
  for (const func of slots.keys()) if (isDead(func)) slots.delete(func);
  const data = dataOf(forms);
  for (const [part, roots] of wanted) {
    for (const root of roots) {
      if ([...funcs.keys()].some((known) => root.test(known))) continue;
      throw new Error(`${part}: no function ${root}: was it merged with another?`);
    }
  }
  const roots = new Map(
    [...wanted].map(([part, patterns]) => [
      part,
      [...funcs.keys()].filter((known) => patterns.some((pattern) => pattern.test(known))),
    ]),
  );
  const isRoot = new Set([...roots.values()].flat());
  const next = edges(funcs, slots, data, isRoot);
  // What can be reached without going through a part's first function belongs to the module; so does every function
  // of the table whose user is not known for sure.
  const known = new Set([...funcs.keys()].flatMap((from) => [...(next.get(from) ?? [])]));
  const held = new Set([
    ...exportsOf(forms),
    ...[...slots.keys()].filter((slot) => !isMovable(slot) || !known.has(slot)),
  ]);
  for (const root of isRoot) held.delete(root);
  const inMain = reach(held, next, isRoot);
  const users = new Map();
  for (const [part, start] of roots) {
    for (const func of reach(new Set(start), next, new Set())) {
      if (!users.has(func)) users.set(func, new Set());
      users.get(func).add(part);
    }
  }
  const most = Math.max(1, Math.floor(wanted.size * common));
  for (const [func, parts] of users) if (parts.size > most && !isRoot.has(func)) inMain.add(func);
  for (const func of reach(inMain, next, isRoot)) inMain.add(func);
  for (const root of isRoot) inMain.delete(root);
  return write(forms, funcs, slots, inMain, users, [...wanted.keys()]);
}

/**
 * @param {Func} func
 * @returns {[string, Func]}
 */
const entry = (func) => [func.name, func];

/**
 * Closures that only JavaScript could call, through a table that it has not got: js-sys brings them for typed arrays, and
 * wasm-bindgen leaves them standing.
 */
const isDead = (/** @type {string} */ func) => /wasm_bindgen(\[\w+\])?::convert::closures::_::invoke/.test(func);

/** Functions that may leave the module although they are called through the table: closures of the kinds. */
const isMovable = (/** @type {string} */ func) => /indicator_chart(\[\w+\])?::(chart|describe)::/.test(func);

/**
 * The module's forms: wasm-dis begins each with one blank and a bracket.
 * @param {string} text
 */
function topLevel(text) {
  const starts = [...text.matchAll(/^ \((\w+)/gm)];
  return starts.map((start, i) => ({
    head: start[1] ?? "",
    text: text.slice(start.index, starts[i + 1]?.index ?? text.lastIndexOf(")")).trimEnd(),
  }));
}

/**
 * @param {string} text
 * @returns {Func}
 */
function read(text) {
  const [line = ""] = text.split("\n", 1);
  const own = name.exec(line)?.[1] ?? "";
  const all = (/** @type {RegExp} */ pattern) => new Set([...text.matchAll(pattern)].map((found) => found[1] ?? ""));
  return {
    name: own,
    text,
    header: (line.slice(line.indexOf(own) + own.length).match(/\((param|result|type) [^)]*\)/g) ?? []).join(" "),
    calls: all(/\((?:return_)?call \$("[^"]*"|[^\s()]+)/g),
    globals: all(/\(global\.[gs]et \$("[^"]*"|[^\s()]+)/g),
    tables: all(/\((?:call_indirect|table\.\w+) \$("[^"]*"|[^\s()]+)/g),
    addresses: [...text.matchAll(/\(i32\.const (\d{7,})\)/g)].map((found) => Number(found[1])),
  };
}

/** @param {{head: string, text: string}[]} forms */
const exportsOf = (forms) =>
  forms
    .filter(({ head }) => head === "export" || head === "start")
    .map(({ text }) => /\$("[^"]*"|[^\s()]+)\)*$/.exec(text)?.[1] ?? "");

/**
 * Where in the table each function stands.
 * @param {{head: string, text: string}[]} forms
 * @returns {Map<string, number[]>}
 */
function slotsOf(forms) {
  const slots = new Map();
  for (const { text } of forms.filter(({ head }) => head === "elem")) {
    const first = Number(/\(i32\.const (\d+)\)/.exec(text)?.[1]);
    const listed = text.slice(text.indexOf(" func ") + 6).matchAll(/\$("[^"]*"|[^\s()]+)/g);
    for (const [index, [, func]] of [...listed].entries()) slots.set(func, [...(slots.get(func) ?? []), first + index]);
  }
  return slots;
}

/**
 * The words of the data, by address.
 * @param {{head: string, text: string}[]} forms
 * @returns {(address: number) => number}
 */
function dataOf(forms) {
  const segments = forms
    .filter(({ head }) => head === "data")
    .map(({ text }) => {
      const literal = text.slice(text.indexOf(') "') + 3, text.lastIndexOf('"'));
      return { at: Number(/\(i32\.const (\d+)\)/.exec(text)?.[1]), bytes: bytesOf(literal) };
    });
  return (address) => {
    const segment = segments.find(({ at, bytes }) => address >= at && address + 4 <= at + bytes.length);
    return segment ? segment.bytes.readUInt32LE(address - segment.at) : 0;
  };
}

/** @param {string} literal a string of the text form */
function bytesOf(literal) {
  /** @type {Record<string, number>} */
  const named = { t: 9, n: 10, r: 13, '"': 34, "'": 39, "\\": 92 };
  const bytes = [];
  const source = Buffer.from(literal, "utf8");
  for (let i = 0; i < source.length; i += 1) {
    const byte = source[i] ?? 0;
    if (byte !== 92) {
      bytes.push(byte);
      continue;
    }
    const after = String.fromCharCode(source[i + 1] ?? 0);
    if (after in named) {
      bytes.push(named[after] ?? 0);
      i += 1;
    } else {
      bytes.push(Number.parseInt(source.toString("latin1", i + 1, i + 3), 16));
      i += 2;
    }
  }
  return Buffer.from(bytes);
}

/**
 * Which functions each may call: by name, or through a table of functions whose address it holds. What merely looks like
 * an address adds an edge too many, which is safe.
 * @param {Map<string, Func>} funcs
 * @param {Map<string, number[]>} slots
 * @param {(address: number) => number} word
 * @param {Set<string>} isRoot
 */
function edges(funcs, slots, word, isRoot) {
  const bySlot = new Map([...slots].flatMap(([func, places]) => places.map((place) => [place, func])));
  const next = new Map();
  for (const func of funcs.values()) {
    const to = new Set([...func.calls].filter((called) => funcs.has(called)));
    for (const address of func.addresses) {
      for (let at = address; at < address + tableOfFunctions; at += 4) {
        const found = bySlot.get(word(at));
        if (found !== undefined && !isRoot.has(found)) to.add(found);
      }
    }
    next.set(func.name, to);
  }
  return next;
}

/**
 * Everything that can be reached from some functions, themselves included, without entering `closed`.
 * @param {Set<string>} from
 * @param {Map<string, Set<string>>} next
 * @param {Set<string>} closed
 */
function reach(from, next, closed) {
  const found = new Set();
  const todo = [...from];
  for (let func = todo.pop(); func !== undefined; func = todo.pop()) {
    if (found.has(func)) continue;
    found.add(func);
    for (const to of next.get(func) ?? []) if (!closed.has(to)) todo.push(to);
  }
  return found;
}

/**
 * @param {{head: string, text: string}[]} forms
 * @param {Map<string, Func>} funcs
 * @param {Map<string, number[]>} slots
 * @param {Set<string>} inMain
 * @param {Map<string, Set<string>>} users
 * @param {string[]} names
 */
function write(forms, funcs, slots, inMain, users, names) {
  const types = forms.filter(({ head }) => head === "type").map(({ text }) => text);
  const outside = new Set([...users.keys()].filter((func) => !inMain.has(func)));
  // The first functions of a part that the module calls by name get a place in the table, and the module a step to it.
  let size = Number(
    / (\d+) \d+ funcref/.exec(
      forms.find(({ head, text }) => head === "table" && text.includes("funcref"))?.text ?? "",
    )?.[1],
  );
  /** @type {{to: string, slot: number}[]} */
  const steps = [];
  for (const func of funcs.values()) {
    if (!inMain.has(func.name)) continue;
    for (const called of func.calls) {
      if (!outside.has(called) || steps.some(({ to }) => to === called)) continue;
      steps.push({ to: called, slot: size });
      slots.set(called, [...(slots.get(called) ?? []), size]);
      size += 1;
    }
  }
  const exported = new Map();
  const parts = new Map();
  for (const part of names) {
    const own = [...funcs.values()].filter(({ name }) => users.get(name)?.has(part) && !inMain.has(name));
    parts.set(part, partText(own));
  }
  return { main: mainText(), parts, exported };

  /** @param {string} item */
  function exportOf(item) {
    if (!exported.has(item)) exported.set(item, `part:${exported.size}`);
    return exported.get(item);
  }

  /** @param {Func[]} own */
  function partText(own) {
    const mine = new Set(own.map(({ name }) => name));
    const needed = new Set(own.flatMap(({ calls }) => [...calls]).filter((called) => !mine.has(called)));
    const lines = ["(module", ...types];
    const bring = (/** @type {string} */ item, /** @type {string} */ form) =>
      lines.push(` (import "" "${exportOf(item)}" ${form})`);
    bring("memory $0", "(memory $0 1)");
    for (const table of new Set(["0", ...own.flatMap(({ tables }) => [...tables])])) {
      bring(`table $${table}`, `(table $${table} 1 ${table === "0" ? "funcref" : "externref"})`);
    }
    for (const global of new Set(own.flatMap(({ globals }) => [...globals]))) {
      const declared = forms.find(({ head, text }) => head === "global" && innerName(text) === global)?.text ?? "";
      const kind = /^ \(global \$\S+ (\(mut \w+\)|\w+)/.exec(declared)?.[1];
      bring(`global $${global}`, `(global $${global} ${kind})`);
    }
    for (const func of needed) bring(`func $${func}`, `(func $${func} ${headerOf(func)})`);
    for (const { name } of own) {
      for (const slot of slots.get(name) ?? []) lines.push(` (elem (table $0) (i32.const ${slot}) func $${name})`);
    }
    return [...lines, ...own.map(({ text }) => text), ")"].join("\n");
  }

  /** @param {string} func */
  function headerOf(func) {
    const known = funcs.get(func)?.header;
    if (known !== undefined) return known;
    const form = forms.find(({ head, text }) => head === "import" && innerName(text) === func)?.text ?? "";
    return (form.match(/\((param|result|type) [^)]*\)/g) ?? []).join(" ");
  }

  function mainText() {
    const lines = ["(module"];
    for (const { head, text } of forms) {
      if (head === "func" && !inMain.has(innerName(text))) continue;
      if (head === "table" && text.includes("funcref")) {
        lines.push(` (table $0 ${size} ${size} funcref)`);
      } else if (head === "elem") {
        lines.push(
          text.replaceAll(/\$("[^"]*"|[^\s()]+)/g, (all, func) =>
            outside.has(func) || isDead(func) ? "$part-missing" : all,
          ),
        );
      } else {
        lines.push(text);
      }
    }
    if (steps.length > 0) {
      const first = Math.min(...steps.map(({ slot }) => slot));
      lines.push(` (elem (table $0) (i32.const ${first}) func ${steps.map(() => "$part-missing").join(" ")})`);
    }
    lines.push(" (func $part-missing unreachable)");
    for (const { to, slot } of steps) {
      const { header = "" } = funcs.get(to) ?? {};
      const given = [...header.matchAll(/\(param (\$\S+)/g)].map(([, local]) => `(local.get ${local})`).join(" ");
      const bare = header.replaceAll(/\(param \$\S+ /g, "(param ");
      lines.push(` (func $${to} ${header} (call_indirect $0 ${bare} ${given} (i32.const ${slot})))`);
    }
    for (const [item, out] of exported) lines.push(` (export "${out}" (${item}))`);
    return `${lines.join("\n")}\n)`;
  }

  /** @param {string} text an import's or a definition's form */
  function innerName(text) {
    const from = text.startsWith(" (import") ? text.lastIndexOf("(") : 0;
    // Of an import the inner form carries the name; its parameters come in brackets of their own.
    const inner = text.startsWith(" (import")
      ? /\((?:func|memory|table|global) \$("[^"]*"|[^\s()]+)/.exec(text)
      : name.exec(text.slice(from));
    return inner?.[1] ?? "";
  }
}
