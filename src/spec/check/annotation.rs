//! Where annotations belong: every name and period in them held against the data.

use super::super::nearest::offer;
use super::super::said::Spec;
use super::super::{Annotation, At, Checked, Kind, Layout, Remark, Row, Spot};
use super::reader::{cut, written};
use crate::locale::Period;
use crate::problem::{Place, Problem};

/// The most annotations that are drawn: each looks for a place free of all the others, and nobody reads more.
const MOST: usize = 60;

/// Finds the place of every annotation; one that points nowhere is left out, with a warning, and so are those past
/// the most.
pub(super) fn place(spec: &Spec, checked: &mut Checked, problems: &mut Vec<Problem>) {
    let mut found = Vec::new();
    let all = spec.annotations.len();
    if all > MOST {
        let message = ["of ", &all.to_string(), " annotations the first ", &MOST.to_string(), " are drawn"].concat();
        let hint = "keep those that matter".into();
        problems.push(Problem::warning("too-many-annotations", Place::spec("/annotations"), message, hint));
    }
    for remark in spec.annotations.iter().take(MOST) {
        let warn = |kind, key: &str, message: String, hint: String| {
            Problem::warning(kind, Place::spec(&[&remark.pointer, key].concat()), message, hint)
        };
        if remark.text.is_empty() {
            let hint = "give it a \"text\", or leave it out".into();
            problems.push(warn("annotation-without-text", "", "an annotation without words".into(), hint));
            continue;
        }
        match (Finder { checked, layout: spec.kind.layout() }).spot(remark) {
            Ok(spot) => {
                let (text, pointer) = (remark.text.clone(), remark.pointer.clone());
                found.push(Annotation { text, spot, pointer });
            }
            Err((key, message, hint)) => problems.push(warn("annotation-nowhere", key, message, hint)),
        }
    }
    for annotation in &found {
        let places = match annotation.spot {
            Spot::Line(at) => [at, at],
            Spot::Band(from, to) | Spot::Point(from, to) => [from, to],
            Spot::Datum(_) => continue,
        };
        for place in places {
            if let At::Value(value) = place {
                checked.hold.values.push(value);
            }
        }
    }
    checked.annotations = found;
}

/// What is wrong: the key at fault as the end of a JSON pointer, a message and a hint.
type Fault = (&'static str, String, String);

struct Finder<'a> {
    checked: &'a Checked,
    layout: Layout,
}

