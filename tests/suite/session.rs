//! The session: what each command leads to, and what a view may see.

use crate::support::course::{Learner, assessed, in_tracks, page, pool, track, unit};
use crate::support::{choice, exercise, id, ids, items};
use kerege::content::module::Counts;
use kerege::content::unit::Exercise;
use kerege::content::{Prose, Rule, Unit, prose};
use kerege::exercise::{NotReady, Response, Task, Verdict, coding, ordering, reflection};
use kerege::port::Moment;
use kerege::progress::Event;
use kerege::session::{self, Change, Command, Feedback, Grade, Notice, Phase, SittingPhase};

/// A unit with a page to practise on and a page with an assessment: two fixed exercises and two drawn of four.
fn lesson() -> Unit {
    let hints = ["look", "count"].map(prose::plain).to_vec();
    let practice = Exercise { hints, answer: prose::plain("because"), ..exercise("q1", choice("a! b c")) };
    let essay = Task::Reflection(
        reflection::Prompt { criteria: Vec::new(), rubric: Vec::new() },
        reflection::Key { model: prose::plain("so") },
    );
    let order = Task::Ordering(ordering::Prompt { items: items("b a c") }, ordering::Key { order: ids("a b c") });
    unit(
        vec![page("learn", "q1 q2 q3"), page("test", "a1 a2 *drawn")],
        vec![
            practice,
            exercise("q2", choice("a! b! c")),
            exercise("q3", essay),
            assessed("a1", choice("a! b")),
            assessed("a2", order),
            assessed("d1", choice("a! b")),
            assessed("d2", choice("a! b")),
            assessed("d3", choice("a! b")),
            assessed("d4", choice("a! b")),
        ],
        vec![pool("drawn", 2, "d1 d2 d3 d4")],
    )
}

fn learner() -> Learner {
    Learner::new(lesson())
}

/// A learner who has opened the assessment.
fn examinee() -> Learner {
    let mut learner = learner();
    learner.act(Command::Open(id("test")));
    learner
}

fn chosen(options: &str) -> Response {
    Response::Choice(ids(options))
}

fn check(learner: &mut Learner, exercise: &str, options: &str) -> Option<Notice> {
    learner.act(Command::Check(id(exercise), chosen(options)))
}

fn enter(learner: &mut Learner, exercise: &str, response: Response) {
    learner.act(Command::Enter(id(exercise), response));
}

/// Hands in with so many right answers to the choices of the paper, the others wrong.
fn hand_in(learner: &mut Learner, right: usize) {
    let choices: Vec<String> = learner.paper().into_iter().filter(|name| name != "a2").collect();
    for (index, name) in choices.iter().enumerate() {
        enter(learner, name, chosen(if index < right { "a" } else { "b" }));
    }
    assert_eq!(learner.act(Command::HandIn), Some(Notice::HandedIn));
}

fn feedback<'a>(learner: &'a Learner, exercise: &str) -> Feedback<'a> {
    match learner.view(exercise).phase {
        Phase::Checked(feedback) => *feedback,
        Phase::Open => panic!("{exercise} has no feedback"),
    }
}

fn is_open(learner: &Learner, exercise: &str) -> bool {
    learner.view(exercise).phase == Phase::Open
}

// Practice

#[test]
fn an_answer_to_a_practice_exercise_is_checked_at_once() {
    let mut learner = learner();
    assert!(is_open(&learner, "q1"));
    for (options, grade, earned) in [("b", Grade::Wrong, 0), ("a", Grade::Right, 4)] {
        assert_eq!(check(&mut learner, "q1", options), Some(Notice::Checked));
        let feedback = feedback(&learner, "q1");
        assert_eq!((feedback.grade, feedback.earned, feedback.of, feedback.may_retry), (grade, earned, 4, true));
    }
    check(&mut learner, "q2", "a");
    assert_eq!(feedback(&learner, "q2").grade, Grade::Partly);
    assert_eq!(learner.progress().exercises.get(&id("q1")).map(|one| one.tries), Some(2));
}

