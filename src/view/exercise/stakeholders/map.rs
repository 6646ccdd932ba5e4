//! The map: power upwards, interest to the right; a field shows the numbers of those who stand there.

use super::{Somebody, places, value};
use crate::view::exercise::sheet::Sheet;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

/// Draws the map. Where nothing can be placed any more it says nothing that the list does not say.
pub(super) fn map(sheet: &Sheet, levels: u8, all: &[Somebody]) -> Element {
    let player = sheet.player;
    let fields = places(levels).map(|place| {
        let here = all.iter().enumerate().filter(|(_, one)| one.place == Some(place));
        let number = |(at, _): (usize, &Somebody)| el("b", "").set("aria-hidden", "true").say(&(at + 1).to_string());
        let numbers = here.clone().map(number);
        if sheet.is_locked {
            return el("div", "place-on-map").each(numbers);
        }
        let names: Vec<&str> = here.map(|(_, one)| one.name.as_str()).collect();
        let steps = [place.power, place.interest].map(|step| step.to_string());
        let values = [("power", steps[0].as_str()), ("interest", steps[1].as_str()), ("names", &names.join(", "))];
        let name = player.fill("Power {power}, interest {interest}: {names}", &values);
        let field = el("button", "place-on-map").set("type", "button").set("data-do", "put");
        field.set("data-place", &value(place)).put(el("span", "unseen").say(&name)).each(numbers)
    });
    let grid = el("div", &["fields of-", &levels.to_string()].concat()).each(fields);
    let axis = |class: &str, words: String, sign: &str| el("p", class).say(&words).say(" ").say(sign);
    let power = axis("power", player.t("Power"), "↑").set("aria-hidden", "true");
    let interest = axis("interest", player.t("Interest"), "→").set("aria-hidden", "true");
    let drawn = el("div", "drawn").put(power).put(grid).put(interest);
    if sheet.is_locked {
        return drawn.set("aria-hidden", "true");
    }
    drawn.set("role", "group").set("aria-label", &player.t("Map of power and interest"))
}
