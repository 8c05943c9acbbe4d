//! The locale in the browser: `Intl` writes, so no language's data is shipped.

use super::{Locale, Period, PeriodStyle, span, tongue, unit};
use core::cell::RefCell;
use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Intl.NumberFormat`; a `DateTimeFormat` as well, which has the same `format`.
    #[wasm_bindgen(js_namespace = Intl, js_name = NumberFormat)]
    type Formatter;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl, js_class = "NumberFormat")]
    fn new(lang: &str, options: JsValue) -> Result<Formatter, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &Formatter, value: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(lang: &str, options: JsValue) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(lang: &str) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, items: &Array) -> String;
}

/// The locale of a language tag (BCP 47), English where the tag is none, with the templates of its words as
/// [`super::templates`] orders them; none for English.
pub fn browser(tag: &str, templates: String) -> Box<dyn Locale> {
    let lang = tongue::canonical(tag);
    let known = Formatter::new(&lang, JsValue::UNDEFINED).is_ok();
    Box::new(Browser { lang: if known { lang } else { "en".into() }, templates })
}

struct Browser {
    lang: String,
    templates: String,
}

thread_local! {
    /// Making a formatter takes a hundred times as long as using it: each is kept under its language and options, for
    /// all charts of the page.
    static FORMATTERS: RefCell<Vec<(String, Formatter)>> = const { RefCell::new(Vec::new()) };
}

impl Browser {
    /// Writes with the formatter of these options (JSON); `dated` for a `DateTimeFormat`.
    fn write(&self, options: String, dated: bool, value: f64) -> String {
        FORMATTERS.with_borrow_mut(|formatters| self.write_with(formatters, options, dated, value))
    }

    fn write_with(
        &self,
        formatters: &mut Vec<(String, Formatter)>,
        options: String,
        dated: bool,
        value: f64,
    ) -> String {
        let known =
            |name: &str| name.strip_prefix(&*self.lang).and_then(|rest| rest.strip_prefix(&*options)) == Some("");
        if let Some((_, formatter)) = formatters.iter().find(|(name, _)| known(name)) {
            return formatter.format(value);
        }
        let parsed = JSON::parse(&options).unwrap_or_default();
        let made = if dated {
            DateTimeFormat::new(self.wide(), parsed).map(JsCast::unchecked_into)
        } else {
            Formatter::new(&self.lang, parsed)
        };
        // The language is known and the options are ours, so this does not fail.
        let Ok(formatter) = made else { return String::new() };
        let text = formatter.format(value);
        formatters.push(([&*self.lang, &*options].concat(), formatter));
        text
    }

    /// A number in digits, with a true minus sign, and none before zero.
    fn figure(&self, options: &str, value: f64) -> String {
        if !value.is_finite() {
            return "–".into();
        }
        let write = |value| self.write(["{", options, "}"].concat(), false, value);
        let text = write(value);
        let text = if value <= 0.0 && text == write(-0.0) { write(0.0) } else { text };
        text.replace('-', "\u{2212}")
    }

    /// The language of dates and lists: English without a region has those of international English.
    fn wide(&self) -> &str {
        if self.lang == "en" { "en-001" } else { &self.lang }
    }
}

impl Locale for Browser {
    fn lang(&self) -> &str {
        &self.lang
    }

    fn templates(&self) -> &str {
        &self.templates
    }

    fn number(&self, value: f64, decimals: u8) -> String {
        let digits = decimals.min(20).to_string();
        self.figure(&["\"minimumFractionDigits\":", &digits, ",\"maximumFractionDigits\":", &digits].concat(), value)
    }

    fn compact(&self, value: f64) -> String {
        self.figure("\"notation\":\"compact\",\"maximumFractionDigits\":1", value)
    }

    fn period(&self, period: &Period, style: PeriodStyle) -> String {
        let digits = |number: i32| self.figure("\"useGrouping\":false", f64::from(number));
        if let Some(text) = span::write(&self.lang, &self.templates, period, style, &digits) {
            return text;
        }
        let year = if style == PeriodStyle::Tick { "" } else { ",\"year\":\"numeric\"" };
        let day = if matches!(period, Period::Day(..)) { ",\"day\":\"numeric\"" } else { "" };
        let month = if style == PeriodStyle::Long { "long" } else { "short" };
        // No time zone can shift a period: it is written in the one in which its day is counted.
        let options = ["{\"timeZone\":\"UTC\",\"calendar\":\"gregory\",\"month\":\"", month, "\"", year, day, "}"];
        self.write(options.concat(), true, period.start_day() as f64 * 86_400_000.0)
    }

    fn list(&self, items: &[String]) -> String {
        let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        ListFormat::new(self.wide()).map_or_else(|_| items.concat(), |list| list.format(&array))
    }

    fn with_unit(&self, number: &str, unit: &str) -> String {
        unit::join(self, number, unit, &|unit| {
            let (options, value) = if unit == "%" {
                ("\"style\":\"percent\"".into(), 0.01)
            } else {
                (["\"style\":\"currency\",\"maximumFractionDigits\":0,\"currency\":\"", unit, "\""].concat(), 1.0)
            };
            let text = self.figure(&options, value);
            // What stands around the figure 1, in the language's own digits, stands around every number.
            let one = self.number(1.0, 0).chars().next().unwrap_or('1');
            let (before, after) = text.split_once(one).unwrap_or_default();
            (before.into(), after.into())
        })
    }
}
