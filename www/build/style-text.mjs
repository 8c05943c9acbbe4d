// Style sheets as texts in scripts.

import { readFileSync } from "node:fs";

/**
 * `import css from "./x.css"` gives the minified text, for a constructed style sheet.
 * @param {typeof import("esbuild")} esbuild
 * @returns {import("esbuild").Plugin}
 */
export function styleText(esbuild) {
  return {
    name: "style-text",
    setup(builder) {
      builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const small = await esbuild.transform(readFileSync(path, "utf8"), {
          loader: "css",
          minify: true,
          target: "es2022",
        });
        return { contents: small.code.trim(), loader: "text", watchFiles: [path] };
      });
    },
  };
}
