//! The command line. Exit codes: 0 done (perhaps with warnings), 1 something in a spec, its data or a file is wrong,
//! 2 the command itself is not understood.

mod load;
mod picture;
mod snippet;

pub use load::{Loaded, load, load_text};
pub use picture::Picture;
pub use snippet::snippet;

use crate::problem::{Place, Problem, Severity};
use crate::spec::FORMS;
use clap::{Parser, Subcommand, ValueEnum};
use std::fs;
use std::io::{Read, Write};
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
    },
    /// Say what is wrong with specs and their data, one problem a line
    Check {
        /// The specs; `-` reads one from standard input
        #[arg(required = true)]
        specs: Vec<PathBuf>,
        #[arg(long)]
        /// Read the specs for this language (BCP 47)
        lang: Option<String>,
    },
    /// List the kinds of chart, one a line
    Kinds,
    /// Print the JSON Schema of a spec
    Schema,
    /// Print the HTML that embeds a chart, with its picture and its data as a table inside
    Snippet {
        /// The spec, a JSON file
        spec: PathBuf,
        /// The address of the spec on your site; else the file's name
        #[arg(long)]
        src: Option<String>,
        /// Write the picture as SVG into this folder
        #[arg(short, long, value_name = "FOLDER")]
        output: Option<PathBuf>,
        #[command(flatten)]
        look: Look,
    },
}

#[derive(clap::Args)]
struct Look {
    /// Width in CSS pixels
    #[arg(long, default_value_t = 380.0, value_parser = width)]
    width: f64,
    /// Colours
    #[arg(long, value_enum, default_value_t = Tone::Light)]
    theme: Tone,
    /// Empty space around the picture in CSS pixels [default: 16, in a snippet 0]
    #[arg(long, value_parser = margin)]
    margin: Option<f64>,
    /// The language (BCP 47), whatever the spec says
    #[arg(long)]
    lang: Option<String>,
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

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Render { spec, output, look, ratio } => render(&spec, &output, &look, ratio),
        Command::Check { specs, lang } => check(&specs, lang.as_deref()),
        Command::Kinds => print(&FORMS.iter().map(|form| format!("{}\n", form.name)).collect::<String>()),
        Command::Schema => print(&crate::spec::schema()),
        Command::Snippet { spec, src, output, look } => embed(&spec, src.as_deref(), output.as_deref(), &look),
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

type Done = Result<(), Vec<Problem>>;

/// Draws a loaded spec, and tells its warnings on standard error. `margin` is what the look leaves unsaid.
fn draw(spec: &Path, look: &Look, margin: f64) -> Result<(Loaded, Picture), Vec<Problem>> {
    let loaded = read(spec, look.lang.as_deref());
    let (dark, margin) = (matches!(look.theme, Tone::Dark), look.margin.unwrap_or(margin));
    let checked = loaded.checked.as_ref();
    let picture = checked.map(|checked| Picture::draw_within(checked, &loaded.lang, look.width, dark, margin));
    let Some(picture) = picture else { return Err(loaded.problems) };
    for problem in loaded.problems.iter().chain(&picture.problems) {
        eprintln!("{}", problem.say());
    }
    Ok((loaded, picture))
}

fn render(spec: &Path, output: &Path, look: &Look, ratio: f32) -> Done {
    let extension = output.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    if !matches!(extension, "svg" | "png") && output != Path::new("-") {
        let message = format!("{} is neither .svg nor .png", output.display());
        return Err(vec![trouble("bad-output", message, "name a file that ends in .svg or .png, or -")]);
    }
    let (_, picture) = draw(spec, look, picture::MARGIN)?;
    if output == Path::new("-") {
        return print(&picture.svg);
    }
    let bytes = match extension {
        "png" => crate::paint::png(&picture.svg, ratio).map_err(|problem| vec![problem])?,
        _ => picture.svg.into_bytes(),
    };
    write(output, &bytes)
}

fn check(specs: &[PathBuf], lang: Option<&str>) -> Done {
    let mut failed = false;
    for spec in specs {
        let mut loaded = read(spec, lang);
        if let Some(checked) = &loaded.checked {
            loaded.problems.extend(Picture::draw(checked, &loaded.lang, 380.0, false).problems);
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

fn embed(spec: &Path, src: Option<&str>, output: Option<&Path>, look: &Look) -> Done {
    // In the page the picture gives way to the figure, which has no margin either.
    let (_, picture) = draw(spec, look, 0.0)?;
    let name = spec.file_name().and_then(|name| name.to_str()).unwrap_or("chart.json");
    let src = src.unwrap_or(name);
    // The picture stands beside the spec, under the same name.
    let image = format!("{}.svg", src.strip_suffix(".json").unwrap_or(src));
    if let Some(folder) = output {
        let file = image.rsplit('/').next().unwrap_or(&image);
        write(&folder.join(file), picture.svg.as_bytes())?;
    }
    print(&snippet(&picture, src, &image))
}

/// Reads a spec from a file or, for `-`, from standard input.
fn read(spec: &Path, lang: Option<&str>) -> Loaded {
    if spec != Path::new("-") {
        return load(spec, lang);
    }
    let mut text = String::new();
    match std::io::stdin().read_to_string(&mut text) {
        Ok(_) => load_text(&text, Path::new(""), lang),
        Err(error) => {
            Loaded::failed(trouble("no-such-file", error.to_string(), "standard input must be text in UTF-8"))
        }
    }
}

fn write(path: &Path, bytes: &[u8]) -> Done {
    fs::write(path, bytes).map_err(|error| {
        let message = format!("cannot write {}: {error}", path.display());
        vec![trouble("cannot-write", message, "does the folder exist, and may you write there?")]
    })
}

fn print(text: &str) -> Done {
    // A reader that has seen enough (`| head`) is no trouble.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(())
}

fn trouble(kind: &'static str, message: String, hint: &str) -> Problem {
    Problem::error(kind, Place::spec(""), message, hint.into())
}
