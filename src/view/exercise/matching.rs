//! Matching: a list of partners for each item. The partners stand in full above.

use super::sheet::Sheet;
use crate::content::Id;
use crate::content::prose::words;
use crate::exercise::matching::Prompt;
use crate::exercise::{Item, pairs};
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, prompt: &Prompt, places: &[(Id, Id)]) -> Vec<Element> {
    let letters = ('A'..='Z').map(|letter| letter.to_string());
    let partners: Vec<(&Id, String)> = prompt
        .right
        .iter()
        .zip(letters)
        .map(|(item, letter)| (&item.id, [letter.as_str(), " · ", &words(&item.text)].concat()))
        .collect();
    let listed = prompt.right.iter().map(|item| sheet.line("li", "", &item.text)).collect();
    let rows = prompt.left.iter().map(|item| {
        let chosen = pairs::get(places, &item.id).map(Id::as_str);
        let list = sheet.list(&item.id, &words(&item.text), &partners, chosen);
        let line = el("div", "pair").put(sheet.line("span", "text", &item.text)).put(list);
        sheet.row("div", line, sheet.part(&item.id))
    });
    std::iter::once(el("ol", "partners").set("type", "A").all(listed)).chain(rows).collect()
}

/// Each item with its partner.
pub(super) fn model(sheet: &Sheet, prompt: &Prompt, places: &[(Id, Id)]) -> Vec<Element> {
    let partner = |item: &Item| {
        let right = pairs::get(places, &item.id)?;
        prompt.right.iter().find(|partner| partner.id == *right)
    };
    let pairs = prompt.left.iter().flat_map(|item| {
        let partner = partner(item).map(|partner| sheet.line("dd", "", &partner.text));
        std::iter::once(sheet.line("dt", "", &item.text)).chain(partner)
    });
    vec![el("dl", "pairs").all(pairs.collect())]
}
