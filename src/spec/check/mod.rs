//! Holds what the author said against the data: every name a column, every cell read, every default filled in.

mod annotation;
mod band;
mod bend;
mod channel;
mod claim;
mod course;
mod dating;
mod demand;
mod editorial;
mod facet;
mod goal;
mod limit;
#[cfg(not(target_arch = "wasm32"))]
mod naming;
mod order;
mod reader;
mod records;
mod swapped;
mod total;
mod turn;
mod until;
mod whole;

use super::said::Spec;
use super::{Checked, Highlight, Hold, Kind, Layout, MOST_PANELS, Quantity, Row};
use crate::each::each;
use crate::problem::{Place, Problem, Severity, Warned};
use crate::table::Table;
use channel::Channels;
use reader::Reader;

/// Checks a spec against its table.
///
/// `None` where nothing can be drawn: no rows, a column that is not there, no readable value. A cell that cannot be
/// read is a warning with its line, its value is a gap, and the rest is drawn. Of two values for the same period
/// and series the first is kept; the same category twice is drawn twice. Both are warned of.
pub fn check(spec: &Spec, table: &Table) -> Warned<Option<Checked>> {
    read(spec, table, Some(editorial::review))
}

/// As [`check`], but without what a careful editor would ask: [`review`] says that later. A page draws first.
pub fn check_to_draw(spec: &Spec, table: &Table) -> Warned<Option<Checked>> {
    read(spec, table, None)
}

/// What a careful editor would ask of a chart that can be drawn. Warnings all.
pub fn review(spec: &Spec, checked: &Checked) -> Vec<Problem> {
    let mut problems = Vec::new();
    editorial::review(spec, checked, &mut problems);
    limit::limit(problems)
}

type Review = fn(&Spec, &Checked, &mut Vec<Problem>);

fn read(spec: &Spec, table: &Table, review: Option<Review>) -> Warned<Option<Checked>> {
    let mut problems = Vec::new();
    let renamed = if spec.renamed.is_empty() { None } else { Some(table.renamed(&spec.renamed)) };
    let checked = checked(spec, renamed.as_ref().unwrap_or(table), &mut problems, review);
    let failed = problems.iter().any(|problem: &Problem| problem.severity == Severity::Error);
    Warned { value: checked.filter(|_| !failed), problems: limit::limit(problems) }
}

fn checked(spec: &Spec, table: &Table, problems: &mut Vec<Problem>, review: Option<Review>) -> Option<Checked> {
    if table.lines.is_empty() {
        let hint = "give it at least one row".into();
        problems.push(Problem::error("empty-data", Place::spec("/data"), "the data has no rows".into(), hint));
        return None;
    }
    let mut checked = bare(spec);
    if spec.kind == Kind::Table {
        (checked.table, checked.faces) = records::records(spec, table, problems);
        checked.decimals = decimals(spec, checked.table.columns.iter().map(|column| column.decimals()).max());
    } else {
        let channels = Channels::resolve(spec, table, problems)?;
        if swapped::swapped(spec, &channels, problems) {
            return None;
        }
        let mut reader = Reader::new(spec, table, &channels, problems);
        reader.read();
        let (mut rows, mut series) = (reader.rows, reader.series);
        checked.facets = reader.facets;
        let ends = channels.bounds.iter().flat_map(|(low, high)| [*low, *high]);
        let numbers = channels.values.iter().copied().chain(ends);
        checked.decimals = decimals(spec, numbers.map(reader::digits).max());
        checked.category_name = channels.category.map_or_else(String::new, |column| column.name.clone());
        checked.across_name = channels.across.map_or_else(String::new, |column| column.name.clone());
        checked.value_name = match channels.values.as_slice() {
            [value] => value.name.clone(),
            _ => String::new(),
        };
        if turn::turn(spec, &mut rows, &mut series) {
            checked.category_name = String::new();
        }
        demand::demand(spec, &rows, &series, problems);
        checked.bands = band::names(&channels);
        checked.rows = order::ordered(spec, rows, problems);
        checked.series = series;
        too_many(spec, &checked, problems);
        if spec.measure.is_none() && spec.kind != Kind::Timeline {
            checked.measure = inferred(spec, &checked.rows);
        }
        checked.target = goal::target(spec, problems);
        checked.target_name = goal::name(spec);
        band::review(spec, &channels, &checked.rows, problems);
        goal::way(spec, &checked, problems);
        checked.incomplete |= until::goes_on(spec, &checked.rows, problems);
        zero_based(spec, &mut checked, problems);
        total::totals(spec, &mut checked, problems);
        facet::review(spec, &checked, problems);
        course::course(spec, &mut checked, problems);
        if checked.facets.is_empty() {
            whole::review(spec, &checked, problems);
        }
        // Each panel is a look at all rows, and those past the last that is drawn show nothing false.
        let panels = if whole::adds_up(spec.kind) { checked.facets.len().min(MOST_PANELS) } else { 0 };
        for facet in 0..panels {
            whole::review(spec, &checked.panel(facet), problems);
        }
        annotation::place(spec, &mut checked, problems);
    }
    checked.largest = super::largest(&checked.rows);
    checked.round = super::round(&checked.rows);
    if checked.measure == Quantity::Index && checked.base.is_none() {
        checked.base = Some(100.0);
    }
    bend::bend(spec, &mut checked, problems);
    if let Some(review) = review {
        review(spec, &checked, problems);
    }
    Some(checked)
}

