//! Text that should be JSON and is none, in words that the page and the command line share.

use super::broken_at;
use crate::problem::{Place, Problem};
use crate::table::web_page;

/// What keeps a text from being JSON, at line and column of the first fault. `what` names the text: "the spec", or
/// the address of the data. Of the data the place is its line. A function of its own: the build puts it into the part
/// of the words.
#[inline(never)]
pub fn broken(text: &str, what: &str, is_data: bool) -> Problem {
    // What another reader refuses and this one does not (a number past all doubles) has no place.
    let (line, column) = broken_at(text).unwrap_or((1, 1));
    let place = match is_data {
        true => Place::data(line, ""),
        false => Place::Spec { pointer: String::new(), at: Some((line, column)) },
    };
    if let Some(page) = web_page(text, what, &place) {
        return page;
    }
    let (before, after) = halves(text, line, column);
    let (last, next) = (before.trim_end().chars().next_back(), after.chars().next());
    let hint = match (last, next) {
        (_, None) => "a bracket, brace or quote is not closed",
        (Some(','), Some('}' | ']')) => "take the comma before it away",
        (_, Some('\'' | '‘' | '’' | '“' | '”' | '„')) => "words stand in straight double quotes: \"…\"",
        (_, Some('/' | '#')) => "JSON has no comments: put words for the reader into \"note\"",
        (Some('{' | ','), Some(letter)) if letter.is_alphabetic() => "a key stands in double quotes: \"kind\": …",
        (Some(last), Some('"' | '{' | '[' | '0'..='9' | '-' | 't' | 'f' | 'n')) if !"{[,:".contains(last) => {
            "a comma is missing before it"
        }
        _ => "look at the comma, quote or bracket before this place",
    };
    let mut found = match next {
        None => String::from("it ends too early"),
        Some('\n' | '\r') => String::from("the line ends too early"),
        Some(letter) => ["unexpected ", &String::from(letter)].concat(),
    };
    if is_data {
        found.push_str(" at column ");
        found.push_str(&column.to_string());
    }
    Problem::error("not-json", place, [what, " is not JSON: ", &found].concat(), hint.into())
}

/// The text before a line and column, both from 1, and from there on.
fn halves(text: &str, line: u32, column: u32) -> (&str, &str) {
    let mut start = 0;
    for _ in 1..line {
        let rest = text.get(start..).unwrap_or_default();
        start += rest.find('\n').map_or(rest.len(), |at| at + 1);
    }
    let rest = text.get(start..).unwrap_or_default();
    let at = start + rest.char_indices().nth(column as usize - 1).map_or(rest.len(), |(at, _)| at);
    text.split_at_checked(at).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fault_its_place_and_its_remedy() {
        for (text, said) in [
            (
                "{\n  \"a\": 1\n  \"b\": 2\n}",
                "(line 3, column 3): the spec is not JSON: unexpected \"; a comma is missing before it",
            ),
            ("{\"a\": 1,}", "(line 1, column 9): the spec is not JSON: unexpected }; take the comma before it away"),
            ("{'a': 1}", "unexpected '; words stand in straight double quotes"),
            ("{“a”: 1}", "unexpected “; words stand in straight double quotes"),
            ("{kind: 1}", "unexpected k; a key stands in double quotes"),
            ("{\"a\": 1 // x\n}", "unexpected /; JSON has no comments"),
            ("{\"a\": [1", "it ends too early; a bracket, brace or quote is not closed"),
            ("", "it ends too early"),
            ("{\"a\": 'x\n", "unexpected '"),
            ("{\"a\": \"x\n\"}", "the line ends too early"),
            ("{\"a\": }", "unexpected }; look at the comma"),
        ] {
            let problem = broken(text, "the spec", false).say();
            assert!(problem.contains(said), "{text}: {problem}");
        }
    }

    #[test]
    fn data_has_lines_and_a_name() {
        let problem = broken("[\n1 2]", "a.json", true).say();
        assert_eq!(
            problem,
            "error: data line 2: a.json is not JSON: unexpected 2 at column 3; a comma is missing before it"
        );
    }

    #[test]
    fn a_web_page_is_named() {
        for text in ["<!DOCTYPE html><p>404", "\n <html lang=\"en\">", "<?xml version=\"1.0\"?><html/>"] {
            assert!(broken(text, "the spec", false).say().contains("answered with a web page"), "{text}");
        }
    }
}
