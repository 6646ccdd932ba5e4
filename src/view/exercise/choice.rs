//! Choice: rows with a radio button or a box.

use super::sheet::Sheet;
use crate::content::Id;
use crate::exercise::choice::Prompt;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, prompt: &Prompt, chosen: &[Id]) -> Vec<Element> {
    let kind = if prompt.multiple { "checkbox" } else { "radio" };
    let rows = prompt.options.iter().map(|option| {
        let tick = sheet.tick(kind, "", option.id.as_str(), chosen.contains(&option.id));
        let label = el("label", "option").put(tick).put(sheet.line("span", "text", &option.text));
        sheet.row("div", label, sheet.part(&option.id))
    });
    rows.collect()
}

/// The right options by name.
pub(super) fn model(sheet: &Sheet, prompt: &Prompt, right: &[Id]) -> Vec<Element> {
    let right = prompt.options.iter().filter(|option| right.contains(&option.id));
    vec![el("ul", "").all(right.map(|option| sheet.line("li", "", &option.text)).collect())]
}
