//! What a learner fetches up to the first question, file by file, and whether it is little enough; and what comes to that
//! where something is sealed or signed.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fmt, fs};

use crate::build;
use crate::failure::Failure;
use crate::run;
use crate::workspace::Workspace;

/// The pages that are measured: the same module in its source language and in another.
const PAGES: [&str; 2] = ["data-analysis", "data-analysis/ru"];

/// The most that all files of a page may weigh, in bytes, packed.
const ALL: usize = 120_000;

/// The most that one file may weigh, by what its name ends with. The first that fits counts.
const LIMITS: [(&str, usize); 6] =
    [(".wasm", 85_000), (".html", 10_000), (".js", 8_000), (".css", 8_000), ("module.json", 6_000), (".json", 20_000)];

/// The most that either half of the WebAssembly that opens seals and verifies may weigh.
const TRUST: usize = 45_000;

/// The most that their script may weigh.
const SCRIPT: usize = 8_000;

/// Packs files as a host would, and prints each one's size.
const PACK: &str = "const z = require('zlib'), k = z.constants;
for (const name of process.argv.slice(1)) {
  const bytes = require('fs').readFileSync(name);
  console.log(z.brotliCompressSync(bytes, { params: { [k.BROTLI_PARAM_QUALITY]: 11, [k.BROTLI_PARAM_LGWIN]: 24 } }).length);
}";

/// Builds the site, prints the table and fails where something is over its limit.
pub(crate) fn run(workspace: &Workspace) -> Result<(), Failure> {
    let too_heavy = measure(workspace)?;
    if too_heavy.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = too_heavy.iter().map(ToString::to_string).collect();
    Err(Failure::new(format!("too heavy:\n  {}", lines.join("\n  "))))
}

/// Builds the site, prints the table, and gives back what is over its limit.
fn measure(workspace: &Workspace) -> Result<Vec<Excess>, Failure> {
    let dist = workspace.dist();
    build::run(workspace, &dist, None)?;
    let mut too_heavy = Vec::new();
    for page in PAGES.iter().filter(|page| dist.join(page).is_dir()) {
        let table = Table::of(&dist, page)?;
        io::stdout().write_all(table.to_string().as_bytes()).map_err(|e| Failure::new(e.to_string()))?;
        too_heavy.extend(table.too_heavy());
    }
    let table = Table::of_trust(&dist)?;
    io::stdout().write_all(table.to_string().as_bytes()).map_err(|e| Failure::new(e.to_string()))?;
    too_heavy.extend(table.too_heavy());
    Ok(too_heavy)
}

/// Something that is over its limit.
struct Excess {
    name: String,
    packed: usize,
    limit: usize,
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} of {} bytes", self.name, self.packed, self.limit)
    }
}

struct Table {
    /// What the files are for.
    of: String,
    files: Vec<Weight>,
    /// The most that they may weigh together.
    limit: usize,
}

struct Weight {
    name: String,
    raw: usize,
    packed: usize,
}

impl Table {
    fn of(dist: &Path, page: &str) -> Result<Self, Failure> {
        let html = dist.join(page).join("index.html");
        let text = fs::read_to_string(&html).map_err(|e| Failure::file(&html, &e))?;
        let mut paths = vec![html];
        paths.extend(fetched(&text).map(|address| resolve(dist, page, address)));
        Ok(Self { of: format!("/{page}/"), files: weigh(dist, &paths)?, limit: ALL })
    }

    /// What is fetched where something is sealed or signed, and nowhere else.
    fn of_trust(dist: &Path) -> Result<Self, Failure> {
        let folder = dist.join("player");
        let entries = fs::read_dir(&folder).map_err(|e| Failure::file(&folder, &e))?;
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.retain(|path| path.file_name().is_some_and(|name| is_trust(&name.to_string_lossy())));
        paths.sort();
        if paths.len() != 3 {
            return Err(Failure::new("the player's folder has no WebAssembly for seals: build the site again"));
        }
        Ok(Self { of: "seals and signatures".to_owned(), files: weigh(dist, &paths)?, limit: 2 * TRUST + SCRIPT })
    }

    fn packed(&self) -> usize {
        self.files.iter().map(|file| file.packed).sum()
    }

