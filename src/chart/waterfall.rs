//! How a sum came about: each step begins where the one before it ended. Upright where the names fit below, else in
//! rows.

use super::bar_mark::{Direction, OPEN_END, bar_mark};
use super::column;
use super::column_label::Foot;
use super::sketch::Sketch;
use super::slot::Slot;
use super::{axis, category, tentative, value, waterfall_rows};
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::locale::{Message, PeriodStyle};
use crate::scale::{Band, Linear};
use crate::scene::{Anchor, DatumId, Order, Role, qualified};
use crate::spec::{Better, Row};
use crate::text::{TextStyle, wrap};

/// More steps than this stand in rows.
const UPRIGHT: usize = 14;
/// No bar is wider, in CSS pixels.
const WIDEST: f64 = 88.0;
/// The most lines of a name below its bar.
const LINES: usize = 3;

/// One bar: a step from one sum to the next, or a sum from zero.
pub(super) struct Step<'a> {
    pub(super) row: &'a Row,
    /// Its category, or its period in words.
    pub(super) name: String,
    /// Where it begins and ends, in data units.
    pub(super) from: f64,
    pub(super) to: f64,
    /// Whether these are known: not so between a step that is missing and the next sum.
    pub(super) placed: bool,
    /// Its value as it is painted: steps with their sign.
    pub(super) words: String,
}

/// Draws the steps in the order of the data.
pub(super) fn draw(sketch: &mut Sketch) {
    let mut steps = steps(sketch);
    category::cap(sketch, &mut steps);
    sketch.story.order = Order::Single;
    let band = Band { count: steps.len(), range: (0.0, sketch.width), fill: 0.7 };
    match style(sketch, &steps, &band) {
        Some(style) => upright(sketch, &steps, &band, style),
        None => waterfall_rows::draw(sketch, &steps),
    }
    tentative::explain(sketch);
}

/// Follows the sum through the rows; after a step that is missing it is known only from the next given sum, backwards.
fn steps<'a>(sketch: &Sketch<'a>) -> Vec<Step<'a>> {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let (mut sum, mut known) = (0.0, true);
    let mut steps: Vec<Step> = Vec::new();
    for (i, row) in checked.rows.iter().enumerate() {
        let name = match row.period {
            // Beyond what one picture holds nothing is written.
            _ if i >= category::MOST => String::new(),
            Some(period) if row.category.is_empty() => locale.period(&period, PeriodStyle::Short),
            _ => row.category.clone(),
        };
        known = (known || row.sum) && row.value.is_some();
        let from = if row.sum && known { 0.0 } else { sum };
        if known {
            sum = from + row.value.unwrap_or(0.0);
        }
        let words = match row.value {
            _ if i >= category::MOST => String::new(),
            Some(value) if !row.sum => value::marked(checked, locale, signed(sketch, value), row.qualifier),
            _ => value::label(checked, locale, row, i == 0),
        };
        steps.push(Step { row, name, from, to: sum, placed: known, words });
    }
    let mut after = None;
    for step in steps.iter_mut().rev() {
        if let (false, false, Some(value), Some(end)) = (step.placed, step.row.sum, step.row.value, after) {
            (step.from, step.to, step.placed) = (end - value, end, true);
        }
        after = if step.row.sum { step.row.value } else { step.placed.then_some(step.from) };
    }
    steps
}

/// A step with its sign, short where values are.
fn signed(sketch: &Sketch, value: f64) -> String {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    match (checked.largest >= value::LARGE, value > 0.0) {
        (false, _) => locale.signed(value, checked.decimals),
        (true, true) => ["+", &value::short(locale, value)].concat(),
        (true, false) => value::short(locale, value),
    }
}

/// The lowest and the highest that the sum comes to, in data units; zero between them.
pub(super) fn ends(sketch: &Sketch, steps: &[Step]) -> (f64, f64) {
    let (from, to) = sketch.checked.domain;
    let (mut low, mut high) = (from.unwrap_or(0.0).min(0.0), to.unwrap_or(0.0).max(0.0));
    for step in steps {
        (low, high) = (low.min(step.from).min(step.to), high.max(step.from).max(step.to));
    }
    if low == high { (low, low + 1.0) } else { (low, high) }
}

/// The colour of a bar: sums are neutral, steps tell by colour which way is good, or which is up.
pub(super) fn color(sketch: &Sketch, step: &Step) -> Color {
    let theme = sketch.env.theme;
    if sketch.checked.highlight.is_set() {
        return sketch.color(0, column::name(sketch.checked, step.row));
    }
    let [_, warm, .., neutral] = theme.series;
    let good = (step.to >= step.from) == (sketch.checked.better != Some(Better::Lower));
    match (step.row.sum, good) {
        (true, _) => neutral,
        (false, true) => theme.accent,
        (false, false) => warm,
    }
}

