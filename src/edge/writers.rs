//! A writer for each tab, claimed by a lock that the browser releases when the tab is closed.

use super::chance;
use crate::content::Id;
use crate::port::{Soon, Writers};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Writers claimed through the Web Locks API.
pub(super) struct Locked;

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`: `web-sys` has it only among what is not stable yet.
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &Object, held: &JsValue) -> Result<Promise, JsValue>;
}

impl Writers for Locked {
    fn claim<'a>(&'a self, module: &'a Id, known: Vec<String>) -> Soon<'a, String> {
        Box::pin(async move {
            let fresh = chance::name();
            let Some(locks) = locks() else { return fresh };
            for writer in known {
                if hold(&locks, module, &writer).await {
                    return writer;
                }
            }
            hold(&locks, module, &fresh).await;
            fresh
        })
    }
}

fn locks() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}

/// Holds the lock of a writer for the life of the tab; false where another tab has it.
async fn hold(locks: &LockManager, module: &Id, writer: &str) -> bool {
    let name = ["kerege/", module.as_str(), "/", writer].concat();
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &true.into());
    let mut answer: Option<Function> = None;
    let told = Promise::new(&mut |resolve, _| answer = Some(resolve));
    let held = Closure::once_into_js(move |lock: JsValue| {
        let has_it = !lock.is_null();
        if let Some(answer) = &answer {
            let _ = answer.call1(&JsValue::UNDEFINED, &has_it.into());
        }
        // The lock is held as long as this promise is open: for ever.
        if has_it { Promise::new(&mut |_, _| {}).into() } else { JsValue::UNDEFINED }
    });
    let Ok(asked) = locks.request(&name, &options, &held) else { return false };
    // `asked` ends first only where the browser refuses the request.
    JsFuture::from(Promise::race(&Array::of2(&told, &asked))).await.is_ok_and(|has_it| has_it.is_truthy())
}
