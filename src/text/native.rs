use super::{Font, Measure, TextStyle};
use icu::segmenter::WordSegmenter;
use icu::segmenter::options::WordBreakInvariantOptions;
use rustybuzz::{Direction, Face, Script, ShapePlan, UnicodeBuffer};
use std::cell::RefCell;
use std::collections::HashMap;
use unicode_bidi::{BidiInfo, Level};

/// Measures with the shipped fonts, shaped as they are drawn: kerning and joined Arabic letters included.
/// A letter that no shipped font has counts as square where it is Chinese, Japanese or Korean, else as 0.6 of the size.
pub struct NativeMeasure {
    faces: Vec<Face<'static>>,
    /// Width in ems of text already measured, by weight.
    known: RefCell<HashMap<(u16, String), f64>>,
    /// How a font sets a script in a direction: dearer to find than a line is to set, and there are few.
    plans: RefCell<Vec<(usize, Direction, Script, ShapePlan)>>,
}

/// A stretch of a line that one font sets in one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its letters, in the order in which they are read.
    pub text: String,
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// Its width in ems.
    pub ems: f64,
}

/// So many widths are remembered before all are forgotten.
const KNOWN: usize = 20_000;

impl NativeMeasure {
    /// Reads the shipped fonts.
    pub fn new() -> Self {
        let faces = Font::shipped().filter_map(|font| Face::from_slice(font.bytes, 0)).collect();
        Self { faces, known: RefCell::default(), plans: RefCell::default() }
    }

    /// The stretches of a line, from left to right as they are seen, each set by one font and in one direction. The
    /// line as a whole runs rightward, unless marks of direction within say otherwise.
    pub fn runs(&self, text: &str, weight: u16) -> Vec<Run> {
        let bidi = BidiInfo::new(text, Some(Level::ltr()));
        let mut runs = Vec::new();
        for paragraph in &bidi.paragraphs {
            let (levels, stretches) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for stretch in stretches {
                let rtl = levels.get(stretch.start).is_some_and(|level| level.is_rtl());
                let mut split = self.split(text.get(stretch).unwrap_or_default(), weight);
                if rtl {
                    split.reverse();
                }
                for (text, font) in split {
                    let ems = self.shape(&text, font);
                    runs.push(Run { text, rtl, ems });
                }
            }
        }
        runs
    }

    /// Whether one of the fonts for a weight has all the letters of a text.
    pub fn is_whole(&self, text: &str, weight: u16) -> bool {
        self.whole(text, &Font::for_weight(weight)).is_some()
    }

    /// A font that has all the letters sets the whole line, as resvg does it; else each letter finds its own.
    fn whole(&self, text: &str, order: &[usize]) -> Option<usize> {
        let has_all = |i: &usize| self.faces.get(*i).is_some_and(|face| text.chars().all(|c| has(face, c)));
        order.iter().copied().find(has_all)
    }

    /// Width in ems.
    fn ems(&self, text: &str, weight: u16) -> f64 {
        if let Some(face) = self.whole(text, &Font::for_weight(weight)) {
            return self.shape(text, Some(face));
        }
        self.split(text, weight).iter().map(|(run, font)| self.shape(run, *font)).sum()
    }

    /// A text in stretches of one font each, without marks of direction.
    fn split(&self, text: &str, weight: u16) -> Vec<(String, Option<usize>)> {
        let order = Font::for_weight(weight);
        let face_for =
            |letter: char| order.iter().copied().find(|i| self.faces.get(*i).is_some_and(|face| has(face, letter)));
        let mut runs = Vec::new();
        let mut run = String::new();
        let mut current: Option<usize> = None;
        for letter in text.chars() {
            // Marks of direction have no width.
            if matches!(letter as u32, 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069) {
                continue;
            }
            // Joiners and combining marks belong to the letter before them.
            let joins = matches!(letter as u32, 0x300..=0x36F | 0x64B..=0x65F | 0x200B..=0x200F | 0xFE00..=0xFE0F);
            let face = if joins { current } else { face_for(letter) };
            if face != current {
                runs.push((core::mem::take(&mut run), current));
                current = face;
            }
            run.push(letter);
        }
        runs.push((run, current));
        runs.retain(|(run, _)| !run.is_empty());
        runs
    }