/// Adds the datum of a step: what it changed, and what the sum is after it.
pub(super) fn datum(sketch: &mut Sketch, step: &Step, at: Point, reach: Rect) -> DatumId {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let id = sketch.datum(step.row, at, reach);
    let Some(value) = step.row.value.filter(|_| !step.row.sum) else { return id };
    let number = locale.signed(value, checked.decimals);
    let text = if value::is_percent(checked) {
        locale.say(Message::Points, &[&number])
    } else {
        locale.with_unit(&number, &checked.unit)
    };
    let sum = sketch.story.manner.write(locale, Some(step.to), None);
    let sum = locale.say(Message::SumSoFar, &[&sum]);
    if let Some(datum) = sketch.data.get_mut(id as usize) {
        datum.write(&qualified(locale, text, step.row.qualifier));
        if step.placed {
            datum.add(sum);
        }
    }
    id
}

/// The largest style in which names and values fit upright; `None` where none does.
fn style(sketch: &Sketch, steps: &[Step], band: &Band) -> Option<TextStyle> {
    let theme = sketch.env.theme;
    let room = band.step() - 6.0;
    let words = each(steps, &mut |step| step.words.clone());
    let dated = steps.iter().all(|step| step.row.category.is_empty());
    [theme.label, theme.small].into_iter().filter(|_| steps.len() <= UPRIGHT).find(|style| {
        let whole = |step: &Step| {
            let lines = wrap(&step.name, room, *style, sketch.env.measure, LINES + 1);
            lines.len() <= LINES && lines.iter().all(|line| sketch.measure(line, *style) <= room)
        };
        // A name that is broken within a word is easier read in a row.
        let unbroken =
            |step: &Step| step.name.split(' ').all(|word| !word.is_ascii() || sketch.measure(word, *style) <= room);
        sketch.widest(&words, *style) <= room + 3.0 && (dated || steps.iter().all(|step| whole(step) && unbroken(step)))
    })
}

fn upright(sketch: &mut Sketch, steps: &[Step], band: &Band, style: TextStyle) {
    let theme = sketch.env.theme;
    let slots: Vec<Slot> = each(steps, &mut |step| Slot::named(&step.row.category, step.row.period));
    let foot = Foot::lay_out(sketch, &slots, band);
    let height = axis::height(sketch);
    let bottom = height - foot.height;
    let head = style.ascent() + style.descent() + 5.0 + OPEN_END;
    let (low, high) = ends(sketch, steps);
    let base = bottom - if low < 0.0 { OPEN_END } else { 0.0 };
    let y = Linear { domain: (low, high), range: (base.max(head + 20.0), head) };
    let width = band.width().min(WIDEST);
    for (i, step) in steps.iter().enumerate() {
        let middle = band.center(i);
        let (start, end) = (y.at(step.from), y.at(step.to));
        let reach = Rect::new(middle - band.step() / 2.0, 0.0, band.step(), bottom);
        let datum = datum(sketch, step, Point::new(middle, end), reach);
        let left = middle - width / 2.0;
        if step.placed && steps.get(i + 1).is_some_and(|next| next.placed) {
            let next = left + band.step();
            sketch.rule(Role::Grid, Point::new(left + width, end), Point::new(next, end), 0.0, theme.zero);
        }
        let mut top = start.min(end);
        if step.placed {
            let rect = Rect::between(Point::new(left, start), Point::new(left + width, end));
            let direction = if end <= start { Direction::Up } else { Direction::Down };
            let color = color(sketch, step);
            top = top.min(bar_mark(sketch, datum, rect, color, direction, step.row.qualifier).y);
        }
        let ink = ink(sketch, step, style);
        let half = sketch.measure(&step.words, ink.0) / 2.0;
        let x = middle.min(sketch.width - half).max(half);
        let at = Point::new(x, top - 3.0 - style.descent());
        sketch.text(Role::Label, Some(datum), &step.words, at, Anchor::Middle, ink);
    }
    let zero = y.at(0.0);
    sketch.rule(Role::Grid, Point::new(0.0, zero), Point::new(sketch.width, zero), 1.0, theme.zero);
    foot.draw(sketch, band, bottom);
    sketch.height = height;
    if steps.iter().all(|step| step.row.period.is_none()) {
        sketch.mirror();
    }
}

