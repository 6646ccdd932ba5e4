//! Reflection has no points; it is answered once something is written.

use crate::exercise::score::NotReady;

pub(in crate::exercise) fn readiness(text: &str) -> Option<NotReady> {
    text.trim().is_empty().then_some(NotReady::Empty)
}
