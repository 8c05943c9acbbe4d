//! `docs/spec.md`: every key with an example, written from the table of keys.

use super::key::{KEYS, Key, Shape};
use super::{FORMS, Form, Layout, Qualifier, Scaling};
use std::fmt::Write;

/// What stands before the keys.
const HEAD: &str = "# The spec

A chart is a JSON object. The keys are flat, their order is free, and only two are required: `kind` and `data`.
This page is written from the same table of keys as the reader itself and `spec.schema.json`.

```json
{
  \"kind\": \"dumbbell\",
  \"title\": \"Advanced manufacturing passed half of industrial added value\",
  \"subtitle\": \"Share of the added value of industrial enterprises, Dongguan\",
  \"unit\": \"%\", \"measure\": \"share\",
  \"y\": \"sector\", \"x\": \"share\", \"series\": \"year\", \"arrow\": true,
  \"source\": \"Dongguan Today, 17 January 2022\",
  \"data\": [
    {\"sector\": \"Advanced manufacturing\", \"year\": 2015, \"share\": 47.9},
    {\"sector\": \"Advanced manufacturing\", \"year\": 2020, \"share\": 50.9}
  ]
}
```

- **Where a list is meant, one value will do:** `\"note\": \"…\"`, `\"y\": \"share\"`.
- **Words may be in several languages:** `{\"en\": \"Share\", \"zh-Hans\": \"占比\"}`, in `title`, `note`, a cell of the data or
  the name of a column. The chart's language is taken (`lang`, else that of the place in the page), else the nearest (`zh-CN` finds
  `zh-Hans`, and so does `zh-TW` where there is no `zh-Hant`; `en-GB` finds `en`), else English, else the first. A column's name in
  several languages is what readers see; in the data it may have any of them.
- **A problem never hides the rest.** An unknown key, a cell that cannot be read or a value that cannot be is a warning
  with its place, and the chart is drawn without it. `indicator-chart check spec.json` says them all.

## Which column goes where

";

const DATA: &str = "
## The data

| form | for |
| --- | --- |
| `[{\"year\": 2015, \"share\": 47.9}, …]` | rows |
| `{\"columns\": {\"year\": [2015, 2020], \"share\": [47.9, 50.9]}}` | columns; in a page also typed arrays, in which NaN is a gap and 20201231 a day |
| `{\"csv\": \"year,share\\n2015,47.9\"}`, or the text alone | CSV in the spec |
| `{\"url\": \"shares.csv\"}` or `\"shares.csv\"` | a CSV or JSON file, relative to the spec |
| `\"table\"` | the `<table>` inside the element, without its foot, what is hidden or struck out, and the marks of footnotes (`<sup>` behind a number); heads above one another are one name |

- **CSV** has a heading line; fields are parted by commas, semicolons or tabs, whichever the heading has most of.
- **Numbers** may be written `7,387`, `7 387`, `47.9 %`, `−3.2` or `1.5e3`. The comma is the decimal mark only in a file
  with semicolons in which some number can be read no other way (`47,9`). Values are shown with as many digits after
  the mark as the data has (at most six), or as `decimals` says; from ten million on a picture writes them short (12.3M),
  and with them the other values of the same chart. The tooltip, the table and the description have all digits.
- **Missing** is an empty cell, `null`, `n/a`, `NA`, `–`, `-`, `..`, `…` or `NaN`: a gap, never zero. A whole of which a
  part is missing has no sum and no shares: write 0 where a part is nothing. A part that has no row at all is no part of it.
- **Periods** are years (`2015`), halves (`2018-H1`), quarters (`2018-Q3`), months (`2017-06`), weeks (`2020-W05`) and days
  (`2021-12-31`), also in words (`June 2017`, `2018年4月`), each at its own precision. Lines and timelines always run
  along periods; columns do where every cell is one. Rows need not be in order. Of two values for the same period and
  series the first is drawn.
- **A histogram** has as many intervals as Freedman and Diaconis (1981) ask for, but 5 to 30, with round edges. A value on
  the edge of two counts in the upper one.
- **A box plot** is made of the rows of each category. Quartiles are those of type 7 in Hyndman and Fan (1996): between two
  values along a straight line. Whiskers reach to the farthest value within 1.5 box lengths of the box (Tukey); what lies
  beyond is a dot each. Of fewer than five values each is a dot.
- **A waterfall** takes the rows in their order: changes, and sums of what stands before them. Name the sums as `total`
  (`\"total\": [\"2015\", \"2020\"]`), or leave that to the chart: the first row, and the last where it is what the others
  add up to.
- **A slope or bump** has its times along `x` and a `series` for each line. A table with a column for each time and a row
  for each thing is turned round: `\"x\": \"country\", \"y\": [\"1995\", \"2020\"]`. Steps that are no periods keep
  the order of the data. A slope takes two to seven times, a bump up to 60; a series without a row for one has a gap there.
