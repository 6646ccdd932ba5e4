//! Stakeholders: a map to tap on, and below it the list of everybody with a menu of places, which does the same.

mod act;
mod map;

pub(super) use act::{entered, pressed};

use super::sheet::Sheet;
use crate::content::prose::words;
use crate::exercise::stakeholders::{Given, LONGEST_NAME, Place, Prompt, Who};
use crate::view::prose::element::{Build, el};
use map::map;
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, given: &Given) -> Element {
    let all = everybody(prompt, given);
    let picked = all.iter().find(|one| one.place.is_none()).map(|one| one.who.name()).unwrap_or_default();
    let rows = all.iter().enumerate().map(|(at, one)| row(sheet, prompt, one, at, one.who.name() == picked));
    let into = into.put(el("div", "map").put(map(sheet, prompt.levels, &all)));
    into.put(el("ol", "everybody").each(rows)).each(own(sheet, prompt, given))
}

/// The author's places, as a map and in words.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, given: &Given) -> Element {
    let all = everybody(prompt, given);
    let locked = Sheet { is_locked: true, ..*sheet };
    let line = |one: &Somebody| {
        let place = one.place.map(|place| said(sheet, prompt, place)).unwrap_or_default();
        el("li", "").say(&one.name).say(": ").say(&place)
    };
    into.put(el("div", "map").put(map(&locked, prompt.levels, &all))).put(el("ol", "").each(all.iter().map(line)))
}

/// Somebody on the map.
pub(super) struct Somebody {
    who: Who,
    name: String,
    place: Option<Place>,
}

/// Everybody in the order of their numbers: the named ones, then the learner's own.
fn everybody(prompt: &Prompt, given: &Given) -> Vec<Somebody> {
    let named = prompt.named.iter().map(|item| (Who::Named(item.id.clone()), words(&item.text)));
    let own = given.own.iter().enumerate().map(|(at, own)| (Who::Own(at), own.name.clone()));
    named.chain(own).map(|(who, name)| Somebody { place: given.place(&who), who, name }).collect()
}

/// A place in words.
fn said(sheet: &Sheet, prompt: &Prompt, place: Place) -> String {
    let steps = [place.power, place.interest, prompt.levels].map(|step| step.to_string());
    let [power, interest, of] = steps.each_ref().map(String::as_str);
    let values = [("power", power), ("interest", interest), ("of", of)];
    sheet.player.fill("power {power} of {of}, interest {interest} of {of}", &values)
}

/// Somebody with the menu of places.
fn row(sheet: &Sheet, prompt: &Prompt, one: &Somebody, at: usize, is_picked: bool) -> Element {
    let number = (at + 1).to_string();
    let part = match &one.who {
        Who::Named(id) => sheet.part(id),
        Who::Own(_) => None,
    };
    let who = one.who.name();
    let line = el("div", "somebody");
    if sheet.is_locked {
        let place = one.place.map(|place| said(sheet, prompt, place)).unwrap_or_else(|| "–".to_owned());
        let name = el("span", "text").put(el("b", "").say(&number).say(" ")).say(&one.name).say(": ").say(&place);
        return sheet.row("li", line.put(name), part);
    }
    let pick = el("button", "pick").set("type", "button").set("data-do", "pick").set("data-part", &who);
    let pick = pick.set("aria-pressed", if is_picked { "true" } else { "false" });
    let pick = pick.put(el("b", "").say(&number)).put(el("span", "").say(&one.name));
    let label = sheet.player.fill("Place of {name}", &[("name", &one.name)]);
    let menu = el("select", "").set("data-part", &who).set("aria-label", &label);
    let nothing = el("option", "").set("value", "").say(&sheet.player.t("Choose…"));
    let places = places(prompt.levels).map(|place| {
        let option = el("option", "").set("value", &value(place)).flag("selected", one.place == Some(place));
        option.say(&said(sheet, prompt, place))
    });
    let line = line.put(pick).put(menu.put(nothing).each(places));
    let Who::Own(_) = one.who else { return sheet.row("li", line, part) };
    let name = sheet.player.fill("Remove {label}: {n}", &[("label", &one.name), ("n", &number)]);
    let drop = el("button", "quiet").set("type", "button").set("data-do", "drop").set("data-part", &who);
    sheet.row("li", line.put(drop.set("aria-label", &name).say(&sheet.player.t("Remove"))), part)
}

/// Room for one's own stakeholders.
fn own(sheet: &Sheet, prompt: &Prompt, given: &Given) -> Option<Element> {
    if sheet.is_locked || given.own.len() >= prompt.own as usize {
        return None;
    }
    let id = sheet.name(&["own"]);
    let label = el("label", "").set("for", &id).say(&sheet.player.t("Who else?"));
    let field = el("input", "own-name").set("type", "text").set("id", &id).set("autocomplete", "off");
    let field = field.set("maxlength", &LONGEST_NAME.to_string());
    let add = el("button", "").set("type", "button").set("data-do", "join").say(&sheet.player.t("Add"));
    Some(el("div", "who-else").put(label).put(field).put(add))
}

/// All places, the most powerful first.
fn places(levels: u8) -> impl Iterator<Item = Place> {
    (1..=levels).rev().flat_map(move |power| (1..=levels).map(move |interest| Place { power, interest }))
}

/// A place as the value of a control.
fn value(place: Place) -> String {
    [place.power, place.interest].map(|step| step.to_string()).join("/")
}
