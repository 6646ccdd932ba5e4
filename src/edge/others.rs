//! What other tabs do, as the browser tells it of their writes to the storage.

use super::storage::{EPOCH, PROGRESS};
use crate::content::Id;
use crate::port::{Heard, Others, Stored};
use wasm_bindgen::JsCast as _;
use web_sys::StorageEvent;

/// The learner's other tabs of this site.
pub(super) struct Tabs;

impl Others for Tabs {
    fn listen(&self, heard: Box<dyn Fn(Heard)>) {
        let Some(window) = web_sys::window() else { return };
        super::listen(&window, "storage", move |event| {
            if let Some(what) = event.dyn_ref::<StorageEvent>().and_then(read) {
                heard(what);
            }
        });
    }
}

fn read(event: &StorageEvent) -> Option<Heard> {
    // Without a key, the whole storage was cleared.
    let Some(key) = event.key() else { return Some(Heard::Erased) };
    if key == EPOCH {
        return Some(Heard::Erased);
    }
    let (module, writer) = key.strip_prefix(PROGRESS)?.split_once('/')?;
    let value = event.new_value()?;
    let (_, text) = value.split_once('\n')?;
    let stored = Stored { writer: writer.to_owned(), text: text.to_owned() };
    Some(Heard::Saved { module: Id::new(module)?, stored })
}
