use super::Picture;

/// Windows up to this many CSS pixels wide are shown the phone's picture.
const PHONES: u32 = 480;

/// Where the files of a snippet are on the publisher's site, and how its chart shall look there.
pub struct Hosted<'a> {
    /// The folder of the files of dist/, with a slash at its end; empty where it is the page's own.
    pub assets: &'a str,
    /// The address of the spec.
    pub src: &'a str,
    /// The part of the engine that draws such charts, to be fetched early too.
    pub part: Option<&'a str>,
    /// The addresses of the pictures, for the column and for phones.
    pub images: &'a [String; 2],
    /// The address of the brand that the pictures wear, where that is not in the spec.
    pub brand: Option<&'a str>,
    /// The theme of the pictures, where it is not the page's.
    pub theme: Option<&'a str>,
}

/// The HTML that embeds a chart: what is fetched early, the script, the element, and inside it rung 1, what readers see
/// when either fails: the picture for the column or the phone, its source, its data as a table. Everything is
/// escaped; nothing needs a style or a script of its own: the pictures' sizes are attributes, the rest is in the style
/// sheet that is linked.
///
/// Title, subtitle and notes are in the picture; the same words are in its `alt` and beside the table.
pub fn snippet([picture, phone]: &[Picture; 2], hosted: &Hosted) -> String {
    let Hosted { assets, src, part, images, brand, theme } = *hosted;
    let caption = &picture.scene.caption;
    let alt = [caption.title.as_str(), caption.subtitle.as_str(), picture.description.as_str()];
    let alt = sentences(&alt, picture.lang.starts_with("zh") || picture.lang.starts_with("ja"));
    let mut html = Html::default();
    let file = |name: &str| escaped(&[assets, name].concat());
    html.line(0, &format!("<link rel=\"stylesheet\" href=\"{}\">", file("indicator-chart.css")));
    html.line(0, &format!("<link rel=\"modulepreload\" href=\"{}\">", file("indicator-chart.js")));
    html.line(0, &preload(&file("indicator-chart.wasm")));
    if let Some(part) = part {
        html.line(0, &preload(&file(&format!("indicator-chart-{part}.wasm"))));
    }
    // The class tells the script that it is ours to take.
    let spec = escaped(src);
    html.line(0, &format!("<link class=\"indicator-chart\" rel=\"preload\" href=\"{spec}\" as=\"fetch\" crossorigin>"));
    html.line(0, &format!("<script type=\"module\" src=\"{}\"></script>", file("indicator-chart.js")));
    let mut element = String::from("<indicator-chart");
    for (name, value) in [("src", Some(src)), ("lang", Some(&*picture.lang)), ("theme", theme), ("brand", brand)] {
        if let Some(value) = value {
            element.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        }
    }
    html.line(0, &[&element, ">"].concat());
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
fn preload(address: &str) -> String {
    let like = "as=\"fetch\" type=\"application/wasm\" crossorigin";
    format!("<link rel=\"preload\" href=\"{address}\" {like}>")
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

/// The words that the page's script has for its buttons, by language.
const WORDS: &str = include_str!("../../www/word.js");

/// What opens the table: the word of the page's own button, read from its script, so that it stands once.
fn data_word(lang: &str) -> &'static str {
    let traditional = ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"].iter().any(|tag| lang.starts_with(tag));
    let short = lang.split('-').next().unwrap_or_default().to_lowercase();
    let key = if traditional { "\"zh-Hant\": [\"".into() } else { format!("{short}: [\"") };
    let line = WORDS.lines().find_map(|line| line.trim_start().strip_prefix(key.as_str()));
    line.and_then(|line| line.split('"').next()).unwrap_or("Data")
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