#[test]
fn what_cannot_be_scored_yet_is_said_and_not_recorded() {
    let mut learner = learner();
    assert_eq!(check(&mut learner, "q1", ""), Some(Notice::NotReady(NotReady::Empty)));
    assert_eq!(learner.log.all().count(), 0);
    assert!(is_open(&learner, "q1"));
}

#[test]
fn hints_open_one_at_a_time_until_there_are_no_more() {
    let mut learner = learner();
    for (n_open, notice) in [(1, Some(Notice::Hint)), (2, Some(Notice::Hint)), (2, None)] {
        assert_eq!(learner.act(Command::Hint(id("q1"))), notice);
        let view = learner.view("q1");
        assert_eq!((view.hints.len(), view.hints_left), (n_open, 2 - n_open));
    }
    assert_eq!(learner.act(Command::Hint(id("q2"))), None);
}

#[test]
fn no_hint_is_offered_where_there_is_nothing_left_to_find() {
    let mut learner = learner();
    let mut left = |command: Command| {
        learner.act(command);
        learner.view("q1").hints_left
    };
    let check = |options: &str| Command::Check(id("q1"), chosen(options));
    assert_eq!(left(check("b")), 2);
    assert_eq!(left(Command::Show(id("q1"))), 0);
    assert_eq!(left(Command::Retry(id("q1"))), 2);
    assert_eq!(left(check("a")), 0);
}

#[test]
fn the_answer_is_shown_only_after_a_try() {
    let mut learner = learner();
    assert!(!learner.view("q1").may_show);
    assert_eq!(learner.act(Command::Show(id("q1"))), None);
    check(&mut learner, "q1", "b");
    assert!(learner.view("q1").may_show);
    assert_eq!(feedback(&learner, "q1").model, None);
    // Naming the one right option as missed would show it.
    assert!(feedback(&learner, "q1").parts.iter().all(|part| part.verdict != Verdict::Missed));
    assert_eq!(learner.act(Command::Show(id("q1"))), Some(Notice::Shown));
    let model = feedback(&learner, "q1").model.expect("the model answer");
    assert_eq!((model.response, model.why), (Some(chosen("a")), &prose::plain("because")));
    assert!(!learner.view("q1").may_show);
}

#[test]
fn why_it_is_right_is_said_with_a_right_answer_without_asking() {
    let mut learner = learner();
    check(&mut learner, "q1", "a");
    let model = feedback(&learner, "q1").model.expect("why");
    assert_eq!((model.response, model.why), (None, &prose::plain("because")));
}

#[test]
fn a_reflection_is_noted_and_its_model_text_shown_after_writing() {
    let mut learner = learner();
    let text = |text: &str| Response::Reflection { text: text.into(), met: Vec::new(), levels: Vec::new() };
    assert_eq!(learner.act(Command::Check(id("q3"), text("  "))), Some(Notice::NotReady(NotReady::Empty)));
    learner.act(Command::Check(id("q3"), text("My own question")));
    let feedback = feedback(&learner, "q3");
    assert_eq!(feedback.grade, Grade::Noted);
    assert_eq!(feedback.model.and_then(|model| model.text), Some(&prose::plain("so")));
    assert!(!learner.view("q3").may_show);
}

#[test]
fn trying_again_keeps_the_answer_as_it_was() {
    let mut learner = learner();
    check(&mut learner, "q1", "b");
    learner.act(Command::Retry(id("q1")));
    let view = learner.view("q1");
    assert_eq!((view.response, view.phase), (chosen("b"), Phase::Open));
}

#[test]
fn the_answer_is_shown_beside_what_was_checked_and_not_beside_what_was_entered_since() {
    let mut learner = learner();
    check(&mut learner, "q1", "b");
    learner.act(Command::Retry(id("q1")));
    enter(&mut learner, "q1", chosen("c"));
    learner.act(Command::Show(id("q1")));
    assert_eq!(learner.view("q1").response, chosen("b"));
    assert!(feedback(&learner, "q1").model.is_some());
}

