//! The face that the page's script sees: one chart, from its spec to the answer to a pointer.
//! Nothing here throws; a failure is a problem among the others, and whatever JavaScript catches is a trap.

mod look;
mod object;
mod read;
mod report;

use crate::chart::compose;
use crate::geom::Point;
use crate::hit;
use crate::locale::{self, Locale};
use crate::paint;
use crate::problem::{Problem, Severity, Warned};
use crate::scene::{Env, Scene, Setting};
use crate::spec::{self, Checked, Data, Spec};
use crate::table::{self, Table};
use crate::text::BrowserMeasure;
use crate::theme::Theme;
use crate::value::Value;
use js_sys::Function;
use read::read;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// One chart of the page.
#[wasm_bindgen]
pub struct Chart {
    spec: Option<Spec>,
    /// The spec as text, where it came so; problems have their line and column from it. Else empty.
    text: String,
    /// Everything found on the way to `checked`.
    problems: Vec<Problem>,
    checked: Option<Checked>,
    locale: Box<dyn Locale>,
    theme: Theme,
    /// The light and the dark theme of a brand, where one is named.
    themes: Option<Box<[Theme; 2]>>,
    scene: Option<Scene>,
}

#[wasm_bindgen]
impl Chart {
    /// Reads a spec, a JavaScript object, and the text that it was read from, else ""; `lang` is the language of
    /// the place where the chart stands, `templates` the widget's own words in the chart's language, see
    /// [`locale::templates`]; empty for English.
    #[wasm_bindgen(constructor)]
    pub fn new(spec: JsValue, text: String, lang: &str, templates: String) -> Chart {
        let Warned { value: spec, mut problems } = spec::parse(&read(&spec), lang);
        spec::locate(&text, &mut problems);
        let locale = locale::browser(spec.as_ref().map_or(lang, |spec| &spec.lang), templates);
        let mut chart =
            Self { spec, text, problems, checked: None, locale, theme: Theme::light(), themes: None, scene: None };
        if let Some(Data::Inline(table)) = chart.spec.as_ref().map(|spec| &spec.data) {
            let table = table.clone();
            chart.check(&table);
        }
        chart
    }

    /// Takes a brand, a JavaScript object. Needs the part "brand".
    pub fn dress(&mut self, brand: JsValue) {
        let Warned { value, mut problems } = look::dressed(&read(&brand));
        spec::locate(&self.text, &mut problems);
        self.problems.extend(problems);
        self.themes = Some(Box::new(value));
    }

    /// The address that the data must be fetched from; "table" for the one inside the element; else nothing.
    pub fn needs(&self) -> Option<String> {
        match &self.spec.as_ref()?.data {
            Data::Address(address) => Some(address.clone()),
            Data::Host => Some("table".into()),
            _ => None,
        }
    }

    /// Takes the data that [`Chart::needs`] asked for: CSV as text, JSON as a JavaScript value.
    pub fn take(&mut self, data: JsValue) {
        let value = read(&data);
        let Warned { value, problems } = match value.text() {
            Some(text) => table::from_csv(text),
            None => table::from_value(&value, self.locale.lang()),
        };
        let failed = problems.iter().any(|problem| problem.severity == Severity::Error);
        self.problems.extend(problems);
        if !failed {
            self.check(&value);
        }
    }

    fn check(&mut self, table: &Table) {
        let Some(spec) = &self.spec else { return };
        let Warned { value, mut problems } = spec::check_to_draw(spec, table);
        spec::locate(&self.text, &mut problems);
        self.problems.extend(problems);
        self.checked = value;
    }

    /// Composes the scene for an environment and returns the words that the page shows around it;
    /// nothing but the problems where nothing can be drawn. `ruler` measures text, see [`BrowserMeasure`]. With a
    /// `margin` in the environment the words are marks of the scene: a picture that stands alone.
    pub fn compose(&mut self, env: JsValue, ruler: Function) -> JsValue {
        let env = read(&env);
        self.theme = look::theme(&env, &self.themes);
        let number = |key: &str| if let Some(Value::Number(number)) = env.get(key) { Some(*number) } else { None };
        let mut problems = self.problems.clone();
        self.scene = None;
        if let Some(checked) = &mut self.checked {
            let measure = BrowserMeasure::new(ruler);
            let own = checked.height;
            checked.height = number("height").or(own);
            let env = Env {
                width: number("width").unwrap_or(320.0),
                setting: number("margin").map_or(Setting::Page, |margin| Setting::Picture { margin }),
                measure: &measure,
                theme: &self.theme,
                locale: self.locale.as_ref(),
            };
            let mut composed = compose(checked, &env);
            checked.height = own;
            spec::locate(&self.text, &mut composed.problems);
            problems.extend(composed.problems);
            self.scene = Some(composed.value);
        }
        report::words(self.scene.as_ref(), self.locale.as_ref(), &problems)
    }

    /// The scene in sentences and as a table, and what an editor would ask, as a JavaScript object; `undefined` where
    /// there is no scene.
    pub fn tell(&self) -> JsValue {
        match (&self.spec, &self.checked, &self.scene) {
            (Some(spec), Some(checked), Some(scene)) => {
                report::told((spec, &self.text), checked, scene, self.locale.as_ref())
            }
            _ => JsValue::UNDEFINED,
        }
    }

    /// The scene as SVG; nothing where there is no scene.
    pub fn svg(&self) -> Option<String> {
        Some(report::drawn(self.scene.as_ref()?, &self.theme, self.locale.as_ref()))
    }

    /// Paints the scene on a canvas of the right size, `ratio` device pixels to a CSS pixel; returns why it could not.
    pub fn paint(&self, canvas: &HtmlCanvasElement, ratio: f64) -> Option<String> {
        paint::canvas(self.scene.as_ref()?, &self.theme, canvas, ratio).err()
    }

    /// The datum that answers to a pointer at a point of the plot, in CSS pixels.
    pub fn hit(&self, x: f64, y: f64) -> Option<u32> {
        hit::hit(self.scene.as_ref()?, Point::new(x, y))
    }

    /// A datum as a JavaScript object; `undefined` where there is none of that number.
    pub fn datum(&self, id: u32) -> JsValue {
        let datum = self.scene.as_ref().and_then(|scene| scene.data.get(id as usize));
        datum.map_or(JsValue::UNDEFINED, |datum| report::datum(datum, self.locale.as_ref()))
    }
}

/// What keeps a text from being JSON, as a problem: see [`spec::broken`].
#[wasm_bindgen]
pub fn broken(text: &str, what: &str, data: bool) -> JsValue {
    report::problem(&spec::broken(text, what, data))
}
