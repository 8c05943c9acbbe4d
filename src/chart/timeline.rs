//! Milestones down a time axis, each at the precision of its own date, its words beside it.

use super::milestone::{Milestone, assign_lanes, date};
use super::sketch::Sketch;
use super::{calendar, key_of};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::locale::Message;
use crate::problem::{Place, Problem};
use crate::scene::{Anchor, Order, Role};
use crate::spec::Row;
use crate::text::{TextStyle, spread};

/// The most events that are drawn.
const MOST: usize = 100;
/// From one lane of bars to the next; from the last lane to the words; between two labels: in CSS pixels.
const LANE: f64 = 13.0;
const LEAD: f64 = 26.0;
const GAP: f64 = 10.0;
/// From the start of what lasts down to its leader, in CSS pixels.
const START: f64 = 6.0;

/// The words of an event: its date, and what happened.
struct Words {
    date: Vec<String>,
    lines: Vec<String>,
    /// In CSS pixels.
    height: f64,
}

/// Draws the axis at the left, the events' words at the right, and leaders where words had to move.
pub(super) fn draw(sketch: &mut Sketch) {
    sketch.story.order = Order::Events;
    let rows: &[Row] = cap(sketch);
    let mut milestones: Vec<Milestone> = rows.iter().filter_map(Milestone::new).collect();
    meet_halfway(&mut milestones);
    let from = milestones.iter().map(|m| m.days.0).fold(f64::INFINITY, f64::min);
    let till = milestones.iter().map(|m| m.days.1).fold(f64::NEG_INFINITY, f64::max);
    // About as long as the axis will be: two lines of words for each event.
    let guess = (milestones.len() as f64 * 44.0).max(150.0);
    let lanes = assign_lanes(&mut milestones, if till > from { guess / (till - from) } else { 0.0 });

    let (theme, width) = (sketch.env.theme, sketch.width);
    let lead = theme.label.line_height();
    // A first guess at the ticks' room decides how wide the words may be, which decides how long the axis is.
    let axis = calendar::widest(sketch, from, till) + 14.0;
    let left = if milestones.is_empty() { 0.0 } else { axis + (lanes - 1) as f64 * LANE + LEAD };
    let dates = date_column(sketch, rows, width - left);
    let words = |sketch: &Sketch, row: &Row| set(sketch, row, dates, width - left);

    let labels: Vec<Words> = each(&milestones, &mut |m| words(sketch, m.row));
    let heights: Vec<f64> = each(&labels, &mut |label| label.height + GAP);
    let needed = heights.iter().sum::<f64>();
    let asked = sketch.checked.height.unwrap_or(0.0);
    let length = (needed * 1.1).max(if milestones.len() > 1 { 150.0 } else { 0.0 }).max(asked);
    let (top, bottom) = (lead / 2.0, (length - lead / 2.0).max(lead));
    let per_day = if till > from { (bottom - top) / (till - from) } else { 0.0 };
    let scale = (top - from * per_day, per_day);

    if milestones.len() > 1 {
        sketch.rule(Role::Grid, Point::new(axis, top), Point::new(axis, bottom), 0.0, theme.zero);
        calendar::draw(sketch, (from, till), scale, axis);
    }
    // Reading order is from the top down: of spans by their start, whatever the order of the data.
    let order = super::order::order(&each(&milestones, &mut Milestone::moment));
    let mut anchors: Vec<f64> = each(&milestones, &mut |m| anchor(&milestones, m, scale, false));
    if !order.is_sorted_by_key(|index| anchors.get(*index).map_or(0, |y| *y as i64)) {
        // Where spans overlap, leaders from their middles would cross.
        anchors = each(&milestones, &mut |m| anchor(&milestones, m, scale, true));
    }
    let mut wanted: Vec<f64> = anchors.iter().zip(&heights).map(|(y, height)| y - lead / 2.0 + height / 2.0).collect();
    let mut least = f64::NEG_INFINITY;
    for &index in &order {
        if let Some(place) = wanted.get_mut(index) {
            // Labels stay in this order where a leader starts lower down its bar.
            *place = place.max(least);
            least = *place + 0.01;
        }
    }
    let places = spread(&wanted, &heights, 0.0, length + GAP);

    // The last tick's number may stand below the axis.
    let mut end = if milestones.len() > 1 { bottom + theme.small.size / 2.0 } else { 0.0 };
    for &index in &order {
        let (Some(milestone), Some(label)) = (milestones.get(index), labels.get(index)) else { continue };
        let place = places.get(index).copied().unwrap_or(0.0) - heights.get(index).copied().unwrap_or(0.0) / 2.0;
        let mark = Point::new(axis + milestone.lane as f64 * LANE, anchors.get(index).copied().unwrap_or(0.0));
        let reach = Rect::new(0.0, place, width, label.height);
        let id = sketch.datum(milestone.row, mark, reach);
        name(sketch, milestone.row, id);
        let meets = place + lead / 2.0;
        // The leader's knee stands clear of every lane.
        let knee = left - LEAD + 7.0;
        let run = vec![Point::new(mark.x + 6.0, mark.y), Point::new(knee, mark.y), Point::new(left - 6.0, meets)];
        sketch.line(Role::Note, Some(id), vec![run], 1.0, theme.rest);
        end = end.max(write(sketch, label, id, Point::new(left, place), dates));
    }
    for (index, milestone) in milestones.iter().enumerate() {
        let id = order.iter().position(|&other| other == index).unwrap_or(0) as u32;
        let color = sketch.color(milestone.row.series, &milestone.row.category);
        let x = axis + milestone.lane as f64 * LANE;
        let extent = milestone.extent(scale);
        end = end.max(extent.1);
        milestone.draw(sketch, id, x, extent, color);
    }
    for row in rows.iter().filter(|row| row.period.is_none()) {
        let label = words(sketch, row);
        let place = if end > 0.0 { end + GAP } else { 0.0 };
        let id = sketch.datum(row, Point::new(left, place), Rect::new(0.0, place, width, label.height));
        name(sketch, row, id);
        end = write(sketch, &label, id, Point::new(left, place), dates);
    }
    key_of::series(sketch);
    sketch.height = end;
    sketch.mirror();
}

