//! What others call our kinds, keys and words.

/// A word that others use, then our names for it, the nearest first. Spelt as [`bare`] leaves them.
const MEANINGS: &str = "pie=donut,bar
doughnut=donut,bar
ring=donut,bar
hbar=bar
horizontalbar=bar
row=bar
ranking=bar,rank
vbar=column
verticalbar=column
groupedbar=bar
clusteredbar=bar
groupedcolumn=column
clusteredcolumn=column
histogram=histogram,column
curve=line
trend=line
spline=line
timeserie=line
multiline=line
sparkline=sparkline,number
stackedbar=stacked-bar,bar
stackedcolumn=stacked-column,column
stackedarea=stacked-area,line
area=area,line
mountain=area,line
slope=slope,dumbbell
barbell=dumbbell
connecteddot=dumbbell
gap=dumbbell
range=range,dumbbell
arrow=arrow,dumbbell
lollipop=lollipop,bar
dot=dot,bar
bubble=scatter
point=scatter,dot
beeswarm=strip
jitter=strip
boxandwhisker=box
errorbar=range
confidence=fan
forecast=fan,line,projected
projection=fan,line
heat=heatmap,table
choropleth=bar
map=bar
treemap=stacked-bar,bar
waffle=grid
gauge=progress,bullet,number
meter=progress,bullet,number
bullet=bullet,bar
kpi=number
card=number
figure=number
indicator=number
bignumber=number
metric=number
gantt=timeline
event=timeline
milestone=timeline
datatable=table
grid=grid,table
parliament=election-donut
likert=diverging-stacked-bar
butterfly=pyramid
tornado=diverging-bar,pyramid
cascade=waterfall
bridge=waterfall
percent=share
percentage=share
proportion=share
ratio=rate
money=amount
sum=amount
position=rank
difference=balance
time=duration
asc=ascending
smallest=ascending
increasing=ascending
desc=descending
largest=descending
decreasing=descending
none=data
more=higher
up=higher
les=lower
down=lower
type=kind
mark=kind
headline=title
heading=title
name=title
caption=note
footnote=note
footer=note
credit=byline
author=byline
description=alt
language=lang
locale=lang
dataset=data
value=data
row=data
category=y
group=series
color=series,highlight
colour=series,highlight
hue=series
goal=target
aim=target
reference=target
axi=domain
ylim=domain
xlim=domain
min=domain
max=domain
scale=domain
order=sort
precision=decimals
digit=decimals
focu=highlight
emphasi=highlight
annotation=note
estimate=about
estimated=about
preliminary=provisional
approximate=about
approximately=about
circa=about
atleast=over
morethan=over
lessthan=under
upto=at most
number=count
progres=progress,number";

/// A word as it is looked up: letters and digits alone, without capitals (of A to Z), without "chart" at its end
/// and without the s of the plural.
pub(super) fn bare(typed: &str) -> String {
    let mut word = String::new();
    for letter in typed.chars().filter(|letter| !matches!(letter, ' ' | '-' | '_' | '.')).take(64) {
        word.push(letter.to_ascii_lowercase());
    }
    let cut = |end: usize, ending: &str| {
        let short = word.get(..end).and_then(|word| word.strip_suffix(ending)).map_or(0, str::len);
        if short > 2 { short } else { end }
    };
    let whole = cut(word.len(), "s");
    let mut end = whole;
    for ending in ["chart", "graph", "plot", "diagram"] {
        end = cut(end, ending);
    }
    if end < whole {
        end = cut(end, "s");
    }
    word.truncate(end);
    word
}

/// The known names that a word means, whatever its letters: the same word in another spelling, or what others call
/// it. Empty where nobody calls any of them so.
pub(super) fn meant<'a>(typed: &str, known: &[&'a str]) -> Vec<&'a str> {
    let word = bare(typed);
    let mut found = Vec::new();
    if word.is_empty() {
        return found;
    }
    for &name in known {
        if bare(name) == word {
            found.push(name);
        }
    }
    if !found.is_empty() {
        return found;
    }
    for line in MEANINGS.split('\n') {
        let Some((theirs, ours)) = line.split_once('=') else { continue };
        if theirs == word {
            for our in ours.split(',') {
                found.extend(known.iter().find(|name| **name == our));
            }
        }
    }
    found
}

/// All that others say.
pub(super) fn others() -> Vec<&'static str> {
    let mut words = Vec::new();
    for line in MEANINGS.split('\n') {
        words.extend(line.split_once('=').map(|(theirs, _)| theirs));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_list_are_spelt_as_they_are_looked_up() {
        for line in MEANINGS.lines() {
            let (word, _) = line.split_once('=').unwrap();
            assert!(bare(word) == word || bare(&[word, "s"].concat()) == word, "{word}");
        }
    }

    #[test]
    fn other_spellings_and_other_words() {
        let known = ["bar", "column", "line", "donut", "stacked-bar", "table", "progress"];
        for (typed, wanted) in [
            ("Bar chart", &["bar"][..]),
            ("barchart", &["bar"]),
            ("lines", &["line"]),
            ("line_graph", &["line"]),
            ("StackedBar", &["stacked-bar"]),
            ("progress", &["progress"]),
            ("pie", &["donut", "bar"]),
            ("piechart", &["donut", "bar"]),
            ("chart", &[]),
            ("", &[]),
            ("s", &[]),
        ] {
            assert_eq!(meant(typed, &known), wanted, "{typed}");
        }
        assert_eq!(meant("upto", &["over", "at most"]), ["at most"]);
    }
}
