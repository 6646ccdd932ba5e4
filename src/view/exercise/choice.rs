//! Choice: rows with a radio button or a box.

use super::sheet::Sheet;
use super::words::Sign;
use crate::content::prose::words;
use crate::content::{Id, NodeKind};
use crate::exercise::Verdict;
use crate::exercise::choice::Prompt;
use crate::exercise::score::CreditRule;
use crate::view::Player;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, chosen: &[Id]) -> Element {
    let kind = if prompt.multiple { "checkbox" } else { "radio" };
    let mixed = sheet.order.iter().filter_map(|at| prompt.options.get(*at));
    // Without an order of its own, the author's.
    let plain = prompt.options.iter().filter(|_| sheet.order.is_empty());
    into.each(mixed.chain(plain).map(|option| {
        let tick = sheet.tick(kind, "", option.id.as_str(), chosen.contains(&option.id));
        // A label does not lend the words of a figure in it.
        let is_picture = option.text.iter().any(|node| matches!(node.kind, NodeKind::Figure(_)));
        let tick = if is_picture { tick.set("aria-label", &words(&option.text)) } else { tick };
        let label = el("label", "option").put(tick).put(sheet.line("span", "text", &option.text));
        sheet.row("div", label, sheet.part(&option.id))
    }))
}

/// The right options by name.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, right: &[Id]) -> Element {
    let right = prompt.options.iter().filter(|option| right.contains(&option.id));
    into.put(el("ul", "").each(right.map(|option| sheet.line("li", "", &option.text))))
}

/// What is to be done.
pub(super) fn instruction(player: Player, prompt: &Prompt) -> String {
    match prompt.multiple {
        true => player.t("Choose all that hold."),
        false => player.t("Choose one answer."),
    }
}

/// How points are given.
pub(super) fn credit(player: Player, rule: CreditRule) -> Option<String> {
    match rule {
        CreditRule::AllOrNothing => Some(player.t("all the points or none")),
        CreditRule::RightLessWrong => Some(player.t("a share for each right choice, less one for each other choice")),
        CreditRule::None | CreditRule::PerPart | CreditRule::LongestRun | CreditRule::Near => None,
        CreditRule::PerPlace | CreditRule::PerField | CreditRule::Shared | CreditRule::Worth => None,
    }
}

/// A verdict on an option, as a sign and words. No option is nearly right.
pub(super) fn verdict(player: Player, verdict: Verdict) -> (Sign, String) {
    match verdict {
        Verdict::Right => (Sign::Tick, player.t("Right")),
        Verdict::Near | Verdict::Wrong => (Sign::Triangle, player.t("Not this one")),
        Verdict::Missed => (Sign::Ring, player.t("Right, not chosen")),
    }
}
