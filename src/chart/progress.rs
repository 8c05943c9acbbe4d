//! How much of the way is gone: a track from the start to the whole or the target, filled as far as the value.

use super::bar_mark::{Direction, OPEN_END, bar_mark};
use super::category;
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::{target, tentative, value};
use crate::each::each;
use crate::geom::{Point, Rect, within};
use crate::locale::Message;
use crate::scale::Linear;
use crate::scene::{Anchor, Role, qualified};
use crate::spec::{Checked, Qualifier, Row};
use crate::text::TextStyle;

/// Height of the track, in CSS pixels.
const TRACK: f64 = 14.0;
/// Between two rows, in CSS pixels.
const GAP: f64 = 16.0;
/// Between the track and its figure, in CSS pixels.
const ASIDE: f64 = 12.0;
/// The size of type of a figure that stands alone, and of one among others, in CSS pixels.
const ALONE: f64 = 28.0;
const AMONG: f64 = 20.0;
/// No way is followed farther beyond its end: so many times its length.
const FARTHEST: f64 = 3.0;

/// A row's way.
struct Way<'a> {
    row: &'a Row,
    /// How much of the way is gone: 1 is all of it. `None` where that is not known.
    gone: Option<f64>,
    /// Where on the way a mark stands that is not its end: the target of a share.
    mark: Option<f64>,
    /// The figure at the end of the track.
    figure: String,
    /// What stands below the track.
    below: String,
}

/// Draws the ways from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    let mut categories = category::gather(sketch.checked);
    category::cap(sketch, &mut categories);
    let mut rows: Vec<&Row> = Vec::new();
    for category in &categories {
        rows.extend(&category.rows);
    }
    let ways: Vec<Way> = each(&rows, &mut |row| way(sketch, row));
    let names: Vec<&str> = each(&rows, &mut |row| row.category.as_str());
    let labels = RowLabels::above(sketch, &names);
    let style = TextStyle::strong(if rows.len() == 1 { ALONE } else { AMONG });
    let figures = ways.iter().map(|way| sketch.measure(&way.figure, figure_style(sketch, way, style)));
    let end = (sketch.width - figures.fold(0.0, f64::max) - ASIDE).max(sketch.width * 0.3);
    let farthest = ways.iter().filter_map(|way| way.gone).fold(1.0, f64::max).min(FARTHEST);
    let open = if rows.iter().any(|row| row.qualifier == Some(Qualifier::Over)) { OPEN_END } else { 0.0 };
    let scale = sketch.scale_across((0.0, farthest), 0.0, end - open);

    let small = sketch.env.theme.small;
    let mut top = 0.0;
    for (i, way) in ways.iter().enumerate() {
        // A large figure reaches above and below its track.
        let head = labels.head(sketch, i).max((style.size - TRACK) / 2.0) + 4.0;
        let under = style.size / 2.0 + style.descent() - TRACK / 2.0;
        let middle = top + head + TRACK / 2.0;
        let lines = sketch.fit(&way.below, sketch.width, 2, small);
        let foot = if lines.is_empty() { 0.0 } else { 4.0 + small.line_height() * lines.len() as f64 };
        let foot = foot.max(under);
        let slot = Rect::new(0.0, top, sketch.width, head + TRACK + foot);
        let datum = track(sketch, way, &scale, slot, middle);
        let words = figure_style(sketch, way, style);
        let at = Point::new(end + ASIDE, middle + words.cap_height() / 2.0);
        let ink = if way.gone.is_some() { sketch.env.theme.ink } else { sketch.env.theme.muted };
        sketch.write_across(Role::Label, Some(datum), &way.figure, at, Anchor::Left, (words, ink));
        labels.draw(sketch, i, Some(datum), top, middle);
        for (line, words) in lines.iter().enumerate() {
            let down = 4.0 + small.ascent() + line as f64 * small.line_height();
            let at = Point::new(0.0, middle + TRACK / 2.0 + down);
            let ink = (small, sketch.env.theme.muted);
            sketch.write_across(Role::Label, Some(datum), words, at, Anchor::Left, ink);
        }
        top = slot.bottom() + GAP;
    }
    sketch.height = (top - GAP).max(0.0);
    tentative::explain(sketch);
}

