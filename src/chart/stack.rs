//! Parts put end to end: the arithmetic of stacks.

use super::category::Category;
use super::order::order;
use super::sketch::Sketch;
use crate::each::each;
use crate::locale::Message;
use crate::spec::{Checked, Quantity, Row, Sort};

/// One part of a stack.
pub(super) struct Part<'a> {
    /// Its row.
    pub(super) row: &'a Row,
    /// Where it begins, in data units.
    pub(super) from: f64,
    /// Where it ends, in data units; where it begins if it has no value.
    pub(super) to: f64,
}

/// Parts end to end from zero, in the order of their series.
pub(super) struct Stack<'a> {
    /// The category that it stands for; may be empty.
    pub(super) name: &'a str,
    /// Its parts.
    pub(super) parts: Vec<Part<'a>>,
    /// The sum of those that are known, in data units.
    pub(super) total: f64,
    /// Whether that is the sum of all: no part is missing.
    pub(super) known: bool,
}

/// Puts rows end to end in the order of their series; what is less than nothing counts as nothing.
pub(super) fn stack<'a>(checked: &Checked, name: &'a str, rows: &[&'a Row]) -> Stack<'a> {
    let series = each(rows, &mut |row| row.series as f64);
    let mut stack = Stack { name, parts: Vec::with_capacity(rows.len()), total: 0.0, known: true };
    for row in order(&series).into_iter().filter_map(|at| rows.get(at)) {
        let from = stack.total;
        stack.total += row.value.unwrap_or(0.0).max(0.0);
        stack.known &= row.value.is_some();
        stack.parts.push(Part { row, from, to: stack.total });
    }
    // The check has held that shares make a hundred.
    stack.known |= checked.measure == Quantity::Share && stack.total > 0.0;
    stack
}

/// Says how many parts are missing of stacks of which others are known: these are drawn without their sums.
pub(super) fn explain_missing(sketch: &mut Sketch, stacks: &[Stack]) {
    let lacking = stacks.iter().filter(|stack| !stack.known && stack.total > 0.0);
    let count = lacking.flat_map(|stack| &stack.parts).filter(|part| part.row.value.is_none()).count();
    sketch.lack(count);
}

/// What stands in the place of a stack of which nothing can be drawn, with its style.
pub(super) fn no_data(sketch: &Sketch, stack: &Stack) -> Option<String> {
    (!stack.known && stack.total <= 0.0).then(|| sketch.env.locale.say(Message::NoData, &[]))
}

/// Says a stack's sum of its last part: what is painted beside it must be heard too.
pub(super) fn say_total(sketch: &mut Sketch, stack: &Stack) {
    if !stack.known {
        return;
    }
    let words = total_words(sketch, stack);
    if let Some(datum) = sketch.data.last_mut() {
        datum.add(words);
    }
}

/// Tells a whole's sum in the description.
pub(super) fn tell_total(sketch: &mut Sketch, whole: &Stack) {
    let words = total_words(sketch, whole);
    sketch.story.notes.push(words);
}

fn total_words(sketch: &Sketch, stack: &Stack) -> String {
    let locale = sketch.env.locale;
    locale.say(Message::InTotal, &[&super::value::manner(sketch.checked).write(locale, Some(stack.total), None)])
}

/// A stack for each category: in the order of the data, or sorted by what is highlighted, else by the totals, else
/// (where all are alike, as shares are) by the series that count as `first`.
pub(super) fn stacks<'a>(
    checked: &Checked,
    categories: &[Category<'a>],
    first: &dyn Fn(usize) -> bool,
) -> Vec<Stack<'a>> {
    let mut stacks = each(categories, &mut |category| stack(checked, category.name, &category.rows));
    if checked.sort == Sort::Data {
        return stacks;
    }
    let chosen = |series: usize| checked.series.get(series).is_some_and(|name| checked.highlight.holds(name));
    let by_chosen = (0..checked.series.len()).any(chosen);
    let alike = alike(&stacks);
    let size = |stack: &Stack| {
        if !by_chosen && !alike {
            return stack.total;
        }
        let heeded = |part: &&Part| if by_chosen { chosen(part.row.series) } else { first(part.row.series) };
        stack.parts.iter().filter(heeded).map(|part| part.to - part.from).sum()
    };
    let sign = if checked.sort == Sort::Ascending { 1.0 } else { -1.0 };
    // What is not known comes last.
    let keys: Vec<f64> = each(&stacks, &mut |stack| if stack.known { sign * size(stack) } else { f64::INFINITY });
    let mut sorted = Vec::with_capacity(stacks.len());
    for at in order(&keys) {
        if let Some(stack) = stacks.get_mut(at) {
            sorted.push(Stack { parts: core::mem::take(&mut stack.parts), ..*stack });
        }
    }
    sorted
}

/// Whether all stacks that hold anything and lack nothing are equally long, to a hundredth: they are wholes of 100.
pub(super) fn alike(stacks: &[Stack]) -> bool {
    let high = stacks.iter().map(|stack| stack.total).fold(0.0, f64::max);
    stacks.iter().all(|stack| stack.total == 0.0 || !stack.known || stack.total >= high * 0.98)
}

#[cfg(test)]
mod tests {
    use super::super::stage::checked;
    use super::*;
    use crate::spec::Kind;

    fn row(series: usize, value: Option<f64>) -> Row {
        Row { series, value, ..Row::default() }
    }

    #[test]
    fn parts_follow_one_another_in_the_order_of_their_series() {
        let rows = [row(2, Some(5.0)), row(0, Some(1.0)), row(1, None)];
        let pile = stack(&checked(Kind::StackedBar, Vec::new()), "A", &rows.iter().collect::<Vec<_>>());
        let ends: Vec<(usize, f64, f64)> =
            pile.parts.iter().map(|part| (part.row.series, part.from, part.to)).collect();
        assert_eq!(ends, [(0, 0.0, 1.0), (1, 1.0, 1.0), (2, 1.0, 6.0)]);
        assert_eq!((pile.total, pile.known), (6.0, false));
    }

    #[test]
    fn stacks_are_sorted_by_total_and_wholes_by_their_first_part() {
        let values = [("A", [30.0, 70.0]), ("B", [60.0, 40.0]), ("C", [45.0, 55.0])];
        let rows: Vec<Row> =
            (0..2).flat_map(|series| values.map(|(_, parts)| row(series, Some(parts[series])))).collect();
        let sorted = |rows: &[Row]| -> Vec<String> {
            let spec = Checked { sort: Sort::Descending, ..checked(Kind::StackedBar, Vec::new()) };
            let categories: Vec<Category> = values
                .iter()
                .enumerate()
                .map(|(i, (name, _))| Category { name, rows: vec![&rows[i], &rows[i + 3]] })
                .collect();
            stacks(&spec, &categories, &|series| series == 0).iter().map(|stack| stack.name.to_string()).collect()
        };
        assert_eq!(sorted(&rows), ["B", "C", "A"]);
        let mut unlike = rows.clone();
        unlike[0].value = Some(300.0);
        assert_eq!(sorted(&unlike), ["A", "B", "C"]);
    }
}
