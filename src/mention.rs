//! Whether a text says a word.

/// Whether a text holds a word, the capitals of A to Z aside; every text holds the empty word.
///
/// By bytes: the library's lower case and its search through text weigh 4 KB in the page.
pub fn mentions(text: &str, word: &str) -> bool {
    word.is_empty() || text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn capitals_aside() {
        assert!(mentions("Thousand Employees", "thousand employees"));
        assert!(mentions("人均年龄", "年"));
        assert!(mentions("", ""));
        assert!(!mentions("", "a"));
        assert!(!mentions("employee", "employees"));
    }
}
