//! The command line. Exit codes: 0 done (perhaps with warnings), 1 something in a spec, its data or a file is wrong,
//! 2 the command itself is not understood.

mod batch;
mod load;
mod oembed;
mod picture;
mod snippet;
mod studio;
mod twice;

use load::Wish;
pub use load::{Loaded, load, load_text};
pub use oembed::{Frame, oembed};
pub use picture::Picture;
pub use snippet::{Hosted, snippet};

use batch::Batch;

use crate::problem::{Place, Problem, Severity};
use crate::spec::{Checked, FORMS};
use clap::{Parser, Subcommand, ValueEnum};
use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Indicator charts beside a news article: draws, checks and embeds them.
///
/// Exit codes: 0 done, perhaps with warnings; 1 something in a spec, its data or a file is wrong; 2 the command
/// is not understood.
#[derive(Parser)]
#[command(name = "indicator-chart", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Draw a chart as SVG or PNG, its title, key, notes and source included
    Render {
        /// The spec, a JSON file; `-` reads it from standard input
        spec: PathBuf,
        /// Where to write: a name that ends in .svg or .png, or `-` for SVG on standard output
        #[arg(short, long)]
        output: PathBuf,
        #[command(flatten)]
        look: Look,
        /// Device pixels to a CSS pixel (PNG only)
        #[arg(long, default_value_t = 2.0, value_parser = ratio)]
        ratio: f32,
        /// Draw many charts: SPEC has one spec a line, and the output's name has {line} where the line's number goes:
        /// charts/{line}.svg
        #[arg(long)]
        batch: bool,
        /// With --batch: how many charts are drawn side by side [default: as many as there are cores]
        #[arg(long, requires = "batch")]
        jobs: Option<NonZero<usize>>,
    },
    /// Say what is wrong with specs and their data, one problem a line
    Check {
        /// The specs; `-` reads one from standard input
        #[arg(required = true)]
        specs: Vec<PathBuf>,
        #[arg(long)]
        /// Read the specs for this language (BCP 47)
        lang: Option<String>,
        /// Draw them in this brand's look, a JSON file
        #[arg(long, value_name = "FILE")]
        brand: Option<PathBuf>,
    },
    /// List the kinds of chart, one a line
    Kinds,
    /// Print the JSON Schema of a spec
    Schema,
    /// Print the HTML that embeds a chart, with its pictures and its data as a table inside
    Snippet {
        /// The spec, a JSON file
        spec: PathBuf,
        /// The address of the spec on your site, with its pictures and its brand beside it; else the file's name
        #[arg(long)]
        src: Option<String>,
        /// The folder on your site that has the files of dist/: /charts/ [default: the page's own]
        #[arg(long, default_value = "", hide_default_value = true)]
        assets: String,
        /// Write the pictures as SVG into this folder: one for the column, one for phones
        #[arg(short, long, value_name = "FOLDER")]
        output: Option<PathBuf>,
        #[command(flatten)]
        look: Look,
    },
    /// Print the oEmbed answer (1.0, type rich, JSON) that shows a chart in a frame
    Oembed {
        /// The spec, a JSON file
        spec: PathBuf,
        /// The address of embed.html on your site: https://news.example/charts/embed.html
        #[arg(long, value_parser = web)]
        url: String,
        /// The address of the spec, as embed.html finds it; else the file's name
        #[arg(long)]
        src: Option<String>,
        /// The name of your site
        #[arg(long, default_value = "")]
        provider: String,
        /// The asking page's `maxwidth` in CSS pixels
        #[arg(long)]
        max_width: Option<u32>,
        /// The asking page's `maxheight` in CSS pixels
        #[arg(long)]
        max_height: Option<u32>,
        #[command(flatten)]
        look: Look,
    },
}

#[derive(clap::Args)]
struct Look {
    /// Width in CSS pixels [default: 380, in a snippet or an oEmbed answer 640: give the width of your column]
    #[arg(long, value_parser = width)]
    width: Option<f64>,
    /// Colours
    #[arg(long, value_enum, default_value_t = Tone::Light)]
    theme: Tone,
    /// Empty space around the picture in CSS pixels [default: 16, in a snippet 0]
    #[arg(long, value_parser = margin)]
    margin: Option<f64>,
    /// The language (BCP 47), whatever the spec says
    #[arg(long)]
    lang: Option<String>,
    /// Your brand's fonts, sizes and colours, a JSON file (see docs/themes.md), whatever the spec says
    #[arg(long, value_name = "FILE")]
    brand: Option<PathBuf>,
}

