//! The ports' implementations in a browser. No Leptos here, and no decisions.

mod chance;
mod clock;
mod fetch;
mod file;
mod host;
mod others;
mod place;
mod storage;
mod window;
mod words;
mod writers;

use crate::port::{Alone, World};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// All ports of this browser tab.
pub fn world() -> World {
    let place = place::read();
    World {
        store: Box::new(storage::Local::new()),
        writers: Box::new(writers::Locked),
        others: Box::new(others::Tabs),
        fetch: Box::new(fetch::Site { root: place.root.clone() }),
        clock: Box::new(clock::Device),
        chance: Box::new(chance::Device),
        window: Box::new(window::Tab),
        host: match web_sys::window().and_then(|window| host::Framing::new(&window)) {
            Some(framing) => Box::new(framing),
            None => Box::new(Alone),
        },
        place,
    }
}

/// Calls `told` at each event of this name, for the life of the page.
fn listen(target: &web_sys::EventTarget, name: &str, told: impl Fn(web_sys::Event) + 'static) {
    let closure: Closure<dyn Fn(web_sys::Event)> = Closure::new(told);
    // A browser refuses no listener of a known shape; where one did, the player works without the event.
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Calls `then` once, after so many milliseconds; gives back the timer.
fn later(milliseconds: i32, then: impl FnOnce() + 'static) -> Option<i32> {
    let closure = Closure::once_into_js(then);
    web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(closure.unchecked_ref(), milliseconds).ok()
}
