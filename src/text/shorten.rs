use super::{Measure, TextStyle};

/// The text itself where it is no wider than `width` CSS pixels, else its beginning with "…".
/// Where not even that fits, "…" alone.
pub fn shorten(text: &str, width: f64, style: TextStyle, measure: &dyn Measure) -> String {
    if measure.width(text, style) <= width + 0.01 {
        return text.into();
    }
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = |letters: usize| {
        let end = starts.get(letters).copied().unwrap_or(0);
        let head = text.get(..end).unwrap_or_default();
        [head.trim_end_matches([' ', ',', '.', ';', ':', '-', '–', '(', '，', '。', '、', '（']), "…"].concat()
    };
    let (mut fits, mut over) = (0, starts.len());
    while fits + 1 < over {
        let middle = (fits + over) / 2;
        if measure.width(&cut(middle), style) <= width {
            fits = middle;
        } else {
            over = middle;
        }
    }
    cut(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Plain;
    impl Measure for Plain {
        fn width(&self, text: &str, _: TextStyle) -> f64 {
            text.chars().count() as f64 * 10.0
        }
    }

    #[test]
    fn the_longest_beginning_that_fits() {
        let short = |width| shorten("one, two", width, TextStyle::regular(12.0), &Plain);
        assert_eq!(short(80.0), "one, two");
        assert_eq!(short(70.0), "one, t…");
        assert_eq!(short(60.0), "one…");
        assert_eq!(short(0.0), "…");
    }
}
