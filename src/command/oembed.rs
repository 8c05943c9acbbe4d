use super::Picture;
use serde_json::{Value, json};

/// What an oEmbed answer needs to know besides the picture.
pub struct Frame<'a> {
    /// The address of `embed.html` on the publisher's site, `https://…`.
    pub page: &'a str,
    /// The address of the spec, as that page finds it.
    pub src: &'a str,
    /// The theme to show, where it is not the light one.
    pub theme: Option<&'a str>,
    /// The publisher's name; may be empty.
    pub provider: &'a str,
    /// The largest size that the asking page allows, in CSS pixels: width and height.
    pub most: [Option<u32>; 2],
}

/// How long the answer may be kept, in seconds: a day.
const KEPT: u32 = 86_400;

/// The answer of type "rich" (oEmbed 1.0) for a chart: the HTML of a frame with the chart's page in it, and the script that
/// keeps the frame as high as the chart.
pub fn oembed(picture: &Picture, frame: &Frame) -> String {
    let caption = &picture.scene.caption;
    let [most_wide, most_high] = frame.most;
    let width = at_most(picture.scene.width, most_wide);
    let height = at_most(picture.scene.height, most_high);
    let title = if caption.title.is_empty() { "Chart" } else { &caption.title };
    let mut address = format!("{}?src={}&lang={}", frame.page, encoded(frame.src), encoded(&picture.lang));
    if let Some(theme) = frame.theme {
        address.push_str(&format!("&theme={theme}"));
    }
    let folder = frame.page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" style=\"max-width:100%\" loading=\"lazy\" \
         frameborder=\"0\" \
         sandbox=\"allow-scripts allow-same-origin allow-popups allow-downloads\"></iframe>\
         <script async src=\"{}/indicator-chart-frame.js\"></script>",
        super::snippet::escaped(&address),
        super::snippet::escaped(title),
        super::snippet::escaped(folder),
    );
    let mut answer = json!({ "version": "1.0", "type": "rich", "title": title });
    let mut say = |key: &str, words: &str| {
        if let (Value::Object(answer), false) = (&mut answer, words.is_empty()) {
            answer.insert(key.into(), words.into());
        }
    };
    say("author_name", &caption.byline);
    say("provider_name", frame.provider);
    say("provider_url", &origin(frame.page));
    say("html", &html);
    if let Value::Object(answer) = &mut answer {
        for (key, number) in [("width", width), ("height", height), ("cache_age", KEPT)] {
            answer.insert(key.into(), number.into());
        }
    }
    format!("{answer:#}\n")
}

/// A length in whole CSS pixels, no longer than what is allowed.
fn at_most(length: f64, most: Option<u32>) -> u32 {
    let length = length.ceil() as u32;
    most.map_or(length, |most| length.min(most))
}

/// `https://news.example` of `https://news.example/charts/embed.html`.
fn origin(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or_default();
    [scheme, "://", rest.split('/').next().unwrap_or_default()].concat()
}

/// Text as the value of a query, percent-encoded but for letters, digits and `-._~/`.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart_and_encoded() {
        assert_eq!(origin("https://news.example:8080/charts/embed.html"), "https://news.example:8080");
        assert_eq!(encoded("a b/ü&.json"), "a%20b/%C3%BC%26.json");
        assert_eq!(at_most(411.2, Some(400)), 400);
        assert_eq!(at_most(411.2, None), 412);
    }
}
