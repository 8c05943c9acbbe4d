// The few words that the page needs before, or without, the Rust side.

/** Language → the name of the data button, and what stands where nothing can be shown. @type {Record<string, string[]>} */
const words = {
  ar: ["البيانات", "الرسم غير متاح"],
  de: ["Daten", "Grafik nicht verfügbar"],
  en: ["Data", "Chart unavailable"],
  es: ["Datos", "Gráfico no disponible"],
  fr: ["Données", "Graphique indisponible"],
  he: ["נתונים", "התרשים אינו זמין"],
  ja: ["データ", "グラフを表示できません"],
  ko: ["데이터", "차트를 표시할 수 없음"],
  pt: ["Dados", "Gráfico indisponível"],
  ru: ["Данные", "Диаграмма недоступна"],
  zh: ["数据", "图表无法显示"],
  "zh-Hant": ["資料", "圖表無法顯示"],
};

/**
 * @param {string} lang a language tag
 * @returns {string[]} the name of the data button, and what stands where nothing can be shown
 */
export function wordsOf(lang) {
  if (/^zh-(Hant|TW|HK|MO)/i.test(lang)) return words["zh-Hant"];
  return words[lang.split("-")[0].toLowerCase()] ?? words.en;
}
