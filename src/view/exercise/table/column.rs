//! One column: at a glance, sorted, filtered, recoded.

use super::bench::Bench;
use super::cross::option;
use super::labels;
use crate::content::data::{Cells, Column};
use crate::exercise::numeric::Decimal;
use crate::exercise::pairs;
use crate::exercise::table::compute::{cases, summary};
use crate::exercise::table::{Recode, Test};
use crate::view::prose::element::{Build, el};
use web_sys::Element;

/// The list of columns.
pub(super) fn picker(bench: &Bench) -> Element {
    let columns = bench.prompt.columns.iter().filter_map(|id| bench.prompt.data.column(id));
    let options = columns.enumerate().map(|(at, it)| option(&at.to_string(), &it.name, at == bench.column.get()));
    let list = el("select", "").set("data-bench", "column").each(options);
    el("label", "picker").put(el("span", "").say(&bench.player.t("Look at a column"))).put(list)
}

/// The column over the cases that are left: mean, median, range, missing values, or how often each word is there.
pub(super) fn glance(bench: &Bench) -> Vec<Element> {
    let player = bench.player;
    let Some(column) = bench.picked() else { return Vec::new() };
    let given = bench.given.borrow();
    let summary = summary(column, &given.setup, &cases(&bench.prompt.data, &given.setup));
    let count = |n: u32| n.to_string();
    let fact = |name: &str, value: &str| el("div", "").put(el("dt", "").say(name)).put(el("dd", "").say(value));
    let mut facts = vec![fact(&player.t("Cases with a value"), &count(summary.known))];
    facts.push(fact(&player.t("Missing values"), &count(summary.missing)));
    if let Some([mean, median, least, most]) = summary.numbers {
        let number = |n| labels::number(player, n);
        facts.push(fact(&player.t("Mean"), &number(mean)));
        facts.push(fact(&player.t("Median"), &number(median)));
        facts.push(fact(&player.t("Range"), &[number(least), number(most)].join(" – ")));
    }
    let facts = el("dl", "facts").all(facts);
    let groups = summary.groups.iter().take(40).map(|(group, n)| {
        let tenths = (u64::from(*n) * 1000 + u64::from(summary.known) / 2) / u64::from(summary.known.max(1));
        let share = labels::number(player, Decimal::new(tenths as i64, 1));
        let share = player.fill("{n}%", &[("n", &share)]);
        el("tr", "")
            .put(el("th", "").set("scope", "row").say(&labels::group(player, column, group)))
            .put(el("td", "n").say(&count(*n)))
            .put(el("td", "n").say(&share))
    });
    let groups = (!summary.groups.is_empty()).then(|| {
        let label = player.fill("How often: {column}", &[("column", &column.name)]);
        el("table", "often").set("aria-label", &label).put(el("tbody", "").each(groups))
    });
    std::iter::once(facts).chain(groups).collect()
}

/// What can be done with the column.
pub(super) fn tools(bench: &Bench) -> Vec<Element> {
    let Some(column) = bench.picked() else { return Vec::new() };
    vec![sort(bench, column), filter(bench, column), recode(bench, column)]
}

fn sort(bench: &Bench, column: &Column) -> Element {
    let player = bench.player;
    let given = bench.given.borrow();
    let sorted = given.setup.sort.as_ref().filter(|(id, _)| *id == column.id).map(|(_, is_down)| *is_down);
    let list = el("select", "").set("data-bench", "sort").each([
        option("", &player.t("as in the file"), sorted.is_none()),
        option("up", &player.t("smallest first"), sorted == Some(false)),
        option("down", &player.t("largest first"), sorted == Some(true)),
    ]);
    el("label", "sorting").put(el("span", "").say(&player.t("Sort the cases"))).put(list)
}

fn filter(bench: &Bench, column: &Column) -> Element {
    let player = bench.player;
    let given = bench.given.borrow();
    let test = pairs::get(&given.setup.filter, &column.id);
    let tick = |what: &str, value: &str, is_on: bool, name: &str| {
        let tick = el("input", "").set("type", "checkbox").set("data-bench", what).set("value", value);
        el("label", "pill").put(tick.flag("checked", is_on)).put(el("span", "").say(name))
    };
    let known = tick("known", "", test == Some(&Test::Known), &player.t("only cases with a value"));
    let made = el("fieldset", "filtering").put(el("legend", "").say(&player.t("Filter: keep cases with")));
    match &column.cells {
        Cells::Words(values, _) => {
            let is_on = |word: u16| matches!(test, Some(Test::Is(words)) if words.contains(&word));
            let words = (0..).zip(values).map(|(word, name)| tick("word", &word.to_string(), is_on(word), name));
            made.each(words).put(known)
        }
        Cells::Numbers(..) => {
            let (from, below) = match test {
                Some(Test::Range(from, below)) => (*from, *below),
                Some(Test::Is(_) | Test::Known) | None => (None, None),
            };
            let end = |what: &str, label: &str, value: Option<Decimal>| {
                let value = value.map(|value| labels::number(player, value)).unwrap_or_default();
                el("label", "end").put(el("span", "").say(label)).put(field(what, &value))
            };
            made.put(end("from", &player.t("at least"), from))
                .put(end("below", &player.t("less than"), below))
                .put(known)
        }
    }
}

fn field(what: &str, value: &str) -> Element {
    el("input", "")
        .set("type", "text")
        .set("inputmode", "decimal")
        .set("autocomplete", "off")
        .set("size", "6")
        .set("data-bench", what)
        .set("value", value)
}

fn recode(bench: &Bench, column: &Column) -> Element {
    let player = bench.player;
    let given = bench.given.borrow();
    let recode = given.setup.recoded(&column.id);
    let made = el("fieldset", "recoding").put(el("legend", "").say(&player.t("Recode: make groups")));
    match &column.cells {
        Cells::Words(values, _) => {
            let n = values.len() as u16;
            let group_of = |word: u16| match recode {
                Some(Recode::Merge(groups)) => groups.get(usize::from(word)).copied().unwrap_or(word),
                Some(Recode::Cut(_)) | None => word,
            };
            let words = (0..n).zip(values).map(|(word, name)| {
                let groups = (0..n).map(|group| {
                    let name = player.fill("group {n}", &[("n", &(group + 1).to_string())]);
                    option(&group.to_string(), &name, group == group_of(word))
                });
                let list = el("select", "").set("data-bench", "group").set("data-word", &word.to_string()).each(groups);
                el("label", "grouping").put(el("span", "").say(name)).put(list)
            });
            made.each(words)
        }
        Cells::Numbers(..) => {
            let points = match recode {
                Some(Recode::Cut(points)) => points.iter().map(|point| labels::number(player, *point)).collect(),
                Some(Recode::Merge(_)) | None => Vec::<String>::new(),
            };
            let label = player.t("A new group begins at (separate with spaces)");
            made.put(
                el("label", "end")
                    .put(el("span", "").say(&label))
                    .put(field("cut", &points.join(" ")).set("size", "16")),
            )
        }
    }
}
