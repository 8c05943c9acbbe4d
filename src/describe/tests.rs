mod invention;

use super::*;
use crate::geom::{Point, Rect};
use crate::locale::{Period, PeriodStyle, native};
use crate::scene::{Caption, Manner, Story};
use crate::spec::Qualifier;

/// One datum of a test: series, label or period, value, qualifier.
type Given<'a> = (&'a str, &'a str, f64, Option<Qualifier>);

/// A scene that says its data as the charts do; NaN is a gap.
fn scene(story: Story, locale: &dyn Locale, given: &[Given]) -> Scene {
    let data = given.iter().enumerate().map(|(id, (series, label, value, qualifier))| {
        let period = if matches!(story.order, Order::Category | Order::Pairs) { None } else { Period::parse(label) };
        let value = value.is_finite().then_some(*value);
        let text = match value {
            None => locale.say(Message::NoData, &[]),
            Some(value) if story.rank => locale.rank(value),
            Some(value) => locale.with_unit(&locale.number(value, story.decimals), &story.unit),
        };
        let text = match qualifier {
            Some(Qualifier::Over) => locale.say(Message::Over, &[&text]),
            Some(Qualifier::AtMost) => locale.say(Message::Top, &[&text]),
            Some(Qualifier::Expected) => locale.say(Message::Expected, &[&text]),
            _ => text,
        };
        let (label, text): (String, String) = match period {
            Some(period) if story.order == Order::Events => {
                ((*series).into(), locale.period(&period, PeriodStyle::Long))
            }
            Some(period) => (locale.period(&period, PeriodStyle::Long), text),
            None => ((*label).into(), text),
        };
        let series = if story.order == Order::Events { "" } else { *series };
        let mut datum = Datum {
            id: id as u32,
            line: id as u32 + 2,
            series: series.into(),
            name: label.into(),
            dated: false,
            qualifier: *qualifier,
            period,
            value: if story.order == Order::Events { None } else { value },
            anchor: Point::new(0.0, 0.0),
            reach: Rect::new(0.0, 0.0, 0.0, 0.0),
            said: None,
        };
        datum.write(&text);
        datum
    });
    let data = data.collect();
    Scene { width: 300.0, height: 200.0, marks: Vec::new(), data, caption: Caption::default(), story }
}

/// What is said of the data in English and in Chinese.
fn said(story: &Story, given: &[Given]) -> [String; 2] {
    ["en", "zh-Hans"].map(|lang| {
        let locale = native(lang);
        describe(&scene(story.clone(), locale.as_ref(), given), locale.as_ref())
    })
}

fn shares(order: Order) -> Story {
    Story { order, unit: "%".into(), points: true, decimals: 1, ..Story::default() }
}

#[test]
fn a_series_is_told_by_its_ends_its_direction_and_its_extremes() {
    let given: [Given; 5] = [
        ("", "2015", 47.9, None),
        ("", "2016", 46.0, None),
        ("", "2017", 52.5, None),
        ("", "2018", f64::NAN, None),
        ("", "2020", 50.9, None),
    ];
    let story = Story { target: Some((55.0, Period::parse("2025"))), ..shares(Order::Time) };
    assert_eq!(
        said(&story, &given),
        [
            "The figure rose by 3.0 percentage points, from 47.9% in 2015 to 50.9% in 2020. \
             The highest was 52.5% in 2017. The lowest was 46.0% in 2016. \
             The target for 2025 is 55%. The latest figure is 4.1 percentage points below it. \
             There is no figure for 2018.",
            "该数值由2015年的47.9%升至2020年的50.9%，上升3.0个百分点。最高为2017年的52.5%。最低为2016年的46.0%。\
             2025年的目标为55%。最新数值比目标低4.1个百分点。2018年无数据。",
        ]
    );
}

