// What stands around the plot for those who do not point: a way past the chart, buttons that are heard and not seen
// until they have the focus, a hint about keys, and the voice.

import { make } from "../figure.js";

/**
 * @param {import("../figure.js").Figure} figure
 * @param {HTMLElement} voice
 * @param {{listen: () => void, help: () => void}} act
 */
export function aids({ root, plot }, voice, act) {
  const button = (/** @type {string} */ part, /** @type {Record<string, string>} */ more = {}) => {
    const node = make("button", { part, type: "button", class: "quiet aid", ...more });
    for (const type of ["focus", "blur"])
      node.addEventListener(type, () => node.classList.toggle("quiet", type === "blur"));
    return node;
  };
  const skip = button("skip");
  // By keyboard the space bar and the question mark do the same: no more stops for Tab.
  const listen = button("listen", { tabindex: "-1" });
  const help = button("keys", { tabindex: "-1" });
  const hint = make("div", { part: "hint", id: "hint", hidden: "" });
  const end = make("span", { class: "quiet" });
  root.prepend(skip);
  plot.after(hint, listen, help, voice);
  root.append(end);
  // Only for as long as it has the focus: Chromium leads from a place that Tab does not know back to the chart's start.
  end.addEventListener("blur", () => end.removeAttribute("tabindex"));
  skip.addEventListener("click", () => {
    end.tabIndex = 0;
    end.focus();
  });
  listen.addEventListener("click", act.listen);
  help.addEventListener("click", act.help);
  return {
    /**
     * @param {ReturnType<typeof import("./word.js").wordsFrom>} say
     * @param {boolean} any whether there is anything to walk through
     */
    rename(say, any) {
      for (const [node, name] of /** @type {const} */ ([
        [skip, "Skip"],
        [listen, "Listen"],
        [help, "Keys"],
      ])) {
        node.textContent = say(name);
        node.hidden = !any;
      }
    },
    /** @param {string} words nothing hides it */
    hint(words) {
      if (words) hint.textContent = words;
      hint.hidden = !words;
      hint.style.insetBlockStart = `${plot.offsetTop + plot.offsetHeight + 6}px`;
    },
  };
}
