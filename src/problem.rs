//! What is wrong with a spec or its data, said so that the author can mend it.

#[cfg(not(target_arch = "wasm32"))]
mod remedy;

#[cfg(not(target_arch = "wasm32"))]
pub use remedy::{REMEDIES, Remedy, checks};

/// How bad a [`Problem`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing can be drawn: the picture and the table in the page stay.
    Error,
    /// The chart is drawn, without or despite the thing that is wrong.
    Warning,
}

/// Where a [`Problem`] is: in the spec, or in its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the spec, at a JSON pointer (RFC 6901; "" is the whole), with line and column (both from 1,
    /// the column in characters) where the spec came as text.
    Spec {
        /// The JSON pointer.
        pointer: String,
        /// Line and column in the spec's text.
        at: Option<(u32, u32)>,
    },
    /// In the data: a line (of a CSV file with its heading as line 1; else the number of the row, from 1)
    /// and a column's name.
    Data {
        /// The line or row, from 1; 0 means the whole column.
        line: u32,
        /// The column's name; empty means the whole line.
        column: String,
    },
}

impl Place {
    /// A place in the spec by its JSON pointer.
    pub fn spec(pointer: &str) -> Self {
        Self::Spec { pointer: pointer.into(), at: None }
    }

    /// A place in the data by line (see [`Place::Data`]) and column name.
    pub fn data(line: u32, column: &str) -> Self {
        Self::Data { line, column: column.into() }
    }

    /// The place in words: `/y (line 3, column 8)`, `data line 4, column "gdp"`.
    pub fn say(&self) -> String {
        match self {
            Self::Spec { pointer, at } => {
                let mut words = if pointer.is_empty() { String::from("spec") } else { pointer.clone() };
                if let Some((line, column)) = at {
                    words.push_str(&[" (line ", &line.to_string(), ", column ", &column.to_string(), ")"].concat());
                }
                words
            }
            Self::Data { line, column } => {
                let mut words = String::from("data");
                if *line > 0 {
                    words.push_str(" line ");
                    words.push_str(&line.to_string());
                }
                if !column.is_empty() {
                    words.push_str(&[if *line > 0 { "," } else { "" }, " column \"", column, "\""].concat());
                }
                words
            }
        }
    }
}

/// One thing that is wrong: what kind, how bad, where, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A stable name for programs, in kebab case: `unknown-key`, `no-such-column`, `not-a-number` …
    pub kind: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in one sentence without its place.
    pub message: String,
    /// What the author can do; empty only where nothing can be said.
    pub hint: String,
}

impl Problem {
    /// A problem that keeps the chart from being drawn.
    pub fn error(kind: &'static str, place: Place, message: String, hint: String) -> Self {
        Self { kind, severity: Severity::Error, place, message, hint }
    }

    /// A problem despite which the chart is drawn.
    pub fn warning(kind: &'static str, place: Place, message: String, hint: String) -> Self {
        Self { kind, severity: Severity::Warning, place, message, hint }
    }

    /// The problem on one line: `error: /y: no column "gpd"; did you mean "gdp"?`
    pub fn say(&self) -> String {
        let severity = match self.severity {
            Severity::Error => "error: ",
            Severity::Warning => "warning: ",
        };
        let joint = if self.hint.is_empty() { "" } else { "; " };
        [severity, &self.place.say(), ": ", &self.message, joint, &self.hint].concat()
    }
}

/// A value and what was found wrong on the way to it. Where nothing could be made of the input,
/// the value is an `Option` that is `None`, and at least one problem is an error.
#[derive(Clone, Debug)]
pub struct Warned<T> {
    /// What was made.
    pub value: T,
    /// Everything found in one pass.
    pub problems: Vec<Problem>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_place_trouble_and_remedy() {
        let place = Place::Spec { pointer: "/y".into(), at: Some((3, 8)) };
        let problem =
            Problem::error("no-such-column", place, "no column \"gpd\"".into(), "did you mean \"gdp\"?".into());
        assert_eq!(problem.say(), "error: /y (line 3, column 8): no column \"gpd\"; did you mean \"gdp\"?");
        let cell =
            Problem::warning("not-a-number", Place::data(4, "gdp"), "\"abc\" is no number".into(), String::new());
        assert_eq!(cell.say(), "warning: data line 4, column \"gdp\": \"abc\" is no number");
    }
}
