use super::breaks::{may_break, space, unspaced};
use super::{Measure, TextStyle, rtl, shorten};

/// A part of the text that no line may break, with its width and that of the space behind it.
struct Word<'a> {
    text: &'a str,
    width: f64,
    gap: f64,
    /// Whether a line that begins with it reads badly where the word before it could come along.
    stays: bool,
}

/// Breaks text into at most `max_lines` lines (0: as many as it takes) no wider than `width` CSS pixels, as few as
/// possible and then as even as possible. Lines break at spaces, after hyphens between long words, between Chinese or Japanese
/// letters, but not before closing punctuation nor after opening, and between the words of Thai and its neighbours. A word wider than a line, and a text longer than its lines, end in "…".
/// Empty text gives no line.
pub fn wrap(text: &str, width: f64, style: TextStyle, measure: &dyn Measure, max_lines: usize) -> Vec<String> {
    let words = words(text, style, measure);
    let max_lines = if max_lines == 0 { usize::MAX } else { max_lines };
    let count = ends(&words, width).len();
    let mut fit = width;
    if count > 1 && count <= max_lines {
        // The narrowest column that still takes no more lines is the most even one.
        let (mut low, mut high) = (width / 2.0, width);
        for _ in 0..10 {
            let middle = (low + high) / 2.0;
            if ends(&words, middle).len() > count {
                low = middle;
            } else {
                high = middle;
            }
        }
        fit = high;
    }
    let mut lines: Vec<String> = Vec::new();
    let mut start = 0;
    for end in ends(&words, fit) {
        let full = lines.len() + 1 == max_lines;
        let end = if full { words.len() } else { end };
        let line = join(words.get(start..end).unwrap_or_default());
        lines.push(shorten(&line, width, style, measure));
        if full {
            break;
        }
        start = end;
    }
    turn(&mut lines, text);
    lines
}

/// Gives each line the direction of the whole text, where its own first letter would give it another.
fn turn(lines: &mut [String], text: &str) {
    let whole = rtl(text);
    for line in lines.iter_mut().filter(|line| rtl(line) != whole) {
        line.insert(0, if whole { '\u{200f}' } else { '\u{200e}' });
    }
}

/// For each line of the greedy fill, the index after its last word.
fn ends(words: &[Word], width: f64) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut used = 0.0;
    let mut gap = 0.0;
    for (i, word) in words.iter().enumerate() {
        // A hundredth of a pixel forgives the sum of many rounded widths.
        if i > 0 && used + gap + word.width > width + 0.01 {
            let start = ends.last().copied().unwrap_or(0);
            let before = words
                .get(i - 1)
                .filter(|before| word.stays && i - 1 > start && before.width + before.gap + word.width <= width);
            ends.push(if before.is_some() { i - 1 } else { i });
            used = before.map_or(0.0, |before| before.width);
            gap = before.map_or(0.0, |before| before.gap);
        }
        used += gap + word.width;
        gap = word.gap;
    }
    if !words.is_empty() {
        ends.push(words.len());
    }
    ends
}

/// Whether a word belongs to the one before it: "version 6.0", "(CC BY 4.0)", "2 °C", the second half of "made-up".
fn clings(before: &Word, word: &str) -> bool {
    // By bytes: searching letters would cost every page some hundred bytes of code.
    let first = |text: &str| text.as_bytes().first().copied().unwrap_or_default();
    if before.gap == 0.0 {
        let short = before.text.len().min(word.len()) < 6;
        return short && before.text.as_bytes().last() == Some(&b'-');
    }
    let number = |text: &str| first(text).is_ascii_digit();
    // "°", or a percent sign.
    let unit = word.as_bytes().starts_with(&[0xC2, 0xB0]) || first(word) == b'%';
    number(word) && word.bytes().any(|byte| byte == b'.') && !number(before.text) || unit && number(before.text)
}

fn join(words: &[Word]) -> String {
    let mut line = String::new();
    for (i, word) in words.iter().enumerate() {
        line.push_str(word.text);
        if word.gap > 0.0 && i + 1 < words.len() {
            line.push(' ');
        }
    }
    line
}

