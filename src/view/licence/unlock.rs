//! Tries a licence on a module.

use super::super::failure::{Failure, Trouble};
use super::super::load::enough;
use super::super::state::{Course, State};
use super::check::ask;
use super::reveal::opened;
use crate::content::{File, Module, read};
use crate::json::{self, Value};
use crate::port::Moment;
use crate::trust::{About, Ask, Held, Message};
use leptos::prelude::Notify as _;
use std::rc::Rc;

/// Tries a licence on the module of this page; gives back whether that is open now. What was said is noted.
pub(super) async fn try_licence(state: &Rc<State>, text: &str, code: Option<&str>) -> Result<bool, Failure> {
    let Some(module) = state.module() else { return Ok(false) };
    let said = said_of(state, &module, text, code).await?;
    let is_open = said.get("refused").is_none();
    // A licence for something else says nothing about this module.
    if is_open || refusal(&said) != "other-course" || state.lock.said.borrow().is_none() {
        // One that opens is known by what is kept of it, however it came.
        let kept = said.get("keep").and_then(Value::as_str).unwrap_or(text).to_owned();
        state.lock.tried.replace(kept);
        state.lock.said.replace(Some(said));
    }
    if is_open {
        if let Some(outline) = &module.outline {
            open_outline(state, &module, outline).await?;
        }
        state.lock.is_open.set(true);
    }
    state.lock.changed.notify();
    Ok(is_open)
}

/// Takes in the whole outline of a module that shows no more than its card without a licence.
async fn open_outline(state: &Rc<State>, public: &Module, outline: &File) -> Result<(), Failure> {
    let bytes = opened(state, outline).await?;
    let (whole, findings) = enough(state.read(&bytes, read::module_with).await?)?;
    if !whole.completes(public) {
        return Err(Failure::new(Trouble::Forged));
    }
    state.course.replace(Course::Module(Rc::new(whole), Rc::new(findings)));
    Ok(())
}

/// What is said of a licence for a module. One that opens it is kept.
pub(super) async fn said_of(
    state: &Rc<State>,
    module: &Module,
    text: &str,
    code: Option<&str>,
) -> Result<Value, Failure> {
    let now = state.now();
    let keys = module.seal.iter().map(|key| Message::new().text("course", key.course.as_str()).text("key", &key.key));
    let about = Message::new()
        .text("licence", text)
        .maybe("code", code)
        .text("module", module.id.as_str())
        .plain("edition", module.edition.number)
        .list("keys", keys)
        .plain("now", now.0);
    let seen = state.licences(|kept| kept.seen);
    let about = seen.into_iter().fold(about, |about, seen| about.plain("seen", seen.0));
    let said = ask(state, Ask::Unlock, about, Vec::new()).await?.value;
    note(state, module, &said, now);
    Ok(said)
}

/// Notes what was said, for the next time.
fn note(state: &State, module: &Module, said: &Value, now: Moment) {
    let Some(about) = said.get("licence").and_then(About::read) else { return };
    match (refusal(said), said.get("keep").and_then(Value::as_str)) {
        ("", Some(keep)) => {
            let title = module.card.title.get(&state.language.borrow()).to_owned();
            let held = Held { text: keep.to_owned(), about, title, revoked: None };
            // The same text again: nothing is new but the time.
            let is_new =
                state.held(&held.about.id).as_ref().is_none_or(|old| old.text != held.text || old.revoked.is_some());
            state.keep_licences(|kept| {
                kept.see(now);
                if is_new {
                    kept.add(held);
                }
            });
        }
        ("revoked", _) => {
            let at = said.get("at").and_then(Value::as_i64).map(Moment);
            state.keep_licences(|kept| {
                for held in kept.licences.iter_mut().filter(|held| held.about.id == about.id) {
                    held.revoked = at;
                }
            });
        }
        _ => {}
    }
}

/// Notes of a licence of this device that it was revoked then.
pub(super) fn was_revoked(state: &State, held: &Held, at: Moment) {
    let said = Message::new().within("licence", held.about.write()).text("refused", "revoked").plain("at", at.0).end();
    state.lock.said.replace(json::read(said.as_bytes()).ok());
    state.lock.tried.replace(held.text.clone());
}

/// Why a licence does not open; empty where it does.
pub(super) fn refusal(said: &Value) -> &str {
    said.get("refused").and_then(Value::as_str).unwrap_or_default()
}
