import { renderToHtml } from "indicator-chart/server";
import { render as renderToString } from "svelte/server";
import Article from "./Article.svelte";

/** A page for a spec, as HTML. */
export async function render(spec, src) {
  const { head, inside, lang, title } = await renderToHtml(spec, { src, assets: "/dist/" });
  const props = { inside, lang, title, src, rows: spec.data };
  return { head, props, body: renderToString(Article, { props }).body };
}
