//! The site: the player, and the modules around it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::demonstration::Demonstration;
use crate::failure::Failure;
use crate::player;
use crate::run;
use crate::stamp::{Stamp, short_hash};
use crate::workspace::Workspace;

/// Builds what changed of the player and of the site in `out`: open, or sealed by the demonstration's organiser.
pub(crate) fn run(workspace: &Workspace, out: &Path, sealed: Option<&Demonstration>) -> Result<(), Failure> {
    let _lock = workspace.lock()?;
    let player = player::build(workspace)?;
    // Taken before the build: what changes meanwhile counts the next time.
    let stamp = stamp(workspace, &player, out, sealed)?;
    if stamp.is_fresh() && out.join("index.html").is_file() {
        eprintln!("· site: nothing has changed");
        return Ok(());
    }
    stamp.forget();
    let mut build = Command::new("cargo");
    build.current_dir(workspace.root()).args(["kerege", "build"]).args(modules(workspace)?);
    let catalogue = workspace.path("modules/catalogue.yaml");
    if let Some(demonstration) = sealed {
        build.arg("--catalogue").arg(demonstration.catalogue()).arg("--seal").arg("--key").arg(demonstration.key());
        build.arg("--passphrase-file").arg(demonstration.passphrase());
    } else if catalogue.is_file() {
        build.arg("--catalogue").arg(catalogue);
    }
    run::aloud("kerege build", build.arg("--player").arg(player).arg("--out").arg(out))?;
    stamp.keep()
}

/// What the site in `out` is made from: the player as it was built, the author's command, and the modules.
fn stamp(workspace: &Workspace, player: &Path, out: &Path, sealed: Option<&Demonstration>) -> Result<Stamp, Failure> {
    let mut sources: Vec<PathBuf> = ["src", "author/src", "author/Cargo.toml", "Cargo.lock", "modules", "xtask/src"]
        .map(|p| workspace.path(p))
        .into();
    sources.push(player.to_owned());
    // The keyring and the ledger change with every licence; who the organiser is does not.
    sources.extend(sealed.iter().flat_map(|it| [it.key().join("organiser.json"), it.catalogue()]));
    let name = format!("site-{}.stamp", short_hash(out.to_string_lossy().as_bytes()));
    Stamp::of(&sources, workspace.target(&name))
}

/// The courses of the repository.
fn modules(workspace: &Workspace) -> Result<Vec<PathBuf>, Failure> {
    let folder = workspace.path("modules");
    let entries = fs::read_dir(&folder).map_err(|e| Failure::file(&folder, &e))?;
    let mut modules: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    modules.retain(|path| path.join("module.yaml").is_file());
    modules.sort();
    Ok(modules)
}
