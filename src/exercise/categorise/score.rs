//! Scoring of categorise: one share for each item.

use super::{Key, Prompt};
use crate::content::Id;
use crate::exercise::matching;
use crate::exercise::score::{Marks, NotReady};

pub(in crate::exercise) fn readiness(prompt: &Prompt, response: &[(Id, Id)]) -> Option<NotReady> {
    matching::score::placed(&prompt.items, response)
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, response: &[(Id, Id)]) -> Marks<'a> {
    matching::score::assigned(&prompt.items, &key.groups, &key.feedback, response)
}
