//! Filling the blanks of a template.

use crate::locale::isolated;
use crate::locale::plural::chosen;

/// The language that a template is filled in.
pub(in crate::locale) struct Filler<'a> {
    /// Its tag.
    pub(in crate::locale) lang: &'a str,
    /// Whether each part keeps a direction of its own.
    pub(in crate::locale) isolate: bool,
    /// What it writes between a number's whole and its rest, where a word depends on that.
    pub(in crate::locale) mark: &'a dyn Fn() -> char,
}

impl Filler<'_> {
    /// Fills the blanks of a template: `{0}` is the first part; `{0:point|points}` is that word which goes with the
    /// number that the first part is, the forms in the order of [`super::super::plural`]; `{0=a|b|c}` is the word at the
    /// place that the first part names, from 1.
    pub(super) fn fill(&self, template: &str, parts: &[&str]) -> String {
        let mut pieces = template.split('{');
        let mut text = String::from(pieces.next().unwrap_or_default());
        for piece in pieces {
            let (blank, after) = piece.split_once('}').unwrap_or_default();
            let (index, rest) = blank.split_at_checked(1).unwrap_or_default();
            let index = index.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
            let part = parts.get(index).copied().unwrap_or_default();
            match rest.split_at_checked(1) {
                Some((":", words)) => text.push_str(chosen(words, part, self.lang, (self.mark)())),
                Some((_, words)) => {
                    let place = part.bytes().next_back().map_or(0, |digit| usize::from(digit.wrapping_sub(b'1')));
                    text.push_str(words.split('|').nth(place).unwrap_or_default());
                }
                None if self.isolate && !part.is_empty() => text.push_str(&isolated(part)),
                None => text.push_str(part),
            }
            // A Korean particle of two forms goes with what has just been said.
            let rest =
                [("(으)로", "으로", "로"), ("과(와)", "과", "와")].into_iter().find_map(|(both, closed, open)| {
                    let rest = after.strip_prefix(both)?;
                    let last = text.chars().rev().find(|letter| *letter != ')');
                    text.push_str(if is_closed(last, closed == "으로") { closed } else { open });
                    Some(rest)
                });
            text.push_str(rest.unwrap_or(after));
        }
        text
    }
}

/// Whether a Korean syllable, or a figure as it is read, ends in a consonant; ㄹ is none where `l_is_open`.
fn is_closed(letter: Option<char>, l_is_open: bool) -> bool {
    let l = !l_is_open;
    match letter {
        Some(syllable @ '가'..='힣') => match (syllable as u32 - 0xAC00) % 28 {
            0 => false,
            8 => l,
            _ => true,
        },
        // yeong, sam, yuk; il, chil, pal
        Some('0' | '3' | '6') => true,
        Some('1' | '7' | '8') => l,
        _ => false,
    }
}
