//! Annotations on any kind that sets its frame: bands below the marks, lines and notes above them. Words without
//! room stand in the notes, by a number.

use super::across;
use super::flag;
use super::frame::{Along, Frame};
use super::note::{self, Near};
use super::sketch::Sketch;
use super::{interval, value};
use crate::geom::{Point, Rect};
use crate::locale::{Message, Period, PeriodStyle};
use crate::problem::{Place, Problem};
use crate::scene::{DatumId, Detail, Name, Role, Shape};
use crate::spec::{Annotation, At, Checked, Row, Spot};

/// Draws the annotations of a plot that a kind has just drawn, and tells them to the description and the data.
pub(super) fn annotate(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let (mut flags, mut rules) = (Vec::new(), Vec::new());
    // Bands first: the words find their place among all that is drawn.
    for annotation in &checked.annotations {
        if let Spot::Band(from, to) = annotation.spot {
            across::shade(sketch, &from, &to);
        }
    }
    for annotation in &checked.annotations {
        let text = annotation.text.as_str();
        let placed = match annotation.spot {
            Spot::Line(at) => across::line(sketch, text, &at, &mut flags, &mut rules),
            Spot::Band(from, to) => across::band(sketch, text, &from, &to, &mut flags),
            Spot::Point(along, value) => point(sketch, text, &along, &value),
            Spot::Datum(row) => checked.rows.get(row).and_then(|row| datum(sketch, text, row)),
        };
        match placed {
            Some(()) => tell(sketch, annotation),
            None => nowhere(sketch, annotation),
        }
    }
    for (from, to) in rules {
        across::rule(sketch, from, to);
    }
    flag::raise(sketch, &flags);
}

/// Says that an annotation has no place on the plot.
fn nowhere(sketch: &mut Sketch, annotation: &Annotation) {
    let (message, hint) = match (sketch.frame.is_some(), annotation.spot) {
        (_, Spot::Datum(_)) => ("an annotation of a value that is not drawn", "point at one that is"),
        (true, _) => {
            ("an annotation beyond the ends of the axis", "name a place that the axis has, or widen \"domain\"")
        }
        (false, _) => ("an annotation of a place on an axis that this chart does not have", "name a value as \"at\""),
    };
    let place = Place::spec(&annotation.pointer);
    sketch.problems.push(Problem::warning("annotation-nowhere", place, message.into(), hint.into()));
}

/// The box that notes may stand in, in CSS pixels: down to the axis.
fn ground(sketch: &Sketch) -> Rect {
    let bottom = sketch.frame.as_ref().map_or(sketch.height, |frame| frame.plot.bottom());
    Rect::new(0.0, 0.0, sketch.width, bottom)
}

/// A note at a place that no datum has: with a dot of its own.
fn point(sketch: &mut Sketch, text: &str, along: &At, at: &At) -> Option<()> {
    let frame = sketch.frame.as_ref()?;
    let (a, b) = (frame.line(along)?, frame.line(at)?);
    let center = if frame.upright { Point::new(a, b) } else { Point::new(b, a) };
    let (fill, background) = (sketch.env.theme.ink, sketch.env.theme.background);
    sketch.mark(Role::Note, None, Shape::Dot { center, radius: 4.5, fill: background, ring: None });
    sketch.mark(Role::Note, None, Shape::Dot { center, radius: 3.0, fill, ring: None });
    let words = where_it_is(sketch, &Spot::Point(*along, *at));
    let near = Near { core: Rect::around(center, 6.0), bounds: ground(sketch), rivals: Vec::new() };
    if !sketch.quiet {
        note::write(sketch, text, &words, &near);
    }
    Some(())
}

/// A note at a datum, with a leader.
fn datum(sketch: &mut Sketch, text: &str, row: &Row) -> Option<()> {
    let id = drawn(sketch, row)?;
    let datum = sketch.data.get(id as usize)?;
    let (anchor, reach) = (datum.anchor, datum.reach);
    let mut core = Rect::around(anchor, 6.0);
    // The value beside its mark belongs to it: the leader ends there rather than run through it.
    for mark in &sketch.marks {
        if let (Shape::Text(run), Role::Label, true) = (&mark.shape, mark.role, mark.datum == Some(id)) {
            let bounds = run.bounds();
            if bounds.distance(anchor) < 14.0 {
                let corner = Point::new(core.right().max(bounds.right()), core.bottom().max(bounds.bottom()));
                core = Rect::between(Point::new(core.x.min(bounds.x), core.y.min(bounds.y)), corner);
            }
        }
    }
    let place = heading(sketch, id);
    let (mut bounds, mut rivals) = (ground(sketch), Vec::new());
    match &sketch.frame {
        // Words beside another row would be taken for its own.
        Some(Frame { upright: false, .. }) => bounds = Rect::new(0.0, reach.y - 4.0, sketch.width, reach.height + 8.0),
        // On a line the neighbours are the same line.
        Some(Frame { along: Along::Periods(_), .. }) => {}
        _ => {
            let others = sketch.data.iter().filter(|other| !other.is_called_as(datum));
            rivals.extend(others.map(|other| other.anchor));
        }
    }
    note::write(sketch, text, &place, &Near { core, bounds, rivals });
    Some(())
}

