//! Cards: one at a time, turned over by a button. Those not known come again.

use super::sheet::Sheet;
use crate::content::{Id, Node};
use crate::exercise::Response;
use crate::exercise::cards::{Card, Prompt, put};
use crate::view::prose::Writer;
use crate::view::prose::element::{Build, el, focus};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, known: &[Id], again: &[Id]) -> Element {
    let (n, of) = (known.len().to_string(), prompt.cards.len().to_string());
    let far = sheet.player.fill("{n} of {of} known", &[("n", &n), ("of", &of)]);
    let far = el("p", "far").say(&far);
    let all = el("dl", "pairs deck").each(
        prompt.cards.iter().flat_map(|card| [sheet.line("dt", "", &card.front), sheet.line("dd", "", &card.back)]),
    );
    match prompt.next(known, again).filter(|_| !sheet.is_locked) {
        Some(card) => into.put(far).put(one(sheet, card)).put(all.set("class", "pairs deck for-paper")),
        None => into.put(far).put(all),
    }
}

/// A card with its front up.
fn one(sheet: &Sheet, card: &Card) -> Element {
    let face = |class, text: &[Node]| Writer::new(sheet.player).all(el("div", class), text);
    let button = |what, words: String| {
        let button = el("button", "").set("type", "button").set("data-do", what).set("data-part", card.id.as_str());
        button.say(&words)
    };
    let back = face("face back", &card.back).set("tabindex", "-1").flag("hidden", true);
    let judge = el("div", "judge").flag("hidden", true);
    let judge = judge.put(button("known", sheet.player.t("I knew it"))).put(button("again", sheet.player.t("Not yet")));
    let front = face("face", &card.front);
    el("div", "flash").put(front).put(back).put(button("turn", sheet.player.t("Turn over"))).put(judge)
}

/// Turns the card over: shows its back, and the question whether it was known.
pub(super) fn turn(button: &Element) {
    let _ = button.clone().flag("hidden", true);
    let Some(card) = button.parent_element() else { return };
    for part in [".back", ".judge"] {
        if let Ok(Some(part)) = card.query_selector(part) {
            let _ = part.remove_attribute("hidden");
        }
    }
    if let Ok(Some(back)) = card.query_selector(".back") {
        focus(&back);
    }
}

/// Notes whether a card was known.
pub(super) fn judge(response: &mut Response, card: &str, is_known: bool) {
    if let (Response::Cards { known, again }, Some(card)) = (response, Id::new(card)) {
        put(known, again, &card, is_known);
    }
}
