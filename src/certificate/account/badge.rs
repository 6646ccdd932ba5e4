//! What a verifier is told about an Open Badge: what was checked here, and which tool checks the rest.

use super::{Account, Part, Tone, Words, code, fact};
use crate::certificate::checked::{Badge, BadgeSignature};

/// What is told, but for the verdict.
pub(super) fn account(badge: &Badge, words: &Words<'_>) -> Account {
    let tone = match (badge.signature, badge.has_status) {
        (BadgeSignature::Altered, _) => Tone::Against,
        (BadgeSignature::Holds, false) => Tone::Holds,
        (BadgeSignature::Holds, true) => Tone::Open,
        (BadgeSignature::None | BadgeSignature::Proof | BadgeSignature::Foreign, _) => Tone::Open,
    };
    Account {
        tone,
        verdict: String::new(),
        verdict_en: None,
        reasons: reasons(badge, words),
        parts: vec![Part { heading: words.t("What the badge says"), facts: facts(badge, words) }],
        proven: proven(badge, words),
        unproven: vec![
            words.t(
                "That the holder worked alone, or is the person of this name: compare it with an identity document.",
            ),
        ],
    }
}

fn reasons(badge: &Badge, words: &Words<'_>) -> Vec<String> {
    let mut all = match badge.signature {
        BadgeSignature::Holds => Vec::new(),
        BadgeSignature::Altered => {
            vec![words.t("Something in it was altered: it is not what was signed. Ask the holder for the original.")]
        }
        BadgeSignature::Proof => vec![words.t(
            "Its signature is a proof over linked data (Data Integrity, mostly eddsa-rdfc-2022), which this page does not compute. Any verifier of Open Badges 3.0 does, and so does the command “kerege certificate verify”: give it this file.",
        )],
        BadgeSignature::Foreign => vec![words.t(
            "It is signed with a key or in a way that this site does not know. Any verifier of Open Badges 3.0 can check it, and so can the command “kerege certificate verify”: give it this file.",
        )],
        BadgeSignature::None => vec![words.t(
            "No signature was found in it, so nothing shows who made it. Ask the holder for the file as they got it.",
        )],
    };
    if badge.organiser.is_none() {
        all.push(words.t("The key that it names belongs to no organiser who is known here. If you know the organiser, open their address yourself and compare."));
    }
    if badge.has_status {
        all.push(words.t(
            "Not checked: it names a place where one can ask if it was revoked. A verifier of Open Badges asks there.",
        ));
    }
    all
}

fn facts(badge: &Badge, words: &Words<'_>) -> Vec<super::Fact> {
    let mut facts = vec![fact(words.t("Achievement"), &badge.achievement)];
    facts.extend(badge.name.as_ref().map(|name| fact(words.t("Name"), name)));
    facts.push(fact(words.t("Issuer, as the badge says"), &badge.issuer));
    facts.push(code(words.t("Issuer’s identifier"), &badge.issuer_id));
    facts.push(code(words.t("Valid from"), &badge.from));
    facts.extend(badge.until.as_ref().map(|until| code(words.t("Valid until"), until)));
    if let Some(known) = &badge.organiser {
        facts.push(fact(words.t("The key is one of"), [known.name.as_str(), " (", known.domain(), ")"].concat()));
        facts.push(code(words.t("Fingerprint of the key"), &known.fingerprint));
    }
    facts
}

fn proven(badge: &Badge, words: &Words<'_>) -> Vec<String> {
    let name = badge.organiser.as_ref().map(|known| [("name", known.name.as_str())]);
    match (badge.signature, name) {
        (BadgeSignature::Holds, Some(name)) => {
            vec![words.fill("{name} signed exactly these words, after scoring the holder’s answers again.", &name)]
        }
        (BadgeSignature::Proof, Some(name)) => {
            vec![words.fill("The badge names a key of {name}. That is all that was checked here.", &name)]
        }
        _ => vec![words.t("Nothing was checked here but that it reads as an Open Badge.")],
    }
}
