// What a table says besides its data. They are few, and come with the one script that says them.

import { inLanguage } from "../word.js";

/** Language → the search field, how many rows are left, and that none is. @type {Record<string, string[]>} */
const words = {
  ar: ["بحث في الجدول", "{0} من {1} صفوف", "لا صف فيه {2}"],
  de: ["Tabelle durchsuchen", "{0} von {1} Zeilen", "Keine Zeile enthält {2}"],
  en: ["Search this table", "{0} of {1} rows", "No row has {2}"],
  es: ["Buscar en la tabla", "{0} de {1} filas", "Ninguna fila contiene {2}"],
  fr: ["Chercher dans le tableau", "{0} lignes sur {1}", "Aucune ligne ne contient {2}"],
  he: ["חיפוש בטבלה", "{0} מתוך {1} שורות", "אין שורה עם {2}"],
  hi: ["तालिका में खोजें", "{1} में से {0} पंक्तियाँ", "{2} किसी पंक्ति में नहीं"],
  ja: ["表を検索", "{1}行中{0}行", "「{2}」を含む行はありません"],
  ko: ["표에서 찾기", "{1}행 중 {0}행", "{2}이(가) 있는 행이 없습니다"],
  pt: ["Buscar na tabela", "{0} de {1} linhas", "Nenhuma linha contém {2}"],
  ru: ["Поиск по таблице", "Строк: {0} из {1}", "Нет строк, где есть {2}"],
  zh: ["在表中查找", "{1}行中的{0}行", "没有含“{2}”的行"],
  "zh-Hant": ["在表中尋找", "{1}列中的{0}列", "沒有含「{2}」的列"],
};

/**
 * @param {string} lang a language tag
 * @returns {string[]} the search field, how many rows are left, that none is
 */
export const recordWords = (lang) => inLanguage(words, lang);

/**
 * @param {string} template
 * @param {...string} parts
 */
export const fill = (template, ...parts) => template.replaceAll(/\{(\d)\}/g, (_, at) => parts[at] ?? "");