/// From so many series on nothing can be told apart, and only a highlight makes a picture of them.
const COUNTLESS: usize = 60;

fn too_many(spec: &Spec, checked: &Checked, problems: &mut Vec<Problem>) {
    let count = checked.series.len();
    // Rows of cells are told apart by their place, events by their words.
    let hues = !matches!(spec.kind.layout(), Layout::Cells | Layout::Events);
    if hues && count >= COUNTLESS && spec.highlight.is_empty() {
        let message = [&count.to_string(), " series without a highlight cannot be told apart"].concat();
        let hint = "name those that matter as \"highlight\": the others are grey; or make a table";
        problems.push(Problem::error("countless-series", Place::spec("/series"), message, hint.into()));
    }
}

/// What needs no data.
fn bare(spec: &Spec) -> Checked {
    Checked {
        kind: spec.kind,
        title: spec.title.clone(),
        subtitle: spec.subtitle.clone(),
        notes: spec.notes.clone(),
        source: spec.source.clone(),
        byline: spec.byline.clone(),
        alt: spec.alt.clone(),
        measure: spec.measure.unwrap_or_default(),
        unit: spec.unit.clone(),
        better: spec.better,
        base: spec.base,
        target: None,
        target_name: String::new(),
        whole: spec.whole,
        percent: spec.percent,
        apart: spec.apart.clone(),
        incomplete: spec.incomplete,
        counted: matches!(spec.measure, Some(Quantity::Count | Quantity::Amount)),
        bridge: spec.bridge,
        arrow: spec.arrow,
        highlight: Highlight(each(&spec.highlight, &mut |name| reader::tamed(name.clone()))),
        annotations: Vec::new(),
        facets: Vec::new(),
        free: spec.free,
        reference: spec.reference.clone(),
        hold: Hold::default(),
        sort: spec.sort,
        domain: spec.domain,
        leftward: false,
        scale: Default::default(),
        bands: Vec::new(),
        decimals: 0,
        height: spec.height,
        brand: spec.brand.clone(),
        series: Vec::new(),
        rows: Vec::new(),
        largest: 0.0,
        round: false,
        category_name: String::new(),
        across_name: String::new(),
        value_name: String::new(),
        table: Table::default(),
        faces: Vec::new(),
    }
}

/// More digits than this after the mark come of a computation, and nobody reads them.
const MOST_DECIMALS: u8 = 6;

/// The digits that the author wants, else those of the data.
fn decimals(spec: &Spec, found: Option<u8>) -> u8 {
    spec.decimals.map_or_else(|| found.unwrap_or(0).min(MOST_DECIMALS), |decimals| decimals as u8)
}

/// What is measured, where the author does not say: a place in a `rank` or `bump`, a share where the unit is % and every
/// value lies within 0 to 100, else an amount.
fn inferred(spec: &Spec, rows: &[Row]) -> Quantity {
    if matches!(spec.kind, Kind::Rank | Kind::Bump) {
        Quantity::Rank
    } else if spec.unit == "%" && rows.iter().filter_map(|row| row.value).all(|value| (0.0..=100.0).contains(&value)) {
        Quantity::Share
    } else {
        Quantity::Amount
    }
}

/// Bars and columns start at zero, whatever the author's domain says: their length is the value.
fn zero_based(spec: &Spec, checked: &mut Checked, problems: &mut Vec<Problem>) {
    let from_zero = [
        Kind::Bullet,
        Kind::Waterfall,
        Kind::Bar,
        Kind::Column,
        Kind::GroupedBar,
        Kind::GroupedColumn,
        Kind::Lollipop,
        Kind::Pyramid,
        Kind::StackedBar,
        Kind::StackedColumn,
        Kind::StackedArea,
        Kind::Area,
    ];
    if !from_zero.contains(&spec.kind) {
        return;
    }
    let (low, high) = spec.domain;
    let cut_low = low.filter(|low| *low > 0.0).is_some();
    let cut_high = high.filter(|high| *high < 0.0).is_some();
    if cut_low || cut_high {
        let what = if matches!(spec.kind, Kind::Area | Kind::StackedArea) { "areas" } else { "bars" };
        let message = ["an axis of ", what, " that does not start at zero makes differences look larger than they are"];
        let message = message.concat();
        let hint = "it starts at zero all the same; to show small differences use kind \"dumbbell\" or \"line\"".into();
        problems.push(Problem::warning("truncated-bar", Place::spec("/domain"), message, hint));
        checked.domain = (low.filter(|_| !cut_low), high.filter(|_| !cut_high));
    }
}

#[cfg(test)]
mod tests;
