//! How fast the first question is there, measured in a browser.

use std::process::Command;

use crate::build;
use crate::failure::Failure;
use crate::run;
use crate::tools;
use crate::workspace::Workspace;

/// Builds the site and measures it with a slow network and a slow processor.
pub(crate) fn run(workspace: &Workspace, runs: Option<u32>) -> Result<(), Failure> {
    tools::for_tests(workspace)?;
    build::run(workspace, &workspace.dist())?;
    let mut measure = Command::new("node");
    measure
        .current_dir(workspace.browser_tests())
        .arg("bench/measure.mjs")
        .arg(workspace.dist())
        .arg(runs.unwrap_or(5).to_string());
    run::aloud("bench", &mut measure)
}
