//! Likert: the levels stand beside each statement; afterwards also what was said earlier.

use super::categorise;
use super::sheet::Sheet;
use crate::content::Id;
use crate::content::prose::words;
use crate::exercise::likert::Prompt;
use crate::exercise::{Response, pairs};
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, levels: &[(Id, Id)]) -> Element {
    let nothing = sheet.nothing_before(prompt.after.as_ref());
    let rows = prompt.statements.iter().map(|statement| {
        let chosen = pairs::get(levels, &statement.id);
        let is_chosen = |level: &Id| chosen == Some(level);
        let line = categorise::sort(sheet, "sort even", statement, &prompt.levels, "radio", &is_chosen);
        let change = change(sheet, prompt, &statement.id, chosen);
        sheet.row("div", line, None).each(change.map(|change| el("p", "said").say(&change)))
    });
    into.each(rows).each(nothing)
}

/// What has changed in one statement since the earlier answer; nothing before it is noted, or where there is none.
fn change(sheet: &Sheet, prompt: &Prompt, statement: &Id, now: Option<&Id>) -> Option<String> {
    let Some(Response::Likert(earlier)) = sheet.earlier.filter(|_| sheet.is_locked) else { return None };
    let name = |id: &Id| prompt.levels.iter().find(|level| level.id == *id).map(|level| words(&level.text));
    sheet.change(&name(pairs::get(earlier, statement)?)?, &name(now?)?)
}
