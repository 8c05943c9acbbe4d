//! Composes a scene: one file for each kind, made of shared verbs.

mod across;
mod annotate;
mod apportion;
mod area;
mod arrow;
mod axis;
mod backdrop;
mod bar;
mod bar_mark;
mod bend;
mod bound;
mod box_plot;
mod bullet;
mod bump;
mod calendar;
mod caption;
mod category;
mod cells;
mod change;
mod column;
mod column_label;
mod course;
mod cue;
mod diverging_bar;
mod diverging_stacked_bar;
mod donut;
mod dot;
mod dumbbell;
mod election_donut;
mod emblem;
mod extent;
mod facet;
mod fan;
mod figure;
mod flag;
mod foot_axis;
mod frame;
mod free;
mod goal;
mod grid;
mod grouped_bar;
mod grouped_column;
mod hatch;
mod heatmap;
mod histogram;
mod interval;
mod key_of;
mod lack;
mod line;
mod line_label;
mod lollipop;
mod milestone;
mod mirror;
mod note;
mod number;
mod open_end;
mod order;
mod panel;
mod paragraph;
mod part;
mod part_head;
mod part_list;
mod past;
mod point_label;
mod progress;
mod pyramid;
mod quartile;
mod range;
mod rank;
mod reach;
mod reading;
mod reference;
mod ring_label;
mod row_label;
mod scatter;
mod seat_number;
mod shade;
mod share;
mod side_label;
mod sketch;
mod slope;
mod slot;
mod sparkline;
mod split_bar;
mod stack;
mod stacked_area;
mod stacked_bar;
mod stacked_column;
#[cfg(test)]
mod stage;
mod stages;
mod strip;
mod strip_line;
mod swarm;
mod table;
mod table_cell;
mod table_column;
mod target;
mod tentative;
mod tie;
mod time_axis;
mod timeline;
mod top_axis;
mod track;
mod value;
mod waterfall;
mod waterfall_rows;

use crate::problem::Warned;
use crate::scene::{Env, Scene};
use crate::spec::{Checked, Kind};
use sketch::Sketch;

/// Draws the chart up: measured, placed and clipped, with nothing left to decide.
pub fn compose(checked: &Checked, env: &Env) -> Warned<Scene> {
    if !checked.facets.is_empty() {
        let mut sketch = Sketch::new(checked, env);
        facet::draw(&mut sketch);
        return sketch.finish();
    }
    let shares = shares(checked);
    let mut sketch = Sketch::new(shares.as_ref().unwrap_or(checked), env);
    plot(&mut sketch, checked);
    sketch.finish()
}

/// The chart with shares of their sums for values, where the author wants it to 100 %.
fn shares(checked: &Checked) -> Option<Checked> {
    checked.percent.then(|| share::of_sums(checked))
}

/// Draws the plot of one chart with its annotations; `original` is the chart that [`shares`] was given.
fn plot(sketch: &mut Sketch, original: &Checked) {
    let draw = match sketch.checked.kind {
        Kind::Number => number::draw,
        Kind::Dumbbell => dumbbell::draw,
        Kind::Bar => bar::draw,
        Kind::Bullet => bullet::draw,
        Kind::Progress => progress::draw,
        Kind::Histogram => histogram::draw,
        Kind::Range => range::draw,
        Kind::Waterfall => waterfall::draw,
        Kind::Box => box_plot::draw,
        Kind::Column => column::draw,
        Kind::Lollipop => lollipop::draw,
        Kind::GroupedBar => grouped_bar::draw,
        Kind::GroupedColumn => grouped_column::draw,
        Kind::Arrow => arrow::draw,
        Kind::DivergingBar => diverging_bar::draw,
        Kind::Dot => dot::draw,
        Kind::Pyramid => pyramid::draw,
        Kind::Line => line::draw,
        Kind::Area => area::draw,
        Kind::StackedArea => stacked_area::draw,
        Kind::Fan => fan::draw,
        Kind::Timeline => timeline::draw,
        Kind::Rank => rank::draw,
        Kind::Table => table::draw,
        Kind::Heatmap => heatmap::draw,
        Kind::StackedBar => stacked_bar::draw,
        Kind::StackedColumn => stacked_column::draw,
        Kind::Scatter => scatter::draw,
        Kind::Donut => donut::draw,
        Kind::Grid => grid::draw,
        Kind::SplitBar => split_bar::draw,
        Kind::DivergingStackedBar => diverging_stacked_bar::draw,
        Kind::ElectionDonut => election_donut::draw,
        Kind::Strip => strip::draw,
        Kind::Slope => slope::draw,
        Kind::Bump => bump::draw,
        Kind::Sparkline => sparkline::draw,
    };
    draw(sketch);
    if sketch.checked.leftward {
        sketch.mirror();
    }
    if original.percent {
        share::recall(sketch, original);
    }
    annotate::annotate(sketch);
}
