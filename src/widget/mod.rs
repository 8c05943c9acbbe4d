//! The face that the page's script sees: one chart, from its spec to the answer to a pointer.
//! Nothing here throws; a failure is a problem among the others, and whatever JavaScript catches is a trap.

mod look;
mod object;
mod read;
mod report;

use crate::chart::compose;
use crate::describe::Pivot;
use crate::geom::Point;
use crate::hit::Finder;
use crate::locale::{self, Locale};
use crate::paint;
use crate::problem::{Problem, Severity, Warned};
use crate::scene::{Datum, Env, Scene, Setting};
use crate::spec::{self, Checked, Data, Spec};
use crate::table::{self, Table};
use crate::text::BrowserMeasure;
use crate::theme::Theme;
use crate::value::Value;
use js_sys::{Float64Array, Function};
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
    /// The scene's table, since it was first told.
    pivot: Option<Pivot>,
    /// Where the scene's data are, since it was first pointed at.
    finder: Option<Finder>,
}

#[wasm_bindgen]
impl Chart {
    /// Reads a spec, a JavaScript object on a tape (see [`read`]), and the text that it was read from, else ""; `lang` is the language of
    /// the place where the chart stands, `templates` the widget's own words in the chart's language, see
    /// [`locale::templates`]; empty for English.
    #[wasm_bindgen(constructor)]
    pub fn new(
        run: &[f64],
        words: &str,
        columns: Vec<Float64Array>,
        text: String,
        lang: &str,
        templates: String,
    ) -> Chart {
        let Warned { value: spec, mut problems } = spec::parse(&read(run, words, &columns), lang);
        spec::locate(&text, &mut problems);
        let locale = locale::browser(spec.as_ref().map_or(lang, |spec| &spec.lang), templates);
        let mut chart = Self {
            spec,
            text,
            problems,
            checked: None,
            locale,
            theme: Theme::light(),
            themes: None,
            scene: None,
            pivot: None,
            finder: None,
        };
        // Nobody asks for the table again once it is checked.
        let data = chart.spec.as_mut().map(|spec| core::mem::replace(&mut spec.data, Data::Unsaid));
        if let Some(Data::Inline(table)) = data {
            chart.check(&table);
        } else if let (Some(spec), Some(data)) = (&mut chart.spec, data) {
            spec.data = data;
        }
        chart
    }

    /// Takes a brand, a JavaScript object that holds plain data. Needs the part "brand".
    pub fn dress(&mut self, brand: JsValue) {
        let brand = serde_wasm_bindgen::from_value(brand).unwrap_or(Value::Null);
        let Warned { value, mut problems } = look::dressed(&brand);
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

    /// Takes the data that [`Chart::needs`] asked for, on a tape: CSV as text, JSON as a JavaScript value.
    pub fn take(&mut self, run: &[f64], words: &str, columns: Vec<Float64Array>) {
        let value = read(run, words, &columns);
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

    /// Composes the scene for an environment, a JavaScript object on a tape, and returns the words that the page shows around it;
    /// nothing but the problems where nothing can be drawn. `ruler` measures text, see [`BrowserMeasure`]. With a
    /// `margin` in the environment the words are marks of the scene: a picture that stands alone.
    pub fn compose(&mut self, run: &[f64], words: &str, ruler: Function) -> JsValue {
        let env = read(run, words, &[]);
        self.theme = look::theme(&env, &self.themes);
        let number = |key: &str| if let Some(Value::Number(number)) = env.get(key) { Some(*number) } else { None };
        let mut problems = self.problems.clone();
        (self.scene, self.pivot, self.finder) = (None, None, None);
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

    /// The scene in sentences, the head of its table and how many rows that has, as a JavaScript object; `undefined` where
    /// there is no scene.
    pub fn tell(&mut self) -> JsValue {
        match &self.scene {
            Some(scene) => report::told((scene, &mut self.pivot), self.locale.as_ref()),
            None => JsValue::UNDEFINED,
        }
    }

    /// What an editor would ask, as an array of problems; `undefined` where there is nothing to draw. Needs the part "review".
    pub fn review(&self) -> JsValue {
        match (&self.spec, &self.checked) {
            (Some(spec), Some(checked)) => report::asked(spec, &self.text, checked),
            _ => JsValue::UNDEFINED,
        }
    }

    /// What a walk through the data needs to know of each, as a JavaScript object; `undefined` where there is no scene.
    pub fn outline(&self) -> JsValue {
        let scene = self.scene.as_ref();
        scene.map_or(JsValue::UNDEFINED, |scene| report::outline(scene, self.locale.as_ref()))
    }

    /// So many rows of the table, from one of them on, and how many more there are in words, as a JavaScript object;
    /// `undefined` where there is no scene.
    pub fn rows(&mut self, from: usize, till: usize) -> JsValue {
        match &self.scene {
            Some(scene) => report::rows((scene, &mut self.pivot), from..till, self.locale.as_ref()),
            None => JsValue::UNDEFINED,
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
    pub fn hit(&mut self, x: f64, y: f64) -> Option<u32> {
        let scene = self.scene.as_ref()?;
        self.finder.get_or_insert_with(|| Finder::new(scene)).hit(scene, Point::new(x, y))
    }

    /// The first datum of a series and of a label; where one of them is not said any will do.
    pub fn find(&self, series: Option<String>, label: Option<String>) -> Option<u32> {
        let data = &self.scene.as_ref()?.data;
        let fits = |datum: &&Datum| {
            series.as_ref().is_none_or(|series| datum.series == *series.as_str())
                && label.as_ref().is_none_or(|label| datum.label(self.locale.as_ref()) == *label)
        };
        data.iter().find(fits).map(|datum| datum.id)
    }

    /// A datum as a JavaScript object; `undefined` where there is none of that number.
    pub fn datum(&self, id: u32) -> JsValue {
        let datum = self.scene.as_ref().and_then(|scene| scene.data.get(id as usize));
        let manner = self.scene.as_ref().map(|scene| &scene.story.manner);
        match (datum, manner) {
            (Some(datum), Some(manner)) => report::datum(datum, manner, self.locale.as_ref()),
            _ => JsValue::UNDEFINED,
        }
    }
}

/// What keeps a text from being JSON, as a problem: see [`spec::broken`].
#[wasm_bindgen]
pub fn broken(text: &str, what: &str, data: bool) -> JsValue {
    report::problem(&spec::broken(text, what, data))
}
