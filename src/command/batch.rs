//! Many charts in one go: a spec a line, a file a chart, every core at work, and no more memory for a hundred thousand than
//! for a hundred.

use super::load::load_text_as;
use super::studio::Studio;
use super::{Done, Look, Tone, WIDTH, trouble, write};
use crate::problem::{Problem, Severity};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What stands in the name of the output for the number of a line.
const LINE: &str = "{line}";

/// How a batch is drawn.
pub(super) struct Batch<'a> {
    /// Where the charts go, [`LINE`] in the name.
    pub(super) output: &'a Path,
    pub(super) look: &'a Look,
    /// Device pixels to a CSS pixel.
    pub(super) ratio: f32,
    /// How many are drawn side by side; as many as the machine has cores where nothing is said.
    pub(super) jobs: Option<NonZero<usize>>,
}

/// The specs, handed out line by line.
struct Lines {
    reader: Box<dyn BufRead + Send>,
    /// The number of the line that was read last; the first is 1.
    number: usize,
}

impl Batch<'_> {
    /// Draws the specs of a file of JSON lines, `-` for standard input. A line that cannot be drawn is reported with its
    /// number, and the others are drawn all the same; empty lines are passed over.
    pub(super) fn render(&self, specs: &Path) -> Done {
        let pattern = self.output.to_string_lossy();
        let png = pattern.ends_with(".png");
        if !pattern.contains(LINE) || !(png || pattern.ends_with(".svg")) {
            let message = format!("{pattern} names one file for all charts");
            return Err(vec![trouble(
                "bad-output",
                message,
                "write {line} where the line's number goes: charts/{line}.svg",
            )]);
        }
        let reader: Box<dyn BufRead + Send> = if specs == Path::new("-") {
            Box::new(BufReader::new(io::stdin()))
        } else {
            let file = File::open(specs).map_err(|error| {
                let message = format!("cannot read {}: {error}", specs.display());
                vec![trouble("no-such-file", message, "give the path of a file with one spec a line")]
            })?;
            Box::new(BufReader::new(file))
        };
        let lines = Mutex::new(Lines { reader, number: 0 });
        let folder = specs.parent().unwrap_or(Path::new(""));
        let (drawn, failed) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let cores = self.jobs.or(thread::available_parallelism().ok()).map_or(1, NonZero::get);
        thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(|| {
                    let mut studio = Studio::new();
                    let mut text = Vec::new();
                    while let Some(number) = next(&lines, &mut text) {
                        let path = PathBuf::from(pattern.replace(LINE, &number.to_string()));
                        let problems = self.draw(&mut studio, &text, folder, (&path, png));
                        let bad = problems.iter().any(|problem| problem.severity == Severity::Error);
                        (if bad { &failed } else { &drawn }).fetch_add(1, Ordering::Relaxed);
                        for problem in problems {
                            eprintln!("line {number}: {}", problem.say());
                        }
                    }
                });
            }
        });
        let (drawn, failed) = (drawn.into_inner(), failed.into_inner());
        if failed == 0 {
            return Ok(());
        }
        let message = format!("{failed} of {} specs could not be drawn", drawn + failed);
        Err(vec![trouble("batch", message, "mend the lines named above; the others are drawn")])
    }

    /// Draws one spec into a file; gives what was found.
    fn draw(&self, studio: &mut Studio, text: &[u8], folder: &Path, (path, png): (&Path, bool)) -> Vec<Problem> {
        let Ok(text) = str::from_utf8(text) else {
            return vec![trouble("not-json", "the line is no text in UTF-8".into(), "write it in UTF-8")];
        };
        let loaded = load_text_as(text, folder, &self.look.wish());
        let mut problems = loaded.problems;
        let Some(checked) = loaded.checked else { return problems };
        let dark = matches!(self.look.theme, Tone::Dark);
        let drawn = studio.draw(&checked, &loaded.lang, self.look.width.unwrap_or(WIDTH), dark, self.look.margin);
        problems.extend(drawn.problems);
        let bytes = if png { crate::paint::png(&drawn.svg, self.ratio) } else { Ok(drawn.svg.into_bytes()) };
        match bytes.map_err(|problem| vec![problem]).and_then(|bytes| write(path, &bytes)) {
            Ok(()) => {}
            Err(found) => problems.extend(found),
        }
        problems
    }
}

/// Reads the next line that is not empty; gives its number.
fn next(lines: &Mutex<Lines>, text: &mut Vec<u8>) -> Option<usize> {
    // A thread that panicked has read its line whole.
    let mut lines = lines.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    loop {
        text.clear();
        if lines.reader.read_until(b'\n', text).ok()? == 0 {
            return None;
        }
        lines.number += 1;
        if !text.trim_ascii().is_empty() {
            return Some(lines.number);
        }
    }
}
