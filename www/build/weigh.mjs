// What a file weighs on the wire: its bytes after brotli at quality 11.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { root } from "./step.mjs";

/**
 * @param {string} file a path from the repository's root
 * @returns {number} bytes
 */
export function weigh(file) {
  const bytes = readFileSync(join(root, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}
