//! The widget's own words: one file a language. Languages without one read the English words.

/// The templates of a language, one a line: a single text weighs less in the page than a table of many.
struct Words {
    lines: &'static str,
    /// What each line is for, to be tested.
    #[cfg(test)]
    order: &'static [Message],
}

/// Pairs of a message and its template, in the order in which the messages are declared.
macro_rules! words {
    ($($message:ident => $template:literal,)*) => {
        super::Words {
            lines: concat!($($template, "\n"),*),
            #[cfg(test)]
            order: &[$(crate::locale::Message::$message),*],
        }
    };
}
use words;

mod en;
mod zh_hans;

use super::Message;
use super::tongue::Tongue;
use super::unit::is_sign;

/// The template of a message in a language, see [`fill`].
fn template(tongue: Tongue, message: Message) -> &'static str {
    let words = if tongue == Tongue::Hans { &zh_hans::WORDS } else { &en::WORDS };
    words.lines.split('\n').nth(message as usize).unwrap_or_default()
}

/// A message with its blanks filled.
pub(super) fn say(lang: &str, message: Message, parts: &[&str]) -> String {
    fill(template(Tongue::of(lang), message), parts)
}

/// Fills the blanks of a template: `{0}` is the first part; `{0:point|points}` is the word before the bar where
/// the first part reads 1 (of either sign), else the word after it.
fn fill(template: &str, parts: &[&str]) -> String {
    let mut pieces = template.split('{');
    let mut text = String::from(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (blank, after) = piece.split_once('}').unwrap_or_default();
        let (index, words) = blank.split_once(':').unwrap_or((blank, ""));
        let index = index.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
        let part = parts.get(index).copied().unwrap_or_default();
        text.push_str(match words.split_once('|') {
            None => part,
            Some((one, _)) if part.trim_start_matches(is_sign) == "1" => one,
            Some((_, other)) => other,
        });
        text.push_str(after);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of a template's blanks, in order.
    fn blanks(template: &str) -> Vec<char> {
        let mut blanks: Vec<char> = template.split('{').skip(1).filter_map(|piece| piece.chars().next()).collect();
        blanks.sort_unstable();
        blanks.dedup();
        blanks
    }

    #[test]
    fn templates_stand_in_the_order_of_their_messages() {
        for words in [en::WORDS, zh_hans::WORDS] {
            assert_eq!(words.order, Message::ALL);
            assert_eq!(words.lines.lines().count(), Message::ALL.len());
        }
    }

    #[test]
    fn every_language_fills_the_same_blanks() {
        for &message in Message::ALL {
            let english = template(Tongue::Other, message);
            let chinese = template(Tongue::Hans, message);
            assert!(!english.is_empty() && !chinese.is_empty(), "{message:?}");
            // What only chooses between singular and plural has nothing to do in Chinese.
            let said = |template: &str| {
                let mut said = blanks(template);
                said.retain(|blank| template.contains(&['{', *blank, '}'].iter().collect::<String>()));
                said
            };
            assert_eq!(said(english), said(chinese), "{message:?}");
            assert!(blanks(chinese).iter().all(|blank| blanks(english).contains(blank)), "{message:?}");
            for template in [english, chinese] {
                assert_eq!(template.matches('{').count(), template.matches('}').count(), "{message:?}");
            }
        }
    }

    #[test]
    fn blanks_are_filled_and_number_is_minded() {
        assert_eq!(say("en", Message::Points, &["+3.0"]), "+3.0 percentage points");
        assert_eq!(say("en", Message::Points, &["\u{2212}1"]), "\u{2212}1 percentage point");
        assert_eq!(say("en-GB", Message::Since, &["+0.7", "2015"]), "+0.7 since 2015");
        assert_eq!(say("zh-CN", Message::Since, &["+0.7", "2015年"]), "较2015年+0.7");
        assert_eq!(say("en", Message::Source, &["{0} <b> {1}"]), "Source: {0} <b> {1}");
        assert_eq!(say("en", Message::Since, &[]), " since ");
    }
}
