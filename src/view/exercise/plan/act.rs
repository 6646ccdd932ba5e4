//! What the buttons of a plan do: rows come and go, and the plan leaves as a document.

use super::paper;
use crate::content::Id;
use crate::exercise::plan::{Entry, Prompt, Shape, entry};
use crate::exercise::{self, Kind, Response};
use crate::view::exercise::card::Card;
use crate::view::exercise::front::controls;
use crate::view::prose::element::{Build, focus};
use web_sys::Element;

/// What came of a press.
pub(in crate::view::exercise) enum Pressed {
    /// It was no button of a plan.
    Not,
    /// It was; nothing has to be kept.
    Done,
    /// What is written has changed.
    Changed,
}

/// Does what a button of a plan is for.
pub(in crate::view::exercise) fn pressed(card: &Card, button: &Element, what: &str) -> Pressed {
    let Some(exercise) = card.unit.exercise(&card.id) else { return Pressed::Not };
    let prompt = exercise.task.prompt();
    let exercise::Prompt::Plan(plan) = &prompt else { return Pressed::Not };
    match what {
        "add" | "remove" => {
            let part = button.get_attribute("data-part").and_then(|part| Id::new(&part));
            let row = button.get_attribute("data-row").and_then(|row| row.parse().ok());
            let Some(next) = part.and_then(|part| rows(card, plan, button, &part, row)) else { return Pressed::Done };
            let entered = card.entered.borrow();
            controls(&card.sheet(Kind::Plan, None), &card.body, &prompt, &entered);
            if let Ok(Some(place)) = card.body.query_selector(&next) {
                focus(&place);
            }
            Pressed::Changed
        }
        "docx" | "text" | "print" | "blank" => {
            if let Response::Plan { entries, met } = &*card.entered.borrow() {
                paper::leave(card, plan, entries, met, what);
            }
            Pressed::Done
        }
        _ => Pressed::Not,
    }
}

/// Adds a row to a field, or takes one away; gives back where the focus goes, or nothing where nothing changed.
fn rows(card: &Card, plan: &Prompt, button: &Element, part: &Id, row: Option<usize>) -> Option<String> {
    let field = plan.field(part)?;
    let Shape::Rows { columns, least, .. } = &field.shape else { return None };
    let mut entered = card.entered.borrow_mut();
    let Response::Plan { entries, .. } = &mut *entered else { return None };
    let is_written =
        row.is_some_and(|at| entry::rows(entries, part, columns).get(at).is_some_and(|row| !entry::is_empty(row)));
    if is_written && asks_first(card, button) {
        return None;
    }
    let shown = |entries: &[(Id, Entry)]| entry::shown(&entry::rows(entries, part, columns), *least);
    let at = match row {
        Some(row) => {
            entry::remove(entries, part, row);
            row.min(shown(entries) - 1)
        }
        None => {
            let many = shown(entries);
            entry::extend(entries, field, many + 1);
            many
        }
    };
    if let Some(row) = row {
        let values = [("label", field.label.as_str()), ("n", &(row + 1).to_string())];
        card.player.say(card.player.fill("{label}: {n} is removed", &values));
    }
    Some(["[data-part=\"", part.as_str(), "\"][data-row=\"", &at.to_string(), "\"]"].concat())
}

/// A row with something in it goes only when its button is pressed a second time.
fn asks_first(card: &Card, button: &Element) -> bool {
    if button.has_attribute("data-sure") {
        return false;
    }
    button.set_text_content(None);
    let words = card.player.t("Press again to remove it with its text");
    let _ = button.clone().set("data-sure", "").set("aria-label", &words).say(&words);
    card.player.say(words);
    true
}
