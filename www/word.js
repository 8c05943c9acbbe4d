// The few words that the page needs before, or without, the Rust side.

/** Language → the data button, what stands where nothing can be shown, and the button that takes the chart away. @type {Record<string, string[]>} */
const words = {
  ar: ["البيانات", "الرسم غير متاح", "تنزيل"],
  de: ["Daten", "Grafik nicht verfügbar", "Herunterladen"],
  en: ["Data", "Chart unavailable", "Download"],
  es: ["Datos", "Gráfico no disponible", "Descargar"],
  fr: ["Données", "Graphique indisponible", "Télécharger"],
  he: ["נתונים", "התרשים אינו זמין", "הורדה"],
  hi: ["डेटा", "चार्ट उपलब्ध नहीं है", "डाउनलोड करें"],
  ja: ["データ", "グラフを表示できません", "ダウンロード"],
  ko: ["데이터", "차트를 표시할 수 없음", "다운로드"],
  pt: ["Dados", "Gráfico indisponível", "Baixar"],
  ru: ["Данные", "Диаграмма недоступна", "Скачать"],
  zh: ["数据", "图表无法显示", "下载"],
  "zh-Hant": ["資料", "圖表無法顯示", "下載"],
};

/**
 * What is said in a language; in English where nothing is.
 * @param {Record<string, string[]>} table by language, Chinese in traditional characters apart
 * @param {string} lang a language tag
 */
export function inLanguage(table, lang) {
  if (/^zh-(Hant|TW|HK|MO)/i.test(lang)) return table["zh-Hant"];
  return table[lang.split("-")[0].toLowerCase()] ?? table.en;
}

/**
 * @param {string} lang a language tag
 * @returns {string[]} the data button, what stands where nothing can be shown, the button that takes the chart away
 */
export const wordsOf = (lang) => inLanguage(words, lang);
