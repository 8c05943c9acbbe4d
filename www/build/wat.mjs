// WebAssembly's text form as wasm-dis writes it: one top-level form a line block, functions with their names, code as nested brackets.

/**
 * @typedef {object} Form a top-level form
 * @property {string} head "func", "data" …
 * @property {string} text
 */

/**
 * @typedef {object} Point where a function's code may be entered and left again: the beginning of a branch, and what follows
 *   something that may jump away
 * @property {number} at its place in the function's text
 * @property {number} end where the list of instructions ends that begins here
 */

/**
 * @typedef {object} Func
 * @property {string} name
 * @property {string} text its whole form
 * @property {string} header its parameters and results, as in the text
 * @property {Point[]} points by place; the first is the function's own beginning
 */

const name = /\$("[^"]*"|[^\s()]+)/;

/** Forms inside a function that are no code. */
const declares = new Set(["param", "result", "local", "type", "export", "import"]);

/** Instructions after which what follows may not be reached. */
const jumps = new Set(["br", "br_if", "br_table", "return", "return_call", "unreachable"]);

/** Lists of instructions whose beginning may be reached seldom or never. */
const branches = new Set(["func", "then", "else"]);

/**
 * The module's forms: wasm-dis begins each with one blank and a bracket.
 * @param {string} text
 * @returns {Form[]}
 */
export function topLevel(text) {
  const starts = [...text.matchAll(/^ \((\w+)/gm)];
  return starts.map((start, i) => ({
    head: start[1] ?? "",
    text: text.slice(start.index, starts[i + 1]?.index ?? text.lastIndexOf(")")).trimEnd(),
  }));
}

/**
 * @param {string} text a function's form
 * @returns {Func}
 */
export function funcOf(text) {
  const [line = ""] = text.split("\n", 1);
  const own = name.exec(line)?.[1] ?? "";
  return {
    name: own,
    text,
    header: (line.slice(line.indexOf(own) + own.length).match(/\((param|result|type) [^)]*\)/g) ?? []).join(" "),
    points: pointsOf(tree(text)),
  };
}

/**
 * The name of a definition or an import: of an import the inner form carries it.
 * @param {string} text
 */
export function nameOf(text) {
  const inner = text.startsWith(" (import")
    ? /\((?:func|memory|table|global) \$("[^"]*"|[^\s()]+)/.exec(text)
    : name.exec(text);
  return inner?.[1] ?? "";
}

/**
 * The names that follow some instructions in a text.
 * @param {string} text
 * @param {string} instructions a pattern
 * @returns {Set<string>}
 */
export function namesAfter(text, instructions) {
  return new Set(
    [...text.matchAll(new RegExp(`\\((?:${instructions}) \\$("[^"]*"|[^\\s()]+)`, "g"))].map(([, found = ""]) => found),
  );
}

/**
 * Where in the table of functions each function stands.
 * @param {Form[]} forms
 * @returns {Map<string, number[]>}
 */
export function slotsOf(forms) {
  const slots = new Map();
  for (const { text } of forms.filter(({ head }) => head === "elem")) {
    const first = Number(/\(i32\.const (\d+)\)/.exec(text)?.[1]);
    const listed = text.slice(text.indexOf(" func ") + 6).matchAll(/\$("[^"]*"|[^\s()]+)/g);
    for (const [index, [, func]] of [...listed].entries()) slots.set(func, [...(slots.get(func) ?? []), first + index]);
  }
  return slots;
}

/**
 * The bytes of a data form, and the address of the first.
 * @param {Form} form
 */
export function dataOf({ text }) {
  const literal = text.slice(text.indexOf(') "') + 3, text.lastIndexOf('"'));
  return { at: Number(/\(i32\.const (\d+)\)/.exec(text)?.[1]), bytes: bytesOf(literal) };
}

/**
 * A data form of these bytes at this address.
 * @param {number} at
 * @param {Buffer} bytes
 */
export function dataForm(at, bytes) {
  const literal = [...bytes].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
  return ` (data (i32.const ${at}) "${literal}")`;
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
 * @typedef {object} Node a bracket
 * @property {string} head
 * @property {number} start its place in the text
 * @property {number} end
 * @property {Node[]} inner
 * @property {boolean} [leaves] whether it holds a jump
 */

/**
 * @param {string} text one form
 * @returns {Node}
 */
function tree(text) {
  /** @type {Node[]} */
  const open = [];
  /** @type {Node} */
  const top = { head: "", start: 0, end: text.length, inner: [] };
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (char === '"') {
      for (i += 1; text[i] !== '"'; i += 1) if (text[i] === "\\") i += 1;
    } else if (char === ";") {
      const end = text[i - 1] === "(" ? text.indexOf(";)", i) : text.indexOf("\n", i);
      i = end < 0 ? text.length : end;
    } else if (char === "(" && text[i + 1] !== ";") {
      const head = /[\w.]*/y;
      head.lastIndex = i + 1;
      const node = { head: head.exec(text)?.[0] ?? "", start: i, end: i, inner: [] };
      (open.at(-1) ?? top).inner.push(node);
      open.push(node);
    } else if (char === ")") {
      const node = open.pop();
      if (node) node.end = i;
    }
  }
  return top.inner[0] ?? top;
}

/**
 * @param {Node} func
 * @returns {Point[]}
 */
function pointsOf(func) {
  /** @type {Point[]} */
  const found = [];
  /** @type {Node[]} */
  const todo = [func];
  for (let node = todo.pop(); node; node = todo.pop()) {
    todo.push(...node.inner);
    const branch = branches.has(node.head);
    if (!branch && node.head !== "block" && node.head !== "loop") continue;
    const code = node.inner.filter(({ head }) => !declares.has(head));
    const [first] = code;
    if (branch) found.push({ at: first?.start ?? node.end, end: node.end });
    for (const [i, next] of code.slice(1).entries()) {
      if (leaves(/** @type {Node} */ (code[i]))) found.push({ at: next.start, end: node.end });
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

/**
 * @param {Node} node
 * @returns {boolean}
 */
function leaves(node) {
  node.leaves ??= jumps.has(node.head) || node.inner.some(leaves);
  return node.leaves;
}
