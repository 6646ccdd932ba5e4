//! Which kind has which controls, and how its model answer is shown.

use super::card::Card;
use super::plan::Pressed;
use super::sheet::Sheet;
use super::{
    blanks, cards, categorise, chart, checklist, choice, coding, conversation, hotspot, label, likert, marking,
    matching, matrix, numeric, ordering, plan, reflection, scale, stakeholders, table,
};
use crate::exercise::{Kind, Prompt, Response};
use crate::view::prose::element::emptied;
use web_sys::Element;

/// Puts the controls of an exercise, with what was entered, in place of what is there. A response of another kind shows
/// nothing.
pub(super) fn controls(sheet: &Sheet, place: &Element, prompt: &Prompt, response: &Response) -> Element {
    // What was compared may take the place of a long transcript later.
    if let (Prompt::Coding(prompt), Response::Coding(given)) = (prompt, response) {
        return coding::controls(sheet, place, prompt, given);
    }
    let into = emptied(place);
    match (prompt, response) {
        (Prompt::Choice(prompt), Response::Choice(ids)) => choice::controls(sheet, into, prompt, ids),
        (Prompt::Blanks(prompt), Response::Blanks(filled)) => blanks::controls(sheet, into, prompt, filled),
        (Prompt::Numeric(prompt), Response::Numeric(typed)) => numeric::controls(sheet, into, prompt, typed),
        (Prompt::Matching(prompt), Response::Matching(places)) => matching::controls(sheet, into, prompt, places),
        (Prompt::Ordering(prompt), Response::Ordering(order)) => ordering::controls(sheet, into, prompt, order),
        (Prompt::Categorise(prompt), Response::Categorise(places)) => categorise::controls(sheet, into, prompt, places),
        (Prompt::Reflection(_), Response::Reflection { text, .. }) => reflection::controls(sheet, into, text),
        (Prompt::Scale(prompt), Response::Scale(point)) => scale::controls(sheet, into, prompt, *point),
        (Prompt::Matrix(prompt), Response::Matrix(rows)) => matrix::controls(sheet, into, prompt, rows),
        (Prompt::Likert(prompt), Response::Likert(levels)) => likert::controls(sheet, into, prompt, levels),
        (Prompt::Marking(prompt), Response::Marking(ids)) => marking::controls(sheet, into, prompt, ids),
        (Prompt::Cards(prompt), Response::Cards { known, again }) => cards::controls(sheet, into, prompt, known, again),
        (Prompt::Label(prompt), Response::Label(places)) => label::controls(sheet, into, prompt, places),
        (Prompt::Hotspot(prompt), Response::Hotspot(ids)) => hotspot::controls(sheet, into, prompt, ids),
        (Prompt::Checklist(prompt), Response::Checklist(ids)) => checklist::controls(sheet, into, prompt, ids),
        (Prompt::Plan(prompt), Response::Plan { entries, .. }) => plan::controls(sheet, into, prompt, entries),
        (Prompt::Table(prompt), Response::Table(given)) => table::controls(sheet, into, prompt, given),
        (Prompt::Chart(prompt), Response::Chart(given)) => chart::controls(sheet, into, prompt, given),
        (Prompt::Conversation(prompt), Response::Conversation(path)) => {
            conversation::controls(sheet, into, prompt, path)
        }
        (Prompt::Stakeholders(prompt), Response::Stakeholders(given)) => {
            stakeholders::controls(sheet, into, prompt, given)
        }
        (Prompt::Choice(_) | Prompt::Blanks(_) | Prompt::Numeric(_) | Prompt::Matching(_), _)
        | (Prompt::Ordering(_) | Prompt::Categorise(_) | Prompt::Reflection(_) | Prompt::Scale(_), _)
        | (Prompt::Matrix(_) | Prompt::Likert(_) | Prompt::Marking(_) | Prompt::Cards(_) | Prompt::Checklist(_), _)
        | (Prompt::Label(_) | Prompt::Hotspot(_), _)
        | (Prompt::Coding(_) | Prompt::Table(_) | Prompt::Plan(_) | Prompt::Stakeholders(_), _)
        | (Prompt::Conversation(_) | Prompt::Chart(_), _) => into,
    }
}

/// The model answer, to be read.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, response: &Response) -> Element {
    match (prompt, response) {
        (Prompt::Choice(prompt), Response::Choice(ids)) => choice::model(sheet, into, prompt, ids),
        (Prompt::Blanks(prompt), Response::Blanks(filled)) => blanks::model(sheet, into, prompt, filled),
        (Prompt::Numeric(prompt), Response::Numeric(number)) => numeric::model(sheet, into, prompt, number),
        (Prompt::Matching(prompt), Response::Matching(places)) => matching::model(sheet, into, prompt, places),
        (Prompt::Ordering(prompt), Response::Ordering(order)) => ordering::model(sheet, into, prompt, order),
        (Prompt::Stakeholders(prompt), Response::Stakeholders(given)) => {
            stakeholders::model(sheet, into, prompt, given)
        }
        (Prompt::Categorise(prompt), Response::Categorise(places)) => categorise::model(sheet, into, prompt, places),
        (Prompt::Matrix(prompt), Response::Matrix(rows)) => matrix::model(sheet, into, prompt, rows),
        (Prompt::Label(prompt), Response::Label(places)) => label::model(sheet, into, prompt, places),
        (Prompt::Hotspot(prompt), Response::Hotspot(ids)) => hotspot::model(sheet, into, prompt, ids),
        (Prompt::Marking(prompt), Response::Marking(ids)) => marking::model(sheet, into, prompt, ids),
        (Prompt::Coding(prompt), Response::Coding(given)) => coding::model(sheet, into, prompt, given),
        (Prompt::Table(prompt), Response::Table(given)) => table::model(sheet, into, prompt, given),
        (Prompt::Chart(prompt), Response::Chart(given)) => chart::model(sheet, into, prompt, given),
        (Prompt::Conversation(prompt), Response::Conversation(path)) => conversation::model(sheet, into, prompt, path),
        (Prompt::Choice(_) | Prompt::Blanks(_) | Prompt::Numeric(_) | Prompt::Matching(_), _)
        | (Prompt::Ordering(_) | Prompt::Categorise(_) | Prompt::Reflection(_) | Prompt::Scale(_), _)
        | (Prompt::Matrix(_) | Prompt::Likert(_) | Prompt::Marking(_) | Prompt::Cards(_) | Prompt::Checklist(_), _)
        | (Prompt::Label(_) | Prompt::Hotspot(_), _)
        | (Prompt::Coding(_) | Prompt::Table(_) | Prompt::Plan(_) | Prompt::Stakeholders(_), _)
        | (Prompt::Conversation(_) | Prompt::Chart(_), _) => into,
    }
}

/// Does what a button of a kind's own is for.
pub(super) fn pressed(card: &Card, button: &Element, what: &str) -> Pressed {
    match plan::pressed(card, button, what) {
        Pressed::Not => stakeholders::pressed(card, button, what),
        done @ (Pressed::Done | Pressed::Changed) => done,
    }
}

/// After a control was changed: what depends on it is drawn anew.
pub(super) fn entered(card: &Card, control: &Element) {
    let kind = card.entered.borrow().kind();
    if kind == Kind::Plan {
        plan::typed(&card.sheet(kind, None), control);
    }
    if kind == Kind::Stakeholders {
        stakeholders::entered(card);
    }
}