impl Finder<'_> {
    fn spot(&self, remark: &Remark) -> Result<Spot, Fault> {
        if !remark.from.is_empty() || !remark.to.is_empty() {
            let key = if remark.from.is_empty() { "/to" } else { "/from" };
            let along = |text: &str| self.read("", text, false);
            let ends = (along(&remark.from).ok().zip(along(&remark.to).ok()))
                .map_or_else(|| Ok((self.read(key, &remark.from, true)?, self.read("/to", &remark.to, true)?)), Ok)?;
            return Ok(band(ends));
        }
        // Of flat kinds the values run along x, of upright ones along y.
        let flat = matches!(self.layout, Layout::Flat | Layout::Spread);
        for (key, places, of_values) in [("/x", &remark.x, flat), ("/y", &remark.y, !flat)] {
            if let [from, to] = places.as_slice() {
                return Ok(band((self.read(key, from, of_values)?, self.read(key, to, of_values)?)));
            }
        }
        let (along, value) = if flat { (("/y", &remark.y), &remark.x) } else { (("/x", &remark.x), &remark.y) };
        let (place, amount) = (along.1.first(), value.first());
        let value_key = if flat { "/x" } else { "/y" };
        match (remark.at.as_str(), place, amount) {
            ("", None, None) => {
                let hint = "say where: \"x\", \"y\", \"at\", or \"from\" and \"to\"".into();
                Err(("", "an annotation without a place".into(), hint))
            }
            ("", None, Some(value)) => Ok(Spot::Line(self.read(value_key, value, true)?)),
            ("", Some(place), None) => {
                let at = self.read(along.0, place, false);
                // A line through a column would hide it: what stands in bands of its own is pointed at. Lines do not.
                let columns = self.layout == Layout::Upright && !matches!(self.checked.kind, Kind::Slope | Kind::Bump);
                if (columns || at.is_err())
                    && let Ok(row) = self.row(along.0, place, None)
                {
                    return Ok(Spot::Datum(row));
                }
                if at.is_err() && self.layout != Layout::Calendar && self.layout != Layout::Relation {
                    return self.row(along.0, place, None).map(Spot::Datum);
                }
                Ok(Spot::Line(at?))
            }
            ("", Some(place), Some(value)) => {
                let at = self.read(along.0, place, false);
                let wanted = self.read(value_key, value, true)?;
                match (self.valued(place, wanted), at) {
                    (Some(row), _) => Ok(Spot::Datum(row)),
                    (None, Ok(at)) => Ok(Spot::Point(at, wanted)),
                    (None, Err(_)) => self.row(along.0, place, None).map(Spot::Datum),
                }
            }
            (name, place, _) => self.row("/at", name, place.map(|place| (along.0, place))).map(Spot::Datum),
        }
    }

    /// A place on the axis of values, or on the other one.
    fn read(&self, key: &'static str, text: &str, of_values: bool) -> Result<At, Fault> {
        let number = || written(text).map(|number| number.value).filter(|value| value.is_finite());
        let found = match self.layout {
            _ if of_values => number().map(At::Value),
            Layout::Relation => number().map(At::Across),
            _ if self.checked.rows.iter().any(|row| row.period.is_some()) => Period::parse(text).map(At::Period),
            _ => None,
        };
        found.ok_or_else(|| {
            let wanted = if of_values || self.layout == Layout::Relation { "number" } else { "period" };
            let message = ["\"", &cut(text), "\" is no ", wanted].concat();
            (key, message, ["write a ", wanted, " that the axis has"].concat())
        })
    }

    /// The last row with a value that answers to a name, and to a second one where there is one.
    fn row(&self, key: &'static str, name: &str, second: Option<(&'static str, &String)>) -> Result<usize, Fault> {
        let rows = &self.checked.rows;
        let known = |name: &str| rows.iter().any(|row| self.is_called(row, name));
        let nowhere = |key, name: &str| {
            let mut names: Vec<&str> = Vec::new();
            let series = self.checked.series.iter().chain(&self.checked.facets).map(String::as_str);
            for name in rows.iter().flat_map(|row| [row.category.as_str(), row.label.as_str()]).chain(series) {
                if !name.is_empty() && names.len() < 200 && !names.contains(&name) {
                    names.push(name);
                }
            }
            let hint = if names.is_empty() {
                "write a period that the data has".into()
            } else {
                offer(name, &names, "there are")
            };
            Err((key, ["nothing is called \"", &cut(name), "\""].concat(), hint))
        };
        if !known(name) {
            return nowhere(key, name);
        }
        let fits = |row: &Row| {
            row.value.is_some() && self.is_called(row, name) && second.is_none_or(|(_, name)| self.is_called(row, name))
        };
        match (rows.iter().rposition(fits), second) {
            (Some(index), _) => Ok(index),
            (None, Some((key, other))) if !known(other) => nowhere(key, other),
            _ => Err((key, ["\"", &cut(name), "\" has no value there"].concat(), "point at one that has".into())),
        }
    }

    fn is_called(&self, row: &Row, name: &str) -> bool {
        row.category == name
            || row.label == name
            || self.checked.facets.get(row.facet).is_some_and(|facet| facet == name)
            || self.checked.series.get(row.series).is_some_and(|series| series == name)
            || row.period.is_some() && row.period == Period::parse(name)
    }

    /// The row at a place whose value is just that.
    fn valued(&self, place: &str, wanted: At) -> Option<usize> {
        self.checked
            .rows
            .iter()
            .position(|row| self.is_called(row, place) && row.value.is_some_and(|value| At::Value(value) == wanted))
    }
}

