//! Reads checklist.

use super::Prompt;
use crate::content::read::{At, Findings};
use crate::exercise::read;

pub(in crate::exercise) fn prompt(at: &At, findings: &mut Findings) -> Option<Prompt> {
    Some(Prompt { items: read::items(at, "items", findings)? })
}