#[test]
fn bounds_and_breaks_are_not_compared() {
    let story = Story { value_name: "Enterprises".into(), ..Story { order: Order::Time, ..Story::default() } };
    let bounds: [Given; 2] =
        [("", "2015", 10000.0, Some(Qualifier::Over)), ("", "2020", 11000.0, Some(Qualifier::Over))];
    assert_eq!(
        said(&story, &bounds),
        [
            "Enterprises stood at over 10,000 in 2015 and at over 11,000 in 2020.",
            "2015年，Enterprises为超过10,000；2020年为超过11,000。"
        ]
    );
    let broken: [Given; 4] = [
        ("", "2015", 9.0, None),
        ("", "2016", 1.0, None),
        ("", "2017", 4.0, Some(Qualifier::Break)),
        ("", "2018", 5.0, Some(Qualifier::Expected)),
    ];
    assert_eq!(said(&story, &broken)[0], "Enterprises: up by 1, from 4 in 2017 to 5 (expected) in 2018.");
}

#[test]
fn a_few_series_are_told_one_by_one_and_many_by_their_extremes() {
    let story = Story { order: Order::Time, rank: true, ..Story::default() };
    let ranks: [Given; 6] = [
        ("Dongguan", "2019", 5.0, None),
        ("Dongguan", "2020", 2.0, None),
        ("Dongguan", "2021", 3.0, None),
        ("Foshan", "2019", 3.0, None),
        ("Foshan", "2020", 3.0, None),
        ("Foshan", "2021", 3.0, None),
    ];
    assert_eq!(
        said(&story, &ranks),
        [
            "Dongguan moved up from 5th in 2019 to 3rd in 2021. The best rank was 2nd in 2020. \
             Foshan ranked 3rd in 2021, the same as in 2019.",
            "Dongguan由2019年的第5升至2021年的第3。最好名次为2020年的第2。2021年，Foshan排名第3，与2019年持平。",
        ]
    );
    let many: Vec<Given> =
        [("A", 1.5), ("B", 4.0), ("C", 2.0), ("D", 0.5)].map(|(series, value)| (series, "2021-12", value, None)).into();
    assert_eq!(
        said(&shares(Order::Time), &many),
        [
            "4 series, from December 2021 to December 2021. The highest in December 2021 was B, at 4.0%; the lowest was D, at 0.5%.",
            "共4个系列，时间为2021年12月至2021年12月。2021年12月，B最高，为4.0%；D最低，为0.5%。",
        ]
    );
}

#[test]
fn categories_are_told_by_the_largest_and_the_smallest() {
    let story = Story { unit: "enterprises".into(), ..Story::default() };
    let given: Vec<Given> = [("Songshan", 120.0), ("Chang'an", 7387.0), ("Humen", 45.0), ("Houjie", 45.0)]
        .map(|(label, value)| ("", label, value, None))
        .into();
    assert_eq!(
        said(&story, &given),
        [
            "The highest of 4 is Chang'an, at 7,387 enterprises; the lowest are Humen and Houjie, at 45 enterprises.",
            "4项中，Chang'an最高，为7,387 enterprises；Humen和Houjie最低，为45 enterprises。",
        ]
    );
    let few: [Given; 2] = [("", "Nationwide", 20.0, Some(Qualifier::AtMost)), ("", "Among cities", 3.0, None)];
    let ranks = Story { rank: true, ..Story::default() };
    assert_eq!(said(&ranks, &few)[0], "Nationwide: top 20th; Among cities: 3rd.");
    let grouped: Vec<Given> = [("Urban", 1.0), ("Urban", 2.0), ("Urban", 3.0), ("Urban", 5.0), ("Rural", 2.0)]
        .into_iter()
        .zip(["A", "B", "C", "D", "A"])
        .map(|((series, value), label)| (series, label, value, None))
        .collect();
    assert_eq!(
        said(&shares(Order::Category), &grouped),
        [
            "Urban: the highest of 4 is D, at 5.0%; the lowest is A, at 1.0%. Rural: A at 2.0%.",
            "Urban：4项中，D最高，为5.0%；A最低，为1.0%。Rural：A为2.0%。",
        ]
    );
}

