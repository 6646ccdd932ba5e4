//! A histogram in words and numbers: what the heights of its bars say, and what lies in each of them.

use super::element::{Build, el};
use crate::chart::{Bin, Chart, Heights, Shape, bins};
use crate::view::Player;
use web_sys::Element;

/// What the height of a bar says; nothing where the chart is no histogram.
pub(super) fn heights(player: Player, chart: &Chart) -> Option<String> {
    let name = chart.form.of.first().and_then(|at| chart.columns.get(*at)).map(|column| column.name.as_str());
    (chart.form.shape == Shape::Histogram).then(|| match chart.form.heights {
        Heights::Counts => player.t("The height of a bar says how many."),
        Heights::Density => player.fill(
            "The height of a bar says how many for each unit of “{of}” (density); its area says how many.",
            &[("of", name.unwrap_or_default())],
        ),
    })
}

/// The bars as a table: where each begins and ends, how many lie in it; how wide and how dense it is, where that differs.
pub(super) fn table(player: Player, chart: &Chart) -> Option<Element> {
    if chart.form.shape != Shape::Histogram {
        return None;
    }
    let all = bins(chart)?;
    let is_uneven = !chart.form.edges.is_empty() || chart.form.heights == Heights::Density;
    let head = [player.t("Bar"), player.t("How many")];
    let more = is_uneven.then(|| [player.t("Width"), player.t("Density")]);
    let names = head.into_iter().chain(more.into_iter().flatten()).enumerate();
    let names = names.map(|(at, name)| el("th", if at > 0 { "n" } else { "" }).set("scope", "col").say(&name));
    let head = el("thead", "").put(el("tr", "").each(names));
    let rows = all.iter().enumerate().map(|(at, bin)| {
        let number = |number: f64| el("td", "n").say(&player.number(number));
        let counts = [number(f64::from(bin.count))];
        let more = is_uneven.then(|| [number(bin.width()), number(bin.density())]);
        let range = el("th", "").set("scope", "row").say(&range(player, bin, at + 1 == all.len()));
        el("tr", "").put(range).each(counts.into_iter().chain(more.into_iter().flatten()))
    });
    Some(el("table", "").put(head).put(el("tbody", "").each(rows)))
}

/// Where a bar begins and ends; the last one takes its end.
fn range(player: Player, bin: &Bin, is_last: bool) -> String {
    let [from, to] = [bin.from, bin.to].map(|end| player.number(end));
    let values = [("a", from.as_str()), ("b", to.as_str())];
    if is_last { player.fill("{a} to {b}", &values) } else { player.fill("{a} to below {b}", &values) }
}
