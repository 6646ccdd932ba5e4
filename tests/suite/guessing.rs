//! Who only guesses does not pass.

use crate::support::chance::Chance;
use crate::support::{exercise, id, ids, items};
use kerege::content::unit::{Credit, Exercise, Pool};
use kerege::content::{Id, Node, NodeKind};
use kerege::exercise::draw::draw;
use kerege::exercise::numeric::Decimal;
use kerege::exercise::{Item, Response, Task, blanks, categorise, choice, mark, matching, numeric};
use std::collections::BTreeMap;

/// A final test as courses have it: three pools, ten tasks drawn, four points each.
struct Paper {
    exercises: BTreeMap<Id, Exercise>,
    pools: Vec<Pool>,
}

/// Three of six options hold, and the whole choice counts.
fn whole_choice(name: &str) -> Exercise {
    let task = Task::Choice(
        choice::Prompt { options: items("a b c d e f"), multiple: true, shuffle: false },
        choice::Key { right: ids("a c e"), feedback: Vec::new() },
    );
    Exercise { credit: Credit::AllOrNothing, ..exercise(name, task) }
}

/// Four items into three groups.
fn sorting(name: &str) -> Exercise {
    let groups = ids("a b c d").into_iter().zip(ids("x y z x")).collect();
    let prompt = categorise::Prompt { groups: items("x y z"), items: items("a b c d") };
    exercise(name, Task::Categorise(prompt, categorise::Key { groups, feedback: Vec::new() }))
}

/// Four items, six partners.
fn pairing(name: &str) -> Exercise {
    let pairs = ids("a b c d").into_iter().zip(ids("r s t u")).collect();
    let prompt = matching::Prompt { left: items("a b c d"), right: items("u w t s v r") };
    exercise(name, Task::Matching(prompt, matching::Key { pairs, feedback: Vec::new() }))
}

/// Four gaps with four options each.
fn gaps(name: &str) -> Exercise {
    let names = ids("a b c d");
    let text = names.iter().map(|id| Node { lang: None, kind: NodeKind::Blank(id.clone()) }).collect();
    let blanks = names.iter().map(|id| blanks::Blank { id: id.clone(), options: items("w x y z"), width: 8 }).collect();
    let right = names.iter().map(|gap| (gap.clone(), blanks::BlankKey::Option(id("x")))).collect();
    exercise(
        name,
        Task::Blanks(
            blanks::Prompt { text, blanks, bank: Vec::new() },
            blanks::Key { blanks: right, feedback: Vec::new() },
        ),
    )
}

/// A whole number from 1 to 100.
fn number(name: &str) -> Exercise {
    let decimal = |text: &str| Decimal::parse(text, "").unwrap_or(Decimal::ZERO);
    let near = Some(numeric::Near { tolerance: decimal("4"), feedback: Vec::new() });
    let key = numeric::Key { value: decimal("80"), tolerance: decimal("0.5"), near };
    exercise(name, Task::Numeric(numeric::Prompt { unit: "%".into() }, key))
}

fn paper() -> Paper {
    let all = [
        ("data", 3, vec![sorting("d1"), gaps("d2"), pairing("d3"), sorting("d4"), whole_choice("d5"), number("d6")]),
        ("words", 3, vec![pairing("w1"), sorting("w2"), gaps("w3"), whole_choice("w4"), number("w5"), pairing("w6")]),
        (
            "numbers",
            4,
            vec![
                number("n1"),
                gaps("n2"),
                number("n3"),
                whole_choice("n4"),
                sorting("n5"),
                number("n6"),
                gaps("n7"),
                pairing("n8"),
            ],
        ),
    ];
    let pool = |(name, draw, exercises): &(&str, u32, Vec<Exercise>)| Pool {
        id: id(name),
        draw: *draw,
        points: 4,
        exercises: exercises.iter().map(|exercise| exercise.id.clone()).collect(),
    };
    let pools = all.iter().map(pool).collect();
    let exercises = all.into_iter().flat_map(|(_, _, exercises)| exercises);
    Paper { exercises: exercises.map(|exercise| (exercise.id.clone(), exercise)).collect(), pools }
}

/// A response by chance. Whoever guesses knows how many options are asked for and gives no partner twice.
fn guess(task: &Task, chance: &mut Chance) -> Response {
    let of = |items: &[Item]| items.iter().map(|item| item.id.clone()).collect::<Vec<Id>>();
    match task {
        Task::Choice(prompt, key) => {
            let mixed = chance.shuffled(&of(&prompt.options));
            Response::Choice(mixed.into_iter().take(key.right.len()).collect())
        }
        Task::Blanks(prompt, _) => {
            let gaps = prompt.blanks.iter();
            Response::Blanks(gaps.map(|gap| (gap.id.clone(), chance.one_of(&of(&gap.options)).to_string())).collect())
        }
        Task::Numeric(..) => Response::Numeric((1 + chance.below(100)).to_string()),
        Task::Matching(prompt, _) => {
            Response::Matching(of(&prompt.left).into_iter().zip(chance.shuffled(&of(&prompt.right))).collect())
        }
        Task::Categorise(prompt, _) => {
            let groups = of(&prompt.groups);
            Response::Categorise(
                of(&prompt.items).into_iter().map(|item| (item, chance.one_of(&groups).clone())).collect(),
            )
        }
        Task::Ordering(prompt, _) => Response::Ordering(chance.shuffled(&of(&prompt.items))),
        Task::Label(..) | Task::Hotspot(..) => Response::empty(task),
        Task::Matrix(..) | Task::Marking(..) | Task::Likert(_) | Task::Cards(_) | Task::Checklist(_) => {
            Response::empty(task)
        }
        Task::Reflection(..)
        | Task::Scale(_)
        | Task::Coding(..)
        | Task::Table(..)
        | Task::Chart(..)
        | Task::Plan(..)
        | Task::Conversation(..)
        | Task::Stakeholders(..) => Response::empty(task),
    }
}

#[test]
fn of_ten_thousand_who_only_guess_hardly_any_passes() {
    let paper = paper();
    let mut passed = 0;
    for learner in 0..10_000 {
        let mut chance = Chance::new(learner);
        let drawn = paper.pools.iter().flat_map(|pool| draw(pool, learner as u32));
        let mut points = (0, 0);
        for id in drawn {
            let exercise = &paper.exercises[&id];
            let score = mark(exercise, &guess(&exercise.task, &mut chance)).expect("same kind");
            points = (points.0 + score.earned, points.1 + score.of);
        }
        assert_eq!(points.1, 40);
        passed += u32::from(points.0 * 10 >= points.1 * 7);
    }
    assert!(passed <= 100, "{passed} of 10000 passed");
}

#[test]
fn even_the_best_of_three_attempts_by_guessing_does_not_pass() {
    let paper = paper();
    let best = |learner: u64| {
        let attempt = |attempt: u64| {
            let mut chance = Chance::new(learner * 3 + attempt);
            let drawn = paper.pools.iter().flat_map(|pool| draw(pool, (learner * 3 + attempt) as u32));
            let earned = drawn.map(|id| {
                let exercise = &paper.exercises[&id];
                mark(exercise, &guess(&exercise.task, &mut chance)).map_or(0, |score| score.earned)
            });
            earned.sum::<u32>()
        };
        (0..3).map(attempt).max().unwrap_or(0)
    };
    let passed = (0..3_000).filter(|learner| best(*learner) >= 28).count();
    assert!(passed <= 30, "{passed} of 3000 passed");
}