    fn shape(&self, run: &str, font: Option<usize>) -> f64 {
        let Some((font, face)) = font.and_then(|i| Some((i, self.faces.get(i)?))) else {
            return run.chars().map(|c| if (0x2E80..0x3FFFF).contains(&(c as u32)) { 1.0 } else { 0.6 }).sum();
        };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(run);
        buffer.guess_segment_properties();
        let (direction, script) = (buffer.direction(), buffer.script());
        let mut plans = self.plans.borrow_mut();
        let known = plans.iter().position(|plan| (plan.0, plan.1, plan.2) == (font, direction, script));
        let at = known.unwrap_or_else(|| {
            let plan = ShapePlan::new(face, direction, Some(script), buffer.language().as_ref(), &[]);
            plans.push((font, direction, script, plan));
            plans.len() - 1
        });
        let Some((.., plan)) = plans.get(at) else { return 0.0 };
        let shaped = rustybuzz::shape_with_plan(face, plan, buffer);
        let units: i32 = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        f64::from(units) / f64::from(face.units_per_em())
    }
}

fn has(face: &Face, letter: char) -> bool {
    face.glyph_index(letter).is_some()
}

impl Default for NativeMeasure {
    fn default() -> Self {
        Self::new()
    }
}

impl Measure for NativeMeasure {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        if text.is_empty() {
            return 0.0;
        }
        let key = (style.weight, String::from(text));
        let mut known = self.known.borrow_mut();
        if known.len() > KNOWN {
            known.clear();
        }
        *known.entry(key).or_insert_with(|| self.ems(text, style.weight)) * style.size
    }

    fn word_ends(&self, text: &str) -> Vec<usize> {
        WordSegmenter::new_auto(WordBreakInvariantOptions::default()).segment_str(text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width(text: &str, weight: u16) -> f64 {
        NativeMeasure::new().width(text, TextStyle { size: 100.0, weight })
    }

    #[test]
    fn figures_are_tabular() {
        for weight in [400, 600, 700] {
            for digit in '1'..='9' {
                assert_eq!(width(&digit.to_string(), weight), width("0", weight), "{digit} at {weight}");
            }
        }
    }

    #[test]
    fn pairs_are_kerned_and_weights_differ() {
        assert!(width("AV", 400) < width("A", 400) + width("V", 400));
        assert!(width("Dongguan", 700) > width("Dongguan", 400));
    }

    #[test]
    fn chinese_is_square_and_arabic_is_joined() {
        assert_eq!(width("东莞市", 400), 300.0);
        assert_eq!(width("东莞市", 600), 300.0);
        let (joined, apart) = (width("بيت", 400), width("ب", 400) + width("ي", 400) + width("ت", 400));
        assert!(joined > 0.0 && joined < apart, "{joined} {apart}");
    }

    #[test]
    fn hindi_is_joined_and_thai_marks_stand_above() {
        assert!(width("क्ष", 400) < width("क", 400) + width("ष", 400));
        assert!((width("ก่", 400) - width("ก", 400)).abs() < 1e-9);
    }

    #[test]
    fn a_mixed_line_falls_into_runs_as_they_are_seen() {
        let runs = NativeMeasure::new().runs("\u{2067}الإنفاق على R&D 2020\u{2069}", 400);
        let seen: Vec<(&str, bool)> =
            runs.iter().map(|run| (run.text.trim(), run.rtl)).filter(|(text, _)| !text.is_empty()).collect();
        assert_eq!(seen, [("R&D 2020", false), ("على", true), ("الإنفاق", true)]);
        assert!(runs.iter().all(|run| run.ems > 0.0));
    }

    #[test]
    fn letters_of_no_shipped_font_have_a_width() {
        assert_eq!(width("한", 400), 100.0);
        assert!((width("ა", 400) - 60.0).abs() < 1e-9);
    }
}
