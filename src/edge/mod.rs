//! The ports' implementations in a browser. No Leptos here, and no decisions.

mod chance;
mod clock;
mod fetch;
mod file;
mod host;
mod others;
mod outlet;
mod place;
mod storage;
mod trust;
mod window;
mod words;
mod writers;

use crate::content::Id;
use crate::port::{Alone, Desk, Host, Memory, Soon, Trust, World};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// All ports of this browser tab. What speaks with a page around it is fetched only where there is one.
pub async fn world() -> World {
    let place = place::read();
    let framing = if place.is_framed { framing().await.ok().flatten() } else { None };
    World {
        memory: Box::new(Device),
        fetch: Box::new(fetch::Site { root: place.root.clone() }),
        clock: Box::new(clock::Device),
        chance: Box::new(chance::Device),
        window: Box::new(window::Tab),
        host: framing.unwrap_or_else(|| Box::new(Alone)),
        trust: || Box::pin(async { second().await.ok() }),
        place,
    }
}

/// The page around, if it is one that the player may speak with.
#[wasm_split(screens, fallible)]
fn framing() -> Result<Option<Box<dyn Host>>, SplitLoaderError> {
    let framing = web_sys::window().and_then(|window| host::Framing::new(&window));
    Ok(framing.map(|framing| Box::new(framing) as Box<dyn Host>))
}

/// What this device remembers.
struct Device;

impl Memory for Device {
    fn has(&self, module: &Id) -> bool {
        storage::has(module)
    }

    fn open(&self) -> Soon<'_, Option<Desk>> {
        Box::pin(async { desk().await.ok() })
    }
}

#[wasm_split(work, fallible)]
fn desk() -> Result<Desk, SplitLoaderError> {
    Ok(Desk {
        store: Box::new(storage::Local::new()),
        writers: Box::new(writers::Locked),
        others: Box::new(others::Tabs),
        outlet: Box::new(outlet::Tab),
    })
}

/// What asks the second WebAssembly. It is apart from the work, because what is sealed is opened before anybody answers.
#[wasm_split(trust, fallible)]
fn second() -> Result<Box<dyn Trust>, SplitLoaderError> {
    Ok(Box::new(trust::Second))
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