/// The rows that are drawn; where there are too many, a note and a problem say so.
fn cap<'a>(sketch: &mut Sketch<'a>) -> &'a [Row] {
    let rows = &sketch.checked.rows;
    if rows.len() > MOST {
        let locale = sketch.env.locale;
        let (most, all) = (locale.number(MOST as f64, 0), locale.number(rows.len() as f64, 0));
        sketch.notes.push(locale.say(Message::Shown, &[&most, &all]));
        let message = ["of ", &rows.len().to_string(), " events the first ", &MOST.to_string(), " are drawn"].concat();
        let hint = String::from("keep the events that matter, or use a table");
        sketch.problems.push(Problem::warning("too-many-events", Place::spec("/data"), message, hint));
    }
    rows.get(..MOST).unwrap_or(rows)
}

/// Where one span ends in the very year (or month) in which another starts, both meet in its middle.
fn meet_halfway(milestones: &mut [Milestone]) {
    let rows: Vec<&Row> = milestones.iter().filter(|m| m.lasts()).map(|m| m.row).collect();
    for milestone in milestones.iter_mut().filter(|m| m.lasts()) {
        let (start, end) = (milestone.row.period, milestone.row.end);
        let other = |row: &&&Row| !core::ptr::eq(**row, milestone.row);
        let (before, after) = (
            rows.iter().filter(other).any(|row| row.end == start && row.period != start),
            rows.iter().filter(other).any(|row| row.period == end && row.end != end),
        );
        let (mut from, mut till) = milestone.days;
        if let (Some(start), true) = (start, before) {
            from = start.middle_day();
        }
        if let (Some(end), true) = (end, after) {
            till = end.middle_day();
        }
        if from < till {
            milestone.days = (from, till);
        }
    }
}

/// Where the leader of a mark starts: its middle, `early` the start of what lasts, or another place on it that no
/// mark to its right covers.
fn anchor(all: &[Milestone], one: &Milestone, scale: (f64, f64), early: bool) -> f64 {
    let (top, bottom) = one.extent(scale);
    let at = |share: f64| top + (bottom - top) * share;
    let free = |share: &f64| {
        all.iter().filter(|other| other.lane > one.lane).all(|other| {
            let (above, below) = other.extent(scale);
            at(*share) < above - 3.0 || at(*share) > below + 3.0
        })
    };
    let start = if early && one.lasts() { (START / (bottom - top).max(1.0)).min(0.5) } else { 0.5 };
    let tries = if start < 0.5 { [start, 0.15, 0.3, 0.5, 0.7, 0.85] } else { [0.5, 0.3, 0.7, 0.15, 0.85, 0.5] };
    at(tries.into_iter().find(free).unwrap_or(start))
}

