//! The types of a spec in `www/indicator-chart.d.ts`, written from the table of keys.

use super::key::{KEYS, Key, Shape};
use super::{FORMS, Qualifier, Scaling};

/// The longest line that the formatter of the JS side leaves alone.
const LONGEST: usize = 120;

/// The lines from the first generated type to the last.
pub fn declaration() -> String {
    let mut text = String::new();
    let kinds: Vec<&str> = FORMS.iter().map(|form| form.name).collect();
    text.push_str("/** The kinds of chart. */\n");
    text.push_str(&assigned("", "export type Kind", " =", &quoted(&kinds)));
    let qualifiers: Vec<&str> = Qualifier::ALL.iter().map(|(word, _)| *word).collect();
    text.push_str("\n/** What is said of a value. */\n");
    text.push_str(&assigned("", "export type Qualifier", " =", &quoted(&qualifiers)));
    text.push_str(
        "\n/** Words, or the same words by language tag: `{\"en\": \"…\", \"zh-Hans\": \"…\"}`. */
export type Words = string | { [lang: string]: string };

/** A cell of the data. */
export type Cell = Words | number | boolean | null;

/** A line, a band or a note on the plot. */
export interface Annotation {
  text: Words;
  x?: string | number | [string | number, string | number];
  y?: string | number | [string | number, string | number];
  at?: string | number;
  from?: string | number;
  to?: string | number;
}

/** The colours of one tone of a brand, each as `#rrggbb`. */
export interface BrandColors {
  background?: string;
  ink?: string;
  muted?: string;
  grid?: string;
  zero?: string;
  accent?: string;
  pale?: string;
  rest?: string;
  series?: string[];
}

/** How a publisher's charts look, where they differ from the built-in themes. */
export interface Brand {
  name?: string;
  font?: string;
  sizes?: { title?: number; subtitle?: number; label?: number; small?: number };
  weight?: number;
  gap?: number;
  margin?: number;
  light?: BrandColors;
  dark?: BrandColors;
}

/** What an author says. */
export interface Spec {\n  /** The address of `spec.schema.json`, for editors. */\n  $schema?: string;\n",
    );
    for key in KEYS {
        text.push_str(&["  /** ", key.doc, " */\n"].concat());
        text.push_str(&property(key));
    }
    text + "}\n"
}

fn property(key: &Key) -> String {
    let needed = matches!(key.shape, Shape::Kind | Shape::Data);
    let name = [key.name, if needed { "" } else { "?" }].concat();
    let owned = |parts: &[&str]| parts.iter().map(|part| String::from(*part)).collect::<Vec<_>>();
    let parts = match &key.shape {
        // A tag of a language is not itself in several.
        Shape::Words(_) if key.name == "lang" => owned(&["string"]),
        Shape::Words(_) => owned(&["Words"]),
        Shape::List(_) => owned(&["Words", "number", "(Words | number)[]"]),
        Shape::Name(_) => owned(&["Words", "number"]),
        Shape::Shown => owned(&["Words", "number", "TableColumn", "(Words | number | TableColumn)[]"]),
        Shape::Names(_) => owned(&["Words", "number", "(Words | number)[]"]),
        Shape::Flag(_) => owned(&["boolean"]),
        Shape::Number(..) => owned(&["number"]),
        Shape::Choice(words, _) => quoted(words),
        Shape::Kind => owned(&["Kind"]),
        Shape::Source => owned(&["Words", "{ name: Words; url?: string }"]),
        Shape::Target => owned(&[
            "number",
            "{ value?: number; upper?: number; column?: string | number; period?: string | number; label?: Words }",
        ]),
        Shape::Annotations(_) => owned(&["Annotation", "Annotation[]"]),
        Shape::Domain => owned(&["[number | null, number | null]"]),
        Shape::Brand => owned(&["Brand"]),
        Shape::Scale => {
            let words: Vec<&str> = Scaling::ALL.iter().map(|(word, _)| *word).collect();
            let words = quoted(&words);
            let pair = words.join(" | ");
            [words, vec![["[", &pair, ", ", &pair, "]"].concat()]].concat()
        }
        // An address, or "table".
        Shape::Data => owned(&[
            "string",
            "{ [column: string]: Cell }[]",
            "{ columns: { [column: string]: Cell | Cell[] } }",
            "{ csv: string }",
            "{ url: string }",
        ]),
    };
    assigned("  ", &name, ":", &parts)
}

fn quoted(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| ["\"", word, "\""].concat()).collect()
}

/// A name and the types that it may have, on one line where they fit.
fn assigned(indent: &str, name: &str, sign: &str, parts: &[String]) -> String {
    let line = [indent, name, sign, " ", &parts.join(" | "), ";\n"].concat();
    if line.chars().count() <= LONGEST + 1 {
        return line;
    }
    let joint = ["\n", indent, "  | "].concat();
    [indent, name, sign, &joint, &parts.join(&joint), ";\n"].concat()
}
