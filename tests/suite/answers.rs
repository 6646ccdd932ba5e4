//! Scoring: for all exercises and all responses.

use crate::support::arbitrary::{answered, any_exercise, any_response, exercise_of, response_of};
use crate::support::{cases, exercise, id, ids, items};
use kerege::content::unit::{Credit, Exercise};
use kerege::content::{Id, Node, NodeKind};
use kerege::exercise::numeric::{Decimal, Near};
use kerege::exercise::{
    Kind, NotReady, Outcome, Response, Task, Verdict, answer, blanks, chart, choice, coding, mark, numeric, ordering,
    pairs, readiness, score, table,
};
use proptest::prelude::*;

/// The points of a response of the right kind.
fn earned(exercise: &Exercise, response: &Response) -> u32 {
    mark(exercise, response).expect("the response is of the exercise's kind").earned
}

/// The right value of each part, where parts are right or wrong by themselves.
fn right_parts(task: &Task) -> Vec<(Id, String)> {
    let texts = |pairs: &[(Id, Id)]| pairs.iter().map(|(id, value)| (id.clone(), value.to_string())).collect();
    match task {
        Task::Blanks(..) => match answer(&exercise("q", task.clone())) {
            Some(Response::Blanks(pairs)) => pairs,
            _ => Vec::new(),
        },
        Task::Matching(_, key) => texts(&key.pairs),
        Task::Categorise(_, key) => texts(&key.groups),
        Task::Label(_, key) => texts(&key.labels),
        Task::Choice(..) | Task::Numeric(..) | Task::Ordering(..) | Task::Reflection(..) | Task::Scale(_) => Vec::new(),
        Task::Coding(..) | Task::Table(..) | Task::Chart(..) => Vec::new(),
        Task::Hotspot(..) => Vec::new(),
        Task::Matrix(..) | Task::Marking(..) | Task::Likert(_) | Task::Cards(_) | Task::Checklist(_) => Vec::new(),
        Task::Plan(..) | Task::Stakeholders(..) => Vec::new(),
        Task::Conversation(..) => Vec::new(),
    }
}

