//! The author's form of a conversation, as its guide shows it, and what the checker proves.

use crate::folder::{Folder, example, wounded};
use kerege::exercise::{Task, answer, mark};

/// The page of the author's guide.
const GUIDE: &str = include_str!("../../../docs/authors/kinds/conversation.md");

/// The healthy module with the example, in which `old` was replaced by `new`.
fn with(old: &str, new: &str) -> Folder {
    Folder::with(&wounded(example(GUIDE, 0), old, new))
}

#[test]
fn the_example_of_the_guide_is_built_with_its_points() {
    let folder = with("", "");
    assert_eq!(folder.said(), Vec::<String>::new());
    let exercise = folder.exercise("late-book");
    let Task::Conversation(prompt, _) = &exercise.task else { panic!("a conversation") };
    assert_eq!((prompt.with.as_str(), prompt.turns.len(), prompt.techniques.len()), ("Marat", 5, 3));
    assert_eq!(exercise.points, 5, "two good choices and a good ending");
    let model = answer(&exercise).expect("a model answer");
    assert_eq!(mark(&exercise, &model).map(|score| score.earned), Ok(5));
}

#[test]
fn what_is_wrong_is_said_where_it_is() {
    for (old, new, expected) in [
        ("next: tells", "next: tell", &["there is no turn `tell`"][..]),
        ("      - id: mirror", "      - id: door", &["the id `door` stands twice in this exercise"]),
        (
            "        next: back\n        feedback: You say",
            "        next: door\n        feedback: You say",
            &["`door` does not stand below this turn"],
        ),
        ("technique: reflection", "technique: mirroring", &["there is no technique `mirroring`"]),
        ("effects: { trust: -2 }", "effects: { hope: -2 }", &["there is no variable `hope`"]),
        ("effects: { trust: -2 }", "effects: { trust: 0 }", &["an effect is a whole number other than 0"]),
        ("effects: { trust: -2 }", "effects: trust", &["`effects` has to hold fields"]),
        ("{ if: trust >= 2, to: back }", "{ if: hope >= 2, to: back }", &["there is no variable `hope`"]),
        ("{ if: trust >= 2, to: back }", "{ if: trust is good, to: back }", &["`trust is good` is no condition"]),
        ("{ if: trust >= 2, to: back }", "{ to: back }", &["the ways below this one are never taken"]),
        ("          - { to: away }\n", "", &["there may be no way on from here"]),
        ("start: 2, from: 0", "start: 9, from: 0", &["a variable starts between `from` and `to`"]),
        ("start: 2, from: 0", "start: 2, from: low", &["`from` has to be a whole number"]),
        ("    ends: Marat leaves.\n", "", &["the conversation stops here"]),
        ("    says: I finished", "    ends: Over.\n    says: I finished", &["an ending has no choices"]),
        (
            "    says: I finished",
            "    worth: 1\n    says: I finished",
            &["a turn that goes on has no `worth` and no `feedback`"],
        ),
        (
            "        text: And the book?",
            "        text: And the book?\n        worth: 200",
            &["nothing is worth more than 100"],
        ),
    ] {
        assert_eq!(with(old, new).said(), expected, "{old:?} → {new:?}");
    }
}

#[test]
fn what_can_never_happen_is_said() {
    for (old, new, expected) in [
        ("{ if: trust >= 2, to: back }", "{ if: trust >= 4, to: back }", "this choice never leads to `back`"),
        ("{ if: trust >= 2, to: back }", "{ if: trust >= 0, to: back }", "this choice never leads to `away`"),
        (
            "        text: And the book?",
            "        text: And the book?\n        if: trust > 2",
            "this choice is never offered: its `if` cannot hold here",
        ),
        (
            "  - id: away\n",
            "  - id: nowhere\n    ends: Nobody comes here.\n    says: Where am I?\n  - id: away\n",
            "no way leads here",
        ),
        (
            "  - { id: reflection, text: Reflection }\n",
            "  - { id: reflection, text: Reflection }\n  - { id: summary, text: Summary }\n",
            "nothing in the conversation uses this",
        ),
        (
            "        text: Three weeks are three weeks.",
            "        text: You liked the book, and the date has kept you away.",
            "this says the same as `mirror`",
        ),
    ] {
        assert_eq!(with(old, new).said(), [expected], "{old:?} → {new:?}");
    }
}

#[test]
fn a_conversation_is_worth_something_and_can_be_followed() {
    let worth = |line: &&str| line.contains("worth:");
    let worthless: String =
        example(GUIDE, 0).lines().filter(|line| !worth(line)).map(|line| [line, "\n"].concat()).collect();
    assert_eq!(Folder::with(&worthless).said(), ["nothing in this conversation is worth anything"]);

    let turns = (0..24).map(|at| {
        let next = if at == 23 { "end".to_owned() } else { format!("t{}", at + 1) };
        let choice =
            |v: usize| format!("      - {{ id: t{at}c{v}, text: \"{v}\", effects: {{ v{v}: 1 }}, next: {next} }}\n");
        format!("  - id: t{at}\n    says: x\n    choices:\n{}", (0..4).map(choice).collect::<String>())
    });
    let variables: String =
        (0..4).map(|v| format!("  - {{ id: v{v}, text: V{v}, start: 0, from: 0, to: 50 }}\n")).collect();
    let turns: String = turns.collect();
    let endless = format!(
        "\n```conversation\nid: long\nprompt: x\nvariables:\n{variables}turns:\n{turns}  - {{ id: end, ends: End, says: x, worth: 1 }}\n```\n"
    );
    assert_eq!(Folder::with(&endless).said(), ["more than 4000 things can happen in this conversation"]);
}
