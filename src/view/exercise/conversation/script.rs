//! A conversation on paper: all that may be said, by numbers, for a group that leads it without a screen. What an answer is
//! worth stays out of it.

use super::they;
use crate::content::prose::words;
use crate::exercise::conversation::{Choice, Condition, Prompt, Turn};
use crate::view::exercise::sheet::Sheet;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

/// The whole conversation; only paper shows it.
pub(super) fn script(sheet: &Sheet, prompt: &Prompt) -> Element {
    let player = sheet.player;
    let how = player.t("Tick what you say, note what it changes, and go on at the number behind the arrow.");
    let start = prompt.variables.iter().map(|variable| {
        let [start, from, to] = [variable.start, variable.from, variable.to].map(|number| number.to_string());
        el("li", "").say(&[&words(&variable.text), " ", &start, " (", &from, "–", &to, ")"].concat())
    });
    let turns = prompt.turns.iter().map(|turn| part(sheet, prompt, turn));
    let start = el("ul", "gauges").each(start);
    el("div", "script for-paper").put(el("p", "").say(&how)).put(start).put(el("ol", "").each(turns))
}

/// A turn with its answers; an ending with its name.
fn part(sheet: &Sheet, prompt: &Prompt, turn: &Turn) -> Element {
    let line = they(sheet, prompt, turn);
    if turn.choices.is_empty() {
        return line.put(el("p", "").put(sheet.line("b", "", &turn.ending)));
    }
    let answers = turn.choices.iter().map(|choice| {
        let answer = el("li", "").put(sheet.line("span", "", &choice.text)).say(" ");
        answer.put(el("small", "").say(&leads(sheet, prompt, choice)))
    });
    line.put(el("ul", "answers").each(answers))
}

/// When an answer may be given, what it changes, and where it leads.
fn leads(sheet: &Sheet, prompt: &Prompt, choice: &Choice) -> String {
    let player = sheet.player;
    let when = (!choice.when.is_empty())
        .then(|| player.fill("only with {conditions}", &[("conditions", &conditions(prompt, &choice.when))]));
    let effects = choice.effects.iter().filter_map(|(variable, by)| {
        let name = words(&prompt.variables.get(*variable)?.text);
        let sign = if *by < 0 { " −" } else { " +" };
        Some([&name, sign, &by.unsigned_abs().to_string()].concat())
    });
    let routes = choice.routes.iter().map(|route| {
        let to = ["→ ", &(route.to + 1).to_string()].concat();
        match (route.when.is_empty(), choice.routes.len()) {
            (false, _) => [&conditions(prompt, &route.when), " ", &to].concat(),
            (true, 1) => to,
            (true, _) => [&player.t("otherwise"), " ", &to].concat(),
        }
    });
    let all: Vec<String> = when.into_iter().chain(effects).chain(routes).collect();
    all.join("; ")
}

/// Conditions in words: a variable and what it has to be.
fn conditions(prompt: &Prompt, conditions: &[Condition]) -> String {
    let all = conditions.iter().filter_map(|condition| {
        let variable = prompt.variables.get(condition.variable)?;
        let least = condition.least.max(variable.from).to_string();
        let most = condition.most.min(variable.to).to_string();
        let name = words(&variable.text);
        Some(if least == most { [&name, " ", &least].concat() } else { [&name, " ", &least, "–", &most].concat() })
    });
    all.collect::<Vec<_>>().join(", ")
}
