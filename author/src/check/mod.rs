//! Checks a module: everything there is to say about a folder, in one list.

use crate::build::{self, Built};
use crate::finding::Findings;
use crate::passage::Files;
use crate::source;
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
        let built = build::build(&source, inline, &mut findings);
        for drift in &built.drift {
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
