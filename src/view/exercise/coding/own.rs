//! Codes that the learner adds: named, said to be like a code of the codebook, removed.

use super::desk::{Act, Desk};
use super::transcript;
use crate::content::Id;
use crate::content::prose::words;
use crate::exercise::coding::Own;
use crate::view::prose::element::{Build, el, emptied, focus};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// The field for a new code, and those that are there.
pub(super) fn panel(desk: &Desk) -> Element {
    let player = desk.player;
    let label = player.t("A code of your own");
    let field = el("input", "")
        .set("type", "text")
        .set("data-own", "name")
        .set("maxlength", "60")
        .set("autocomplete", "off")
        .set("aria-label", &label)
        .set("placeholder", &label);
    let add = el("button", "").set("type", "button").set("data-own", "add").say(&player.t("Add"));
    let list = el("ul", "own-codes").each(desk.given.borrow().own.iter().map(|own| entry(desk, own)));
    el("div", "own").put(el("div", "own-new").put(field).put(add)).put(list)
}

/// A code that is there: what it is like, and a button that removes it.
fn entry(desk: &Desk, own: &Own) -> Element {
    let player = desk.player;
    let like = player.fill("“{code}” is compared as", &[("code", &own.name)]);
    let option = |value: &str, name: &str| {
        let is_chosen = own.like.as_ref().map_or("", Id::as_str) == value;
        el("option", "").set("value", value).flag("selected", is_chosen).say(name)
    };
    let codes = desk.prompt.codes.iter().map(|code| option(code.id.as_str(), &words(&code.text)));
    let list = el("select", "").set("data-own", own.id.as_str()).set("aria-label", &like);
    let list = list.put(option("", &player.t("no code: it is not compared"))).each(codes);
    let name = player.fill("Remove the code “{code}”", &[("code", &own.name)]);
    let remove = el("button", "move").set("type", "button").set("data-own", "remove").set("aria-label", &name);
    let remove = remove.set("value", own.id.as_str()).say("×");
    el("li", "").put(el("span", "").say(&like)).put(list).put(remove)
}

pub(super) fn pressed(act: &Act, button: &Element) {
    match button.get_attribute("data-own").as_deref() {
        Some("add") => add(act),
        Some("remove") => {
            let code = button.get_attribute("value").and_then(|id| Id::new(&id));
            if let Some(code) = code {
                remove(act, &code);
            }
        }
        _ => {}
    }
}

/// Adds a code of the name in the field.
pub(super) fn add(act: &Act) {
    let field = act.find("[data-own=name]").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    if act.desk.given.borrow_mut().add(&field.value()).is_none() {
        return focus(&field);
    }
    field.set_value("");
    draw(act);
    act.keep();
    // The new code is ready to be given.
    if let Some(code) = act.find(".codes > :last-child") {
        focus(&code);
    }
}

fn remove(act: &Act, code: &Id) {
    let marked: Vec<Id> = {
        let given = act.desk.given.borrow();
        given.marks.iter().filter(|mark| mark.code == *code).map(|mark| mark.sentence.clone()).collect()
    };
    act.desk.given.borrow_mut().remove(code);
    for (at, sentence) in act.desk.prompt.sentences().enumerate() {
        if marked.contains(&sentence.id) {
            transcript::redraw(act, at);
        }
    }
    draw(act);
    act.keep();
    if let Some(field) = act.find("[data-own=name]") {
        focus(&field);
    }
}

/// What an own code is said to be like.
pub(super) fn changed(act: &Act) {
    let Some(list) = act.target.dyn_ref::<HtmlSelectElement>() else { return };
    let code = act.target.get_attribute("data-own").unwrap_or_default();
    for own in act.desk.given.borrow_mut().own.iter_mut().filter(|own| own.id.as_str() == code) {
        own.like = Id::new(&list.value());
    }
    act.keep();
}

fn draw(act: &Act) {
    if let Some(list) = act.find(".own-codes") {
        emptied(&list).each(act.desk.given.borrow().own.iter().map(|own| entry(act.desk, own)));
    }
    transcript::draw_codes(act);
}
