//! Tools that cargo and rustup install.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::run;
use crate::workspace::Workspace;

const WASM: &str = "wasm32-unknown-unknown";

/// A command that cargo installs.
pub(super) struct Tool {
    package: &'static str,
    command: &'static str,
    version: String,
    arguments: &'static [&'static str],
}

/// Cuts the WebAssembly into parts.
pub(super) static WASM_SPLIT: std::sync::LazyLock<Tool> = std::sync::LazyLock::new(|| Tool {
    package: "wasm_split_cli_support",
    command: "wasm-split-cli",
    version: "0.2.4".to_owned(),
    arguments: &["--features", "build-binary", "--locked"],
});

/// The writer of the WebAssembly's JavaScript half: its version is the crate's in `Cargo.lock`.
pub(super) fn wasm_bindgen(workspace: &Workspace) -> Result<Tool, Failure> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        command: "wasm-bindgen",
        version: workspace.locked_version("wasm-bindgen")?,
        arguments: &["--bin", "wasm-bindgen"],
    })
}

/// Makes sure that the compiler can make WebAssembly.
pub(super) fn target(workspace: &Workspace) -> Result<(), Failure> {
    let mut ask = Command::new("rustc");
    ask.current_dir(workspace.root()).args(["--print", "target-libdir", "--target", WASM]);
    if run::output(&mut ask).is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    let mut add = Command::new("rustup");
    add.current_dir(workspace.root()).args(["target", "add", WASM]);
    run::quietly("rustup target add", &mut add, &logs(workspace)).map_err(|failure| {
        Failure::new(format!("{failure}\nThe compiler needs the target {WASM}: run `rustup target add {WASM}`"))
    })
}

/// Whether the sources of the standard library are there; rustup is asked for them where they are not.
pub(crate) fn sources_of_std(workspace: &Workspace) -> bool {
    let mut ask = Command::new("rustc");
    ask.current_dir(workspace.root()).args(["--print", "sysroot"]);
    let mut is_there = || {
        let root = run::output(&mut ask)?;
        Some(Path::new(root.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
    };
    let has = is_there().unwrap_or_default();
    let mut add = Command::new("rustup");
    add.current_dir(workspace.root()).args(["component", "add", "rust-src"]);
    has || run::quietly("rustup component add rust-src", &mut add, &logs(workspace)).is_ok()
}

/// Installs a command into `.tools`, unless that version is there.
pub(super) fn install(workspace: &Workspace, tool: &Tool) -> Result<(), Failure> {
    let root = workspace.tools();
    // Cargo's own list: not every command knows its version.
    let list = fs::read_to_string(root.join(".crates.toml")).unwrap_or_default();
    let is_listed = list.contains(&format!("\"{} {} (", tool.package, tool.version));
    if is_listed && root.join("bin").join(tool.command).is_file() {
        return Ok(());
    }
    let label = format!("install {} {} (some minutes, once)", tool.package, tool.version);
    let build = root.join("build");
    let mut install = Command::new("cargo");
    install
        .current_dir(workspace.root())
        .args(["install", tool.package, "--version", &tool.version, "--force", "--root"])
        .arg(&root)
        .args(tool.arguments)
        .env("CARGO_TARGET_DIR", &build)
        // These run for seconds a day: what counts is that they are there soon.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
    run::quietly(&label, &mut install, &logs(workspace))?;
    let _ = fs::remove_dir_all(build);
    Ok(())
}

fn logs(workspace: &Workspace) -> std::path::PathBuf {
    workspace.tools().join("log")
}
