//! Shorter names between the WebAssembly and its JavaScript half.
//!
//! wasm-bindgen names each function that one half calls in the other after itself and a hash. Nobody reads these names,
//! and hashes do not pack: two letters do as well.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{ExportSectionReader, ImportSectionReader, Parser, Payload};

use crate::failure::Failure;

/// The module that wasm-bindgen's imports come from.
const FROM: &str = "./player_bg.js";

/// Shortens the names in both halves, in place.
pub(crate) fn shorten(script: &Path, wasm: &Path) -> Result<(), Failure> {
    let bytes = fs::read(wasm).map_err(|e| Failure::file(wasm, &e))?;
    let text = fs::read_to_string(script).map_err(|e| Failure::file(script, &e))?;
    let broken = |e: &dyn std::fmt::Display| Failure::new(format!("{} cannot be read: {e}", wasm.display()));
    let names = Names::of(&bytes).map_err(|e| broken(&e))?;
    let mut module = Module::new();
    let mut shortened = Shortened(&names);
    shortened.parse_core_module(&mut module, Parser::new(0), &bytes).map_err(|e| broken(&e))?;
    fs::write(wasm, module.finish()).map_err(|e| Failure::file(wasm, &e))?;
    fs::write(script, names.in_text(&text)).map_err(|e| Failure::file(script, &e))
}

/// Lets the parts come from hosts that do not know WebAssembly's media type, as the first file does.
pub(crate) fn accept_any_type(script: &Path) -> Result<(), Failure> {
    let text = fs::read_to_string(script).map_err(|e| Failure::file(script, &e))?;
    let strict = "WebAssembly.instantiateStreaming(src, imports)";
    if !text.contains(strict) {
        return Err(Failure::new("wasm-split loads its parts in another way than before: see xtask/src/glue.rs"));
    }
    let tolerant = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";
    fs::write(script, text.replace(strict, tolerant)).map_err(|e| Failure::file(script, &e))
}

/// Long names with the short one of each.
struct Names(BTreeMap<String, String>);

impl Names {
    /// The long names of a file's imports from JavaScript and of its exports.
    fn of(wasm: &[u8]) -> wasmparser::Result<Names> {
        let mut all = BTreeMap::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        if import.module == FROM {
                            all.insert(import.name.to_owned(), String::new());
                        }
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let name = export?.name;
                        if is_hashed(name) {
                            all.insert(name.to_owned(), String::new());
                        }
                    }
                }
                _ => {}
            }
        }
        for (number, short) in all.values_mut().enumerate() {
            *short = nth(number);
        }
        Ok(Names(all))
    }

    fn short<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }

    /// A text with every whole word that is one of the names replaced.
    fn in_text(&self, text: &str) -> String {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(is_word) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c| !is_word(c)).unwrap_or(from.len());
            let (word, after) = from.split_at(end);
            out.push_str(before);
            out.push_str(self.short(word));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// Names that no one writes by hand: those of the compiler.
fn is_hashed(name: &str) -> bool {
    name.starts_with("_ZN") || name.starts_with("_R")
}

/// The nth short name: `$a` to `$z`, then `$aa` and so on. JavaScript's own names have no dollar.
fn nth(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'a' + (number % 26) as u8);
        number /= 26;
        if number == 0 {
            break;
        }
        number -= 1;
    }
    letters.reverse();
    format!("${}", String::from_utf8_lossy(&letters))
}

/// Copies a file with the short names.
struct Shortened<'a>(&'a Names);

impl Reencode for Shortened<'_> {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let name = if import.module == FROM { self.0.short(import.name) } else { import.name };
            imports.import(import.module, name, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for export in section {
            let mut export = export?;
            let long = export.name;
            export.name = self.0.short(long);
            utils::parse_export(self, exports, export)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_shortened() {
        let names = Names([("__wbg_set_12".to_owned(), "$a".to_owned())].into());
        assert_eq!(names.in_text("imports.__wbg_set_12 = x; __wbg_set_123()"), "imports.$a = x; __wbg_set_123()");
    }

    #[test]
    fn short_names_are_all_different() {
        let all: std::collections::BTreeSet<String> = (0..2000).map(nth).collect();
        assert_eq!(all.len(), 2000);
    }
}
