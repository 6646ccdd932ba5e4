//! Who vouches for the module, and whether its outline is what they signed.

use super::super::failure::{Failure, Trouble};
use super::super::parts::Absent;
use super::super::screen::{Screen, Told};
use super::super::state::State;
use super::super::ui::spawn;
use super::kept::close;
use super::unlock::{refusal, try_licence, was_revoked};
use crate::certificate::reason::List;
use crate::port::TrustError;
use crate::route::Route;
use crate::trust::{Answer, Ask, Message, Question};
use leptos::prelude::Notify as _;
use std::rc::Rc;

/// Asks what opens seals.
pub(super) async fn ask(state: &State, ask: Ask, message: Message, files: Vec<Vec<u8>>) -> Result<Answer, Failure> {
    state.trust().await?.ask(Question { ask, message, files }).await.map_err(|error| match error {
        TrustError::Absent => Failure::from(Absent),
        TrustError::Silent => Failure::new(Trouble::Broken),
    })
}

/// Takes in who the organiser of this site is.
pub(super) async fn know(state: &State) -> Result<(), Failure> {
    let organiser = state.fetch("organiser.json", None).await?;
    ask(state, Ask::Know, Message::new(), vec![organiser]).await.map(drop)
}

/// Checks a file of the site against its signature.
pub(super) async fn signed(state: &State, purpose: &str, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let signature = state.fetch(&[path, ".cose"].concat(), None).await?;
    let about = Message::new().text("purpose", purpose).plain("now", state.now().0);
    let answer = ask(state, Ask::Signed, about, vec![bytes.to_vec(), signature]).await?;
    if answer.value.get("refused").is_some() { Err(Failure::new(Trouble::Forged)) } else { Ok(()) }
}

/// Checks the outline, once; then opens the module with a licence of this device, if one does.
pub(super) async fn begin(state: Rc<State>) -> Result<(), Failure> {
    let begun = state.lock.checked.get_or_try_init(check(&state)).await.copied();
    if let Err(failure) = &begun
        && failure.is_forged()
    {
        // Nothing of it is shown any longer, also where it is free.
        state.screen.replace(Rc::new(Screen::Failed(failure.clone(), Route::Home)));
        state.told.set(Told::Went);
        state.turned.notify();
    }
    begun
}

async fn check(state: &Rc<State>) -> Result<(), Failure> {
    let path = state.world.place.module.clone().unwrap_or_default();
    know(state).await?;
    let outline = state.lock.outline.borrow().clone();
    signed(state, "module", &path, &outline).await?;
    state.lock.outline.replace(Vec::new());
    let held = state.licences(|kept| kept.licences.clone());
    for one in held.iter().rev() {
        match one.revoked {
            // Also where the list cannot be had this time.
            Some(at) => was_revoked(state, one, at),
            None if try_licence(state, &one.text, None).await? => break,
            None => {}
        }
    }
    // That a licence of this device is for something else is nothing to be told of.
    state.lock.said.borrow_mut().take_if(|said| refusal(said) == "other-course");
    let state = state.clone();
    spawn(Box::pin(async move { look_up(&state).await }));
    Ok(())
}

/// Fetches the list of revoked licences, where there is a network, and looks the licences of this device up. A list that
/// is older than one that was seen already is not believed.
pub(super) async fn look_up(state: &Rc<State>) {
    let Ok(list) = state.fetch("revocations.cose", None).await else { return };
    let files = vec![Vec::new(), list];
    let Ok(answer) = ask(state, Ask::Know, state.lists().write(), files).await else { return };
    match state.see_list(&answer.value) {
        List::Had => {}
        List::Absent | List::Older | List::Refused => return,
    }
    // Once more, with the list: what is open may be revoked, and what was revoked may not be any longer.
    let was_open = state.lock.is_open.get();
    let tried = state.lock.tried.borrow().clone();
    for one in state.licences(|kept| kept.licences.clone()) {
        let is_due = if was_open { one.text == tried } else { one.revoked.is_some() };
        if is_due && !try_licence(state, &one.text, None).await.unwrap_or(was_open) && was_open {
            close(state);
        }
    }
    if was_open != state.lock.is_open.get() {
        state.follow_address();
    }
}
