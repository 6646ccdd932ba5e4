//! Reads matrix.

use super::{Key, Prompt};
use crate::content::read::{At, Findings};
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let columns = read::items(prompt, "columns", findings)?;
    let rows = read::items(prompt, "rows", findings)?;
    let multiple = prompt.field("multiple").and_then(|at| at.truth(findings)).unwrap_or(false);
    let map = key.need("rows", findings)?;
    let right: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            map.under(&row.id, findings)?;
            Some((row.id.clone(), read::right(&map, row.id.as_str(), &columns, multiple, findings)?))
        })
        .collect();
    let feedback = read::feedback(key, findings);
    let is_complete = right.len() == rows.len();
    is_complete.then_some(Task::Matrix(Prompt { columns, rows, multiple }, Key { rows: right, feedback }))
}
