//! How fast the first question is there, and how soon the largest exercises answer, measured in a browser.

mod large;
mod wide;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build;
use crate::demonstration::Demonstration;
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
    for (name, script) in [("bench", "bench/measure.mjs"), ("bench: large exercises", "bench/frames.mjs")] {
        let mut measure = Command::new("node");
        measure.current_dir(workspace.browser_tests()).arg(script).arg(&site);
        run::aloud(name, measure.arg(runs.unwrap_or(5).to_string()))?;
    }
    sealed(workspace, &site, runs)
}

/// How much later a sealed course is there than an open one.
fn sealed(workspace: &Workspace, open: &Path, runs: Option<u32>) -> Result<(), Failure> {
    let demonstration = Demonstration::of(workspace)?;
    let site = demonstration.site();
    build::run(workspace, &site, Some(&demonstration))?;
    let links = demonstration.links(workspace, &site, "http://127.0.0.1/")?;
    let (_, link) = links.into_iter().next().ok_or_else(|| Failure::new("no course is sealed"))?;
    let mut measure = Command::new("node");
    measure.current_dir(workspace.browser_tests()).arg("bench/sealed.mjs").arg(open).arg(site).arg(link);
    run::aloud("bench: sealed", measure.arg(runs.unwrap_or(5).to_string()))
}

/// One question, a hundred on a page, a short and a very long module, a real course, and the largest exercises.
fn modules(workspace: &Workspace) -> Result<Vec<PathBuf>, Failure> {
    let mut modules: Vec<PathBuf> =
        ["tests/fixtures/modules/bench-small", "tests/fixtures/modules/bench-large", "modules/data-analysis"]
            .map(|folder| workspace.path(folder))
            .into();
    for units in [1, 100] {
        modules.push(wide::write(&workspace.target("bench"), units)?);
    }
    modules.push(large::write(&workspace.target("bench"))?);
    Ok(modules)
}