impl Look {
    fn wish(&self) -> Wish<'_> {
        Wish { lang: self.lang.as_deref(), brand: self.brand.as_deref() }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Tone {
    Light,
    Dark,
}

fn between(text: &str, low: f64, high: f64) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (low..=high).contains(number));
    number.ok_or_else(|| format!("a number from {low} to {high} is needed"))
}

fn width(text: &str) -> Result<f64, String> {
    between(text, 120.0, 4000.0)
}

fn margin(text: &str) -> Result<f64, String> {
    between(text, 0.0, 100.0)
}

fn ratio(text: &str) -> Result<f32, String> {
    between(text, 0.25, 8.0).map(|ratio| ratio as f32)
}

fn web(text: &str) -> Result<String, String> {
    let known = ["https://", "http://"].iter().any(|scheme| text.len() > scheme.len() && text.starts_with(scheme));
    if !known || text.contains(['?', '#']) {
        return Err("a whole address is needed, without ? and #: https://news.example/charts/embed.html".into());
    }
    Ok(if text.ends_with('/') { format!("{text}embed.html") } else { text.into() })
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Render { spec, output, look, ratio, batch: true, jobs } => {
            Batch { output: &output, look: &look, ratio, jobs }.render(&spec)
        }
        Command::Render { spec, output, look, ratio, .. } => render(&spec, &output, &look, ratio),
        Command::Check { specs, lang, brand } => {
            check(&specs, &Wish { lang: lang.as_deref(), brand: brand.as_deref() })
        }
        Command::Kinds => print(&FORMS.iter().map(|form| format!("{}\n", form.name)).collect::<String>()),
        Command::Schema => print(&crate::spec::schema()),
        Command::Snippet { spec, src, assets, output, look } => {
            embed(&spec, (src.as_deref(), &assets), output.as_deref(), &look)
        }
        Command::Oembed { spec, url, src, provider, max_width, max_height, look } => {
            let theme = matches!(look.theme, Tone::Dark).then_some("dark");
            let src = src.as_deref().unwrap_or(name_of(&spec));
            let most = [max_width, max_height];
            answer(&spec, &look, &Frame { page: &url, src, theme, provider: &provider, most })
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                eprintln!("{}", problem.say());
            }
            ExitCode::FAILURE
        }
    }
}

/// A picture's width in CSS pixels where nothing is said.
const WIDTH: f64 = 380.0;

/// The width of an article's column on a desktop, in CSS pixels, where nothing is said.
const COLUMN: f64 = 640.0;

/// Around the figure in a page where its brand has a ground of its own, in CSS pixels: as in `indicator-chart.css`.
const GROUND: f64 = 12.0;

/// The width of an article's column on a phone, in CSS pixels: on wider ones the picture is a little enlarged.
const PHONE: f64 = 320.0;

type Done = Result<(), Vec<Problem>>;

/// Draws a loaded spec at each width, and tells the warnings of it and of the first picture on standard error.
/// `margin` is what the look leaves unsaid.
fn draw<const N: usize>(
    loaded: Loaded,
    look: &Look,
    widths: [f64; N],
    margin: Option<f64>,
) -> Result<[Picture; N], Vec<Problem>> {
    let Some(checked) = loaded.checked else { return Err(loaded.problems) };
    let (dark, margin) = (matches!(look.theme, Tone::Dark), look.margin.or(margin));
    let pictures = widths.map(|width| Picture::draw_within(&checked, &loaded.lang, width, dark, margin));
    let found = pictures.first().map(|picture| picture.problems.as_slice()).unwrap_or_default();
    for problem in loaded.problems.iter().chain(found) {
        eprintln!("{}", problem.say());
    }
    Ok(pictures)
}

fn render(spec: &Path, output: &Path, look: &Look, ratio: f32) -> Done {
    let extension = output.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    if !matches!(extension, "svg" | "png") && output != Path::new("-") {
        let message = format!("{} is neither .svg nor .png", output.display());
        return Err(vec![amiss("bad-output", message, "name a file that ends in .svg or .png, or -")]);
    }
    let loaded = read(spec, &look.wish());
    let [picture] = draw(loaded, look, [look.width.unwrap_or(WIDTH)], None)?;
    if output == Path::new("-") {
        return print(&picture.svg);
    }
    let bytes = match extension {
        "png" => crate::paint::png(&picture.svg, ratio).map_err(|problem| vec![problem])?,
        _ => picture.svg.into_bytes(),
    };
    write(output, &bytes)
}

