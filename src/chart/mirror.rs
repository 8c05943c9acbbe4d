//! Plots for languages that are written from right to left.

use super::sketch::Sketch;
use crate::geom::{Point, Rect};
use crate::scene::{Anchor, Shape};

impl Sketch<'_> {
    /// Turns everything drawn so far about the plot's middle, so that it starts at the right, where the language
    /// does; a language written from left to right leaves it as it is.
    pub(super) fn mirror(&mut self) {
        if !self.env.locale.rtl() {
            return;
        }
        self.mirror_marks(0);
        let width = self.width;
        if let Some(frame) = &mut self.frame {
            frame.mirror(width);
        }
        for datum in &mut self.data {
            datum.anchor.x = width - datum.anchor.x;
            datum.reach.x = width - datum.reach.right();
        }
    }

    /// As [`Sketch::mirror`], but only what was drawn from the mark of this index on, and no places of data.
    pub(super) fn mirror_marks(&mut self, from: usize) {
        if !self.env.locale.rtl() {
            return;
        }
        let width = self.width;
        let turn = |point: &mut Point| point.x = width - point.x;
        let turn_box = |rect: &mut Rect| rect.x = width - rect.right();
        for mark in self.marks.iter_mut().skip(from) {
            match &mut mark.shape {
                Shape::Rule { from, to, .. } => {
                    turn(from);
                    turn(to);
                }
                Shape::Line { runs, .. } => runs.iter_mut().flatten().for_each(turn),
                Shape::Polygon { points, .. } => points.iter_mut().for_each(turn),
                Shape::Rect { rect, .. } => turn_box(rect),
                Shape::Dot { center, .. } => turn(center),
                Shape::Text(run) => {
                    turn(&mut run.at);
                    run.anchor = match run.anchor {
                        Anchor::Left => Anchor::Right,
                        Anchor::Middle => Anchor::Middle,
                        Anchor::Right => Anchor::Left,
                    };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, holds_at_every_width, stage_in};
    use super::*;
    use crate::locale::Period;
    use crate::spec::{Annotation, At, Checked, Kind, Row, Spot};

    fn years(kind: Kind, leftward: bool) -> Checked {
        let row = |i: i32| Row {
            period: Some(Period::Year(2000 + i / 2)),
            series: usize::from(i % 2 == 1),
            value: Some(f64::from(i * 7 % 50)),
            line: i as u32,
            ..Row::default()
        };
        let spot = Spot::Band(At::Period(Period::Year(2001)), At::Period(Period::Year(2003)));
        let annotations = vec![Annotation { spot, text: "A recession".into(), pointer: String::new() }];
        let series = vec!["One".into(), "The other".into()];
        Checked { series, annotations, leftward, unit: "%".into(), ..checked(kind, (0..24).map(row).collect()) }
    }

    const TIMED: [Kind; 9] = [
        Kind::Line,
        Kind::Area,
        Kind::Fan,
        Kind::StackedArea,
        Kind::Column,
        Kind::GroupedColumn,
        Kind::StackedColumn,
        Kind::Slope,
        Kind::Bump,
    ];

    #[test]
    fn time_runs_leftward_where_it_is_asked_to_and_the_picture_is_as_tidy() {
        for kind in TIMED {
            let across = |leftward| {
                let scene = stage_in("ar", &years(kind, leftward), 500.0).value;
                let mut own: Vec<_> = scene.data.iter().filter(|datum| *datum.series == *"One").collect();
                own.sort_by_key(|datum| datum.line);
                own.iter().map(|datum| datum.anchor.x).collect::<Vec<f64>>()
            };
            assert!(across(false).is_sorted() && across(true).iter().rev().is_sorted(), "{kind:?} {:?}", across(true));
            assert!(!across(true).is_empty());
            holds_at_every_width(&years(kind, true));
        }
    }

    #[test]
    fn a_band_of_years_lies_over_these_years() {
        for kind in [Kind::Line, Kind::Column] {
            let scene = stage_in("ar", &years(kind, true), 500.0).value;
            let boxes = scene.marks.iter().filter_map(|mark| match (&mark.shape, mark.role) {
                (Shape::Rect { rect, .. }, role) if role != crate::scene::Role::Data => Some(*rect),
                _ => None,
            });
            let band = boxes.max_by(|a, b| a.height.total_cmp(&b.height)).unwrap();
            for datum in scene.data.iter().filter(|datum| *datum.series == *"One") {
                let within = (2..=7).contains(&datum.line);
                let holds = datum.anchor.x > band.x && datum.anchor.x < band.right();
                assert_eq!(within, holds, "{kind:?} {} {} in {band:?}", datum.line, datum.anchor.x);
            }
        }
    }
}
