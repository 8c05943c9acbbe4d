//! Where the kinds are tried out in tests: a plain locale, data made by hand, and what every picture must hold to.

use crate::geom::Rect;
use crate::locale::{Locale, Message, Period, PeriodStyle};
use crate::problem::Warned;
use crate::scene::{Env, Scene, Setting, Shape};
use crate::spec::{Checked, Highlight, Hold, Kind, Quantity, Row, Sort, largest, round};
use crate::table::Table;
use crate::text::NativeMeasure;
use crate::theme::Theme;

/// Text that is hard to place: long, unbroken, wide, empty.
pub(super) fn hard_words() -> Vec<String> {
    vec![
        "Share of advanced manufacturing in the added value of industrial enterprises above designated size".into(),
        "word ".repeat(100),
        "W".repeat(500),
        "全国创新型城市建设规模以上工业企业先进制造业增加值占比".repeat(6),
        String::new(),
        "A".into(),
    ]
}

/// Plain English, under the name of a language.
pub(super) struct Plain(&'static str);

/// Plain English under its own name.
pub(super) const PLAIN: Plain = Plain("en");

impl Locale for Plain {
    fn lang(&self) -> &str {
        self.0
    }
    fn number(&self, value: f64, decimals: u8) -> String {
        let text = format!("{:.*}", usize::from(decimals), value.abs());
        let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
        let mut grouped = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        [if value < 0.0 { "−" } else { "" }, &grouped, rest].concat()
    }
    fn compact(&self, value: f64) -> String {
        format!("{value:.1e}")
    }
    fn period(&self, period: &Period, _: PeriodStyle) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        match *period {
            Period::Year(y) => y.to_string(),
            Period::Half(y, h) => format!("H{h} {y}"),
            Period::Quarter(y, q) => format!("Q{q} {y}"),
            Period::Month(y, m) => format!("{} {y}", MONTHS[usize::from(m) - 1]),
            Period::Week(y, w) => format!("week {w}, {y}"),
            Period::Day(y, m, d) => format!("{d} {} {y}", MONTHS[usize::from(m) - 1]),
        }
    }
    fn rank(&self, value: f64) -> String {
        format!("{value}th")
    }
    fn list(&self, items: &[String]) -> String {
        items.join(", ")
    }
    fn with_unit(&self, number: &str, unit: &str) -> String {
        [number, if unit.len() < 2 { "" } else { " " }, unit].concat()
    }
    fn say(&self, message: Message, parts: &[&str]) -> String {
        let template = match message {
            Message::OverLabel => "{0}+".into(),
            Message::Points => "{0} percentage points".into(),
            Message::Since => "{0} since {1}".into(),
            Message::Top => "top {0}".into(),
            other => format!("{other:?} {{0}} {{1}}"),
        };
        let text = template.replace("{0}", parts.first().unwrap_or(&""));
        text.replace("{1}", parts.get(1).unwrap_or(&"")).trim().into()
    }
}

/// A spec of that kind with these rows.
pub(super) fn checked(kind: Kind, rows: Vec<Row>) -> Checked {
    Checked {
        kind,
        title: "A title".into(),
        subtitle: String::new(),
        notes: Vec::new(),
        source: None,
        byline: String::new(),
        alt: String::new(),
        measure: Quantity::Amount,
        unit: String::new(),
        better: None,
        base: None,
        target: None,
        target_name: String::new(),
        whole: false,
        percent: false,
        apart: Vec::new(),
        incomplete: false,
        counted: false,
        bridge: false,
        arrow: false,
        highlight: Highlight::default(),
        annotations: Vec::new(),
        facets: Vec::new(),
        free: false,
        reference: Vec::new(),
        hold: Hold::default(),
        sort: Sort::Data,
        domain: (None, None),
        leftward: false,
        scale: Default::default(),
        bands: Vec::new(),
        decimals: 0,
        height: None,
        brand: None,
        series: vec![String::new()],
        largest: largest(&rows),
        round: round(&rows),
        rows,
        category_name: String::new(),
        across_name: String::new(),
        value_name: String::new(),
        table: Table::default(),
        faces: Vec::new(),
    }
}

/// The plot alone, as on a page.
pub(super) fn stage(checked: &Checked, width: f64) -> Warned<Scene> {
    stage_in("en", checked, width)
}

/// As [`stage`], in a language.
pub(super) fn stage_in(lang: &'static str, checked: &Checked, width: f64) -> Warned<Scene> {
    thread_local!(static MEASURE: NativeMeasure = NativeMeasure::new());
    MEASURE.with(|measure| {
        let theme = Theme::light();
        let env = Env { width, setting: Setting::Page, measure, theme: &theme, locale: &Plain(lang) };
        super::compose(checked, &env)
    })
}

/// A datum's words.
pub(super) struct Told {
    pub(super) label: String,
    pub(super) text: String,
    pub(super) details: Vec<String>,
}

/// What is said of each datum of a scene.
pub(super) fn told(scene: &Scene) -> Vec<Told> {
    let manner = &scene.story.manner;
    let words = scene.data.iter().map(|datum| Told {
        label: datum.label(&PLAIN).into_owned(),
        text: datum.text(manner, &PLAIN),
        details: datum.details().iter().map(|detail| detail.say(manner, &PLAIN)).collect(),
    });
    words.collect()
}

/// Every text of a scene, in paint order.
pub(super) fn texts(scene: &Scene) -> Vec<&str> {
    let runs = scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Text(_)));
    runs.map(|mark| if let Shape::Text(run) = &mark.shape { run.text.as_str() } else { "" }).collect()
}

/// Holds at every width from 280 to 800, from left to right and from right to left: no text overlaps another, leaves the scene or is under 12 px, and every
/// datum can be reached inside the scene.
pub(super) fn holds_at_every_width(checked: &Checked) {
    for width in (280..=800).step_by(20) {
        for lang in ["en", "ar"] {
            let scene = stage_in(lang, checked, f64::from(width)).value;
            assert_tidy(&scene, &format!("{:?} at {width} in {lang}", checked.kind));
        }
    }
}

fn assert_tidy(scene: &Scene, place: &str) {
    let whole = Rect::new(-0.5, -0.5, scene.width + 1.0, scene.height + 1.0);
    let inside = |rect: &Rect| {
        rect.x >= whole.x && rect.y >= whole.y && rect.right() <= whole.right() && rect.bottom() <= whole.bottom()
    };
    let mut texts: Vec<(&str, Rect)> = Vec::new();
    for mark in &scene.marks {
        let Shape::Text(run) = &mark.shape else { continue };
        assert!(run.style.size >= 12.0, "{place}: {:?} is small", run.text);
        let bounds = run.bounds();
        assert!(inside(&bounds), "{place}: {:?} at {bounds:?} leaves {} × {}", run.text, scene.width, scene.height);
        for (other, taken) in &texts {
            let (a, b) = (bounds.grown(-1.0), taken.grown(-1.0));
            assert!(!a.meets(&b), "{place}: {:?} at {bounds:?} overlaps {other:?} at {taken:?}", run.text);
        }
        texts.push((&run.text, bounds));
    }
    for (i, datum) in scene.data.iter().enumerate() {
        assert_eq!(datum.id as usize, i, "{place}");
        assert!(inside(&datum.reach), "{place}: {:?} is reached outside: {:?}", datum.name, datum.reach);
        assert!(datum.anchor.x.is_finite() && datum.anchor.y.is_finite(), "{place}: {:?}", datum.name);
    }
}
