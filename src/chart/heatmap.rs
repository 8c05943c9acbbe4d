//! A value for each period (or category) and category as a shade; in words too where there is room.

use super::cells::{self, Grid};
use super::column_label::Foot;
use super::row_label::RowLabels;
use super::shade::{Shades, ink};
use super::sketch::Sketch;
use super::{hatch, tentative, value};
use crate::each::each;
use crate::geom::{Point, Rect, within};
use crate::locale::Period;
use crate::scale::Band;
use crate::scene::{Anchor, Role, Shape, Stroke};
use crate::spec::{Qualifier, Row};
use crate::text::TextStyle;

/// Cells without a row are said, too, as long as they are no more than this.
const MOST_GAPS: usize = 2000;
/// Between the words of the columns and the cells, in CSS pixels.
const DROP: f64 = 6.0;

/// Draws the key, the words of the columns and the rows of cells below one another.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let values = || checked.rows.iter().filter_map(|row| row.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if low > high {
        return;
    }
    let grid = cells::gather(sketch);
    let shades = Shades::over(checked, &sketch.env.theme.palette, low, high);
    let missing = grid.cells.iter().any(|cell| cell.and_then(|row| row.value).is_none());
    let key = shades.draw_key(sketch, missing);

    let names: Vec<&str> = each(&grid.series, &mut |series| checked.series.get(*series).map_or("", String::as_str));
    let labels = RowLabels::lay_out(sketch, &names, names.len() > 5);
    let rtl = sketch.env.locale.rtl();
    let ends = if rtl { (0.0, sketch.width - labels.gutter) } else { (labels.gutter, sketch.width) };
    let band = Band { count: grid.columns.len(), range: ends, fill: 1.0 };
    let foot = Foot::lay_out(sketch, &grid.columns, &band);
    let words_top = key + 14.0;
    foot.draw(sketch, &band, words_top - 8.0);

    // Cells nearly as high as wide, but rows no lower than their names.
    let line = sketch.env.theme.label.line_height();
    let count = names.len().max(1) as f64;
    let chosen = checked.height.map(|height| height / count - if labels.above { line } else { 0.0 });
    let roomy = if names.len() <= 16 { 26.0 } else { line };
    let tall = within(chosen.unwrap_or(within(band.step(), roomy, 34.0)), line, 80.0);
    let style = texts(sketch, &grid, band.step(), tall);
    // Narrow cells touch: each lies a little under the next, or the background would shine through between two.
    let gap = if band.step() >= 6.0 { 1.0 } else { -0.6 };
    let mut top = words_top + (foot.height - DROP).max(0.0);
    let start = top;
    let (mut holes, mut field) = (Vec::new(), Vec::new());
    let sparse = grid.cells.iter().filter(|cell| cell.is_none()).count() <= MOST_GAPS;
    for (at, cells) in grid.cells.chunks(grid.columns.len().max(1)).enumerate() {
        let head = labels.head(sketch, at);
        let high = if labels.above { tall } else { tall.max(labels.height(sketch, at)) };
        let y = top + head;
        let mut first = None;
        for (column, cell) in cells.iter().enumerate() {
            let area = Rect::new(band.center(column) - band.step() / 2.0, y, band.step(), high);
            let inner = Rect::new(area.x, area.y, (area.width - gap).min(ends.1 - area.x), area.height - 1.0);
            let made = grid.made(at, column);
            let Some(row) = cell.or(Some(&made).filter(|_| sparse)) else {
                holes.push(inner);
                continue;
            };
            let id = sketch.datum(row, area.center(), area);
            first = first.or(Some(id));
            let Some(number) = row.value else {
                holes.push(inner);
                continue;
            };
            let shade = shades.color(number);
            let hollow = row.qualifier.is_some_and(Qualifier::is_tentative);
            if hollow && inner.width >= 8.0 {
                let fill = Some(sketch.env.theme.background);
                let stroke = Some(Stroke { width: 3.0, color: shade });
                sketch.mark(Role::Data, Some(id), Shape::Rect { rect: inner, fill, stroke });
            } else {
                sketch.rect(Role::Data, Some(id), inner, shade);
            }
            if let Some(style) = style {
                let words = value::label(checked, sketch.env.locale, row, false);
                let at = Point::new(inner.center().x, inner.center().y + style.cap_height() / 2.0);
                let color = if hollow { sketch.env.theme.ink } else { ink(shade) };
                sketch.text(Role::Label, Some(id), &words, at, Anchor::Middle, (style, color));
            }
        }
        labels.draw(sketch, at, first, top, y + (high - 1.0) / 2.0);
        field.push(Rect::new(ends.0, y, ends.1 - ends.0, high - 1.0));
        top = y + high + if labels.above { 4.0 } else { 0.0 };
    }
    hatch::draw(sketch, Role::Data, None, &holes);
    enclose(sketch, &field, labels.above);
    sketch.height = top;
    outline(sketch, &grid, &band, start);
    tentative::explain(sketch);
}

