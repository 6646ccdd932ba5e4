//! Progress in the browser's local storage: one key for each module and writer, everything under an epoch.
//!
//! An erase begins a new epoch. What is stored begins with the epoch that it was written in, so that a tab which
//! writes late, from before the erase, is not believed.

use super::chance;
use crate::content::Id;
use crate::port::{Soon, Store, StoreError, Stored};
use gloo_storage::{LocalStorage, Storage as _};
use std::cell::RefCell;
use std::future::ready;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DomException, Storage};

/// Everything of ours begins with this.
pub(super) const OURS: &str = "kerege/";
/// The key of the epoch.
pub(super) const EPOCH: &str = "kerege/epoch";
/// Keys of progress: module and writer follow.
pub(super) const PROGRESS: &str = "kerege/progress/";

/// The local storage, as one tab writes to it.
pub(super) struct Local {
    /// The epoch that this tab belongs to.
    epoch: RefCell<String>,
}

impl Local {
    /// Begins in the present epoch.
    pub(super) fn new() -> Local {
        Local { epoch: RefCell::new(area().map(|_| epoch()).unwrap_or_default()) }
    }

    fn write(&self, module: &Id, writer: &str, text: &str) -> Result<(), StoreError> {
        let area = area()?;
        self.same_epoch()?;
        let key = [PROGRESS, module.as_str(), "/", writer].concat();
        let text = [&self.epoch.borrow(), "\n", text].concat();
        area.set_item(&key, &text).map_err(reason)?;
        if area.get_item(&key).map_err(reason)?.as_deref() != Some(&text) {
            return Err(StoreError::Forbidden);
        }
        // An erase may have come in between.
        self.same_epoch().inspect_err(|_| LocalStorage::delete(key))
    }

    /// Refuses, once, to write into an epoch that this tab does not know; then belongs to it.
    fn same_epoch(&self) -> Result<(), StoreError> {
        let now = epoch();
        if now == *self.epoch.borrow() {
            return Ok(());
        }
        self.epoch.replace(now);
        Err(StoreError::Erased)
    }

    fn read(module: &Id) -> Result<Vec<Stored>, StoreError> {
        let area = area()?;
        // Another tab may have erased since: what was written after that must not be taken for old.
        let now = epoch();
        let start = [PROGRESS, module.as_str(), "/"].concat();
        let mut all = Vec::new();
        for key in keys(&area).into_iter().filter(|key| key.starts_with(&start)) {
            let Ok(Some(value)) = area.get_item(&key) else { continue };
            let own = |text: &str| {
                let writer = key.get(start.len()..).unwrap_or_default().to_owned();
                Stored { writer, text: text.to_owned() }
            };
            match value.split_once('\n') {
                Some((epoch, text)) if epoch == now => all.push(own(text)),
                Some((epoch, _)) if is_epoch(epoch) => LocalStorage::delete(key),
                // No player wrote this: it is left as it is, and its reader will say so.
                _ => all.push(own(&value)),
            }
        }
        Ok(all)
    }

    fn erase_all(&self) -> Result<(), StoreError> {
        let area = area()?;
        let new = chance::name();
        // First the epoch: from now on nobody writes into the old one. A full storage has room for it afterwards.
        let begun = area.set_item(EPOCH, &new).is_ok();
        keys(&area).into_iter().filter(|key| key.starts_with(OURS) && key != EPOCH).for_each(LocalStorage::delete);
        if !begun {
            area.set_item(EPOCH, &new).map_err(reason)?;
        }
        self.epoch.replace(new);
        Ok(())
    }
}

impl Store for Local {
    fn load<'a>(&'a self, module: &'a Id) -> Soon<'a, Result<Vec<Stored>, StoreError>> {
        Box::pin(ready(Local::read(module)))
    }

    fn save<'a>(&'a self, module: &'a Id, writer: &'a str, text: String) -> Soon<'a, Result<(), StoreError>> {
        Box::pin(ready(self.write(module, writer, &text)))
    }

    fn erase(&self) -> Soon<'_, Result<(), StoreError>> {
        Box::pin(ready(self.erase_all()))
    }

    fn renew(&self) {
        self.epoch.replace(epoch());
    }
}

/// Whether anything is stored for a module.
pub(super) fn has(module: &Id) -> bool {
    let start = [PROGRESS, module.as_str(), "/"].concat();
    area().is_ok_and(|area| keys(&area).iter().any(|key| key.starts_with(&start)))
}

/// The storage, where the browser lets the page have it. It may take it away at any time.
pub(super) fn area() -> Result<Storage, StoreError> {
    let offered = web_sys::window().map(|window| window.local_storage());
    match offered {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(StoreError::Forbidden),
    }
}

/// The present epoch; none before the first erase.
fn epoch() -> String {
    area().ok().and_then(|area| area.get_item(EPOCH).ok()?).unwrap_or_default()
}

/// Whether a text can be the name of an epoch, the first one included.
fn is_epoch(text: &str) -> bool {
    text.len() <= 16 && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

fn keys(area: &Storage) -> Vec<String> {
    let length = area.length().unwrap_or(0);
    (0..length).filter_map(|index| area.key(index).ok()?).collect()
}

fn reason(error: JsValue) -> StoreError {
    let name = error.dyn_into::<DomException>().map(|error| error.name()).unwrap_or_default();
    // Firefox has a name of its own for it.
    if name.contains("Quota") || name.contains("QUOTA") { StoreError::Full } else { StoreError::Forbidden }
}
