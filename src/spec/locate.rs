//! Where in its text a spec is wrong. Reads JSON (RFC 8259) without keeping anything but places.

use crate::problem::{Place, Problem};

/// Fills in line and column of every problem that names a place in the spec, where the text has that place: a
/// missing key's problem stands at the object that lacks it.
pub fn locate(text: &str, problems: &mut [Problem]) {
    if text.is_empty() {
        return;
    }
    for problem in problems {
        if let Place::Spec { pointer, at: at @ None } = &mut problem.place {
            let mut scan = Scan { text, at: 0, wanted: pointer, found: None, depth: 0 };
            // The text has been read before, so it is sound; if it is not, no place is better than a wrong one.
            if scan.value(Some(0)).is_some() {
                *at = scan.found.map(|at| line_and_column(text, at));
            }
        }
    }
}

/// The line and column, both from 1, of the first place where the text is no JSON; `None` where it is sound.
pub fn broken_at(text: &str) -> Option<(u32, u32)> {
    let mut scan = Scan { text, at: 0, wanted: "", found: None, depth: 0 };
    let sound = scan.value(None).is_some();
    if sound {
        scan.space();
    }
    (!sound || scan.at < text.len()).then(|| line_and_column(text, scan.at))
}

fn line_and_column(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line as u32, column as u32)
}

/// Deeper nesting than this is refused, as other readers do, to spare the stack.
const DEEPEST: u32 = 128;

struct Scan<'a> {
    text: &'a str,
    /// How many bytes have been read.
    at: usize,
    wanted: &'a str,
    found: Option<usize>,
    depth: u32,
}

impl Scan<'_> {
    /// Reads a value. `matched` is how much of the wanted pointer leads here; `None` off its way.
    fn value(&mut self, matched: Option<usize>) -> Option<()> {
        self.space();
        if matched == Some(self.wanted.len()) {
            self.found = Some(self.at);
        }
        match self.peek()? {
            b'{' => self.members(b'}', matched),
            b'[' => self.members(b']', matched),
            b'"' => self.string().map(|_| ()),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => self.number(),
        }
    }

    fn members(&mut self, close: u8, matched: Option<usize>) -> Option<()> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        self.at += 1;
        self.space();
        let mut index = 0_usize;
        while index > 0 || self.peek()? != close {
            self.space();
            let name = if close == b'}' {
                let (start, end) = self.string()?;
                self.space();
                self.eat(b':')?;
                super::parse::escaped(self.text.get(start..end)?)
            } else {
                index.to_string()
            };
            self.value(matched.and_then(|matched| self.follow(matched, &name)))?;
            index += 1;
            self.space();
            if self.peek()? == close {
                break;
            }
            self.eat(b',')?;
        }
        self.depth -= 1;
        self.eat(close)
    }

    /// How much of the wanted pointer is matched after one more step, if the step is on its way.
    fn follow(&self, matched: usize, name: &str) -> Option<usize> {
        let rest = self.wanted.get(matched..)?.strip_prefix('/')?.strip_prefix(name)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| self.wanted.len() - rest.len())
    }

    /// The bytes between the quotes. (A key that is written with escapes is not found by its pointer.)
    fn string(&mut self) -> Option<(usize, usize)> {
        self.eat(b'"')?;
        let start = self.at;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some((start, self.at - 1));
                }
                b'\\' => {
                    let escape = *self.text.as_bytes().get(self.at + 1)?;
                    let hex = self.text.get(self.at + 2..self.at + 6);
                    let sound = hex.is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
                    if !(b"\"\\/bfnrt".contains(&escape) || escape == b'u' && sound) {
                        return None;
                    }
                    self.at += if escape == b'u' { 6 } else { 2 };
                }
                0..0x20 => return None,
                _ => self.at += 1,
            }
        }
    }

    fn number(&mut self) -> Option<()> {
        if self.peek()? == b'-' {
            self.at += 1;
        }
        if self.peek()? == b'0' {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.text.get(self.at..)?.starts_with(word).then(|| self.at += word.len())
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, pointer: &str) -> Option<(u32, u32)> {
        let mut problems = [Problem::error("x", Place::spec(pointer), String::new(), String::new())];
        locate(text, &mut problems);
        match &problems[0].place {
            Place::Spec { at, .. } => *at,
            Place::Data { .. } => None,
        }
    }

    #[test]
    fn a_pointer_has_a_line_and_a_column() {
        let text = "{\n  \"título\": \"é\", \"y\": 5,\n  \"a/b\": {\"c~\": [1, {\"d\": 2}]}\n}";
        for (pointer, wanted) in [
            ("", Some((1, 1))),
            ("/y", Some((2, 23))),
            ("/a~1b", Some((3, 10))),
            ("/a~1b/c~0/1/d", Some((3, 27))),
            ("/a~1b/c~0/0", Some((3, 18))),
            ("/z", None),
            ("/yy", None),
        ] {
            assert_eq!(place(text, pointer), wanted, "{pointer}");
        }
    }

    #[test]
    fn the_first_syntax_error() {
        assert_eq!(broken_at("{\"a\": [1, 2.5e-3, \"\\u00e9\", null, true]}"), None);
        assert_eq!(broken_at("{\n  \"a\": 1\n  \"b\": 2\n}"), Some((3, 3)));
        assert_eq!(broken_at("{\"a\": 1,}"), Some((1, 9)));
        assert_eq!(broken_at("[1 2]"), Some((1, 4)));
        assert_eq!(broken_at(""), Some((1, 1)));
        assert_eq!(broken_at("{} x"), Some((1, 4)));
        assert!(broken_at(&"[".repeat(100_000)).is_some());
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_a_whole_reader(text in "[\\[\\]{}:,\"a1e.\\-+ \\\\u0tfn]{0,14}") {
            let known = serde_json::from_str::<serde_json::Value>(&text);
            // Numbers past the largest double are sound JSON, though that reader refuses them.
            if !known.as_ref().is_err_and(|error| error.to_string().contains("out of range")) {
                proptest::prop_assert_eq!(broken_at(&text).is_none(), known.is_ok(), "{:?}", known);
            }
        }
    }
}
