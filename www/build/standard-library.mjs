// Rust's standard library, compiled with the crate and for size: without the machinery that prints a panic's message
// (in the page a panic is a trap either way) the wasm weighs about a sixth less after compression.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./step.mjs";

/** Whether rustup's `rust-src` component is there. */
export function hasSource() {
  const sysroot = ask("rustc", ["--print", "sysroot"]);
  return sysroot !== undefined && existsSync(join(sysroot, "lib/rustlib/src/rust/library/Cargo.lock"));
}

/**
 * The environment in which cargo compiles the standard library too; the plain one where its source is missing, or where
 * INDICATOR_CHART_STD=shipped asks for the library that rustup shipped. The switches are unstable ones, hence
 * RUSTC_BOOTSTRAP; the crate itself uses nothing unstable and builds without them.
 * @returns {NodeJS.ProcessEnv}
 */
export function smallStandardLibrary() {
  if (process.env.INDICATOR_CHART_STD === "shipped" || !hasSource()) return process.env;
  const flags = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
  return {
    ...process.env,
    RUSTC_BOOTSTRAP: "1",
    RUSTFLAGS: [process.env.RUSTFLAGS, flags].filter(Boolean).join(" "),
    CARGO_UNSTABLE_BUILD_STD: "std,panic_abort",
    CARGO_UNSTABLE_BUILD_STD_FEATURES: "optimize_for_size",
  };
}
