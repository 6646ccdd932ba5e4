//! Scoring of blanks: one share for each gap.

use super::{BlankKey, Key, Prompt, same};
use crate::content::Id;
use crate::exercise::pairs;
use crate::exercise::score::{Marks, NotReady, Part, Verdict, feedback, open_parts};

pub(in crate::exercise) fn readiness(prompt: &Prompt, response: &[(Id, String)]) -> Option<NotReady> {
    let filled = |id: &Id| pairs::get(response, id).is_some_and(|text| !text.trim().is_empty());
    let given = prompt.blanks.iter().filter(|blank| filled(&blank.id)).count();
    open_parts(given, prompt.blanks.len())
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, response: &[(Id, String)]) -> Marks<'a> {
    let mut held = 0;
    let parts = prompt
        .blanks
        .iter()
        .map(|blank| {
            let given = pairs::get(response, &blank.id).map_or("", |text| text.as_str());
            let right = match pairs::get(&key.blanks, &blank.id) {
                Some(BlankKey::Forms(forms)) => forms.iter().any(|form| same(form, given)),
                Some(BlankKey::Option(id)) => id.as_str() == given,
                None => false,
            };
            held += u32::from(right);
            let choices = prompt.choices(blank).unwrap_or_default();
            let chosen = choices.iter().find(|option| option.id.as_str() == given);
            let said = chosen.and_then(|option| feedback(&key.feedback, &option.id));
            Part {
                id: Some(&blank.id),
                verdict: if right { Verdict::Right } else { Verdict::Wrong },
                feedback: said.or_else(|| feedback(&key.feedback, &blank.id)),
            }
        })
        .collect();
    Marks { held, of: prompt.blanks.len() as u32, parts }
}
