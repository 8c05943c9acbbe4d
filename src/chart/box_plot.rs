//! How the values of each category are spread: a box over the middle half, its median, whiskers, and dots beyond.

use super::category;
use super::quartile::{quantile, sorted};
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::{free, interval, order::order, top_axis, value};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::locale::Message;
use crate::scale::Linear;
use crate::scene::{Anchor, DatumId, Detail, Role, Shape, Stroke};
use crate::spec::{Checked, Row, Sort};
use crate::text::TextStyle;

/// Of fewer values than this each is drawn.
const FEWEST: usize = 5;
/// Whiskers reach over so many box lengths at the most (Tukey, "Exploratory Data Analysis", 1977).
const REACH: f64 = 1.5;
/// Height of the row that carries a box, and of the box, in CSS pixels.
const TRACK: f64 = 26.0;
const BOX: f64 = 18.0;
/// Between two rows, in CSS pixels.
const GAP: f64 = 10.0;
/// Before the column of medians, in CSS pixels.
const ASIDE: f64 = 16.0;
/// So many values that lie apart are named in the tooltip.
const NAMED: usize = 4;

/// The values of one category.
struct Pile<'a> {
    name: &'a str,
    /// The first of its rows that has a value.
    row: &'a Row,
    /// Smallest first.
    values: Vec<f64>,
    /// The quartiles, the median between them.
    quarters: [f64; 3],
    /// The ends of the whiskers.
    ends: (f64, f64),
}

/// Draws a row for each category, from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut piles = Vec::new();
    for category in &category::pool(checked) {
        piles.extend(pile(category.name, &category.rows));
    }
    if checked.sort != Sort::Data {
        let sign = if checked.sort == Sort::Ascending { 1.0 } else { -1.0 };
        let medians: Vec<f64> = each(&piles, &mut |pile| pile.quarters[1] * sign);
        let mut from: Vec<Option<Pile>> = piles.into_iter().map(Some).collect();
        piles = order(&medians).into_iter().filter_map(|place| from.get_mut(place)?.take()).collect();
    }
    category::cap(sketch, &mut piles);
    let names: Vec<&str> = each(&piles, &mut |pile| pile.name);
    let words: Vec<String> = each(&piles, &mut |pile| figure(sketch, pile));
    let theme = sketch.env.theme;
    let head = sketch.env.locale.say(Message::MedianHead, &[]);
    let column = sketch.widest(&words, strong(theme.label)).max(sketch.measure(&head, theme.small)) + ASIDE;
    let mut labels = RowLabels::lay_out(sketch, &names, false);
    if sketch.width - labels.gutter - column < 120.0 {
        labels = RowLabels::above(sketch, &names);
    }
    let low = piles.iter().filter_map(|pile| pile.values.first().copied()).fold(f64::INFINITY, f64::min);
    let high = piles.iter().filter_map(|pile| pile.values.last().copied()).fold(f64::NEG_INFINITY, f64::max);
    if low > high {
        return;
    }
    let domain = domain(checked, low, high);
    let start = labels.gutter + 6.0;
    let scale = sketch.scale_across(domain, start, (sketch.width - column - 8.0).max(start + 20.0));

    let heights: Vec<f64> = (0..piles.len())
        .map(|i| if labels.above { labels.head(sketch, i) + TRACK } else { TRACK.max(labels.height(sketch, i)) })
        .collect();
    let bottom = heights.iter().sum::<f64>() + GAP * heights.len().saturating_sub(1) as f64;
    let mut top = top_axis::draw(sketch, &scale, bottom);
    sketch.height = top + bottom;
    let at = Point::new(sketch.width, theme.small.cap_height() + 4.0);
    let width = sketch.measure(&head, theme.small) + 4.0;
    let area = Rect::new(sketch.across(sketch.width) - width, 0.0, 2.0 * width, theme.small.line_height());
    if free::is_free(sketch, area) {
        sketch.write_across(Role::Axis, None, &head, at, Anchor::Right, (theme.small, theme.muted));
    }
    for (i, (pile, height)) in piles.iter().zip(&heights).enumerate() {
        let middle = if labels.above { top + height - TRACK / 2.0 } else { top + height / 2.0 };
        let slot = Rect::new(0.0, top, sketch.width, *height);
        let datum = datum(sketch, pile, Point::new(scale.at(pile.quarters[1]), middle), slot);
        if pile.is_few() {
            dots(sketch, datum, pile, &scale, middle);
        } else {
            boxed(sketch, datum, pile, &scale, middle);
        }
        let ink = if pile.is_few() { (theme.label, theme.muted) } else { (strong(theme.label), theme.ink) };
        let at = Point::new(sketch.width, middle + theme.label.cap_height() / 2.0);
        let words = words.get(i).map_or("", String::as_str);
        sketch.write_across(Role::Label, Some(datum), words, at, Anchor::Right, ink);
        labels.draw(sketch, i, Some(datum), top, middle);
        top += height + GAP;
    }
    explain(sketch, &piles);
}

