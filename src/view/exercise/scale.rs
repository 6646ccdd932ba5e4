//! Scale: a row of points between two ends.

use super::sheet::Sheet;
use crate::exercise::Response;
use crate::exercise::scale::Prompt;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, chosen: Option<i32>) -> Element {
    let points = (prompt.from..=prompt.to).map(|point| {
        let number = point.to_string();
        let means = match point {
            point if point == prompt.from => &prompt.from_label,
            point if point == prompt.to => &prompt.to_label,
            _ => "",
        };
        let name = [number.as_str(), means].join(" ");
        let tick = sheet.tick("radio", "", &number, chosen == Some(point)).set("aria-label", name.trim());
        el("label", "point").put(tick).put(el("span", "").say(&number))
    });
    let end = |label: &str| el("span", "").say(label);
    let ends = el("div", "ends").set("aria-hidden", "true").put(end(&prompt.from_label)).put(end(&prompt.to_label));
    let into = into.put(el("div", "scale").each(points)).put(ends);
    let into = into.each(sheet.nothing_before(prompt.after.as_ref()));
    // What was said earlier is shown once this is noted.
    let (Some(Response::Scale(Some(before))), Some(now), true) = (sheet.earlier, chosen, sheet.is_locked) else {
        return into;
    };
    let change = sheet.change(&before.to_string(), &now.to_string());
    into.each(change.map(|change| el("p", "since").say(&change)))
}
