//! Elements built by hand: for text that does not change by itself, the smallest and fastest way.

use leptos::tachys::renderer::dom::Dom;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement};

/// Makes an element with a class; without one where it is empty.
pub(in crate::view) fn el(tag: &str, class: &str) -> Element {
    let made = Dom::create_element(tag, None);
    if class.is_empty() { made } else { made.set("class", class) }
}

/// Makes a MathML element.
pub(super) fn math(tag: &str) -> Element {
    Dom::create_element(tag, Some("http://www.w3.org/1998/Math/MathML"))
}

/// Puts an element together, one call after the other.
pub(in crate::view) trait Build: Sized {
    /// Sets an attribute.
    fn set(self, name: &str, value: &str) -> Self;
    /// Sets an attribute without a value, where `yes`.
    fn flag(self, name: &str, yes: bool) -> Self;
    /// Appends a text.
    fn say(self, text: &str) -> Self;
    /// Appends an element.
    fn put(self, child: Element) -> Self;
    /// Appends elements.
    fn all(self, children: Vec<Element>) -> Self;
    /// Appends elements as they are made.
    fn each(self, children: impl IntoIterator<Item = Element>) -> Self;
    /// Has a handler called for an event.
    fn on(self, event: &str, handler: Box<dyn FnMut(Event)>) -> Self;
}

impl Build for Element {
    fn set(self, name: &str, value: &str) -> Self {
        Dom::set_attribute(&self, name, value);
        self
    }

    fn flag(self, name: &str, yes: bool) -> Self {
        if yes { self.set(name, "") } else { self }
    }

    fn say(self, text: &str) -> Self {
        Dom::insert_node(&self, &Dom::create_text_node(text), None);
        self
    }

    fn put(self, child: Element) -> Self {
        Dom::insert_node(&self, &child, None);
        self
    }

    fn all(self, children: Vec<Element>) -> Self {
        self.each(children)
    }

    fn each(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Build::put)
    }

    fn on(self, event: &str, handler: Box<dyn FnMut(Event)>) -> Self {
        // The browser owns the handler, and drops it with the element.
        let handler = Closure::wrap(handler).into_js_value();
        let _ = self.add_event_listener_with_callback(event, handler.unchecked_ref());
        self
    }
}

/// Replaces what is in an element.
pub(in crate::view) fn refill(element: &Element, children: Vec<Element>) {
    emptied(element).all(children);
}

/// An element without what was in it, to be filled anew.
pub(in crate::view) fn emptied(element: &Element) -> Element {
    element.set_text_content(None);
    element.clone()
}

/// Moves the focus to an element.
pub(in crate::view) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
