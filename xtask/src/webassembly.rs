//! The player's WebAssembly: compiled, cut into its first file and the parts that come later, joined to the browser by
//! wasm-bindgen, and made small.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::glue;
use crate::pack::{self, Packed};
use crate::run;
use crate::tools::cargo;
use crate::workspace::Workspace;

/// What current browsers can do and the compiler uses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The files of a build, not named after their content yet.
pub(crate) struct Built {
    /// The JavaScript half, as a module that exports how to start; it names the parts' files.
    pub(crate) script: PathBuf,
    /// The first WebAssembly.
    pub(crate) first: PathBuf,
    /// The parts, by the name that the script has for each.
    pub(crate) parts: Packed,
}

/// Builds the player's WebAssembly.
pub(crate) fn build(workspace: &Workspace) -> Result<Built, Failure> {
    let folder = workspace.target("webassembly");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|e| Failure::file(&folder, &e))?;
    }
    fs::create_dir_all(&folder).map_err(|e| Failure::file(&folder, &e))?;
    let whole = compile(workspace, &PLAYER, &["--", "-C", "link-arg=--emit-relocs"])?;
    let cut = folder.join("cut");
    let mut split = command(workspace, "wasm-split-cli")?;
    split.args(["--out-name", "player"]).arg(&whole).arg(&cut);
    run::quietly("wasm-split", &mut split, &workspace.target("log"))?;
    let mut bind = command(workspace, "wasm-bindgen")?;
    bind.args(["--target", "web", "--out-name", "player", "--no-typescript"])
        // The parts find what they share with the first file by these names.
        .args(["--keep-lld-exports", "--no-demangle"])
        .arg("--out-dir")
        .arg(&folder)
        .arg(cut.join("player.wasm"));
    run::quietly("wasm-bindgen", &mut bind, &workspace.target("log"))?;
    let script = folder.join("player.js");
    rename(&cut.join("__wasm_split.js"), &folder.join("__wasm_split.js"))?;
    glue::accept_any_type(&folder.join("__wasm_split.js"))?;
    let first = folder.join("player_bg.wasm");
    optimise(workspace, &first, &AGAIN)?;
    glue::shorten(&script, &first)?;
    let mut parts = Vec::new();
    for path in parts_in(&cut)? {
        let part = folder.join(path.file_name().unwrap_or_default());
        rename(&path, &part)?;
        optimise(workspace, &part, &AGAIN)?;
        parts.push(part);
    }
    let parts = pack::together(&folder.join("__wasm_split.js"), &parts)?;
    Ok(Built { script, first, parts })
}

/// What opens seals and checks signatures: a WebAssembly of its own in two halves (decision 11).
pub(crate) struct Trust {
    /// The folder with the JavaScript half of each, `seals.js` and `proofs.js`, as modules.
    pub(crate) folder: PathBuf,
    /// What opens seals and signs.
    pub(crate) seals: PathBuf,
    /// What verifies.
    pub(crate) proofs: PathBuf,
}

/// Builds both halves of the second WebAssembly.
pub(crate) fn build_trust(workspace: &Workspace) -> Result<Trust, Failure> {
    let folder = workspace.target("webassembly-trust");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|e| Failure::file(&folder, &e))?;
    }
    let seals = build_half(workspace, "seals", &SEALS, &folder)?;
    let proofs = build_half(workspace, "proofs", &PROOFS, &folder)?;
    Ok(Trust { folder, seals, proofs })
}

/// Builds a half of the second WebAssembly into a folder; gives back its file.
fn build_half(workspace: &Workspace, name: &str, what: &Crate, folder: &Path) -> Result<PathBuf, Failure> {
    let whole = compile(workspace, what, &[])?;
    let mut bind = command(workspace, "wasm-bindgen")?;
    bind.args(["--target", "web", "--out-name", name, "--no-typescript", "--no-demangle", "--out-dir"]);
    run::quietly(&format!("wasm-bindgen {name}"), bind.arg(folder).arg(whole), &workspace.target("log"))?;
    let wasm = folder.join(format!("{name}_bg.wasm"));
    optimise(workspace, &wasm, &APART)?;
    Ok(wasm)
}

