//! What cannot be shown: what happened, what is safe, what to do.

use super::Player;
use super::parts::Absent;
use super::prose::element::{Build, el};
use super::ui::{button, link, p, text, title};
use super::words::details;
use crate::content::{Finding, Problem};
use crate::port::FetchError;
use crate::route::Route;
use web_sys::Element;

/// Why something cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    trouble: Trouble,
    findings: Vec<Finding>,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// A file could not be had.
    Fetch(FetchError),
    /// What came is no course file at all.
    NotJson,
    /// It is of a newer version of the format.
    Newer,
    /// It is damaged, or of another kind.
    Broken,
    /// It is sealed, and no licence opens it.
    Locked,
    /// It is not what the organiser signed.
    Forged,
    /// There are no ciphers that could open it.
    NoCiphers,
}

impl From<Absent> for Failure {
    fn from(_: Absent) -> Failure {
        Failure::new(Trouble::Fetch(FetchError::Offline))
    }
}

impl Failure {
    /// A failure without details.
    pub(super) fn new(trouble: Trouble) -> Failure {
        Failure { trouble, findings: Vec::new() }
    }

    /// Whether it is not what the organiser signed.
    pub(super) fn is_forged(&self) -> bool {
        self.trouble == Trouble::Forged
    }

    /// Whether a licence is missing.
    pub(super) fn is_locked(&self) -> bool {
        self.trouble == Trouble::Locked
    }

    /// A file of which nothing useful could be read.
    pub(super) fn unreadable(findings: Vec<Finding>) -> Failure {
        let found = |is: fn(&Problem) -> bool| findings.iter().any(|finding| is(&finding.problem));
        let trouble = if found(|problem| matches!(problem, Problem::NotJson(_))) {
            Trouble::NotJson
        } else if found(|problem| matches!(problem, Problem::NewerVersion(_))) {
            Trouble::Newer
        } else {
            Trouble::Broken
        };
        Failure { trouble, findings }
    }
}

/// The words for a trouble: what happened, and what to do.
fn words(player: Player, trouble: Trouble) -> [String; 3] {
    match trouble {
        Trouble::Fetch(FetchError::Offline) => [
            player.t("The site does not answer"),
            player.t("There is no connection, or it is too slow at the moment."),
            player.t("Check the connection, then try again."),
        ],
        Trouble::Fetch(FetchError::Status(404 | 410)) => [
            player.t("This part is not there"),
            player.t("The site has no such file. Perhaps the course is just being renewed."),
            player.t("Try again in a few minutes. If it stays like this, tell the organiser of the course."),
        ],
        Trouble::Fetch(FetchError::Status(_)) => [
            player.t("The site has a problem of its own"),
            player.t("It answered, but could not give this part of the course."),
            player.t("Try again in a few minutes. If it stays like this, tell the organiser of the course."),
        ],
        Trouble::Fetch(FetchError::TooLarge) => [
            player.t("This part is larger than it may be"),
            player.t("What came is not what the course announces, so it was not opened."),
            player.t("Try again in another network. If it stays like this, tell the organiser of the course."),
        ],
        Trouble::Fetch(FetchError::Altered) => [
            player.t("This part was changed on the way"),
            player.t("What came is not what the author published, so it was not opened. The course may just be being renewed, or the network puts something of its own into it."),
            player.t("Try again in another network. If it stays like this, tell the organiser of the course."),
        ],
        Trouble::NotJson => [
            player.t("This part of the course cannot be read"),
            player.t("Something else came in its place: often it is the sign-in page of a network."),
            player.t("Open another site to see whether the network wants something of you, then try again."),
        ],
        Trouble::Newer => [
            player.t("This course needs a newer player"),
            player.t("It was made for a version that this page does not know yet."),
            player.t("Load the page again. If it stays like this, tell the organiser of the course."),
        ],
        Trouble::Broken => [
            player.t("This part of the course cannot be read"),
            player.t("The file is there, but it is damaged or incomplete."),
            player.t("Tell the organiser of the course; the details below help to mend it."),
        ],
        Trouble::Locked => [
            player.t("This part opens with a licence"),
            player.t("This part of the course opens with a licence."),
            player.t("Open it with your licence, then try again."),
        ],
        Trouble::Forged => [
            player.t("This course is not what its organiser signed"),
            player.t("A price, a rule or a unit was changed on the way, so nothing of it is opened. The course may just be being renewed, or somebody has put something of their own in its place."),
            player.t("Try again in another network. If it stays like this, tell the organiser of the course."),
        ],
        Trouble::NoCiphers => [
            player.t("This browser cannot open licences here"),
            player.t("It does that only on pages whose address begins with https. If it does, the browser is too old: update it."),
            player.t("Open the course at its https address, in a current Firefox, Chrome, Edge or Safari."),
        ],
    }
}

/// The screen of a failure on the way to a route.
pub(super) fn screen(player: Player, failure: &Failure) -> Vec<Element> {
    let [heading, what, todo] = words(player, failure.trouble);
    let safe = player.t("What you have done so far is safe on this device.");
    let actions = el("p", "actions").put(button("primary", "again", &player.t("Try again")));
    let actions = actions.put(link("button", &Route::Home, &player.t("To the beginning")));
    let main = el("main", "column trouble").set("id", "main").put(title(&heading));
    vec![main.put(p(&what)).put(p(&safe)).put(p(&todo)).put(actions).all(details(player, &failure.findings))]
}

/// The screen of a failure that itself could not be fetched.
pub(super) fn cut(player: Player) -> Vec<Element> {
    let main = el("main", "column trouble").set("id", "main").put(title(&player.t("The site does not answer")));
    let safe = player.t("What you have done so far is safe on this device.");
    let todo = player.t("Check the connection, then try again.");
    let actions = el("p", "actions").put(button("primary", "again", &player.t("Try again")));
    vec![main.put(p(&safe)).put(p(&todo)).put(actions)]
}

/// The screen of a link that leads nowhere.
pub(super) fn unknown(player: Player, path: &str) -> Vec<Element> {
    let main = el("main", "column trouble").set("id", "main").put(title(&player.t("This link leads nowhere")));
    let what = player.t("There is no such page here. Perhaps the course was changed since the link was made.");
    let actions =
        el("p", "actions").put(link("button primary", &player.state().beginning(), &player.t("Continue the course")));
    let actions = actions.put(link("button", &Route::Home, &player.t("To the beginning")));
    vec![main.put(p(&what)).put(el("p", "").put(text("code", "", path))).put(actions)]
}
