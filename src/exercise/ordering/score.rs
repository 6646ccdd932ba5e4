//! Scoring of ordering: the longest run that is already in order.

use super::{Key, Prompt};
use crate::content::Id;
use crate::exercise::score::{Marks, NotReady, Part, Verdict};

pub(in crate::exercise) fn readiness(prompt: &Prompt, response: &[Id]) -> Option<NotReady> {
    let complete = response.len() == prompt.items.len() && prompt.items.iter().all(|item| response.contains(&item.id));
    (!complete).then_some(NotReady::Empty)
}

/// One item alone is always in order, so a run of n earns n − 1 shares of all − 1.
pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, response: &[Id]) -> Marks<'a> {
    let _ = prompt;
    let ranks: Vec<usize> = response.iter().filter_map(|id| key.order.iter().position(|right| right == id)).collect();
    let run = longest_run(&ranks);
    let parts = key
        .order
        .iter()
        .enumerate()
        .map(|(rank, id)| {
            let verdict = if run.contains(&rank) { Verdict::Right } else { Verdict::Wrong };
            Part { id: Some(id), verdict, feedback: None }
        })
        .collect();
    let held = (run.len() as u32).saturating_sub(1);
    Marks { held, of: (key.order.len() as u32).saturating_sub(1), parts }
}

/// The longest strictly rising subsequence.
fn longest_run(ranks: &[usize]) -> Vec<usize> {
    let mut best: Vec<Vec<usize>> = Vec::with_capacity(ranks.len());
    for (place, rank) in ranks.iter().enumerate() {
        let before = ranks.iter().take(place).zip(&best).filter(|(earlier, _)| *earlier < rank).map(|(_, run)| run);
        let mut run = before.max_by_key(|run| run.len()).cloned().unwrap_or_default();
        run.push(*rank);
        best.push(run);
    }
    best.into_iter().max_by_key(Vec::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::longest_run;

    #[test]
    fn finds_the_longest_run() {
        for (ranks, length) in
            [(&[0, 1, 2, 3][..], 4), (&[3, 2, 1, 0], 1), (&[1, 2, 3, 0], 3), (&[], 0), (&[2, 0, 1, 3], 3)]
        {
            assert_eq!(longest_run(ranks).len(), length, "{ranks:?}");
        }
    }
}
