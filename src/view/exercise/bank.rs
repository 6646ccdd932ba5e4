//! Words to take and to put: press a word, then the place that it belongs to. Nothing is ever dragged.

use super::sheet::Sheet;
use crate::content::Id;
use crate::exercise::{Item, Response, pairs};
use crate::view::Player;
use crate::view::prose::element::{Build, el};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// While a word is taken, the controls have this mark.
const TAKEN: &str = "data-taken";

/// The words; those that stand somewhere already are paler. Nothing once the answer can no longer be changed.
pub(super) fn words_of(sheet: &Sheet, items: &[Item], is_used: &dyn Fn(&Id) -> bool) -> Option<Element> {
    let word = |item: &Item| {
        let class = if is_used(&item.id) { "word used" } else { "word" };
        let button = sheet.line("button", class, &item.text).set("type", "button").set("data-do", "take");
        el("li", "").put(button.set("data-part", item.id.as_str()).set("aria-pressed", "false"))
    };
    let list = el("ul", "").set("aria-label", &sheet.player.t("Words"));
    // It is there from the beginning, so that what comes into it is announced, and moves nothing.
    let next = el("p", "next").set("role", "status");
    (!sheet.is_locked).then(|| el("div", "bank").put(list.each(items.iter().map(word))).put(next))
}

/// The place where a taken word is put: a button over the list.
pub(super) fn place(sheet: &Sheet, part: &Id, name: &str) -> Element {
    let name = sheet.player.fill("Put it here: {place}", &[("place", name)]);
    let button = el("button", "put").set("type", "button").set("data-do", "lay").set("data-part", part.as_str());
    button.set("aria-label", &name).say(&sheet.player.t("Here"))
}

/// Takes a word, or lays it back, and says what comes next.
pub(super) fn take(player: Player, body: &Element, button: &Element) {
    let is_taken = button.get_attribute("aria-pressed").as_deref() == Some("true");
    if let Ok(Some(other)) = body.query_selector(".word[aria-pressed=true]") {
        let _ = other.set("aria-pressed", "false");
    }
    let _ = button.clone().set("aria-pressed", if is_taken { "false" } else { "true" });
    let _ = body.toggle_attribute_with_force(TAKEN, !is_taken);
    let word = button.text_content().filter(|_| !is_taken);
    let next = word.map(|word| player.fill("Chosen: {word}. Now press its place.", &[("word", &word)]));
    if let Ok(Some(place)) = body.query_selector(".next") {
        place.set_text_content(next.as_deref());
    }
}

/// Puts the taken word into a part of the response; false where no word is taken.
pub(super) fn put(body: &Element, response: &mut Response, part: &str) -> bool {
    let taken = body.query_selector(".word[aria-pressed=true]").ok().flatten();
    let word = taken.and_then(|button| Id::new(&button.get_attribute("data-part")?));
    let _ = body.remove_attribute(TAKEN);
    let (Some(part), Some(word)) = (Id::new(part), word) else { return false };
    if let Response::Blanks(gaps) = response {
        pairs::set(gaps, &part, Some(word.to_string()));
    } else if let Response::Label(places) = response {
        pairs::set(places, &part, Some(word));
    }
    true
}

/// Shows anew which words stand somewhere.
pub(super) fn show(body: &Element, is_used: &dyn Fn(&str) -> bool) {
    each(body, ".word", &|word, part| {
        let _ = word.clone().set("class", if is_used(part) { "word used" } else { "word" });
    });
}

/// Shows every element that a selector names, with its part, to `look`.
pub(super) fn each(body: &Element, selector: &str, look: &dyn Fn(&Element, &str)) {
    let Ok(found) = body.query_selector_all(selector) else { return };
    for at in 0..found.length() {
        if let Some(element) = found.get(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            look(&element, &element.get_attribute("data-part").unwrap_or_default());
        }
    }
}