/// The ends of the axis, in data units: those of the values, which need not be round, or the author's beyond them.
fn domain(checked: &Checked, low: f64, high: f64) -> (f64, f64) {
    let (from, to) = checked.domain;
    let (low, high) = (low.min(from.unwrap_or(low)), high.max(to.unwrap_or(high)));
    if low < high {
        return (low, high);
    }
    let size = if low == 0.0 { 1.0 } else { low.abs() * 0.1 };
    (low - size, high + size)
}

/// The notes that say how to read it.
fn explain(sketch: &mut Sketch, piles: &[Pile]) {
    let locale = sketch.env.locale;
    if piles.iter().any(|pile| !pile.is_few()) {
        sketch.notes.push(locale.say(Message::BoxMeans, &[]));
    }
    if piles.iter().any(Pile::is_few) {
        sketch.notes.push(locale.say(Message::FewAreDots, &[]));
    }
}

impl Pile<'_> {
    /// Whether its values are too few for a box.
    fn is_few(&self) -> bool {
        self.values.len() < FEWEST
    }

    /// The values beyond the whiskers, smallest first.
    fn outliers(&self) -> Vec<f64> {
        let (low, high) = self.ends;
        self.values.iter().copied().filter(|value| *value < low || *value > high).collect()
    }
}

