//! How many SVG or PNG of the same column chart of 34 years charts-rs draws: `bench-charts-rs svg 20000` prints the seconds.

use charts_rs::{BarChart, Series, svg_to_png};
use std::time::Instant;

fn main() {
    let mut args = std::env::args().skip(1);
    let png = args.next().as_deref() == Some("png");
    let count: u32 = args.next().and_then(|count| count.parse().ok()).unwrap_or(1000);
    let started = Instant::now();
    let mut bytes = 0;
    for _ in 0..count {
        let values: Vec<f32> = (0..34).map(|i| (20 + (i * 37) % 60) as f32).collect();
        let years: Vec<String> = (1990..2024).map(|year| year.to_string()).collect();
        let mut chart = BarChart::new(vec![Series::new("people".into(), values)], years);
        chart.width = 640.0;
        chart.height = 400.0;
        chart.title.text = "Made-up figures".into();
        let svg = chart.svg().expect("a chart");
        bytes += if png { svg_to_png(&svg).expect("a picture").len() } else { svg.len() };
    }
    println!("{} {bytes}", started.elapsed().as_secs_f64());
}
