//! What an exercise says by itself, of whatever kind it is: its line, its buttons, what is missing, how it did.

use super::front;
use crate::content::unit::Mode;
use crate::exercise::{Kind, NotReady, Prompt, Verdict};
use crate::session::{Change, Feedback, Grade, View};
use crate::view::Player;
use crate::view::prose::element::{Build as _, el};
use web_sys::Element;

/// The class of a part that was checked.
pub(super) fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "right",
        Verdict::Near => "near",
        Verdict::Wrong => "wrong",
        Verdict::Missed => "missed",
    }
}

/// A sign beside a verdict. It is drawn by the style: no font has to be looked for that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// It holds.
    Tick,
    /// It holds in part.
    Half,
    /// It is to be looked at again.
    Triangle,
    /// It is missing.
    Ring,
}

impl Sign {
    /// Draws it, with the space after it.
    pub(super) fn draw(self, into: Element) -> Element {
        let class = match self {
            Sign::Tick => "sign tick",
            Sign::Half => "sign half",
            Sign::Triangle => "sign triangle",
            Sign::Ring => "sign ring",
        };
        into.put(el("span", class).set("aria-hidden", "true")).say(" ")
    }
}

/// The line above the question.
pub(super) fn meta(player: Player, view: &View, number: usize, of: usize) -> String {
    let mut parts = vec![match of {
        1 => player.t("Question"),
        _ => player.fill("Question {n} of {of}", &[("n", &number.to_string()), ("of", &of.to_string())]),
    }];
    if view.points > 0 {
        parts.push(player.count("{n} point", "{n} points", view.points));
    }
    parts.push(match view.mode {
        Mode::Practice => player.t("Practice"),
        Mode::Assessment => player.t("Assessment"),
    });
    if view.points > 1 {
        parts.extend(front::credit(player, view.response.kind(), view.credit));
    }
    parts.join(" · ")
}

/// What the button for checking says.
pub(super) fn check(player: Player, kind: Kind) -> String {
    match kind {
        Kind::Reflection => player.t("Compare with an example"),
        Kind::Stakeholders => player.t("Compare with the author"),
        Kind::Plan => player.t("Check what is open"),
        Kind::Coding => player.t("Compare with the expert"),
        Kind::Scale | Kind::Likert | Kind::Cards | Kind::Checklist => player.t("Note it"),
        Kind::Conversation => player.t("Look back"),
        Kind::Choice | Kind::Blanks | Kind::Numeric | Kind::Matching | Kind::Ordering | Kind::Categorise => {
            player.t("Check")
        }
        Kind::Matrix | Kind::Marking | Kind::Table | Kind::Chart | Kind::Label | Kind::Hotspot => player.t("Check"),
    }
}

/// What the button for another try says.
pub(super) fn again(player: Player, kind: Kind, grade: Grade) -> String {
    match grade {
        Grade::Noted if kind == Kind::Cards => player.t("Go through the cards again"),
        Grade::Noted => player.t("Change my answer"),
        Grade::Right | Grade::Partly | Grade::Wrong => player.t("Try again"),
    }
}

/// What is missing before it can be checked.
pub(super) fn not_ready(player: Player, kind: Kind, why: NotReady) -> String {
    match (why, kind) {
        (NotReady::HowSure, _) => player.t("Say first how sure you are."),
        (_, Kind::Numeric) => player.fill("Write a number, for example {number}.", &[("number", &player.number(12.5))]),
        (_, Kind::Conversation) => player.t("Lead the conversation to its end first."),
        (NotReady::Open(n), Kind::Blanks) => {
            player.count("{n} gap is still open.", "{n} gaps are still open.", u32::try_from(n).unwrap_or(u32::MAX))
        }
        (NotReady::Open(n), Kind::Cards) => player.count(
            "{n} card is still to be known.",
            "{n} cards are still to be known.",
            u32::try_from(n).unwrap_or(u32::MAX),
        ),
        (NotReady::Open(n), _) => player.count(
            "{n} item is still without an answer.",
            "{n} items are still without an answer.",
            u32::try_from(n).unwrap_or(u32::MAX),
        ),
        (_, Kind::Blanks) => player.t("Fill in the gaps first."),
        (_, Kind::Reflection | Kind::Plan) => player.t("Write something first. A few words are enough."),
        (NotReady::NotANumber, Kind::Table | Kind::Chart) => {
            player.fill("Write a number, for example {number}.", &[("number", &player.number(12.5))])
        }
        (_, Kind::Chart) => player.t("Answer the questions, and change the chart where one of your own is asked for."),
        (_, Kind::Table) => player.t("Answer the questions below the table first."),
        (_, Kind::Coding) => player.t("Give a code to at least one sentence first."),
        (_, Kind::Choice | Kind::Scale | Kind::Hotspot) => player.t("Choose an answer first."),
        (_, Kind::Marking) => player.t("Choose some words first."),
        (_, Kind::Cards) => player.t("Turn the first card over."),
        (_, Kind::Checklist) => player.t("Tick something first."),
        (
            _,
            Kind::Matching
            | Kind::Ordering
            | Kind::Categorise
            | Kind::Matrix
            | Kind::Likert
            | Kind::Label
            | Kind::Stakeholders,
        ) => player.t("Choose an answer for each item first."),
    }
}

/// How it did as a whole: a class, a sign, words.
pub(super) fn grade(player: Player, grade: Grade, earned: u32, of: u32) -> (&'static str, Sign, String) {
    let points = player.points(earned, of);
    let points = [("points", points.as_str())];
    match grade {
        Grade::Right => ("panel right", Sign::Tick, player.fill("That holds: {points}", &points)),
        Grade::Partly => ("panel partly", Sign::Half, player.fill("Partly there: {points}", &points)),
        Grade::Wrong => ("panel wrong", Sign::Triangle, player.fill("Not quite: {points}", &points)),
        Grade::Noted => ("panel noted", Sign::Tick, player.t("Noted.")),
    }
}

/// What is still open in a plan.
pub(super) fn summary(player: Player, view: &View, feedback: &Feedback) -> Option<String> {
    let Prompt::Plan(_) = view.prompt else { return None };
    let open = feedback.parts.iter().filter(|part| part.verdict != Verdict::Right).count();
    Some(match u32::try_from(open).unwrap_or(u32::MAX) {
        0 => player.t("Everything that has to be filled in is."),
        open => player.count("{n} field is still open.", "{n} fields are still open.", open),
    })
}

/// What is said of an author's change.
pub(super) fn change(player: Player, change: Change) -> Option<String> {
    match change {
        Change::None => None,
        Change::Kept => {
            Some(player.t("This question has changed since you answered it. Your answer and its points are kept."))
        }
        Change::AskedAgain => {
            Some(player.t("This question has changed since you answered it, so it is asked once more."))
        }
    }
}

/// How loud the button for another try is: quiet where nothing is left to gain.
pub(super) fn again_class(grade: Grade) -> &'static str {
    match grade {
        Grade::Right | Grade::Noted => "quiet",
        Grade::Partly | Grade::Wrong => "primary",
    }
}
