//! Scoring of numeric: within the tolerance, or close for half.

use super::{Decimal, Key, Prompt};
use crate::exercise::score::{Marks, NotReady, Part, Verdict};

pub(in crate::exercise) fn readiness(prompt: &Prompt, response: &str) -> Option<NotReady> {
    if response.trim().is_empty() {
        return Some(NotReady::Empty);
    }
    Decimal::parse(response, &prompt.unit).is_none().then_some(NotReady::NotANumber)
}

pub(in crate::exercise) fn marks<'a>(prompt: &Prompt, key: &'a Key, response: &str) -> Marks<'a> {
    let given = Decimal::parse(response, &prompt.unit);
    let near = key.near.as_ref().filter(|near| given.is_some_and(|n| key.value.is_within(n, near.tolerance)));
    let (held, verdict, feedback) = if given.is_some_and(|n| key.value.is_within(n, key.tolerance)) {
        (2, Verdict::Right, None)
    } else if let Some(near) = near {
        (1, Verdict::Near, Some(&near.feedback))
    } else {
        (0, Verdict::Wrong, None)
    };
    Marks { held, of: 2, parts: vec![Part { id: None, verdict, feedback }] }
}
