import { renderToHtml } from "indicator-chart/server";
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import Article from "./Article.vue";

/** A page for a spec, as HTML. */
export async function render(spec, src) {
  const { head, inside, lang, title } = await renderToHtml(spec, { src, assets: "/dist/" });
  const props = { inside, lang, title, src, rows: spec.data };
  return { head, props, body: await renderToString(createSSRApp(Article, props)) };
}
