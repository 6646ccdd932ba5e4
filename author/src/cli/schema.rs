//! `kerege schema`.

use super::show;
use kerege::content::wire::{Bibliography, Body, Catalogue, Glossary, Module, Unit, schema};
use serde_json::{Map, Value};
use std::path::Path;

/// Prints all schemas as one object by name, or writes one file each.
pub(super) fn run(out: Option<&Path>) -> Result<bool, String> {
    let schemas = [
        (Catalogue::TYPE, schema::<Catalogue>()),
        (Module::TYPE, schema::<Module>()),
        (Unit::TYPE, schema::<Unit>()),
        (Glossary::TYPE, schema::<Glossary>()),
        (Bibliography::TYPE, schema::<Bibliography>()),
    ];
    let Some(folder) = out else {
        let all: Map<String, Value> = schemas.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
        show::print(&format!("{:#}\n", Value::Object(all)))?;
        return Ok(true);
    };
    for (name, schema) in schemas {
        let path = folder.join(format!("{name}.schema.json"));
        let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, format!("{schema:#}\n")));
        written.map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    }
    Ok(true)
}
