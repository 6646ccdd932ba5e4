//! What all screens are put together with.
//!
//! Screens are built by hand, out of elements: a macro's view costs four times as much WebAssembly (see
//! `docs/decisions/0006-elements-by-hand.md`). What a screen does when it is touched stands in one place, `actions`.

use super::Player;
use super::prose::element::{Build, el};
use crate::port::Soon;
use crate::route::Route;
use leptos::prelude::{Effect, document};
use leptos::tachys::renderer::dom::Dom;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDialogElement};

/// Draws something, and again each time when what it has looked at changes; ends with the owner that it began under.
pub(super) fn follow(draw: Box<dyn Fn()>) {
    Effect::new(move |_| draw());
}

/// Has something done.
pub(super) fn spawn(task: Soon<'static, ()>) {
    wasm_bindgen_futures::spawn_local(task);
}

/// An element with a text.
pub(super) fn text(tag: &str, class: &str, words: &str) -> Element {
    el(tag, class).say(words)
}

/// A paragraph.
pub(super) fn p(words: &str) -> Element {
    text("p", "", words)
}

/// A link to a screen.
pub(super) fn link(class: &str, route: &Route, words: &str) -> Element {
    text("a", class, words).set("href", &route.href())
}

/// A button; `act` is its name among the actions.
pub(super) fn button(class: &str, act: &str, words: &str) -> Element {
    text("button", class, words).set("type", "button").set("data-act", act)
}

/// The heading of a screen; it takes the focus when the screen appears.
pub(super) fn title(words: &str) -> Element {
    text("h1", "", words).set("tabindex", "-1")
}

/// A section with a heading; nothing where it would be empty.
pub(super) fn section(heading: &str, children: Vec<Element>) -> Vec<Element> {
    if children.is_empty() {
        return children;
    }
    vec![el("section", "").put(text("h2", "", heading)).all(children)]
}

/// A list.
pub(super) fn list(tag: &str, class: &str, items: Vec<Element>) -> Element {
    items.into_iter().fold(el(tag, class), |list, item| list.put(el("li", "").put(item)))
}

/// An element of a picture.
pub(super) fn svg(tag: &str) -> Element {
    Dom::create_element(tag, Some("http://www.w3.org/2000/svg"))
}

/// A picture of lines, 24 by 24, that says nothing by itself.
pub(super) fn icon(path: &str) -> Element {
    let lines = svg("path").set("d", path);
    svg("svg").set("viewBox", "0 0 24 24").set("class", "icon").set("aria-hidden", "true").put(lines)
}

/// A dialog that asks before something is done that cannot be undone.
pub(super) fn ask(player: Player, id: &str, heading: &str, body: Vec<Element>, act: &str, yes: &str) -> Element {
    let name = [id, "-name"].concat();
    let actions = el("p", "actions")
        .put(button("primary", act, yes))
        .put(button("", "close", &player.t("Cancel")).flag("autofocus", true));
    el("dialog", "ask")
        .set("id", id)
        .set("aria-labelledby", &name)
        .put(text("h2", "", heading).set("id", &name))
        .all(body)
        .put(actions)
}

/// Opens the dialog of this id.
pub(super) fn open(id: &str) {
    if let Some(dialog) = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) {
        // Refused only where it is open already.
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog that an element stands in.
pub(super) fn close(inside: &Element) {
    let dialog = inside.closest("dialog").ok().flatten().and_then(|it| it.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog {
        dialog.close();
    }
}