    fn too_heavy(&self) -> Vec<Excess> {
        let mut found = Vec::new();
        for file in &self.files {
            if let Some(limit) = limit(&file.name).filter(|limit| file.packed > *limit) {
                found.push(Excess { name: file.name.clone(), packed: file.packed, limit });
            }
        }
        if self.packed() > self.limit {
            let name = format!("everything for {}", self.of);
            found.push(Excess { name, packed: self.packed(), limit: self.limit });
        }
        found
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{:<52} {:>9} {:>9} {:>9}", self.of, "bytes", "brotli", "at most")?;
        for file in &self.files {
            let mut limit_text = String::new();
            if let Some(limit) = limit(&file.name) {
                write!(limit_text, "{limit}")?;
            }
            writeln!(f, "{:<52} {:>9} {:>9} {limit_text:>9}", file.name, file.raw, file.packed)?;
        }
        let raw: usize = self.files.iter().map(|file| file.raw).sum();
        writeln!(f, "{:<52} {raw:>9} {:>9} {:>9}", "all", self.packed(), self.limit)
    }
}

fn weigh(dist: &Path, paths: &[PathBuf]) -> Result<Vec<Weight>, Failure> {
    let packed = packed(paths)?;
    let weight = |(path, packed): (&PathBuf, usize)| {
        let raw = fs::metadata(path).map_err(|e| Failure::file(path, &e))?.len();
        let name = path.strip_prefix(dist).unwrap_or(path).to_string_lossy().into_owned();
        Ok(Weight { name, raw: usize::try_from(raw).unwrap_or(usize::MAX), packed })
    };
    paths.iter().zip(packed).map(weight).collect()
}

/// Whether a file of the player is a half of the second WebAssembly, or their script. A part of the first has the script's
/// name.
fn is_trust(name: &str) -> bool {
    match name.rsplit_once('.') {
        Some((name, "wasm")) => name.starts_with("seals-") || name.starts_with("proofs-"),
        Some((name, "js")) => name.starts_with("trust-"),
        _ => false,
    }
}

fn limit(name: &str) -> Option<usize> {
    if name.ends_with(".wasm") && name.rsplit('/').next().is_some_and(is_trust) {
        return Some(TRUST);
    }
    LIMITS.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, limit)| *limit)
}

/// The addresses of what a current browser fetches for a page: its scripts, styles, preloads and icon.
fn fetched(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').filter_map(|tag| {
        let tag = tag.split_once('>').map_or(tag, |(tag, _)| tag);
        let wanted = (tag.starts_with("link ") && !tag.contains("rel=\"alternate\""))
            || (tag.starts_with("script ") && !tag.contains("nomodule"));
        let attribute = |name: &str| tag.split_once(name)?.1.split('"').next();
        wanted.then(|| attribute(" href=\"").or_else(|| attribute(" src=\"")))?
    })
}

fn resolve(dist: &Path, page: &str, address: &str) -> PathBuf {
    let mut path = dist.join(page);
    for part in address.split('/') {
        if part == ".." {
            path.pop();
        } else {
            path.push(part);
        }
    }
    path
}

fn packed(paths: &[PathBuf]) -> Result<Vec<usize>, Failure> {
    let sizes = run::output(Command::new("node").args(["-e", PACK]).args(paths))
        .ok_or_else(|| Failure::new("node cannot read the files of a page: build the site again"))?;
    Ok(sizes.lines().filter_map(|line| line.parse().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_fetches_is_read_from_its_tags() {
        let html = "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"../a.wasm\"><link rel=\"alternate\" href=\"ru/\">\
                    <script type=\"module\" src=\"../b.js\"></script><script nomodule src=\"../c.js\"></script><a href=\"d\">";
        assert_eq!(fetched(html).collect::<Vec<_>>(), ["../a.wasm", "../b.js"]);
        assert_eq!(resolve(Path::new("/d"), "m/ru", "../../a.wasm"), Path::new("/d/a.wasm"));
    }

    #[test]
    fn each_kind_of_file_has_its_limit() {
        assert_eq!(limit("player/player-0.wasm"), Some(85_000));
        assert_eq!(limit("m/module.json"), Some(6_000));
        assert_eq!(limit("player/seals-0.wasm"), Some(TRUST));
        assert_eq!(limit("player/icon.svg"), None);
        assert_eq!(limit("player/proofs-0.wasm"), Some(TRUST));
        assert!(is_trust("seals-0.wasm") && is_trust("trust-0.js") && !is_trust("trust-0.wasm"));
    }
}
