//! What a learner has to know beside the screen: that nothing is saved, that something could not be read.

use super::Player;
use super::keep::Kept;
use super::parts::coming;
use super::prose::element::{Build, el, refill};
use super::screen::Screen;
use super::ui::{follow, text};
use crate::port::StoreError;
use crate::progress::envelope::Unreadable;
use leptos::prelude::Get as _;
use web_sys::Element;

/// The notices, under the bar.
pub(super) fn notices(player: Player) -> Element {
    let place = el("div", "notices").set("role", "status");
    let into = place.clone();
    follow(Box::new(move || {
        let state = player.state();
        let words = state.work().map_or_else(Vec::new, |work| (work.notices)(player));
        let all = words.iter().map(|words| text("p", "notice", words));
        // Every other screen says it in its own place.
        let is_page = matches!(&*state.screen.borrow().clone(), Screen::Page(..));
        let missing = (is_page && state.is_missing()).then(|| el("div", "notice").all(coming(player)));
        refill(&into, all.chain(missing).collect());
    }));
    place
}

/// What there is to know.
pub(super) fn words(player: Player) -> Vec<String> {
    let state = player.state();
    let mut all = Vec::new();
    match state.kept.get() {
        Kept::Saved => {}
        Kept::Not(StoreError::Full) => all.push(player.t(
            "There is no room left on this device: what you do now is not saved. Make room, or save it as a file in the settings.",
        )),
        Kept::Not(StoreError::Forbidden | StoreError::Erased) => all.push(player.t(
            "This device will not remember what you do here: the browser forbids it, perhaps because the window is private. You can go on; finish in one go, or save it as a file in the settings.",
        )),
    }
    match state.unreadable.get() {
        None => {}
        Some(Unreadable::Newer) => all.push(player.t(
            "A newer version of this player has saved something here that this one cannot read. It is kept as it is; load the page again to see it.",
        )),
        Some(Unreadable::Damaged) => all.push(player.t(
            "A part of what was saved here is damaged and cannot be read. It is kept as it is; everything else is there.",
        )),
    }
    if state.world.place.is_in_app {
        all.push(player.t(
            "This browser inside another app may forget what you do. Better open the page in your usual browser: the menu of the app has an entry for that.",
        ));
    }
    all
}
