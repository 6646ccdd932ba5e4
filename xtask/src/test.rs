//! Every check that can say no: native tests, sizes, browser tests.

use std::process::Command;

use crate::failure::Failure;
use crate::run;
use crate::size;
use crate::tools;
use crate::workspace::Workspace;

/// Runs one group after the other, and stops at the first that fails.
pub(crate) fn run(workspace: &Workspace) -> Result<(), Failure> {
    tools::for_tests(workspace)?;
    cargo(workspace, "native tests", &["test", "--workspace"])?;
    cargo(workspace, "the core without the browser", &["test", "--no-default-features", "--package", "kerege"])?;
    size::run(workspace)?;
    let mut playwright = Command::new("npx");
    playwright.current_dir(workspace.browser_tests()).args(["--no-install", "playwright", "test"]);
    run::aloud("browser tests", &mut playwright)?;
    let mut engines = Command::new("node");
    engines.current_dir(workspace.browser_tests()).args([
        "--test",
        "engines/firefox.test.js",
        "engines/webkit.test.js",
    ]);
    run::aloud("browser tests: Firefox and WebKitGTK", &mut engines)?;
    eprintln!("\nxtask test: all groups passed");
    Ok(())
}

fn cargo(workspace: &Workspace, label: &str, arguments: &[&str]) -> Result<(), Failure> {
    run::aloud(label, Command::new("cargo").current_dir(workspace.root()).args(arguments))
}
