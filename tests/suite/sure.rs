//! What the learner says beside an answer, or said before it: how sure they are, where they stood; and mixed options.

use crate::support::course::{Learner, assessed, page, unit};
use crate::support::{choice, exercise, id, ids, items};
use kerege::content::Id;
use kerege::content::unit::Exercise;
use kerege::exercise::{NotReady, Response, Task, likert};
use kerege::progress::{Event, SURE, compact, envelope, fold};
use kerege::session::{self, Command, Notice, sure_and_wrong};
use std::collections::BTreeSet;

/// Two questions of practice and one of an assessment, all asking how sure one is; and one that does not ask.
fn learner() -> Learner {
    let asks = |exercise: Exercise| Exercise { confidence: true, ..exercise };
    Learner::new(unit(
        vec![page("learn", "q1 q2 q3"), page("test", "a1")],
        vec![
            asks(exercise("q1", choice("a! b c"))),
            asks(exercise("q2", choice("a! b c"))),
            exercise("q3", choice("a! b c")),
            asks(assessed("a1", choice("a! b c d e f"))),
        ],
        Vec::new(),
    ))
}

fn check(learner: &mut Learner, exercise: &str, option: &str) -> Option<Notice> {
    learner.act(Command::Check(id(exercise), Response::Choice(ids(option))))
}

fn surprises(learner: &Learner) -> Vec<String> {
    sure_and_wrong(&learner.scene()).iter().map(|(page, exercise)| format!("{}/{}", page.id, exercise.id)).collect()
}

#[test]
fn an_answer_is_checked_once_it_is_said_how_sure_one_is() {
    let mut learner = learner();
    assert_eq!(check(&mut learner, "q1", "b"), Some(Notice::NotReady(NotReady::HowSure)));
    assert_eq!(learner.view("q1").sure, Some(None));
    learner.act(Command::Rate(id("q1"), 1));
    assert_eq!(learner.view("q1").sure, Some(Some(1)));
    assert_eq!(check(&mut learner, "q1", "b"), Some(Notice::Checked));
    assert_eq!(check(&mut learner, "q3", "b"), Some(Notice::Checked));
    assert_eq!(learner.view("q3").sure, None);
}

#[test]
fn only_what_one_was_sure_of_and_does_not_hold_comes_again() {
    let mut learner = learner();
    for (exercise, sure, option) in [("q1", SURE, "b"), ("q2", SURE, "a")] {
        learner.act(Command::Rate(id(exercise), sure));
        check(&mut learner, exercise, option);
    }
    check(&mut learner, "q3", "b");
    assert_eq!(surprises(&learner), ["learn/q1"]);
    learner.act(Command::Rate(id("q1"), 2));
    assert!(surprises(&learner).is_empty());
    learner.act(Command::Rate(id("q1"), SURE));
    check(&mut learner, "q1", "a");
    assert!(surprises(&learner).is_empty());
}

#[test]
fn in_an_assessment_it_is_shown_after_handing_in_and_asked_anew_in_the_next_sitting() {
    let mut learner = learner();
    learner.act(Command::Open(id("test")));
    learner.act(Command::Enter(id("a1"), Response::Choice(ids("b"))));
    learner.act(Command::Rate(id("a1"), SURE));
    assert!(surprises(&learner).is_empty());
    learner.act(Command::HandIn);
    assert_eq!(surprises(&learner), ["test/a1"]);
    learner.act(Command::Rate(id("a1"), 1));
    assert_eq!(surprises(&learner), ["test/a1"], "what was handed in stays as it was said");
    learner.act(Command::Retake);
    assert_eq!(learner.view("a1").sure, Some(None));
}

#[test]
fn how_sure_one_is_is_stored_and_only_the_last_word_is_kept() {
    let mut learner = learner();
    for sure in [1, 3, 2, 2, 0, 4] {
        learner.act(Command::Rate(id("q1"), sure));
    }
    learner.act(Command::Rate(id("q3"), 1));
    let records = learner.log.own().to_vec();
    assert_eq!(records.len(), 3, "{records:#?}");
    let kept = compact(&records);
    assert!(matches!(&kept[..], [one] if matches!(one.event, Event::Rated { sure: 2, .. })), "{kept:#?}");
    let text = envelope::write(&id("m"), "w", 3, &records);
    let opened = envelope::read(&text).expect("an envelope");
    assert_eq!((opened.lost, fold(&opened.envelope.records)), (0, fold(&records)));
    let damaged = text.replace("\"sure\":3", "\"sure\":9");
    assert_eq!(envelope::read(&damaged).expect("an envelope").lost, 1);
}

