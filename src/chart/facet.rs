//! Small multiples: the same kind once for each value of a column, side by side on shared scales.

use super::backdrop;
use super::panel::{self, Panel};
use super::sketch::Sketch;
use crate::geom::{Point, within};
use crate::locale::{Message, Period};
use crate::problem::{Place, Problem};
use crate::scene::{Anchor, Env, Role, Setting};
use crate::spec::{Checked, Highlight, Kind, Layout, MOST_PANELS};
use crate::text::{TextStyle, wrap};

/// The most panels side by side.
const ACROSS: usize = 4;
/// Between two panels, in CSS pixels: across, and down.
const GAP: (f64, f64) = (18.0, 20.0);

/// Draws the panels in a grid, each under its name.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let count = cap(sketch);
    let columns = across(checked, sketch.width, count);
    let share = (sketch.width - GAP.0 * (columns as f64 - 1.0)) / columns as f64;
    let mut specs: Vec<Checked> = Vec::new();
    for facet in 0..count {
        specs.push(spec(checked, facet, share));
    }

    // What each would choose for itself says what all need to hold: drawn to see, and once more to stay.
    let mut tries = draft(sketch, &specs, share);
    let trim = agree(sketch, &mut specs, &tries, columns, share);
    let left = trim.unwrap_or(0.0);
    let width = (sketch.width - left - GAP.0 * (columns as f64 - 1.0)) / columns as f64;
    tries = draft(sketch, &specs, width + left);
    let room = |panel: &Panel| panel.frame.as_ref().map_or(0.0, |frame| width + left - frame.plot.right());
    let room = tries.iter().map(room).fold(0.0, f64::max);
    let mut panels = Vec::new();
    for (facet, own) in specs.iter_mut().enumerate() {
        own.hold.room = room;
        let footnotes = core::mem::take(&mut sketch.footnotes);
        let mut panel = panel::compose(own, &env_of(sketch.env, width + left), footnotes, facet > 0);
        sketch.footnotes = core::mem::take(&mut panel.footnotes);
        backdrop::draw(sketch, &mut panel, facet);
        panels.push(panel);
    }
    place(sketch, panels, columns, width, trim);
    warn_of_reference(sketch);
    if checked.free {
        let words = sketch.env.locale.say(Message::OwnScales, &[]);
        sketch.notes.push(words);
    }
}

/// Says where a panel was to be seen behind the others and this kind draws none there.
fn warn_of_reference(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let drawn = |name: &String| sketch.key.iter().any(|entry| entry.label == *name);
    if checked.reference.iter().any(|name| checked.facets.contains(name) && !drawn(name)) {
        sketch.problems.push(Problem::warning(
            "unused-key",
            Place::spec("/reference"),
            "nothing stands in grey behind the panels of this kind".into(),
            "leave it out, or use kind \"line\", \"column\", \"bar\" or \"dot\"".into(),
        ));
    }
}

/// How many panels are drawn; says so where that is not all.
fn cap(sketch: &mut Sketch) -> usize {
    let all = sketch.checked.facets.len();
    if all > MOST_PANELS {
        let locale = sketch.env.locale;
        let counts = [locale.number(MOST_PANELS as f64, 0), locale.number(all as f64, 0)];
        sketch.notes.push(locale.say(Message::Shown, &[&counts[0], &counts[1]]));
        sketch.problems.push(Problem::warning(
            "too-many-panels",
            Place::spec("/facet"),
            ["of ", &all.to_string(), " panels the first ", &MOST_PANELS.to_string(), " are drawn"].concat(),
            "choose those that matter, or use a table".into(),
        ));
    }
    all.min(MOST_PANELS)
}

/// How many panels stand side by side: as many as can be read at this width (CSS pixels), in rows as full as can be.
fn across(checked: &Checked, width: f64, count: usize) -> usize {
    let timed = checked.rows.iter().any(|row| row.period.is_some());
    let least = match checked.kind.layout() {
        _ if checked.kind == Kind::Sparkline => 230.0,
        _ if checked.kind == Kind::Slope => 150.0,
        // The names at the end of ranks are never left out.
        _ if checked.kind == Kind::Bump => 190.0,
        Layout::Calendar => 116.0,
        Layout::Upright if timed => 116.0,
        Layout::Upright | Layout::Relation => 190.0,
        _ => 230.0,
    };
    let room = within((width + GAP.0) / (least + GAP.0), 1.0, ACROSS as f64) as usize;
    let most = room.min(count).max(1);
    let rows = count.div_ceil(most).max(1);
    count.div_ceil(rows).max(1)
}

