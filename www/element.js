// <indicator-chart>: rung 1 stays until the canvas is painted, and comes back when anything fails.

import { reviewing } from "./author.js";
import { takeEarly } from "./early.js";
import { part, start, whole } from "./engine.js";
import { Figure } from "./figure.js";
import { takeaway } from "./later.js";
import { follow } from "./live.js";
import { langOf, readLook } from "./look.js";
import { fetchDraft, Model, withData } from "./model.js";
import { idle, turn, whenNear } from "./near.js";
import { Outcome } from "./outcome.js";
import { leavePage, watchPage } from "./page.js";
import { Place, sizeOf } from "./place.js";
import { Pointing } from "./pointing.js";
import { asProblem, log, missing, nothing, say } from "./problem.js";
import { roleOf } from "./role.js";
import { readData, readSpec } from "./source.js";
import { stand } from "./stand.js";
import { Surface } from "./surface.js";
import { offer } from "./takeaway.js";
import { templatesFor } from "./tongue.js";
import { wordsOf } from "./word.js";

/** How long a window that is drawn larger or smaller stays as it is before it is done with, in milliseconds. */
const settle = 300;

/** An indicator chart beside an article. */
export class IndicatorChart extends HTMLElement {
  static observedAttributes = ["src", "lang", "theme", "export", "refresh", "brand"];

