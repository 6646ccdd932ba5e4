//! The cases: how many are left, the first of them row by row, and the filters that hold.

use super::bench::Bench;
use super::labels;
use crate::content::data::{Cells, Column};
use crate::exercise::numeric::Decimal;
use crate::exercise::table::compute::cases;
use crate::view::Player;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

/// No more cases than this are drawn.
const MOST: usize = 20;

/// No more cases than this are put on paper.
const MOST_ON_PAPER: usize = 100;

/// How many cases are left, in words.
pub(super) fn count(bench: &Bench) -> String {
    let n = cases(&bench.prompt.data, &bench.given.borrow().setup).len().to_string();
    bench.player.fill("{n} of {of} cases", &[("n", &n), ("of", &bench.prompt.data.cases.to_string())])
}

/// The filters that hold, each with a button that removes it.
pub(super) fn filters(bench: &Bench) -> Vec<Element> {
    let player = bench.player;
    let given = bench.given.borrow();
    let drop = |(id, text): (crate::content::Id, String)| {
        let name = player.fill("Remove the filter “{filter}”", &[("filter", &text)]);
        el("button", "filter")
            .set("type", "button")
            .set("data-bench", "drop")
            .set("value", id.as_str())
            .set("aria-label", &name)
            .say(&text)
            .say(" ×")
    };
    labels::tests(player, &bench.prompt, &given.setup.filter).into_iter().map(drop).collect()
}

/// The first cases.
pub(super) fn grid(bench: &Bench) -> Vec<Element> {
    let (player, prompt) = (bench.player, &bench.prompt);
    let cases = cases(&prompt.data, &bench.given.borrow().setup);
    let label = player.t("Cases");
    let scroll = el("div", "scroll").set("role", "region").set("tabindex", "0").set("aria-label", &label);
    let scroll = scroll.put(rows(bench, cases.iter().take(MOST)));
    let more = (cases.len() > MOST).then(|| {
        let text = player.fill(
            "The first {n} of {of} cases are shown.",
            &[("n", &MOST.to_string()), ("of", &cases.len().to_string())],
        );
        el("p", "note").say(&text)
    });
    let none = cases.is_empty().then(|| el("p", "note").say(&player.t("No case is left: remove a filter.")));
    std::iter::once(scroll).chain(more).chain(none).collect()
}

/// What one needs to make a table by hand, on paper: all cases, unless there are too many.
pub(super) fn on_paper(bench: &Bench) -> Element {
    let cases = cases(&bench.prompt.data, &bench.given.borrow().setup);
    if cases.len() > MOST_ON_PAPER {
        let words = bench.player.t("There are too many cases for paper: make the table on a screen.");
        return el("p", "note").say(&words);
    }
    rows(bench, cases.iter())
}

/// Cases as a table.
fn rows<'a>(bench: &Bench, cases: impl Iterator<Item = &'a u32>) -> Element {
    let (player, prompt) = (bench.player, &bench.prompt);
    let given = bench.given.borrow();
    let columns: Vec<&Column> = prompt.columns.iter().filter_map(|id| prompt.data.column(id)).collect();
    let sort = given.setup.sort.as_ref();
    let heads = columns.iter().map(|column| {
        let head = el("th", class(column)).set("scope", "col").say(&column.name);
        match sort.filter(|(id, _)| *id == column.id) {
            Some((_, is_down)) => head.set("aria-sort", if *is_down { "descending" } else { "ascending" }),
            None => head,
        }
    });
    let head = el("thead", "").put(el("tr", "").each(heads));
    let row = |case: &u32| {
        let cells = columns.iter().map(|column| el("td", class(column)).say(&text(player, column, *case as usize)));
        el("tr", "").each(cells)
    };
    el("table", "").put(head).put(el("tbody", "").each(cases.map(row)))
}

fn class(column: &Column) -> &'static str {
    match column.cells {
        Cells::Words(..) => "",
        Cells::Numbers(..) => "n",
    }
}

/// What a case has in a column.
fn text(player: Player, column: &Column, case: usize) -> String {
    let known = match &column.cells {
        Cells::Words(values, cells) => {
            let word = cells.get(case).copied().flatten();
            word.and_then(|word| values.get(usize::from(word)).cloned())
        }
        Cells::Numbers(decimals, cells) => {
            let units = cells.get(case).copied().flatten();
            units.map(|units| labels::number(player, Decimal::new(units, *decimals)))
        }
    };
    known.unwrap_or_else(|| "–".to_owned())
}
