//! Plan: sections with fields to write into, rows that are added and removed; below the whole plan what it leaves as.

mod act;
mod field;
mod paper;

pub(super) use act::{Pressed, pressed};
pub(super) use field::typed;

use super::sheet::Sheet;
use crate::content::Id;
use crate::exercise::plan::{Entry, Prompt, Section, entry};
use crate::route::Route;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, entries: &[(Id, Entry)]) -> Element {
    let Some(only) = sheet.section else {
        let sections = prompt.sections.iter().map(|section| whole(sheet, section, entries));
        let left = entry::leftover(prompt, entries);
        return into.each(sections).each(leftover(sheet, left)).put(paper::actions(sheet));
    };
    let section = prompt.sections.iter().find(|section| section.id == *only);
    let fields = section.into_iter().flat_map(|section| &section.fields);
    into.each(fields.map(|one| field::field(sheet, one, entries))).each(link(sheet, prompt))
}

/// A section of the plan where it stands whole.
fn whole(sheet: &Sheet, section: &Section, entries: &[(Id, Entry)]) -> Element {
    let fields = section.fields.iter().map(|one| field::field(sheet, one, entries));
    if section.title.is_empty() {
        return el("div", "section").each(fields);
    }
    el("fieldset", "section").put(el("legend", "").say(&section.title)).each(fields)
}

/// What was written for fields that the plan no longer has.
fn leftover(sheet: &Sheet, left: Vec<String>) -> Option<Element> {
    if left.is_empty() {
        return None;
    }
    let heading = el("p", "name").say(&sheet.player.t("From an earlier edition of this plan"));
    Some(el("div", "section").put(heading).each(left.iter().map(|text| el("div", "written").say(text))))
}

/// The way from a section to the whole plan.
fn link(sheet: &Sheet, prompt: &Prompt) -> Option<Element> {
    let (unit, page) = prompt.place.clone()?;
    let words = sheet.player.t("To the whole plan");
    let link = el("a", "").set("href", &Route::Page(unit, Some(page)).href()).say(&words);
    Some(el("p", "whole").put(link))
}

/// Names of fields for those who hear them.
fn optional(sheet: &Sheet, is_optional: bool) -> Option<Element> {
    is_optional.then(|| el("span", "optional").say(" ").say(&sheet.player.t("(if you like)")))
}
