//! Words that several screens share: times, shares, what is outstanding.

use super::prose::element::{Build, el};
use super::ui::{link, list, p, text};
use super::{Player, state::State};
use crate::completion::{Outstanding, Share};
use crate::content::module::Counts;
use crate::content::{Finding, Id, Localised, Module, UnitEntry};
use crate::i18n::fill;
use crate::progress::Progress;
use crate::route::Route;
use web_sys::Element;

impl Player {
    /// The text in the content's language.
    pub(super) fn of(self, texts: &Localised) -> String {
        texts.get(&self.language()).to_owned()
    }

    /// A length of time.
    pub(super) fn minutes(self, minutes: u32) -> String {
        let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
        match (minutes / 60, minutes % 60) {
            (0, _) => self.fill("{m} min", &[("m", &rest)]),
            (_, 0) => self.fill("{h} h", &[("h", &hours)]),
            _ => self.fill("{h} h {m} min", &[("h", &hours), ("m", &rest)]),
        }
    }

    /// Points earned, of full points.
    pub(super) fn points(self, earned: u32, of: u32) -> String {
        fill(&self.count("{earned} of {n} point", "{earned} of {n} points", of), &[("earned", &earned.to_string())])
    }

    /// A day that is written `YYYY-MM-DD`.
    pub(super) fn date(self, day: &str) -> String {
        let moment = crate::port::Moment(js_sys::Date::parse(day) as i64);
        self.state().outlet(|out| out.day(moment, self.state().texts().language()))
    }
}

/// What is wrong with a file, for those who can mend it; nothing where nothing is.
pub(super) fn details(player: Player, findings: &[Finding]) -> Vec<Element> {
    if findings.is_empty() {
        return Vec::new();
    }
    let all = findings.iter().map(|finding| text("code", "", &finding.to_string())).collect();
    let summary = text("summary", "", &player.t("Details for the organiser"));
    vec![el("details", "findings").put(summary).put(list("ul", "", all).set("lang", "en"))]
}

/// What is outstanding, as a list; each entry leads to where it can be done.
pub(super) fn outstanding(player: Player, open: &Outstanding) -> Element {
    let entries = match open {
        Outstanding::All(all) => all.iter().map(|one| entry(player, one)).collect(),
        one => vec![entry(player, one)],
    };
    list("ul", "outstanding", entries)
}

fn entry(player: Player, open: &Outstanding) -> Element {
    let (words, has_something, share): (String, fn(&Way) -> bool, &Share) = match open {
        Outstanding::Pages(share) => {
            let n = share.need - share.have;
            (player.count("Open {n} more page", "Open {n} more pages", n), |way| way.seen < way.counts.pages, share)
        }
        Outstanding::Answered(share) => {
            let n = share.need - share.have;
            let words = player.count("Answer {n} more exercise", "Answer {n} more exercises", n);
            (words, |way| way.answered < way.counts.exercises, share)
        }
        Outstanding::Score { share, .. } => {
            let n = share.need - share.have;
            let words =
                player.count("Earn {n} more point in the assessment", "Earn {n} more points in the assessment", n);
            (words, |way| way.counts.points > 0, share)
        }
        Outstanding::All(_) => return outstanding(player, open),
        Outstanding::Some(n, all) => {
            let n = u32::try_from(*n).unwrap_or(u32::MAX);
            let words = player.count("Do {n} of these:", "Do {n} of these:", n);
            let all = all.iter().map(|one| entry(player, one)).collect();
            return el("div", "").put(p(&words)).put(list("ul", "", all));
        }
        Outstanding::Impossible => {
            return p(&player.t("This edition of the course asks for more than it has. Please tell the organiser."));
        }
    };
    let line = el("p", "");
    let state = player.state();
    let target = state.progress(|module, track, progress| {
        let way = ways(module, track, progress).into_iter().find(|way| match &share.unit {
            Some(unit) => way.entry.id == *unit,
            None => has_something(way),
        });
        way.map(|way| (way.entry.id.clone(), player.of(&way.entry.title)))
    });
    let line = match target.flatten() {
        Some((unit, title)) => {
            line.put(link("", &Route::Page(unit, None), &words)).say(" · ").put(text("span", "muted", &title))
        }
        None => line.say(&words),
    };
    match open {
        Outstanding::Score { attempts, .. } => line.say(". ").say(&attempts_left(player, *attempts)),
        _ => line,
    }
}

/// How often an assessment may still be handed in.
pub(super) fn attempts_left(player: Player, n: u32) -> String {
    match n {
        0 => player.t("No attempt is left."),
        n => player.count("{n} attempt is left.", "{n} attempts are left.", n),
    }
}

/// How far a unit is.
pub(super) struct Way<'a> {
    /// The unit.
    pub(super) entry: &'a UnitEntry,
    /// What the track holds of it.
    pub(super) counts: Counts,
    /// Pages that were opened.
    pub(super) seen: u32,
    /// Exercises that were answered.
    pub(super) answered: u32,
}

/// How far each unit of the track is.
pub(super) fn ways<'a>(module: &'a Module, track: usize, progress: &Progress) -> Vec<Way<'a>> {
    let Some(id) = module.tracks.get(track).map(|track| &track.id) else { return Vec::new() };
    let way = |(entry, counts): (&'a UnitEntry, Counts)| Way {
        entry,
        counts,
        seen: progress.pages_seen(&entry.id, id).min(counts.pages),
        answered: progress.answered(&entry.id, id).min(counts.exercises),
    };
    module.units_in(track).map(way).collect()
}

/// The unit after this one in the track.
pub(super) fn unit_after(state: &State, unit: &Id) -> Option<Id> {
    let after = state.progress(|module, track, _| {
        let mut units = module.units_in(track).map(|(entry, _)| &entry.id).skip_while(|id| *id != unit);
        units.nth(1).cloned()
    });
    after.flatten()
}
