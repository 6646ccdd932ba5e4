//! What is said of a licence: each refusal in its own words, with what to do and whom to turn to.

use super::super::Player;
use super::super::prose::element::{Build, el};
use super::super::ui::{button, p, text};
use super::unlock::refusal;
use crate::json::Value;
use crate::port::Moment;
use crate::trust::About;
use web_sys::Element;

/// Why a licence does not open this module: what is the matter, and what can be done.
pub(super) fn refused(player: Player, said: &Value) -> Vec<Element> {
    let about = said.get("licence").and_then(About::read).unwrap_or_default();
    let at = || day(player, said.get("at").and_then(Value::as_i64).map(Moment).unwrap_or_default());
    let last = said.get("last").and_then(Value::as_i64).unwrap_or_default().to_string();
    let (heading, what) = match refusal(said) {
        "unreadable" => (
            player.t("This is no licence"),
            player.t("Perhaps a part is missing. Copy the whole link, or open the whole file, and try again."),
        ),
        "other-organiser" => (
            player.t("This licence is from somebody else"),
            player.fill(
                "It names {organiser}, and it is not signed with a key that is known on this site. Open it at the address that came with it.",
                &[("organiser", &about.organiser)],
            ),
        ),
        "altered" => (
            player.t("This licence was altered"),
            player.t("It is not what the organiser signed: a sign may have been lost when it was copied. Use the link, the file or the card as you got it."),
        ),
        "key-out-of-use" => (
            player.t("This licence was signed with a key that is out of use"),
            player.t("The organiser has to issue it again."),
        ),
        "clock-set-back" => (
            player.t("The clock of this device was set back"),
            player.fill(
                "It was already {date} here. Set date and time right, then try again. If the clock was wrong before and is right now, say so below.",
                &[("date", &at())],
            ),
        ),
        "not-yet" => (
            player.fill("This licence begins on {date}", &[("date", &at())]),
            player.t("If that day is past, the clock of this device is behind: set date and time right, then try again."),
        ),
        "expired" => (
            player.fill("This licence ended on {date}", &[("date", &before(player, said))]),
            player.t("What you have done stays on this device. With a new licence you go on where you stopped."),
        ),
        "other-course" => (
            player.t("This licence is for another course"),
            player.t("Open it on the page of that course, or on the page with all courses."),
        ),
        "other-edition" => (
            player.fill("This licence goes up to edition {n}", &[("n", &last)]),
            player.t("Here is a later edition. What you have done stays on this device."),
        ),
        "revoked" => (
            player.fill("This licence was revoked on {date}", &[("date", &at())]),
            player.t("What you have done stays on this device. If you got a new licence instead, open it here."),
        ),
        "needs-code" => (
            player.t("This licence is locked with a code"),
            player.t("The code came to you apart from it: four groups of four letters and digits."),
        ),
        "no-code" => (
            player.t("That is not a whole code"),
            player.t("A code has 16 letters and digits. Hyphens, spaces and capitals do not matter."),
        ),
        "other-code" => (
            player.t("The code does not fit this licence"),
            player.t("Look at it once more: you can try as often as you like. Perhaps it belongs to another card."),
        ),
        "no-ciphers" => (
            player.t("This browser cannot open licences here"),
            player.t("It does that only on pages whose address begins with https. If it does, the browser is too old: update it."),
        ),
        // The organiser sealed this edition with another key than the one in the licence.
        _ => (
            player.t("This licence does not fit this edition"),
            player.t("The organiser has sealed it in another way than your licence expects."),
        ),
    };
    let mut shown = vec![super::panel::heading(&heading), p(&what)];
    if refusal(said) == "clock-set-back" {
        let right = button("", "clock-right", &player.t("My clock was wrong and is right now"));
        shown.push(el("p", "actions").put(right));
    }
    if !matches!(refusal(said), "needs-code" | "no-code" | "other-code" | "no-ciphers") {
        shown.extend(turn_to(player, &about));
    }
    shown
}

/// Whom to turn to.
pub(super) fn turn_to(player: Player, about: &About) -> Option<Element> {
    if about.organiser.is_empty() {
        return None;
    }
    let line = el("p", "small").say(&player.t("If you need help with your licence, write to:")).say(" ");
    // Only addresses with https: are read at all.
    let link = text("a", "", &about.organiser).set("href", &about.url).set("rel", "noreferrer");
    Some(line.put(link))
}

/// Whether a licence was looked up on the organiser's list.
pub(super) fn standing(player: Player, said: &Value) -> String {
    match said.get("standing").and_then(Value::as_str) {
        Some("valid") => {
            let at = day(player, said.get("at").and_then(Value::as_i64).map(Moment).unwrap_or_default());
            player.fill("Valid: it is not on the organiser's list of revoked licences of {date}.", &[("date", &at)])
        }
        _ => player.t(
            "Not checked: the organiser's list of revoked licences could not be had. It is looked up the next time that there is a network.",
        ),
    }
}

/// Until when a licence opens; the last day that belongs to it.
pub(super) fn until(player: Player, about: &About) -> String {
    match about.until {
        Some(until) => player.fill("until {date}", &[("date", &day(player, Moment(until.0 - 1)))]),
        None => player.t("without an end"),
    }
}

/// The last day before the moment at which it ended.
fn before(player: Player, said: &Value) -> String {
    day(player, Moment(said.get("at").and_then(Value::as_i64).unwrap_or_default() - 1))
}

pub(super) fn day(player: Player, at: Moment) -> String {
    let state = player.state();
    state.outlet(|out| out.day(at, state.texts().language()))
}
