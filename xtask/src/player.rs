//! The player's folder: WebAssembly and script, styles, translations, and `player.json` that names them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::failure::Failure;
use crate::interface;
use crate::run;
use crate::stamp::{Stamp, short_hash};
use crate::style::Style;
use crate::tools;
use crate::webassembly::{self, Built, Trust};
use crate::workspace::Workspace;

/// What the player is made from.
const SOURCES: [&str; 9] = ["src", "trust", "style", "i18n", "boot", "Cargo.toml", "Cargo.lock", ".cargo", "xtask/src"];

/// Builds the player, unless it was built from what is there; gives back its folder.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let folder = workspace.player();
    let stamp = Stamp::of(&sources(workspace), workspace.target("player.stamp"))?;
    if stamp.is_fresh() && folder.join("player.json").is_file() {
        eprintln!("· player: nothing has changed");
        return Ok(folder);
    }
    stamp.forget();
    tools::for_build(workspace)?;
    let trust = webassembly::build_trust(workspace)?;
    let built = webassembly::build(workspace)?;
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|e| Failure::file(&folder, &e))?;
    }
    fs::create_dir_all(&folder).map_err(|e| Failure::file(&folder, &e))?;
    assemble(workspace, &built, &trust, &folder)?;
    stamp.keep()?;
    Ok(folder)
}

/// What the player is made from, as paths.
fn sources(workspace: &Workspace) -> Vec<PathBuf> {
    SOURCES.iter().map(|source| workspace.path(source)).collect()
}

/// Puts the player's files together, each named after its content.
fn assemble(workspace: &Workspace, built: &Built, trust: &Trust, folder: &Path) -> Result<(), Failure> {
    let wasm = keep(folder, "player", "wasm", &bytes_of(&built.first)?)?;
    let mut script = script(workspace, built)?;
    let mut parts = Map::new();
    let mut licensed = Vec::new();
    for part in &built.parts.files {
        let name = part.file_stem().unwrap_or_default().to_string_lossy();
        let short = name.trim_start_matches("split_");
        let file = keep(folder, short, "wasm", &bytes_of(part)?)?;
        script = script.replace(&format!("./{name}.wasm"), &format!("./{file}"));
        if built.parts.licensed.contains(part) {
            licensed.push(file.clone());
        }
        parts.insert(short.to_owned(), Value::String(file));
    }
    let script = keep(folder, "player", "js", script.as_bytes())?;
    let boot = esbuild(workspace, &workspace.path("boot/boot.js"), &["--format=esm", "--external:./__SCRIPT__"])?;
    let boot = boot.replace("__SCRIPT__", &script).replace("__WASM__", &wasm);
    let boot = keep(folder, "boot", "js", boot.as_bytes())?;
    let old = esbuild(workspace, &workspace.path("boot/old.js"), &["--format=iife", "--target=es5"])?;
    let old = keep(folder, "old", "js", old.as_bytes())?;
    let seals = keep(folder, "seals", "wasm", &bytes_of(&trust.seals)?)?;
    let proofs = keep(folder, "proofs", "wasm", &bytes_of(&trust.proofs)?)?;
    let entry = trust.folder.join("entry.js");
    write(&entry, &bytes_of(&workspace.path("trust/src/entry.js"))?)?;
    let trust = esbuild(workspace, &entry, &["--format=esm"])?;
    let trust = trust.replace("__SEALS__", &seals).replace("__PROOFS__", &proofs);
    let trust = keep(folder, "trust", "js", trust.as_bytes())?;
    let icon = keep(folder, "icon", "svg", &bytes_of(&workspace.path("boot/icon.svg"))?)?;
    let style = Style::read(&workspace.path("style"))?;
    write(&folder.join("critical.css"), style.critical.as_bytes())?;
    let rest = keep(folder, "rest", "css", style.rest.as_bytes())?;
    let later = keep(folder, "later", "css", style.later.as_bytes())?;
    let (mut languages, mut more) = (Map::new(), Map::new());
    for texts in interface::translations(&workspace.path("i18n"), &bytes_of(&built.first)?)? {
        let file = keep(folder, &texts.language, "json", texts.first.as_bytes())?;
        languages.insert(texts.language.clone(), Value::String(file));
        let file = keep(folder, &format!("{}-more", texts.language), "json", texts.more.as_bytes())?;
        more.insert(texts.language, Value::String(file));
    }
    let manifest = json!({
        "boot": boot, "old": old, "script": script, "wasm": wasm, "parts": parts, "licensed": licensed, "icon": icon,
        "critical": "critical.css", "styles": [rest], "later": later, "languages": languages, "more": more,
        "trust": { "script": trust, "seals": seals, "proofs": proofs },
    });
    write(&folder.join("player.json"), format!("{manifest:#}\n").as_bytes())
}

/// The WebAssembly's JavaScript half, without what the boot script does not use. It still names the parts as they were
/// built.
fn script(workspace: &Workspace, built: &Built) -> Result<String, Failure> {
    let entry = built.script.with_file_name("entry.mjs");
    let name = built.script.file_name().unwrap_or_default().to_string_lossy();
    write(&entry, format!("export {{ default }} from \"./{name}\";\n").as_bytes())?;
    esbuild(workspace, &entry, &["--format=esm"])
}

/// A script with what it imports, made small.
fn esbuild(workspace: &Workspace, path: &Path, more: &[&str]) -> Result<String, Failure> {
    let mut command = Command::new("esbuild");
    command
        .arg(path)
        .args(["--bundle", "--minify", "--log-level=error", "--charset=utf8"])
        .args(more)
        .env("PATH", workspace.search_path()?);
    run::output(&mut command)
        .ok_or_else(|| Failure::new(format!("esbuild cannot read {}: run it by hand to see why", path.display())))
}

/// Writes a file named after its content; gives back the name.
fn keep(folder: &Path, name: &str, ending: &str, bytes: &[u8]) -> Result<String, Failure> {
    let name = format!("{name}-{}.{ending}", short_hash(bytes));
    write(&folder.join(&name), bytes)?;
    Ok(name)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|e| Failure::file(path, &e))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|e| Failure::file(path, &e))
}
