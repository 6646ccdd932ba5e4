//! The tab's window: address, title, printing, settings.

use super::{listen, storage, words};
use crate::json::{self, Value};
use crate::port::Window;
use web_sys::{Document, Location};

/// The tab's window.
pub(super) struct Tab;

impl Window for Tab {
    fn hash(&self) -> String {
        location().and_then(|location| location.hash().ok()).unwrap_or_default()
    }

    fn go(&self, hash: &str, replace: bool) {
        if let Some(location) = location() {
            // Refused only for addresses of other sites.
            let _ = if replace { location.replace(hash) } else { location.set_hash(hash) };
        }
    }

    fn on_hash(&self, gone: Box<dyn Fn()>) {
        if let Some(window) = web_sys::window() {
            listen(&window, "hashchange", move |_| gone());
        }
    }

    fn on_leave(&self, left: Box<dyn Fn()>) {
        if let Some(document) = document() {
            let hidden = document.clone();
            // The last event that phones are sure to send.
            listen(&document, "visibilitychange", move |_| {
                if hidden.hidden() {
                    left();
                }
            });
        }
    }

    fn head(&self, title: &str, language: &str) {
        let Some(document) = document() else { return };
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", language);
        }
    }

    fn class(&self, name: &str, on: bool) {
        if let Some(root) = document().and_then(|document| document.document_element()) {
            let _ = root.class_list().toggle_with_force(name, on);
        }
    }

    fn recall(&self, name: &str) -> Option<Value> {
        let text = storage::area().ok()?.get_item(&[storage::OURS, name].concat()).ok()??;
        json::read(text.as_bytes()).ok()
    }

    fn keep(&self, name: &str, json: &str) {
        if let Ok(area) = storage::area() {
            let _ = area.set_item(&[storage::OURS, name].concat(), json);
        }
    }

    // At the end: what comes later is laid over what came first.
    fn dress(&self, address: &str) {
        let Some(document) = document() else { return };
        let selector = ["link[href=\"", address, "\"]"].concat();
        let is_there = document.query_selector(&selector).is_ok_and(|found| found.is_some());
        if let (false, Some(body), Ok(link)) = (is_there, document.body(), document.create_element("link")) {
            let _ = link.set_attribute("rel", "stylesheet");
            let _ = link.set_attribute("href", address);
            let _ = body.append_child(&link);
        }
    }

    fn language(&self, tag: &str) -> String {
        words::language(tag)
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}
