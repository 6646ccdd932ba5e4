//! A file of progress that a learner saved, taken in again: here, or in another browser.

use super::Player;
use super::actions::Touched;
use super::keep::Kept;
use super::prose::element::{Build, el, refill};
use super::state::State;
use super::ui::{link, p, spawn};
use crate::content::file::LARGEST;
use crate::port::StoreError;
use crate::progress::export::{self, Refused};
use js_sys::Uint8Array;
use leptos::prelude::{Set as _, document};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlInputElement};

/// What came of a file that could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// All of it is here now.
    Whole,
    /// A part could not be read; the rest is here now.
    Part,
    /// It was here already.
    Known,
}

/// What came of a file.
pub(super) type Came = Result<Taken, Refused>;

impl State {
    /// Takes in a file beside what is here.
    pub(super) async fn bring(self: &Rc<Self>, bytes: &[u8]) -> Came {
        let module = self.module().ok_or(Refused::Nothing)?;
        let desk = self.open_desk().await.ok_or(Refused::Nothing)?;
        let brought = export::read(bytes, &module.id)?;
        let stored = desk.store.load(&module.id).await.unwrap_or_default();
        let new = export::beside(&module.id, &brought, &stored);
        for one in &new {
            let save = || desk.store.save(&module.id, &one.writer, one.text.clone());
            let saved = match save().await {
                // Another tab has erased everything since; what is brought now comes after that.
                Err(StoreError::Erased) => save().await,
                saved => saved,
            };
            if let Err(error) = saved {
                self.kept.set(Kept::Not(error));
            }
        }
        if let Some(log) = self.log.borrow_mut().as_mut() {
            log.bring(brought.records().cloned().collect());
        }
        self.merged();
        Ok(match (brought.is_partial, new.is_empty()) {
            (true, _) => Taken::Part,
            (false, true) => Taken::Known,
            (false, false) => Taken::Whole,
        })
    }
}

/// The field for the file, and the place where it is said what came of it.
pub(super) fn field(player: Player) -> Vec<Element> {
    let field = el("input", "unseen").set("type", "file").set("id", "bring").set("data-act", "bring");
    let field = field.set("accept", ".json,application/json").set("aria-describedby", "bring-way");
    let label = el("label", "button").set("for", "bring").say(&player.t("Take in a saved file"));
    let way = player.t("A file of this course that was saved here or in another browser. What it holds is added to what is here, and nothing is lost.");
    let way = p(&way).set("class", "small muted").set("id", "bring-way");
    vec![el("p", "actions").put(field).put(label), way, el("div", "").set("id", "brought").set("role", "status")]
}

/// Takes in the file that was chosen, and says what came of it.
pub(super) fn bring(touched: &Touched) {
    let (player, field) = (touched.player, touched.control.dyn_ref::<HtmlInputElement>().cloned());
    let file = field.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0));
    let (Some(field), Some(file), Some(place)) = (field, file, document().get_element_by_id("brought")) else { return };
    spawn(Box::pin(async move {
        let state = player.state();
        let bytes = if file.size() > LARGEST as f64 { None } else { JsFuture::from(file.array_buffer()).await.ok() };
        // A file that the browser cannot read holds nothing.
        let bytes = bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()).unwrap_or_default();
        // The same file may be chosen again.
        field.set_value("");
        let Ok(work) = state.load_work().await else { return };
        let came = (work.bring)(state, bytes).await;
        refill(&place, said(player, came));
    }));
}

fn said(player: Player, came: Came) -> Vec<Element> {
    let words = match came {
        Ok(Taken::Whole) => player.t("What the file holds is here now, beside what you have done on this device."),
        Ok(Taken::Part) => player.t("A part of the file could not be read and was left out. The rest is here now."),
        Ok(Taken::Known) => player.t("Everything in this file is here already."),
        Err(Refused::Nothing) => player.t(
            "This file holds nothing that the course can read. Choose the one that was saved here or in another browser: its name begins with “progress”.",
        ),
        Err(Refused::OtherModule) => {
            player.t("This file belongs to another course. Open that course, and take the file in there.")
        }
        Err(Refused::Newer) => {
            player.t("A newer version of this player made this file. Load the page again, then try once more.")
        }
    };
    let on = link("button", &player.state().beginning(), &player.t("Continue the course"));
    let on = came.is_ok().then(|| el("p", "actions").put(on));
    vec![el("div", "notice").put(p(&words)).each(on)]
}