fn check(specs: &[PathBuf], wish: &Wish) -> Done {
    let mut failed = false;
    for spec in specs {
        let mut loaded = read(spec, wish);
        if let Some(checked) = &loaded.checked {
            // What has no room on a phone is told, too.
            for width in [WIDTH, PHONE] {
                for problem in Picture::draw(checked, &loaded.lang, width, false).problems {
                    if !loaded.problems.contains(&problem) {
                        loaded.problems.push(problem);
                    }
                }
            }
        }
        let mut lines = String::new();
        for problem in &loaded.problems {
            failed |= problem.severity == Severity::Error;
            lines.push_str(&format!("{}: {}\n", spec.display(), problem.say()));
        }
        print(&lines)?;
    }
    if failed { Err(Vec::new()) } else { Ok(()) }
}

fn embed(spec: &Path, (src, assets): (Option<&str>, &str), output: Option<&Path>, look: &Look) -> Done {
    let loaded = read(spec, &look.wish());
    // Not every kind has a part for charts with annotations or in small multiples: the script knows which has.
    let bare = |checked: &&Checked| checked.annotations.is_empty() && checked.facets.is_empty();
    let light = if loaded.plain { "-plain" } else { "" };
    let part = loaded.checked.as_ref().filter(bare).map(|checked| [checked.kind.name(), light].concat());
    // In the page the picture gives way to the figure, which has no margin either, but for some on a ground of its own: that
    // of a brand, or of a theme that the page may not have.
    let dark = matches!(look.theme, Tone::Dark);
    let brand = loaded.checked.as_ref().and_then(|checked| checked.brand.as_ref());
    let ground = brand.and_then(|brand| if dark { brand.dark.own } else { brand.light.own }.first().copied().flatten());
    let margin = if dark || ground.is_some() { GROUND } else { 0.0 };
    let pictures = draw(loaded, look, [look.width.unwrap_or(COLUMN), PHONE], Some(margin))?;
    let src = src.unwrap_or(name_of(spec));
    // The pictures stand beside the spec, under the same name.
    let stem = src.strip_suffix(".json").unwrap_or(src);
    let images = ["", "-phone"].map(|size| [stem, size, ".svg"].concat());
    if let Some(folder) = output {
        for (image, picture) in images.iter().zip(&pictures) {
            write(&folder.join(image.rsplit('/').next().unwrap_or(image)), picture.svg.as_bytes())?;
        }
    }
    // Where the spec is hosted, its brand is, too.
    let folder = src.rsplit_once('/').map_or(String::new(), |(folder, _)| [folder, "/"].concat());
    let brand = look.brand.as_deref().map(|brand| [&folder, name_of(brand)].concat());
    let assets = if assets.is_empty() || assets.ends_with('/') { assets.into() } else { [assets, "/"].concat() };
    let theme = dark.then_some("dark");
    let (part, brand, images) = (part.as_deref(), brand.as_deref(), &images);
    print(&snippet(&pictures, &Hosted { assets: &assets, src, part, images, brand, theme }))
}

fn answer(spec: &Path, look: &Look, frame: &Frame) -> Done {
    let [most, _] = frame.most;
    let width = look.width.unwrap_or(COLUMN).min(most.map_or(f64::INFINITY, f64::from));
    let [picture] = draw(read(spec, &look.wish()), look, [width.max(120.0)], Some(0.0))?;
    print(&oembed(&picture, frame))
}

/// The name of a file, by which a page beside it finds it.
fn name_of(spec: &Path) -> &str {
    spec.file_name().and_then(|name| name.to_str()).unwrap_or("chart.json")
}

/// Reads a spec from a file or, for `-`, from standard input.
fn read(spec: &Path, wish: &Wish) -> Loaded {
    if spec != Path::new("-") {
        return load::load_as(spec, wish);
    }
    let mut text = String::new();
    match std::io::stdin().read_to_string(&mut text) {
        Ok(_) => load::load_text_as(&text, Path::new(""), wish),
        Err(error) => {
            Loaded::failed(trouble("no-such-file", error.to_string(), "standard input must be text in UTF-8"))
        }
    }
}

fn write(path: &Path, bytes: &[u8]) -> Done {
    fs::write(path, bytes).map_err(|error| {
        let message = format!("cannot write {}: {error}", path.display());
        vec![amiss("cannot-write", message, "does the folder exist, and may you write there?")]
    })
}

fn print(text: &str) -> Done {
    // A reader that has seen enough (`| head`) is no trouble.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(())
}

/// What is wrong with where to write, which is no place in a spec.
fn amiss(kind: &'static str, message: String, hint: &str) -> Problem {
    Problem::error(kind, Place::spec("--output"), message, hint.into())
}

fn trouble(kind: &'static str, message: String, hint: &str) -> Problem {
    Problem::error(kind, Place::spec(""), message, hint.into())
}
