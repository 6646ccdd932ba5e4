//! Checks a module: everything there is to say about a folder, in one list.

mod lost;
mod places;
mod words;

use crate::build::{self, Built};
use crate::finding::Findings;
use crate::passage::Files;
use crate::source::{self, Source};
use kerege::content::check::{self as sense, Remark};
use std::path::Path;

/// What was found in a folder.
#[derive(Debug)]
pub struct Checked {
    /// The files that were read, for showing findings.
    pub files: Files,
    /// The module, where enough of it could be read.
    pub built: Option<Built>,
    /// What there is to say.
    pub findings: Findings,
}

/// Reads, builds in memory and checks the module in a folder.
pub fn check(folder: &Path, inline: bool) -> Checked {
    let reading = source::read(folder);
    let mut findings = reading.findings;
    let built = reading.source.map(|source| {
        pools(&source, &mut findings);
        lost::lost(&source, &mut findings);
        seal(&source, &mut findings);
        let built = build::build(&source, inline, &mut findings);
        remarks(&source, &built, &mut findings);
        // What the reader says of a damaged module is a consequence of what was said already.
        let drift = if findings.any_wrong() { &[] } else { built.drift.as_slice() };
        for drift in drift {
            let problem = format!("the player cannot read what was built: {drift}");
            findings.wrong(
                source.module.place,
                problem,
                "this is a fault of the command; please report it with this message",
            );
        }
        built
    });
    Checked { files: reading.files, built, findings }
}

/// What the core finds to make no sense, where it stands in the folder.
fn remarks(source: &Source, built: &Built, findings: &mut Findings) {
    let Some((module, units)) = &built.read else { return };
    let mut remarks: Vec<Remark> = units.iter().flat_map(|unit| &unit.exercises).flat_map(sense::exercise).collect();
    // Where something could not be read, the module as a whole says little: pages would seem empty, pools too small.
    if !findings.any_wrong() {
        remarks.extend(sense::module(module, units));
    }
    let places = places::places(source);
    for remark in remarks {
        let place = places.get(&remark.subject).copied().unwrap_or(source.module.place);
        let (problem, help) = words::words(&remark.fault);
        findings.wrong(place, problem, help);
    }
}

/// Says where a free unit is none, and where nothing would be sealed.
fn seal(source: &Source, findings: &mut Findings) {
    let Some(seal) = &source.module.seal else { return };
    // Of units that could not be read, nothing is known.
    if !source.has_all_pages() {
        return;
    }
    for (id, place) in &seal.free {
        if !source.units.iter().any(|unit| unit.id == *id) {
            let help = "name units by the `id:` at the beginning of their files";
            findings.wrong(*place, format!("there is no unit `{id}` that could stay free"), help);
        }
    }
    if source.units.iter().all(|unit| seal.free.iter().any(|(id, _)| unit.id == *id)) {
        let help = "leave out `seal:` where the whole module is free, or name fewer units below `free:`";
        findings.wrong(seal.place, "every unit stays free, so nothing is sealed", help);
    }
}

/// Says which exercises wait for a pool that is not there.
fn pools(source: &Source, findings: &mut Findings) {
    for unit in &source.units {
        for (id, place) in unit.exercises.iter().filter_map(|exercise| exercise.pool.as_ref()) {
            if !unit.pools.iter().any(|pool| pool.id == *id) {
                let help = "name a pool of this unit, and put its block onto a page";
                findings.wrong(*place, format!("there is no pool `{id}`"), help);
            }
        }
    }
}
