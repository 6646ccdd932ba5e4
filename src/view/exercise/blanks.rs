//! Blanks: fields and lists in running text or in a table.

use super::sheet::Sheet;
use super::{bank, words};
use crate::content::prose::words as plain;
use crate::content::{Id, Node};
use crate::exercise::blanks::{Blank, Prompt};
use crate::exercise::pairs;
use crate::view::prose::Writer;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, filled: &[(Id, String)]) -> Element {
    let gap = |id: &Id, _: &[Node]| {
        let (at, blank) = find(prompt, id)?;
        let text = pairs::get(filled, id).map_or("", |text| text);
        let control = control(sheet, prompt, at, blank, text);
        // While a word of the bank is taken, a button lies over the list.
        let has_bank = !prompt.bank.is_empty() && !sheet.is_locked;
        let place = has_bank.then(|| bank::place(sheet, id, &name(sheet, prompt, at)));
        Some(match sheet.part(id) {
            Some(part) => el("span", &["gap ", words::class(part.verdict)].concat()).put(control).put(sheet.mark(part)),
            // A list cannot be opened on paper: what may be chosen stands behind the gap there.
            None => el("span", "gap").put(control).each(place).each(on_paper(prompt, blank)),
        })
    };
    let text = Writer::with_gaps(sheet.player, &gap).all(el("div", "prose"), &prompt.text);
    let is_used = |word: &Id| filled.iter().any(|(_, given)| given == word.as_str());
    let bank = Some(&prompt.bank).filter(|bank| !bank.is_empty());
    let into = into.each(bank.and_then(|bank| bank::words_of(sheet, bank, &is_used)));
    let names = prompt.blanks.iter().enumerate();
    let said = names.map(|(at, blank)| (&blank.id, el("b", "").say(&name(sheet, prompt, at))));
    into.put(text).put(remarks(sheet, said))
}

/// What is said to parts that stand in a running text, below it by their names.
pub(super) fn remarks<'a>(sheet: &Sheet, names: impl Iterator<Item = (&'a Id, Element)>) -> Element {
    let said = names.filter_map(|(id, name)| {
        let said = sheet.part(id).and_then(|part| sheet.said(part))?;
        Some(el("li", "").put(name).put(said))
    });
    el("ul", "remarks").each(said)
}

/// The text with its gaps filled.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, filled: &[(Id, String)]) -> Element {
    let gap = |id: &Id, _: &[Node]| {
        let (_, blank) = find(prompt, id)?;
        let text = pairs::get(filled, id)?;
        let choices = prompt.choices(blank).unwrap_or_default();
        let chosen = choices.iter().find(|option| option.id.as_str() == text);
        Some(match chosen {
            Some(option) => sheet.line("mark", "", &option.text),
            None => el("mark", "").say(text),
        })
    };
    into.put(Writer::with_gaps(sheet.player, &gap).all(el("div", "prose"), &prompt.text))
}

fn control(sheet: &Sheet, prompt: &Prompt, at: usize, blank: &Blank, text: &str) -> Element {
    let name = name(sheet, prompt, at);
    let Some(choices) = prompt.choices(blank) else {
        let size = blank.width.clamp(3, 40).to_string();
        return sheet.field("", blank.id.as_str(), text).set("size", &size).set("aria-label", &name);
    };
    sheet.list(&blank.id, &name, choices.iter().map(|option| (option, plain(&option.text))), Some(text))
}

/// What may be chosen for a gap that has a list of its own, for paper only.
fn on_paper(prompt: &Prompt, blank: &Blank) -> Option<Element> {
    let choices = prompt.choices(blank).filter(|_| prompt.bank.is_empty())?;
    let words: Vec<String> = choices.iter().map(|option| plain(&option.text)).collect();
    Some(el("span", "on-paper").say(&[" (", &words.join(" / "), ")"].concat()))
}

fn find<'a>(prompt: &'a Prompt, id: &Id) -> Option<(usize, &'a Blank)> {
    prompt.blanks.iter().enumerate().find(|(_, blank)| blank.id == *id)
}

fn name(sheet: &Sheet, prompt: &Prompt, at: usize) -> String {
    let (n, of) = ((at + 1).to_string(), prompt.blanks.len().to_string());
    sheet.player.fill("Gap {n} of {of}", &[("n", &n), ("of", &of)])
}