/// The width of a column of dates beside the words, in CSS pixels; 0 where the dates go above them.
fn date_column(sketch: &Sketch, rows: &[Row], room: f64) -> f64 {
    let style = strong(sketch);
    let widest = rows
        .iter()
        .filter_map(|row| date(sketch.env.locale, row))
        .map(|date| sketch.measure(&date, style))
        .fold(0.0, f64::max);
    if room >= 380.0 && widest < room * 0.4 { widest + 16.0 } else { 0.0 }
}

fn strong(sketch: &Sketch) -> TextStyle {
    TextStyle::strong(sketch.env.theme.label.size)
}

/// Breaks an event's words to the room there is.
fn set(sketch: &Sketch, row: &Row, dates: f64, room: f64) -> Words {
    let style = sketch.env.theme.label;
    let lead = style.line_height();
    let text = date(sketch.env.locale, row).unwrap_or_else(|| String::from("–"));
    let most = if dates > 0.0 { dates } else { room };
    let date = sketch.fit(&text, most, if dates > 0.0 { 1 } else { 2 }, strong(sketch));
    let lines = sketch.fit(&row.category, room - dates, 4, style);
    let count = if dates > 0.0 { lines.len().max(1) } else { date.len() + lines.len() };
    Words { date, lines, height: count as f64 * lead }
}

/// Draws an event's words from a corner on; returns where they end.
fn write(sketch: &mut Sketch, words: &Words, id: u32, at: Point, dates: f64) -> f64 {
    let theme = sketch.env.theme;
    let (style, lead) = (theme.label, theme.label.line_height());
    let (top, base) = (at.y, at.y + (lead + style.cap_height()) / 2.0);
    let bold = (strong(sketch), theme.ink);
    sketch.paragraph(Role::Label, Some(id), &words.date, Point::new(at.x, base), Anchor::Left, bold);
    let below = if dates > 0.0 { 0.0 } else { words.date.len() as f64 * lead };
    let at = Point::new(at.x + dates, base + below);
    sketch.paragraph(Role::Label, Some(id), &words.lines, at, Anchor::Left, (style, theme.ink));
    top + words.height
}

