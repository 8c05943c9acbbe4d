//! The words around the plot: title, subtitle and key above; notes, source and byline below.

use super::sketch::Sketch;
use super::table_column::longest_word;
use super::{bend, emblem, value};
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::locale::{Message, is_money, unit_word};
use crate::mention::mentions;
use crate::scene::{Anchor, Caption, KeyEntry, Mark, Role, Shape, Stroke, Swatch};
use crate::spec::Kind;
use crate::text::{TextStyle, wrap};

/// The side of a key entry's sample, in CSS pixels.
const SAMPLE: f64 = 11.0;
/// The most lines of a title, note or source in a picture; a longer one ends in "…". The page and the SVG's `<title>`
/// have the whole.
const MOST_LINES: usize = 8;

/// Gathers the words.
pub(super) fn write(sketch: &Sketch) -> Caption {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let mut notes = Vec::new();
    for (index, words) in sketch.footnotes.iter().enumerate() {
        notes.push([&(index + 1).to_string(), ". ", words].concat());
    }
    notes.extend(checked.notes.iter().cloned());
    notes.extend(sketch.notes.iter().cloned());
    let source = checked.source.as_ref();
    Caption {
        title: checked.title.clone(),
        subtitle: subtitle(sketch),
        key: sketch.key.clone(),
        notes,
        source: source.map_or_else(String::new, |source| locale.say(Message::Source, &[&source.name])),
        source_url: source.map_or_else(String::new, |source| source.url.clone()),
        byline: checked.byline.clone(),
        alt: checked.alt.clone(),
    }
}

/// The author's subtitle; where neither it nor the title says the unit and the plot does not either, the unit follows
/// in brackets, and so does that the axis is logarithmic. Two axes are told of at each of them.
fn subtitle(sketch: &Sketch) -> String {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let own = unit_word(locale, &checked.unit);
    let in_plot = |mark: &Mark| matches!(&mark.shape, Shape::Text(run) if mentions(&run.text, &own));
    // In the reader's word, or in the author's own.
    let told = |text: &str| mentions(text, &own) || mentions(text, &checked.unit);
    let said = told(&checked.title) || told(&checked.subtitle) || sketch.marks.iter().any(in_plot);
    // The sign of money is not its name, and each number has it.
    let plain = said || value::is_percent(checked) || is_money(&checked.unit) || checked.kind == Kind::Scatter;
    let unit = if plain { String::new() } else { own };
    let known = bend::is_told(&checked.subtitle) || checked.kind == Kind::Scatter;
    let scale = bend::words(locale, checked.scale.1).filter(|_| !known).unwrap_or_default();
    let words = match (unit.as_str(), scale.as_str()) {
        ("", "") => return checked.subtitle.clone(),
        (one, "") | ("", one) => one.into(),
        (unit, scale) => locale.say(Message::Semicolon, &[unit, scale]),
    };
    locale.say(Message::InBrackets, &[&checked.subtitle, &words]).trim_start().into()
}

/// Draws them above and below the plot, which moves down to make room. `margin` (CSS pixels) stays empty all round.
pub(super) fn draw(sketch: &mut Sketch, caption: &Caption, margin: f64) {
    let plot = sketch.marks.len();
    let plot_height = sketch.height;
    let theme = sketch.env.theme;
    let mut y = 0.0;
    if !caption.title.is_empty() {
        y = paragraph(sketch, &caption.title, y, theme.title, theme.ink) + 3.0;
    }
    if !caption.subtitle.is_empty() {
        y = paragraph(sketch, &caption.subtitle, y, theme.subtitle, theme.muted);
    }
    if !caption.key.is_empty() {
        y = key(sketch, &caption.key, if y > 0.0 { y + 8.0 } else { y });
    }
    let head = if y > 0.0 { y + theme.gap } else { y };
    let mut foot = head + plot_height;
    let below = [&caption.notes[..], &[caption.source.clone(), caption.byline.clone()]].concat();
    let mut first = true;
    for words in below.iter().filter(|words| !words.is_empty()) {
        foot = paragraph(sketch, words, foot + if first { theme.gap } else { 2.0 }, theme.small, theme.muted);
        first = false;
    }
    // What was drawn before the words is the plot: it alone moves below the head.
    let words = sketch.marks.split_off(plot);
    sketch.shift(0.0, head);
    sketch.marks.extend(words);
    sketch.shift(margin, margin);
    sketch.height = foot + 2.0 * margin;
}