#[test]
fn options_are_mixed_alike_until_the_next_sitting() {
    let mut learner = learner();
    for name in ["q1", "a1"] {
        let exercise = learner.unit.exercises.iter_mut().find(|exercise| exercise.id.as_str() == name).unwrap();
        if let Task::Choice(prompt, _) = &mut exercise.task {
            prompt.shuffle = true;
        }
    }
    assert!(learner.view("q2").order.is_empty());
    learner.act(Command::Open(id("test")));
    let mut orders = Vec::new();
    for _ in 0..3 {
        let order = learner.view("a1").order;
        assert_eq!(learner.view("a1").order, order);
        learner.act(Command::Enter(id("a1"), Response::Choice(ids("b"))));
        learner.act(Command::HandIn);
        assert_eq!(learner.view("a1").order, order, "options stand where they stood, also after handing in");
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, [0, 1, 2, 3, 4, 5]);
        orders.push(order);
        learner.act(Command::Retake);
    }
    assert!(orders.windows(2).any(|pair| pair[0] != pair[1]), "{orders:?}");
}

/// A learner to whom practice is shown in an order of their own, with this number until it is recorded.
fn mixed(mix: u32) -> Learner {
    let mut question = choice("a! b c d e f");
    if let Task::Choice(prompt, _) = &mut question {
        prompt.shuffle = true;
    }
    let mut learner = Learner::new(unit(vec![page("p", "q")], vec![exercise("q", question)], Vec::new()));
    learner.mix = mix;
    learner
}

#[test]
fn every_learner_sees_mixed_options_in_an_order_of_their_own() {
    let orders: BTreeSet<Vec<usize>> = (0..100).map(|mix| mixed(mix).view("q").order).collect();
    // Of 720 orders, 100 draws show about 93 different ones.
    assert!(orders.len() > 80, "{}", orders.len());
}

#[test]
fn the_order_that_was_seen_first_stays_after_a_reload_and_while_answering() {
    let mut learner = mixed(7);
    let first = session::untouched(&learner.unit.exercises[0], learner.mix).order;
    assert_eq!(learner.view("q").order, first);
    learner.act(Command::Open(id("p")));
    for mix in 8..12 {
        // The page is opened again, with another number.
        learner.mix = mix;
        learner.act(Command::Open(id("p")));
        assert_eq!(learner.view("q").order, first);
        check(&mut learner, "q", "b");
        assert_eq!(learner.view("q").order, first);
    }
    let drawn: Vec<&Event> = learner.log.own().iter().map(|record| &record.event).collect();
    assert_eq!(drawn.iter().filter(|event| matches!(event, Event::Mixed { seed: 7 })).count(), 1, "{drawn:#?}");
}

#[test]
fn of_two_tabs_that_drew_the_earlier_order_stays() {
    let [mut one, mut two] = [mixed(3), mixed(4)];
    one.act(Command::Open(id("p")));
    two.act(Command::Open(id("p")));
    let mut all = one.log.own().to_vec();
    all.extend(two.log.own().iter().cloned().map(|mut record| {
        record.id.writer = "x".into();
        record
    }));
    let orders = [all.clone(), compact(&all), all.into_iter().rev().collect()].map(|records| fold(&records).mix);
    assert_eq!(orders, [Some(3); 3]);
}

#[test]
fn nothing_is_drawn_where_nothing_is_mixed() {
    let mut learner = learner();
    learner.act(Command::Open(id("learn")));
    assert_eq!(learner.progress().mix, None);
}

#[test]
fn a_later_exercise_shows_what_was_said_to_the_earlier_one() {
    let prompt = |after: Option<Id>| likert::Prompt { levels: items("1 2 3"), statements: items("s t"), after };
    let exercises =
        vec![exercise("early", Task::Likert(prompt(None))), exercise("late", Task::Likert(prompt(Some(id("early")))))];
    let mut learner = Learner::new(unit(vec![page("p", "early late")], exercises, Vec::new()));
    let said = |level: &str| Response::Likert(vec![(id("s"), id(level)), (id("t"), id(level))]);
    assert_eq!(learner.view("late").earlier, None);
    learner.act(Command::Check(id("early"), said("1")));
    learner.act(Command::Check(id("late"), said("3")));
    assert_eq!(learner.view("late").earlier, Some(said("1")));
    assert_eq!(learner.view("early").earlier, None);
}