#[test]
fn what_was_entered_is_there_when_the_learner_comes_back() {
    let mut learner = learner();
    enter(&mut learner, "q2", chosen("b"));
    assert_eq!(learner.view("q2").response, chosen("b"));
    assert!(is_open(&learner, "q2"));
}

#[test]
fn what_makes_no_sense_leads_to_nothing() {
    let mut learner = examinee();
    let before = learner.log.all().count();
    for command in [
        Command::Open(id("nowhere")),
        Command::Check(id("nothing"), chosen("a")),
        Command::Check(id("q1"), Response::Numeric("1".into())),
        Command::Check(id("q1"), chosen("zz")),
        Command::Enter(id("q1"), chosen("zz")),
        Command::Enter(id("a1"), Response::Scale(Some(1))),
        Command::Check(id("a1"), chosen("a")),
        Command::Hint(id("a1")),
        Command::Show(id("a1")),
        Command::Retry(id("a1")),
        Command::Retry(id("q1")),
        Command::Reveal,
        Command::Retake,
    ] {
        assert_eq!(learner.act(command.clone()), None, "{command:?}");
        assert_eq!(learner.log.all().count(), before, "{command:?}");
    }
}

#[test]
fn a_page_is_noted_when_it_is_opened_and_not_when_it_is_opened_again() {
    let mut learner = learner();
    for (page, seen) in [("learn", 1), ("learn", 1), ("test", 2), ("learn", 2)] {
        learner.act(Command::Open(id(page)));
        assert_eq!(learner.progress().seen.len(), seen);
        assert_eq!(learner.progress().last, Some((id("u1"), id(page))));
    }
}

// Assessment

#[test]
fn a_sitting_begins_when_a_page_of_the_assessment_is_opened() {
    let mut learner = learner();
    learner.act(Command::Open(id("learn")));
    assert_eq!(learner.paper(), ["a1", "a2"]);
    learner.act(Command::Open(id("test")));
    assert_eq!(learner.paper().len(), 4);
    let sitting = learner.sitting();
    assert_eq!((sitting.number, sitting.attempts, sitting.handed_in, sitting.of), (1, 3, 0, 16));
    let paper = learner.paper();
    learner.act(Command::Open(id("learn")));
    learner.act(Command::Open(id("test")));
    assert_eq!(learner.paper(), paper);
}

#[test]
fn there_is_no_feedback_before_handing_in() {
    let mut learner = examinee();
    enter(&mut learner, "a1", chosen("a"));
    let view = learner.view("a1");
    assert_eq!((view.phase, view.may_show, view.hints.len(), view.hints_left), (Phase::Open, false, 0, 0));
    assert_eq!(learner.sitting().answered, 1);
    learner.act(Command::HandIn);
    assert_eq!(feedback(&learner, "a1").grade, Grade::Right);
    assert_eq!(feedback(&learner, "a1").model.map(|model| model.response), Some(None));
}

#[test]
fn what_was_handed_in_waits_for_no_answer_until_it_is_begun_again() {
    let mut learner = examinee();
    let waiting = |learner: &Learner| {
        let scene = learner.scene();
        scene.unit.pages.iter().map(|page| session::waiting(&scene, page)).collect::<Vec<_>>()
    };
    let before = waiting(&learner);
    assert!(before.iter().sum::<usize>() > 3, "{before:?}");
    learner.act(Command::HandIn);
    let [learn, test] = waiting(&learner)[..] else { panic!("two pages") };
    assert_eq!((learn, test), (before[0], 0));
    learner.act(Command::Retake);
    assert_eq!(waiting(&learner), before);
}

#[test]
fn handing_in_twice_is_handing_in_once() {
    let mut learner = examinee();
    hand_in(&mut learner, 3);
    assert_eq!(learner.act(Command::HandIn), None);
    assert_eq!(learner.sitting().handed_in, 1);
}

