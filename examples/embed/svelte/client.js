import { hydrate } from "svelte";
import Article from "./Article.svelte";

const props = JSON.parse(document.querySelector("#props").textContent);
hydrate(Article, { target: document.querySelector("#app"), props });
