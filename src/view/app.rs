//! The root of the views.

use super::screen::Screen;
use super::{Player, failure};
use leptos::prelude::*;

/// The whole player: it follows the screen and the language, and everything below is built anew when they change.
pub(super) fn app(player: Player) -> AnyView {
    let state = player.state();
    let (turned, spoke, said) = (state.turned.clone(), state.spoke.clone(), state.said.clone());
    let shell = move || {
        turned.track();
        spoke.track();
        untrack(|| screen(player))
    };
    view! {
        {shell}
        <div class="said-live" role="status">{move || said.get()}</div>
    }
    .into_any()
}

fn screen(player: Player) -> AnyView {
    let screen = player.state().screen.borrow().clone();
    match &*screen {
        Screen::Failed(failed, route) => failure::screen(player, failed, route),
        _ => ().into_any(),
    }
}
