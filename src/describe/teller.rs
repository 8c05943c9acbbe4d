use crate::each::each;
use crate::locale::{Locale, Message, Period, PeriodStyle, capital, power};
use crate::scene::{Datum, Figure, Manner, Story, dash, digits};
use crate::spec::Qualifier;

/// The most series that are told one by one.
pub(super) const MOST_SERIES: usize = 3;

/// Writes one sentence after the other.
pub(super) struct Teller<'a> {
    pub(super) story: &'a Story,
    pub(super) locale: &'a dyn Locale,
    text: String,
}

impl<'a> Teller<'a> {
    pub(super) fn new(story: &'a Story, locale: &'a dyn Locale) -> Self {
        Self { story, locale, text: String::new() }
    }

    /// All that was said.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Adds a sentence that is a message.
    pub(super) fn say(&mut self, message: Message, parts: &[&str]) {
        let sentence = self.locale.say(message, parts);
        self.add(&sentence);
    }

    /// Adds a sentence that may also stand within another one: with a capital.
    pub(super) fn add_first(&mut self, sentence: &str) {
        let sentence = capital(sentence);
        self.add(&sentence);
    }

    /// Adds words that are no sentence yet: with a capital and a full stop.
    pub(super) fn alone(&mut self, words: &str) {
        let words = capital(words);
        self.say(Message::FullStop, &[words.trim_end_matches(['.', '。'])]);
    }

    fn add(&mut self, sentence: &str) {
        // Full-width punctuation brings its own space.
        if !self.text.is_empty() && !self.text.ends_with('。') {
            self.text.push(' ');
        }
        // "3." and "2015 г." have their stop already.
        let once =
            sentence.strip_suffix('.').filter(|once| once.ends_with('.') && !once.ends_with("..")).unwrap_or(sentence);
        self.text.push_str(once);
    }

    /// Whether the values are counts or amounts, whose changes are no points.
    pub(super) fn counts(&self) -> bool {
        self.story.counted && !self.story.points
    }

    /// A count in words.
    pub(super) fn count(&self, count: usize) -> String {
        self.locale.number(count as f64, 0)
    }

    /// What the values are, to begin a sentence with, where no series is named.
    pub(super) fn subject(&self, series: &str) -> String {
        let name = self.story.value_name.trim();
        if !series.is_empty() {
            return series.into();
        }
        // A heading such as "gdp" or "net_change" was written for machines, and "deaths" in deaths says nothing.
        let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        if plain || name.contains('_') || name.eq_ignore_ascii_case(&self.story.unit) {
            return self.locale.say(Message::TheFigure, &[]);
        }
        capital(name)
    }

    /// "in 2020", "on 31 December 2021".
    pub(super) fn when(&self, datum: &Datum) -> String {
        match datum.period.or_else(|| Period::parse(&datum.name)) {
            Some(period) => self.at(&period),
            None => self.locale.say(Message::InPeriod, &[&datum.label(self.locale)]),
        }
    }

    /// A period within a sentence: "in 2020".
    pub(super) fn at(&self, period: &Period) -> String {
        let words = self.locale.period(period, PeriodStyle::Long);
        let message = match period {
            Period::Day(..) => Message::OnDay,
            Period::Half(..) => Message::InHalf,
            _ => Message::InPeriod,
        };
        self.locale.say(message, &[&words])
    }

    /// The value of a datum in words.
    pub(super) fn text(&self, datum: &Datum) -> String {
        datum.text(&self.story.manner, self.locale)
    }

    /// Whether the values of two data might be the same words; `false` where their numbers alone tell that they are not.
    pub(super) fn may_read_alike(&self, one: &Datum, other: &Datum) -> bool {
        let (Some(a), Some(b)) = (one.value, other.value) else { return true };
        let own = one.own_text().is_some() || other.own_text().is_some();
        // Very large and very small numbers are written with few digits.
        let plain = |value: f64| value == 0.0 || (1e-6..1e15).contains(&value.abs());
        let step = 10_f64.powi(-i32::from(self.story.manner.decimals));
        own || !plain(a) || !plain(b) || (a - b).abs() <= step
    }

    /// A size with the data's digits, or with a power of ten where those would be hundreds or all zero.
    fn number(&self, size: f64) -> String {
        let story = self.story;
        let manner = Manner { decimals: story.decimals, figure: Figure::Plain, ..story.manner.clone() };
        power(self.locale, size).unwrap_or_else(|| manner.number(self.locale, size))
    }

    /// A difference, without its sign: "3.0 percentage points", "120 enterprises".
    pub(super) fn amount(&self, difference: f64) -> String {
        let number = self.number(difference.abs());
        self.locale.with_unit(&number, if self.story.points { "percentage points" } else { &self.story.unit })
    }