  #spec = /** @type {unknown} */ (undefined);
  #data = /** @type {unknown} */ (undefined);
  /** @type {import("./problem.js").Problem[]} */
  #problems = [];
  /** Whether an editor's questions are asked. */
  #reviewed = false;
  /** What was found on the way to the picture. @type {import("./problem.js").Problem[]} */
  #found = [];
  #figure = new Figure(this.attachShadow({ mode: "open" }));
  #surface = new Surface(
    this.#figure.plot,
    this.#figure.canvas,
    (ratio) => this.#model?.paint(this.#figure.canvas, ratio),
    (thrown) => (thrown ? this.#fail([asProblem(thrown)]) : this.#reload()),
  );
  #pointing = new Pointing(
    this.#figure,
    (question) => this.#ask(question),
    (datum) => this.#emit("chartselect", datum),
  );
  /** @type {Model | undefined} */
  #model;
  /** Set while the element is in a page. @type {IntersectionObserver | true | undefined} */
  #mounted;
  constructor() {
    super();
    offer(
      this.#figure.download,
      () => this.#source(),
      (trouble) => this.#report([...this.#problems, trouble]),
    );
  }

  #resize = new ResizeObserver(() => this.#schedule());
  /** Counts loads, so that a slow one cannot overwrite a later one. */
  #turn = 0;
  #near = false;
  /** Whether there are so many data that their words are dear. */
  #many = false;
  #frame = 0;
  /** What was drawn last. */
  #drawn = "";
  /** The plot's width in CSS pixels. */
  #wide = 0;
  #place = new Place(this.#figure);
  /** Whether rung 1 is kept while its reader would see the page move. */
  #patient = true;
  #outcome = new Outcome();
  /** Ends the looking for new data. @type {(() => void) | undefined} */
  #unfollow;
  /** Resolves with true when the chart is painted, with false when rung 1 stays; a new spec makes a new promise. */
  get ready() {
    return this.#outcome.promise;
  }

  /** What is wrong with the spec and its data. */
  get problems() {
    return this.#problems;
  }
  /** The spec as an object or as JSON text; it comes before `src` and the script inside. */
  get spec() {
    return this.#spec;
  }

  set spec(spec) {
    this.#spec = spec;
    this.#reload();
  }

  /** Data in the place of the spec's own: what `data` may be in a spec; a text is CSV. */
  get data() {
    return this.#data;
  }

  set data(data) {
    this.#data = data;
    const next = this.#model?.copy({ given: data });
    if (data !== undefined && next?.complete) this.#swap(next);
    else this.#reload(next);
  }

  /**
   * Shows a datum as if the reader had pointed at it, without taking the focus.
   * @param {number | string | {series?: string, label?: string}} which its index in reading order, its label, or what it is called
   */
  select(which) {
    this.#place.hurry();
    return this.#pointing.select(which);
  }

  /** Hides what `select` or the reader shows. */
  clear() {
    this.#pointing.hide();
  }

  /** @param {import("./export.js").PictureOptions} [options] */
  async toSvg(options) {
    return (await takeaway()).toSvg(await this.#source(), options);
  }

  /** @param {import("./export.js").PictureOptions} [options] */
  async toBlob(options) {
    return (await takeaway()).toBlob(await this.#source(), options);
  }

  async toCsv() {
    return (await takeaway()).toCsv(await this.#source());
  }

  /** This chart as it can be taken away. @returns {Promise<import("./export.js").Source>} */
  async #source() {
    const drawn = await this.#outcome.promise;
    const [model, figure] = [this.#model, this.#figure];
    if (!drawn || !model) throw missing;
    await whole();
    return { model, figure, look: readLook(this, figure), width: this.#wide, lang: figure.root.lang };
  }

  connectedCallback() {
    takeEarly(this, ["spec", "data"]);
    if (this.#mounted) return;
    this.#mounted = true;
    // It was removed before it was whole.
    if (!this.#outcome.open && !this.#drawn) this.#outcome.renew();
    watchPage(this, (how) => this.#changed(how));
    this.#resize.observe(this.#figure.gauge);
    this.#surface.follow();
    if (this.#near) return this.#model ? this.#schedule() : void this.#load();
    this.#mounted = whenNear(this, () => this.#approach());
  }

  /** Another document does not take the style sheets along. */
  adoptedCallback() {
    this.#figure.wear();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one go: nothing is given up for that.
    queueMicrotask(() => {
      if (this.isConnected || !this.#mounted) return;
      if (this.#mounted !== true) this.#mounted.disconnect();
      this.#mounted = undefined;
      this.#turn += 1;
      cancelAnimationFrame(this.#frame);
      leavePage(this);
      this.#resize.disconnect();
      this.#surface.release();
      this.#place.leave();
      this.#unfollow?.();
      this.#pointing.hide();
      this.#model?.free();
      if (this.#outcome.open || this.#unfollow) this.#drawn = "";
      this.#unfollow = undefined;
      this.#outcome.end(false);
    });
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "export" || name === "refresh") this.#drawn = "";
    if (["src", "lang", "brand"].includes(name)) this.#reload();
    else this.#schedule();
  }

  /** The chart is near the window: from now on it loads at once. */
  #approach() {
    this.#near = true;
    if (document.readyState !== "loading") return void this.#load();
    // The parser may still be adding what stands inside.
    document.addEventListener("DOMContentLoaded", () => void this.#load(), { once: true });
  }

  /** @param {Model} [tried] a chart that came to nothing */
  #reload(tried) {
    tried?.free();
    if (!this.#near || !this.#mounted) return;
    this.#outcome.renew();
    this.#problems = [];
    void this.#load();
  }

  /** @param {Promise<void>} [before] what must be there first */
  async #load(before) {
    this.#turn += 1;
    const count = this.#turn;
    /** @type {import("./problem.js").Problem[]} */
    const found = [];
    try {
      await before;
      const read = readSpec(this, this.#spec, found).then((given) => withData(given, this.#data));
      void this.#pointing.fetchReader();
      const wanted = read.then(({ spec }) => {
        const { kind, lang, brand } = /** @type {any} */ (spec) ?? {};
        const templates = templatesFor(typeof lang === "string" ? lang : langOf(this), found);
        const others = [this.#pointing.fetchTable(kind), fetchDraft(spec)];
        return Promise.all([templates, reviewing(this), part(roleOf(spec)), brand && part("brand"), ...others]);
      });
      const [{ spec, text, base, dress }, [templates, review]] = await Promise.all([read, wanted, start()]);
      await turn();
      if (count !== this.#turn) return;
      const model = new Model(spec, text, langOf(this), templates, base);
      model.found = found;
      const need = model.needs();
      if (need) model.take(await readData(need, base, this));
      if (count !== this.#turn) return model.free();
      this.#model?.free();
      this.#model = model;
      this.#drawn = "";
      this.#reviewed = review;
      this.#figure.dress = dress;
      this.#place.forget();
      this.#draw();
    } catch (thrown) {
      if (count === this.#turn) this.#fail([asProblem(thrown)]);
    }
  }

  /**
   * Draws another chart in the place of the one that is shown.
   * @param {Model} model
   */
  #swap(model) {
    this.#outcome.renew();
    this.#model?.free();
    this.#model = model;
    this.#drawn = "";
    this.#schedule();
  }

  /** What live data do to the chart. @type {import("./live.js").Chart} */
  #watched = {
    model: () => this.#model,
    swap: (model) => this.#swap(model),
    fail: (thrown) => this.#report([...this.#problems, asProblem(thrown)]),
  };

  /** @param {import("./page.js").Change} how */
  #changed(how) {
    if (!this.#model) return;
    if (how !== "look") this.#drawn = "";
    if (how === "print") this.#draw();
    else this.#schedule();
  }

  #schedule() {
    if (!this.#model || !this.#mounted) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  /** Composes, writes the words, and paints, all in one frame. */
  #draw() {
    const model = this.#model;
    if (!model || !this.#mounted) return;
    try {
      const { inset, ...look } = readLook(this, this.#figure);
      const width = Math.floor(sizeOf(this.#figure.gauge, "inlineSize") - inset);
      // Without width it stands in a closed tab: the gauge tells when that opens.
      if (width <= 0 || this.#figure.onPaper) return;
      const key = JSON.stringify([width, look]);
      if (key === this.#drawn) return;
      this.#wide = width;
      this.#place.take(width);
      const words = model.compose({ width, height: this.#place.plot, ...look });
      if (!words.height) return this.#fail(words.problems.length ? words.problems : [nothing]);
      const [dataName, , takeName] = wordsOf(words.lang);
      this.#figure.write(words, this.getAttribute("export") === "off" ? [dataName] : [dataName, takeName]);
      this.#figure.show("figure", !this.#spec && !this.#data && !this.hasAttribute("refresh"));
      const moves = this.#place.fill(...stand(this.#figure, this.#surface, model, words, { width, ...look }));
      if (moves && this.#patient) {
        this.#figure.show("slot");
        this.#place.wait(this, () => {
          this.#patient = false;
          this.#drawn = "";
          this.#schedule();
        });
      }
      this.#drawn = key;
      this.#pointing.renew(words.count);
      this.#found = [...model.found, ...words.problems];
      this.#many = words.count > 1000;
      void this.#tellLater(this.#turn);
    } catch (thrown) {
      this.#fail([asProblem(thrown)]);
    }
  }

  /**
   * Writes the description and the table: with them the chart is whole.
   * @param {number} turn the load that they are for
   */
  #tell(turn) {
    if (!this.#model || turn !== this.#turn) return;
    const told = this.#ask((model) => model.tell());
    const asked = this.#reviewed ? this.#ask((model) => model.review()) : [];
    if (!told || !asked || !this.#model) return;
    this.#figure.tell(told, (from, till) => this.#ask((model) => model.rows(from, till)), this.#pointing.walked);
    this.#pointing.tell(this.#model.templates, this.#many);
    this.#report([...this.#found, ...told.problems, ...asked]);
    if (this.#outcome.open) this.#emit("chartready", null);
    this.#outcome.end(true);
    if (this.hasAttribute("refresh")) this.#unfollow ??= follow(this, this.#watched);
  }

  /** First the picture, then the words. @param {number} turn the load that they are for */
  async #tellLater(turn) {
    const drawn = this.#drawn;
    // Words of many data that are there already can wait until a reader has the size that they want.
    const wait = this.#many && !this.#outcome.open ? settle : 0;
    try {
      await Promise.all([this.#pointing.fetchReader(), new Promise((done) => setTimeout(idle, wait, done))]);
      if (drawn === this.#drawn) this.#tell(turn);
    } catch (thrown) {
      // A picture without words would be less than rung 1, which has both.
      if (turn === this.#turn) this.#fail([asProblem(thrown)]);
    }
  }

  /**
   * Asks the chart something on behalf of a pointer or a key; a trap then is as fatal as in drawing.
   * @template T
   * @param {(model: Model) => T} question
   * @returns {T | undefined}
   */
  #ask(question) {
    try {
      return this.#model && question(this.#model);
    } catch (thrown) {
      this.#fail([asProblem(thrown)]);
      return undefined;
    }
  }

  /**
   * Gives up: rung 1 stays or returns, and the author hears why.
   * @param {import("./problem.js").Problem[]} problems
   */
  #fail(problems) {
    this.#model?.free();
    this.#model = undefined;
    const { more } = /** @type {import("./model.js").Wanting} */ (problems[0]);
    if (more) return void this.#load(more());
    this.#place.leave();
    this.#pointing.hide();
    this.#figure.message.textContent = wordsOf(langOf(this))[1];
    this.#figure.show("slot");
    this.#report(problems);
    this.#drawn = "";
    this.#outcome.end(false);
  }

  /** @param {import("./problem.js").Problem[]} problems all that is known now */
  #report(problems) {
    const known = new Set(this.#problems.map(say));
    this.#problems = problems;
    for (const trouble of problems) {
      if (known.has(say(trouble))) continue;
      log(trouble, this);
      this.#emit("chartproblem", trouble);
    }
  }

  /** @param {string} name @param {unknown} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
