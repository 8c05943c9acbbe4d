//! `docs/checks.md`: every kind of problem with its reason and its remedy.

/// What keeps a chart from being drawn, or what is doubtful about it: the kind, why it is told, what to do.
pub struct Remedy {
    /// The kind, as in [`super::Problem::kind`].
    pub kind: &'static str,
    /// Why it is told.
    pub reason: &'static str,
    /// What the author can do.
    pub remedy: &'static str,
}

macro_rules! remedies {
    ($($kind:literal: $reason:literal, $remedy:literal;)*) => {
        /// Every kind of problem, in the order of its name.
        pub static REMEDIES: &[Remedy] = &[$(Remedy { kind: $kind, reason: $reason, remedy: $remedy }),*];
    };
}

remedies! {
    "alt-repeats-title": "the alt text repeats the title", "say what the chart shows, or leave `alt` out";
    "annotation-nowhere": "an annotation names a place that the plot has not", "name a value, period or category of the data";
    "annotation-without-text": "a note has no words", "give it a `text`";
    "bad-address": "an address is none, or one that could run something", "write a path relative to the spec, or an address with `https:`";
    "bad-output": "the command line draws SVG and PNG only", "name a file that ends in `.svg` or `.png`";
    "bounds-backwards": "the lower end of an interval lies above the upper", "change the two over; they are drawn so";
    "cannot-write": "a file cannot be written", "look whether the folder exists and may be written to";
    "canvas": "the browser refuses to draw on the canvas", "the picture in the page stays; report it with the message";
    "colors-alike": "two colours of a brand look alike to readers with a colour vision deficiency (said on the command line)", "make one of them darker or lighter";
    "context-lost": "the browser took the canvas back, for want of memory", "nothing: the picture in the page stays until the browser gives it back";
    "countless-series": "sixty series or more cannot be told apart", "name those that matter as `highlight`, or make a table";
    "crowded-areas": "more than three areas lie over each other", "use kind `line`, or `stacked-area` where they are parts of one whole";
    "duplicate-category": "two rows name the same category", "name the column that tells them apart as `series`; both are drawn";
    "duplicate-cell": "two rows name the same cell", "keep one; the first is drawn";
    "duplicate-column": "two columns have the same name in the heading", "give each its own; the first is used";
    "duplicate-key": "a key stands twice in the spec or, on the command line, in an object of the data", "keep one; the last counts";
    "duplicate-period": "two rows name the same period of a series", "name the column that tells them apart as `series`; the first is drawn";
    "empty": "nothing can be drawn", "look at the data";
    "empty-data": "the data has no rows, or no value that can be read", "give at least one row a readable value";
    "fault": "something went wrong in the chart itself", "report it together with the spec";
    "incomplete-period": "the source or the words are of a day before the last period is over", "say `incomplete` or `until`, or leave the period out";
    "labels-cut": "names are cut for want of room, at least on a phone", "write shorter names, or use kind `bar`";
    "line-of-columns": "a line in a table's cells is made of one column, or a bar, shade or text of several", "name the columns of its steps: `{\"column\": [\"2000\", \"2010\"], \"as\": \"line\"}`";
    "long-title": "more than 90 characters are not read at once", "keep the finding; move the rest to `subtitle`";
    "low-contrast": "a colour of a brand does not stand out enough from its background: 3:1 for marks, 4.5:1 for words", "write the colour that is offered";
    "missing-base": "progress downward has no beginning", "say where the way began as `base`";
    "missing-channel": "a key that names a column is missing", "name one of the columns";
    "missing-name": "a row has no name", "name it; it is left out";
    "missing-source": "readers want to know where the data comes from", "say it as `source`";
    "missing-target": "progress has nothing to go toward", "give a `target`, or `measure` `share` for the way to 100 %";
    "missing-title": "a chart without a title says nothing at first sight", "say the finding in one sentence as `title`";
    "missing-unit": "a number without a unit is no figure", "say what is counted as `unit`";
    "money-without-prices": "over more than ten years money changes its worth", "say \"at constant prices\" or \"at current prices\" in `subtitle`";
    "name-not-in-data": "the title names a country that the data does not compare (said on the command line)", "add its data, explain it in `note`, or mend the title";
    "names-in-key": "lines are told apart by colour alone, for their names have no room at the ends", "write shorter names, `highlight` a few, or use `facet`";
    "narrow-domain": "the axis makes a change of less than 1 % fill the plot", "widen `domain`, or leave it out";
    "negative": "less than nothing where nothing is the least", "mend the value, or set `measure` to `balance`";
    "negative-part": "a part of a whole is less than nothing", "use kind `bar` or `column`";
    "no-data": "the spec says no data, or data that the command line cannot have", "add `data`";
    "no-facet": "a key is for small multiples, and there are none", "name the column to make them of as `facet`";
    "no-kind": "the spec says no kind of chart", "write one of the kinds as `kind`";
    "no-picture": "the PNG cannot be made", "ask for a smaller width or ratio";
    "no-spec": "the element has no spec", "give `src`, a JSON script inside, or the `spec` property";
    "no-such-column": "a key names a column that the data has not", "write the name as the heading has it";
    "no-such-file": "a file is not there, or may not be read", "the path is relative to the spec";
    "no-such-reference": "the reference is no series or panel of the data", "write it as in the data";
    "no-such-total": "a total is named that no row has", "write the row's name as in the data";
    "no-table": "`\"table\"` is asked for and no `<table>` stands inside the element", "put one in, or give the data";
    "no-values": "no value can be placed", "give at least one row a number and a period or category";
    "no-webassembly": "the browser or a policy refuses WebAssembly", "a policy needs `script-src 'wasm-unsafe-eval'`";
    "no-whole": "there is no whole to have parts of", "give a share, or all the parts";
    "not-a-cell": "a cell holds a list, an object, or a number without end", "write a number, words or `null`";
    "not-a-color": "a colour is written as `#rrggbb` or `#rgb`", "write it so; the built-in one is taken";
    "not-a-number": "a cell of the value column is no number", "write a number; it is drawn as missing";
    "not-a-period": "a cell or key that says when is no period", "write 2020, 2020-Q1, 2020-06 or 2020-06-30";
    "not-a-rank": "a place in an order is 1, 2, 3 …", "mend the value; it is drawn as missing";
    "not-a-share": "a share lies within 0 and 100 %", "mend it, or set `measure` to `rate` or `balance`";
    "not-a-table": "the data is no table", "write a list of objects, columns, CSV or an address";
    "not-a-whole": "parts that are said to make a whole do not add up to 100 %", "add the missing part, or leave `whole` out";
    "not-above-zero": "a logarithmic scale has no place for zero and below", "leave `scale` out";
    "not-an-object": "a spec is a JSON object", "start with `{`";
    "not-drawn": "a chart that is not drawn cannot be taken away", "look at `problems`";
    "not-found": "the server has not the file", "check the address";
    "not-json": "the text is not JSON; line and column say where", "mend the comma, quote or bracket there";
    "not-text": "the data are no text, but a workbook, a picture or the like", "save the table as CSV in UTF-8";
    "not-the-sum": "a total is not the sum of the steps before it", "mend the figure or the steps; it is drawn as given";
    "not-two-series": "the kind joins or compares two series", "keep two, or use another kind";
    "not-wasm": "what was fetched is no WebAssembly", "host the `.wasm` files beside `indicator-chart.js`";
    "not-whole": "parts that overlap may not be added up", "say `whole` where each thing is counted once, or use kind `bar`";
    "nothing-apart": "`apart` names a series that the data has not", "write the name as the data has it";
    "nothing-highlighted": "`highlight` names what the data has not", "write the name as the data has it";
    "number-in-quotes": "a number stands in quotes", "write it without; it is read all the same";
    "one-series": "groups need two series or more", "name the column that tells them apart as `series`";
    "one-stage": "a change needs two points in time", "give each series a row for every time";
    "out-of-range": "a number is larger or smaller than it can be", "look at the unit, or at the bounds of the key";
    "outside-bounds": "a value lies outside its own interval, or a wider band inside a narrower", "mend the columns of `lower` and `upper`, widest first";
    "outside-domain": "values lie outside the axis and are cut off", "widen `domain`, or leave it out";
    "part-missing": "a part of a whole is missing, so its shares are not known", "add it, or write 0 where it is nothing";
    "parts-not-100": "shares that are parts of a whole do not add up to 100 %", "add the missing part, or mend the shares";
    "percent-for-points": "a difference of shares is in points, not in %", "write `percentage points`";
    "ragged-columns": "columns are of different lengths", "write `null` for a missing value";
    "ragged-row": "a line has more or fewer fields than the heading", "add the missing ones; put text with a comma in quotes";
    "refused-key": "a key for what misleads readers: a second axis, depth, smoothed lines, words at an angle", "leave it out; the problem names a way that works";
    "scale-without-zero": "lengths mean nothing on a scale that has no zero", "use kind `dot`, `line` or `scatter`, or leave `scale` out";
    "series-twice": "several value columns make series, and `series` too", "leave `series` out";
    "several-series": "the kind shows one series", "keep one, or use another kind";
    "span-backwards": "a span ends before it starts", "mend the dates; the end is left out";
    "swapped-columns": "`x` and `y` have changed places", "change the two over";
    "time-out": "an address does not answer", "try again, or move the file nearer";
    "too-many": "a number chart shows a few figures", "use a table or bars";
    "too-many-annotations": "more notes than one picture holds", "keep those that matter";
    "too-many-categories": "more categories than one picture holds", "sort, group the small ones, or use a table";
    "too-many-columns": "more columns than are drawn, or a list where one is meant", "keep those that matter";
    "too-many-events": "more events than one timeline holds", "keep those that matter, or use a table";
    "too-many-panels": "there are more small charts than a page holds", "choose those that matter, or make a table";
    "too-many-parts": "more than six parts of a ring cannot be told apart", "group the small ones, or use bars";
    "too-many-scales": "there is one axis of values", "write one word as `scale`";
    "too-many-series": "more than seven hues cannot be told apart", "name the series that matter as `highlight`";
    "too-many-stages": "more points in time than the kind can compare", "keep a few, or use kind `line`";
    "trap": "the engine has stopped", "report it together with the spec";
    "truncated-bar": "bars that do not start at zero make differences look larger", "the axis starts at zero all the same; use kind `line` or `dot`";
    "unknown-key": "a key that is not known", "write the one that is offered";
    "unknown-kind": "a kind that is not known", "write one of the kinds that are offered";
    "unknown-qualifier": "a word in the qualifier column is not known", "write the one that is offered";
    "unknown-word": "a word that the key does not take", "write the one that is offered";
    "unpaired-bounds": "lower and upper ends are not as many", "name as many columns as `upper` as `lower`";
    "unreadable": "the browser may not or cannot read an address", "check the address, and that this page may fetch it";
    "unused-key": "a key has no effect on this kind", "leave it out";
    "web-page": "a web page answers where a file should", "open the address in a browser: is it the file itself?";
    "wrong-type": "a key holds something else than it takes", "write what the message says";
    "year-not-in-data": "the title names a year that the data has not", "add that year's data, or mend the title";
}

const HEAD: &str = "# What is checked

Every kind of problem, by the name that `chartproblem`, `chart.problems` and `indicator-chart check` give it. An error leaves
what stands inside the element; after a warning the chart is drawn all the same. This page is written from
`src/problem/remedy.rs`, and a test holds it against the sources.

| kind | why it is told | what to do |
| --- | --- | --- |
";

/// The page, as Markdown.
pub fn checks() -> String {
    let mut page = String::from(HEAD);
    for Remedy { kind, reason, remedy } in REMEDIES {
        page.push_str(&["| `", kind, "` | ", reason, " | ", remedy, " |\n"].concat());
    }
    page
}
