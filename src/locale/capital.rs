/// Words that begin with a capital: those of A to Z; other letters stay as they are.
pub fn capital(words: &str) -> String {
    match words.split_at_checked(1) {
        Some((first, rest)) => [&first.to_ascii_uppercase(), rest].concat(),
        None => words.into(),
    }
}
