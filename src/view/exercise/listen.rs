//! What a learner does with a card.

use super::card::Card;
use super::entry::Entry;
use super::front::controls;
use super::plan::Pressed;
use super::{bank, cards, checklist, feedback, ordering, picture, reflection, typing};
use crate::content::Id;
use crate::content::unit::Mode;
use crate::exercise::{Kind, Prompt, Response};
use crate::session::{Command, Notice};
use crate::view::keep::Kept;
use crate::view::prose::element::{Build, emptied, focus};
use js_sys::Reflect;
use leptos::prelude::*;
use std::rc::{Rc, Weak};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement};

/// How long saving takes at most: until then nothing is said of it.
const SAVED: Duration = Duration::from_millis(900);

/// What is done with a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) enum Touch {
    /// A control was changed.
    Enter,
    /// A field was left.
    Leave,
    /// A button was pressed.
    Press,
}

/// Listens to a card: one listener for each event, however many controls it has.
///
/// The listeners do not keep the card alive; its owner does.
pub(super) fn to(card: &Rc<Card>) {
    let listen = |name: &str, touch: Option<Touch>| {
        let weak: Weak<Card> = Rc::downgrade(card);
        let handle = move |event: Event| {
            let Some(touch) = touch else { return event.prevent_default() };
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let (Some(card), Some(target)) = (weak.upgrade(), target) {
                let state = card.player.state();
                state.with_work(Box::new(move |work| (work.touch)(&card, touch, &target, &event)));
            }
        };
        let _ = card.section.clone().on(name, Box::new(handle));
    };
    listen("input", Some(Touch::Enter));
    listen("focusout", Some(Touch::Leave));
    listen("submit", None);
    listen("click", Some(Touch::Press));
}

/// Does what a learner does with a card.
pub(in crate::view) fn touch(card: &Rc<Card>, touch: Touch, target: &Element, event: &Event) {
    match touch {
        Touch::Enter => entered(card, target),
        Touch::Leave => {
            typing::now();
            // The same plan may stand on the page a second time, as a section or whole.
            if card.entered.borrow().kind() == Kind::Plan {
                card.player.stir(&card.id);
            }
        }
        Touch::Press => pressed(card, target, event),
    }
}

fn entered(card: &Rc<Card>, control: &Element) {
    if control.has_attribute("data-sure") {
        return rate(card, control);
    }
    let entry = Entry::read(control);
    let is_typed = entry.is_typed;
    entry.enter(&mut card.entered.borrow_mut());
    keep(card, is_typed);
    let response = card.entered.borrow();
    if let Response::Reflection { text, .. } = &*response
        && is_typed
    {
        reflection::typed(&card.sheet(Kind::Reflection, None), &card.body, text);
    }
    if let (Response::Checklist(ids), Some(Prompt::Checklist(prompt))) = (&*response, prompt(card)) {
        checklist::ticked(&card.sheet(Kind::Checklist, None), &card.body, prompt, ids);
    }
    if let Some(controls) = card.player.state().controls() {
        (controls.entered)(card, control);
    }
    mirror(card, &response);
    if !card.is_checked.get() {
        drop(emptied(&card.panel));
    }
}

/// Notes how sure the learner is.
fn rate(card: &Rc<Card>, control: &Element) {
    let level = control.dyn_ref::<HtmlInputElement>().and_then(|radio| radio.value().parse().ok());
    if let Some(level) = level {
        typing::now();
        card.player.act(&card.unit, Command::Rate(card.id.clone(), level));
        drop(emptied(&card.panel));
    }
}

/// Shows in pictures and banks what was chosen from lists.
fn mirror(card: &Card, response: &Response) {
    if let Response::Hotspot(ids) = response {
        picture::show(&card.body, &|spot| ids.iter().any(|id| id.as_str() == spot));
    }
    if let Response::Label(places) = response {
        picture::show(&card.body, &|spot| places.iter().any(|(id, _)| id.as_str() == spot));
        bank::show(&card.body, &|label| places.iter().any(|(_, id)| id.as_str() == label));
    }
    if let Response::Blanks(gaps) = response {
        bank::show(&card.body, &|word| gaps.iter().any(|(_, given)| given == word));
    }
}

