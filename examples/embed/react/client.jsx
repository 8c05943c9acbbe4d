import { hydrateRoot } from "react-dom/client";
import { Article } from "./Article.jsx";

const props = JSON.parse(document.querySelector("#props").textContent);
hydrateRoot(document.querySelector("#app"), <Article {...props} />);
