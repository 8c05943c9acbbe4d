use super::studio::{Drawn, Studio};
use crate::describe::{DataTable, table};
use crate::problem::Problem;
use crate::scene::Scene;
use crate::spec::Checked;

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
        let mut studio = Studio::new();
        let Drawn { scene, svg, description, problems } = studio.draw(checked, lang, width, dark, margin);
        let table = table(&scene, studio.locale(lang).as_ref());
        Self { scene, svg, description, table, lang: lang.into(), problems }
    }
}