/// The chart of one panel, about so many CSS pixels wide.
fn spec(checked: &Checked, facet: usize, width: f64) -> Checked {
    let mut own = checked.panel(facet);
    let named = |name: &String| checked.facets.contains(name);
    if own.highlight.0.iter().any(named) {
        // Panels are highlighted as a whole: all or nothing of them keeps its colour.
        let chosen = checked.facets.get(facet).is_some_and(|name| own.highlight.holds(name));
        own.highlight = Highlight(if chosen { Vec::new() } else { vec!["\u{0}".into()] });
    } else if !own.highlight.is_set() && checked.reference.iter().any(|name| checked.series.contains(name)) {
        own.highlight.0 = checked.series.clone();
        own.highlight.0.retain(|name| !checked.reference.contains(name));
    }
    let periods = || checked.rows.iter().filter_map(|row| row.period);
    own.hold.periods.extend(periods().min().into_iter().chain(periods().max()).collect::<Vec<Period>>());
    own.height = Some(checked.height.unwrap_or(within(width * 0.8, 120.0, 240.0)));
    own
}

/// The surroundings of a panel so many CSS pixels wide.
fn env_of<'a>(env: &Env<'a>, width: f64) -> Env<'a> {
    Env { width, setting: Setting::Page, measure: env.measure, theme: env.theme, locale: env.locale }
}

/// The panels as they are at a width (CSS pixels), to learn from.
fn draft(sketch: &Sketch, specs: &[Checked], width: f64) -> Vec<Panel> {
    let env = env_of(sketch.env, width);
    let mut panels = Vec::new();
    for own in specs {
        panels.push(panel::compose(own, &env, Vec::new(), true));
    }
    panels
}

/// Lets the panels share the ends of the value axis that each chose. Gives the width of the tick labels (CSS pixels)
/// where the first panel of a row can have them for all.
fn agree(sketch: &Sketch, specs: &mut [Checked], tries: &[Panel], columns: usize, width: f64) -> Option<f64> {
    if sketch.checked.free {
        return None;
    }
    let frames = || tries.iter().filter_map(|panel| panel.frame.as_ref());
    for frame in frames() {
        let (from, to) = frame.value.domain();
        for own in specs.iter_mut() {
            own.hold.values.extend([from, to]);
        }
    }
    // Words at the left of these are the panel's own.
    let own = matches!(sketch.checked.kind, Kind::Slope | Kind::Bump | Kind::Sparkline);
    let shared = !own && frames().count() == specs.len() && frames().all(|frame| frame.upright);
    if !shared || columns < 2 || sketch.env.locale.rtl() {
        return None;
    }
    // The ticks of the shared axis are known only when it is drawn.
    let panel = panel::compose(specs.first()?, &env_of(sketch.env, width), Vec::new(), true);
    panel.frame.map(|frame| frame.plot.x)
}

