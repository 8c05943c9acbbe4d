// What a reader takes away: the chart as PNG, SVG, CSV, or its table to paste. Loaded when someone asks.

import css from "./export.css";
import { make } from "./figure.js";
import { problem } from "./problem.js";

/** CSS pixels around a picture that stands alone. */
const margin = 16;

/** Language → picture, vector, data, copy the table, copied. @type {Record<string, string[]>} */
const words = {
  ar: ["صورة (PNG)", "رسم متجهي (SVG)", "بيانات (CSV)", "نسخ الجدول", "تم النسخ"],
  de: ["Bild (PNG)", "Vektorgrafik (SVG)", "Daten (CSV)", "Tabelle kopieren", "Kopiert"],
  en: ["Picture (PNG)", "Vector (SVG)", "Data (CSV)", "Copy table", "Copied"],
  es: ["Imagen (PNG)", "Vectores (SVG)", "Datos (CSV)", "Copiar la tabla", "Copiado"],
  fr: ["Image (PNG)", "Vectoriel (SVG)", "Données (CSV)", "Copier le tableau", "Copié"],
  he: ["תמונה (PNG)", "וקטורי (SVG)", "נתונים (CSV)", "העתקת הטבלה", "הועתק"],
  ja: ["画像（PNG）", "ベクター（SVG）", "データ（CSV）", "表をコピー", "コピーしました"],
  ko: ["이미지(PNG)", "벡터(SVG)", "데이터(CSV)", "표 복사", "복사됨"],
  pt: ["Imagem (PNG)", "Vetor (SVG)", "Dados (CSV)", "Copiar tabela", "Copiado"],
  ru: ["Изображение (PNG)", "Вектор (SVG)", "Данные (CSV)", "Копировать таблицу", "Скопировано"],
  zh: ["图片（PNG）", "矢量图（SVG）", "数据（CSV）", "复制表格", "已复制"],
  "zh-Hant": ["圖片（PNG）", "向量圖（SVG）", "資料（CSV）", "複製表格", "已複製"],
};

/**
 * @typedef {object} Source what is taken from
 * @property {import("./model.js").Model} model
 * @property {import("./figure.js").Figure} figure
 * @property {ReturnType<typeof import("./look.js").readLook>} look
 * @property {number} width CSS pixels of the plot in the page
 * @property {string} lang
 */

/**
 * @typedef {object} PictureOptions
 * @property {number} [width] CSS pixels; else as wide as in the page, with a margin
 * @property {"light" | "dark"} [theme] else as in the page
 * @property {number} [ratio] device pixels of a PNG to a CSS pixel; 2 unless said
 */

/**
 * A chart composed as a picture that stands alone, title, source and byline in it.
 * @param {Source} source
 * @param {PictureOptions} options
 */
function compose({ model, look, width }, options) {
  const known = options.width === undefined || (options.width >= 120 && options.width <= 4000);
  if (!known || (options.ratio !== undefined && !(options.ratio >= 0.25 && options.ratio <= 8)))
    throw problem("out-of-range", "options", "no such picture", "`width` is 120 to 4000 CSS pixels, `ratio` 0.25 to 8");
  const theme = options.theme ?? look.theme;
  // The page's colours suit the page's scheme only.
  const colors = theme === look.theme ? look.colors : {};
  const copy = model.copy();
  const size = copy.compose({ width: options.width ?? width + 2 * margin, theme, font: look.font, colors, margin });
  return { copy, size, ground: colors.background ?? (theme === "dark" ? "#15181c" : "#ffffff") };
}

/**
 * @param {Source} source
 * @param {PictureOptions} [options]
 * @returns {Promise<string>} SVG
 */
export async function toSvg(source, options) {
  const { copy } = compose(source, options ?? {});
  const svg = copy.svg() ?? "";
  copy.free();
  return svg;
}

/**
 * @param {Source} source
 * @param {PictureOptions} [options]
 * @returns {Promise<Blob>} PNG
 */
export async function toBlob(source, options) {
  const { copy, size, ground } = compose(source, options ?? {});
  const ratio = options?.ratio ?? 2;
  const canvas = make("canvas");
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  copy.paint(canvas, canvas.width / size.width);
  copy.free();
  const context = canvas.getContext("2d");
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((/** @type {Blob | null} */ blob) =>
      blob
        ? resolve(blob)
        : reject(problem("no-picture", "toBlob", "the picture cannot be made", "ask for a smaller width or ratio")),
    );
  });
}

