//! `kerege stats`.

use super::show;
use crate::check::check;
use crate::source;
use crate::stats::{stats, table};
use std::path::{Path, PathBuf};

/// Prints the numbers of each module; false where one is so damaged that they would mislead.
pub(super) fn run(folders: &[PathBuf]) -> Result<bool, String> {
    let mut good = true;
    let mut tables = Vec::new();
    for folder in folders {
        match one(folder) {
            Some(table) => tables.push(table),
            None => good = false,
        }
    }
    show::print(&tables.join("\n"))?;
    Ok(good)
}

fn one(folder: &Path) -> Option<String> {
    let checked = check(folder, false);
    let mut findings = checked.findings;
    let counted = source::read(folder).source.zip(checked.built).and_then(|(source, built)| stats(&source, &built));
    if let Some(stats) = counted.filter(|_| !findings.any_wrong()) {
        return Some(table(&stats));
    }
    findings.keep_wrong();
    show::say(&show::findings(folder, &checked.files, findings));
    show::say(&format!("{} is not counted: mend what is wrong above first.", folder.display()));
    None
}
