//! The widget's own words: one file a language, each line a message's name and its template.
//!
//! English is compiled in; it stands in for a line that a language lacks. The command line has all the others, the page
//! fetches the one that it needs (`www/tongue.js`), already in the order of [`Message`].

mod en;
#[cfg(not(target_arch = "wasm32"))]
mod files;
mod fill;

use super::Message;
use super::rtl;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use files::named;
pub(super) use fill::Filler;

/// English, one template a line: a single text weighs less in the page than a table of many.
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

/// The template of a message in a language of which `templates` has one line a message; English where that line is empty.
fn template(templates: &str, message: Message) -> String {
    let line = |lines: &str| lines.split('\n').nth(message as usize).unwrap_or_default().to_owned();
    let own = line(templates);
    if own.is_empty() { line(en::WORDS.lines) } else { own }
}

/// A message with its blanks filled. Where the language runs leftward a template without words takes the direction of
/// its parts.
pub(super) fn say(templates: &str, filler: &Filler, message: Message, parts: &[&str]) -> String {
    let template = template(templates, message);
    let text = filler.fill(&template, parts);
    let turned = filler.isolate && parts.iter().any(|part| rtl(part)) && !rtl(&text) && !words_of_its_own(&template);
    if turned { ["\u{200f}", &text].concat() } else { text }
}

/// Whether a template has letters outside its blanks.
fn words_of_its_own(template: &str) -> bool {
    let mut pieces = template.split('{');
    let before = pieces.next().unwrap_or_default();
    let letters = |text: &str| text.bytes().any(|byte| byte.is_ascii_alphabetic());
    letters(before) || pieces.any(|piece| piece.split_once('}').is_some_and(|(_, after)| letters(after)))
}

/// The templates of a language's file (`Name: template`, one a line, in any order) in the order of [`Message`]; a line
/// that the file lacks is empty.
pub fn templates(file: &str) -> String {
    let line = |message: &Message| {
        let start = format!("{message:?}: ");
        file.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_default().to_owned() + "\n"
    };
    Message::ALL.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A message in English, or in the templates given.
    fn say(templates: &str, isolate: bool, message: Message, parts: &[&str]) -> String {
        super::say(templates, &Filler { lang: "en", isolate, mark: &|| '.' }, message, parts)
    }

    /// The numbers of a template's blanks, in order.
    fn blanks(template: &str) -> Vec<char> {
        let mut blanks: Vec<char> = template.split('{').skip(1).filter_map(|piece| piece.chars().next()).collect();
        blanks.sort_unstable();
        blanks.dedup();
        blanks
    }

    #[test]
    fn templates_stand_in_the_order_of_their_messages() {
        assert_eq!(en::WORDS.order, Message::ALL);
        assert_eq!(en::WORDS.lines.lines().count(), Message::ALL.len());
        let file = "Under: moins de {0}\nSource: Source : {0}\n";
        let lines = templates(file);
        assert_eq!(lines.lines().count(), Message::ALL.len());
        assert_eq!(say(&lines, false, Message::Under, &["5"]), "moins de 5");
        assert_eq!(say(&lines, false, Message::Source, &["A"]), "Source : A");
        assert_eq!(say(&lines, false, Message::Over, &["5"]), "over 5", "English stands in");
    }

    #[test]
    fn every_language_fills_the_same_blanks() {
        for (lang, file) in files::ALL {
            let own = templates(file);
            for line in file.lines() {
                let name = line.split_once(": ").unwrap_or_default().0;
                let known = Message::ALL.iter().any(|message| format!("{message:?}") == name);
                assert!(known, "{lang}: no message {name:?}");
            }
            for (&message, (own, english)) in Message::ALL.iter().zip(own.lines().zip(en::WORDS.lines.lines())) {
                if own.is_empty() {
                    continue;
                }
                // What only chooses between singular and plural has nothing to do in some languages.
                let said = |template: &str| {
                    let mut said = blanks(template);
                    said.retain(|blank| ['}', '='].iter().any(|end| template.contains(&format!("{{{blank}{end}"))));
                    said
                };
                assert_eq!(said(english), said(own), "{lang}: {message:?}");
                assert!(blanks(own).iter().all(|blank| blanks(english).contains(blank)), "{lang}: {message:?}");
                assert_eq!(own.matches('{').count(), own.matches('}').count(), "{lang}: {message:?}");
            }
        }
    }

    #[test]
    fn what_languages_lack_is_counted() {
        // The two that the house writes in lack nothing; the others may, for a while, and are named here.
        for (lang, file) in files::ALL {
            let lacks = templates(file).lines().filter(|line| line.is_empty()).count();
            if lacks > 0 {
                eprintln!("{lang} lacks {lacks} of {} messages: English stands in", Message::ALL.len());
            }
            assert!(lacks == 0 || *lang != "zh-Hans", "zh-Hans lacks {lacks}");
        }
    }

    #[test]
    fn blanks_are_filled_and_number_is_minded() {
        let chinese = templates(named("zh-CN").unwrap());
        assert_eq!(say("", false, Message::Points, &["+3.0"]), "+3.0 percentage points");
        assert_eq!(say("", false, Message::Points, &["\u{2212}1"]), "\u{2212}1 percentage point");
        assert_eq!(say("", false, Message::Since, &["+0.7", "2015"]), "+0.7 since 2015");
        assert_eq!(say(&chinese, false, Message::Since, &["+0.7", "2015年"]), "较2015年+0.7");
        assert_eq!(say("", false, Message::Source, &["{0} <b> {1}"]), "Source: {0} <b> {1}");
        assert_eq!(say("", false, Message::Since, &[]), " since ");
    }

    #[test]
    fn tags_find_their_file() {
        for (tag, first) in [("zh", "来源"), ("zh-TW", "來源"), ("zh-Hant", "來源"), ("pt-BR", "Fonte"), ("ja", "出所")]
        {
            assert!(named(tag).unwrap().contains(first), "{tag}");
        }
        assert!(named("en-GB").is_none() && named("xx").is_none());
    }

    #[test]
    fn parts_keep_their_direction_where_the_language_runs_leftward() {
        assert_eq!(say("", true, Message::Over, &["5"]), "over \u{2068}5\u{2069}");
        assert_eq!(say("", true, Message::Colon, &["حصة", "5"]), "\u{200f}\u{2068}حصة\u{2069}: \u{2068}5\u{2069}");
        assert_eq!(say("", true, Message::OverLabel, &["5"]), "\u{2068}5\u{2069}+");
        assert_eq!(say("", true, Message::MissingCount, &["1"]), "\u{2068}1\u{2069} value is missing.");
    }
}
