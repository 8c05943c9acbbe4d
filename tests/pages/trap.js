// Makes the wasm trap when told: `trap = "chart_compose"` lets the next call of that export fail as a panic would.
// Counts what was freed, in `freed`.

globalThis.trap = "";
globalThis.freed = 0;
const Real = WebAssembly.Instance;
WebAssembly.Instance = class {
  constructor(module, imports) {
    const { exports } = new Real(module, imports);
    const watch = ([short, value]) => {
      const name = globalThis.wasmNames[short] ?? short;
      return [short, typeof value === "function" && name.includes("chart") ? watched(name, value) : value];
    };
    this.exports = Object.fromEntries(Object.entries(exports).map(watch));
  }
};

function watched(name, work) {
  return (...values) => {
    if (name.includes("chart_free")) globalThis.freed += 1;
    if (globalThis.trap && name.startsWith(globalThis.trap)) {
      globalThis.trap = "";
      throw new WebAssembly.RuntimeError("unreachable");
    }
    return work(...values);
  };
}
