//! What leaves the page of a certificate: paper, picture, file.

use super::of_track;
use super::paper::Paper;
use super::sheet::{Mark, sheet};
use crate::certificate::Certificate;
use crate::json;
use crate::progress::Event;
use leptos::prelude::{GetUntracked as _, untrack};
use std::rc::Rc;

impl Paper {
    /// Prints the sheet.
    pub(super) fn print(&self) {
        if self.made().is_some() {
            self.player.state().outlet(|out| out.print());
        }
    }

    /// Saves the sheet as a picture that stands by itself.
    pub(super) fn save_picture(&self) {
        let Some(made) = self.made() else { return };
        let mark = self.signed.get_untracked().map(Mark::Signed);
        let picture = untrack(|| sheet(self.player, &made, mark.as_ref()));
        let text = web_sys::XmlSerializer::new().and_then(|writer| writer.serialize_to_string(&picture));
        if let Ok(text) = text {
            self.save(&made, ".svg", "image/svg+xml", &text);
        }
    }

    /// Saves the signed certificate, as the verify screen and `kerege certificate verify` take it.
    pub(super) fn save_token(&self) {
        if let (Some(made), Some(signed)) = (self.made(), self.signed.get_untracked()) {
            self.save(&made, ".txt", "text/plain", &[&signed.token, "\n"].concat());
        }
    }

    /// Saves what an unsigned certificate says as data.
    pub(super) fn save_fields(&self) {
        let Some(made) = self.made() else { return };
        self.save(&made, ".json", "application/json", &fields(&made));
    }

    /// Neutral names: they say neither who nor what.
    fn save(&self, made: &Certificate, ending: &str, media_type: &str, text: &str) {
        let name = ["certificate-", made.module.as_str(), ending].concat();
        self.player.state().outlet(|out| out.save(&name, media_type, text.as_bytes()));
    }

    /// The certificate as it was signed. One that nobody signs is taken down, once for each name; `None` while there is
    /// no name, which is then asked for.
    fn made(&self) -> Option<Certificate> {
        let state = self.player.state();
        if let Some(signed) = self.signed.get_untracked() {
            return state.as_signed(&Rc::clone(&signed));
        }
        let Some(made) = state.certificate(&state.typed.get_untracked(), None) else {
            crate::view::app::focus_soon("#name");
            return None;
        };
        let event = state.progress(|module, track, progress| {
            let award = super::reached(module, track, progress, None)?.id.clone();
            let is_there = of_track(module, track, progress)
                .any(|one| one.name == made.name && one.award == award && one.signed.is_none());
            let track = module.tracks.get(track)?.id.clone();
            (!is_there).then(|| Event::Certified { name: made.name.clone(), track, award, signed: None })
        });
        state.record(None, event.flatten().into_iter().collect(), false);
        Some(made)
    }
}

fn fields(made: &Certificate) -> String {
    let (mut out, text) = (String::new(), json::text);
    let (earned, of) = made.score.unwrap_or_default();
    let objectives = |out: &mut String| json::list(out, &made.objectives, |out, one| text(out, one));
    json::fields(
        &mut out,
        &[
            ("kerege", &|out| json::number(out, 1)),
            ("type", &|out| text(out, "certificate")),
            ("attested", &|out| text(out, "self")),
            ("name", &|out| text(out, &made.name)),
            ("module", &|out| text(out, made.module.as_str())),
            ("title", &|out| text(out, &made.title)),
            ("edition", &|out| json::number(out, made.edition)),
            ("track", &|out| text(out, &made.track)),
            ("award", &|out| text(out, &made.award)),
            ("organiser", &|out| text(out, &made.organiser)),
            ("statement", &|out| text(out, &made.statement)),
            ("objectives", &objectives),
            ("earned", &|out| json::number(out, earned)),
            ("of", &|out| json::number(out, of)),
            ("attempts", &|out| json::number(out, made.attempts)),
            ("minutes", &|out| json::number(out, made.minutes)),
            ("at", &|out| json::number(out, made.at.0)),
        ],
    );
    out
}