/**
 * One line a datum, numbers as numbers (RFC 4180).
 * @param {Source} source
 */
export function toCsv({ model }) {
  const lines = [["series", "label", "period", "value", "unit", "qualifier", "text"]];
  for (let id = 0; ; id += 1) {
    const datum = model.datum(id);
    if (!datum) break;
    const { series, label, period, value, unit, qualifier, text } = datum;
    lines.push([series, label, period ?? "", `${value ?? ""}`, unit, qualifier ?? "", text]);
  }
  const quoted = (/** @type {string} */ cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${lines.map((line) => line.map(plain).map(quoted).join(",")).join("\r\n")}\r\n`;
}

/**
 * Words that a spreadsheet would take for a formula, as words.
 * @param {string} cell
 */
const plain = (cell) => (/^\s*[=+@-]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell);

/**
 * The data table as tab-separated text, as spreadsheets paste it, below its title and above its source and byline.
 * @param {Source} source
 */
function tableText({ model, figure }) {
  const { head, count } = model.tell();
  const { rows } = model.rows(0, count);
  const said = (/** @type {Element} */ { textContent }) => (textContent ? [[textContent]] : []);
  const lines = [...said(figure.title), head, ...rows, ...[figure.source, figure.byline].flatMap(said)];
  return lines.map((row) => row.map((cell) => plain(cell).replaceAll(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

/**
 * Hands a file to the reader.
 * @param {Blob} blob
 * @param {string} title
 * @param {string} ending
 */
function save(blob, title, ending) {
  const name = title.replaceAll(/[\\/:*?"<>|\p{C}]+/gu, " ").trim();
  const href = URL.createObjectURL(blob);
  make("a", { href, download: `${name.slice(0, 80) || "indicator-chart"}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/**
 * Opens the menu, a menu button as the ARIA Authoring Practices describe it.
 * @param {Source} source
 * @param {(thrown: unknown) => void} fail
 */
export function openMenu(source, fail) {
  const { figure, lang } = source;
  const button = figure.download;
  const root = button.getRootNode();
  figure.wear(css);
  const title = figure.title.textContent;
  const [picture, vector, data, copy, copied] = wordsIn(lang);
  const status = make("span", { role: "status", class: "quiet" });
  /** @type {[string, () => Promise<unknown> | void][]} */
  const choices = [
    [picture, async () => save(await toBlob(source), title, "png")],
    [vector, async () => save(new Blob([await toSvg(source)], { type: "image/svg+xml" }), title, "svg")],
    // The mark tells spreadsheets that the file is in UTF-8.
    [data, () => save(new Blob(["\uFEFF", toCsv(source)], { type: "text/csv" }), title, "csv")],
    [
      copy,
      async () => {
        await navigator.clipboard.writeText(tableText(source));
        status.textContent = copied;
      },
    ],
  ];
  const items = choices.map(([name, act]) => {
    const item = make("button", { role: "menuitem", type: "button", tabindex: "-1", part: "menuitem" }, name);
    item.addEventListener("click", async () => {
      close(true);
      try {
        await act();
      } catch (thrown) {
        fail(thrown);
      }
    });
    return item;
  });
  const menu = make("div", { role: "menu", part: "menu", "aria-label": button.textContent }, ...items);
  button.after(menu, status);
  button.setAttribute("aria-expanded", "true");
  items[0].focus();
  menu.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const at = items.indexOf(root.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      items.at(to % items.length).focus();
      event.preventDefault();
    } else if (event.key === "Escape") {
      close(true);
    } else if (event.key === "Tab") {
      close(false);
    }
  });
  const outside = (/** @type {Event} */ event) => {
    if (!event.composedPath().includes(menu)) close(false);
  };
  // The click that opened the menu is still on its way.
  setTimeout(() => document.addEventListener("pointerdown", outside));

  /** @param {boolean} back whether the button takes the focus */
  function close(back) {
    document.removeEventListener("pointerdown", outside);
    menu.remove();
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
  }
}

/** @param {string} lang */
function wordsIn(lang) {
  if (/^zh-(Hant|TW|HK|MO)/i.test(lang)) return words["zh-Hant"];
  return words[lang.split("-")[0].toLowerCase()] ?? words.en;
}