/// A figure is large; the words that stand for one are not, nor is one that would leave its track no room.
fn figure_style(sketch: &Sketch, way: &Way, style: TextStyle) -> TextStyle {
    let large = sketch.measure(&way.figure, style) <= sketch.width * 0.4;
    if way.gone.is_some() && large { style } else { sketch.env.theme.label }
}

/// Finds how much of the way is gone, and says it.
fn way<'a>(sketch: &Sketch, row: &'a Row) -> Way<'a> {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let target = target::of(checked, row);
    let whole = value::label(checked, locale, row, true);
    if value::is_percent(checked) && checked.base.is_none() {
        let below = target.as_ref().map_or_else(String::new, |target| target::words(sketch, target));
        let mark = target.map(|target| target.value / 100.0);
        return Way { row, gone: row.value.map(|value| value / 100.0), mark, figure: whole, below };
    }
    let Some((target, gone)) = target.and_then(|target| Some((target.value, part(checked, row, target.value)?))) else {
        return Way { row, gone: None, mark: None, figure: whole, below: String::new() };
    };
    let number = locale.number(target, value::digits(target).min(6));
    let below = locale.say(Message::OfTarget, &[&whole, &locale.with_unit(&number, &checked.unit)]);
    let figure = value::marked(checked, locale, percent(sketch, gone, Message::UnderLabel), row.qualifier);
    Way { row, gone: Some(gone), mark: None, figure, below }
}

/// The part of the way from the base to a target that is gone.
fn part(checked: &Checked, row: &Row, target: f64) -> Option<f64> {
    let start = checked.base.unwrap_or(0.0);
    let part = (row.value? / 2.0 - start / 2.0) / (target / 2.0 - start / 2.0);
    part.is_finite().then_some(part)
}

/// A part in %, never rounded up to a whole that is not reached, nor down to nothing: of that little `under` says so.
fn percent(sketch: &Sketch, part: f64, under: Message) -> String {
    let (exact, locale) = (part * 100.0, sketch.env.locale);
    let little = exact > 0.0 && exact < 0.1;
    let (shown, decimals) = match exact {
        exact if (99.5..100.0).contains(&exact) => (exact.min(99.9), 1),
        exact if exact > 0.0 && exact < 0.5 => (exact.max(0.1), 1),
        exact => (exact, 0),
    };
    let number = if shown.abs() >= value::LARGE { value::short(locale, shown) } else { locale.number(shown, decimals) };
    let words = locale.with_unit(&number, "%");
    if little { locale.say(under, &[&words]) } else { words }
}