#[test]
fn pairs_are_told_as_changes_or_side_by_side() {
    let given: [Given; 4] = [
        ("2015", "Advanced manufacturing", 47.9, None),
        ("2015", "High-tech manufacturing", 37.2, None),
        ("2020", "Advanced manufacturing", 50.9, None),
        ("2020", "High-tech manufacturing", 37.9, None),
    ];
    assert_eq!(
        said(&shares(Order::Pairs), &given),
        [
            "Advanced manufacturing rose by 3.0 percentage points, from 47.9% in 2015 to 50.9% in 2020. \
             High-tech manufacturing rose by 0.7 percentage points, from 37.2% in 2015 to 37.9% in 2020.",
            "Advanced manufacturing由2015年的47.9%升至2020年的50.9%，上升3.0个百分点。\
             High-tech manufacturing由2015年的37.2%升至2020年的37.9%，上升0.7个百分点。",
        ]
    );
    let groups: [Given; 2] = [("men", "Literacy", 98.0, None), ("women", "Literacy", 97.0, None)];
    assert_eq!(
        said(&Story { decimals: 0, ..shares(Order::Pairs) }, &groups),
        [
            "Literacy: men 98%, women 97%, a difference of 1 percentage point.",
            "Literacy：men为98%，women为97%，相差1个百分点。",
        ]
    );
    let labels = ["a", "b", "c", "d", "e", "f", "g"];
    let many: Vec<Given> = (0..14)
        .map(|at| {
            let now = [2.0, 9.0, 1.0, 0.0, 3.0, 4.0, 3.0][at % 7];
            (["2015", "2020"][at / 7], labels[at % 7], if at < 7 { 3.0 } else { now }, None)
        })
        .collect();
    assert_eq!(
        said(&Story { order: Order::Pairs, ..Story::default() }, &many),
        [
            "2 of 7 rose and 3 fell. b rose most, by 6, from 3 in 2015 to 9 in 2020. \
             d fell most, by 3, from 3 in 2015 to 0 in 2020.",
            "7项中，2项上升，3项下降。b升幅最大，由2015年的3升至2020年的9，上升6。d降幅最大，由2015年的3降至2020年的0，下降3。",
        ]
    );
}

#[test]
fn pairs_that_all_go_one_way_are_said_at_once() {
    let fell: Vec<Given> = ["a", "b", "c", "d", "e", "f", "g"]
        .iter()
        .enumerate()
        .flat_map(|(at, label)| [("1955", *label, 9.0, None), ("2005", *label, 8.0 - at as f64, None)])
        .collect();
    assert_eq!(
        said(&Story { order: Order::Pairs, ..Story::default() }, &fell),
        [
            "All 7 fell. g fell most, by 7, from 9 in 1955 to 2 in 2005.",
            "7项均下降。g降幅最大，由1955年的9降至2005年的2，下降7。",
        ]
    );
    let groups: Vec<Given> =
        fell.iter().map(|(s, l, v, q)| (if *s == "1955" { "men" } else { "women" }, *l, *v, *q)).collect();
    assert_eq!(
        said(&Story { order: Order::Pairs, ..Story::default() }, &groups),
        ["The widest gap is in g: men 9, women 2, a difference of 7.", "差距最大的是g：men为9，women为2，相差7。",]
    );
}

#[test]
fn equal_values_and_long_lists_are_told_shortly() {
    let equal: Vec<Given> = ["a", "b", "c", "d"].map(|label| ("", label, 4.0, None)).into();
    assert_eq!(said(&shares(Order::Category), &equal), ["All 4 are at 4.0%.", "4项均为4.0%。"]);
    let mut tied = equal.clone();
    tied.push(("", "e", 9.0, None));
    assert_eq!(
        said(&shares(Order::Category), &tied),
        [
            "The highest of 5 is e, at 9.0%; the lowest are 4 of them, at 4.0%.",
            "5项中，e最高，为9.0%；其中4项最低，为4.0%。"
        ]
    );
    let bounds: Vec<Given> = (0..10).map(|at| ("", ["a", "b"][at % 2], at as f64, Some(Qualifier::Over))).collect();
    assert_eq!(
        said(&Story::default(), &bounds)[1],
        "a：超过0；b：超过1；a：超过2；b：超过3；a：超过4；b：超过5；a：超过6；b：超过7。另有2项。"
    );
    let ranks: Vec<Given> = [("a", 4.0), ("b", 1.0), ("c", 9.0), ("d", 2.0)].map(|(l, v)| ("", l, v, None)).into();
    assert_eq!(
        said(&Story { rank: true, ..Story::default() }, &ranks),
        ["The best placed of 4 is b, 1st; the last is c, 9th.", "4项中，b名次最前，为第1；c名次最后，为第9。"]
    );
    let two: Vec<Given> = vec![("Urban", "a", 1.0, None), ("Urban", "b", 2.0, None), ("Rural", "a", 3.0, None)];
    assert_eq!(said(&Story::default(), &two)[0], "Urban: a at 1; b at 2. Rural: a at 3.");
}

