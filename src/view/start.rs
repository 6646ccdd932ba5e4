//! Starts the player: the first screen is made ready, then it takes the place of the page's first text.

use super::app::app;
use super::player::Player;
use super::prose::element::Build as _;
use super::screen::Told;
use super::state::State;
use super::ui::spawn;
use crate::port::World;
use crate::route::Route;
use leptos::mount::mount_to;
use leptos::prelude::{document, provide_context};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Starts the player in this world.
pub fn start(world: World) {
    let state = Rc::new(State::new(world));
    state.apply();
    state.world.window.class("framed", state.world.place.is_framed);
    spawn(Box::pin(async move {
        state.load_texts().await;
        let first = state.first().await;
        state.listen();
        if state.world.place.is_framed
            && let Ok(screens) = state.load_screens().await
        {
            (screens.meet)(&state);
        }
        // Somebody may have gone on while the first screen was being made ready.
        if state.address() != first {
            state.follow_address();
        }
        let place = document().get_element_by_id("app").and_then(|place| place.dyn_into().ok());
        let Some(place): Option<HtmlElement> = place else { return };
        place.set_text_content(None);
        // Everything in it is built by hand; what Leptos mounts is the owner of all that follows something.
        let inside: Element = place.clone().into();
        let root = move || {
            let player = Player::new(state);
            provide_context(player);
            drop(inside.put(app(player)));
            player.load_parts();
        };
        mount_to(place, root).forget();
    }));
}

impl State {
    /// Makes the first screen ready: what the address names, else where the learner stopped.
    async fn first(self: &Rc<Self>) -> Route {
        let hash = self.world.window.hash();
        let mut route = Route::parse(&hash);
        if hash.is_empty() && self.load_course().await.is_ok() {
            route = self.beginning();
            if route != Route::Home {
                self.world.window.go(&route.href(), true);
            }
        }
        self.show(route.clone(), Told::First).await;
        route
    }

    fn listen(self: &Rc<Self>) {
        let state = self.clone();
        self.world.window.on_hash(Box::new(move || state.follow_address()));
    }
}
