//! `kerege guide`.

use super::show;
use crate::check::check;
use crate::guide::{MADE_BY, guide};
use clap::Args;
use std::path::{Path, PathBuf};

/// What `kerege guide` is given.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The module's folder
    folder: PathBuf,
    /// The HTML file to write; an older guide is replaced, any other file is not
    #[arg(long)]
    out: PathBuf,
    /// One of the module's languages; else that of its source
    #[arg(long)]
    language: Option<String>,
}

/// Writes the guide; false where findings stand in the way.
pub(super) fn run(arguments: &Arguments) -> Result<bool, String> {
    let Arguments { folder, out, language } = arguments;
    keep(out)?;
    let checked = check(folder, false);
    let wrong = checked.findings.any_wrong();
    let said = show::findings(folder, &checked.files, checked.findings);
    if !said.is_empty() {
        show::say(&said);
    }
    let Some(built) = checked.built.filter(|_| !wrong) else {
        show::say(&format!("There is no guide: mend what is wrong in {} first.", folder.display()));
        return Ok(false);
    };
    let html = guide(&built, language.as_deref()).map_err(|error| format!("{}: {error}", folder.display()))?;
    std::fs::write(out, html).map_err(|error| format!("{} cannot be written: {error}", out.display()))?;
    show::say(&format!("{} is written. Open it in a browser to print it.", out.display()));
    Ok(true)
}

/// Refuses to write over a file that is no guide.
fn keep(out: &Path) -> Result<(), String> {
    match std::fs::read(out) {
        Ok(bytes) if !String::from_utf8_lossy(&bytes).contains(MADE_BY) => {
            Err(format!("{} is there already and is no guide: name another file", out.display()))
        }
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(format!("{} cannot be written: {error}", out.display())),
    }
}