/// Wrapped lines from `top` downward; returns where they end.
fn paragraph(sketch: &mut Sketch, words: &str, top: f64, style: TextStyle, color: Color) -> f64 {
    let style = narrowed(sketch, words, style);
    let lines = wrap(words, sketch.width, style, sketch.env.measure, MOST_LINES);
    let rtl = sketch.env.locale.rtl();
    let (x, anchor) = if rtl { (sketch.width, Anchor::Right) } else { (0.0, Anchor::Left) };
    let lead = style.line_height();
    let mut y = top;
    for line in lines {
        let baseline = y + (lead + style.cap_height()) / 2.0;
        sketch.text(Role::Words, None, &line, Point::new(x, baseline), anchor, (style, color));
        y += lead;
    }
    y
}

/// The style at the size at which the longest word fits the width; where 12 CSS pixels would still be too large, as it
/// was.
fn narrowed(sketch: &Sketch, words: &str, style: TextStyle) -> TextStyle {
    let size = (style.size * sketch.width / longest_word(sketch, words, style).max(1.0)).floor();
    if (12.0..style.size).contains(&size) { TextStyle { size, ..style } } else { style }
}

/// The key's entries in rows; returns where they end.
fn key(sketch: &mut Sketch, entries: &[KeyEntry], top: f64) -> f64 {
    let theme = sketch.env.theme;
    let (style, rtl) = (theme.label, sketch.env.locale.rtl());
    let lead = style.line_height() + 2.0;
    let (mut x, mut y) = (0.0, top);
    for entry in entries {
        // An entry takes at most two lines of its own.
        let lines = wrap(&entry.label, sketch.width - SAMPLE - 6.0, style, sketch.env.measure, 2);
        let width = SAMPLE + 6.0 + sketch.widest(&lines, style);
        if x > 0.0 && x + width > sketch.width {
            (x, y) = (0.0, y + lead);
        }
        let left = if rtl { sketch.width - x - SAMPLE } else { x };
        sample(sketch, entry, Rect::new(left, y + (lead - SAMPLE) / 2.0, SAMPLE, SAMPLE));
        let (at, anchor) = if rtl { (left - 6.0, Anchor::Right) } else { (left + SAMPLE + 6.0, Anchor::Left) };
        let baseline = y + (lead + style.cap_height()) / 2.0;
        for (line, words) in lines.iter().enumerate() {
            let at = Point::new(at, baseline + line as f64 * style.line_height());
            sketch.text(Role::Words, None, words, at, anchor, (style, theme.ink));
        }
        x += width + 16.0;
        if lines.len() > 1 {
            // Nothing has room beside it.
            (x, y) = (sketch.width, y + style.line_height());
        }
    }
    y + lead
}

/// A key entry's sample.
fn sample(sketch: &mut Sketch, entry: &KeyEntry, rect: Rect) {
    let (color, background) = (entry.color, sketch.env.theme.background);
    let middle = rect.center();
    let across = |from: f64, to: f64| vec![Point::new(rect.x + from, middle.y), Point::new(rect.x + to, middle.y)];
    let shape = match entry.swatch {
        Swatch::Square => Shape::Rect { rect, fill: Some(color), stroke: None },
        Swatch::Hollow => Shape::Rect { rect, fill: Some(background), stroke: Some(Stroke { width: 1.5, color }) },
        Swatch::Line => Shape::Line { runs: vec![across(0.0, SAMPLE)], stroke: Stroke { width: 2.5, color } },
        Swatch::Dashes => {
            Shape::Line { runs: vec![across(0.0, 4.0), across(7.0, SAMPLE)], stroke: Stroke { width: 2.5, color } }
        }
        Swatch::Dot => Shape::Dot { center: middle, radius: 5.0, fill: color, ring: None },
        Swatch::Diamond | Swatch::Triangle => emblem::shape(entry.swatch, middle, 5.0, color),
        Swatch::Ring => {
            Shape::Dot { center: middle, radius: 5.0, fill: background, ring: Some(Stroke { width: 2.0, color }) }
        }
    };
    sketch.mark(Role::Words, None, shape);
}
