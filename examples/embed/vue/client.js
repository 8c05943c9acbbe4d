import { createSSRApp } from "vue";
import Article from "./Article.vue";

const props = JSON.parse(document.querySelector("#props").textContent);
createSSRApp(Article, props).mount("#app");