/// A band, its ends in order.
fn band((from, to): (At, At)) -> Spot {
    let backwards = match (from, to) {
        (At::Period(from), At::Period(to)) => from.start_day() > to.start_day(),
        (At::Value(from), At::Value(to)) | (At::Across(from), At::Across(to)) => from > to,
        _ => false,
    };
    if backwards { Spot::Band(to, from) } else { Spot::Band(from, to) }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Kind, parse};
    use super::super::check;
    use super::*;
    use crate::value::Value;

    /// What becomes of the annotations of a chart of two series over three years, or of two categories.
    fn spots(kind: Kind, annotations: &str) -> (Vec<Spot>, Vec<String>) {
        let (x, y) = if kind == Kind::Bar { ("v", "c") } else { ("p", "v") };
        let along = if kind == Kind::Column { "c" } else { x };
        let text = [
            r#"{"kind":""#,
            kind.name(),
            r#"","title":"T","source":"S","unit":"t","series":"s","x":""#,
            along,
            r#"","y":""#,
            y,
            r#"","annotations":"#,
            annotations,
            r#","data":[{"p":2001,"c":"A","s":"one","v":5},{"p":2002,"c":"B","s":"one","v":6},{"p":2001,"c":"A","s":"two","v":7}]}"#,
        ]
        .concat();
        let value: Value = serde_json::from_str(&text).unwrap();
        let parsed = parse(&value, "en");
        let spec = parsed.value.unwrap();
        let super::super::super::Data::Inline(table) = &spec.data else { panic!() };
        let found = check(&spec, table);
        let problems = parsed.problems.iter().chain(&found.problems).map(Problem::say).collect();
        (found.value.unwrap().annotations.iter().map(|annotation| annotation.spot).collect(), problems)
    }

    #[test]
    fn words_find_their_place() {
        let year = |year| At::Period(Period::Year(year));
        let (line, problems) = spots(
            Kind::Line,
            r#"[{"x":"2001","text":"a"},{"y":6,"text":"a"},{"from":2002,"to":2001,"text":"a"},{"y":[9,4],"text":"a"},
                {"at":"one","text":"a"},{"at":"one","x":2001,"text":"a"},{"x":2001,"y":7,"text":"a"},{"x":2001,"y":6.5,"text":"a"},
                {"from":5,"to":6,"text":"a"}]"#,
        );
        assert_eq!(problems, Vec::<String>::new());
        let known = [
            Spot::Line(year(2001)),
            Spot::Line(At::Value(6.0)),
            Spot::Band(year(2001), year(2002)),
            Spot::Band(At::Value(4.0), At::Value(9.0)),
            Spot::Datum(2),
            Spot::Datum(0),
            Spot::Datum(1),
            Spot::Point(year(2001), At::Value(6.5)),
            Spot::Band(At::Value(5.0), At::Value(6.0)),
        ];
        assert_eq!(line, known);
        assert_eq!(spots(Kind::Bar, r#"{"x": 6, "text": "a"}"#).0, [Spot::Line(At::Value(6.0))]);
        assert_eq!(spots(Kind::Bar, r#"{"y": "B", "text": "a"}"#).0, [Spot::Datum(1)]);
        assert_eq!(spots(Kind::Column, r#"{"x": "A", "text": "a"}"#).0, [Spot::Datum(2)]);
        assert_eq!(spots(Kind::Slope, r#"{"x": 2001, "text": "a"}"#).0, [Spot::Line(year(2001))]);
        assert_eq!(spots(Kind::Column, r#"{"at": "A", "x": "one", "text": "a"}"#).0, [Spot::Datum(0)]);
    }

    #[test]
    fn what_points_nowhere_says_where_it_stands() {
        let (found, problems) = spots(
            Kind::Line,
            r#"[{"at":"onne","text":"a"},{"x":"soon","text":"a"},{"text":"a"},{"x":2001},{"at":"two","x":2002,"text":"a"},7]"#,
        );
        assert!(found.is_empty(), "{found:?}");
        let known = [
            ("/annotations/5", "found a number"),
            ("/annotations/0/at", "did you mean \"one\"?"),
            ("/annotations/1/x", "\"soon\" is no period"),
            ("/annotations/2", "without a place"),
            ("/annotations/3", "without words"),
            ("/annotations/4/at", "has no value there"),
        ];
        assert_eq!(problems.len(), known.len(), "{problems:?}");
        for (problem, (place, words)) in problems.iter().zip(known) {
            assert!(problem.contains(place) && problem.contains(words), "{problem}");
        }
    }
}