fn words<'a>(text: &'a str, style: TextStyle, measure: &dyn Measure) -> Vec<Word<'a>> {
    let gap = measure.width(" ", style);
    let mut words: Vec<Word> = Vec::new();
    let mut start = 0;
    let (mut before, mut left) = (' ', ' ');
    let ends = if text.chars().any(unspaced) { measure.word_ends(text) } else { Vec::new() };
    let mut close = |from: usize, to: usize, gap: f64| {
        if let Some(word) = text.get(from..to).filter(|word| !word.is_empty()) {
            let stays = words.last().is_some_and(|before| clings(before, word));
            words.push(Word { text: word, width: measure.width(word, style), gap, stays });
        }
    };
    for (at, letter) in text.char_indices() {
        if space(letter) {
            close(start, at, gap);
            start = at + letter.len_utf8();
        } else if !space(left)
            && (may_break(before, left, letter) || (unspaced(left) && unspaced(letter) && ends.contains(&at)))
        {
            close(start, at, 0.0);
            start = at;
        }
        before = left;
        left = letter;
    }
    close(start, text.len(), 0.0);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is ten pixels wide, Chinese ones twenty.
    struct Plain;
    impl Measure for Plain {
        fn width(&self, text: &str, _: TextStyle) -> f64 {
            text.chars().map(|c| if (c as u32) < 0x2E80 { 10.0 } else { 20.0 }).sum()
        }
    }

    fn lines(text: &str, width: f64, max: usize) -> Vec<String> {
        wrap(text, width, TextStyle::regular(12.0), &Plain, max)
    }

    #[test]
    fn lines_are_few_and_even() {
        assert_eq!(lines("aaaa bbbb cccc dd", 150.0, 0), ["aaaa bbbb", "cccc dd"]);
        assert_eq!(lines("aa bb cc dd ee ff", 160.0, 0), ["aa bb cc", "dd ee ff"]);
        assert_eq!(lines("  spaced   out ", 500.0, 0), ["spaced out"]);
        assert!(lines("", 100.0, 0).is_empty());
        assert!(lines("   ", 100.0, 0).is_empty());
    }

    #[test]
    fn chinese_breaks_between_letters_but_not_at_punctuation() {
        assert_eq!(lines("东莞入选，国家创新", 100.0, 0), ["东莞入选，", "国家创新"]);
        assert_eq!(lines("东莞入选，国家创新", 80.0, 0), ["东莞入", "选，国", "家创新"]);
        for width in 40..300 {
            for line in lines("东莞（广东）在2015年被列为“创新型城市”，占比50.9%，高于2010年。", f64::from(width), 0)
            {
                let (first, last) = (line.chars().next().unwrap(), line.chars().last().unwrap());
                assert!(!"，。）”%年".contains(first), "{line}");
                assert!(!"（“".contains(last), "{line}");
            }
        }
    }

    #[test]
    fn every_line_runs_as_the_whole_text_does() {
        assert_eq!(lines("aaaa أأأأ", 50.0, 0), ["aaaa", "\u{200e}أأأأ"]);
        assert_eq!(lines("أأأأ aaaa", 50.0, 0), ["أأأأ", "\u{200f}aaaa"]);
    }

    #[test]
    fn thai_breaks_between_its_words() {
        let measure = crate::text::NativeMeasure::new();
        let text = "อายุคาดเฉลี่ยเมื่อแรกเกิดของประเทศไทย";
        let lines = wrap(text, 120.0, TextStyle::regular(14.0), &measure, 0);
        assert!(lines.len() > 1 && lines.concat() == text, "{lines:?}");
        assert_eq!(lines.first().map(String::as_str), Some("อายุคาดเฉลี่ยเมื่อแรก"));
        assert_eq!(wrap(text, 120.0, TextStyle::regular(14.0), &Plain, 0).len(), 1, "nobody knows its words");
    }

    #[test]
    fn hyphens_break_but_ranges_and_signs_do_not() {
        assert_eq!(lines("medium-sized", 80.0, 0), ["medium-", "sized"]);
        assert_eq!(lines("to -3 2015-16", 80.0, 0), ["to -3", "2015-16"]);
    }

    #[test]
    fn what_belongs_together_stays_on_a_line_that_holds_it() {
        assert_eq!(
            lines("made by hand (CC BY 4.0), by way of us", 200.0, 0),
            ["made by hand", "(CC BY 4.0),", "by way of us"]
        );
        assert_eq!(lines("it reached 2 °C in May", 120.0, 0), ["it reached", "2 °C in May"]);
        assert_eq!(lines("a club of made-up people", 140.0, 0), ["a club of", "made-up people"]);
        // What is too wide for one line breaks all the same.
        assert_eq!(lines("version 6.0", 80.0, 0), ["version", "6.0"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(lines("aaaaaaaaaaaaaaa", 100.0, 0), ["aaaaaaaaa…"]);
        assert_eq!(lines("aa bb cc dd", 50.0, 1), ["aa b…"]);
        assert_eq!(lines("aa bb cc dd ee", 60.0, 2), ["aa bb", "cc dd…"]);
        assert_eq!(lines(&"x".repeat(500), 320.0, 3).len(), 1);
    }

    #[test]
    fn nothing_is_lost_where_lines_are_unlimited() {
        let text = "The share of advanced manufacturing rose by 3.0 points, to 50.9%";
        for width in 150..700 {
            let lines = lines(text, f64::from(width), 0);
            assert_eq!(lines.join(" "), text);
            assert!(lines.iter().all(|line| Plain.width(line, TextStyle::regular(12.0)) <= f64::from(width)));
        }
    }
}
