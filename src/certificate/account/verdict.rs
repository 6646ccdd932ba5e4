//! The verdict in a sentence; who vouches for what, and what is not proven.

use super::{Beside, Tone, Words};
use crate::certificate::checked::{BadgeSignature, Brought, Checked};
use crate::certificate::compare::{Compared, Difference};
use crate::certificate::reason::{Reason, Standing};

/// How a certificate stands.
pub(super) fn tone(of: &Checked, beside: &Beside) -> Tone {
    match (of.against.is_empty() && beside.differences().is_empty(), of.standing) {
        (false, _) | (true, Standing::Revoked(_)) => Tone::Against,
        (true, Standing::NotChecked) => Tone::Open,
        (true, Standing::Valid(..)) => Tone::Holds,
    }
}

/// The verdict.
pub(super) fn verdict(on: &Brought, beside: &Beside, words: &Words<'_>) -> String {
    match on {
        Brought::Certificate(checked) => certificate(checked, beside, words),
        Brought::Badge(badge) => match badge.signature {
            BadgeSignature::Holds => words.t("This Open Badge is signed by the organiser"),
            BadgeSignature::Altered => words.t("This Open Badge was altered"),
            BadgeSignature::Proof if badge.organiser.is_some() => {
                words.t("This Open Badge names the organiser; its signature has to be checked with another tool")
            }
            BadgeSignature::None | BadgeSignature::Proof | BadgeSignature::Foreign => {
                words.t("This Open Badge cannot be confirmed here")
            }
        },
        Brought::SelfAttested => words.t("This certificate is attested by its holder alone"),
        Brought::Licence => words.t("This is a licence, not a certificate"),
        Brought::Nothing => words.t("This is no certificate, or a part of it is missing"),
    }
}

fn certificate(of: &Checked, beside: &Beside, words: &Words<'_>) -> String {
    let is_revoked = |reason: &Reason| matches!(reason, Reason::Revoked(_));
    match (of.against.as_slice(), of.standing) {
        ([], _) if !beside.differences().is_empty() => {
            words.t("Not confirmed: it differs from the organiser’s description of the course")
        }
        ([], Standing::Valid(..)) => words.t("This certificate is valid"),
        ([], Standing::NotChecked) => words.t("This certificate is valid; whether it was revoked is not checked"),
        ([Reason::UnknownOrganiser], _) => words.t("Not confirmed: the organiser is not known here"),
        (against, _) if against.iter().all(is_revoked) => words.t("This certificate was revoked"),
        _ => words.t("This certificate is not valid"),
    }
}

/// Who vouches for what.
pub(super) fn proven(of: &Checked, beside: &Beside, words: &Words<'_>) -> Vec<String> {
    let is_intact = !of.against.iter().any(|reason| {
        matches!(reason, Reason::CertificateAltered | Reason::DelegationAltered | Reason::UnknownOrganiser)
    });
    let Some(organiser) = of.organiser.as_ref().filter(|_| is_intact) else {
        return vec![words.t("Nobody who is known here vouches for anything that this certificate says.")];
    };
    let name = [("name", organiser.name.as_str())];
    let mut all = vec![if of.is_module_named {
        words.fill("{name} vouches that this licence was issued for this course.", &name)
    } else {
        words.fill(
            "{name} vouches that this licence was issued for a programme; that the course belongs to it, the holder’s device says.",
            &name,
        )
    }];
    all.push(words.fill("{name} vouches for the levels that may be certified, and for the time in which.", &name));
    if of.licence.is_label_binding {
        all.push(words.fill("{name} vouches that the licence was issued to a person of this name.", &name));
    }
    all.push(words.t(
        "The holder’s device signed exactly these words: name, course, level, result and date. None of them was changed since.",
    ));
    if beside.compared.as_ref().is_some_and(|compared| *compared == Compared::Done(Vec::new())) {
        all.push(words.t(
            "Title, track, level, objectives and full points are those of the course description that the organiser signed.",
        ));
    }
    all
}

/// What is not proven, and what to do where it matters.
pub(super) fn unproven(of: &Checked, beside: &Beside, words: &Words<'_>) -> Vec<String> {
    let mut all = vec![
        words.t("That the holder worked alone, or is the person of this name: compare it with an identity document."),
        words.t(
            "That nobody tampered with the result on the holder’s own device: somebody who can program could sign another one with their own licence.",
        ),
    ];
    all.extend(beside.compared.as_ref().and_then(|compared| uncompared(of, compared, words)));
    if let Some(organiser) = &of.organiser {
        all.push(words.fill(
            "Where that matters, ask {name}: the organiser can score the holder’s answers again.",
            &[("name", &organiser.name)],
        ));
    }
    all
}

/// What could not be compared with the outline of the course, and why.
fn uncompared(of: &Checked, compared: &Compared, words: &Words<'_>) -> Option<String> {
    Some(match compared {
        Compared::Absent => words.t(
            "That title, level and full points are those of the course: it is not on this site, or could not be fetched, so they were not compared.",
        ),
        Compared::Sealed => words.t(
            "That title, level and full points are those of the course: its description opens only with a licence, so they were not compared.",
        ),
        Compared::Unsigned => words.t(
            "That title, level and full points are those of the course: its description on this site is not signed by the organiser, so they were not compared.",
        ),
        Compared::Done(found) => match found.as_slice() {
            [Difference::Edition(number)] => words.fill(
            "That title, level and full points are those of the course: this site has edition {n} and the certificate is for edition {m}, so they were not compared.",
            &[("n", &number.to_string()), ("m", &of.edition.to_string())],
            ),
            _ => return None,
        },
    })
}
