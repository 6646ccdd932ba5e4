//! Cases: a stage opens when what was asked before it is answered.

use crate::support::course::{Learner, assessed, page, unit};
use crate::support::{choice, exercise, id, ids};
use kerege::content::unit::{BlockContent, Page};
use kerege::content::{Block, Unit, prose, read};
use kerege::exercise::Response;
use kerege::session::{Command, open_stage};
use serde_json::json;

/// A page whose exercises stand in stages: the first outside the case, then one or two in each.
fn case() -> Page {
    let mut page = page("p1", "out one two three");
    for (block, stage) in page.blocks.iter_mut().zip([0, 1, 1, 2]) {
        block.stage = stage;
    }
    let end = BlockContent::Prose(prose::plain("The end."));
    page.blocks.push(Block { tracks: Vec::new(), stage: 3, content: end });
    page
}

fn stage(learner: &Learner) -> u32 {
    open_stage(&learner.scene(), &learner.unit.pages[0])
}

fn practice() -> Unit {
    let task = choice("a! b");
    let all = ["out", "one", "two", "three"].map(|name| exercise(name, task.clone()));
    unit(vec![case()], all.to_vec(), Vec::new())
}

#[test]
fn a_stage_opens_when_everything_before_it_is_checked() {
    let mut learner = Learner::new(practice());
    learner.act(Command::Open(id("p1")));
    assert_eq!(stage(&learner), 1);
    let chosen = |text: &str| Response::Choice(ids(text));
    learner.act(Command::Check(id("one"), chosen("a")));
    learner.act(Command::Enter(id("two"), chosen("b")));
    assert_eq!(stage(&learner), 1, "what is only entered is no answer");
    learner.act(Command::Check(id("two"), chosen("b")));
    assert_eq!(stage(&learner), 2, "an answer that does not hold is one, and what stands outside is not waited for");
    learner.act(Command::Retry(id("two")));
    assert_eq!(stage(&learner), 2, "another try closes nothing");
    learner.act(Command::Check(id("three"), chosen("a")));
    assert_eq!(stage(&learner), 3);
}

#[test]
fn in_an_assessment_a_stage_opens_when_everything_before_it_is_ready_and_after_handing_in() {
    let task = choice("a! b");
    let all = ["out", "one", "two", "three"].map(|name| assessed(name, task.clone()));
    let mut learner = Learner::new(unit(vec![case()], all.to_vec(), Vec::new()));
    learner.act(Command::Open(id("p1")));
    for name in ["one", "two"] {
        assert_eq!(stage(&learner), 1);
        learner.act(Command::Enter(id(name), Response::Choice(ids("b"))));
    }
    assert_eq!(stage(&learner), 2);
    learner.act(Command::HandIn);
    assert_eq!(stage(&learner), 3, "what was handed in hides nothing");
}

#[test]
fn a_page_without_a_case_has_no_stage() {
    let learner = Learner::new(unit(vec![page("p1", "one")], vec![exercise("one", choice("a! b"))], Vec::new()));
    assert_eq!(stage(&learner), 0);
}

#[test]
fn stages_are_read_and_a_stage_that_is_no_number_is_said() {
    let block = |stage: serde_json::Value| {
        let unit = json!({
            "kerege": 1, "type": "unit", "id": "u", "language": "en",
            "pages": [{ "id": "p", "ordinal": 1, "blocks": [{ "prose": "x", "stage": stage }] }],
        });
        let reading = read::unit(unit.to_string().as_bytes());
        (reading.value.expect("a unit").pages[0].blocks[0].stage, reading.findings.len())
    };
    assert_eq!(block(json!(2)), (2, 0));
    assert_eq!(block(json!("second")), (0, 1));
    assert_eq!(block(json!(-1)), (0, 1));
}
