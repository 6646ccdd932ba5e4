//! `kerege check`.

use super::show;
use crate::check::check;
use std::path::{Path, PathBuf};

/// Says all findings; true where there are none.
pub(super) fn run(folders: &[PathBuf]) -> Result<bool, String> {
    let mut found = 0;
    for folder in folders {
        found += one(folder)?;
    }
    if found == 0 {
        show::say("Nothing to mend.");
    } else {
        show::say(&show::count(found, "finding"));
    }
    Ok(found == 0)
}

fn one(folder: &Path) -> Result<usize, String> {
    let checked = check(folder, false);
    let number = checked.findings.len();
    show::print(&show::findings(folder, &checked.files, checked.findings))?;
    Ok(number)
}
