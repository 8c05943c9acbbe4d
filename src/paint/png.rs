use super::mixed::in_runs;
use crate::problem::{Place, Problem};
use crate::text::Font;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, ID, Source, Style};
use resvg::usvg::{FontResolver, Options, Tree};
use std::sync::{Arc, OnceLock};

/// Where letters come from that no shipped font has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// From nowhere: the same picture on every machine.
    None,
    /// From the machine's fonts.
    System,
}

/// Pictures beyond this many device pixels are refused rather than filling the memory.
const PIXELS: f64 = 100e6;

/// Turns one of our own SVG pictures into a PNG, `ratio` device pixels to a CSS pixel. Letters that the shipped fonts
/// lack are taken from the machine's. The problem says what is wrong with the picture, or that it is too large.
pub fn png(svg: &str, ratio: f32) -> Result<Vec<u8>, Problem> {
    png_with(svg, ratio, Fallback::System)
}

/// [`png`] with a say in where missing letters come from.
pub fn png_with(svg: &str, ratio: f32, fallback: Fallback) -> Result<Vec<u8>, Problem> {
    let trouble = |message: String| {
        Problem::error("no-picture", Place::spec(""), message, "ask for a smaller width or ratio".into())
    };
    let (database, ids) = shipped();
    let options = Options { fontdb: database.clone(), font_resolver: resolver(ids, fallback), ..Options::default() };
    let tree = Tree::from_str(&in_runs(svg), &options).map_err(|error| trouble(error.to_string()))?;
    let size = tree.size();
    let (width, height) = ((size.width() * ratio).round(), (size.height() * ratio).round());
    if f64::from(width) * f64::from(height) > PIXELS {
        return Err(trouble(format!("a picture of {width} by {height} pixels is too large")));
    }
    let pixmap = Pixmap::new(width as u32, height as u32);
    let mut pixmap = pixmap.ok_or_else(|| trouble(format!("no picture of {width} by {height} pixels")))?;
    resvg::render(&tree, Transform::from_scale(ratio, ratio), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| trouble(error.to_string()))
}

/// The shipped fonts, and their names in the database in the order of [`Font::shipped`].
fn shipped() -> &'static (Arc<Database>, Vec<ID>) {
    static FONTS: OnceLock<(Arc<Database>, Vec<ID>)> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut database = Database::new();
        let load = |font: Font| database.load_font_source(Source::Binary(Arc::new(font.bytes))).first().copied();
        let ids = Font::shipped().filter_map(load).collect();
        (Arc::new(database), ids)
    })
}

/// Whether a face is upright and, by its name, without serifs.
fn plain(face: &FaceInfo) -> bool {
    const SERIFS: [&str; 9] = ["Serif", "Song", "Ming", "Mincho", "Batang", "Myungjo", "Times", "Roman", "Naskh"];
    face.style == Style::Normal && face.families.iter().all(|(name, _)| !SERIFS.iter().any(|word| name.contains(word)))
}

/// Chooses fonts as measuring did: by weight and letter, whatever family the picture names for browsers.
fn resolver(ids: &'static [ID], fallback: Fallback) -> FontResolver<'static> {
    let for_weight = |weight: u16| Font::for_weight(weight).into_iter().filter_map(|i| ids.get(i).copied());
    FontResolver {
        select_font: Box::new(move |font, _| for_weight(font.weight()).next()),
        select_fallback: Box::new(move |letter, used, database| {
            let weight = used.first().and_then(|id| database.face(*id)).map_or(400, |face| face.weight.0);
            let has = |database: &Database, id: ID| {
                let parsed = |data: &[u8], index| {
                    let face = rustybuzz::Face::from_slice(data, index)?;
                    face.glyph_index(letter)
                };
                database.with_face_data(id, parsed).flatten().is_some()
            };
            let fits = |database: &Database, id: ID| !used.contains(&id) && has(database, id);
            if let Some(id) = for_weight(weight).find(|id| fits(database, *id)) {
                return Some(id);
            }
            if fallback == Fallback::None {
                return None;
            }
            if database.len() == ids.len() {
                Arc::make_mut(database).load_system_fonts();
            }
            // A face without serifs and of the same weight, then one without serifs, then any.
            let strict = |face: &FaceInfo| plain(face) && (face.weight.0 > 500) == (weight > 500);
            let tests: [&dyn Fn(&FaceInfo) -> bool; 3] = [&strict, &plain, &|_| true];
            tests.iter().find_map(|suits| {
                database.faces().filter(|face| suits(face)).map(|face| face.id).find(|id| fits(database, *id))
            })
        }),
    }
}
