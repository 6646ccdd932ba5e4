//! How fast the first question is there, measured in a browser.

mod wide;

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::player;
use crate::run;
use crate::tools;
use crate::workspace::Workspace;

/// Builds a site with modules of several sizes and measures it with a slow network and a slow processor.
pub(crate) fn run(workspace: &Workspace, runs: Option<u32>) -> Result<(), Failure> {
    tools::for_tests(workspace)?;
    let lock = workspace.lock()?;
    let player = player::build(workspace)?;
    drop(lock);
    let site = workspace.target("bench/site");
    let mut build = Command::new("cargo");
    build.current_dir(workspace.root()).args(["kerege", "build"]).args(modules(workspace)?);
    run::aloud("kerege build", build.arg("--player").arg(player).arg("--out").arg(&site))?;
    let mut measure = Command::new("node");
    measure.current_dir(workspace.browser_tests()).arg("bench/measure.mjs").arg(site);
    run::aloud("bench", measure.arg(runs.unwrap_or(5).to_string()))
}

/// One question, a hundred on a page, a short and a very long module, and a real course.
fn modules(workspace: &Workspace) -> Result<Vec<PathBuf>, Failure> {
    let mut modules: Vec<PathBuf> =
        ["tests/fixtures/modules/bench-small", "tests/fixtures/modules/bench-large", "modules/data-analysis"]
            .map(|folder| workspace.path(folder))
            .into();
    for units in [1, 100] {
        modules.push(wide::write(&workspace.target("bench"), units)?);
    }
    Ok(modules)
}