#[test]
fn what_was_handed_in_cannot_be_changed() {
    let mut learner = examinee();
    hand_in(&mut learner, 0);
    enter(&mut learner, "a1", chosen("a"));
    assert_eq!(learner.view("a1").response, chosen("b"));
    assert_eq!(feedback(&learner, "a1").earned, 0);
}

#[test]
fn an_exercise_that_nobody_touched_earns_nothing_also_where_its_order_is_partly_right() {
    let mut learner = examinee();
    learner.act(Command::HandIn);
    assert_eq!(learner.sitting().phase, SittingPhase::HandedIn { earned: 0, of: 16 });
    for name in learner.paper() {
        let feedback = feedback(&learner, &name);
        assert_eq!((feedback.grade, feedback.earned), (Grade::Wrong, 0), "{name}");
    }
}

#[test]
fn the_points_of_the_exercises_add_up_to_those_of_the_sitting() {
    let mut learner = examinee();
    enter(&mut learner, "a1", chosen("a"));
    enter(&mut learner, "a2", Response::Ordering(ids("b a c")));
    learner.act(Command::HandIn);
    let earned: u32 = learner.paper().iter().map(|name| feedback(&learner, name).earned).sum();
    assert_eq!(learner.sitting().phase, SittingPhase::HandedIn { earned, of: 16 });
    assert_eq!(earned, 4 + 2);
}

#[test]
fn what_was_emptied_again_is_no_answer() {
    let mut learner = examinee();
    enter(&mut learner, "a1", chosen("a"));
    enter(&mut learner, "a1", chosen(""));
    assert_eq!(learner.sitting().answered, 0);
    learner.act(Command::HandIn);
    assert_eq!(learner.progress().answered(&id("u1"), &id("full")), 0);
}

#[test]
fn an_assessment_can_be_handed_in_as_often_as_its_author_says() {
    let mut learner = examinee();
    for attempt in 1..=3 {
        assert_eq!(learner.sitting().number, attempt);
        hand_in(&mut learner, 1);
        assert_eq!(learner.sitting().may_retake(), attempt < 3);
        let notice = learner.act(Command::Retake);
        assert_eq!(notice, (attempt < 3).then_some(Notice::Began));
    }
    assert_eq!(learner.sitting().handed_in, 3);
    assert_eq!(learner.act(Command::HandIn), None);
}

#[test]
fn another_attempt_is_an_empty_paper_with_a_new_draw() {
    let mut learner = examinee();
    let mut papers = vec![learner.paper()];
    for _ in 0..2 {
        hand_in(&mut learner, 0);
        learner.act(Command::Retake);
        assert_eq!(learner.sitting().answered, 0);
        assert_eq!(learner.view("a1").response, chosen(""));
        assert!(is_open(&learner, "a1"));
        papers.push(learner.paper());
    }
    assert!(papers.iter().any(|paper| *paper != papers[0]), "{papers:?}");
    assert!(papers.iter().all(|paper| paper.len() == 4 && paper[..2] == ["a1", "a2"]));
}

#[test]
fn the_best_attempt_counts() {
    let mut learner = examinee();
    for (right, best) in [(1, 4), (3, 12), (2, 12)] {
        hand_in(&mut learner, right);
        assert_eq!(learner.sitting().counts, Some((best, 16)));
        learner.act(Command::Retake);
    }
}

#[test]
fn once_the_answers_are_shown_no_further_attempt_begins() {
    let mut learner = examinee();
    assert_eq!(learner.act(Command::Reveal), None);
    hand_in(&mut learner, 1);
    assert_eq!(feedback(&learner, "a2").model, None);
    assert_eq!(learner.act(Command::Reveal), Some(Notice::Shown));
    assert_eq!(feedback(&learner, "a2").model.and_then(|model| model.response), Some(Response::Ordering(ids("a b c"))));
    assert!(!learner.sitting().may_retake());
    assert_eq!(learner.act(Command::Retake), None);
    assert_eq!(learner.act(Command::Reveal), None);
    assert_eq!(learner.sitting().counts, Some((4, 16)));
}

