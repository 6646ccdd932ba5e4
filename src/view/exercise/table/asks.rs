//! The questions below the table, and the answers to them.

use super::labels;
use crate::exercise::pairs;
use crate::exercise::table::{Ask, Given, Prompt, Question};
use crate::view::Player;
use crate::view::exercise::sheet::Sheet;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn asks(sheet: &Sheet, prompt: &Prompt, given: &Given) -> Element {
    el("div", "asks").each(prompt.questions.iter().map(|question| {
        let id = &question.item.id;
        let text = sheet.line("p", "text", &question.item.text);
        let name = crate::content::prose::words(&question.item.text);
        let control = match &question.ask {
            Ask::Number(unit) => {
                let typed = pairs::get(&given.numbers, id).map_or("", |typed| typed);
                let field = sheet.field("", id.as_str(), typed).set("inputmode", "decimal").set("size", "10");
                let field = field.set("data-bench", "number").set("aria-label", &name);
                let line = el("div", "number").put(field);
                if unit.is_empty() { line } else { line.put(el("span", "").say(unit)) }
            }
            Ask::Cell => {
                let said =
                    el("p", "cell-said").set("role", "status").say(&answer(sheet.player, prompt, given, question));
                let button = (!sheet.is_locked).then(|| {
                    let button = el("button", "").set("type", "button").set("data-bench", "take");
                    button.set("value", id.as_str()).say(&sheet.player.t("Use the chosen cell"))
                });
                el("div", "cell").set("data-cell", id.as_str()).put(said).each(button)
            }
            Ask::Table => el("p", "note").say(&sheet.player.t("Your table is your answer.")),
        };
        sheet.row("div", el("div", "ask").put(text).put(control), sheet.part(id))
    }))
}

/// An answer in words.
pub(super) fn answer(player: Player, prompt: &Prompt, given: &Given, question: &Question) -> String {
    let id = &question.item.id;
    match &question.ask {
        Ask::Number(unit) => {
            let typed = pairs::get(&given.numbers, id).map_or("", |typed| typed);
            let number = crate::exercise::numeric::Decimal::parse(typed, unit);
            let number = number.map_or(typed.to_owned(), |number| labels::number(player, number));
            if unit.is_empty() { number } else { [&number, "\u{a0}", unit].concat() }
        }
        Ask::Cell => match pairs::get(&given.cells, id) {
            None => player.t("No cell is chosen yet."),
            Some(tests) if tests.is_empty() => player.t("The total of all cases"),
            Some(tests) => {
                let parts: Vec<String> =
                    labels::tests(player, prompt, tests).into_iter().map(|(_, text)| text).collect();
                parts.join(" × ")
            }
        },
        Ask::Table => String::new(),
    }
}
