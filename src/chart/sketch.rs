use super::frame::Frame;
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::locale::Period;
use crate::problem::{Place, Problem, Warned};
use crate::scene::{
    Anchor, Caption, Datum, DatumId, Detail, Env, KeyEntry, Mark, Name, Role, Scene, Setting, Shape, Story, Stroke,
    TextRun,
};
use crate::spec::{Checked, Layout, Row};
use crate::text::TextStyle;

/// A scene in the making. A kind draws its plot from y = 0 downward over the whole `width`, and sets `height`;
/// [`Sketch::finish`] puts the words around it.
pub(super) struct Sketch<'a> {
    pub(super) checked: &'a Checked,
    pub(super) env: &'a Env<'a>,
    pub(super) marks: Vec<Mark>,
    pub(super) data: Vec<Datum>,
    /// Entries of the colour key.
    pub(super) key: Vec<KeyEntry>,
    /// Notes that follow from the data, after the author's own.
    pub(super) notes: Vec<String>,
    /// How many missing values a note counts; see [`Sketch::lack`].
    pub(super) missing: usize,
    /// What the numbers painted on the plot stand for: notes that found no room there, without their numbers.
    pub(super) footnotes: Vec<String>,
    /// Whether lines and bands of annotations have no words: another panel says them.
    pub(super) quiet: bool,
    pub(super) problems: Vec<Problem>,
    /// Where the scales are, to be set by kinds with axes; see [`super::annotate`].
    pub(super) frame: Option<Frame>,
    pub(super) story: Story,
    /// The names of the series and of the bands, as the data share them.
    names: Vec<Name>,
    bands: Vec<Name>,
    /// The plot's width in CSS pixels, outer edge to outer edge.
    pub(super) width: f64,
    /// The plot's height in CSS pixels, to be set by the kind.
    pub(super) height: f64,
}

impl<'a> Sketch<'a> {
    pub(super) fn new(checked: &'a Checked, env: &'a Env<'a>) -> Self {
        Self {
            checked,
            env,
            marks: Vec::new(),
            data: Vec::new(),
            key: Vec::new(),
            notes: Vec::new(),
            missing: 0,
            footnotes: Vec::new(),
            quiet: false,
            problems: Vec::new(),
            frame: None,
            story: super::value::story(checked),
            names: each(&checked.series, &mut |name| name.as_str().into()),
            bands: each(&checked.bands, &mut |name| name.as_str().into()),
            width: match env.setting {
                Setting::Page => env.width,
                Setting::Picture { margin } => (env.width - 2.0 * margin).max(1.0),
            },
            height: 0.0,
        }
    }

    /// Adds a shape.
    pub(super) fn mark(&mut self, role: Role, datum: Option<DatumId>, shape: Shape) {
        self.marks.push(Mark { shape, role, datum });
    }

    /// A straight horizontal or vertical line; width 0 is a hairline.
    pub(super) fn rule(&mut self, role: Role, from: Point, to: Point, width: f64, color: Color) {
        self.mark(role, None, Shape::Rule { from, to, width, color });
    }

    /// An open line.
    pub(super) fn line(&mut self, role: Role, datum: Option<DatumId>, runs: Vec<Vec<Point>>, width: f64, color: Color) {
        self.mark(role, datum, Shape::Line { runs, stroke: Stroke { width, color } });
    }

    /// A filled box.
    pub(super) fn rect(&mut self, role: Role, datum: Option<DatumId>, rect: Rect, fill: Color) {
        self.mark(role, datum, Shape::Rect { rect, fill: Some(fill), stroke: None });
    }

    /// A hollow box: what is not final.
    pub(super) fn hollow(&mut self, role: Role, datum: Option<DatumId>, rect: Rect, color: Color) {
        let fill = Some(self.env.theme.background);
        self.mark(role, datum, Shape::Rect { rect, fill, stroke: Some(Stroke { width: 1.5, color }) });
    }

    /// A dot with a halo in the background colour; hollow where the value is not final.
    pub(super) fn dot(&mut self, datum: Option<DatumId>, center: Point, radius: f64, color: Color, hollow: bool) {
        let background = self.env.theme.background;
        self.mark(Role::Data, datum, Shape::Dot { center, radius: radius + 1.5, fill: background, ring: None });
        let shape = if hollow {
            Shape::Dot { center, radius, fill: background, ring: Some(Stroke { width: 2.0, color }) }
        } else {
            Shape::Dot { center, radius, fill: color, ring: None }
        };
        self.mark(Role::Data, datum, shape);
    }

    /// How wide a line of text is, in CSS pixels.
    pub(super) fn measure(&self, text: &str, style: TextStyle) -> f64 {
        self.env.measure.width(text, style)
    }

    /// Sets the text that was drawn last off from the lines behind it.
    pub(super) fn halo(&mut self) {
        let ground = self.env.theme.background;
        if let Some(Mark { shape: Shape::Text(run), .. }) = self.marks.last_mut() {
            run.halo = Some(ground);
        }
    }