/// A milestone is told by its date, not by a value.
fn name(sketch: &mut Sketch, row: &Row, id: u32) {
    let text = date(sketch.env.locale, row);
    let Some(datum) = sketch.data.get_mut(id as usize) else { return };
    datum.call(&row.category);
    datum.said = None;
    datum.write(text.as_deref().unwrap_or("–"));
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use crate::geom::Rect;
    use crate::locale::Period;
    use crate::scene::{Role, Scene, Shape};
    use crate::spec::{Kind, Row};

    fn event(words: &str, period: Period) -> Row {
        Row { category: words.into(), period: Some(period), ..Row::default() }
    }

    fn facts() -> Vec<Row> {
        vec![
            event("Named a national innovative city", Period::Day(2021, 12, 31)),
            event("Applies to build one", Period::Month(2017, 6)),
            event("Approved", Period::Month(2018, 4)),
            event("A letter supports 17 cities, Foshan and Dongguan among them", Period::Year(2018)),
        ]
    }

    /// The heights of an event's marks, the largest first.
    fn tallest(scene: &Scene, label: &str) -> f64 {
        let id = scene.data.iter().find(|datum| datum.name == label).map(|datum| datum.id);
        let mut tallest = 0.0_f64;
        for mark in scene.marks.iter().filter(|mark| mark.datum == id && mark.role == Role::Data) {
            if let Shape::Polygon { points, .. } = &mark.shape {
                let (low, high) = points.iter().fold((f64::MAX, f64::MIN), |(a, b), p| (a.min(p.y), b.max(p.y)));
                tallest = tallest.max(high - low);
            }
        }
        tallest
    }

    #[test]
    fn a_vague_date_is_a_bar_as_long_as_it_is_vague() {
        let scene = stage(&checked(Kind::Timeline, facts()), 380.0).value;
        let (year, month) = (
            tallest(&scene, "A letter supports 17 cities, Foshan and Dongguan among them"),
            tallest(&scene, "Approved"),
        );
        assert!(year > 6.0 * month, "{year} {month}");
        assert_eq!(tallest(&scene, "Named a national innovative city"), 0.0, "a day is a dot");
        assert!(texts(&scene).contains(&"31 December 2021"));
        assert!(texts(&scene).contains(&"2018"));
    }

    #[test]
    fn events_are_read_in_the_order_of_time() {
        let scene = stage(&checked(Kind::Timeline, facts()), 380.0).value;
        let dates: Vec<&str> = scene.data.iter().filter_map(|datum| datum.own_text()).collect();
        assert_eq!(dates, ["June 2017", "April 2018", "2018", "31 December 2021"]);
        let tops: Vec<f64> = scene.data.iter().map(|datum| datum.reach.y).collect();
        assert!(tops.windows(2).all(|pair| pair[0] < pair[1]), "{tops:?}");
    }

    #[test]
    fn an_event_without_a_date_stands_below_all_others() {
        let mut rows = facts();
        rows.insert(0, Row { category: "Some day".into(), ..Row::default() });
        let scene = stage(&checked(Kind::Timeline, rows), 380.0).value;
        let last = scene.data.last().unwrap();
        assert_eq!((&*last.name, last.own_text()), ("Some day", Some("–")));
    }

    #[test]
    fn bars_do_not_overlap() {
        let mut rows = facts();
        for year in 2016..2022 {
            rows.push(Row { end: Some(Period::Year(year + 1)), ..event("Span", Period::Year(year)) });
        }
        let mut milestones: Vec<_> = rows.iter().filter_map(super::Milestone::new).collect();
        super::meet_halfway(&mut milestones);
        super::assign_lanes(&mut milestones, 0.0);
        let bar = |m: &super::Milestone| Rect::new(m.lane as f64, m.days.0, 0.5, m.days.1 - m.days.0);
        for (i, one) in milestones.iter().enumerate() {
            assert!(milestones[..i].iter().all(|other| !bar(one).meets(&bar(other))), "{i}");
        }
    }

    #[test]
    fn nothing_overlaps_at_any_width() {
        holds_at_every_width(&checked(Kind::Timeline, facts()));
        holds_at_every_width(&checked(Kind::Timeline, Vec::new()));
        for count in [1, 6, 14] {
            for step in [0, 1, 40] {
                let row = |(i, words): (usize, String)| {
                    let year = 1700 + step * i as i32;
                    let period = match i % 4 {
                        0 => Some(Period::Year(year)),
                        1 => Some(Period::Day(year, 1, 1 + i as u8)),
                        2 => Some(Period::Month(year, 3)),
                        _ => (i % 8 == 3).then_some(Period::Quarter(year, 2)),
                    };
                    let end = (i % 3 == 0).then_some(Period::Year(year + 30));
                    Row { category: words, period, end, ..Row::default() }
                };
                let rows = hard_words().into_iter().cycle().take(count).enumerate().map(row).collect();
                holds_at_every_width(&checked(Kind::Timeline, rows));
            }
        }
    }

    #[test]
    fn spans_are_told_by_their_start() {
        let span = |words: &str, from, till| Row { end: Some(Period::Year(till)), ..event(words, Period::Year(from)) };
        let rows = vec![span("short", 2012, 2013), span("long", 2010, 2030), event("day", Period::Day(2011, 3, 1))];
        let scene = stage(&checked(Kind::Timeline, rows), 400.0).value;
        let labels: Vec<&str> = scene.data.iter().map(|datum| &*datum.name).collect();
        assert_eq!(labels, ["long", "day", "short"]);
        let tops: Vec<f64> = scene.data.iter().map(|datum| datum.reach.y).collect();
        assert!(tops.is_sorted(), "{tops:?}");
    }

    #[test]
    fn a_date_begins_with_a_capital() {
        let scene = stage(&checked(Kind::Timeline, vec![event("a", Period::Half(2024, 1))]), 400.0).value;
        assert!(texts(&scene).iter().any(|text| text.starts_with(char::is_uppercase)), "{:?}", texts(&scene));
    }
}
