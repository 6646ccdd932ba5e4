//! The learner's own table: what it is made of, and the table itself.

use super::bench::Bench;
use super::labels;
use crate::content::Id;
use crate::content::data::{Cells, Column};
use crate::exercise::table::compute::{cases, crosstab};
use crate::exercise::table::{Ask, Crosstab, Group, Prompt, Setup, Show, Tests};
use crate::view::Player;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

/// More rows and columns than these are not drawn.
const MOST: (usize, usize) = (40, 12);

/// The lists from which a table is made.
pub(super) fn maker(bench: &Bench) -> Element {
    let player = bench.player;
    let given = bench.given.borrow();
    let setup = &given.setup;
    let columns = || bench.prompt.columns.iter().filter_map(|id| bench.prompt.data.column(id));
    let list = |what: &str, label: &str, chosen: Option<&Id>, only_numbers: bool| {
        let options = columns().filter(|column| !only_numbers || matches!(column.cells, Cells::Numbers(..)));
        let options = options.map(|column| option(column.id.as_str(), &column.name, chosen == Some(&column.id)));
        let list = el("select", "").set("data-bench", what).put(option("", "–", chosen.is_none())).each(options);
        el("label", what).put(el("span", "").say(label)).put(list)
    };
    let shows = Show::ALL.map(|(show, name)| option(name, &shown(player, show), show == setup.show));
    let show = el("select", "").set("data-bench", "show").each(shows);
    let show = el("label", "show").put(el("span", "").say(&player.t("In the cells"))).put(show);
    let of = list("of", &player.t("of"), setup.of.as_ref(), true);
    let of = of.flag("hidden", !setup.show.averages());
    el("div", "maker")
        .put(list("rows", &player.t("In the rows"), setup.rows.as_ref(), false))
        .put(list("columns", &player.t("In the columns"), setup.columns.as_ref(), false))
        .put(show)
        .put(of)
}

pub(super) fn option(value: &str, name: &str, is_chosen: bool) -> Element {
    el("option", "").set("value", value).flag("selected", is_chosen).say(name)
}

fn shown(player: Player, show: Show) -> String {
    match show {
        Show::Count => player.t("number of cases"),
        Show::Row => player.t("percent of the row"),
        Show::Column => player.t("percent of the column"),
        Show::All => player.t("percent of all"),
        Show::Mean => player.t("mean"),
        Show::Median => player.t("median"),
    }
}

/// The table as it is set up on the bench, with cells to choose where a question asks for one.
pub(super) fn own(bench: &Bench) -> Vec<Element> {
    let given = bench.given.borrow();
    let asks_for_cells = bench.prompt.questions.iter().any(|question| question.ask == Ask::Cell);
    let chosen = bench.cell.borrow();
    draw(bench.player, &bench.prompt, &given.setup, asks_for_cells.then_some(chosen.as_ref()))
}

/// A table to be read.
pub(super) fn fixed(player: Player, prompt: &Prompt, setup: &Setup) -> Element {
    let filter: Vec<String> = labels::tests(player, prompt, &setup.filter).into_iter().map(|(_, text)| text).collect();
    let filter = (!filter.is_empty()).then(|| {
        let text = player.fill("Only cases with {conditions}", &[("conditions", &filter.join("; "))]);
        el("p", "note").say(&text)
    });
    el("div", "crosstab").all(draw(player, prompt, setup, None)).each(filter)
}

/// `cell` is the chosen cell, where one may be chosen.
fn draw(player: Player, prompt: &Prompt, setup: &Setup, cell: Option<Option<&Tests>>) -> Vec<Element> {
    let data = &prompt.data;
    let by = |id: &Option<Id>| id.as_ref().and_then(|id| data.column(id));
    let (rows, columns) = (by(&setup.rows), by(&setup.columns));
    if rows.is_none() && columns.is_none() && !setup.show.averages() {
        let text =
            player.t("Choose a column of the data set for the rows, the columns, or both: your table appears here.");
        return vec![el("p", "note").say(&text)];
    }
    if setup.show.averages() && setup.of.is_none() {
        return vec![el("p", "note").say(&player.t("Choose the numbers to be averaged."))];
    }
    let table = crosstab(data, setup, &cases(data, setup));
    let sheet = Cross { player, setup, rows, columns, cell, table: &table };
    let drawn = sheet.draw();
    let scroll = el("div", "scroll").set("role", "region").set("tabindex", "0");
    let mut all = vec![scroll.set("aria-label", &player.t("Your table")).put(drawn)];
    let note = |text: String| el("p", "note").say(&text);
    let (height, width) = (length(&table.rows), length(&table.columns));
    if height > MOST.0 || width > MOST.1 {
        let (n, m) = (MOST.0.min(height).to_string(), MOST.1.min(width).to_string());
        all.push(note(player.fill(
            "There is more than fits: the first {n} rows and {m} columns are shown. Recode the values into fewer groups.",
            &[("n", &n), ("m", &m)],
        )));
    }
    if table.missing > 0 {
        all.push(note(player.count(
            "{n} case is left out, because a value is missing.",
            "{n} cases are left out, because a value is missing.",
            table.missing,
        )));
    }
    all
}

