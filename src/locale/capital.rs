/// Words that begin with a capital: Latin letters with and without marks of the western European languages, and Cyrillic
/// ones; others stay as they are. The whole of Unicode would weigh 2 KB in the page.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    let large = match first as u32 {
        code @ (0x61..=0x7A | 0xE0..=0xF6 | 0xF8..=0xFE | 0x430..=0x44F) => code - 0x20,
        code => code,
    };
    [&String::from(char::from_u32(large).unwrap_or(first)), letters.as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn first_letters_of_the_languages_spoken() {
        for (words, expected) in [
            ("over 11,000", "Over 11,000"),
            ("über 11.000", "Über 11.000"),
            ("à peine", "À peine"),
            ("более 11", "Более 11"),
            ("超过", "超过"),
            ("Äthiopien", "Äthiopien"),
            ("÷", "÷"),
            ("", ""),
        ] {
            assert_eq!(capital(words), expected);
        }
    }
}
