//! Formulas.

use super::element::{Build, emptied, math};
use crate::content::prose::{Formula, Math};
use web_sys::Element;

/// A formula as MathML; its words stand beside it for browsers that know none.
pub(in crate::view) fn formula(place: &Element, formula: &Formula) {
    let tree = math("math").set("display", "block").set("aria-label", &formula.alt);
    let tree = formula.math.iter().fold(tree, write);
    emptied(place).set("class", "formula").put(tree).put(super::element::el("span", "words").say(&formula.alt));
}

fn write(into: Element, node: &Math) -> Element {
    let made = math(node.tag);
    let made = if node.text.is_empty() { made } else { made.say(&node.text) };
    into.put(node.children.iter().fold(made, write))
}