    /// One line of text with its baseline at `at.y`; returns the box it covers.
    pub(super) fn text(
        &mut self,
        role: Role,
        datum: Option<DatumId>,
        text: &str,
        at: Point,
        anchor: Anchor,
        (style, color): (TextStyle, Color),
    ) -> Rect {
        let width = self.measure(text, style);
        let run = TextRun { text: text.into(), at, anchor, style, color, width, halo: None };
        let bounds = run.bounds();
        self.mark(role, datum, Shape::Text(run));
        bounds
    }

    /// Adds the datum of a row; the caller says where it is.
    pub(super) fn datum(&mut self, row: &Row, anchor: Point, reach: Rect) -> DatumId {
        let id = self.data.len() as DatumId;
        let dated = row.category.is_empty() && row.period.is_some();
        let mut datum = Datum {
            id,
            line: row.line,
            series: self.names.get(row.series).cloned().unwrap_or_default(),
            name: row.category.as_str().into(),
            dated,
            qualifier: row.qualifier,
            period: row.period,
            value: row.value,
            anchor,
            reach,
            said: None,
        };
        if let (false, Some(period)) = (dated, row.period) {
            datum.add(Detail::Period(period));
        }
        for (band, (low, high)) in self.bands.iter().zip(&row.bounds) {
            datum.add(Detail::Between(band.clone(), *low, *high));
        }
        let target = super::target::of(self.checked, row);
        if let Some(gap) = target.and_then(|target| super::target::gap(self, row, &target)) {
            datum.add(gap);
        }
        self.data.push(datum);
        id
    }

    /// The colour of a series, or of a category where `name` is one: the palette's, or accent and grey where something is highlighted.
    pub(super) fn color(&self, series: usize, name: &str) -> Color {
        let theme = self.env.theme;
        if self.checked.highlight.is_set() {
            let series_name = self.checked.series.get(series).map_or("", String::as_str);
            let chosen = self.checked.highlight.holds(name) || self.checked.highlight.holds(series_name);
            return if chosen { theme.accent } else { theme.rest };
        }
        if self.checked.series.len() < 2 {
            return theme.accent;
        }
        if self.is_then_and_now() {
            return if series == 0 { theme.pale } else { theme.accent };
        }
        theme.series.get(series % theme.series.len()).copied().unwrap_or(theme.accent)
    }

    /// Whether the marks of each category are of two periods: two tones of one hue then, the later one strong.
    fn is_then_and_now(&self) -> bool {
        let flat = matches!(self.checked.kind.layout(), Layout::Flat | Layout::Upright);
        let [then, now] = self.checked.series.as_slice() else { return false };
        match (Period::parse(then), Period::parse(now)) {
            (Some(then), Some(now)) => flat && then < now,
            _ => false,
        }
    }

    /// The colour of words that name a series: as [`Sketch::color`], but readable as text.
    pub(super) fn text_color(&self, series: usize, name: &str) -> Color {
        let theme = self.env.theme;
        let color = self.color(series, name);
        if color == theme.rest || color == theme.pale {
            return theme.muted;
        }
        let place = theme.series.iter().position(|known| *known == color);
        place.and_then(|place| theme.series_text.get(place)).copied().unwrap_or(color)
    }

    /// Moves all that is drawn so far.
    pub(super) fn shift(&mut self, dx: f64, dy: f64) {
        for mark in &mut self.marks {
            mark.shape.shift(dx, dy);
        }
        for datum in &mut self.data {
            datum.anchor = Point::new(datum.anchor.x + dx, datum.anchor.y + dy);
            datum.reach = datum.reach.shifted(dx, dy);
        }
        if let Some(frame) = &mut self.frame {
            frame.shift(dx, dy);
        }
    }

    /// Says that names on the plot are cut, unless the author's own end in an ellipsis.
    fn warn_of_cuts(&mut self) {
        let cut = |mark: &Mark| match &mark.shape {
            Shape::Text(run) => matches!(mark.role, Role::Label | Role::Axis) && run.text.ends_with('…'),
            _ => false,
        };
        let own = |row: &Row| row.category.ends_with('…') || row.label.ends_with('…');
        let known = self.problems.iter().any(|problem| problem.kind == "labels-cut");
        if known || !self.marks.iter().any(cut) || self.checked.rows.iter().any(own) {
            return;
        }
        let hint = "write shorter names; all of each stands in the tooltip and the table";
        self.problems.push(Problem::warning(
            "labels-cut",
            Place::spec("/data"),
            "names are cut for want of room".into(),
            hint.into(),
        ));
    }

    /// Puts the words around the plot, or hands them over for the page to show, and closes the scene.
    pub(super) fn finish(mut self) -> Warned<Scene> {
        self.warn_of_cuts();
        let caption: Caption = super::caption::write(&self);
        if let Setting::Picture { margin } = self.env.setting {
            super::caption::draw(&mut self, &caption, margin);
        }
        let scene = Scene {
            width: self.env.width,
            height: self.height,
            marks: self.marks,
            data: self.data,
            caption,
            story: self.story,
        };
        Warned { value: scene, problems: self.problems }
    }
}
