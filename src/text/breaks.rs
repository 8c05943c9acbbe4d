//! Where a line may end (a small part of UAX #14, and of the rules that Chinese and Japanese printers keep).

/// Whether lines may break beside this letter without a space: Han, kana and full-width forms.
/// Hangul is left out: Korean news breaks at spaces.
pub(super) fn ideographic(letter: char) -> bool {
    matches!(letter as u32,
        0x2E80..=0x312F | 0x3190..=0xA4CF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF64 | 0xFFE0..=0xFFE6
        | 0x20000..=0x3FFFF)
}

/// Never first on a line: closing brackets, stops, small kana, the sign after a number.
const NEVER_FIRST: &str = "、。，．：；！？）］｝〉》」』】〕〗〙〛｠〞〟”’…‥—–‐゠ー～〜・·々〻ゝゞヽヾ％%‰°′″,.;:!?)]}»›ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ℃｡､｣ｧｨｩｪｫｬｭｮｯｰ";

/// Never last on a line: opening brackets and the sign before a number.
const NEVER_LAST: &str = "（［｛〈《「『【〔〖〘〚｟〝“‘([{«‹￥＄￡$¥€£#№+−±";

/// `str::contains` would bring a general search into the page.
fn among(letters: &str, letter: char) -> bool {
    letters.chars().any(|other| other == letter)
}

/// A space at which lines break; no-break spaces are letters.
pub(super) fn space(letter: char) -> bool {
    matches!(letter, ' ' | '\n' | '\t' | '\r' | '\u{2002}'..='\u{2006}' | '\u{2008}'..='\u{200B}' | '\u{3000}')
}

/// Whether a letter is of a script whose words stand side by side without a space: Thai, Lao, Burmese, Khmer.
pub(super) fn unspaced(letter: char) -> bool {
    matches!(letter as u32, 0xE01..=0xEDF | 0x1000..=0x109F | 0x1780..=0x17DD)
}

/// Whether a line may end between two letters of which neither is a space; `before` stands in front of both.
pub(super) fn may_break(before: char, left: char, right: char) -> bool {
    if matches!(left, '-' | '\u{2010}') {
        // After the hyphen of "medium-sized", not after the sign of "-3" or inside "2015-16".
        return !before.is_ascii_digit() && !space(before) && !right.is_ascii_digit() && !among(NEVER_FIRST, right);
    }
    if left == '—' && right != '—' && !among(NEVER_FIRST, right) {
        return true;
    }
    if !ideographic(left) && !ideographic(right) {
        return false;
    }
    // 2015年 and 3个百分点 stay whole.
    let counted = left.is_ascii_digit() && ideographic(right);
    let glued =
        matches!(left, '\u{A0}' | '\u{202F}' | '\u{2060}') || matches!(right, '\u{A0}' | '\u{202F}' | '\u{2060}');
    !counted && !glued && !among(NEVER_FIRST, right) && !among(NEVER_LAST, left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu::segmenter::LineSegmenter;
    use icu::segmenter::options::{LineBreakOptions, LineBreakStrictness};
    use proptest::prelude::*;

    proptest! {
        /// Where a line breaks here it breaks by UAX #14 in its strict form as well, signs of numbers aside: those it
        /// binds to brackets and commas too, for the sake of formulas.
        #[test]
        fn lines_break_only_where_unicode_lets_them(letters in prop::collection::vec(0usize..58, 1..24)) {
            let alphabet: Vec<char> = "东莞年占比あいのっャー々ゝアト、。，：（）「」《》！？…2015.9abR工程人口的比重万亿元—·〜ヽ".chars().collect();
            let text: String = letters.iter().filter_map(|at| alphabet.get(*at % alphabet.len())).collect();
            let mut options = LineBreakOptions::default();
            options.strictness = Some(LineBreakStrictness::Strict);
            let allowed: Vec<usize> = LineSegmenter::new_auto(options).segment_str(&text).collect();
            let (mut before, mut left) = (' ', ' ');
            for (at, letter) in text.char_indices() {
                if at > 0 && may_break(before, left, letter) {
                    prop_assert!(allowed.contains(&at), "{:?} | {:?}", text.get(..at), text.get(at..));
                }
                (before, left) = (left, letter);
            }
        }
    }
}
