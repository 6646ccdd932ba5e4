//! Checklist: a box for each thing, and how many are ticked.

use super::sheet::Sheet;
use crate::content::Id;
use crate::exercise::checklist::Prompt;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, ticked: &[Id]) -> Element {
    let into = into.each(prompt.items.iter().map(|item| {
        let tick = sheet.tick("checkbox", "", item.id.as_str(), ticked.contains(&item.id));
        let label = el("label", "option").put(tick).put(sheet.line("span", "text", &item.text));
        el("div", "row").put(label)
    }));
    into.put(el("p", "far").say(&far(sheet, prompt, ticked)))
}

/// Says anew how many are ticked.
pub(super) fn ticked(sheet: &Sheet, body: &Element, prompt: &Prompt, ticked: &[Id]) {
    if let Some(line) = body.last_element_child() {
        line.set_text_content(Some(&far(sheet, prompt, ticked)));
    }
}

fn far(sheet: &Sheet, prompt: &Prompt, ticked: &[Id]) -> String {
    let (n, of) = (ticked.len().to_string(), prompt.items.len().to_string());
    sheet.player.fill("{n} of {of} ticked", &[("n", &n), ("of", &of)])
}