/// Keeps what was entered: what was chosen at once, what is typed in a moment.
fn keep(card: &Rc<Card>, is_typed: bool) {
    let response = card.entered.borrow().clone();
    // The criteria of a reflection belong to the answer that was compared.
    let command = match card.is_checked.get() {
        true => Command::Check(card.id.clone(), response),
        false => Command::Enter(card.id.clone(), response),
    };
    if is_typed {
        typing::later(card.player, card.unit.clone(), command);
    } else {
        // What was typed before it is kept before it: not every way of choosing takes the focus out of a field first.
        typing::now();
        card.player.act(&card.unit, command);
    }
    let is_assessment = card.unit.exercise(&card.id).is_some_and(|exercise| exercise.mode == Mode::Assessment);
    if is_assessment || card.entered.borrow().kind() == Kind::Plan {
        card.saved.set_text_content(None);
        let (player, saved) = (card.player, card.saved.clone());
        let confirm = move || {
            if player.state().kept.get_untracked() == Kept::Saved {
                saved.set_text_content(Some(&player.t("Saved")));
            }
        };
        set_timeout(confirm, SAVED);
    }
}

fn pressed(card: &Rc<Card>, target: &Element, event: &Event) {
    let Ok(Some(button)) = target.closest("[data-do]") else { return };
    // The second click of a double click would undo the first.
    let clicks = Reflect::get(event, &JsValue::from_str("detail")).ok().and_then(|n| n.as_f64());
    let what = button.get_attribute("data-do").unwrap_or_default();
    match what.as_str() {
        "up" | "down" => shift(card, &button, &what),
        "turn" => cards::turn(&button),
        "take" => bank::take(card.player, &card.body, &button),
        "lay" | "spot" => put(card, &button),
        "known" | "again" => judge(card, &button, what == "known"),
        _ if clicks.is_some_and(|clicks| clicks > 1.0) => {}
        "add" | "remove" | "docx" | "text" | "print" | "blank" | "pick" | "put" | "drop" | "join" => {
            typing::now();
            let controls = card.player.state().controls();
            if let Some(Pressed::Changed) = controls.map(|controls| (controls.press)(card, &button, &what)) {
                keep(card, false);
            }
        }
        "check" if card.is_checked.get() && is_deck(card) => {
            let response = Response::Cards { known: Vec::new(), again: Vec::new() };
            act(card, Command::Enter(card.id.clone(), response), &card.task);
        }
        "check" if card.is_checked.get() => act(card, Command::Retry(card.id.clone()), &card.task),
        "check" => {
            typing::now();
            let response = card.entered.borrow().clone();
            act(card, Command::Check(card.id.clone(), response), &card.panel);
        }
        "say" | "back" | "restart" => talk(card, &button, &what),
        "hint" => act(card, Command::Hint(card.id.clone()), &card.hints),
        "show" => act(card, Command::Show(card.id.clone()), &card.model),
        _ => {}
    }
}

/// Does something, draws what came of it, and moves the focus there.
fn act(card: &Rc<Card>, command: Command, there: &Element) {
    match card.player.act(&card.unit, command) {
        Some(Notice::NotReady(why)) => feedback::wait(card, why),
        _ => {
            card.draw();
            // Of the hints it is the newest.
            let newest = there.last_element_child().filter(|_| *there == card.hints);
            focus(newest.as_ref().unwrap_or(there));
        }
    }
}

/// What is asked.
fn prompt(card: &Card) -> Option<Prompt<'_>> {
    card.unit.exercise(&card.id).map(|exercise| exercise.task.prompt())
}

/// Whether it is a deck of cards, which begins anew when it is opened again.
fn is_deck(card: &Card) -> bool {
    matches!(&*card.entered.borrow(), Response::Cards { .. })
}

