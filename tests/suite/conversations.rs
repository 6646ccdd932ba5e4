//! Conversations: what is said of the best way is what looking at all ways finds.

use crate::support::arbitrary::exercise_of;
use crate::support::cases;
use kerege::content::unit::{Credit, Exercise};
use kerege::content::{Id, check};
use kerege::exercise::conversation::walk::offered;
use kerege::exercise::conversation::{Key, Prompt, answer, full, survey, walk};
use kerege::exercise::{Kind, NotReady, Response, Task, Verdict, mark, readiness};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Every way through a conversation.
fn ways(prompt: &Prompt) -> Vec<Vec<Id>> {
    let mut open = vec![Vec::new()];
    let mut ended = Vec::new();
    while let Some(path) = open.pop() {
        let walk = walk(prompt, &path).expect("a turn");
        assert_eq!(walk.steps.len(), path.len(), "what is offered can be said");
        if walk.has_ended() {
            ended.push(path);
            continue;
        }
        open.extend(
            offered(walk.turn, &walk.values).map(|choice| [path.as_slice(), std::slice::from_ref(&choice.id)].concat()),
        );
    }
    ended
}

/// What a way is worth, added up by hand.
fn worth(prompt: &Prompt, key: &Key, way: &[Id]) -> u32 {
    let end = walk(prompt, way).expect("a turn").turn.id.clone();
    way.iter().chain([&end]).map(|id| key.worth.get(id).copied().unwrap_or(0)).sum()
}

fn parts(exercise: &Exercise) -> (&Prompt, &Key) {
    match &exercise.task {
        Task::Conversation(prompt, key) => (prompt, key),
        other => panic!("{other:?} is no conversation"),
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_best_way_is_worth_the_most_of_all_ways(exercise in exercise_of(Kind::Conversation)) {
        let (prompt, key) = parts(&exercise);
        let most = ways(prompt).iter().map(|way| worth(prompt, key, way)).max().expect("a way");
        prop_assert_eq!(full(prompt, key), Some(most));
        prop_assert_eq!(worth(prompt, key, &answer(prompt, key)), most);
    }

    #[test]
    fn a_way_earns_its_share_and_a_better_one_never_less(exercise in exercise_of(Kind::Conversation)) {
        let exercise = Exercise { credit: Credit::Parts, points: 12, ..exercise };
        let (prompt, key) = parts(&exercise);
        let most = full(prompt, key).expect("few situations");
        for way in ways(prompt) {
            let earned = mark(&exercise, &Response::Conversation(way.clone())).expect("same kind").earned;
            prop_assert_eq!(earned, 12 * worth(prompt, key, &way) / most);
        }
    }

    #[test]
    fn a_choice_that_leads_on_well_keeps_the_best_within_reach(exercise in exercise_of(Kind::Conversation)) {
        let (prompt, key) = parts(&exercise);
        let all = ways(prompt);
        let best = |start: &[Id]| {
            all.iter().filter(|way| way.starts_with(start)).map(|way| worth(prompt, key, way)).max().expect("a way")
        };
        for way in &all {
            let score = mark(&exercise, &Response::Conversation(way.clone())).expect("same kind");
            for at in 0..way.len() {
                let part = score.parts.iter().find(|part| part.id == Some(&way[at])).expect("each step has its part");
                let is_kept = best(&way[..at]) == best(&way[..=at]);
                prop_assert_eq!(part.verdict == Verdict::Right, is_kept);
                for other in score.parts.iter().filter(|part| part.verdict == Verdict::Missed).filter_map(|part| part.id) {
                    let turned = [&way[..at], std::slice::from_ref(other)].concat();
                    if all.iter().any(|way| way.starts_with(&turned)) {
                        prop_assert_eq!(best(&turned), best(&way[..at]), "a better one is as good as can be");
                    }
                }
            }
        }
    }

    #[test]
    fn a_conversation_that_was_broken_off_is_not_ready_and_never_full(exercise in exercise_of(Kind::Conversation)) {
        let exercise = Exercise { points: 12, ..exercise };
        for way in ways(parts(&exercise).0) {
            for at in 1..way.len() {
                let response = Response::Conversation(way[..at].to_vec());
                prop_assert!(response.fits(&exercise.task));
                prop_assert_eq!(readiness(&exercise, &response), Ok(Some(NotReady::Open(1))));
                prop_assert!(mark(&exercise, &response).expect("same kind").earned < 12);
            }
        }
    }

    #[test]
    fn what_can_happen_is_what_happens_on_some_way(exercise in exercise_of(Kind::Conversation)) {
        let (prompt, _) = parts(&exercise);
        let survey = survey(prompt);
        let mut choices = BTreeSet::new();
        let mut turns = BTreeSet::new();
        for way in ways(prompt) {
            let walk = walk(prompt, &way).expect("a turn");
            turns.extend(walk.steps.iter().map(|step| step.turn.id.to_string()).chain([walk.turn.id.to_string()]));
            choices.extend(way.iter().map(Id::to_string));
        }
        let keys = |set: &kerege::table::Set| set.iter().map(|(key, ())| key.to_owned()).collect::<BTreeSet<_>>();
        prop_assert_eq!(keys(&survey.turns), turns);
        // A choice that is offered can be said.
        prop_assert_eq!(keys(&survey.choices), choices);
        let unreached = check::exercise(&exercise).into_iter().filter(|one| one.fault == check::Fault::NeverReached);
        prop_assert_eq!(unreached.count(), prompt.turns.len() - survey.turns.len());
    }

    #[test]
    fn another_try_begins_a_conversation_anew(way in proptest::collection::vec("[a-h]", 0..4)) {
        let path = way.iter().filter_map(|name| Id::new(name)).collect();
        prop_assert_eq!(Response::Conversation(path).again(), Response::Conversation(Vec::new()));
        prop_assert_eq!(Response::Numeric("4".into()).again(), Response::Numeric("4".into()));
    }
}
