use super::{Detail, Manner, Name};
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::locale::{Locale, Period, PeriodStyle};
use crate::spec::Qualifier;
use std::borrow::Cow;

/// The index of a datum in [`super::Scene::data`].
pub type DatumId = u32;

/// One value that a reader can point at, step to, or hear.
///
/// It keeps numbers and shared names. Its words are made when somebody asks for them, always of the same numbers, so
/// that picture, tooltip, table and description still cannot disagree: of a hundred thousand data a reader asks for a few.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// Its index in the scene, from 0.
    pub id: DatumId,
    /// The line in the data it came from.
    pub line: u32,
    /// The series it belongs to; empty where there is only one.
    pub series: Name,
    /// The category; see [`Datum::label`]. Empty where its period is its label.
    pub name: Name,
    /// Whether its period is its label.
    pub dated: bool,
    /// What the author says of it.
    pub qualifier: Option<Qualifier>,
    /// The period it speaks of.
    pub period: Option<Period>,
    /// The value in data units; `None` for a gap or a milestone.
    pub value: Option<f64>,
    /// Where a tooltip points, in CSS pixels.
    pub anchor: Point,
    /// The box that a focus ring surrounds and a pointer hits, in CSS pixels.
    pub reach: Rect,
    /// What is said of it besides, or in place of its value. Most have nothing of the kind.
    pub said: Option<Box<Said>>,
}

/// What is said of a datum besides its value and its label.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Said {
    /// What stands for its value in words, where that is not the value in the scene's manner: a milestone's date.
    pub text: Option<Name>,
    /// Whether its value is in no unit, whatever the scene's are in.
    pub bare: bool,
    /// What else can be said: the change since the other value, the gap to the target.
    pub details: Vec<Detail>,
    /// The shade of its cell in a table, where it has one.
    pub shade: Option<Color>,
    /// The values that led to this one, where a table's cell shows them as a line: of each how far along the line it
    /// stands, from 0 to 1, and itself in data units, NaN for a gap.
    pub course: Vec<(f64, f64)>,
}

impl Datum {
    /// The category, or the period in words.
    pub fn label(&self, locale: &dyn Locale) -> Cow<'_, str> {
        match self.period.filter(|_| self.dated) {
            Some(period) => Cow::Owned(locale.period(&period, PeriodStyle::Long)),
            None => Cow::Borrowed(&self.name),
        }
    }

    /// Whether its label is empty.
    pub fn is_unnamed(&self) -> bool {
        self.name.is_empty() && !(self.dated && self.period.is_some())
    }

    /// Whether another has the same label.
    pub fn is_called_as(&self, other: &Self) -> bool {
        self.dated == other.dated && if self.dated { self.period == other.period } else { self.name == other.name }
    }

    /// The value in words, with unit and qualifier: "over 11,000 enterprises", "50.9%"; for a milestone, its date.
    pub fn text(&self, manner: &Manner, locale: &dyn Locale) -> String {
        match self.own_text() {
            Some(text) => String::from(text),
            None => manner.write(locale, self.value, self.qualifier),
        }
    }

    /// What stands for its value in words, where that is not the value in the scene's manner.
    pub fn own_text(&self) -> Option<&str> {
        self.said.as_ref().and_then(|said| said.text.as_deref())
    }

    /// The unit of its value, in the author's word.
    pub fn unit<'a>(&self, manner: &'a Manner) -> &'a str {
        if self.said.as_ref().is_some_and(|said| said.bare) { "" } else { &manner.unit }
    }

    /// What else can be said: the change since the other value, the gap to the target.
    pub fn details(&self) -> &[Detail] {
        self.said.as_ref().map_or(&[], |said| said.details.as_slice())
    }

    /// What is said besides, to be changed.
    pub fn said(&mut self) -> &mut Said {
        self.said.get_or_insert_default()
    }

    /// Adds to what else can be said.
    pub fn add(&mut self, detail: impl Into<Detail>) {
        self.said().details.push(detail.into());
    }

    /// Says something before all else.
    pub fn add_first(&mut self, detail: impl Into<Detail>) {
        self.said().details.insert(0, detail.into());
    }

    /// Writes in place of its value.
    pub fn write(&mut self, text: &str) {
        self.said().text = Some(text.into());
    }

    /// Names it, whatever its period is.
    pub fn call(&mut self, name: &str) {
        self.name = name.into();
        self.dated = false;
    }

    /// Puts its words down: from now on they do not depend on the manner.
    pub fn settle(&mut self, manner: &Manner, locale: &dyn Locale) {
        let text = self.text(manner, locale);
        self.write(&text);
        for detail in &mut self.said().details {
            *detail = detail.say(manner, locale).into();
        }
    }
}