/// The datum that was drawn of a row.
fn drawn(sketch: &Sketch, row: &Row) -> Option<DatumId> {
    let series = sketch.checked.series.get(row.series).map_or("", String::as_str);
    let fits = |datum: &&crate::scene::Datum| {
        datum.line == row.line && datum.series == *series && datum.period == row.period && datum.value == row.value
    };
    sketch.data.iter().find(fits).map(|datum| datum.id)
}

/// What a datum is called.
fn heading(sketch: &Sketch, id: DatumId) -> String {
    let Some(datum) = sketch.data.get(id as usize) else { return String::new() };
    let label = datum.label(sketch.env.locale);
    match (&*datum.series, &*label) {
        (name, "") | ("", name) => name.into(),
        (series, label) => match Period::parse(series) {
            // Of a pair of then and now: "High-tech manufacturing, 2020".
            Some(time) => {
                let time = sketch.env.locale.period(&time, PeriodStyle::Long);
                sketch.env.locale.say(Message::SeriesLabel, &[label, &time])
            }
            None => sketch.env.locale.say(Message::SeriesLabel, &[series, label]),
        },
    }
}

/// A place in words: "2015", "2008–2009", "50%".
pub(super) fn where_it_is(sketch: &Sketch, spot: &Spot) -> String {
    let locale = sketch.env.locale;
    let one = |at: &At, unit: bool| match at {
        At::Period(period) => locale.period(period, PeriodStyle::Long),
        At::Value(value) | At::Across(value) => {
            let number = locale.number(*value, value::digits(*value));
            if unit && matches!(at, At::Value(_)) { locale.with_unit(&number, &sketch.checked.unit) } else { number }
        }
    };
    match spot {
        Spot::Line(at) => one(at, true),
        Spot::Band(from, to) if from == to => one(from, true),
        Spot::Band(At::Period(from), At::Period(to)) => {
            let [from, to] = [from, to].map(|period| locale.period(period, PeriodStyle::Long));
            interval::periods(locale, &from, &to)
        }
        Spot::Band(from, to) => [&one(from, false), "–", &one(to, true)].concat(),
        Spot::Point(along, at) => locale.say(Message::SeriesLabel, &[&one(along, true), &one(at, true)]),
        Spot::Datum(_) => String::new(),
    }
}