/// The track with its filled part and its mark; gives the datum.
fn track(sketch: &mut Sketch, way: &Way, scale: &Linear, slot: Rect, middle: f64) -> u32 {
    let theme = sketch.env.theme;
    let (top, bottom) = (middle - TRACK / 2.0, middle + TRACK / 2.0);
    let (start, end) = (scale.at(0.0), scale.at(1.0));
    let gone = within(way.gone.unwrap_or(0.0), 0.0, FARTHEST);
    let tip = scale.at(gone);
    let rail = Rect::between(Point::new(start, top), Point::new(end, bottom));
    sketch.rect(Role::Grid, None, rail, theme.grid);
    let datum = sketch.datum(way.row, Point::new(tip, middle), slot);
    if way.gone.is_some_and(|gone| gone > 0.0) {
        let rect = Rect::between(Point::new(start, top), Point::new(tip, bottom));
        let direction = if sketch.env.locale.rtl() { Direction::Left } else { Direction::Right };
        let color = sketch.color(way.row.series, &way.row.category);
        bar_mark(sketch, datum, rect, color, direction, way.row.qualifier);
    }
    // The end of the way is marked where something goes beyond it.
    let passed = (scale.domain.1 > 1.0 && way.gone.is_some()).then_some(1.0);
    if let Some(mark) = way.mark.or(passed) {
        let x = scale.at(within(mark, 0.0, FARTHEST));
        sketch.rect(Role::Note, None, Rect::new(x - 2.5, top, 5.0, TRACK), theme.background);
        sketch.rect(Role::Note, None, Rect::new(x - 1.25, top - 4.0, 2.5, TRACK + 8.0), theme.ink);
    }
    let target = target::of(sketch.checked, way.row).map(|target| target::in_full(sketch, &target));
    let said = way.mark.is_none() && !way.below.is_empty();
    let spoken = way.gone.filter(|_| said).map(|gone| {
        let bound = way.row.qualifier.filter(|qualifier| qualifier.is_bound() || *qualifier == Qualifier::About);
        qualified(sketch.env.locale, percent(sketch, gone, Message::Under), bound)
    });
    let words = spoken.map(|spoken| sketch.env.locale.say(Message::WayGone, &[&spoken]));
    if let Some(datum) = sketch.data.get_mut(datum as usize) {
        for words in [words, target].into_iter().flatten() {
            datum.add_first(words);
        }
    }
    datum
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
    use super::*;
    use crate::spec::{Kind, Quantity, Target};

    fn row(name: &str, value: f64, target: Option<f64>) -> Row {
        Row { category: name.into(), value: Some(value), target, ..Row::default() }
    }

    fn plan(rows: Vec<Row>) -> Checked {
        Checked { target_name: "Goal".into(), ..checked(Kind::Progress, rows) }
    }

    #[test]
    fn the_way_runs_from_the_base_to_the_target() {
        let rows = vec![row("a", 15.0, Some(5.0)), row("b", 20.0, Some(5.0)), row("c", 2.0, Some(5.0))];
        let scene = stage(&Checked { base: Some(20.0), ..plan(rows) }, 400.0).value;
        let words = texts(&scene);
        assert!(["33%", "0%", "120%"].iter().all(|figure| words.contains(figure)), "{words:?}");
        assert_eq!(told(&scene)[0].details[..2], ["Goal: 5", "WayGone 33%"]);
    }

    #[test]
    fn what_is_not_reached_is_never_rounded_to_the_whole() {
        for (value, figure) in
            [(9_999.0, "99.9%"), (10_000.0, "100%"), (9_960.0, "99.6%"), (1.0, "UnderLabel 0.1%"), (20.0, "0.2%")]
        {
            let scene = stage(&plan(vec![row("a", value, Some(10_000.0))]), 400.0).value;
            assert!(texts(&scene).contains(&figure), "{:?}", texts(&scene));
        }
    }

    #[test]
    fn a_share_is_measured_against_the_whole_and_its_target_is_a_mark() {
        let target = Some(Target { value: 75.0, upper: None, period: None, label: "Plan".into() });
        let spec = Checked {
            target,
            measure: Quantity::Share,
            unit: "%".into(),
            ..checked(Kind::Progress, vec![row("a", 50.0, None)])
        };
        let scene = stage(&spec, 400.0).value;
        holds_at_every_width(&Checked { target: None, ..spec });
        let words = texts(&scene);
        assert!(words.contains(&"50%") && words.contains(&"Plan: 75%"), "{words:?}");
    }

    #[test]
    fn words_never_collide() {
        let mut rows: Vec<Row> = hard_words().iter().map(|name| row(name, 12_345.0, Some(9_876.5))).collect();
        rows.push(row("backwards", -8_000.0, Some(9_000.0)));
        rows.push(row("far beyond", 8e212, Some(0.5)));
        rows.push(Row { value: None, ..row("gap", 0.0, Some(3.0)) });
        rows.push(row("no target", 12.0, None));
        for qualifier in Qualifier::ALL.map(|(_, qualifier)| Some(qualifier)) {
            for row in &mut rows {
                row.qualifier = qualifier;
            }
            holds_at_every_width(&Checked { unit: "enterprises above designated size".into(), ..plan(rows.clone()) });
        }
        holds_at_every_width(&plan(vec![row("one", 3.0, Some(4.0))]));
    }
}