/// A response with one part set to this value.
fn with_part(mut response: Response, part: &Id, value: &str) -> Response {
    match &mut response {
        Response::Blanks(given) => pairs::set(given, part, Some(value.to_owned())),
        Response::Matching(given) | Response::Categorise(given) | Response::Label(given) => {
            pairs::set(given, part, Id::new(value))
        }
        Response::Choice(_)
        | Response::Numeric(_)
        | Response::Ordering(_)
        | Response::Reflection { .. }
        | Response::Coding(_)
        | Response::Table(_)
        | Response::Chart(_)
        | Response::Scale(_)
        | Response::Matrix(_)
        | Response::Likert(_)
        | Response::Marking(_)
        | Response::Cards { .. }
        | Response::Checklist(_)
        | Response::Hotspot(_)
        | Response::Plan { .. }
        | Response::Conversation(_)
        | Response::Stakeholders(_) => {}
    }
    response
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn points_stay_within_their_bounds((exercise, response) in answered()) {
        let score = mark(&exercise, &response).expect("same kind");
        prop_assert_eq!(score.of, exercise.points);
        prop_assert!(score.earned <= score.of);
    }

    #[test]
    fn all_or_nothing_gives_all_or_nothing((mut exercise, response) in answered()) {
        exercise.credit = Credit::AllOrNothing;
        let earned = earned(&exercise, &response);
        prop_assert!(earned == 0 || earned == exercise.points);
    }

    #[test]
    fn full_points_mean_that_every_part_holds((mut exercise, response) in answered()) {
        exercise.points += 1;
        let score = mark(&exercise, &response).expect("same kind");
        let holds = score.parts.iter().all(|part| part.verdict == Verdict::Right);
        prop_assert_eq!(score.earned == score.of, holds && !score.parts.is_empty());
    }

    #[test]
    fn a_response_is_scored_exactly_when_it_is_ready((exercise, response) in answered()) {
        let not_ready = readiness(&exercise, &response).expect("same kind");
        match score(&exercise, &response).expect("same kind") {
            Outcome::NotReady(why) => prop_assert_eq!(Some(why), not_ready),
            Outcome::Scored(score) => {
                prop_assert_eq!(None, not_ready);
                prop_assert_eq!(score, mark(&exercise, &response).expect("same kind"));
            }
        }
    }

    #[test]
    fn a_response_of_another_kind_is_an_error_and_never_zero_points(
        exercise in any_exercise(), response in any_response(),
    ) {
        let same = exercise.task.kind() == response.kind();
        prop_assert_eq!(mark(&exercise, &response).is_ok(), same);
        prop_assert_eq!(readiness(&exercise, &response).is_ok(), same);
        prop_assert_eq!(score(&exercise, &response).is_ok(), same);
        prop_assert!(same || !response.fits(&exercise.task));
    }

    #[test]
    fn the_model_answer_is_ready_and_earns_full_points(exercise in any_exercise()) {
        let model = answer(&exercise);
        // A plan can be complete, and has no answer that is right.
        prop_assert_eq!(model.is_some(), exercise.task.kind().is_scored() && exercise.task.kind() != Kind::Plan);
        if let Some(model) = model {
            prop_assert!(model.fits(&exercise.task));
            prop_assert_eq!(readiness(&exercise, &model), Ok(None));
            prop_assert_eq!(earned(&exercise, &model), exercise.points);
        }
    }

    #[test]
    fn an_empty_response_is_not_ready_and_earns_nothing(exercise in any_exercise()) {
        let empty = match Response::empty(&exercise.task) {
            // Items are shown mixed, and that order may be handed in as it is. Without any order there is nothing.
            Response::Ordering(order) => {
                prop_assert!(Response::Ordering(order).fits(&exercise.task));
                Response::Ordering(Vec::new())
            }
            empty => {
                prop_assert!(empty.fits(&exercise.task));
                empty
            }
        };
        prop_assert_eq!(readiness(&exercise, &empty), Ok(Some(NotReady::Empty)));
        prop_assert_eq!(earned(&exercise, &empty), 0);
    }

    #[test]
    fn one_more_right_part_never_lowers_the_points(
        (exercise, response) in prop_oneof![Just(Kind::Blanks), Just(Kind::Matching), Just(Kind::Categorise), Just(Kind::Label)]
            .prop_flat_map(|kind| (exercise_of(kind), response_of(kind))),
        part in any::<prop::sample::Index>(),
    ) {
        let right = right_parts(&exercise.task);
        let (part, value) = part.get(&right);
        let better = with_part(response.clone(), part, value);
        prop_assert!(earned(&exercise, &better) >= earned(&exercise, &response));
    }

    #[test]
    fn a_right_option_never_lowers_the_points_and_a_wrong_one_never_raises_them(
        mut exercise in exercise_of(Kind::Choice), response in response_of(Kind::Choice), option in any::<prop::sample::Index>(),
    ) {
        if let Task::Choice(prompt, _) = &mut exercise.task {
            prompt.multiple = true;
        }
        let (Task::Choice(prompt, key), Response::Choice(chosen)) = (&exercise.task, &response) else {
            return Err(TestCaseError::reject("another kind"));
        };
        let option = &option.get(&prompt.options).id;
        let more = Response::Choice(chosen.iter().chain([option]).cloned().collect());
        let (before, after) = (earned(&exercise, &response), earned(&exercise, &more));
        if key.right.contains(option) { prop_assert!(after >= before) } else { prop_assert!(after <= before) }
    }

    #[test]
    fn a_question_below_a_chart_or_a_table_that_is_answered_well_never_lowers_the_points(
        (exercise, response) in prop_oneof![Just(Kind::Chart), Just(Kind::Table)]
            .prop_flat_map(|kind| (exercise_of(kind), response_of(kind))),
        at in any::<prop::sample::Index>(),
    ) {
        let mut better = response.clone();
        match (&exercise.task, &mut better, answer(&exercise)) {
            (Task::Chart(prompt, _), Response::Chart(given), Some(Response::Chart(model))) => {
                let question = at.get(&prompt.questions);
                let id = &question.item.id;
                match question.ask {
                    chart::Ask::Number(_) => pairs::set(&mut given.numbers, id, pairs::get(&model.numbers, id).cloned()),
                    chart::Ask::Row | chart::Ask::Option(_) => pairs::set(&mut given.picks, id, model.pick(id).cloned()),
                    chart::Ask::Shape | chart::Ask::Columns | chart::Ask::Scale => given.form = model.form,
                }
            }
            (Task::Table(prompt, _), Response::Table(given), Some(Response::Table(model))) => {
                let question = at.get(&prompt.questions);
                let id = &question.item.id;
                match question.ask {
                    table::Ask::Number(_) => pairs::set(&mut given.numbers, id, pairs::get(&model.numbers, id).cloned()),
                    table::Ask::Cell => pairs::set(&mut given.cells, id, pairs::get(&model.cells, id).cloned()),
                    table::Ask::Table => given.setup = model.setup,
                }
            }
            _ => return Err(TestCaseError::reject("another kind")),
        }
        prop_assert!(earned(&exercise, &better) >= earned(&exercise, &response));
    }

    #[test]
    fn a_code_that_the_expert_gave_never_lowers_the_points_and_another_one_never_raises_them(
        exercise in exercise_of(Kind::Coding), response in response_of(Kind::Coding),
        sentence in any::<prop::sample::Index>(), code in any::<prop::sample::Index>(),
    ) {
        let (Task::Coding(prompt, key), Response::Coding(before)) = (&exercise.task, &response) else {
            return Err(TestCaseError::reject("another kind"));
        };
        let sentences: Vec<&Id> = prompt.sentences().map(|sentence| &sentence.id).collect();
        let (sentence, code) = (*sentence.get(&sentences), &code.get(&prompt.codes).id);
        // An own code with the same name as one of the author's would be another code.
        let mut after = before.clone();
        after.own.clear();
        let before = Response::Coding(after.clone());
        after.set(sentence, code, Some(None));
        let (before, after) = (earned(&exercise, &before), earned(&exercise, &Response::Coding(after)));
        let is_right = key.codes.iter().any(|(id, codes)| id == sentence && codes.contains(code));
        if is_right { prop_assert!(after >= before) } else { prop_assert!(after <= before) }
    }

    #[test]
    fn a_right_column_never_lowers_the_points_and_a_wrong_one_never_raises_them(
        mut exercise in exercise_of(Kind::Matrix), response in response_of(Kind::Matrix),
        row in any::<prop::sample::Index>(), column in any::<prop::sample::Index>(),
    ) {
        if let Task::Matrix(prompt, _) = &mut exercise.task {
            prompt.multiple = true;
        }
        let (Task::Matrix(prompt, key), Response::Matrix(rows)) = (&exercise.task, &response) else {
            return Err(TestCaseError::reject("another kind"));
        };
        let (row, column) = (&row.get(&prompt.rows).id, &column.get(&prompt.columns).id);
        let mut more = rows.clone();
        let chosen = pairs::get(rows, row).into_iter().flatten().chain([column]).cloned().collect();
        pairs::set(&mut more, row, Some(chosen));
        let (before, after) = (earned(&exercise, &response), earned(&exercise, &Response::Matrix(more)));
        let is_right = pairs::get(&key.rows, row).is_some_and(|right| right.contains(column));
        if is_right { prop_assert!(after >= before) } else { prop_assert!(after <= before) }
    }

    #[test]
    fn a_right_word_never_lowers_the_points_and_a_wrong_one_never_raises_them(
        exercise in exercise_of(Kind::Marking), response in response_of(Kind::Marking), word in any::<prop::sample::Index>(),
    ) {
        let (Task::Marking(prompt, key), Response::Marking(marked)) = (&exercise.task, &response) else {
            return Err(TestCaseError::reject("another kind"));
        };
        let word = &word.get(&prompt.words).id;
        let more = Response::Marking(marked.iter().chain([word]).cloned().collect());
        let (before, after) = (earned(&exercise, &response), earned(&exercise, &more));
        if key.right.contains(word) { prop_assert!(after >= before) } else { prop_assert!(after <= before) }
    }

    #[test]
    fn a_right_place_never_lowers_the_points_and_a_wrong_one_never_raises_them(
        mut exercise in exercise_of(Kind::Hotspot), response in response_of(Kind::Hotspot), spot in any::<prop::sample::Index>(),
    ) {
        if let Task::Hotspot(prompt, _) = &mut exercise.task {
            prompt.multiple = true;
        }
        let (Task::Hotspot(prompt, key), Response::Hotspot(chosen)) = (&exercise.task, &response) else {
            return Err(TestCaseError::reject("another kind"));
        };
        let spot = &spot.get(&prompt.picture.spots).id;
        let more = Response::Hotspot(chosen.iter().chain([spot]).cloned().collect());
        let (before, after) = (earned(&exercise, &response), earned(&exercise, &more));
        if key.right.contains(spot) { prop_assert!(after >= before) } else { prop_assert!(after <= before) }
    }

    #[test]
    fn putting_two_neighbours_in_order_never_lowers_the_points(
        exercise in exercise_of(Kind::Ordering), seed in any::<u64>(), at in any::<prop::sample::Index>(),
    ) {
        let Task::Ordering(_, key) = &exercise.task else { return Err(TestCaseError::reject("another kind")) };
        let mixed = crate::support::chance::Chance::new(seed).shuffled(&key.order);
        let at = at.index(mixed.len() - 1);
        let rank = |id: &Id| key.order.iter().position(|one| one == id);
        let mut better = mixed.clone();
        if rank(&mixed[at]) > rank(&mixed[at + 1]) {
            better.swap(at, at + 1);
        }
        prop_assert!(earned(&exercise, &Response::Ordering(better)) >= earned(&exercise, &Response::Ordering(mixed)));
    }

    #[test]
    fn a_number_that_is_nearer_never_earns_less(
        exercise in exercise_of(Kind::Numeric), near in -2_000_000..2_000_000i64, steps in 1..1_000_000i64,
    ) {
        let Task::Numeric(_, key) = &exercise.task else { return Err(TestCaseError::reject("another kind")) };
        // Millionths, so that every value an author can write is met exactly.
        let off = |by: i64| {
            let value: f64 = key.value.to_string().parse().expect("a number");
            let millionths = (value * 1e6).round() as i64 + by;
            Response::Numeric(format!("{}{}.{:06}", if millionths < 0 { "-" } else { "" },
                millionths.abs() / 1_000_000, millionths.abs() % 1_000_000))
        };
        let further = off(near + near.signum() * steps);
        prop_assert!(earned(&exercise, &off(near)) >= earned(&exercise, &further));
    }
}

