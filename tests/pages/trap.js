// Makes the wasm trap when told: `trap = "chart_compose"` lets the calls of that export fail as a panic would, until the
// whole engine has been tried: from its core a page goes on to that.
// Counts what was freed, in `freed`.

globalThis.trap = "";
globalThis.freed = 0;
const Real = WebAssembly.Instance;
WebAssembly.Instance = class {
  constructor(module, imports) {
    const { exports } = new Real(module, imports);
    // Only the core gives its table of functions away, under this name.
    const isWhole = !("0" in exports);
    const watch = ([short, value]) => {
      const name = globalThis.wasmNames[short] ?? short;
      return [short, typeof value === "function" && name.includes("chart") ? watched(name, value, isWhole) : value];
    };
    this.exports = Object.fromEntries(Object.entries(exports).map(watch));
  }
};

function watched(name, work, isWhole) {
  return (...values) => {
    if (name.includes("chart_free")) globalThis.freed += 1;
    if (globalThis.trap && name.startsWith(globalThis.trap)) {
      if (isWhole) globalThis.trap = "";
      throw new WebAssembly.RuntimeError("unreachable");
    }
    return work(...values);
  };
}