#[test]
fn events_figures_and_records_are_told() {
    let events: [Given; 3] = [
        ("Applied", "2017-06", f64::NAN, None),
        ("Approved.", "2018-04", f64::NAN, None),
        ("Named", "2021-12-31", f64::NAN, None),
    ];
    let story = Story { order: Order::Events, ..Story::default() };
    assert_eq!(
        said(&story, &events),
        [
            "3 events, from June 2017 to 31 December 2021. June 2017: Applied. April 2018: Approved. \
             31 December 2021: Named.",
            "共3个事件，时间为2017年6月至2021年12月31日。2017年6月：Applied。2018年4月：Approved。2021年12月31日：Named。",
        ]
    );
    let intensity = Story { value_name: "R&D intensity".into(), decimals: 2, ..shares(Order::Single) };
    assert_eq!(
        said(&intensity, &[("", "2020", 3.54, None)]),
        ["R&D intensity stood at 3.54% in 2020.", "2020年，R&D intensity为3.54%。"]
    );
    assert_eq!(
        said(
            &Story { order: Order::Single, ..Story::default() },
            &[("", "High-tech", 7387.0, Some(Qualifier::Expected))]
        ),
        ["High-tech: 7,387 (expected).", "High-tech：7,387（预计）。"]
    );
    let cells: [Given; 2] = [("Value", "China", 1.0, None), ("Value", "India", 2.0, None)];
    assert_eq!(
        said(&Story { order: Order::Records, ..Story::default() }, &cells),
        ["A table of 2 rows and 2 columns.", "表格共2行、2列。"]
    );
    assert_eq!(said(&Story::default(), &[]), ["No data.", "无数据。"]);
}

#[test]
fn a_table_has_a_row_a_label_and_a_column_a_series() {
    let given: [Given; 5] = [
        ("Urban", "2015", 1.0, None),
        ("Urban", "2020", 2.0, None),
        ("Rural", "2010", 5.0, None),
        ("Rural", "2020", 4.0, None),
        ("Rural", "2020", 4.5, None),
    ];
    let locale = native("en");
    let mut scene = scene(shares(Order::Time), locale.as_ref(), &given);
    scene.data[1].add(String::from("+1.0 percentage points"));
    scene.data[3].add(String::from("a second count"));
    let table = table(&scene, locale.as_ref());
    assert_eq!(table.head, ["Period", "Urban", "Rural", "Notes"]);
    assert_eq!(
        table.rows,
        [
            ["2010", "", "5.0%", ""],
            ["2015", "1.0%", "", ""],
            ["2020", "2.0%", "4.0%", "+1.0 percentage points (Urban); a second count (Rural)"],
            ["2020", "", "4.5%", ""],
        ]
    );
    assert_eq!(name(&scene.data[1], &Manner::default(), locale.as_ref()), "Urban, 2020: 2.0%; +1.0 percentage points");
    let single = self::scene(shares(Order::Single), locale.as_ref(), &[("", "2020", 3.5, None)]);
    assert_eq!(super::table(&single, locale.as_ref()).head, ["Period", "Value"]);
    let events: [Given; 1] = [("Applied", "2017-06", f64::NAN, None)];
    let story = Story { order: Order::Events, ..Story::default() };
    let events = super::table(&self::scene(story, locale.as_ref(), &events), locale.as_ref());
    assert_eq!(
        (events.head, events.rows),
        (vec!["Date".into(), "Milestone".into()], vec![vec!["June 2017".into(), "Applied".into()]])
    );
}
