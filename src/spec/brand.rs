use super::parse::Reader;
use crate::color::Color;
use crate::problem::Warned;
use crate::value::Value;

/// How a publisher's charts look, as far as that differs from the built-in themes. What is not said stays.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Brand {
    /// The font family list, as in CSS. May be empty.
    pub font: String,
    /// Sizes of type in CSS pixels, in the order of [`Brand::SIZES`], each within the bounds there.
    pub sizes: [Option<f64>; 4],
    /// The weight of the title as in CSS, 100 to 900.
    pub weight: Option<f64>,
    /// Between title, subtitle, key, plot and notes, in CSS pixels, 0 to 60.
    pub gap: Option<f64>,
    /// Around a picture that stands alone, in CSS pixels, 0 to 100.
    pub margin: Option<f64>,
    /// The colours on a light ground.
    pub light: Hues,
    /// The colours on a dark ground.
    pub dark: Hues,
}

/// The colours of one of the two tones.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Hues {
    /// Single colours, in the order of [`Brand::HUES`].
    pub own: [Option<Color>; 8],
    /// The colours of the first series, at most seven.
    pub series: Vec<Color>,
}

impl Brand {
    /// The names of the sizes, with their bounds in CSS pixels: nothing that is to be read is under 12.
    pub const SIZES: [(&str, f64, f64); 4] =
        [("title", 14.0, 40.0), ("subtitle", 12.0, 24.0), ("label", 12.0, 20.0), ("small", 12.0, 16.0)];

    /// The names of the single colours.
    pub const HUES: [&str; 8] = ["background", "ink", "muted", "grid", "zero", "accent", "pale", "rest"];
}

/// Reads a brand by itself, which the page does apart from the spec: few pages need it.
pub fn brand(value: &Value) -> Warned<Option<Brand>> {
    let mut reader = Reader::default();
    let brand = reader.brand(value, "/brand");
    if brand.is_none() {
        reader.mistyped("/brand", "an object of \"font\", \"sizes\", \"light\", \"dark\" …", value);
    }
    Warned { value: brand, problems: reader.problems }
}

impl Reader {
    /// Reads a brand; `None` where it is no object. What is wrong in it is told and left out.
    pub(super) fn brand(&mut self, value: &Value, pointer: &str) -> Option<Brand> {
        if !matches!(value, Value::Map(_)) {
            return None;
        }
        self.parts(value, &["name", "font", "sizes", "weight", "gap", "margin", "light", "dark"], pointer);
        let mut brand = Brand::default();
        let font = value.get("font").and_then(Value::text).unwrap_or_default().trim();
        // It stands in style sheets and attributes, where these would end it.
        if font.contains([';', '{', '}', '<', '>', '\\', '(']) {
            let hint = "write names as in CSS, with commas between them: Georgia, serif";
            self.warn("wrong-type", &[pointer, "/font"].concat(), &["not a list of fonts"], hint);
        } else {
            brand.font = font.into();
        }
        let sizes = [pointer, "/sizes"].concat();
        if let Some(value) = value.get("sizes") {
            self.parts(value, &Brand::SIZES.map(|(name, ..)| name), &sizes);
        }
        for ((name, low, high), place) in Brand::SIZES.into_iter().zip(&mut brand.sizes) {
            *place =
                self.bounded(value.get("sizes").and_then(|sizes| sizes.get(name)), (low, high), &[&sizes, "/", name]);
        }
        for (name, high, place) in
            [("weight", 900.0, &mut brand.weight), ("gap", 60.0, &mut brand.gap), ("margin", 100.0, &mut brand.margin)]
        {
            *place = self.bounded(value.get(name), (0.0, high), &[pointer, "/", name]);
        }
        for (name, hues) in [("light", &mut brand.light), ("dark", &mut brand.dark)] {
            if let Some(value) = value.get(name) {
                *hues = self.hues(value, &[pointer, "/", name].concat());
            }
        }
        Some(brand)
    }

    fn hues(&mut self, value: &Value, pointer: &str) -> Hues {
        self.parts(value, &[&Brand::HUES[..], &["series"]].concat(), pointer);
        let mut hues = Hues::default();
        for (name, place) in Brand::HUES.into_iter().zip(&mut hues.own) {
            *place = value.get(name).and_then(|value| self.color(value, &[pointer, "/", name]));
        }
        let series = value.get("series").map(|value| if let Value::List(list) = value { list.as_slice() } else { &[] });
        for (index, value) in series.unwrap_or_default().iter().take(7).enumerate() {
            hues.series.extend(self.color(value, &[pointer, "/series/", &index.to_string()]));
        }
        hues
    }

    fn color(&mut self, value: &Value, pointer: &[&str]) -> Option<Color> {
        let color = value.text().and_then(Color::parse);
        if color.is_none() {
            let said = value.text().unwrap_or(value.noun());
            let hint = "write it as #rrggbb; the built-in one is taken";
            self.warn("not-a-color", &pointer.concat(), &["\"", said, "\" is no colour"], hint);
        }
        color
    }
}
