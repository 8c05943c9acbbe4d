use super::Picture;

/// Windows up to this many CSS pixels wide are shown the phone's picture.
const PHONES: u32 = 480;

/// The HTML that embeds a chart: what is fetched early, the script, the element, and inside it rung 1, what readers see
/// when either fails: the picture for the column or the phone, its source, its data as a table. Everything is
/// escaped; nothing needs a style or a script of its own: the pictures' sizes are attributes, the rest is in the style
/// sheet that is linked.
///
/// `part` names the part of the engine that draws such charts, to be fetched early too.
///
/// Title, subtitle and notes are in the picture; the same words are in its `alt` and beside the table.
/// `brand` is the address of the brand that the pictures wear, where that is not in the spec.
pub fn snippet(
    [picture, phone]: &[Picture; 2],
    part: Option<&str>,
    src: &str,
    images: &[String; 2],
    brand: Option<&str>,
) -> String {
    let caption = &picture.scene.caption;
    let alt = [caption.title.as_str(), caption.subtitle.as_str(), picture.description.as_str()];
    let alt = sentences(&alt, picture.lang.starts_with("zh") || picture.lang.starts_with("ja"));
    let mut html = Html::default();
    html.line(0, "<link rel=\"stylesheet\" href=\"indicator-chart.css\">");
    html.line(0, "<link rel=\"modulepreload\" href=\"indicator-chart.js\">");
    html.line(0, &preload(""));
    if let Some(part) = part {
        html.line(0, &preload(&format!("-{part}")));
    }
    // The class tells the script that it is ours to take.
    let spec = escaped(src);
    html.line(0, &format!("<link class=\"indicator-chart\" rel=\"preload\" href=\"{spec}\" as=\"fetch\" crossorigin>"));
    html.line(0, "<script type=\"module\" src=\"indicator-chart.js\"></script>");
    let brand = brand.map_or_else(String::new, |brand| format!(" brand=\"{}\"", escaped(brand)));
    html.line(0, &format!("<indicator-chart src=\"{}\" lang=\"{}\"{brand}>", escaped(src), escaped(&picture.lang)));
    html.line(1, "<figure class=\"indicator-chart\">");
    let [image, small] = images.each_ref().map(|image| escaped(image));
    html.line(2, "<picture>");
    let media = format!("media=\"(max-width: {PHONES}px)\"");
    html.line(3, &format!("<source {media} srcset=\"{small}\" {}>", size(phone)));
    html.line(3, &format!("<img src=\"{image}\" {} alt=\"{}\">", size(picture), escaped(&alt)));
    html.line(2, "</picture>");
    html.line(2, "<figcaption>");
    if !caption.source_url.is_empty() {
        html.line(3, &format!("<p><a href=\"{}\">{}</a></p>", escaped(&caption.source_url), escaped(&caption.source)));
    } else {
        html.words(3, "p", &caption.source);
    }
    html.words(3, "p", &caption.byline);
    html.line(3, "<details>");
    html.words(4, "summary", data_word(&picture.lang));
    html.table(picture);
    for note in &caption.notes {
        html.words(4, "p", note);
    }
    html.line(3, "</details>");
    html.line(2, "</figcaption>");
    html.line(1, "</figure>");
    html.line(0, "</indicator-chart>");
    html.0
}

/// Fetches a part of the engine early: the script asks for it in the very same way.
fn preload(part: &str) -> String {
    let like = "as=\"fetch\" type=\"application/wasm\" crossorigin";
    format!("<link rel=\"preload\" href=\"indicator-chart{part}.wasm\" {like}>")
}

/// A picture's size in whole CSS pixels, as attributes: with them its place is kept before it has come.
fn size(picture: &Picture) -> String {
    format!("width=\"{}\" height=\"{}\"", picture.scene.width.round(), picture.scene.height.round())
}

/// Words one after the other, each closed by a full stop.
fn sentences(parts: &[&str], wide: bool) -> String {
    let mut text = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !text.is_empty() && !wide {
            text.push(' ');
        }
        text.push_str(part);
        if !part.ends_with(['.', '!', '?', '。', '！', '？', '…']) {
            text.push(if wide { '。' } else { '.' });
        }
    }
    text
}

/// What opens the table.
fn data_word(lang: &str) -> &'static str {
    if lang.starts_with("zh") { "数据" } else { "Data" }
}

#[derive(Default)]
struct Html(String);

impl Html {
    fn line(&mut self, depth: usize, line: &str) {
        self.0.push_str(&"  ".repeat(depth));
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// Words in an element of their own; nothing where there are none.
    fn words(&mut self, depth: usize, element: &str, words: &str) {
        if !words.is_empty() {
            self.line(depth, &format!("<{element}>{}</{element}>", escaped(words)));
        }
    }

    fn table(&mut self, picture: &Picture) {
        let row = |cells: &[String], element: &str| {
            let cells = cells.iter().enumerate().map(|(index, cell)| {
                let (open, close) = match (element, index) {
                    ("th", _) => ("th scope=\"col\"", "th"),
                    (_, 0) => ("th scope=\"row\"", "th"),
                    _ => ("td", "td"),
                };
                format!("<{open}>{}</{close}>", escaped(cell))
            });
            format!("<tr>{}</tr>", cells.collect::<String>())
        };
        self.line(4, "<table>");
        self.line(5, &format!("<thead>{}</thead>", row(&picture.table.head, "th")));
        self.line(5, "<tbody>");
        for cells in &picture.table.rows {
            self.line(6, &row(cells, "td"));
        }
        self.line(5, "</tbody>");
        self.line(4, "</table>");
    }
}

/// Text as it may stand in HTML, in an attribute too.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A line break inside an attribute or a cell is white space.
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}