/// Puts the values of a category in order; `None` where it has none.
fn pile<'a>(name: &'a str, rows: &[&'a Row]) -> Option<Pile<'a>> {
    let row = rows.iter().find(|row| row.value.is_some())?;
    let values: Vec<f64> = rows.iter().filter_map(|row| row.value).collect();
    let values = sorted(&values);
    let quarters = [0.25, 0.5, 0.75].map(|part| quantile(&values, part));
    let [first, _, third] = quarters;
    let length = REACH * (third - first);
    let within = |value: &&f64| **value >= first - length && **value <= third + length;
    let low = values.iter().find(within).copied().unwrap_or(first);
    let high = values.iter().rfind(within).copied().unwrap_or(third);
    // Between two values a quartile may lie beyond the last one that is near enough.
    Some(Pile { name, row, values, quarters, ends: (low.min(first), high.max(third)) })
}

fn strong(style: TextStyle) -> TextStyle {
    TextStyle::strong(style.size)
}

/// A value in words without its unit; what lies between two whole numbers has a digit after the mark.
fn number(sketch: &Sketch, value: f64) -> String {
    let (decimals, locale) = (sketch.checked.decimals, sketch.env.locale);
    if value.abs() >= value::LARGE {
        return value::short(locale, value);
    }
    locale.number(value, if decimals == 0 { value::digits(value).min(1) } else { decimals })
}

/// What stands at the end of a row: its median, or how few its values are.
fn figure(sketch: &Sketch, pile: &Pile) -> String {
    let locale = sketch.env.locale;
    if pile.is_few() {
        return locale.say(Message::ValueCount, &[&locale.number(pile.values.len() as f64, 0)]);
    }
    number(sketch, pile.quarters[1])
}

/// The category's datum: its median, and what else is drawn of it in words.
fn datum(sketch: &mut Sketch, pile: &Pile, at: Point, slot: Rect) -> DatumId {
    let (locale, unit) = (sketch.env.locale, &sketch.checked.unit);
    let [first, median, third] = pile.quarters;
    let span = |low: f64, high: f64| {
        let (from, to) = (number(sketch, low), number(sketch, high));
        interval::words(locale, (&from, &to), unit, low < 0.0)
    };
    let count = locale.say(Message::ValueCount, &[&locale.number(pile.values.len() as f64, 0)]);
    let mut details = Vec::new();
    if pile.is_few() {
        let values: Vec<String> = each(&pile.values, &mut |value| number(sketch, *value));
        details.push(locale.say(Message::Colon, &[&count, &locale.list(&values)]));
    } else {
        details.push(locale.say(Message::MiddleHalf, &[&span(first, third)]));
        details.push(locale.say(Message::Whiskers, &[&span(pile.ends.0, pile.ends.1)]));
        let beyond = pile.outliers();
        if !beyond.is_empty() {
            let mut named: Vec<String> = beyond.iter().take(NAMED).map(|value| number(sketch, *value)).collect();
            if beyond.len() > NAMED {
                named.push("…".into());
            }
            let size = locale.number(beyond.len() as f64, 0);
            // A list that goes on has no "and".
            let list = if beyond.len() > NAMED { named.join(" ") } else { locale.list(&named) };
            details.push(locale.say(Message::Outliers, &[&size, &list]));
        }
        details.push(count);
    }
    let text = locale.say(Message::MedianOf, &[&locale.with_unit(&number(sketch, median), unit)]);
    let row = Row { value: Some(median), qualifier: None, ..pile.row.clone() };
    let id = sketch.datum(&row, at, slot);
    if let Some(datum) = sketch.data.get_mut(id as usize) {
        datum.write(&text);
        datum.said().details = details.into_iter().map(Detail::from).collect();
    }
    id
}

/// Each value as a dot.
fn dots(sketch: &mut Sketch, datum: DatumId, pile: &Pile, scale: &Linear, middle: f64) {
    let color = sketch.color(0, pile.name);
    for value in &pile.values {
        sketch.dot(Some(datum), Point::new(scale.at(*value), middle), 4.0, color, false);
    }
}

/// The box with its median, its whiskers and what lies beyond them.
fn boxed(sketch: &mut Sketch, datum: DatumId, pile: &Pile, scale: &Linear, middle: f64) {
    let theme = sketch.env.theme;
    let color = sketch.color(0, pile.name);
    let [first, median, third] = pile.quarters.map(|value| scale.at(value));
    let (low, high) = (scale.at(pile.ends.0), scale.at(pile.ends.1));
    for (from, to) in [(low, first), (third, high)] {
        sketch.rule(Role::Data, Point::new(from, middle), Point::new(to, middle), 1.5, color);
    }
    for end in [low, high] {
        sketch.rule(Role::Data, Point::new(end, middle - 4.0), Point::new(end, middle + 4.0), 1.5, color);
    }
    let (top, bottom) = (middle - BOX / 2.0, middle + BOX / 2.0);
    let rect = Rect::between(Point::new(first, top), Point::new(third, bottom));
    let fill = Some(theme.background.mix(color, 0.3));
    let stroke = Some(Stroke { width: 1.5, color });
    sketch.mark(Role::Data, Some(datum), Shape::Rect { rect, fill, stroke });
    sketch.rule(Role::Data, Point::new(median, top), Point::new(median, bottom), 3.0, theme.ink);
    for value in pile.outliers() {
        sketch.dot(Some(datum), Point::new(scale.at(value), middle), 3.0, color, false);
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, told};
    use super::*;
    use crate::spec::{Checked, Kind};

    fn rows(name: &str, values: &[f64]) -> Vec<Row> {
        let row = |value: &f64| Row { category: name.into(), value: Some(*value), ..Row::default() };
        values.iter().map(row).collect()
    }

    #[test]
    fn whiskers_end_at_values_and_what_is_beyond_is_told() {
        let all = rows("a", &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 30.0]);
        let refs: Vec<&Row> = all.iter().collect();
        let pile = pile("a", &refs).unwrap();
        // Quartiles 2.5 and 5.5: whiskers may reach from −2 to 10.
        assert_eq!((pile.quarters, pile.ends, pile.outliers()), ([2.5, 4.0, 5.5], (1.0, 6.0), vec![30.0]));
        let scene = stage(&checked(Kind::Box, all), 400.0).value;
        let (datum, told) = (&scene.data[0], &told(&scene)[0]);
        assert_eq!((told.label.as_str(), datum.value, told.text.as_str()), ("a", Some(4.0), "MedianOf 4"));
        assert_eq!(told.details, ["MiddleHalf 2.5–5.5", "Whiskers 1–6", "Outliers 1 30", "ValueCount 7"]);
        assert_eq!(scene.caption.notes, ["BoxMeans"]);
    }

    #[test]
    fn few_values_are_dots_and_categories_without_any_are_left_out() {
        let mut all = rows("few", &[3.0, 1.0, 2.0, 9.0]);
        all.push(Row { category: "none".into(), ..Row::default() });
        let scene = stage(&checked(Kind::Box, all), 400.0).value;
        assert_eq!(scene.data.len(), 1);
        assert_eq!(scene.caption.notes, ["FewAreDots"]);
        let dots = scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Dot { radius: 4.0, .. })).count();
        assert_eq!(dots, 4);
    }

    #[test]
    fn rows_are_sorted_by_their_medians() {
        let mut all = rows("low", &[1.0, 2.0, 3.0, 4.0, 100.0]);
        all.extend(rows("high", &[5.0; 6]));
        let scene = stage(&Checked { sort: Sort::Descending, ..checked(Kind::Box, all) }, 400.0).value;
        assert_eq!(told(&scene)[0].label, "high");
    }

    #[test]
    fn words_never_collide() {
        for scale in [1.0, -0.01, 1e12, 1e200] {
            let mut all = Vec::new();
            for (i, name) in hard_words().iter().enumerate() {
                let values: Vec<f64> = (0..3 + i * 5).map(|k| (k * k % 23 + i) as f64 * scale).collect();
                all.extend(rows(name, &values));
            }
            holds_at_every_width(&Checked { unit: "millimetres".into(), decimals: 1, ..checked(Kind::Box, all) });
        }
        holds_at_every_width(&checked(Kind::Box, rows("all equal", &[7.0; 12])));
    }
}