/// Tells an annotation to the description, and to the data that it speaks of.
fn tell(sketch: &mut Sketch, annotation: &Annotation) {
    let checked: &Checked = sketch.checked;
    let text = &annotation.text;
    let said = Name::from(text.as_str());
    let mut place = where_it_is(sketch, &annotation.spot);
    if let Spot::Datum(row) = annotation.spot {
        let id = checked.rows.get(row).and_then(|row| drawn(sketch, row));
        place = id.map_or_else(String::new, |id| heading(sketch, id));
        if let Some(datum) = id.and_then(|id| sketch.data.get_mut(id as usize)) {
            datum.add(Detail::Said(said.clone()));
        }
    }
    let days = match annotation.spot {
        Spot::Line(At::Period(period)) => Some((period.start_day(), period.end_day())),
        Spot::Band(At::Period(from), At::Period(to)) => Some((from.start_day(), to.end_day())),
        _ => None,
    };
    for datum in &mut sketch.data {
        let inside =
            |(from, to): (i64, i64)| datum.period.is_some_and(|own| own.start_day() <= to && own.end_day() >= from);
        if days.is_some_and(inside) {
            datum.add(Detail::Said(said.clone()));
        }
    }
    // A line at 60 years that is called "60 years" is told once.
    let words = if place == *text { place } else { sketch.env.locale.say(Message::Colon, &[&place, text]) };
    if !sketch.quiet || matches!(annotation.spot, Spot::Datum(_)) {
        sketch.story.notes.push(words);
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::locale::Period;
    use crate::spec::{Hold, Kind};

    const YEAR: fn(i32) -> At = |year| At::Period(Period::Year(year));

    fn annotated(kind: Kind, rows: Vec<Row>, spots: &[(Spot, &str)]) -> Checked {
        let one = |(spot, text): &(Spot, &str)| Annotation { text: (*text).into(), spot: *spot, pointer: "/a".into() };
        Checked { annotations: spots.iter().map(one).collect(), ..checked(kind, rows) }
    }

    fn years(count: i32) -> Vec<Row> {
        let row = |i: i32| Row {
            period: Some(Period::Year(2000 + i)),
            value: Some(f64::from(10 + (i * 7) % 23)),
            line: 2 + i as u32,
            ..Row::default()
        };
        (0..count).map(row).collect()
    }

    fn named(count: u32) -> Vec<Row> {
        let row =
            |i: u32| Row { category: format!("Place {i}"), value: Some(f64::from(i)), line: i + 2, ..Row::default() };
        (1..=count).map(row).collect()
    }

    fn all(text: &str) -> Vec<(Spot, &str)> {
        vec![
            (Spot::Line(YEAR(2003)), text),
            (Spot::Line(At::Value(20.0)), text),
            (Spot::Band(YEAR(2005), YEAR(2007)), text),
            (Spot::Band(At::Value(11.0), At::Value(14.0)), text),
            (Spot::Point(YEAR(2004), At::Value(25.0)), text),
            (Spot::Datum(1), text),
            (Spot::Datum(0), text),
        ]
    }

    #[test]
    fn words_never_collide() {
        let hard = hard_words();
        let words = hard.iter().map(String::as_str).filter(|words| !words.is_empty());
        for text in words.chain(["Plan begins", "Half of all", "计划开始"]) {
            for kind in [Kind::Line, Kind::Column] {
                for count in [2, 9, 60] {
                    holds_at_every_width(&annotated(kind, years(count), &all(text)));
                }
            }
            for kind in [Kind::Bar, Kind::Column] {
                for count in [2, 8, 30] {
                    holds_at_every_width(&annotated(kind, named(count), &all(text)));
                }
            }
        }
    }

    #[test]
    fn many_lines_side_by_side_keep_apart() {
        let spots: Vec<(Spot, &str)> =
            (0..14).map(|i| (Spot::Line(YEAR(2000 + i)), "A law comes into force")).collect();
        holds_at_every_width(&annotated(Kind::Line, years(15), &spots));
    }

    #[test]
    fn all_words_are_found_on_the_plot_or_in_the_notes() {
        let long = "A text that is much too long for any place on so small a plot and stands below it";
        let scene =
            stage(&annotated(Kind::Line, years(9), &[(Spot::Datum(3), long), (Spot::Datum(4), "Short")]), 320.0);
        let scene = scene.value;
        assert_eq!(scene.caption.notes, [["1. ", long].concat()]);
        assert!(texts(&scene).contains(&"1") && texts(&scene).contains(&"Short"), "{:?}", texts(&scene));
    }

    #[test]
    fn annotations_are_told_and_point_somewhere() {
        let spots = [(Spot::Line(YEAR(2003)), "Plan"), (Spot::Datum(5), "Peak"), (Spot::Line(YEAR(2050)), "Beyond")];
        let found = stage(&annotated(Kind::Line, years(9), &spots), 640.0);
        let told: Vec<bool> = found.value.data.iter().map(|datum| !datum.details().is_empty()).collect();
        assert_eq!(told.iter().filter(|told| **told).count(), 2);
        assert!(told[3] && told[5]);
        assert_eq!(found.value.story.notes.len(), 2);
        assert_eq!(found.problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), ["annotation-nowhere"]);
        let unframed = stage(&annotated(Kind::Timeline, years(3), &[(Spot::Line(YEAR(2001)), "Plan")]), 640.0);
        assert_eq!(unframed.problems.len(), 1);
    }

    #[test]
    fn bands_lie_below_the_marks_and_lines_stop_before_words() {
        let spots = [(Spot::Band(YEAR(2002), YEAR(2004)), "Band"), (Spot::Line(At::Value(15.0)), "Line")];
        let scene = stage(&annotated(Kind::Column, years(8), &spots), 640.0).value;
        assert!(matches!(scene.marks[0].shape, Shape::Rect { .. }) && scene.marks[0].role == Role::Note);
        let words: Vec<Rect> = scene
            .marks
            .iter()
            .filter_map(|m| if let Shape::Text(run) = &m.shape { Some(run.bounds()) } else { None })
            .collect();
        for mark in scene.marks.iter().filter(|mark| mark.role == Role::Note) {
            if let Shape::Rule { from, to, .. } = &mark.shape {
                let line = Rect::between(*from, *to).grown(0.5);
                assert_eq!(words.iter().find(|word| word.meets(&line)), None, "{line:?}");
            }
        }
    }

    #[test]
    fn the_axis_holds_what_annotations_speak_of() {
        let spec = |values: Vec<f64>| Checked {
            hold: Hold { values, periods: Vec::new(), room: 0.0 },
            ..annotated(Kind::Line, years(9), &[(Spot::Line(At::Value(90.0)), "Far")])
        };
        assert_eq!(stage(&spec(Vec::new()), 400.0).problems.len(), 1);
        assert!(stage(&spec(vec![90.0]), 400.0).problems.is_empty());
    }
}