/// How a value is written: sums stand out.
pub(super) fn ink(sketch: &Sketch, step: &Step, style: TextStyle) -> (TextStyle, Color) {
    let theme = sketch.env.theme;
    match step.row.value {
        None => (style, theme.muted),
        Some(_) if step.row.sum => (TextStyle::strong(style.size), theme.ink),
        Some(_) => (style, theme.ink),
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
    use super::*;
    use crate::scene::Shape;
    use crate::spec::{Checked, Kind};

    fn rows(values: &[(&str, f64, bool)]) -> Vec<Row> {
        let row = |(name, value, sum): &(&str, f64, bool)| Row {
            category: (*name).into(),
            value: Some(*value),
            sum: *sum,
            ..Row::default()
        };
        values.iter().map(row).collect()
    }

    fn bars(scene: &crate::scene::Scene) -> Vec<Rect> {
        let rect = |mark: &crate::scene::Mark| match mark.shape {
            Shape::Rect { rect, .. } if mark.role == Role::Data => Some(rect),
            _ => None,
        };
        scene.marks.iter().filter_map(rect).collect()
    }

    #[test]
    fn each_step_begins_where_the_one_before_ended() {
        let spec = checked(
            Kind::Waterfall,
            rows(&[("a", 10.0, true), ("b", 6.0, false), ("c", -4.0, false), ("d", 12.0, true)]),
        );
        let scene = stage(&spec, 640.0).value;
        let found = bars(&scene);
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} is not {b}");
        close(found[1].bottom(), found[0].y);
        close(found[2].y, found[1].y);
        close(found[3].y, found[2].bottom());
        close(found[3].bottom(), found[0].bottom());
        let words = texts(&scene);
        assert!(["10", "+6", "−4", "12"].iter().all(|text| words.contains(text)), "{words:?}");
        assert_eq!((told(&scene)[1].text.as_str(), told(&scene)[1].details[0].as_str()), ("+6", "SumSoFar 16"));
    }

    #[test]
    fn after_a_step_that_is_missing_bars_stand_only_where_the_next_sum_puts_them() {
        let mut all =
            rows(&[("a", 100.0, true), ("b", 0.0, false), ("c", -20.0, false), ("d", 130.0, true), ("e", 0.0, false)]);
        all.extend(rows(&[("f", 6.0, false), ("g", 0.0, true)]));
        for gap in [1, 4, 6] {
            all[gap].value = None;
        }
        for width in [640.0, 200.0] {
            let scene = stage(&checked(Kind::Waterfall, all.clone()), width).value;
            // a, c and d; c hangs from 150 down to d's 130. f has no place.
            let found = bars(&scene);
            assert_eq!(found.len(), 3, "{width}");
            if width > 300.0 {
                assert!((found[1].bottom() - found[2].y).abs() < 1e-9);
            }
            assert_eq!(told(&scene)[2].details, ["SumSoFar 130"]);
            assert_eq!(told(&scene)[5].details, Vec::<String>::new());
        }
    }

    #[test]
    fn names_that_do_not_fit_below_put_the_steps_in_rows() {
        let long = "Professional, technical and business services of the region";
        let spec = checked(Kind::Waterfall, rows(&[("a", 10.0, true), (long, 6.0, false), ("c", -4.0, false)]));
        let found = bars(&stage(&spec, 300.0).value);
        assert!((found[1].x - found[0].right()).abs() < 1e-9 && found[1].y > found[0].bottom());
        assert!((found[2].right() - found[1].right()).abs() < 1e-9);
    }

    #[test]
    fn words_never_collide() {
        for scale in [1.0, -1.0, 1e9, 1e200] {
            let mut all: Vec<Row> = Vec::new();
            for (i, name) in hard_words().into_iter().enumerate() {
                let value = Some((i as f64 * 7.3 - 20.0) * scale);
                all.push(Row { category: name, value, sum: i == 0, ..Row::default() });
            }
            all.push(Row { category: "gap".into(), ..Row::default() });
            for (_, qualifier) in crate::spec::Qualifier::ALL {
                for row in &mut all {
                    row.qualifier = Some(qualifier);
                }
                holds_at_every_width(&Checked {
                    unit: "%".into(),
                    decimals: 1,
                    ..checked(Kind::Waterfall, all.clone())
                });
            }
        }
        let few = rows(&[("2001", 40.7, true), ("Coal", -6.0, false), ("Wind", 20.5, false), ("2017", 55.2, true)]);
        holds_at_every_width(&Checked { decimals: 1, ..checked(Kind::Waterfall, few) });
    }
}
