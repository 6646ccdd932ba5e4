//! Tools that npm installs: wasm-opt, and the browser tests' runner without its browsers.

use std::fs;
use std::process::Command;

use crate::failure::Failure;
use crate::run;
use crate::workspace::Workspace;

/// Installs exactly what `package-lock.json` names, unless it is there.
pub(super) fn install(workspace: &Workspace) -> Result<(), Failure> {
    let folder = workspace.browser_tests();
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|e| Failure::file(&lock, &e))?;
    let kept = folder.join("node_modules/.installed-lock.json");
    if fs::read(&kept).is_ok_and(|kept| kept == wanted) {
        return Ok(());
    }
    let mut install = Command::new("npm");
    install
        .current_dir(&folder)
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::quietly("npm ci in tests/browser", &mut install, &workspace.tools().join("log")).map_err(|failure| {
        Failure::new(format!("{failure}\nNode 20 or later with npm is needed: https://nodejs.org"))
    })?;
    fs::write(&kept, wanted).map_err(|e| Failure::file(&kept, &e))
}
