//! Categorise: the groups stand beside each item, to choose from.

use super::sheet::Sheet;
use crate::content::Id;
use crate::exercise::categorise::Prompt;
use crate::exercise::{Item, pairs};
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, places: &[(Id, Id)]) -> Element {
    into.each(prompt.items.iter().map(|item| {
        let chosen = pairs::get(places, &item.id);
        let line = sort(sheet, "sort", item, &prompt.groups, "radio", &|group| chosen == Some(group));
        sheet.row("div", line, sheet.part(&item.id))
    }))
}

/// An item, and groups to choose from beside it.
pub(super) fn sort(
    sheet: &Sheet,
    class: &str,
    item: &Item,
    groups: &[Item],
    kind: &str,
    is_chosen: &dyn Fn(&Id) -> bool,
) -> Element {
    let groups = groups.iter().map(|group| {
        let tick = sheet.tick(kind, item.id.as_str(), group.id.as_str(), is_chosen(&group.id));
        el("label", "pill").put(tick).put(sheet.line("span", "", &group.text))
    });
    el("fieldset", class).put(sheet.line("legend", "text", &item.text)).each(groups)
}

/// The groups as columns with their items.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, places: &[(Id, Id)]) -> Element {
    let columns = prompt.groups.iter().map(|group| {
        let items = prompt.items.iter().filter(|item| pairs::get(places, &item.id) == Some(&group.id));
        let items = items.map(|item| sheet.line("li", "", &item.text));
        el("div", "").put(sheet.line("p", "group", &group.text)).put(el("ul", "").each(items))
    });
    into.put(el("div", "groups").each(columns))
}