/// Puts the panels (all but the ticks so many CSS pixels wide) into rows and columns; `trim` is the width of the tick
/// labels that only the first of a row keeps.
fn place(sketch: &mut Sketch, panels: Vec<Panel>, columns: usize, width: f64, trim: Option<f64>) {
    let theme = sketch.env.theme;
    let (style, rtl) = (TextStyle::strong(theme.label.size), sketch.env.locale.rtl());
    let left = trim.unwrap_or(0.0);
    let names = sketch.checked.facets.clone();
    let count = panels.len();
    let mut rest = panels.into_iter();
    let (mut top, mut at) = (0.0, 0);
    while at < count {
        let mut row: Vec<Panel> = rest.by_ref().take(columns).collect();
        for (column, panel) in row.iter_mut().enumerate() {
            if trim.is_some() && at + column + columns < count {
                panel.drop_foot();
            }
            if trim.is_some() && column > 0 {
                panel.drop_ticks();
            }
        }
        let mut heads = Vec::new();
        for name in names.iter().skip(at).take(columns) {
            heads.push(wrap(name, width, style, sketch.env.measure, 2));
        }
        let lines = heads.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let upright = row.iter().any(|panel| panel.frame.as_ref().is_some_and(|frame| frame.upright));
        let head = lines * style.line_height() + if upright { 2.0 } else { 8.0 };
        // Plots side by side begin at the same height, whatever stands above one of them.
        let rise = |panel: &Panel| panel.frame.as_ref().map_or(0.0, |frame| frame.plot.y);
        let highest = row.iter().map(rise).fold(0.0, f64::max);
        let mut height: f64 = 0.0;
        for (column, (mut panel, lines)) in row.into_iter().zip(&heads).enumerate() {
            let step = column as f64 * (width + GAP.0);
            // Without its ticks a panel begins where its plot does.
            let x = if rtl { sketch.width - step - width } else { step };
            let down = if panel.frame.is_some() { highest - rise(&panel) } else { 0.0 };
            height = height.max(panel.height + down);
            panel.shift(x, top + head + down);
            let start = if column > 0 { x + left } else { x };
            let (edge, anchor) = if rtl { (x + width, Anchor::Right) } else { (start, Anchor::Left) };
            let mut baseline = top + (style.line_height() + style.cap_height()) / 2.0;
            for line in lines {
                sketch.text(Role::Label, None, line, Point::new(edge, baseline), anchor, (style, theme.ink));
                baseline += style.line_height();
            }
            let name = names.get(at + column).map_or("", String::as_str);
            panel.join(sketch, name);
        }
        top += head + height + GAP.1;
        at += columns;
    }
    sketch.height = (top - GAP.1).max(0.0);
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
    use super::*;
    use crate::scene::Shape;
    use crate::spec::{Annotation, At, Kind, Row, Spot};

    /// So many panels of so many years, each with values ten times those of the one before.
    fn years(kind: Kind, names: Vec<String>, count: i32) -> Checked {
        let mut rows = Vec::new();
        for facet in 0..names.len() {
            for i in 0..count {
                let value = Some(f64::from(1 + (i * 5) % 7) * [1.0, 10.0, 100.0][facet % 3]);
                let (period, line) = (Some(Period::Year(2000 + i)), rows.len() as u32);
                rows.push(Row { period, value, facet, line, ..Row::default() });
            }
        }
        Checked { facets: names, unit: "%".into(), ..checked(kind, rows) }
    }

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|i| format!("Country number {i}")).collect()
    }

    #[test]
    fn words_never_collide() {
        for kind in [Kind::Line, Kind::Column] {
            for count in [1, 2, 5, 12] {
                for span in [1, 3, 30] {
                    for free in [false, true] {
                        holds_at_every_width(&Checked { free, ..years(kind, names(count), span) });
                    }
                }
            }
            holds_at_every_width(&years(kind, hard_words(), 9));
        }
        let row = |i: usize| Row {
            category: format!("Category {}", i % 6),
            facet: i / 6,
            value: Some(i as f64 * 12.5 - 20.0),
            ..Row::default()
        };
        for kind in [Kind::Bar, Kind::Column] {
            holds_at_every_width(&Checked { facets: names(4), ..checked(kind, (0..24).map(row).collect()) });
        }
    }

    #[test]
    fn every_value_is_a_datum_under_its_panels_name() {
        let scene = stage(&years(Kind::Line, names(5), 8), 640.0).value;
        assert_eq!(scene.data.len(), 40);
        assert_eq!((&*scene.data[0].series, &*scene.data[39].series), ("Country number 0", "Country number 4"));
        for mark in &scene.marks {
            assert!(mark.datum.is_none_or(|id| (id as usize) < 40));
        }
        // Four side by side at most, and rows as full as can be: three and two.
        let mut tops: Vec<i64> = scene.data.iter().map(|datum| datum.reach.y as i64).collect();
        tops.sort_unstable();
        assert!(tops[39] - tops[0] > 100);
    }

    #[test]
    fn scales_are_shared_unless_free() {
        let heights = |free| {
            let scene = stage(&Checked { free, ..years(Kind::Column, names(2), 8) }, 320.0).value;
            let tallest = |series: &str| {
                let own = scene.marks.iter().filter(|mark| mark.role == Role::Data).filter_map(|mark| {
                    let datum = scene.data.get(mark.datum? as usize)?;
                    let Shape::Rect { rect, .. } = &mark.shape else { return None };
                    (datum.series == series).then_some(rect.height)
                });
                own.fold(0.0, f64::max)
            };
            (tallest("Country number 0"), tallest("Country number 1"), scene.caption.notes.len())
        };
        let (small, large, notes) = heights(false);
        assert!((large / small - 10.0).abs() < 0.5, "{small} {large}");
        assert_eq!(notes, 0);
        let (small, large, notes) = heights(true);
        assert!((large / small - 1.0).abs() < 0.5, "{small} {large}");
        assert_eq!(notes, 1);
    }

    #[test]
    fn the_reference_stands_in_every_other_panel() {
        let count = |reference: Vec<String>| {
            let scene = stage(&Checked { reference, ..years(Kind::Line, names(4), 8) }, 640.0).value;
            let lines =
                scene.marks.iter().filter(|mark| mark.role == Role::Note && matches!(mark.shape, Shape::Line { .. }));
            (lines.count(), scene.caption.key.len())
        };
        assert_eq!(count(vec!["Country number 2".into()]), (3, 1));
        assert_eq!(count(Vec::new()), (0, 0));
    }

    #[test]
    fn annotations_are_written_once_and_numbered_through() {
        let one = |spot, text: &str| Annotation { text: text.into(), spot, pointer: "/a".into() };
        let band = Spot::Band(At::Period(Period::Year(2003)), At::Period(Period::Year(2004)));
        let long = "A note that is much too long to find a place on a plot as small as these are";
        let annotations = vec![one(band, "Crisis"), one(Spot::Datum(3), long), one(Spot::Datum(12), long)];
        let spec = Checked { annotations, ..years(Kind::Line, names(4), 8) };
        let scene = stage(&spec, 640.0).value;
        let said = texts(&scene);
        assert_eq!(said.iter().filter(|text| **text == "Crisis").count(), 1, "{said:?}");
        assert!(said.contains(&"1") && said.contains(&"2"), "{said:?}");
        assert_eq!(scene.caption.notes.len(), 2);
        assert_eq!(scene.story.notes.len(), 3);
        assert!(told(&scene)[23].details.is_empty() && told(&scene)[12].details.contains(&long.to_string()));
        holds_at_every_width(&spec);
    }
}