/// Puts the taken word where the learner pressed; where none is taken, goes to the control of that place.
fn put(card: &Rc<Card>, button: &Element) {
    let part = button.get_attribute("data-part").unwrap_or_default();
    let is_put = bank::put(&card.body, &mut card.entered.borrow_mut(), &part);
    if let (true, Some(prompt)) = (is_put, prompt(card)) {
        let kind = card.entered.borrow().kind();
        controls(&card.sheet(kind, None), &card.body, &prompt, &card.entered.borrow());
    }
    let named = ["select[data-part=\"", &part, "\"], input[value=\"", &part, "\"]"].concat();
    if let Ok(Some(control)) = card.body.query_selector(&named) {
        focus(&control);
        // A click that is sent from here would come while this one is still heard.
        if let (false, Some(tick)) = (is_put, control.dyn_ref::<HtmlInputElement>().filter(|tick| !tick.disabled())) {
            tick.set_checked(tick.type_() == "radio" || !tick.checked());
            entered(card, &control);
        }
    }
    if is_put {
        drop(emptied(&card.panel));
        keep(card, false);
    }
}

/// Notes whether a card of a deck was known, and shows the next one; when all are known, that is noted.
fn judge(card: &Rc<Card>, button: &Element, is_known: bool) {
    let part = button.get_attribute("data-part").unwrap_or_default();
    cards::judge(&mut card.entered.borrow_mut(), &part, is_known);
    let Some(prompt) = prompt(card) else { return };
    let is_done = match (&prompt, &*card.entered.borrow()) {
        (Prompt::Cards(prompt), Response::Cards { known, again }) => prompt.next(known, again).is_none(),
        _ => return,
    };
    if is_done {
        let response = card.entered.borrow().clone();
        return act(card, Command::Check(card.id.clone(), response), &card.panel);
    }
    controls(&card.sheet(Kind::Cards, None), &card.body, &prompt, &card.entered.borrow());
    drop(emptied(&card.panel));
    if let Ok(Some(next)) = card.body.query_selector("[data-do=turn]") {
        focus(&next);
    }
    keep(card, false);
}

/// Moves an item of an ordering; the focus stays on its button and its new place is said.
fn shift(card: &Rc<Card>, button: &Element, way: &str) {
    let part = button.get_attribute("data-part").unwrap_or_default();
    let Some(prompt) = prompt(card) else { return };
    let moved = match (&prompt, &mut *card.entered.borrow_mut()) {
        (Prompt::Ordering(prompt), Response::Ordering(order)) => ordering::shift(prompt, order, &part, way == "up"),
        _ => None,
    };
    let Some((name, place)) = moved else { return };
    controls(&card.sheet(Kind::Ordering, None), &card.body, &prompt, &card.entered.borrow());
    let again = ["[data-do=", way, "][data-part=\"", &part, "\"]"].concat();
    if let Ok(Some(button)) = card.body.query_selector(&again) {
        focus(&button);
    }
    card.player.say(card.player.fill("{item}: place {n}", &[("item", &name), ("n", &place.to_string())]));
    keep(card, false);
}

/// Says something in a conversation, or takes it back; the focus goes to what the other person says.
fn talk(card: &Rc<Card>, button: &Element, what: &str) {
    let part = button.get_attribute("data-part").unwrap_or_default();
    let Some(exercise) = card.unit.exercise(&card.id).filter(|_| !card.is_checked.get()) else { return };
    if let Response::Conversation(path) = &mut *card.entered.borrow_mut() {
        match what {
            "back" => drop(path.pop()),
            "restart" => path.clear(),
            _ => path.extend(Id::new(&part)),
        }
    }
    let prompt = exercise.task.prompt();
    controls(&card.sheet(Kind::Conversation, None), &card.body, &prompt, &card.entered.borrow());
    drop(emptied(&card.panel));
    if let Ok(Some(turn)) = card.body.query_selector("[data-now]") {
        focus(&turn);
    }
    keep(card, false);
}
