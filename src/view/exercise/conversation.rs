//! Conversation: what was said so far, what may be said now; afterwards what each choice did, and better ones.

mod script;

use super::sheet::Sheet;
use crate::content::Id;
use crate::content::prose::words;
use crate::exercise::Verdict;
use crate::exercise::conversation::walk::offered;
use crate::exercise::conversation::{Choice, Prompt, Step, Turn, Walk, walk};
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, path: &[Id]) -> Element {
    let Some(walk) = walk(prompt, path) else { return into };
    let into = into.each(gauges(sheet, prompt, &walk)).put(talk(sheet, prompt, &walk));
    let into = if walk.has_ended() { into.put(ending(sheet, &walk)) } else { into };
    if sheet.is_locked {
        return into.each(techniques(sheet, prompt, &walk));
    }
    let choices = offered(walk.turn, &walk.values).map(|choice| {
        let button = button("say", choice.id.as_str()).set("class", "saying");
        button.put(sheet.line("span", "", &choice.text))
    });
    let name = sheet.player.t("What do you say?");
    let into = if walk.has_ended() {
        into
    } else {
        into.put(el("div", "sayings").set("role", "group").set("aria-label", &name).each(choices))
    };
    if walk.steps.is_empty() {
        return into.put(script::script(sheet, prompt));
    }
    let back = button("back", "").set("class", "quiet").say(&sheet.player.t("Take the last one back"));
    let again = button("restart", "").set("class", "quiet").say(&sheet.player.t("Begin again"));
    into.put(el("div", "turns").put(back).put(again))
}

/// The best conversation, to be read.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, path: &[Id]) -> Element {
    let Some(walk) = walk(prompt, path) else { return into };
    into.put(talk(sheet, prompt, &walk)).put(ending(sheet, &walk))
}

fn button(what: &str, part: &str) -> Element {
    el("button", "").set("type", "button").set("data-do", what).set("data-part", part)
}

/// How far the variables are; hidden ones only when one looks back.
fn gauges(sheet: &Sheet, prompt: &Prompt, walk: &Walk) -> Option<Element> {
    let shown =
        prompt.variables.iter().zip(&walk.values).filter(|(variable, _)| sheet.is_locked || !variable.is_hidden);
    let mut gauges = shown.map(|(variable, value)| {
        let name = words(&variable.text);
        let [value_text, to, start] = [*value, variable.to, variable.start].map(|number| number.to_string());
        let values = [("name", name.as_str()), ("value", &value_text), ("most", &to), ("start", &start)];
        let text = if sheet.is_locked {
            sheet.player.fill("{name}: {value} of {most} ({start} at the beginning)", &values)
        } else {
            sheet.player.fill("{name}: {value} of {most}", &values)
        };
        let meter = el("meter", "").set("min", &variable.from.to_string()).set("max", &to).set("value", &value_text);
        el("li", "").put(el("span", "").say(&text)).put(meter.set("aria-hidden", "true"))
    });
    let first = gauges.next()?;
    Some(el("ul", "gauges").put(first).each(gauges))
}

/// What was said so far; the newest turn can take the focus, which goes there after each choice.
fn talk(sheet: &Sheet, prompt: &Prompt, walk: &Walk) -> Element {
    let afters = walk.steps.iter().skip(1).map(|step| &step.before).chain([&walk.values]);
    let lines = walk.steps.iter().zip(afters).fold(el("ol", "talk"), |list, (step, after)| {
        let list = list.put(they(sheet, prompt, step.turn));
        list.put(you(sheet, prompt, step, after))
    });
    lines.put(they(sheet, prompt, walk.turn).set("tabindex", "-1").set("data-now", ""))
}

fn they(sheet: &Sheet, prompt: &Prompt, turn: &Turn) -> Element {
    let name = if prompt.with.is_empty() { sheet.player.t("The other person") } else { prompt.with.clone() };
    let line = el("li", "they").put(el("b", "who").say(&name));
    let line = if turn.state.is_empty() { line } else { line.put(sheet.line("i", "state", &turn.state)) };
    if turn.says.is_empty() { line } else { line.put(sheet.line("div", "words", &turn.says)) }
}

fn you(sheet: &Sheet, prompt: &Prompt, step: &Step, after: &[i32]) -> Element {
    let line = el("li", "you").put(el("b", "who").say(&sheet.player.t("You")));
    let line = line.put(sheet.line("div", "words", &step.choice.text));
    let Some(part) = sheet.part(&step.choice.id) else { return line };
    let did = el("p", "did").put(sheet.mark(part)).each(what_it_is(sheet, prompt, step.choice));
    let changes =
        prompt.variables.iter().zip(step.before.iter().zip(after)).filter(|(_, (before, after))| before != after);
    let did = changes.fold(did, |did, (variable, (before, after))| {
        let by = after.saturating_sub(*before);
        let sign = if by < 0 { " −" } else { " +" };
        did.put(el("span", "effect").say(&[&words(&variable.text), sign, &by.unsigned_abs().to_string()].concat()))
    });
    let better = step.turn.choices.iter().filter_map(|choice| {
        let part =
            sheet.part(&choice.id).filter(|part| part.verdict == Verdict::Missed && choice.id != step.choice.id)?;
        let line = el("p", "").put(sheet.mark(part)).say(" ").put(sheet.line("span", "", &choice.text));
        Some(el("div", "better missed").put(line.each(what_it_is(sheet, prompt, choice))).each(sheet.said(part)))
    });
    let class = ["you ", super::words::class(part.verdict)].concat();
    line.set("class", &class).put(did).each(sheet.said(part)).each(better)
}

/// The technique of a choice.
fn what_it_is(sheet: &Sheet, prompt: &Prompt, choice: &Choice) -> Option<Element> {
    let technique = prompt.techniques.get(choice.technique?)?;
    Some(sheet.line("span", "technique", &technique.text))
}

/// How the conversation ended.
fn ending(sheet: &Sheet, walk: &Walk) -> Element {
    let line = el("p", "ending").put(el("b", "").say(&sheet.player.t("The conversation ends here."))).say(" ");
    let said = sheet.part(&walk.turn.id).and_then(|part| sheet.said(part));
    el("div", "end").put(line.put(sheet.line("span", "", &walk.turn.ending))).each(said)
}

/// Which techniques were used, and how often.
fn techniques(sheet: &Sheet, prompt: &Prompt, walk: &Walk) -> Option<Element> {
    if prompt.techniques.is_empty() {
        return None;
    }
    let lines = prompt.techniques.iter().enumerate().map(|(at, technique)| {
        let times = walk.steps.iter().filter(|step| step.choice.technique == Some(at)).count().to_string();
        let values = [("name", words(&technique.text)), ("n", times)];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        el("li", "").say(&sheet.player.fill("{name}: {n} ×", &values))
    });
    let heading = el("p", "").put(el("b", "").say(&sheet.player.t("How you spoke")));
    Some(el("div", "spoke").put(heading).put(el("ul", "").each(lines)))
}
