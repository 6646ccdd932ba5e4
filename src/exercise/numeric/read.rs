//! Reads numeric.

use super::{Decimal, Key, Near, Prompt};
use crate::content::read::{At, Findings, prose};
use crate::exercise::Task;
use crate::exercise::read::decimal;

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let near = match key.field("near") {
        Some(at) => Some(Near {
            tolerance: decimal(&at.need("tolerance", findings)?, findings)?,
            feedback: at.field("feedback").map(|at| prose(&at, findings)).unwrap_or_default(),
        }),
        None => None,
    };
    let value = decimal(&key.need("value", findings)?, findings)?;
    let tolerance = match key.field("tolerance") {
        Some(at) => decimal(&at, findings)?,
        None => Decimal::ZERO,
    };
    Some(Task::Numeric(Prompt { unit: prompt.text_or_empty("unit", findings) }, Key { value, tolerance, near }))
}
