use crate::problem::{Place, Problem};

/// A web page where a file was expected, as servers answer that have not the file or want a login first; `what`
/// names the file. `None` where the text is none.
pub fn web_page(text: &str, what: &str, place: &Place) -> Option<Problem> {
    let start = text.trim_start().as_bytes();
    let begins = |tag: &str| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag.as_bytes()));
    ["<!doctype", "<html", "<?xml", "<head", "<body", "<svg"].iter().any(|tag| begins(tag)).then(|| {
        let message = ["the address of ", what, " answered with a web page"].concat();
        let hint = "open the address in a browser: is it the file itself, and does it need a login?";
        Problem::error("web-page", place.clone(), message, hint.into())
    })
}
