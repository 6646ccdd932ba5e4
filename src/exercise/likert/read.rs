//! Reads likert.

use super::Prompt;
use crate::content::read::{At, Findings};
use crate::exercise::read;

pub(in crate::exercise) fn prompt(at: &At, findings: &mut Findings) -> Option<Prompt> {
    let levels = read::items(at, "levels", findings)?;
    let statements = read::items(at, "statements", findings)?;
    Some(Prompt { levels, statements, after: read::after(at, findings) })
}
