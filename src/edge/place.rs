//! Where the player stands, as the page around it says.

use crate::port::Place;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlMetaElement, Window};

/// Reads the page's `<meta>` elements and the browser's own words.
pub(super) fn read() -> Place {
    let Some(window) = web_sys::window() else { return Place::default() };
    let root = meta("kerege-root").unwrap_or_default();
    let module = meta("kerege-file");
    let page = window.document().and_then(|document| document.document_element());
    let language = page.and_then(|element| element.get_attribute("lang")).unwrap_or_else(|| "en".into());
    Place {
        // The page of the source language stands beside the outline, the others one folder deeper.
        is_chosen: module.as_ref().is_some_and(|file| root.matches("../").count() > file.matches('/').count()),
        interface: pairs("kerege-interface"),
        later: pairs("kerege-later"),
        reads: window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect(),
        verify: meta("kerege-verify"),
        is_framed: is_framed(&window),
        is_in_app: is_in_app(&window),
        root,
        module,
        language,
    }
}

pub(super) fn meta(name: &str) -> Option<String> {
    let selector = ["meta[name=", name, "]"].concat();
    let element = web_sys::window()?.document()?.query_selector(&selector).ok()??;
    Some(element.dyn_into::<HtmlMetaElement>().ok()?.content())
}

pub(super) fn pairs(name: &str) -> Vec<(String, String)> {
    meta(name).unwrap_or_default().split(' ').filter_map(pair).collect()
}

fn pair(entry: &str) -> Option<(String, String)> {
    let (language, file) = entry.split_once('=')?;
    Some((language.to_owned(), file.to_owned()))
}

fn is_framed(window: &Window) -> bool {
    window.parent().ok().flatten().is_some_and(|parent| parent != *window)
}

/// Browsers inside other apps often forget what a site keeps as soon as the app is closed.
fn is_in_app(window: &Window) -> bool {
    let agent = window.navigator().user_agent().unwrap_or_default();
    let apps = ["Telegram", "Instagram", "FBAN", "FBAV", "WhatsApp", "VKAndroidApp", "VKClient", " Line/", "; wv)"];
    let apple = agent.contains("iPhone") || agent.contains("iPad");
    // The views of iOS apps do not call themselves Safari.
    apps.iter().any(|app| agent.contains(app)) || apple && agent.contains("AppleWebKit") && !agent.contains("Safari/")
}
