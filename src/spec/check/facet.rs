use super::super::nearest::offer;
use super::super::said::Spec;
use super::super::{Checked, Kind};
use crate::each::each;
use crate::problem::{Place, Problem};

/// Warns of keys for panels where there are none, and of a reference that is no panel and no series.
pub(super) fn review(spec: &Spec, checked: &Checked, problems: &mut Vec<Problem>) {
    let mut warn = |kind, pointer: &str, message: String, hint: String| {
        problems.push(Problem::warning(kind, Place::spec(pointer), message, hint));
    };
    if spec.facet.is_empty() {
        for (pointer, said) in
            [("/free", spec.free && spec.kind != Kind::Sparkline), ("/reference", !spec.reference.is_empty())]
        {
            if said {
                let message = "it is for small multiples only".into();
                warn("no-facet", pointer, message, "name the column to make them of as \"facet\"".into());
            }
        }
        return;
    }
    let mut names = each(&checked.facets, &mut String::as_str);
    names.extend(checked.series.iter().map(String::as_str).filter(|name| !name.is_empty()));
    for name in spec.reference.iter().filter(|name| !names.contains(&name.as_str())) {
        let message = ["no panel or series \"", name, "\""].concat();
        warn("no-such-reference", "/reference", message, offer(name, &names, "there are"));
    }
}
