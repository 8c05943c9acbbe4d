use super::frame::{Along, Frame};
use super::lack;
use super::sketch::Sketch;
use crate::geom::Rect;
use crate::locale::Message;
use crate::problem::Problem;
use crate::scene::{Datum, Env, KeyEntry, Manner, Mark, Name, Role, Shape};
use crate::spec::Checked;

/// One of several charts in a picture, drawn by itself.
pub(super) struct Panel {
    pub(super) marks: Vec<Mark>,
    pub(super) data: Vec<Datum>,
    manner: Manner,
    key: Vec<KeyEntry>,
    notes: Vec<String>,
    /// How many missing values one of these counts.
    missing: usize,
    told: Vec<String>,
    problems: Vec<Problem>,
    /// The numbered notes of this panel and of those before it.
    pub(super) footnotes: Vec<String>,
    /// Where its scales are.
    pub(super) frame: Option<Frame>,
    /// Its height in CSS pixels.
    pub(super) height: f64,
}

/// Draws one panel; `footnotes` are those of the panels before it. A `quiet` one has lines and bands without words:
/// another panel says them.
pub(super) fn compose(checked: &Checked, env: &Env, footnotes: Vec<String>, quiet: bool) -> Panel {
    let shares = super::shares(checked);
    let mut sketch = Sketch::new(shares.as_ref().unwrap_or(checked), env);
    sketch.footnotes = footnotes;
    sketch.quiet = quiet;
    super::plot(&mut sketch, checked);
    Panel {
        marks: sketch.marks,
        data: sketch.data,
        manner: sketch.story.manner,
        key: sketch.key,
        notes: sketch.notes,
        missing: sketch.missing,
        told: sketch.story.notes,
        problems: sketch.problems,
        footnotes: sketch.footnotes,
        frame: sketch.frame,
        height: sketch.height,
    }
}

impl Panel {
    /// Takes the labels of the value axis away, and the grid out of their room.
    pub(super) fn drop_ticks(&mut self) {
        let Some(frame) = &self.frame else { return };
        let plot = frame.plot;
        self.marks.retain(|mark| match &mark.shape {
            Shape::Text(run) => mark.role != Role::Axis || run.at.y > plot.bottom(),
            _ => true,
        });
        self.pull_foot(plot.x);
        for mark in &mut self.marks {
            if let (Shape::Rule { from, .. }, Role::Grid) = (&mut mark.shape, mark.role) {
                from.x = from.x.max(plot.x);
            }
        }
    }

    /// Moves the label of the lower axis that begins left of `x` (CSS pixels) there. The next one goes where the two
    /// would touch, or, where that is the last, the moved one.
    fn pull_foot(&mut self, x: f64) {
        let words: Vec<Rect> = self.marks.iter().filter_map(foot).collect();
        let Some(first) = words.iter().find(|bounds| bounds.x < x) else { return };
        let (moved, last) =
            (first.shifted(x - first.x, 0.0).grown(5.0), words.iter().max_by(|a, b| a.x.total_cmp(&b.x)));
        let fits = last.is_none_or(|last| !last.meets(&moved));
        self.marks.retain_mut(|mark| {
            let Some(bounds) = foot(mark) else { return true };
            if bounds != *first {
                return !fits || !bounds.meets(&moved);
            }
            if let Shape::Text(run) = &mut mark.shape {
                run.at.x += x - bounds.x;
            }
            fits
        });
    }

    /// Takes the axis of periods away, where another panel has the same below.
    pub(super) fn drop_foot(&mut self) {
        let Some(frame) = &self.frame else { return };
        let timed = match &frame.along {
            Along::Names => false,
            Along::Periods(_) => true,
            Along::Slots(periods, _) => !periods.is_empty(),
        };
        if !timed {
            return;
        }
        let bottom = frame.plot.bottom();
        self.marks.retain(|mark| match &mark.shape {
            Shape::Text(run) => mark.role != Role::Axis || run.at.y < bottom,
            Shape::Rule { from, to, .. } => mark.role != Role::Axis || from.y.min(to.y) < bottom - 1.0,
            _ => true,
        });
        self.height = self.height.min(bottom + 2.0);
    }

    /// Moves it, by CSS pixels.
    pub(super) fn shift(&mut self, dx: f64, dy: f64) {
        for mark in &mut self.marks {
            mark.shape.shift(dx, dy);
        }
        for datum in &mut self.data {
            datum.anchor.x += dx;
            datum.anchor.y += dy;
            datum.reach = datum.reach.shifted(dx, dy);
        }
    }

    /// Puts it into the picture under a name, which its data carry from then on.
    pub(super) fn join(self, sketch: &mut Sketch, name: &str) {
        let before = sketch.data.len() as u32;
        let locale = sketch.env.locale;
        for mut mark in self.marks {
            mark.datum = mark.datum.map(|id| id + before);
            sketch.marks.push(mark);
        }
        let mut names: Vec<(Name, Name)> = Vec::new();
        for mut datum in self.data {
            datum.id += before;
            if self.manner != sketch.story.manner {
                datum.settle(&self.manner, locale);
            }
            let known = names.iter().rev().find(|(series, _)| series.is(&datum.series));
            let full = known.map(|(_, full)| full.clone()).unwrap_or_else(|| {
                let full = match &*datum.series {
                    "" => name.into(),
                    series => Name::from(locale.say(Message::SeriesLabel, &[name, series])),
                };
                names.push((datum.series.clone(), full.clone()));
                full
            });
            datum.series = full;
            sketch.data.push(datum);
        }
        for entry in self.key {
            if !sketch.key.iter().any(|known| known.label == entry.label) {
                sketch.key.push(entry);
            }
        }
        let own = lack::note(sketch.env.locale, self.missing);
        for note in self.notes {
            if !sketch.notes.contains(&note) && note != own {
                sketch.notes.push(note);
            }
        }
        sketch.lack(self.missing);
        sketch.story.notes.extend(self.told);
        for problem in self.problems {
            if !sketch.problems.contains(&problem) {
                sketch.problems.push(problem);
            }
        }
    }
}

/// The box of an axis label.
fn foot(mark: &Mark) -> Option<Rect> {
    match &mark.shape {
        Shape::Text(run) if mark.role == Role::Axis => Some(run.bounds()),
        _ => None,
    }
}
