//! Ordering: buttons move an item up and down.

use super::sheet::Sheet;
use crate::content::Id;
use crate::content::prose::words;
use crate::exercise::Item;
use crate::exercise::ordering::Prompt;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, order: &[Id]) -> Element {
    let last = order.len().saturating_sub(1);
    let rows = order.iter().enumerate().filter_map(|(at, id)| {
        let item = item(prompt, id)?;
        let name = words(&item.text);
        let line = el("div", "place").put(sheet.line("span", "text", &item.text));
        let line = if sheet.is_locked {
            line
        } else {
            let up = sheet.player.fill("Move up: {item}", &[("item", &name)]);
            let down = sheet.player.fill("Move down: {item}", &[("item", &name)]);
            line.put(button("up", id, "↑", &up, at == 0)).put(button("down", id, "↓", &down, at == last))
        };
        Some(sheet.row("li", line, sheet.part(id)))
    });
    into.put(el("ol", "places").each(rows))
}

/// The items in order.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, order: &[Id]) -> Element {
    let items = order.iter().filter_map(|id| item(prompt, id));
    into.put(el("ol", "").each(items.map(|item| sheet.line("li", "", &item.text))))
}

/// Moves an item up or down; gives back its name and its new place from 1, or nothing where it is at the end.
pub(super) fn shift(prompt: &Prompt, order: &mut [Id], id: &str, is_up: bool) -> Option<(String, usize)> {
    let at = order.iter().position(|one| one.as_str() == id)?;
    let to = if is_up { at.checked_sub(1)? } else { at + 1 };
    if to >= order.len() {
        return None;
    }
    order.swap(at, to);
    Some((words(&item(prompt, order.get(to)?)?.text), to + 1))
}

fn button(way: &str, id: &Id, sign: &str, name: &str, is_at_end: bool) -> Element {
    let button = el("button", "move").set("type", "button").set("data-do", way).set("data-part", id.as_str());
    // At the end it keeps the focus, so it is not taken out of reach.
    let button = if is_at_end { button.set("aria-disabled", "true") } else { button };
    button.set("aria-label", name).say(sign)
}

fn item<'a>(prompt: &'a Prompt, id: &Id) -> Option<&'a Item> {
    prompt.items.iter().find(|item| item.id == *id)
}
