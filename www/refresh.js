// Live data: looks again for the data, or for the spec that holds them, and draws what has changed. Loaded where an element
// has `refresh`.

import { changesOf, dataOf, wordsFor } from "./change.js";
import { make } from "./figure.js";
import { asProblem, problem } from "./problem.js";

/** Milliseconds. */
const limits = { least: 1000, most: 3_600_000, answer: 10_000, quiet: 10_000 };

/** How often in a row the pause is doubled when nothing comes. */
const doublings = 5;

/** Looks for new data until it is told to leave. */
export class Refresh {
  #host;
  #chart;
  /** Milliseconds between two looks; nothing where there are none. @type {number | undefined} */
  #pause;
  /** When the next look is due, by `performance.now`. */
  #due = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #failures = 0;
  #seen = true;
  #looking = false;
  #clock = new AbortController();
  /** Where was looked last. */
  #place = "";
  /** What came from there. @type {string | undefined} */
  #text;
  /** What the server calls that. @type {Record<string, string>} */
  #version = {};
  #status = make("span", { role: "status", class: "quiet", id: "news" });
  /** What the reader has been told of. @type {import("./model.js").Datum[] | undefined} */
  #told;
  #spoken = -limits.quiet;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;
  #observer = new IntersectionObserver((entries) => {
    this.#seen = entries.some(({ isIntersecting }) => isIntersecting);
    this.#plan();
  });
  #attribute = new MutationObserver(() => this.#begin());
  #plan = () => {
    clearTimeout(this.#timer);
    if (this.#pause === undefined || this.#looking || !this.#seen || document.hidden || this.#clock.signal.aborted)
      return;
    this.#timer = setTimeout(() => this.#look(), Math.max(0, this.#due - performance.now()));
  };

  /**
   * @param {HTMLElement} host
   * @param {import("./live.js").Chart} chart
   */
  constructor(host, chart) {
    this.#host = host;
    this.#chart = chart;
    // A region must stand before it speaks.
    host.shadowRoot?.querySelector("figure")?.append(this.#status);
    this.#begin();
    this.#attribute.observe(host, { attributeFilter: ["refresh"] });
    this.#observer.observe(host);
    document.addEventListener("visibilitychange", this.#plan);
  }

  /** Begins to wait, as long as the attribute says. */
  #begin() {
    const said = this.#host.getAttribute("refresh");
    const seconds = Number(said ?? 0);
    this.#pause = seconds > 0 ? Math.max(limits.least, Math.min(limits.most, seconds * 1000)) : undefined;
    if (said !== null && !this.#pause)
      this.#chart.fail(warning(`"${said}" is no number of seconds`, 'write refresh="60"'));
    else if (said !== null && !this.#address())
      this.#chart.fail(warning("there is nothing to look for again", "give the spec or its data an address"));
    this.#wait();
  }

  leave() {
    this.#clock.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#speaking);
    this.#observer.disconnect();
    this.#attribute.disconnect();
    document.removeEventListener("visibilitychange", this.#plan);
    this.#status.remove();
  }

  /** What is looked for: the data, or the spec where they stand in it. @returns {{url: URL, isSpec: boolean} | undefined} */
  #address() {
    const model = this.#chart.model();
    const need = model?.needs();
    if (!model?.base || need === "table") return undefined;
    if (need) return { url: new URL(need, model.base), isSpec: false };
    return model.base === document.baseURI ? undefined : { url: new URL(model.base), isSpec: true };
  }

  /**
   * Plans the next look. Readers who came at one time shall not all ask at one time.
   * @param {number} [least] milliseconds
   */
  #wait(least = 0) {
    const pause = Math.min(limits.most, (this.#pause ?? 0) * 2 ** Math.min(this.#failures, doublings));
    this.#due = performance.now() + Math.max(least, pause * (1 + Math.random() / 10));
    this.#plan();
  }

  async #look() {
    const address = this.#address();
    // While no chart is shown nothing is looked for.
    if (!address) return this.#wait();
    this.#looking = true;
    let least = 0;
    try {
      const text = await this.#ask(address.url);
      if (text !== undefined) await this.#takeAll(text, address.isSpec);
      this.#failures = 0;
    } catch (thrown) {
      if (this.#clock.signal.aborted) return;
      this.#failures += 1;
      const { later = 0, trouble = thrown } = /** @type {any} */ (thrown);
      least = later;
      // Once is enough: the chart stays as it is until something comes.
      if (this.#failures === 1) this.#chart.fail({ ...asProblem(trouble), severity: "warning" });
    } finally {
      this.#looking = false;
      if (!this.#clock.signal.aborted) this.#wait(least);
    }
  }

  /**
   * @param {URL} url
   * @returns {Promise<string | undefined>} nothing where nothing is new
   */
  async #ask(url) {
    const place = `${url}`;
    if (place !== this.#place) {
      this.#place = place;
      this.#text = undefined;
      this.#version = {};
    }
    const late = setTimeout(() => stop.abort(), limits.answer);
    const stop = new AbortController();
    const end = () => stop.abort();
    this.#clock.signal.addEventListener("abort", end);
    try {
      // Another origin would have to allow our headers first; there the browser's own memory asks whether something is new.
      const headers = url.origin === location.origin ? this.#version : {};
      const answer = await fetch(url, { credentials: "same-origin", cache: "no-cache", headers, signal: stop.signal });
      if (answer.status === 304) return undefined;
      if (!answer.ok) {
        const trouble = problem("not-found", place, `the server answers ${answer.status}`, "the chart stays as it is");
        throw { trouble, later: 1000 * (Number(answer.headers.get("Retry-After")) || 0) };
      }
      const text = await answer.text();
      const [tag, date] = ["ETag", "Last-Modified"].map((name) => answer.headers.get(name));
      this.#version = { ...(tag && { "If-None-Match": tag }), ...(date && { "If-Modified-Since": date }) };
      if (text === this.#text) return undefined;
      this.#text = text;
      return text;
    } catch (error) {
      if (/** @type {any} */ (error).trouble) throw error;
      throw problem("unreadable", place, error, "the chart stays as it is, and the data are looked for again");
    } finally {
      clearTimeout(late);
      this.#clock.signal.removeEventListener("abort", end);
    }
  }

  /**
   * Takes what came; where the engine has too little code for it, with the whole of it.
   * @param {string} text
   * @param {boolean} isSpec
   */
  async #takeAll(text, isSpec) {
    try {
      this.#take(text, isSpec);
    } catch (thrown) {
      const { more } = /** @type {import("./model.js").Wanting} */ (thrown);
      if (!more) throw thrown;
      await more();
      await this.#takeAll(text, isSpec);
    }
  }

  /**
   * @param {string} text
   * @param {boolean} isSpec
   */
  #take(text, isSpec) {
    const model = this.#chart.model();
    if (!model) return;
    const isJson = isSpec || /^\s*[[{]/.test(text);
    const value = isJson ? JSON.parse(text) : text;
    // Another kind needs another part of the wasm: that is a load like the first.
    if (isSpec && (value?.kind !== model.spec?.kind || value?.lang !== model.spec?.lang)) {
      const { spec } = /** @type {import("./element.js").IndicatorChart} */ (this.#host);
      Object.assign(this.#host, { spec });
      return;
    }
    const next = model.copy(isSpec ? { spec: value, text } : { data: value });
    const { height, problems } = next.compose(/** @type {any} */ (model.env));
    if (!height) {
      next.free();
      throw problems[0] ?? problem("empty", "indicator-chart", "there is nothing to draw", "look at the data");
    }
    const before = dataOf(model);
    const after = dataOf(next);
    const changes = changesOf(before, after);
    if (changes.length === 0 && !isSpec) return next.free();
    this.#chart.swap(next);
    if (changes.length === 0) return;
    this.#host.dispatchEvent(new CustomEvent("chartchange", { bubbles: true, composed: true, detail: changes }));
    this.#told ??= before;
    this.#speak();
  }

  /** Says what has changed since the last time, but not so often that nothing else could be heard. */
  #speak() {
    clearTimeout(this.#speaking);
    const wait = this.#spoken + limits.quiet - performance.now();
    if (wait > 0) {
      this.#speaking = setTimeout(() => this.#speak(), wait);
      return;
    }
    const model = this.#chart.model();
    if (!model) return;
    const now = dataOf(model);
    const said = wordsFor(
      changesOf(this.#told ?? [], now),
      this.#host.shadowRoot?.querySelector("figure")?.lang ?? "en",
    );
    this.#told = now;
    if (!said) return;
    this.#spoken = performance.now();
    this.#status.textContent = said;
  }
}

/**
 * @param {string} message
 * @param {string} hint
 */
const warning = (message, hint) => ({ ...problem("refresh", "indicator-chart", message, hint), severity: "warning" });
