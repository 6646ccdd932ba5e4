//! Typed text is kept a moment after the last key, and at once when the field or the page is left.

use crate::content::Unit;
use crate::session::Command;
use crate::view::Player;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// How long after the last key.
const PAUSE: Duration = Duration::from_millis(400);

/// What was typed and is not kept yet: one field at most, since only one has the focus.
struct Typed {
    player: Player,
    unit: Rc<Unit>,
    command: Command,
}

thread_local! {
    static TYPED: RefCell<Option<Typed>> = const { RefCell::new(None) };
    static TIMER: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
    static WATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Keeps what was typed a moment later, unless more is typed.
pub(super) fn later(player: Player, unit: Rc<Unit>, command: Command) {
    watch();
    TYPED.replace(Some(Typed { player, unit, command }));
    stop();
    TIMER.set(set_timeout_with_handle(now, PAUSE).ok());
}

/// Keeps what was typed.
pub(super) fn now() {
    stop();
    if let Some(Typed { player, unit, command }) = TYPED.take() {
        player.act(&unit, command);
    }
}

fn stop() {
    if let Some(timer) = TIMER.take() {
        timer.clear();
    }
}

/// A page that is hidden may never be shown again.
fn watch() {
    if !WATCHING.replace(true) {
        window_event_listener_untyped("pagehide", |_| leave());
        window_event_listener_untyped("visibilitychange", |_| leave());
    }
}

/// Keeps what was typed, and saves it at once.
fn leave() {
    let player = TYPED.with_borrow(|typed| typed.as_ref().map(|typed| typed.player));
    now();
    if let Some(player) = player {
        player.state().flush();
    }
}