#[test]
fn an_exercise_that_stands_on_a_page_in_parts_is_handed_in_once() {
    let mut learner = learner();
    learner.unit.pages = vec![page("one", "a1"), page("two", "a1 a1 *drawn *drawn")];
    learner.act(Command::Open(id("one")));
    assert_eq!(learner.paper().len(), 3);
    hand_in(&mut learner, 3);
    assert_eq!(learner.sitting().counts, Some((12, 12)));
}

#[test]
fn a_sitting_whose_beginning_was_lost_begins_again() {
    let mut learner = learner();
    let draft = Event::Draft { unit: id("u1"), exercise: id("a1"), sitting: 1, response: chosen("a") };
    learner.log.append(vec![draft], Moment(1));
    learner.act(Command::Open(id("test")));
    assert_eq!(learner.paper().len(), 4);
    assert_eq!(learner.sitting().number, 1);
    assert_eq!(learner.view("a1").response, chosen("a"));
}

#[test]
fn there_is_nothing_to_hand_in_where_nothing_began() {
    let mut learner = learner();
    assert_eq!(learner.act(Command::HandIn), None);
    learner.unit.pages = vec![page("learn", "q1")];
    learner.act(Command::Open(id("learn")));
    assert_eq!(learner.act(Command::HandIn), None);
}

// Editions

#[test]
fn a_change_of_words_leaves_no_trace() {
    let mut learner = learner();
    check(&mut learner, "q1", "b");
    learner.unit.exercises[0].text = prose::plain("What holds?");
    assert_eq!(learner.view("q1").change, Change::None);
}

#[test]
fn an_answer_to_an_earlier_revision_is_kept_where_it_still_has_a_meaning() {
    let mut learner = learner();
    check(&mut learner, "q1", "b");
    for (options, change, response) in
        [("b! a c", Change::Kept, "b"), ("a! b", Change::Kept, "b"), ("a! c d", Change::AskedAgain, "")]
    {
        learner.unit.exercises[0] = Exercise { revision: 2, ..exercise("q1", choice(options)) };
        let view = learner.view("q1");
        assert_eq!((view.change, view.response), (change, chosen(response)), "{options}");
    }
}

#[test]
fn an_exercise_that_is_asked_again_shows_its_answer_only_after_a_new_try() {
    let mut learner = learner();
    check(&mut learner, "q1", "b");
    learner.unit.exercises[0] = Exercise { revision: 2, ..exercise("q1", choice("a! c")) };
    assert!(!learner.view("q1").may_show);
    assert_eq!(learner.act(Command::Show(id("q1"))), None);
    assert_eq!(learner.act(Command::Retry(id("q1"))), None);
    check(&mut learner, "q1", "c");
    assert!(learner.view("q1").may_show);
    assert_eq!(learner.view("q1").change, Change::None);
}

#[test]
fn points_that_were_handed_in_are_kept_when_the_key_changes() {
    let mut learner = examinee();
    hand_in(&mut learner, 3);
    let before = learner.sitting().counts;
    let a1 = learner.unit.exercises.iter_mut().find(|exercise| exercise.id == id("a1")).expect("a1");
    *a1 = Exercise { revision: 2, ..assessed("a1", choice("a b!")) };
    assert_eq!(learner.sitting().counts, before);
    assert_eq!(feedback(&learner, "a1").earned, 4);
    assert_eq!(learner.view("a1").change, Change::Kept);
    let a1 = learner.unit.exercises.iter_mut().find(|exercise| exercise.id == id("a1")).expect("a1");
    *a1 = Exercise { revision: 3, ..assessed("a1", choice("x! y")) };
    assert_eq!(feedback(&learner, "a1").earned, 4);
    assert_eq!(learner.sitting().counts, before);
}

// Tracks

