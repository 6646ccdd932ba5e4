//! Words that open more words: abbreviations, notes, terms of the glossary.

use super::Writer;
use super::element::{Build, el};
use crate::content::{Id, Prose};
use leptos::task::spawn_local;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, Node};

/// A button that opens a few words. It needs no script; a browser that does not know it shows the words.
pub(super) fn pop(made: Element, button: Element, words: Element) -> Element {
    thread_local! { static COUNT: Cell<u32> = const { Cell::new(0) } }
    COUNT.set(COUNT.get().wrapping_add(1));
    let id = ["pop", &COUNT.get().to_string()].concat();
    let button = el("button", "opens").set("type", "button").set("popovertarget", &id).put(button);
    made.put(button).put(words.set("class", "pop").set("popover", "").set("id", &id))
}

/// Takes the last word out of an element, so that what follows stays with it in one line.
pub(super) fn last_word(element: &Element) -> Element {
    let line = el("span", "line");
    let Some(last) = element.last_child().filter(|last| last.node_type() == Node::TEXT_NODE) else { return line };
    let text = last.text_content().unwrap_or_default();
    let at = text.rfind(' ').map_or(0, |at| at + 1);
    last.set_text_content(text.get(..at));
    line.say(text.get(at..).unwrap_or_default())
}

impl Writer<'_> {
    /// A term; the glossary is fetched when its meaning is asked for.
    pub(super) fn term(&self, made: Element, id: &Id, inner: &Prose) -> Element {
        let (player, id) = (self.player, id.clone());
        let ask = move |event: Event| {
            let words = event.current_target().and_then(|made| made.dyn_into::<Element>().ok());
            let words = words.and_then(|made| made.last_element_child());
            if let Some(words) = words.filter(|words| !words.has_child_nodes()) {
                let id = id.clone();
                spawn_local(async move {
                    if let Ok(screens) = player.state().load_screens().await {
                        (screens.explain)(player, id, words).await;
                    }
                });
            }
        };
        let word = self.all(el("span", "term"), inner);
        pop(made, word, el("span", "").set("role", "status")).on("click", Box::new(ask))
    }
}
