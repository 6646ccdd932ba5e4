//! Reflection: room to write; afterwards one's own text beside an example, and what to look for in it.

use super::sheet::Sheet;
use crate::content::Id;
use crate::exercise::reflection::Criterion;
use crate::exercise::{Item, pairs};
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, text: &str) -> Element {
    if sheet.is_locked {
        return into.put(el("div", "written").say(text));
    }
    let name = sheet.player.t("Your text");
    let area = el("textarea", "").set("rows", &rows(text)).set("data-part", "").set("aria-label", &name).say(text);
    into.put(area).put(el("p", "count").say(&count(sheet, text)))
}

/// What to look for in one's own text; nothing where the author gave nothing.
pub(super) fn criteria(
    sheet: &Sheet,
    criteria: &[Item],
    met: &[Id],
    rubric: &[Criterion],
    levels: &[(Id, Id)],
) -> Option<Element> {
    if criteria.is_empty() && rubric.is_empty() {
        return None;
    }
    let boxes = criteria.iter().map(|item| {
        let tick = sheet.tick("checkbox", "", item.id.as_str(), met.contains(&item.id));
        let label = el("label", "option").put(tick).put(sheet.line("span", "text", &item.text));
        el("div", "row").put(label)
    });
    let legend = el("legend", "").say(&sheet.player.t("What do you find in your own text?"));
    let rubric = rubric.iter().map(|criterion| judged(sheet, criterion, levels));
    Some(el("fieldset", "criteria").put(legend).each(boxes).each(rubric))
}

/// A criterion of a rubric: its levels to choose from.
fn judged(sheet: &Sheet, criterion: &Criterion, levels: &[(Id, Id)]) -> Element {
    let part = &criterion.item.id;
    let reached = pairs::get(levels, part);
    let levels = criterion.levels.iter().map(|level| {
        let tick = sheet.tick("radio", part.as_str(), level.id.as_str(), reached == Some(&level.id));
        let label = el("label", "option").put(tick).put(sheet.line("span", "text", &level.text));
        el("div", "row").put(label)
    });
    el("fieldset", "rubric").put(sheet.line("legend", "", &criterion.item.text)).each(levels)
}

/// Lets the area grow with its text and counts the words.
pub(super) fn typed(sheet: &Sheet, body: &Element, text: &str) {
    if let Some(area) = body.first_element_child() {
        let _ = area.clone().set("rows", &rows(text));
        if let Some(line) = area.next_element_sibling() {
            line.set_text_content(Some(&count(sheet, text)));
        }
    }
}

fn rows(text: &str) -> String {
    let lines: usize = text.lines().map(|line| 1 + line.chars().count() / 36).sum();
    (lines + 1).clamp(4, 24).to_string()
}

fn count(sheet: &Sheet, text: &str) -> String {
    let words = u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX);
    sheet.player.count("{n} word", "{n} words", words)
}