#[test]
fn an_exercise_of_another_track_is_no_part_of_the_assessment() {
    let mut learner = learner();
    learner.module.tracks.push(track("short", Rule::All(Vec::new())));
    learner.module.units[0].counts.push(Counts { pages: 1, exercises: 1, points: 4 });
    learner.unit.pages[1].blocks[1].tracks = in_tracks("full");
    learner.unit.pages[1].blocks[2].tracks = in_tracks("full");
    learner.track = 1;
    learner.act(Command::Open(id("test")));
    assert_eq!(learner.paper(), ["a1"]);
    hand_in(&mut learner, 1);
    assert_eq!(learner.sitting().counts, Some((4, 4)));
}

#[test]
fn changing_the_track_keeps_what_was_done() {
    let mut learner = learner();
    learner.module.tracks.push(track("short", Rule::All(Vec::new())));
    learner.module.units[0].counts.push(Counts { pages: 1, exercises: 1, points: 0 });
    learner.unit.pages[0].tracks = in_tracks("full");
    learner.act(Command::Open(id("learn")));
    check(&mut learner, "q1", "a");
    for (track, seen, answered) in [("full", 1, 1), ("short", 0, 0), ("full", 1, 1)] {
        learner.log.append(vec![Event::Chosen { track: id(track) }], Moment(i64::MAX / 2));
        assert_eq!(learner.progress().track, Some(id(track)));
        assert_eq!(learner.progress().pages_seen(&id("u1"), &id(track)), seen);
        assert_eq!(learner.progress().answered(&id("u1"), &id(track)), answered);
    }
}

#[test]
fn a_view_never_sees_the_key_of_an_open_exercise() {
    let mut learner = examinee();
    enter(&mut learner, "q1", chosen("b"));
    for name in ["q1", "q2", "q3", "a1", "a2"] {
        let shown = format!("{:?}", learner.view(name));
        let because: Prose = prose::plain("because");
        assert!(!shown.contains("Key"), "{name}");
        assert!(!shown.contains(&format!("{because:?}")), "{name}");
        assert!(!shown.contains(&format!("{:?}", Verdict::Missed)), "{name}");
    }
}

/// A coding of two sentences; the expert gave the code to the first, for a reason.
fn coding_task() -> Task {
    let sentence = |name: &str| coding::Sentence { id: id(name), text: name.into() };
    let turns = vec![coding::Turn { speaker: String::new(), sentences: vec![sentence("s1"), sentence("s2")] }];
    let key = coding::Key { codes: vec![(id("s1"), ids("a"))], why: vec![(id("s1"), prose::plain("because"))] };
    Task::Coding(coding::Prompt { codes: items("a"), means: Vec::new(), may_add: true, turns }, key)
}

#[test]
fn a_coding_in_practice_stands_beside_the_experts_at_once_and_in_an_assessment_when_it_is_asked_for() {
    let exercises = vec![exercise("q1", coding_task()), assessed("a1", coding_task())];
    let mut learner = Learner::new(unit(vec![page("learn", "q1"), page("test", "a1")], exercises, Vec::new()));
    learner.act(Command::Open(id("test")));
    let mut given = coding::Given::default();
    given.set(&id("s2"), &id("a"), Some(None));
    let response = Response::Coding(given);
    let seen = |learner: &Learner, exercise: &str| {
        let feedback = feedback(learner, exercise);
        let comparison = feedback.comparison.as_ref().expect("a comparison");
        let reasons = feedback.parts.iter().filter(|part| part.feedback.is_some()).count();
        (comparison.codes.len(), comparison.placed.len(), reasons)
    };
    learner.act(Command::Check(id("q1"), response.clone()));
    assert_eq!(seen(&learner, "q1"), (1, 2, 1));
    learner.act(Command::Enter(id("a1"), response));
    learner.act(Command::HandIn);
    assert_eq!(seen(&learner, "a1"), (1, 1, 0));
    learner.act(Command::Reveal);
    assert_eq!(seen(&learner, "a1"), (1, 2, 1));
}
