//! What stands against a certificate, or was not looked at, in words.

use super::{Beside, Words};
use crate::certificate::checked::{Brought, Checked};
use crate::certificate::compare::Difference;
use crate::certificate::reason::{List, Reason, Standing};

/// Everything that stands against a certificate; what was not looked at, where nothing does.
pub(super) fn reasons(of: &Checked, beside: &Beside, words: &Words<'_>) -> Vec<String> {
    let mut all: Vec<String> = of.against.iter().map(|reason| against(of, *reason, words)).collect();
    if of.organiser.is_some() && of.standing == Standing::NotChecked {
        all.push(unchecked(beside.list, words));
    }
    let differences = beside.differences();
    all.extend(differences.iter().filter_map(|difference| differs(*difference, words)));
    if !differences.is_empty() {
        all.push(words.t(
            "Either the holder’s device wrote that, or the organiser changed the description without a new edition. Ask the organiser.",
        ));
    }
    all
}

/// Why nobody has looked whether the licence was revoked.
fn unchecked(list: List, words: &Words<'_>) -> String {
    match list {
        List::Had | List::Absent => words.t("Not checked: the organiser’s list of revoked licences could not be had. Connect to the internet and check again."),
        List::Older => words.t("Not checked: the list of revoked licences on this site is older than one that this device has seen. Somebody may be hiding a revocation: open the organiser’s address yourself, or ask the organiser."),
        List::Refused => words.t("Not checked: the list of revoked licences on this site is not what the organiser signed. Open the organiser’s address yourself, or ask the organiser."),
    }
}

/// Where the certificate disagrees with the outline of the course.
fn differs(difference: Difference, words: &Words<'_>) -> Option<String> {
    Some(match difference {
        // Nothing was compared then, and that is said of what is not proven.
        Difference::Edition(_) => return None,
        Difference::Title => words.t("The organiser’s description of the course has another title."),
        Difference::Track => words.t("The organiser’s description of the course has no such track of this length."),
        Difference::Award => words.t("The organiser’s description of the course has no such level, or gives it another title."),
        Difference::Objectives => {
            words.t("The objectives, or what is said of the holder, are not those of the organiser’s description of the course.")
        }
        Difference::Points => words.t("The full points are not those of the organiser’s description of the course."),
    })
}

fn against(of: &Checked, reason: Reason, words: &Words<'_>) -> String {
    match reason {
        Reason::CertificateAltered => {
            words.t("Something in it was altered: it is not what was signed. Ask the holder for the original.")
        }
        Reason::DelegationAltered => {
            words.t("The licence in it is not what the organiser signed. Ask the holder for the original.")
        }
        Reason::UnknownOrganiser => words.fill(
            "It says to be from {name} ({url}), but that is not confirmed: this site does not know the key that signed it. If you know this organiser, open their address yourself and check the certificate there.",
            &[("name", &of.licence.organiser), ("url", &of.licence.url)],
        ),
        Reason::KeyOutOfUse => {
            words.t("The organiser’s key was not in use on the day on which the licence was issued. Ask the organiser.")
        }
        Reason::Revoked(at) => words.fill(
            "The organiser revoked the licence on {date}. Certificates made under it no longer count.",
            &[("date", &words.day(at))],
        ),
        Reason::BeforeSpan(from) => words.fill(
            "It is dated before {date}, from when on certificates could be made under this licence.",
            &[("date", &words.day(from))],
        ),
        Reason::AfterSpan(until) => words.fill(
            "It is dated after {date}, the last day on which certificates could be made under this licence.",
            &[("date", &words.last(until))],
        ),
        Reason::FromTheFuture => {
            words.t("It is dated later than today. Look whether the date of this device is right, then ask the holder.")
        }
        Reason::OtherModule => words.t("The licence is for another course."),
        Reason::OtherEdition(last) => words.fill(
            "The licence goes up to edition {n} of the course; this certificate is for a later one.",
            &[("n", &last.to_string())],
        ),
        Reason::OtherAward => words.t("The licence does not allow certifying this level."),
        Reason::OtherName => words.fill(
            "The organiser demands the name on the licence, {name}, and the certificate has another one.",
            &[("name", of.licence.label.as_deref().unwrap_or_default())],
        ),
    }
}

/// What is said of something that is no signed certificate.
pub(super) fn instead(of: &Brought, words: &Words<'_>) -> Vec<String> {
    match of {
        Brought::SelfAttested => vec![
            words.t("It belongs to a free course, or was made without a licence. Nothing in it is signed, so it cannot be checked: anybody can write such a file."),
            words.t("Ask the holder to show you the course on their device, or ask the organiser."),
        ],
        Brought::Licence => vec![
            words.t("Whoever has it can open the course and make certificates in the holder’s name. It was not kept here. Tell the holder that you have seen it, and delete it."),
        ],
        Brought::Nothing => vec![
            words.t("A link may have been cut off in a message: ask for all of it, or for the file. A photographed code has to be scanned whole."),
            words.t("A certificate’s code is digits, or letters and digits; its file ends with .cose or .txt."),
        ],
        Brought::Certificate(_) | Brought::Badge(_) => Vec::new(),
    }
}
