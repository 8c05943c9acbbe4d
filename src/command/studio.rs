use crate::chart::compose;
use crate::describe::describe;
use crate::locale::{Locale, native};
use crate::paint;
use crate::problem::Problem;
use crate::scene::{Env, Scene, Setting};
use crate::spec::Checked;
use crate::text::NativeMeasure;
use crate::theme::Theme;
use std::rc::Rc;

/// What many pictures share: the fonts that measure and each language's ways of writing, which take longer to
/// read than a picture to draw.
pub(super) struct Studio {
    measure: NativeMeasure,
    locales: Vec<(String, Rc<dyn Locale>)>,
}

/// What a studio makes of a chart.
pub(super) struct Drawn {
    /// The finished scene.
    pub(super) scene: Scene,
    /// The scene as SVG.
    pub(super) svg: String,
    /// The description, in sentences.
    pub(super) description: String,
    /// What was found while composing.
    pub(super) problems: Vec<Problem>,
}

/// No more languages than this are kept ready.
const TONGUES: usize = 16;

impl Studio {
    pub(super) fn new() -> Self {
        Self { measure: NativeMeasure::new(), locales: Vec::new() }
    }

    /// The ways of writing of a language tag (BCP 47).
    pub(super) fn locale(&mut self, lang: &str) -> Rc<dyn Locale> {
        if let Some((_, locale)) = self.locales.iter().find(|(known, _)| known == lang) {
            return locale.clone();
        }
        if self.locales.len() >= TONGUES {
            self.locales.clear();
        }
        let locale: Rc<dyn Locale> = native(lang).into();
        self.locales.push((lang.into(), locale.clone()));
        locale
    }

    /// Draws a chart `width` CSS pixels wide, in the light or the dark theme, with an empty margin all round (CSS pixels; else the
    /// theme's).
    pub(super) fn draw(&mut self, checked: &Checked, lang: &str, width: f64, dark: bool, margin: Option<f64>) -> Drawn {
        let locale = self.locale(lang);
        let theme = Theme::of(checked.brand.as_ref(), dark);
        let setting = Setting::Picture { margin: margin.unwrap_or(theme.margin) };
        let env = Env { width, setting, measure: &self.measure, theme: &theme, locale: locale.as_ref() };
        let composed = compose(checked, &env);
        let scene = composed.value;
        let description = describe(&scene, locale.as_ref());
        let svg = paint::svg(&scene, &theme, &description);
        Drawn { scene, svg, description, problems: composed.problems }
    }
}
