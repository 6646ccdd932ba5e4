//! What this device keeps of licences.

use super::super::state::State;
use crate::trust::{Held, Kept};
use leptos::prelude::Notify as _;

impl State {
    /// Looks at what is kept.
    pub(super) fn licences<R>(&self, look: impl FnOnce(&Kept) -> R) -> R {
        let mut kept = self.lock.kept.borrow_mut();
        let kept = kept.get_or_insert_with(|| {
            self.world.window.recall(Kept::NAME).map(|value| Kept::read(&value)).unwrap_or_default()
        });
        look(kept)
    }

    /// Changes what is kept, and keeps it; notes where the device refuses.
    pub(super) fn keep_licences(&self, change: impl FnOnce(&mut Kept)) {
        let mut kept = self.licences(Kept::clone);
        change(&mut kept);
        let window = &self.world.window;
        window.keep(Kept::NAME, &kept.write());
        let is_there = window.recall(Kept::NAME).is_some_and(|value| Kept::read(&value) == kept);
        self.lock.is_forgotten.set(!is_there && !kept.licences.is_empty());
        self.lock.kept.replace(Some(kept));
        self.lock.changed.notify();
    }

    /// The licence with this number.
    pub(super) fn held(&self, id: &str) -> Option<Held> {
        self.licences(|kept| kept.licences.iter().find(|held| held.about.id == id).cloned())
    }
}

/// Everything was erased: what was open is closed.
pub(super) fn forget(state: &State) {
    let lock = &state.lock;
    lock.kept.replace(None);
    lock.said.replace(None);
    lock.tried.replace(String::new());
    lock.is_forgotten.set(false);
    close(state);
}

/// Closes the module on this page.
pub(super) fn close(state: &State) {
    state.lock.is_open.set(false);
    state.lock.shown.borrow_mut().clear();
    state.units.borrow_mut().clear();
    state.lock.changed.notify();
}
