//! Matching: a list of partners for each item. The partners stand in full above.

use super::sheet::Sheet;
use crate::content::Id;
use crate::content::prose::words;
use crate::exercise::matching::Prompt;
use crate::exercise::{Item, pairs};
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, places: &[(Id, Id)]) -> Element {
    let name = |(item, letter): (&Item, char)| [letter.to_string().as_str(), " · ", &words(&item.text)].concat();
    let names: Vec<String> = prompt.right.iter().zip('A'..='Z').map(name).collect();
    let listed = prompt.right.iter().map(|item| sheet.line("li", "", &item.text));
    let into = into.put(el("ol", "partners").set("type", "A").each(listed));
    into.each(prompt.left.iter().map(|item| {
        let chosen = pairs::get(places, &item.id).map(Id::as_str);
        let list = sheet.list(&item.id, &words(&item.text), prompt.right.iter().zip(names.iter().cloned()), chosen);
        let line = el("div", "pair").put(sheet.line("span", "text", &item.text)).put(list);
        sheet.row("div", line, sheet.part(&item.id))
    }))
}

/// Each item with its partner.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, places: &[(Id, Id)]) -> Element {
    let partner = |item: &Item| {
        let right = pairs::get(places, &item.id)?;
        prompt.right.iter().find(|partner| partner.id == *right)
    };
    into.put(prompt.left.iter().fold(el("dl", "pairs"), |list, item| {
        let partner = partner(item).map(|partner| sheet.line("dd", "", &partner.text));
        list.put(sheet.line("dt", "", &item.text)).each(partner)
    }))
}
