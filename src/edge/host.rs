//! The page around the player's frame, by `postMessage`. What is heard and told is decided by [`Talk`].

use super::listen;
use super::place::meta;
use crate::embed::{Asked, Config, Consent, Heard, News, Origin, Report, Talk, Visible};
use crate::port::Host;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{HtmlElement, MessageEvent, ResizeObserver, Window};

/// The page around the frame.
#[derive(Clone)]
pub(super) struct Framing {
    parent: Window,
    talk: Rc<RefCell<Talk>>,
}

impl Framing {
    /// The page around this window's frame, if there is one and the site lists whom it may speak with. Pages of the
    /// site itself always may.
    pub(super) fn new(window: &Window) -> Option<Framing> {
        let parent = window.parent().ok().flatten().filter(|parent| parent != window)?;
        let mut config = Config::read(&meta(Config::META).unwrap_or_default());
        config.origins.extend(window.location().origin().ok().as_deref().and_then(Origin::new));
        Some(Framing { parent, talk: Rc::new(RefCell::new(Talk::new(config))) })
    }

    fn hear(&self, event: &MessageEvent) -> Option<Asked> {
        let is_parent = event.source().is_some_and(|source| JsValue::from(source) == JsValue::from(&self.parent));
        let origin = event.origin();
        if !is_parent || !self.talk.borrow().listens_to(&origin) {
            return None;
        }
        let text = js_sys::JSON::stringify(&event.data()).ok()?.as_string()?;
        match self.talk.borrow_mut().hear(&origin, &text) {
            Heard::Asked(asked) => Some(asked),
            Heard::Malformed(fault) => {
                // For whoever builds the page around.
                web_sys::console::warn_2(&"kerege/1, malformed:".into(), &fault.into());
                None
            }
            Heard::Ignored => None,
        }
    }

    /// Posts messages, to the page that has greeted and to no other.
    fn post(&self, news: &[News]) {
        let Some(partner) = self.partner() else { return };
        for message in news.iter().filter_map(|news| js_sys::JSON::parse(&news.write()).ok()) {
            // Refused only for an origin that is none.
            let _ = self.parent.post_message(&message, partner.as_str());
        }
    }
}

impl Host for Framing {
    fn listen(&self, asked: Box<dyn Fn(Asked)>) {
        let Some(window) = web_sys::window() else { return };
        let here = self.clone();
        listen(&window, "message", move |event| {
            let Some(what) = event.dyn_ref().and_then(|event| here.hear(event)) else { return };
            match &what {
                Asked::Hello { .. } => {
                    here.tell(News::Ready);
                    here.tell(News::Height(height()));
                }
                Asked::Viewport(visible) => show(*visible),
                Asked::Open(_) => {}
            }
            asked(what);
        });
        let here = self.clone();
        let measured: Closure<dyn Fn()> = Closure::new(move || here.tell(News::Height(height())));
        if let (Ok(observer), Some(body)) = (ResizeObserver::new(measured.as_ref().unchecked_ref()), body()) {
            observer.observe(&body);
        }
        measured.forget();
    }

    fn partner(&self) -> Option<Origin> {
        self.talk.borrow().partner().cloned()
    }

    fn consent(&self, consent: Consent) {
        let news = self.talk.borrow_mut().consent(consent);
        self.post(&news);
    }

    fn report(&self, report: &Report) {
        let news = self.talk.borrow_mut().report(report);
        self.post(&news);
    }

    fn tell(&self, news: News) {
        let news = self.talk.borrow_mut().tell(news);
        self.post(&news);
    }
}

fn body() -> Option<HtmlElement> {
    web_sys::window()?.document()?.body()
}

/// How high everything is, in CSS pixels.
fn height() -> u32 {
    body().map_or(0, |body| body.offset_height()).max(0).unsigned_abs()
}

/// Says to the style where the learner's eyes are, so that dialogs and bars stand there.
fn show(visible: Visible) {
    let root =
        web_sys::window().and_then(|window| window.document()?.document_element()?.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    for (name, value) in [("--seen-top", visible.top), ("--seen-height", visible.height)] {
        let _ = root.style().set_property(name, &[&value.to_string(), "px"].concat());
    }
}