/// A hairline around the rows, around each where names stand between them: pale shades are not lost in the page.
fn enclose(sketch: &mut Sketch, rows: &[Rect], apart: bool) {
    let stroke = Some(Stroke { width: 1.0, color: sketch.env.theme.rest });
    let mut frame = |rect| sketch.mark(Role::Axis, None, Shape::Rect { rect, fill: None, stroke });
    match (rows.first(), rows.last()) {
        (Some(first), Some(last)) if !apart => {
            frame(Rect::between(Point::new(first.x, first.y), Point::new(last.right(), last.bottom())));
        }
        _ => rows.iter().for_each(|row| frame(*row)),
    }
}

/// The style of the values in their cells, where every one has room.
fn texts(sketch: &Sketch, grid: &Grid, width: f64, height: f64) -> Option<TextStyle> {
    let style = sketch.env.theme.small;
    // Two digits and their air.
    if width < 18.0 || height < style.ascent() + style.descent() {
        return None;
    }
    let fits = |row: &Row| {
        let words = value::label(sketch.checked, sketch.env.locale, row, false);
        sketch.measure(&words, style) + 5.0 <= width
    };
    let mut rows = grid.cells.iter().flatten().filter(|row| row.value.is_some());
    rows.all(|row| fits(row)).then_some(style)
}

