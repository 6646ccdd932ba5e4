//! What kinds of exercise say by themselves: what is to be done, how points are given, what a verdict on a part is called.
//! It comes with their controls; a choice says its own (see [`super::choice`]).

use super::choice;
use super::words::Sign;
use crate::exercise::score::CreditRule;
use crate::exercise::{Kind, Prompt, Verdict};
use crate::view::Player;

/// What is to be done.
pub(super) fn instruction(player: Player, prompt: &Prompt) -> String {
    match prompt {
        Prompt::Choice(prompt) => choice::instruction(player, prompt),
        Prompt::Blanks(prompt) if !prompt.bank.is_empty() => {
            player.t("Press a word, then the gap that it belongs into; or choose from the list in each gap.")
        }
        Prompt::Blanks(_) => player.t("Fill in every gap."),
        Prompt::Numeric(_) => player.t("Write a number."),
        Prompt::Matching(_) => player.t("Find the partner of each item."),
        Prompt::Ordering(_) => player.t("Move the items into the right order."),
        Prompt::Categorise(_) => player.t("Choose a group for each item."),
        Prompt::Reflection(_) => player.t("Write in your own words. What you write stays on this device."),
        Prompt::Stakeholders(_) => player.t("Choose somebody, then a field of the map; or choose a place in the list."),
        Prompt::Plan(_) => {
            player.t("Fill in what you know; come back for the rest. What you write stays on this device.")
        }
        Prompt::Table(_) => player.t("Work with the data until your table answers the questions."),
        Prompt::Chart(prompt) if prompt.is_open() => {
            player.t("Set below the chart how it is drawn, until it shows what is asked.")
        }
        Prompt::Chart(_) => player.t("Read the chart, and answer below it."),
        Prompt::Coding(_) => player.t("Select what a person says, then choose a code for it."),
        Prompt::Matrix(prompt) if prompt.multiple => player.t("Choose all that hold in each row."),
        Prompt::Matrix(_) => player.t("Choose one answer in each row."),
        Prompt::Label(_) => player.t("Press a label, then its place on the picture; or choose from the lists below."),
        Prompt::Hotspot(prompt) if prompt.multiple => {
            player.t("Choose all places that hold, on the picture or in the list below.")
        }
        Prompt::Hotspot(_) => player.t("Choose one place, on the picture or in the list below."),
        Prompt::Marking(_) => player.t("Choose the words in the text."),
        Prompt::Cards(_) => {
            player.t("Turn each card over and say whether you knew it. What you do not know yet comes again.")
        }
        Prompt::Checklist(_) => player.t("Tick what is done. It stays on this device."),
        Prompt::Conversation(_) => player.t("Choose what you say. The conversation goes on from there."),
        Prompt::Scale(_) | Prompt::Likert(_) => {
            player.t("There is no right answer. What you choose stays on this device.")
        }
    }
}

/// How points are given.
pub(super) fn credit(player: Player, rule: CreditRule) -> Option<String> {
    Some(match rule {
        CreditRule::None => return None,
        CreditRule::AllOrNothing | CreditRule::RightLessWrong => return choice::credit(player, rule),
        CreditRule::PerPart => player.t("a share for each part that holds"),
        CreditRule::LongestRun => player.t("a share for each step of the longest run in order"),
        CreditRule::Near => player.t("half the points for a close number"),
        CreditRule::PerPlace => player.t("a share for each place near the author’s"),
        CreditRule::PerField => player.t("a share for each field that is filled in"),
        CreditRule::Shared => player.t("the share that both gave of all codes that you or the expert gave"),
        CreditRule::Worth => player.t("what each choice is worth, against the best conversation"),
    })
}

/// A verdict as a sign and a word.
pub(super) fn verdict(player: Player, kind: Kind, verdict: Verdict) -> (Sign, String) {
    match (verdict, kind) {
        (Verdict::Right, Kind::Ordering) => (Sign::Tick, player.t("In order")),
        (Verdict::Wrong, Kind::Ordering) => (Sign::Triangle, player.t("Out of place")),
        (Verdict::Wrong, Kind::Choice | Kind::Marking | Kind::Hotspot) => choice::verdict(player, verdict),
        (Verdict::Right, Kind::Stakeholders) => (Sign::Tick, player.t("As the author sees it")),
        (Verdict::Wrong, Kind::Stakeholders) => (Sign::Triangle, player.t("The author sees it differently")),
        (Verdict::Right, Kind::Plan) => (Sign::Tick, player.t("Filled in")),
        (Verdict::Wrong, Kind::Plan) => (Sign::Ring, player.t("Still open")),
        (Verdict::Right, Kind::Conversation) => (Sign::Tick, player.t("Leads on well")),
        (Verdict::Near, Kind::Conversation) => (Sign::Half, player.t("Helps, and more is possible")),
        (Verdict::Wrong, Kind::Conversation) => (Sign::Triangle, player.t("Does not help here")),
        (Verdict::Missed, Kind::Conversation) => (Sign::Ring, player.t("Better here")),
        (Verdict::Near, _) => (Sign::Half, player.t("Nearly right")),
        (Verdict::Wrong, _) => (Sign::Triangle, player.t("Not quite")),
        (Verdict::Right | Verdict::Missed, _) => choice::verdict(player, verdict),
    }
}