fn length(groups: &Option<Vec<Group>>) -> usize {
    groups.as_ref().map_or(0, Vec::len)
}

/// A cross-tabulation while it is drawn.
struct Cross<'a> {
    player: Player,
    setup: &'a Setup,
    rows: Option<&'a Column>,
    columns: Option<&'a Column>,
    cell: Option<Option<&'a Tests>>,
    table: &'a Crosstab,
}

impl Cross<'_> {
    fn draw(&self) -> Element {
        let rows = names(self.player, self.rows, &self.table.rows, MOST.0);
        let columns = names(self.player, self.columns, &self.table.columns, MOST.1);
        let corner = self.rows.map_or("", |column| &column.name);
        let over = self.columns.map(|column| {
            let width = (columns.len() + 1).to_string();
            let name = el("th", "over").set("scope", "colgroup").set("colspan", &width).say(&column.name);
            el("tr", "").put(el("td", "")).put(name)
        });
        let total = self.player.t("Total");
        let last = if self.columns.is_some() { total.clone() } else { shown(self.player, self.setup.show) };
        let heads = columns.iter().map(|(_, name)| name).chain([&last]);
        let heads = heads.map(|name| el("th", "n").set("scope", "col").say(name));
        let head = el("tr", "").put(el("th", "").set("scope", "col").say(corner)).each(heads);
        let lines = rows.iter().map(|(at, name)| self.line(*at, name, &columns));
        let last = self.line(self.table.figures.len().saturating_sub(1), &total, &columns).set("class", "total");
        let body = el("tbody", "").each(lines).put(last);
        el("table", "").put(el("thead", "").each(over).put(head)).put(body)
    }

    /// A row: its name, its figures, its total.
    fn line(&self, row: usize, name: &str, columns: &[(usize, String)]) -> Element {
        let Some(figures) = self.table.figures.get(row) else { return el("tr", "") };
        let ends = columns.iter().map(|(column, _)| *column).chain([figures.len().saturating_sub(1)]);
        let cells = ends.map(|column| {
            let figure = figures.get(column).copied().unwrap_or_default();
            let text = labels::figure(self.player, self.setup.show, figure.value);
            match self.cell {
                None => el("td", "n").say(&text),
                Some(chosen) => {
                    let tests = self.tests(row, column);
                    let is_chosen = chosen == Some(&tests);
                    let place = [row.to_string(), column.to_string()].join(" ");
                    let button = el("button", "figure").set("type", "button").set("data-bench", "figure");
                    let button =
                        button.set("value", &place).set("aria-pressed", if is_chosen { "true" } else { "false" });
                    el("td", "n").put(button.say(&text))
                }
            }
        });
        el("tr", "").put(el("th", "").set("scope", "row").say(name)).each(cells)
    }

    /// What holds for the cases of a cell; for totals less.
    fn tests(&self, row: usize, column: usize) -> Tests {
        let one = |by: Option<&Column>, groups: &Option<Vec<Group>>, at: usize| {
            let (by, group) = (by?, groups.as_ref()?.get(at)?);
            let decimals = match by.cells {
                Cells::Words(..) => 0,
                Cells::Numbers(decimals, _) => decimals,
            };
            Some((by.id.clone(), group.test(decimals)))
        };
        let rows = one(self.rows, &self.table.rows, row);
        rows.into_iter().chain(one(self.columns, &self.table.columns, column)).collect()
    }
}

/// The positions and names of the groups that are drawn.
fn names(player: Player, by: Option<&Column>, groups: &Option<Vec<Group>>, most: usize) -> Vec<(usize, String)> {
    let (Some(column), Some(groups)) = (by, groups) else { return Vec::new() };
    groups.iter().take(most).enumerate().map(|(at, group)| (at, labels::group(player, column, group))).collect()
}

/// What holds for the cases of the cell at a place, `row column`.
pub(super) fn cell_at(bench: &Bench, place: &str) -> Option<Tests> {
    let (row, column) = place.split_once(' ')?;
    let given = bench.given.borrow();
    let (data, setup) = (&bench.prompt.data, &given.setup);
    let table = crosstab(data, setup, &cases(data, setup));
    let by = |id: &Option<Id>| id.as_ref().and_then(|id| data.column(id));
    let (rows, columns) = (by(&setup.rows), by(&setup.columns));
    let sheet = Cross { player: bench.player, setup, rows, columns, cell: None, table: &table };
    Some(sheet.tests(row.parse().ok()?, column.parse().ok()?))
}