/// A frame around each row or column that is highlighted.
fn outline(sketch: &mut Sketch, grid: &Grid, band: &Band, start: f64) {
    let (checked, ink) = (sketch.checked, sketch.env.theme.ink);
    let chosen = |name: &str| !name.is_empty() && checked.highlight.holds(name);
    let mut frames: Vec<Rect> = Vec::new();
    let mut before = None;
    for datum in sketch.data.iter().filter(|datum| chosen(&datum.series)) {
        let reach = datum.reach;
        match frames.last_mut() {
            Some(frame) if before == Some(&datum.series) => {
                *frame = Rect::between(Point::new(frame.x, frame.y), Point::new(reach.right(), reach.bottom()));
            }
            _ => frames.push(reach),
        }
        before = Some(&datum.series);
    }
    let bottom = sketch.height;
    for (column, slot) in grid.columns.iter().enumerate() {
        let period = |period: Period| checked.highlight.0.iter().any(|name| Period::parse(name) == Some(period));
        if chosen(slot.name) || slot.period.is_some_and(period) {
            let left = band.center(column) - band.step() / 2.0;
            frames.push(Rect::new(left, start, band.step(), bottom - start));
        }
    }
    for rect in frames {
        let rect = Rect::new(rect.x - 1.0, rect.y - 1.0, rect.width + 1.0, rect.height + 1.0);
        let rect = Rect::between(
            Point::new(rect.x.max(0.0), rect.y.max(0.0)),
            Point::new(rect.right().min(sketch.width), rect.bottom()),
        );
        let stroke = Some(Stroke { width: 2.0, color: ink });
        sketch.mark(Role::Note, None, Shape::Rect { rect, fill: None, stroke });
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::scene::Scene;
    use crate::spec::{Checked, Highlight, Kind, Quantity};

    /// A grid of so many rows and years whose value is a number of its own.
    fn years(names: Vec<String>, count: i32) -> Checked {
        let mut rows = Vec::new();
        for series in 0..names.len() {
            for year in 0..count {
                let value = Some(f64::from((series as i32 * 7 + year * 3) % 41));
                rows.push(Row { series, period: Some(Period::Year(1990 + year)), value, ..Row::default() });
            }
        }
        Checked { series: names, ..checked(Kind::Heatmap, rows) }
    }

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|i| ["Region ", &i.to_string()].concat()).collect()
    }

    /// The same grid with categories along the width.
    fn categories(names: Vec<String>, columns: Vec<String>) -> Checked {
        let count = columns.len();
        let mut spec = years(names, count as i32);
        for (at, row) in spec.rows.iter_mut().enumerate() {
            row.period = None;
            row.category = columns[at % count].clone();
        }
        spec
    }

    fn cells(scene: &Scene) -> Vec<(Rect, Option<u32>)> {
        let boxes = scene.marks.iter().filter(|mark| mark.role == Role::Data);
        boxes
            .filter_map(|mark| match &mark.shape {
                Shape::Rect { rect, .. } => Some((*rect, mark.datum)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn words_never_collide() {
        for (rows, count) in [(1, 1), (2, 5), (6, 12), (14, 11), (30, 150), (3, 400)] {
            holds_at_every_width(&years(names(rows), count));
        }
        holds_at_every_width(&years(hard_words(), 9));
        holds_at_every_width(&categories(names(5), hard_words()));
        holds_at_every_width(&categories(names(7), names(12)));
        let highlight = Highlight(vec!["Region 2".into(), "1993".into()]);
        holds_at_every_width(&Checked { highlight, unit: "%".into(), ..years(names(9), 6) });
    }

    #[test]
    fn hard_numbers_are_shaded() {
        for values in [[1e300, -1e300], [5e-324, 0.0], [7.0, 7.0], [1e-9, 2e-9], [99.9, 99.95]] {
            let mut spec = years(names(1), 2);
            for (row, value) in spec.rows.iter_mut().zip(values) {
                row.value = Some(value);
            }
            for measure in [Quantity::Amount, Quantity::Share, Quantity::Rank, Quantity::Index] {
                holds_at_every_width(&Checked { measure, base: Some(100.0), ..spec.clone() });
            }
            assert_eq!(cells(&stage(&spec, 400.0).value).len(), 2);
        }
    }

    #[test]
    fn every_cell_is_a_datum_of_its_row_and_column() {
        let scene = stage(&categories(names(4), names(5)), 640.0).value;
        assert_eq!(scene.data.len(), 20);
        let found = cells(&scene);
        for (i, (rect, id)) in found.iter().enumerate() {
            let datum = &scene.data[id.unwrap() as usize];
            assert!(datum.reach.grown(0.1).holds(rect.center()), "{datum:?}");
            assert!(found[i + 1..].iter().all(|(other, _)| !other.grown(-0.1).meets(rect)));
        }
        assert_eq!((&*scene.data[7].series, &*scene.data[7].name), ("Region 1", "Region 2"));
    }

    #[test]
    fn what_is_missing_is_hatched_and_said() {
        let mut spec = years(names(3), 6);
        spec.rows[4].value = None;
        // No row at all, and a year that no row has.
        spec.rows.remove(9);
        spec.rows.retain(|row| row.period != Some(Period::Year(1992)));
        let scene = stage(&spec, 640.0).value;
        let hatched = scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Line { .. })).count();
        assert_eq!(hatched, 2, "the cells, and the sample in the key");
        assert_eq!(cells(&scene).len(), 13);
        assert_eq!(scene.data.len(), 18);
        assert_eq!(scene.data.iter().filter(|datum| datum.value.is_none()).count(), 5);
        assert!(texts(&scene).iter().any(|text| text.contains("NoData")));
        holds_at_every_width(&spec);
    }

    #[test]
    fn values_stand_in_all_cells_or_in_none_and_are_read_on_them() {
        let spec = years(names(5), 8);
        let (narrow, wide) = (stage(&spec, 280.0).value, stage(&spec, 640.0).value);
        let words = |scene: &Scene| -> usize {
            let labels = scene.marks.iter().filter(|mark| mark.role == Role::Label && mark.datum.is_some());
            labels.filter(|mark| matches!(&mark.shape, Shape::Text(run) if !run.text.starts_with('R'))).count()
        };
        assert_eq!(words(&wide), 40);
        assert!(words(&narrow) == 0 || words(&narrow) == 40);
        for mark in &wide.marks {
            if let (Shape::Text(run), Some(id), Role::Label) = (&mark.shape, mark.datum, mark.role) {
                let shade = wide.marks.iter().find_map(|other| match &other.shape {
                    Shape::Rect { fill: Some(fill), .. } if other.datum == Some(id) => Some(*fill),
                    _ => None,
                });
                let on =
                    if run.text.starts_with('R') { crate::theme::Theme::light().background } else { shade.unwrap() };
                assert!(run.color.contrast(on) >= 4.5, "{run:?}");
            }
        }
    }

    #[test]
    fn too_many_are_cut_and_said() {
        let scene = stage(&years(names(130), 600), 640.0);
        let kinds: Vec<&str> = scene.problems.iter().map(|problem| problem.kind).collect();
        assert!(kinds.contains(&"too-many-columns") && kinds.contains(&"too-many-categories"), "{kinds:?}");
        assert_eq!(cells(&scene.value).len(), 100 * 400);
    }
}