- **A bump** shows places as they are given: it ranks nothing itself. Who shares a place stands beside the other; `at most`
  20 is a span of the first twenty places, and the line stops at it. `domain` cuts the list: `[1, 10]`.
- **Sparklines** have the same pixels for a unit in every row, unless `free` gives each a scale of its own.
- **A bar starts at zero.** A `domain` that would cut it is not heeded, and a warning says so.

## Keys

";

/// The page, as Markdown.
pub fn manual() -> String {
    let mut page = String::from(HEAD);
    page.push_str("| kind | along or down the side | value | besides |\n| --- | --- | --- | --- |\n");
    for form in FORMS {
        let (place, value) = channels(form);
        let named = |name: &&str| KEYS.iter().any(|key| key.name == *name && key.is_heeded_by(form));
        let others = ["series", "label", "end", "lower", "upper", "qualifier"].into_iter().filter(named);
        let others: Vec<String> = others.filter(|name| !value.contains(name)).map(|name| format!("`{name}`")).collect();
        let _ = writeln!(page, "| `{}` | {place} | {value} | {} |", form.name, others.join(", "));
    }
    page.push_str(
        "\nSeveral value columns (`\"x\": [\"2015\", \"2020\"]`) make a series of each; `series` is left out then.\n",
    );
    page.push_str(DATA);
    for key in KEYS {
        section(&mut page, key);
    }
    let words: Vec<String> = Qualifier::ALL.iter().map(|(word, _)| format!("`{word}`")).collect();
    let _ = writeln!(page, "## Qualifiers\n\nThe words in a `qualifier` column: {}.", words.join(", "));
    page
}

/// Which column goes where: along or down the side, and the value.
pub(super) fn channels(form: &Form) -> (&'static str, &'static str) {
    match form.layout {
        Layout::Flat => ("`y`: category", "`x`: number"),
        Layout::Upright => ("`x`: period or category", "`y`: number"),
        Layout::Calendar => ("`x`: period", "`y`: number"),
        Layout::Single => ("`x`: period (may be left out)", "`y`: number; the last is shown large"),
        Layout::Events => ("`x`: period", "`label`: words"),
        Layout::Relation => ("`x`: number", "`y`: number"),
        Layout::Spread => ("`y`: category (may be left out)", "`x`: number"),
        Layout::Cells => ("`x`: period or category; `y`: category", "`value`: number"),
        Layout::Records => ("", "`columns`: what to show"),
    }
}

fn section(page: &mut String, key: &Key) {
    let _ = writeln!(page, "### `{}`\n\n{}\n", key.name, key.doc);
    let _ = writeln!(page, "- holds: {}", holds(&key.shape));
    if FORMS.iter().any(|form| !key.is_heeded_by(form)) {
        let forms = FORMS.iter().filter(|form| key.is_heeded_by(form));
        let kinds: Vec<String> = forms.map(|form| format!("`{}`", form.name)).collect();
        let _ = writeln!(page, "- heeded by: {}", kinds.join(", "));
    }
    let _ = writeln!(page, "\n```json\n\"{}\": {}\n```\n", key.name, key.example);
}

/// What a key holds, in words.
pub(super) fn holds(shape: &Shape) -> String {
    let listed = |words: &[&str]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match shape {
        Shape::Words(_) => "words".into(),
        Shape::List(_) => "words, or a list of them".into(),
        Shape::Name(_) => "the name of a column".into(),
        Shape::Shown => "the name of a column, an object of `column`, `as` and `name`, or a list of these".into(),
        Shape::Names(_) => "the name of a column, or a list of names".into(),
        Shape::Flag(_) => "`true` or `false` (unless said: `false`)".into(),
        Shape::Number(_, low, high) if *low > f64::MIN => format!("a number from {low} to {high}"),
        Shape::Number(..) => "a number".into(),
        Shape::Choice(words, _) => listed(words),
        Shape::Kind => listed(&FORMS.iter().map(|form| form.name).collect::<Vec<_>>()),
        Shape::Source => "words, or an object of `name` and `url`".into(),
        Shape::Target => "a number, or an object of `value` (or `column`), `upper`, `period` and `label`".into(),
        Shape::Annotations(_) => {
            "an object of `text` and a place (`x`, `y`, `at`, or `from` and `to`), or a list of them".into()
        }
        Shape::Domain => "a list of two numbers, the lower first, of which either may be `null`".into(),
        Shape::Brand => "an object, see [themes.md](themes.md)".into(),
        Shape::Scale => {
            [&listed(&Scaling::ALL.map(|(word, _)| word)), " (unless said: `linear`), or a list of two"].concat()
        }
        Shape::Data => "the data, see above".into(),
    }
}
