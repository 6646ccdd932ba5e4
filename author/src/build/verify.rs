//! Reads everything again with the core's reader: what was written must be what the player understands.

use super::OutputFiles;
use kerege::content::module::UnitSource;
use kerege::content::read::{self, Reading};
use kerege::content::{Module, Unit};

/// What the player reads, with the units in one language, and what its reader has to say.
pub(super) fn verify(files: &OutputFiles, language: &str) -> (Option<(Module, Vec<Unit>)>, Vec<String>) {
    let mut drift = Vec::new();
    let Some(module) = open(files, "module.json", read::module, &mut drift) else { return (None, drift) };
    let mut units = Vec::new();
    for entry in &module.units {
        match &entry.source {
            UnitSource::Files(by_language) => {
                for (tag, file) in by_language {
                    let unit = open(files, &file.path, read::unit, &mut drift);
                    units.extend(unit.filter(|_| tag == language));
                }
            }
            UnitSource::Inline(by_language) => {
                units.extend(by_language.iter().filter(|(tag, _)| tag == language).map(|(_, unit)| (**unit).clone()));
            }
        }
        for (_, file) in &entry.notes {
            open(files, &file.path, read::unit, &mut drift);
        }
    }
    for (_, file) in &module.resources.glossary {
        open(files, &file.path, read::glossary, &mut drift);
    }
    for (_, file) in &module.resources.bibliography {
        open(files, &file.path, read::bibliography, &mut drift);
    }
    (Some((module, units)), drift)
}

fn open<T>(files: &OutputFiles, path: &str, read: fn(&[u8]) -> Reading<T>, drift: &mut Vec<String>) -> Option<T> {
    let reading = read(files.bytes(path).unwrap_or_default());
    drift.extend(reading.findings.iter().map(|finding| format!("{path}{finding}")));
    reading.value
}