    /// The name of a series that begins a sentence, or heads a column; one that is a time as a time is said: "2015年".
    pub(super) fn series(&self, name: &str) -> String {
        super::headed(name, self.locale)
    }

    /// Whether a difference is shown as zero.
    pub(super) fn is_none(&self, difference: f64) -> bool {
        let decimals = self.story.decimals;
        self.number(difference.abs()) == self.locale.number(0.0, decimals)
    }

    /// The target, where there is one, and how far the latest value is from it.
    pub(super) fn target(&mut self, latest: Option<&Datum>) {
        let Some((target, period)) = self.story.target else { return };
        // The target's own digits: nobody promised 60.00.
        let own = |value: f64| power(self.locale, value).unwrap_or_else(|| self.locale.number(value, digits(value)));
        let number = own(target);
        let upper = self.story.target_upper.filter(|upper| *upper > target);
        let text = match upper {
            _ if self.story.rank => self.locale.rank(target),
            Some(upper) => {
                let upper = self.locale.with_unit(&own(upper), &self.story.unit);
                [&number, dash(target), &upper].concat()
            }
            None => self.locale.with_unit(&number, &self.story.unit),
        };
        match period {
            Some(period) => {
                let period = self.locale.period(&period, PeriodStyle::Long);
                self.say(Message::TargetForIs, &[&text, &period]);
            }
            None => self.say(Message::TargetIs, &[&text]),
        }
        // What is only expected is no figure yet.
        let known = latest.filter(|datum| is_exact(datum) && !is_ahead(datum));
        let Some(value) = known.and_then(|datum| datum.value) else { return };
        if self.story.rank {
            return;
        }
        let gap = value - upper.filter(|upper| value > *upper).unwrap_or(target);
        let message = match upper {
            Some(upper) if value >= target && value <= upper => Message::InTarget,
            _ if self.is_none(gap) => Message::AtTarget,
            _ if gap < 0.0 => Message::BelowTarget,
            _ => Message::AboveTarget,
        };
        let amount = self.amount(gap);
        self.say(message, &[&amount]);
    }

    /// How many of all have not been told, where only `most` were.
    pub(super) fn more(&mut self, all: usize, most: usize) {
        if all > most {
            let rest = self.count(all - most);
            self.say(Message::AndMore, &[&rest]);
        }
    }

    /// The labels that have no value.
    pub(super) fn missing(&mut self, data: &[&Datum]) {
        let missing: Vec<&Datum> = data.iter().copied().filter(|datum| datum.value.is_none()).collect();
        if missing.len() > 4 {
            let count = self.count(missing.len());
            return self.say(Message::MissingCount, &[&count]);
        }
        let labels =
            |group: &[&Datum]| self.locale.list(&each(group, &mut |datum| datum.label(self.locale).into_owned()));
        let groups = series(&missing);
        // What all series lack is said once.
        if let Some((_, first)) = groups.first().filter(|_| groups.len() > 1 && groups.len() == series(data).len()) {
            let first = labels(first);
            if groups.iter().all(|(_, group)| labels(group) == first) {
                return self.say(Message::Missing, &[&first]);
            }
        }
        for (name, group) in groups {
            let (name, labels) = (self.series(name), labels(&group));
            match (name.as_str(), labels.as_str()) {
                ("", labels) | (labels, "") => self.say(Message::Missing, &[labels]),
                (name, labels) => self.say(Message::MissingOf, &[name, labels]),
            }
        }
    }
}

/// The data that have a value.
pub(super) fn valued<'d>(data: &[&'d Datum]) -> Vec<&'d Datum> {
    data.iter().copied().filter(|datum| datum.value.is_some()).collect()
}

/// Whether a value may be compared: it is no bound and no estimate by eye.
pub(super) fn is_exact(datum: &Datum) -> bool {
    !datum.qualifier.is_some_and(|qualifier| qualifier.is_bound() || qualifier == Qualifier::About)
}

/// Whether a value has not come about yet.
pub(super) fn is_ahead(datum: &Datum) -> bool {
    matches!(datum.qualifier, Some(Qualifier::Expected | Qualifier::Projected))
}

/// The data by series, in the order of their first appearance.
pub(super) fn series<'d>(data: &[&'d Datum]) -> Vec<(&'d str, Vec<&'d Datum>)> {
    let mut groups: Vec<(&str, Vec<&Datum>)> = Vec::new();
    for &datum in data {
        // Data come series by series or all series by turns: the last group is looked at first.
        match groups.iter_mut().rev().find(|(name, _)| datum.series == **name) {
            Some((_, group)) => group.push(datum),
            None => groups.push((&datum.series, vec![datum])),
        }
    }
    groups
}
