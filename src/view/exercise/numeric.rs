//! Numeric: a field for a number, with its unit behind.

use super::sheet::Sheet;
use crate::exercise::numeric::Prompt;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, typed: &str) -> Element {
    let name = sheet.player.t("Your number");
    let field = sheet.field("", "", typed).set("inputmode", "decimal").set("size", "10").set("aria-label", &name);
    let line = el("div", "number").put(field);
    let line = if prompt.unit.is_empty() { line } else { line.put(el("span", "").say(&prompt.unit)) };
    into.put(sheet.row("div", line, sheet.parts.first()))
}

/// The number with its unit.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, number: &str) -> Element {
    let has_comma = sheet.player.number(0.5).contains(',');
    let number = if has_comma { number.replace('.', ",") } else { number.to_owned() };
    let line = el("p", "").put(el("mark", "").say(&number));
    into.put(if prompt.unit.is_empty() { line } else { line.say("\u{a0}").say(&prompt.unit) })
}
