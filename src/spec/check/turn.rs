use super::super::said::Spec;
use super::super::{Kind, Row};
use crate::locale::Period;
use crate::order::order;

/// Turns a table round that has a column for each period and a row for each thing, as such tables are mostly written:
/// what stands along `x` becomes the series, and the value columns the periods. Only for kinds that compare a few
/// periods, and only where every value column is named as a period and nothing else is one. Whether it did.
pub(super) fn turn(spec: &Spec, rows: &mut [Row], series: &mut Vec<String>) -> bool {
    let periods: Vec<Period> = series.iter().filter_map(|name| Period::parse(name)).collect();
    let wide = spec.y.len() > 1 && periods.len() == series.len();
    if !matches!(spec.kind, Kind::Slope | Kind::Bump) || !wide || rows.iter().any(|row| row.period.is_some()) {
        return false;
    }
    // By name, so that ten thousand rows are no more work each than ten.
    let name = |at: usize| rows.get(at).map_or("", |row| row.category.as_str());
    let mut places = vec![0; rows.len()];
    let mut firsts: Vec<usize> = Vec::new();
    let mut known: Option<usize> = None;
    for at in order(rows.len(), &|a, b| name(a).cmp(name(b))) {
        // Rows of a name side by side, the first of them first.
        let first = known.filter(|first| name(*first) == name(at)).unwrap_or(at);
        known = Some(first);
        if first == at {
            firsts.push(at);
        }
        if let Some(place) = places.get_mut(at) {
            *place = first;
        }
    }
    let sorted = order(firsts.len(), &|a, b| firsts.get(a).cmp(&firsts.get(b)));
    let firsts: Vec<usize> = sorted.iter().filter_map(|at| firsts.get(*at).copied()).collect();
    *series = firsts.iter().map(|at| name(*at).to_owned()).collect();
    for (row, first) in rows.iter_mut().zip(places) {
        row.period = periods.get(row.series).copied();
        row.series = firsts.binary_search(&first).unwrap_or(0);
        row.category = String::new();
    }
    true
}
