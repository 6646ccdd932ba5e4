//! A whole response in one hidden field: for controls that are made for one kind, and know by themselves what was done.
//!
//! The card hears of it as of any other field. It stands behind the controls, not in them, so that their listeners are
//! not called while they are at work.

use crate::view::prose::element::{Build, el};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// The field, to be put right behind the controls. What goes `slowly` is kept a moment after the last change, as typed
/// text is; everything else at once.
pub(super) fn field(slowly: bool) -> Element {
    let kind = if slowly { "text" } else { "hidden" };
    el("input", "whole").set("type", kind).set("aria-hidden", "true").set("tabindex", "-1").flag("hidden", true)
}

/// Puts a response, as records carry it, into the field behind the controls.
pub(super) fn keep(controls: &Element, response: &str) {
    let field = controls.next_element_sibling().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let (Some(field), Ok(event)) = (field, Event::new("input")) {
        field.set_value(response);
        event.init_event_with_bubbles("input", true);
        let _ = field.dispatch_event(&event);
    }
}
