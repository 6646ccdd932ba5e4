//! The certificate: what is still to be done for it, or the name to print and the sheet.

mod code;
mod paper;
mod save;
mod sheet;
mod signing;

pub(super) use code::prepare;

use super::Player;
use super::prose::element::{Build, el};
use super::state::State;
use super::ui::{list, p, section, text, title};
use super::words::outstanding;
use crate::certificate::{Certificate, make};
use crate::completion::{Standing, awards, standing};
use crate::content::module::{Award, Track};
use crate::content::{Id, Module};
use crate::progress::{Certified, Progress};
use web_sys::Element;

/// The screen of the certificate.
pub(super) fn screen(player: Player) -> Vec<Element> {
    let main = el("main", "column certificate").set("id", "main").put(title(&player.t("Certificate")));
    let body = el("div", "");
    let shown = player.state().progress(|module, track, progress| {
        let entry = module.tracks.get(track)?;
        Some(match standing(&entry.rule, module, track, progress) {
            Standing::Met => None,
            Standing::Open(left) => {
                let words = player.t("It opens when everything is done that the course asks for. Still to be done:");
                let mut shown = vec![p(&words), outstanding(player, &left)];
                shown.extend(levels(player, entry));
                Some(shown)
            }
        })
    });
    let shown = shown.flatten().map(|left| left.unwrap_or_else(|| paper::open(player)));
    vec![main.put(body.all(shown.unwrap_or_default()))]
}

/// The award levels, where there are several.
fn levels(player: Player, track: &Track) -> Vec<Element> {
    if track.awards.len() < 2 {
        return Vec::new();
    }
    let levels = track.awards.iter().map(|award| text("span", "", &player.of(&award.title))).collect();
    section(&player.t("Levels"), vec![list("ul", "", levels)])
}

/// The highest award level that is reached; with `only`, of those that a licence may certify.
fn reached<'a>(module: &'a Module, track: usize, progress: &Progress, only: Option<&[Id]>) -> Option<&'a Award> {
    let reached = awards(module, track, progress);
    let may = |award: &&Award| reached.contains(&award.id) && only.is_none_or(|only| only.contains(&award.id));
    module.tracks.get(track)?.awards.iter().rev().find(may)
}

impl State {
    /// The certificate for a name, at the award level `level`; the day is that on which it was made first.
    fn certificate(&self, typed: &str, level: Option<&[Id]>) -> Option<Certificate> {
        let language = self.language.borrow().clone();
        let made = self.progress(|module, track, progress| {
            let mut made = make(module, track, progress, typed, &language, self.now())?;
            let award = reached(module, track, progress, level)?;
            made.award = award.title.get(&language).to_owned();
            made.award_en = award.title.get("en").to_owned();
            let same = |one: &&Certified| one.name == made.name && one.award == award.id && one.signed.is_none();
            if let Some(before) = of_track(module, track, progress).find(same) {
                made.at = before.at;
            }
            Some(made)
        });
        made.flatten()
    }
}

/// The certificates that were made in a track.
fn of_track<'a>(module: &'a Module, track: usize, progress: &'a Progress) -> impl Iterator<Item = &'a Certified> {
    let track = module.tracks.get(track).map(|track| &track.id);
    progress.certified.iter().filter(move |one| Some(&one.track) == track)
}
