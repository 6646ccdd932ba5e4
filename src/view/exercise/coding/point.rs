//! From a place in the browser's text to a word of the transcript.

use crate::exercise::coding::pick::{Spot, word_at};
use js_sys::{Array, Function, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

/// A property of something; undefined where there is none.
pub(super) fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default()
}

fn call(of: &JsValue, name: &str, arguments: &Array) -> Option<JsValue> {
    let function: Function = property(of, name).dyn_into().ok()?;
    function.apply(of, arguments).ok().filter(|it| it.is_object())
}

/// The word that was clicked; the first one where there is no telling, as when a screen reader clicks.
pub(super) fn clicked(event: &Event, sentence: &Element) -> Option<Spot> {
    let whole = Spot { sentence: sentence.get_attribute("data-at")?.parse().ok()?, word: 0 };
    let (document, place) = (document(), Array::of2(&property(event, "clientX"), &property(event, "clientY")));
    // The standard's way, and that of browsers from before 2024.
    let standard = call(&document, "caretPositionFromPoint", &place);
    let here = standard.map(|it| (property(&it, "offsetNode"), property(&it, "offset")));
    let older = || call(&document, "caretRangeFromPoint", &place);
    let here = here.or_else(|| older().map(|it| (property(&it, "startContainer"), property(&it, "startOffset"))));
    let word = here.and_then(|(node, offset)| spot(&node, &offset, 0)).filter(|spot| spot.sentence == whole.sentence);
    Some(word.unwrap_or(whole))
}

/// The first and the last word of what is selected as text in the transcript; the browser's own selection goes.
pub(super) fn selected(root: &Element) -> Option<(Spot, Spot)> {
    let selection = call(&document(), "getSelection", &Array::new())?;
    let is_inside = |node: &JsValue| node.dyn_ref::<Node>().is_some_and(|node| root.contains(Some(node)));
    let end =
        |name: &str| (property(&selection, &[name, "Node"].concat()), property(&selection, &[name, "Offset"].concat()));
    let (one, other) = (end("anchor"), end("focus"));
    if property(&selection, "isCollapsed").is_truthy() || !is_inside(&one.0) || !is_inside(&other.0) {
        return None;
    }
    let is_forward = spot(&one.0, &one.1, 0)? <= spot(&other.0, &other.1, 0)?;
    let (first, last) = if is_forward { (one, other) } else { (other, one) };
    // Whoever stops right before a word has not selected it.
    let ends = Some((spot(&first.0, &first.1, 0)?, spot(&last.0, &last.1, 1)?));
    let _ = call(&selection, "removeAllRanges", &Array::new());
    ends
}

/// The word at an offset of a text, less `back`.
fn spot(node: &JsValue, offset: &JsValue, back: usize) -> Option<Spot> {
    let node = node.dyn_ref::<Node>()?;
    let piece = node.parent_element()?.closest("[data-from]").ok().flatten()?;
    let sentence = piece.closest(".sentence").ok().flatten()?;
    let from: u32 = piece.get_attribute("data-from")?.parse().ok()?;
    let offset = (offset.as_f64()? as usize).saturating_sub(back);
    let word = from + word_at(&node.text_content()?, offset);
    Some(Spot { sentence: sentence.get_attribute("data-at")?.parse().ok()?, word })
}
