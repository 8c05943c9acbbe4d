//! Whether the title names a country that the data has not. On the command line only: the list of countries weighs more
//! than a page should load for it.

use super::super::Checked;
use super::super::said::Spec;
use crate::each::each;
use crate::problem::{Place, Problem};

/// Countries and what else lists of them hold, each with its other names in English and Chinese.
const COUNTRIES: &str = "Afghanistan|阿富汗;Albania|阿尔巴尼亚;Algeria|阿尔及利亚;Angola|安哥拉;Argentina|阿根廷;Armenia|亚美尼亚;Australia|澳大利亚;Austria|奥地利;Azerbaijan|阿塞拜疆;Bahrain|巴林;Bangladesh|孟加拉国;Belarus|白俄罗斯;Belgium|比利时;Benin|贝宁;Bolivia|玻利维亚;Botswana|博茨瓦纳;Brazil|巴西;Bulgaria|保加利亚;Burkina Faso|布基纳法索;Burundi|布隆迪;Cambodia|柬埔寨;Cameroon|喀麦隆;Canada|加拿大;Chile|智利;China|中国;Colombia|哥伦比亚;Costa Rica|哥斯达黎加;Croatia|克罗地亚;Cuba|古巴;Cyprus|塞浦路斯;Czechia|Czech Republic|捷克;Denmark|丹麦;Dominican Republic|多米尼加;Ecuador|厄瓜多尔;Egypt|埃及;El Salvador|萨尔瓦多;Estonia|爱沙尼亚;Ethiopia|埃塞俄比亚;Finland|芬兰;France|法国;Germany|德国;Ghana|加纳;Greece|希腊;Guatemala|危地马拉;Haiti|海地;Honduras|洪都拉斯;Hong Kong|Hong Kong, China|香港|中国香港;Hungary|匈牙利;Iceland|冰岛;India|印度;Indonesia|印度尼西亚|印尼;Iran|伊朗;Iraq|伊拉克;Ireland|爱尔兰;Israel|以色列;Italy|意大利;Ivory Coast|Côte d’Ivoire|科特迪瓦;Jamaica|牙买加;Japan|日本;Kazakhstan|哈萨克斯坦;Kenya|肯尼亚;Kuwait|科威特;Laos|老挝;Latvia|拉脱维亚;Lebanon|黎巴嫩;Libya|利比亚;Lithuania|立陶宛;Luxembourg|卢森堡;Madagascar|马达加斯加;Malaysia|马来西亚;Mali|马里;Malta|马耳他;Mexico|墨西哥;Mongolia|蒙古;Morocco|摩洛哥;Mozambique|莫桑比克;Myanmar|缅甸;Namibia|纳米比亚;Nepal|尼泊尔;Netherlands|荷兰;New Zealand|新西兰;Nicaragua|尼加拉瓜;Nigeria|尼日利亚;North Korea|朝鲜;Norway|挪威;Oman|阿曼;Pakistan|巴基斯坦;Panama|巴拿马;Paraguay|巴拉圭;Peru|秘鲁;Philippines|菲律宾;Poland|波兰;Portugal|葡萄牙;Qatar|卡塔尔;Romania|罗马尼亚;Russia|Russian Federation|俄罗斯;Rwanda|卢旺达;Saudi Arabia|沙特阿拉伯|沙特;Senegal|塞内加尔;Serbia|塞尔维亚;Singapore|新加坡;Slovakia|斯洛伐克;Slovenia|斯洛文尼亚;Somalia|索马里;South Africa|南非;South Korea|Korea|韩国;Spain|西班牙;Sri Lanka|斯里兰卡;Sudan|苏丹;Sweden|瑞典;Switzerland|瑞士;Syria|叙利亚;Tanzania|坦桑尼亚;Thailand|泰国;Tunisia|突尼斯;Turkey|Türkiye|土耳其;Uganda|乌干达;Ukraine|乌克兰;United Arab Emirates|阿联酋;United Kingdom|UK|Britain|英国;United States|US|USA|America|美国;Uruguay|乌拉圭;Uzbekistan|乌兹别克斯坦;Venezuela|委内瑞拉;Vietnam|越南;Yemen|也门;Zambia|赞比亚;Zimbabwe|津巴布韦";

/// Asks about countries in the title of a chart that compares countries and has not those.
pub(super) fn review(spec: &Spec, checked: &Checked, problems: &mut Vec<Problem>) {
    let mut names = each(&checked.series, &mut String::as_str);
    names.extend(checked.facets.iter().map(String::as_str));
    names.extend(checked.rows.iter().flat_map(|row| [row.category.as_str(), &row.label]));
    let known = |country: &&str| country.split('|').any(|name| names.contains(&name));
    // One country is a place; two are a comparison.
    if COUNTRIES.split(';').filter(known).take(2).count() < 2 {
        return;
    }
    let around = [spec.subtitle.as_str(), &spec.notes.concat()].concat();
    for country in COUNTRIES.split(';').filter(|country| !known(country)) {
        let named = |text: &str| country.split('|').find(|name| is_named(text, name));
        // What the subtitle or a note speaks of is explained there.
        if let (Some(name), None) = (named(&spec.title), named(&around)) {
            let message = ["the title names ", name, ", and the data has no such name"].concat();
            let hint = "add its data, say in \"note\" why it is named, or mend the title".into();
            problems.push(Problem::warning("name-not-in-data", Place::spec("/title"), message, hint));
        }
    }
}

/// Whether a text holds a name as words of its own: "US" in "the US", not in "USA"; Chinese has no such bounds.
fn is_named(text: &str, name: &str) -> bool {
    let latin = name.is_ascii();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let before = before.chars().next_back();
        let after = after.strip_prefix(name).and_then(|rest| rest.chars().next());
        // "South Sudan" is not "Sudan".
        let compound = ["South ", "North ", "Papua New ", "Equatorial "]
            .iter()
            .any(|word| text.get(..at).is_some_and(|head| head.ends_with(word)));
        !latin || !letter(before) && !letter(after) && !compound
    })
}

#[cfg(test)]
mod tests {
    use super::is_named;

    #[test]
    fn names_are_words() {
        assert!(is_named("In the US alone", "US") && is_named("US: up", "US") && is_named("印度领先", "印度"));
        for (text, name) in [("USA first", "US"), ("South Sudan’s oil", "Sudan"), ("Nigeria leads", "Niger")] {
            assert!(!is_named(text, name), "{text}");
        }
    }
}
