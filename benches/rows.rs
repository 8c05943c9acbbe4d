//! What each hop costs by the number of rows: `cargo bench`. The figures are of one machine and one run; what counts is
//! the growth from a hundred rows to ten thousand to a hundred thousand, where ten times the rows may cost a little
//! more than ten times the time (n log n), never a hundred times: `node benches/growth.mjs` prints it.

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use indicator_chart::chart::compose;
use indicator_chart::describe::describe;
use indicator_chart::geom::Point;
use indicator_chart::hit::Finder;
use indicator_chart::locale::native;
use indicator_chart::paint::svg;
use indicator_chart::scene::{Env, Setting};
use indicator_chart::spec::{Checked, Data, FORMS, Layout, check, parse};
use indicator_chart::table::from_csv;
use indicator_chart::text::NativeMeasure;
use indicator_chart::theme::Theme;
use indicator_chart::value::Value;
use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;

/// Rows of data.
const ROWS: [usize; 3] = [100, 10_000, 100_000];

/// A table of days, names and values that go up and down, as CSV.
fn csv(rows: usize) -> String {
    let mut text = String::from("day,name,value,other,low,high,series\n");
    for row in 0..rows {
        let value = ((row * 7919) % 1009) as f64 / 10.0 + 1.0;
        // A date of its own for each row, every month taken to have 28 days.
        let (year, month, day) = (1000 + row / 336, row / 28 % 12 + 1, row % 28 + 1);
        let name = if row % 2 == 0 { "first" } else { "second" };
        let _ = writeln!(
            text,
            "{year:04}-{month:02}-{day:02},Name {row},{value},{},{},{},{name}",
            row % 97,
            value - 1.0,
            value + 1.0
        );
    }
    text
}

/// A spec of a kind with its channels where the kind wants them.
fn spec(kind: &str, layout: Layout) -> Value {
    let mut keys = vec![("kind", kind), ("unit", "people"), ("title", "T"), ("source", "S"), ("data", "table")];
    keys.extend(match layout {
        Layout::Flat => vec![("y", "name"), ("x", "value")],
        Layout::Upright | Layout::Calendar | Layout::Single => vec![("x", "day"), ("y", "value")],
        Layout::Events => vec![("x", "day"), ("label", "name")],
        Layout::Relation => vec![("x", "other"), ("y", "value"), ("label", "name")],
        Layout::Spread => vec![("x", "value")],
        Layout::Cells => vec![("x", "day"), ("y", "series"), ("value", "value")],
        Layout::Records => vec![],
    });
    if matches!(kind, "fan" | "range") {
        keys.extend([("lower", "low"), ("upper", "high")]);
    }
    if matches!(kind, "dumbbell" | "arrow" | "slope" | "pyramid" | "grouped-bar" | "grouped-column") {
        keys.push(("series", "series"));
    }
    let mut entries: Vec<(String, Value)> =
        keys.into_iter().map(|(key, value)| (key.into(), Value::Text(value.into()))).collect();
    entries.push(("whole".into(), Value::Bool(true)));
    Value::Map(entries)
}

/// The data checked; `None` where the kind refuses so much of it.
fn checked(kind: &str, layout: Layout, rows: usize) -> Option<Checked> {
    let spec = parse(&spec(kind, layout), "en").value?;
    assert_eq!(spec.data, Data::Host, "the data comes from outside");
    check(&spec, &from_csv(&csv(rows)).value).value
}

fn hops(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hop");
    group
        .sampling_mode(SamplingMode::Flat)
        .sample_size(10)
        .nresamples(2000)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800));
    let (theme, measure, locale) = (Theme::light(), NativeMeasure::new(), native("en"));
    let env = Env { width: 640.0, setting: Setting::Page, measure: &measure, theme: &theme, locale: locale.as_ref() };
    for rows in ROWS {
        group.throughput(Throughput::Elements(rows as u64));
        let text = csv(rows);
        group.bench_with_input(BenchmarkId::new("read CSV", rows), &text, |b, text| b.iter(|| from_csv(text)));
        let said = spec("line", Layout::Calendar);
        let table = from_csv(&text).value;
        let Some(spec) = parse(&said, "en").value else { continue };
        group.bench_with_input(BenchmarkId::new("check", rows), &table, |b, table| b.iter(|| check(&spec, table)));
        let Some(checked) = check(&spec, &table).value else { continue };
        group.bench_with_input(BenchmarkId::new("compose", rows), &checked, |b, checked| {
            b.iter(|| compose(checked, &env));
        });
        let scene = compose(&checked, &env).value;
        group.bench_with_input(BenchmarkId::new("paint SVG", rows), &scene, |b, scene| {
            b.iter(|| svg(scene, &theme, ""))
        });
        group.bench_with_input(BenchmarkId::new("describe", rows), &scene, |b, scene| {
            b.iter(|| describe(scene, locale.as_ref()));
        });
        group.bench_with_input(BenchmarkId::new("first hit", rows), &scene, |b, scene| {
            b.iter(|| Finder::new(scene).hit(scene, black_box(Point::new(300.0, 100.0))));
        });
        let finder = Finder::new(&scene);
        group.bench_with_input(BenchmarkId::new("hit", rows), &scene, |b, scene| {
            b.iter(|| finder.hit(scene, black_box(Point::new(300.0, 100.0))));
        });
    }
    group.finish();
}

fn kinds(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compose");
    group
        .sampling_mode(SamplingMode::Flat)
        .sample_size(10)
        .nresamples(2000)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(300));
    let (theme, measure, locale) = (Theme::light(), NativeMeasure::new(), native("en"));
    let env = Env { width: 640.0, setting: Setting::Page, measure: &measure, theme: &theme, locale: locale.as_ref() };
    for form in FORMS {
        for rows in ROWS {
            let Some(checked) = checked(form.name, form.layout, rows) else { continue };
            group.bench_with_input(BenchmarkId::new(form.name, rows), &checked, |b, checked| {
                b.iter(|| compose(checked, &env));
            });
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().without_plots();
    targets = hops, kinds
}
criterion_main!(benches);
