//! Label: press a label, then its place on the picture; or choose from a list for each place.

use super::sheet::Sheet;
use super::{bank, picture};
use crate::content::Id;
use crate::content::prose::words;
use crate::exercise::label::Prompt;
use crate::exercise::{Item, pairs};
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, places: &[(Id, Id)]) -> Element {
    let is_used = |label: &Id| places.iter().any(|(_, given)| given == label);
    let into = into.each(bank::words_of(sheet, &prompt.labels, &is_used));
    let into = into.put(picture::picture(sheet, &prompt.picture, &|spot| pairs::get(places, spot).is_some()));
    into.each(prompt.picture.spots.iter().enumerate().map(|(at, spot)| {
        let chosen = pairs::get(places, &spot.id).map(Id::as_str);
        let labels = prompt.labels.iter().map(|label| (label, words(&label.text)));
        let name = [&(at + 1).to_string(), " ", &words(&spot.text)].concat();
        let list = sheet.list(&spot.id, &name, labels, chosen);
        let text = el("span", "text").put(picture::number(at)).put(sheet.line("span", "", &spot.text));
        sheet.row("div", el("div", "pair").put(text).put(list), sheet.part(&spot.id))
    }))
}

/// Each place with its label.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, places: &[(Id, Id)]) -> Element {
    let label = |spot: &Item| {
        let right = pairs::get(places, &spot.id)?;
        prompt.labels.iter().find(|label| label.id == *right)
    };
    into.put(prompt.picture.spots.iter().enumerate().fold(el("dl", "pairs"), |list, (at, spot)| {
        let text = el("dt", "").put(picture::number(at)).put(sheet.line("span", "", &spot.text));
        list.put(text).each(label(spot).map(|label| sheet.line("dd", "", &label.text)))
    }))
}
