use super::breaks::{ideographic, may_break, space, unspaced};
use super::{Measure, TextStyle, rtl, shorten};

/// A part of the text that no line may break, with its width and that of the space behind it.
struct Word<'a> {
    text: &'a str,
    /// Where it begins in the whole text, in bytes.
    at: usize,
    width: f64,
    gap: f64,
    /// Whether a line that begins with it reads badly where what is before it could come along.
    stays: bool,
}

/// Breaks text into at most `max_lines` lines (0: as many as it takes) no wider than `width` CSS pixels, as few as
/// possible and then as even as possible. Lines break at spaces, after hyphens between long words, between Chinese or Japanese
/// letters, but not before closing punctuation nor after opening, nor inside a word or a run of Latin words that a line holds, and between the
/// words of Thai and its neighbours. A word wider than a line, and a text longer than its lines, end in "…".
/// Empty text gives no line.
pub fn wrap(text: &str, width: f64, style: TextStyle, measure: &dyn Measure, max_lines: usize) -> Vec<String> {
    let mut words = words(text, style, measure);
    let max_lines = if max_lines == 0 { usize::MAX } else { max_lines };
    let mut count = ends(&words, width).len();
    if count > 1 && text.chars().any(ideographic) {
        let loose = bind(&mut words, &measure.word_ends(text));
        let bound = ends(&words, width).len();
        if bound <= max_lines.max(count) {
            count = bound;
        } else {
            // Words that are broken are better than words that are lost.
            words.iter_mut().zip(loose).for_each(|(word, stays)| word.stays = stays);
        }
    }
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

/// Gives each line the direction of the whole text, where its own first letter would give it another, and takes up in it
/// what the line before left isolated: else the name of an English source would fall apart at the end of an Arabic line.
fn turn(lines: &mut [String], text: &str) {
    let whole = rtl(text);
    let mut open = String::new();
    for line in lines.iter_mut() {
        line.insert_str(0, &open);
        open.clear();
        for (at, letter) in line.char_indices() {
            match letter as u32 {
                // Which way it runs was said by its first letter, which the next line does not have.
                0x2068 => open.push(if rtl(line.get(at + 3..).unwrap_or_default()) { '\u{2067}' } else { '\u{2066}' }),
                0x2066..=0x2067 => open.push(letter),
                0x2069 => _ = open.pop(),
                _ => {}
            }
        }
        for _ in open.chars() {
            line.push('\u{2069}');
        }
        if rtl(line) != whole {
            line.insert(0, if whole { '\u{200f}' } else { '\u{200e}' });
        }
    }
}

/// Binds the letters of a Chinese or Japanese word to one another, and the Latin words among them: "CC BY 4.0", "Dongguan
/// Today". `ends` are the places behind words, in bytes. Returns what was bound before.
fn bind(words: &mut [Word], ends: &[usize]) -> Vec<bool> {
    let latin = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii);
    let mut before: Option<(bool, bool)> = None;
    let mut loose = Vec::with_capacity(words.len());
    for word in words {
        loose.push(word.stays);
        let bytes = word.text.as_bytes();
        if let Some((spaced, is_latin)) = before {
            // Where nobody knows words there is no more than one end.
            let inside = !spaced && ends.len() > 1 && !ends.contains(&word.at);
            word.stays |= inside || spaced && is_latin && latin(bytes.first());
        }
        before = Some((word.gap > 0.0, latin(bytes.last())));
    }
    loose
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
            // Back to where a line may begin well, if there is such a place and what is bound fits in a line.
            let (mut from, mut along) = (i, 0.0);
            while from > start && words.get(from).is_some_and(|word| word.stays) {
                from -= 1;
                along += words.get(from).map_or(0.0, |word| word.width + word.gap);
            }
            let comes = from > start && along + word.width <= width;
            ends.push(if comes { from } else { i });
            (used, gap) = (if comes { along } else { 0.0 }, 0.0);
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
            words.push(Word { text: word, at: from, width: measure.width(word, style), gap, stays });
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
    fn what_a_line_leaves_isolated_the_next_takes_up() {
        let text = "المصدر: \u{2068}Dongguan Today, 17 January 2022 (CC BY 4.0)\u{2069}";
        let measure = crate::text::NativeMeasure::new();
        for width in [150.0, 180.0, 220.0] {
            let lines = wrap(text, width, TextStyle::regular(14.0), &measure, 0);
            assert!(lines.len() > 1, "{lines:?}");
            for line in lines.iter().skip(1) {
                assert!(rtl(line), "{line:?}");
                let line = ["\u{2067}", line, "\u{2069}"].concat();
                // Seen from the left it is as it is read.
                let seen: Vec<_> = measure.runs(&line, 400).into_iter().map(|run| run.text).collect();
                let read: String = line.chars().filter(|letter| letter.is_ascii()).collect();
                assert_eq!(seen.concat(), read);
            }
        }
    }

    #[test]
    fn chinese_words_stay_whole_and_so_do_latin_ones_among_them() {
        let measure = crate::text::NativeMeasure::new();
        let wrapped = |text: &str, width: f64, most| wrap(text, width, TextStyle::regular(12.0), &measure, most);
        let source = "来源：《东莞日报》、Dongguan Today（CC BY 4.0），2022年1月17日";
        for width in 150..400 {
            let lines = wrapped(source, f64::from(width), 0);
            assert_eq!(lines.concat(), source);
            for whole in ["CC BY 4.0", "Dongguan Today", "日报", "来源"] {
                assert!(lines.iter().any(|line| line.contains(whole)), "{whole} at {width}: {lines:?}");
            }
        }
        let title = "先进制造业占比过半，高技术制造业占比几乎没有变化";
        for width in 80..260 {
            let lines = wrapped(title, f64::from(width), 0);
            for whole in ["制造业", "技术", "几乎", "没有"] {
                assert!(lines.iter().any(|line| line.contains(whole)), "{whole} at {width}: {lines:?}");
            }
            assert!(lines.last().is_some_and(|line| line.chars().count() > 1), "{lines:?}");
        }
        // Where a word is wider than the line, or whole words would take more lines than there are, it breaks.
        assert_eq!(wrapped("制造业", 24.0, 0), ["制造", "业"]);
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
