//! Hotspot: press places on the picture, or choose them in the list below it.

use super::picture;
use super::sheet::Sheet;
use crate::content::Id;
use crate::exercise::hotspot::Prompt;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, chosen: &[Id]) -> Element {
    let kind = if prompt.multiple { "checkbox" } else { "radio" };
    let into = into.put(picture::picture(sheet, &prompt.picture, &|spot| chosen.contains(spot)));
    into.each(prompt.picture.spots.iter().enumerate().map(|(at, spot)| {
        let tick = sheet.tick(kind, "", spot.id.as_str(), chosen.contains(&spot.id));
        let text = el("span", "text").put(picture::number(at)).put(sheet.line("span", "", &spot.text));
        sheet.row("div", el("label", "option").put(tick).put(text), sheet.part(&spot.id))
    }))
}

/// The right places by number and name.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, right: &[Id]) -> Element {
    let spots = prompt.picture.spots.iter().enumerate().filter(|(_, spot)| right.contains(&spot.id));
    into.put(
        el("ul", "").each(
            spots.map(|(at, spot)| el("li", "").put(picture::number(at)).put(sheet.line("span", "", &spot.text))),
        ),
    )
}
