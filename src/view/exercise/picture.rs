//! A picture with places on it. They are numbered; the list below it says the same in words, and is what the keyboard
//! and screen readers use.

use super::sheet::Sheet;
use super::{bank, words};
use crate::content::Id;
use crate::exercise::picture::Picture;
use crate::view::prose::Writer;
use crate::view::prose::element::{Build, el};
use crate::view::ui::svg;
use web_sys::Element;

/// The picture with its places; those that `is_on` are filled.
pub(super) fn picture(sheet: &Sheet, picture: &Picture, is_on: &dyn Fn(&Id) -> bool) -> Element {
    let layer = svg("svg").set("class", "layer").set("aria-hidden", "true");
    let layer = picture.spots.iter().zip(&picture.at).enumerate().fold(layer, |layer, (at, (spot, (x, y)))| {
        let circle = |radius, class| svg("circle").set("r", radius).set("class", class);
        let verdict = sheet.part(&spot.id).map_or("", |part| words::class(part.verdict));
        let number = svg("text").say(&(at + 1).to_string());
        let mark = svg("g").set("class", &["spot ", verdict].concat()).set("data-do", "spot");
        let mark = mark.set("data-part", spot.id.as_str()).flag("data-on", is_on(&spot.id));
        let mark = mark.put(circle("22", "reach")).put(circle("15", "dot")).put(number);
        let place = |percent: &u32| [&percent.to_string(), "%"].concat();
        layer.put(svg("svg").set("x", &place(x)).set("y", &place(y)).set("overflow", "visible").put(mark))
    });
    let image = Writer::new(sheet.player).figure(el("figure", ""), &picture.figure);
    el("div", "picture").put(image).put(layer)
}

/// Shows anew which places are on.
pub(super) fn show(body: &Element, is_on: &dyn Fn(&str) -> bool) {
    bank::each(body, ".spot", &|spot, part| {
        let _ = spot.toggle_attribute_with_force("data-on", is_on(part));
    });
}

/// The number of a place before its name.
pub(super) fn number(at: usize) -> Element {
    el("b", "number-of").say(&(at + 1).to_string()).say(" ")
}