/// The target of everything that runs in the browser.
const TARGET: &str = "wasm32-unknown-unknown";

/// What is compiled: the words for cargo, and the file that comes of it.
struct Crate {
    words: &'static [&'static str],
    file: &'static str,
}

const PLAYER: Crate =
    Crate { words: &["--package", "kerege", "--features", "web", "--bin", "player"], file: "player.wasm" };

const SEALS: Crate = Crate {
    words: &["--package", "kerege-trust", "--lib", "--no-default-features", "--features", "seals"],
    file: "kerege_trust.wasm",
};

const PROOFS: Crate = Crate {
    words: &["--package", "kerege-trust", "--lib", "--no-default-features", "--features", "proofs"],
    file: "kerege_trust.wasm",
};

/// A crate as one file; `more` is for the compiler: what the cutting needs to know of the player's inside.
///
/// The standard library is compiled along, for size and without the words of a panic, which nobody reads in a browser:
/// a tenth of the weight. That needs switches of the compiler that are not stable yet; where they are refused, the
/// library that came with the compiler does as well (decision 9).
fn compile(workspace: &Workspace, what: &Crate, more: &[&str]) -> Result<PathBuf, Failure> {
    let logs = workspace.target("log");
    let mut small = cargo(workspace, what);
    small
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort")
        .args(["-Zpanic-immediate-abort", "-Zbuild-std=std,panic_abort"])
        .arg("-Zbuild-std-features=optimize_for_size")
        .args(["--config", &format!("target.{TARGET}.rustflags=[\"-Zlocation-detail=none\"]")]);
    let is_small = cargo::sources_of_std(workspace)
        && run::quietly("cargo rustc, with the standard library", small.args(more), &logs).is_ok();
    if !is_small {
        eprintln!("· this compiler does not build the standard library: the player weighs a tenth more");
        run::quietly("cargo rustc", cargo(workspace, what).args(more), &logs)?;
    }
    Ok(workspace.target(TARGET).join("release").join(what.file))
}

fn cargo(workspace: &Workspace, what: &Crate) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(workspace.root()).args(["rustc", "--release", "--target", TARGET]).args(what.words);
    cargo
}

/// What makes a file as small as it goes.
const PASSES: [&str; 6] = ["-Oz", "--converge", "--flatten", "--rereloop", "-Oz", "--converge"];

/// For the player's files: once more, knowing what each function may change.
const AGAIN: [&str; 2] = ["--generate-global-effects", "-Oz"];

/// For the halves of trust: no large function is put into another. So they pack better, by one and a half kilobytes.
const APART: [&str; 1] = ["--one-caller-inline-max-function-size=30"];

/// Makes a file as small as it goes, in place.
fn optimise(workspace: &Workspace, path: &Path, more: &[&str]) -> Result<(), Failure> {
    let mut small = command(workspace, "wasm-opt")?;
    small
        .args(PASSES)
        .args(more)
        .args(["--strip-producers", "--strip-target-features", "--strip-debug"])
        .args(FEATURES)
        .arg(path)
        .arg("-o")
        .arg(path);
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    run::quietly(&format!("wasm-opt {name}"), &mut small, &workspace.target("log"))
}

fn parts_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|e| Failure::file(folder, &e))?;
    let mut parts: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    parts.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".wasm") && name != "player.wasm"
    });
    parts.sort();
    Ok(parts)
}

fn command(workspace: &Workspace, name: &str) -> Result<Command, Failure> {
    let mut command = Command::new(name);
    command.env("PATH", workspace.search_path()?);
    Ok(command)
}

fn rename(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::rename(from, to).map_err(|e| Failure::file(from, &e))
}
