//! What a remark of the core means to an author, and how to mend it.

use kerege::content::check::Fault;

/// What is wrong, and the remedy.
pub(super) fn words(fault: &Fault) -> (String, String) {
    let (problem, help) = match fault {
        Fault::EqualParts(other) => (
            format!("this says the same as `{other}`"),
            "change the words, or remove one of the two: learners cannot tell them apart",
        ),
        Fault::FeedbackToNothing(id) => {
            (format!("there is feedback to `{id}`, which the exercise has not"), "correct the id")
        }
        Fault::NearIsRight => {
            ("`near` reaches no further than `tolerance`".into(), "give `near` the larger tolerance, or remove it")
        }
        Fault::NeverReached => (
            "no way leads here".into(),
            "name this turn in `next` of a choice above it, or loosen the conditions on the way; remove it where it is not needed",
        ),
        Fault::NeverOffered => (
            "this choice is never offered: its `if` cannot hold here".into(),
            "loosen the condition, or let a choice before it have an effect that makes it hold",
        ),
        Fault::NeverTaken(turn) => {
            (format!("this choice never leads to `{turn}`"), "its `if` cannot hold here: loosen it, or remove this way")
        }
        Fault::Unused => ("nothing in the conversation uses this".into(), "use it in a choice, or remove it"),
        Fault::NoPoints => {
            ("an assessment exercise without points".into(), "give it `points`, or make it `mode: practice`")
        }
        Fault::NeverScored => ("this kind is never scored".into(), "remove `mode: assessment`"),
        Fault::UnknownExercise(id) => (
            format!("there is no exercise `{id}` to compare with"),
            "let `after` name an exercise of this module that is answered earlier",
        ),
        Fault::NotAlike(id) => (
            format!("this cannot be compared with `{id}`"),
            "let both have the same kind and the same points, or the same levels and statements with the same ids",
        ),
        Fault::NoAttempts => (
            "an assessment exercise in a unit that cannot be handed in".into(),
            "add `assessment: { attempts: 3 }` to the unit's front matter",
        ),
        Fault::NothingToHandIn => (
            "the unit has attempts, but no assessment exercise".into(),
            "add `mode: assessment` to its exercises, or remove `assessment:` from the front matter",
        ),
        Fault::EmptyPage => ("the page is empty".into(), "write something below its heading, or remove it"),
        Fault::EmptyTrack => ("the track has no pages".into(), "add `tracks=…` to the headings of its pages"),
        Fault::UnknownTrack(id) => (format!("there is no track `{id}`"), "name a track of module.yaml"),
        Fault::UnknownObjective(id) => (format!("there is no objective `{id}`"), "name an objective of module.yaml"),
        Fault::IdleObjective => (
            "no exercise exercises this objective".into(),
            "name it in `objectives:` of an exercise, or remove it: what is not practised is not learnt",
        ),
        Fault::TooFew(draws, has) => {
            (format!("the pool draws {draws} of {has}"), "add exercises with this `pool:`, or draw fewer")
        }
        Fault::DrawsNothing => ("the pool draws nothing".into(), "let `draw` be 1 or more"),
        Fault::PracticeInPool(id) => {
            (format!("a practice exercise in the pool `{id}`"), "add `mode: assessment`: only assessments are drawn")
        }
        Fault::UnequalPoints(own, pool) => (
            format!("the exercise gives {own}, its pool {pool} points"),
            "all exercises of a pool give the points that the pool says: add `points:`",
        ),
        Fault::PoolNowhere => ("no page shows the pool".into(), "put its block onto a page"),
        Fault::UnknownPool(id) => (format!("there is no pool `{id}`"), "name a pool of this unit"),
        Fault::UnknownUnit(id) => (format!("there is no unit `{id}`"), "name a unit by the `id` in its front matter"),
        Fault::UnitNotInTrack(id) => {
            (format!("the track has no pages of the unit `{id}`"), "add the track to its pages, or remove this rule")
        }
        Fault::NothingToScore => (
            "nobody can meet this rule: there are no assessment points".into(),
            "add assessment exercises to the track, or remove this rule",
        ),
        Fault::NothingToAnswer => (
            "nobody can meet this rule: there are no exercises".into(),
            "add exercises to the track, or remove this rule",
        ),
        Fault::AsksTooMuch(n, of) => {
            (format!("nobody can meet this rule: it asks for {n} of {of}"), "ask for fewer, or add rules")
        }
        Fault::AsksNothing => ("this rule asks for nothing".into(), "remove it, or ask for more than 0"),
        Fault::NoAward => ("the track has no award".into(), "add `awards: [{ id: completed, title: Completed }]`"),
        Fault::AwardWithoutRule => {
            ("this award is the same as the one before".into(), "give it a `rule` that asks for more than the track's")
        }
        Fault::AwardNotHarder => (
            "this award asks for nothing that is not asked for already".into(),
            "ask for more than the track and the awards before do, or remove it",
        ),
    };
    (problem, help.to_owned())
}
