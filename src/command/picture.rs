use crate::chart::compose;
use crate::describe::{DataTable, describe, table};
use crate::locale::native;
use crate::paint;
use crate::problem::Problem;
use crate::scene::{Env, Scene, Setting};
use crate::spec::Checked;
use crate::text::NativeMeasure;
use crate::theme::Theme;

/// A chart drawn as a picture of its own, words included.
pub struct Picture {
    /// The finished scene.
    pub scene: Scene,
    /// The scene as SVG.
    pub svg: String,
    /// The description, in sentences.
    pub description: String,
    /// The data as a table.
    pub table: DataTable,
    /// The language of it all.
    pub lang: String,
    /// What was found while composing.
    pub problems: Vec<Problem>,
}

impl Picture {
    /// Draws a chart `width` CSS pixels wide, in the light or the dark theme.
    pub fn draw(checked: &Checked, lang: &str, width: f64, dark: bool) -> Self {
        Self::draw_within(checked, lang, width, dark, None)
    }

    /// The same with another empty margin all round than the theme's, in CSS pixels: 0 for a picture that stands in a
    /// page.
    pub fn draw_within(checked: &Checked, lang: &str, width: f64, dark: bool, margin: Option<f64>) -> Self {
        let theme = Theme::of(checked.brand.as_ref(), dark);
        let margin = margin.unwrap_or(theme.margin);
        let (measure, locale) = (NativeMeasure::new(), native(lang));
        let setting = Setting::Picture { margin };
        let env = Env { width, setting, measure: &measure, theme: &theme, locale: locale.as_ref() };
        let composed = compose(checked, &env);
        let scene = composed.value;
        let description = describe(&scene, locale.as_ref());
        let svg = paint::svg(&scene, &theme, &description);
        let table = table(&scene, locale.as_ref());
        Self { scene, svg, description, table, lang: lang.into(), problems: composed.problems }
    }
}
