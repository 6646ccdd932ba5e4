//! Data table: a data set at a glance, filters, recoding, a table of one's own, and the questions that it answers.
//!
//! What a learner does here changes a [`bench::Bench`], which puts all of it into one hidden field; the card hears of it as
//! of any other field. Everything is computed in the core; of many rows only the first ones are drawn, and that is said.

mod asks;
mod bench;
mod cases;
mod column;
mod cross;
pub(super) mod labels;

use super::sheet::Sheet;
use super::whole;
use super::words::Sign;
use crate::exercise::table::{Ask, Given, Prompt};
use crate::view::prose::element::{Build, el};
use std::rc::Rc;
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, given: &Given) -> Element {
    if sheet.is_locked {
        let own = cross::fixed(sheet.player, prompt, &given.setup);
        return into.put(own).each(judged(sheet)).put(asks::asks(sheet, prompt, given));
    }
    let bench = Rc::new(bench::Bench::new(sheet, prompt, given));
    let surface = bench::surface(&bench, asks::asks(sheet, prompt, given));
    into.put(bench::listen(&bench, surface)).put(whole::field(true))
}

/// The table of the key and the answers that stand in it.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, given: &Given) -> Element {
    let has_table = given.setup.rows.is_some() || given.setup.columns.is_some() || given.setup.of.is_some();
    let table = has_table.then(|| cross::fixed(sheet.player, prompt, &given.setup));
    let answers = prompt.questions.iter().filter(|question| question.ask != Ask::Table).map(|question| {
        let answer = el("mark", "").say(&asks::answer(sheet.player, prompt, given, question));
        el("div", "").put(sheet.line("dt", "", &question.item.text)).put(el("dd", "").put(answer))
    });
    into.each(table).put(el("dl", "pairs").each(answers))
}

/// What of the learner's own table is as it should be.
fn judged(sheet: &Sheet) -> Option<Element> {
    let judged = sheet.judged?;
    let player = sheet.player;
    let all = [
        (judged.cases, player.t("Cases")),
        (judged.variables, player.t("Columns of the data set")),
        (judged.groups, player.t("Groups")),
        (judged.show, player.t("Figures in the cells")),
    ];
    let lines = all.map(|(holds, what)| {
        let (class, sign, word) = match holds {
            true => ("right", Sign::Tick, player.t("as asked")),
            false => ("wrong", Sign::Triangle, player.t("not yet as asked")),
        };
        el("li", class).say(&what).say(": ").put(sign.draw(el("span", "mark")).say(&word))
    });
    Some(el("ul", "judged").set("aria-label", &player.t("Your table")).each(lines))
}