/// A coding of four sentences with two codes, of which three are given.
fn coded() -> Task {
    let sentence = |name: &str| coding::Sentence { id: id(name), text: name.into() };
    let turns = vec![coding::Turn { speaker: "A".into(), sentences: ["s1", "s2", "s3", "s4"].map(sentence).into() }];
    let key = coding::Key { codes: vec![(id("s1"), ids("x")), (id("s3"), ids("x y"))], why: Vec::new() };
    Task::Coding(coding::Prompt { codes: items("x y"), means: Vec::new(), may_add: true, turns }, key)
}

/// Codes on sentences, written as `sentence=code`.
fn given(marks: &str) -> coding::Given {
    let mark = |text: &str| {
        let (sentence, code) = text.split_once('=').expect("sentence=code");
        coding::Mark { sentence: id(sentence), code: id(code), words: None }
    };
    coding::Given { marks: marks.split_whitespace().map(mark).collect(), own: Vec::new() }
}

#[test]
fn a_coding_earns_the_share_that_both_gave_of_what_either_gave() {
    let exercise = exercise("q", coded());
    for (marks, points) in [
        ("s1=x s3=x s3=y", 4),
        ("s1=x s3=x", 2),
        ("s1=x s1=x s3=x s3=y s4=y", 3),
        ("s2=x s4=y", 0),
        ("s1=x s9=x s3=z s3=x s3=y", 4),
    ] {
        assert_eq!(earned(&exercise, &Response::Coding(given(marks))), points, "{marks}");
    }
    let score = mark(&exercise, &Response::Coding(given("s1=y s3=x"))).expect("same kind");
    let verdicts: Vec<_> = score.parts.iter().map(|part| (part.id.map(Id::as_str), part.verdict)).collect();
    assert_eq!(verdicts, [(Some("s1"), Verdict::Wrong), (Some("s3"), Verdict::Near)]);
}

