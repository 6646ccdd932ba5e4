//! Reads a module's outline.

use super::at::{At, Findings, first};
use super::catalogue::https;
use super::resource::resources;
use super::rule::rule;
use super::unit::unit;
use crate::content::module::{Award, Card, Counts, Edition, Objective, Track, UnitSource, WrappedKey};
use crate::content::{Module, Problem, UnitEntry};
use crate::exercise::read::Tasks;
use std::rc::Rc;

pub(super) fn module(at: &At, tasks: Tasks, findings: &mut Findings) -> Option<Module> {
    let at = &at.in_source(first(at, "languages"));
    let edition = at.need("edition", findings)?;
    let card = at.need("card", findings)?;
    let n_tracks = at.field("tracks").and_then(|at| Some(at.value.as_array()?.len()));
    let module = Module {
        id: at.need("id", findings)?.id(findings)?,
        edition: Edition {
            number: edition.need("number", findings)?.count(findings)?,
            date: edition.text_or_empty("date", findings),
        },
        languages: at.each("languages", findings, |at, findings| at.tag(findings).map(str::to_owned)),
        card: Card {
            title: card.localised("title", findings),
            summary: card.localised("summary", findings),
            audience: card.localised("audience", findings),
            organiser: card.localised("organiser", findings),
            url: https(&card, "url", findings),
        },
        objectives: at.each_once("objectives", findings, objective, |objective| &objective.id),
        units: at.each_once("units", findings, |at, findings| entry(at, n_tracks, tasks, findings), |unit| &unit.id),
        tracks: at.each_once("tracks", findings, track, |track| &track.id),
        resources: resources(at, findings),
        seal: at.field("seal").map(|at| at.each("keys", findings, wrapped_key)).unwrap_or_default(),
        outline: at.field("seal").and_then(|at| at.field("outline")).and_then(|at| at.file(findings)),
    };
    let is_whole = !module.units.is_empty() && !module.tracks.is_empty();
    let enough = !module.languages.is_empty() && (is_whole || module.outline.is_some());
    if !enough {
        at.say(findings, Problem::Expected("at least one language, one unit and one track"));
    }
    enough.then_some(module)
}

fn wrapped_key(at: &At, findings: &mut Findings) -> Option<WrappedKey> {
    let key = at.need("key", findings)?.text(findings)?;
    Some(WrappedKey { course: at.need("course", findings)?.id(findings)?, key: key.to_owned() })
}

fn objective(at: &At, findings: &mut Findings) -> Option<Objective> {
    Some(Objective { id: at.need("id", findings)?.id(findings)?, text: at.localised("text", findings) })
}

fn entry(at: &At, n_tracks: Option<usize>, tasks: Tasks, findings: &mut Findings) -> Option<UnitEntry> {
    if let Some(counts) = at.field("counts").filter(|at| at.value.as_array().map(<[_]>::len) != n_tracks) {
        counts.say(findings, Problem::Expected("counts for each track"));
    }
    let source = match at.field("inline") {
        Some(inline) => UnitSource::Inline(
            inline
                .by_language(findings)
                .into_iter()
                .filter_map(|(tag, at)| Some((tag.to_owned(), Rc::new(unit(&at, tasks, findings)?))))
                .collect(),
        ),
        None => UnitSource::Files(at.files("files", findings)),
    };
    Some(UnitEntry {
        id: at.need("id", findings)?.id(findings)?,
        title: at.localised("title", findings),
        minutes: at.count_or("minutes", 0, findings),
        attempts: at.count_or("attempts", 0, findings),
        counts: at.each("counts", findings, |at, findings| {
            Some(Counts {
                pages: at.count_or("pages", 0, findings),
                exercises: at.count_or("exercises", 0, findings),
                points: at.count_or("points", 0, findings),
            })
        }),
        source,
        notes: at.files("notes", findings),
    })
}

fn track(at: &At, findings: &mut Findings) -> Option<Track> {
    let awards = at.each_once("awards", findings, award, |award| &award.id);
    if awards.is_empty() {
        at.say(findings, Problem::Missing("awards"));
    }
    Some(Track {
        id: at.need("id", findings)?.id(findings)?,
        title: at.localised("title", findings),
        summary: at.localised("summary", findings),
        minutes: at.count_or("minutes", 0, findings),
        rule: rule(&at.need("rule", findings)?, findings)?,
        awards,
        certificate: at.localised("certificate", findings),
    })
}

fn award(at: &At, findings: &mut Findings) -> Option<Award> {
    // An award whose rule cannot be read is left out: it must not become easier to earn.
    let rule = match at.field("rule") {
        Some(inner) => Some(rule(&inner, findings)?),
        None => None,
    };
    Some(Award { id: at.need("id", findings)?.id(findings)?, title: at.localised("title", findings), rule })
}
