//! Coding: a transcript to select in, a codebook to choose from; afterwards both codings side by side.
//!
//! What a learner does here changes a [`desk::Desk`], which puts the whole coding into one hidden field; the card hears
//! of it as of any other field. Only the sentences that change are drawn again: a transcript may have 5,000 words.

mod desk;
mod keys;
mod later;
mod outcome;
mod own;
mod point;
mod transcript;

use super::sheet::Sheet;
use super::whole;
use crate::content::prose::words;
use crate::exercise::coding::{Comparison, Given, Prompt};
use crate::view::prose::element::{Build, el, emptied};
use desk::Desk;
use std::rc::Rc;
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, place: &Element, prompt: &Prompt, given: &Given) -> Element {
    let Some(comparison) = sheet.comparison else {
        later::rehearse(sheet.player);
        let desk = Rc::new(Desk::new(sheet, prompt, given));
        let into = emptied(place).put(codebook(sheet, prompt));
        return into.put(desk::listen(&desk, transcript::surface(&desk))).put(whole::field(false));
    };
    match place.query_selector(".desk").ok().flatten().filter(|_| prompt.sentences().count() > LONG) {
        Some(desk) => later::compare(sheet, place, &desk),
        None => compared(sheet, place, prompt, given, comparison),
    }
}

/// With more sentences than this, the verdict comes first and the comparison after it.
const LONG: usize = 50;

/// Both codings side by side, in place of what is there.
fn compared(sheet: &Sheet, place: &Element, prompt: &Prompt, given: &Given, comparison: &Comparison) -> Element {
    outcome::outcome(sheet, emptied(place).put(codebook(sheet, prompt)), prompt, given, comparison)
}

/// The expert's coding: the sentences that carry a code.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, given: &Given) -> Element {
    let coded = prompt.sentences().filter_map(|sentence| {
        let codes = given.marks.iter().filter(|mark| mark.sentence == sentence.id);
        let names: Vec<Element> =
            codes.map(|mark| el("mark", "").say(&name(prompt, given, mark.code.as_str()))).collect();
        (!names.is_empty()).then(|| el("li", "").say(&sentence.text).say(" ").all(names))
    });
    into.put(el("ul", "coded-list").set("aria-label", &sheet.player.t("Sentences with codes")).each(coded))
}

/// What each code means, to be opened.
fn codebook(sheet: &Sheet, prompt: &Prompt) -> Element {
    let entry = |code: &crate::exercise::Item| {
        let means = prompt.means.iter().find(|(id, _)| *id == code.id);
        let means = means.map(|(_, text)| sheet.line("dd", "", text));
        el("div", "").put(sheet.line("dt", "", &code.text)).each(means)
    };
    let summary = el("summary", "").say(&sheet.player.t("Codebook"));
    el("details", "codebook").flag("open", true).put(summary).put(el("dl", "").each(prompt.codes.iter().map(entry)))
}

/// The name of a code, of the codebook or the learner's own.
fn name(prompt: &Prompt, given: &Given, code: &str) -> String {
    let book = prompt.codes.iter().find(|item| item.id.as_str() == code).map(|item| words(&item.text));
    let own = || given.own.iter().find(|own| own.id.as_str() == code).map(|own| own.name.clone());
    book.or_else(own).unwrap_or_default()
}
