/// Whether a line of text runs from right to left: its first letter that has a direction says so
/// (rules P2 and P3 of Unicode's bidirectional algorithm, UAX #9), or a mark of direction before it. Digits and signs
/// have none, and what is isolated does not count.
pub fn rtl(text: &str) -> bool {
    let mut depth = 0_u32;
    for letter in text.chars() {
        match letter as u32 {
            0x2066..=0x2068 => depth += 1,
            0x2069 => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            0x200E => return false,
            0x200F => return true,
            // Arabic digits, then signs and punctuation, have no direction of their own.
            0x660..=0x669 | 0x6F0..=0x6F9 | 0x2000..=0x2BFF | 0x3000..=0x3020 => {}
            0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF => return true,
            0x41..=0x5A | 0x61..=0x7A | 0xC0.. => return false,
            _ => {}
        }
    }
    false
}

/// A text between marks that keep its direction, and whatever marks it holds itself, from the text around it
/// (U+2068 and U+2069).
pub fn isolated(text: &str) -> String {
    ["\u{2068}", text, "\u{2069}"].concat()
}

#[cfg(test)]
mod tests {
    use super::rtl;

    #[test]
    fn the_first_letter_decides() {
        assert!(rtl("حصة 2020"));
        assert!(rtl("12% – שיעור"));
        assert!(!rtl("R&D الإنفاق"));
        assert!(!rtl("2015年"));
        assert!(!rtl("47.9%"));
        assert!(!rtl("\u{2068}حصة\u{2069} GDP") && rtl("\u{200f}2015–2020") && !rtl("\u{200e}حصة"));
    }
}