#[test]
fn a_code_of_the_learners_own_is_compared_once_it_is_mapped() {
    let exercise = exercise("q", coded());
    let mut mine = given("s1=x s3=y");
    let own = mine.add("Queues").expect("a code");
    mine.set(&id("s3"), &own, Some(None));
    assert_eq!(earned(&exercise, &Response::Coding(mine.clone())), 2);
    mine.own[0].like = Some(id("x"));
    assert_eq!(earned(&exercise, &Response::Coding(mine)), 4);
}

#[test]
fn a_comparison_counts_every_sentence_once_for_each_code() {
    let Task::Coding(prompt, key) = coded() else { panic!("a coding") };
    let comparison = coding::compare(&prompt, &key, &given("s1=x s2=x s3=y"));
    let tallies: Vec<_> = comparison.codes.iter().map(|(_, tally)| *tally).collect();
    let tally = |both, learner, expert, neither| coding::Tally { both, learner, expert, neither };
    assert_eq!(tallies, [tally(1, 1, 1, 1), tally(1, 0, 0, 3)]);
    assert_eq!(tallies.iter().map(coding::Tally::kappa).collect::<Vec<_>>(), [Some(0), Some(100)]);
}

#[test]
fn each_kind_gives_points_as_its_rule_says() {
    let blank = |id: &str| Node { lang: None, kind: NodeKind::Blank(crate::support::id(id)) };
    let gaps = Task::Blanks(
        blanks::Prompt {
            text: vec![blank("n"), blank("word")],
            blanks: vec![
                blanks::Blank { id: id("n"), options: Vec::new(), width: 8 },
                blanks::Blank { id: id("word"), options: items("two three"), width: 8 },
            ],
            bank: Vec::new(),
        },
        blanks::Key {
            blanks: vec![
                (id("n"), blanks::BlankKey::Forms(vec!["40".into(), "forty".into()])),
                (id("word"), blanks::BlankKey::Option(id("three"))),
            ],
            feedback: Vec::new(),
        },
    );
    let several = Task::Choice(
        choice::Prompt { options: items("a b c d"), multiple: true, shuffle: false },
        choice::Key { right: ids("a b"), feedback: Vec::new() },
    );
    let one = crate::support::choice("a! b c");
    let order =
        Task::Ordering(ordering::Prompt { items: items("c a b d e") }, ordering::Key { order: ids("a b c d e") });
    let decimal = |text: &str| Decimal::parse(text, "").expect("a number");
    let number = Task::Numeric(
        numeric::Prompt { unit: "%".into() },
        numeric::Key {
            value: decimal("47.6"),
            tolerance: decimal("0.6"),
            near: Some(Near { tolerance: decimal("5"), feedback: Vec::new() }),
        },
    );
    let chosen = |text: &str| Response::Choice(ids(text));
    let filled = |n: &str, word: &str| Response::Blanks(vec![(id("n"), n.into()), (id("word"), word.into())]);
    let check = |task: &Task, response: Response, points: u32| {
        assert_eq!(earned(&exercise("q", task.clone()), &response), points, "{response:?}");
    };
    check(&one, chosen("a"), 4);
    check(&one, chosen("b"), 0);
    check(&one, chosen("a b"), 0);
    check(&several, chosen("a b"), 4);
    check(&several, chosen("a"), 2);
    check(&several, chosen("a b c"), 2);
    check(&several, chosen("a b c d"), 0);
    check(&several, chosen("c"), 0);
    check(&gaps, filled(" FORTY ", "three"), 4);
    check(&gaps, filled("41", "three"), 2);
    check(&gaps, filled("", ""), 0);
    check(&order, Response::Ordering(ids("a b c d e")), 4);
    check(&order, Response::Ordering(ids("b c d e a")), 3);
    check(&order, Response::Ordering(ids("e d c b a")), 0);
    check(&number, Response::Numeric("47,0 %".into()), 4);
    check(&number, Response::Numeric("52.6".into()), 2);
    check(&number, Response::Numeric("52.61".into()), 0);
    check(&number, Response::Numeric("half".into()), 0);
}

#[test]
fn what_is_open_is_said_and_is_not_zero_points() {
    let task = Task::Matching(
        kerege::exercise::matching::Prompt { left: items("a b c"), right: items("x y") },
        kerege::exercise::matching::Key {
            pairs: vec![(id("a"), id("x")), (id("b"), id("y")), (id("c"), id("y"))],
            feedback: Vec::new(),
        },
    );
    let exercise = exercise("q", task);
    let response = |text: &str| Response::Matching(ids(text).into_iter().map(|left| (left, id("y"))).collect());
    for (given, why) in [("", Some(NotReady::Empty)), ("a", Some(NotReady::Open(2))), ("a b c", None)] {
        assert_eq!(readiness(&exercise, &response(given)), Ok(why), "{given}");
    }
    assert_eq!(earned(&exercise, &response("b")), 1);
}
