//! What leaves the page: on paper, as a file, in the words of the reader's language; and what came with its address.

use super::{file, words};
use crate::port::{Moment, Outlet};
use std::cmp::Ordering;

/// The tab's ways out.
pub(super) struct Tab;

impl Outlet for Tab {
    fn arrived(&self) -> Option<String> {
        let root = web_sys::window()?.document()?.document_element()?;
        let licence = root.get_attribute("data-licence");
        let _ = root.remove_attribute("data-licence");
        licence
    }

    fn print(&self) {
        if let Some(window) = web_sys::window() {
            let _ = window.print();
        }
    }

    fn save(&self, name: &str, media_type: &str, bytes: &[u8]) {
        let _ = file::save(name, media_type, bytes);
    }

    fn lend(&self, media_type: &str, bytes: &[u8]) -> Option<String> {
        file::lend(media_type, bytes).ok()
    }

    fn number(&self, n: f64, language: &str) -> String {
        words::number(n, None, language)
    }

    fn day(&self, day: Moment, language: &str) -> String {
        words::day(day.0 as f64, language)
    }

    fn money(&self, amount: &str, currency: &str, language: &str) -> String {
        words::number(js_sys::parse_float(amount), Some(currency), language)
    }

    fn compare(&self, one: &str, other: &str, language: &str) -> Ordering {
        words::compare(one, other, language)
    }
}
