//! `kerege certificate verify`, for Open Badges: what was checked, and what was not.

use super::{certificate, show};
use crate::badge::verify::{Known, Signature, Verdict, verify};
use crate::day;
use crate::vault::{self, did};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Looks whether it is a badge, and says what can be said of it; `None` where it is none. False where anything stands against
/// it, or nobody who is known vouches for it.
pub(super) fn look(bytes: &[u8], organisers: &[PathBuf]) -> Result<Option<bool>, String> {
    let known = organisers.iter().map(|path| known(path)).collect::<Result<Vec<_>, _>>()?;
    let Some(verdict) = verify(bytes, &known, day::now()) else { return Ok(None) };
    show::print(&words(&verdict))?;
    Ok(Some(verdict.reasons.is_empty() && matches!(verdict.signature, Signature::Of(..))))
}

fn known(path: &Path) -> Result<Known, String> {
    let organiser = certificate::organiser(path)?;
    Ok(Known { organiser, badge_keys: vault::badge_keys(&certificate::open(path)?) })
}

fn words(verdict: &Verdict<'_>) -> String {
    let mut out = match (verdict.reasons.is_empty(), &verdict.signature) {
        (false, _) => "NOT VALID\n".to_owned(),
        (true, Signature::Of(..)) => "VALID\n".to_owned(),
        (true, Signature::Stranger { .. }) => "SIGNED, by nobody whom you named\n".to_owned(),
        (true, Signature::NotChecked(what)) => format!("NOT CHECKED: it has {what}\n"),
    };
    for reason in &verdict.reasons {
        let _ = writeln!(out, "  {reason}");
    }
    let mut row = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(out, "{name:<22}{value}");
        }
    };
    let text = |pointer: &str| shown(verdict.credential.pointer(pointer));
    row("\nOpen Badge", &verdict.form);
    row("id", &text("/id"));
    row("name", &text("/credentialSubject/identifier/0/identityHash"));
    row("holder", &text("/credentialSubject/id"));
    row("achievement", &text("/credentialSubject/achievement/name"));
    row("says", &text("/credentialSubject/achievement/description"));
    row("for", &text("/credentialSubject/achievement/criteria/narrative"));
    let points = [
        text("/credentialSubject/result/0/value"),
        text("/credentialSubject/achievement/resultDescription/0/valueMax"),
    ];
    row("points", &points.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" of "));
    row("from", &[text("/validFrom"), text("/issuanceDate")].concat());
    row("until", &[text("/validUntil"), text("/expirationDate")].concat());
    row(
        "issuer",
        &[text("/issuer/name"), text("/issuer/id"), text("/issuer")]
            .iter()
            .filter(|it| !it.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join("  "),
    );
    match &verdict.signature {
        Signature::Of(organiser, key) => {
            row("\norganiser", &format!("{} ({})", organiser.name, organiser.domain()));
            row("key", &key.fingerprint());
            row("did", &did::web(&organiser.url));
        }
        Signature::Stranger { key, is_issuer } => {
            row("\nkey", &key.fingerprint());
            row(
                "whose",
                if *is_issuer { "the issuer’s, by its did:key" } else { "only the issuer’s address can say that" },
            );
        }
        Signature::NotChecked(_) => {}
    }
    out + &checked(verdict)
}

/// A text of a badge, without what people do not see.
fn shown(value: Option<&Value>) -> String {
    let text = value.and_then(Value::as_str).unwrap_or_default();
    let text: String = text.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    text.chars().filter(|c| !kerege::certificate::is_hidden(*c)).collect()
}

/// What was checked here, and what was not.
fn checked(verdict: &Verdict<'_>) -> String {
    let mut out = String::from("\nChecked here: the form of an Open Badge 3.0, its dates");
    out += match verdict.signature {
        Signature::Of(..) => {
            ", the signature over every word of it, and that the key is the organiser’s and was in use then"
        }
        Signature::Stranger { .. } => ", the signature over every word of it",
        Signature::NotChecked(_) => "",
    };
    out += ".\nNot checked here, because nothing is fetched: ";
    out += if verdict.has_status { "whether the issuer has revoked it (it says where to ask), " } else { "" };
    out += "whether the issuer’s address answers and shows the same key, and whatever it links to. Any Open Badges 3.0 \
            verifier that is online does that.\n";
    out
}
