//! Parts of the player in few files.
//!
//! Cutting leaves a small file for each set of parts that share a function: some forty, of a hundred bytes and more. Each
//! would be a request of its own, and on a bad network a request costs more than what it brings. So they are laid end to
//! end: what is needed with the readers of exercises into one file with them, what else is needed with the work into one
//! with that, and what is left of small files into one for all. The script knows where each of them begins and ends.
//!
//! The files keep the ending of WebAssembly, because hosts pack that on its way; the script does not ask for its type.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Parts that take along what they share with others, in this order: they are fetched for whoever answers anything.
const FIRST: [&str; 2] = ["split_tasks", "split_work"];

/// Parts that a question may wait for before anybody answers: the readers of rare kinds, and what opens seals. They wait
/// for none of what comes with the work.
const BEFORE_WORK: [&str; 3] = ["split_large", "split_licence", "split_trust"];

/// The file of all small pieces that no first part needs.
const SHARED: &str = "split_shared";

/// What is larger stays a file of its own, in bytes.
const SMALL: usize = 4_000;

/// What the script does instead of fetching a file: it fetches the pack once, and again where that failed.
const PIECE: &str = "const packs = {};
function piece(pack, from, to) {
    const whole = packs[pack] ??= fetch(new URL(pack, import.meta.url)).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.arrayBuffer();
    });
    whole.catch(() => { delete packs[pack]; });
    return whole.then((bytes) => ({ arrayBuffer: () => bytes.slice(from, to) }));
}
";

/// Parts that whoever has a licence needs before anything that is sealed is shown.
const LICENSED: [&str; 2] = ["split_licence", "split_trust"];

/// The parts' files after they were laid together.
pub(crate) struct Packed {
    /// All files.
    pub(crate) files: Vec<PathBuf>,
    /// Those of them that whoever has a licence needs before anything that is sealed is shown.
    pub(crate) licensed: Vec<PathBuf>,
}

/// Lays the parts' files together, and tells the script.
pub(crate) fn together(script: &Path, parts: &[PathBuf]) -> Result<Packed, Failure> {
    let mut text = fs::read_to_string(script).map_err(|e| Failure::file(script, &e))?;
    let mut left = Vec::new();
    for path in parts {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        left.push(Part { name, bytes: fs::read(path).map_err(|e| Failure::file(path, &e))?, path: path.clone() });
    }
    let mut files = Vec::new();
    let mut before = Vec::new();
    for part in BEFORE_WORK {
        before.extend(needed(&text, part)?);
    }
    for first in FIRST {
        let mut needed = needed(&text, first)?;
        needed.retain(|piece| first != "split_work" || !before.contains(piece));
        let (with, without) = left.into_iter().partition(|part| part.name == first || needed.contains(&part.name));
        left = without;
        files.push(pack(&mut text, first, with)?);
    }
    let (small, large): (Vec<Part>, Vec<Part>) =
        left.into_iter().partition(|part| part.name.starts_with("chunk_") && part.bytes.len() <= SMALL);
    if !small.is_empty() {
        files.push(pack(&mut text, SHARED, small)?);
    }
    files.extend(large.into_iter().map(|part| part.path));
    let mut needed_by_licensed = vec![SHARED.to_owned()];
    for part in LICENSED {
        needed_by_licensed.push(part.to_owned());
        needed_by_licensed.extend(needed(&text, part)?);
    }
    let is_licensed = |file: &&PathBuf| {
        file.file_stem().is_some_and(|name| needed_by_licensed.iter().any(|needed| name == needed.as_str()))
    };
    let licensed = files.iter().filter(is_licensed).cloned().collect();
    text.push_str(PIECE);
    fs::write(script, text).map_err(|e| Failure::file(script, &e))?;
    Ok(Packed { files, licensed })
}

struct Part {
    name: String,
    bytes: Vec<u8>,
    path: PathBuf,
}

/// The names of the pieces that a part needs, as the script lists them.
fn needed(script: &str, part: &str) -> Result<Vec<String>, Failure> {
    let short = part.trim_start_matches("split_");
    let list = script
        .split_once(&format!("export const __wasm_split_load_{short} ="))
        .and_then(|(_, rest)| rest.split_once("\n, ["))
        .and_then(|(_, rest)| rest.split_once(']'))
        .ok_or_else(|| unknown(part))?
        .0;
    Ok(list.split(", ").map(|name| name.trim_start_matches("__").to_owned()).collect())
}

/// Writes parts end to end into a file of this name beside the first of them.
fn pack(script: &mut String, name: &str, parts: Vec<Part>) -> Result<PathBuf, Failure> {
    let file = parts.first().map(|part| part.path.with_file_name(format!("{name}.wasm")));
    let file = file.ok_or_else(|| unknown(name))?;
    let mut whole = Vec::new();
    for part in parts {
        let start = whole.len();
        whole.extend(&part.bytes);
        let fetched = format!("fetch(new URL(\"./{}.wasm\", import.meta.url))", part.name);
        if !script.contains(&fetched) {
            return Err(unknown(&part.name));
        }
        let mut piece = String::new();
        let _ = write!(piece, "piece(\"./{name}.wasm\", {start}, {})", whole.len());
        *script = script.replace(&fetched, &piece);
    }
    fs::write(&file, whole).map_err(|e| Failure::file(&file, &e))?;
    Ok(file)
}

fn unknown(part: &str) -> Failure {
    Failure::new(format!("wasm-split loads {part} in another way than before: see xtask/src/pack.rs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const __chunk_1 = makeLoad(() => {\n    const src = fetch(new URL(\"./chunk_1.wasm\", import.meta.url));\n}\n, []);\n\
        export const __wasm_split_load_tasks = wrapAsyncCb(makeLoad(() => {\n    const src = fetch(new URL(\"./split_tasks.wasm\", import.meta.url));\n}\n, [__chunk_1]));\n";

    #[test]
    fn what_a_part_needs_is_read_from_the_script() {
        assert_eq!(needed(SCRIPT, "split_tasks").unwrap(), ["chunk_1"]);
        assert!(needed(SCRIPT, "split_work").is_err());
    }

    #[test]
    fn the_script_knows_where_each_piece_is() {
        let folder = std::env::temp_dir().join(format!("kerege-pack-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let part = |name: &str, bytes: &[u8]| Part {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
            path: folder.join(format!("{name}.wasm")),
        };
        let mut script = SCRIPT.to_owned();
        let file =
            pack(&mut script, "split_tasks", vec![part("chunk_1", b"one"), part("split_tasks", b"tasks")]).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"onetasks");
        assert!(script.contains("src = piece(\"./split_tasks.wasm\", 0, 3)"), "{script}");
        assert!(script.contains("src = piece(\"./split_tasks.wasm\", 3, 8)"), "{script}");
        fs::remove_dir_all(folder).unwrap();
    }
}
