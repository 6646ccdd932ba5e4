//! The certificate: what is still to be done for it, or the name to print and the sheet.

use super::Player;
use super::prose::element::{Build, el, refill};
use super::result::row;
use super::sheet::{facts, proves, sheet};
use super::state::State;
use super::ui::{button, follow, list, p, section, text, title};
use super::words::outstanding;
use crate::certificate::{Certificate, LONGEST_NAME, award, make};
use crate::completion::{Standing, standing};
use crate::content::Module;
use crate::content::module::Track;
use crate::json;
use crate::port::Moment;
use crate::progress::{Event, Progress};
use leptos::prelude::{Get as _, GetUntracked as _, Set as _};
use std::rc::Rc;
use web_sys::Element;

/// The screen of the certificate.
pub(super) fn screen(player: Player) -> Vec<Element> {
    let main = el("main", "column certificate").set("id", "main").put(title(&player.t("Certificate")));
    let body = el("div", "");
    let shown = player.state().progress(|module, track, progress| {
        let entry = module.tracks.get(track)?;
        Some(match standing(&entry.rule, module, track, progress) {
            Standing::Met => open(player, module, track, progress),
            Standing::Open(left) => {
                let words = player.t("It opens when everything is done that the course asks for. Still to be done:");
                let mut shown = vec![p(&words), outstanding(player, &left)];
                shown.extend(levels(player, entry));
                shown
            }
        })
    });
    vec![main.put(body.all(shown.flatten().unwrap_or_default()))]
}

/// The award levels, where there are several.
fn levels(player: Player, track: &Track) -> Vec<Element> {
    if track.awards.len() < 2 {
        return Vec::new();
    }
    let levels = track.awards.iter().map(|award| text("span", "", &player.of(&award.title))).collect();
    section(&player.t("Levels"), vec![list("ul", "", levels)])
}

fn open(player: Player, module: &Module, track: usize, progress: &Progress) -> Vec<Element> {
    let state = player.state();
    let level = award(module, track, progress).map(|award| player.of(&award.title)).unwrap_or_default();
    if let Some((name, ..)) = progress.certified.last().filter(|_| state.typed.get_untracked().is_empty()) {
        state.typed.set(name.clone());
    }
    let label = text("label", "", &player.t("Your name, as it is to be printed")).set("for", "name");
    let example = text(
        "p",
        "small muted",
        &player.t("Letters of any script, for example Әсел Нұрланқызы, გიორგი or Jana Nováková"),
    );
    let field = el("input", "")
        .set("id", "name")
        .set("data-act", "name")
        .set("autocomplete", "name")
        .set("aria-describedby", "name-example")
        .set("maxlength", &LONGEST_NAME.to_string())
        .set("value", &state.typed.get_untracked());
    let actions = el("p", "actions")
        .put(button("primary", "print", &player.t("Print")))
        .put(button("", "save-sheet", &player.t("Save as a picture")))
        .put(button("quiet", "save-fields", &player.t("Save what it says")));
    let (place, list, wait) = (el("div", "sheet-frame"), el("dl", "facts"), el("p", "waits").set("role", "status"));
    let shown = vec![
        p(&player.fill("Everything that the course asks for is done: {award}.", &[("award", &level)])),
        el("div", "field").put(label).put(field).put(example.set("id", "name-example")),
        place.clone(),
        actions,
        wait.clone(),
        text(
            "p",
            "notice",
            &[&proves(player), " ", &player.t("It shows what the course asks for, and how much of it was done here.")]
                .concat(),
        ),
        list.clone(),
    ];
    follow(Box::new(move || {
        let state = player.state();
        state.follow_progress();
        let made = state.certificate(&state.typed.get());
        let is_named = made.is_some();
        let words = if is_named { String::new() } else { player.t("Write your name first.") };
        wait.set_text_content(Some(&words));
        let made = made.or_else(|| state.certificate(&player.t("Your name")));
        refill(&place, made.iter().map(|made| sheet(player, made)).collect());
        refill(&list, made.iter().flat_map(|made| fields(player, made)).collect());
    }));
    shown
}

/// Everything that the sheet says, as a list.
fn fields(player: Player, made: &Certificate) -> Vec<Element> {
    let rows = [
        row(&player.t("Course"), &made.title),
        row(&player.t("Level"), &made.award),
        row(&player.t("Holder"), &made.statement),
        row(&player.t("Result"), &facts(player, made)),
        row(&player.t("Organiser"), &made.organiser),
        row(&player.t("Date"), &player.state().outlet(|out| out.day(made.at, &player.language()))),
    ];
    rows.into_iter().flatten().collect()
}

impl State {
    /// The certificate for a name; the day is that on which it was made first.
    pub(super) fn certificate(&self, typed: &str) -> Option<Certificate> {
        let language = self.language.borrow().clone();
        let made = self.progress(|module, track, progress| {
            let mut made = make(module, track, progress, typed, &language, self.now())?;
            if let Some(at) = self.certified(module, track, progress, &made.name) {
                made.at = at;
            }
            Some(made)
        });
        made.flatten()
    }

    fn certified(&self, module: &Module, track: usize, progress: &Progress, name: &str) -> Option<Moment> {
        let track_id = &module.tracks.get(track)?.id;
        let level = &award(module, track, progress)?.id;
        let same = progress
            .certified
            .iter()
            .find(|(known, track, award, _)| known == name && track == track_id && award == level);
        same.map(|(.., at)| *at)
    }

    /// Takes down that the certificate was made, once for each name; `None` while there is none to make.
    pub(super) fn certify(self: &Rc<Self>) -> Option<Certificate> {
        let made = self.certificate(&self.typed.get_untracked())?;
        let event = self.progress(|module, track, progress| {
            if self.certified(module, track, progress, &made.name).is_some() {
                return None;
            }
            let award = award(module, track, progress)?.id.clone();
            Some(Event::Certified { name: made.name.clone(), track: module.tracks.get(track)?.id.clone(), award })
        });
        self.record(None, event.flatten().into_iter().collect(), false);
        Some(made)
    }

    /// Saves the sheet as a picture that stands by itself.
    pub(super) fn save_sheet(&self, player: Player, made: &Certificate) {
        let picture = sheet(player, made);
        let text = web_sys::XmlSerializer::new().and_then(|writer| writer.serialize_to_string(&picture));
        if let Ok(text) = text {
            self.outlet(|out| out.save(&file_name(made, ".svg"), "image/svg+xml", text.as_bytes()));
        }
    }

    /// Saves what the certificate says as data.
    pub(super) fn save_fields(&self, made: &Certificate) {
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
        self.outlet(|outlet| outlet.save(&file_name(made, ".json"), "application/json", out.as_bytes()));
    }
}

/// Neutral: it says neither who nor what.
fn file_name(made: &Certificate, ending: &str) -> String {
    ["certificate-", made.module.as_str(), ending].concat()
}
