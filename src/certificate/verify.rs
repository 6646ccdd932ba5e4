//! Verifies a certificate: organiser → delegation → certificate.
//!
//! Everything is looked at, and every reason against it is given: a verifier sees all of what is wrong.

use super::checked::Checked;
use super::compare::track_of;
use super::digest;
use super::signed::{LARGEST, SignedCertificate};
use crate::content::Module;
use crate::licence::check::{NotIssued, issuer};
use crate::licence::clock::SLACK;
use crate::licence::{Covers, Delegation, Organiser, Purpose, Revocations, Signer, Standing, Stands, Token, text};
use crate::port::Moment;

pub use super::compare::Difference;
pub use super::reason::Reason;

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<'a> {
    /// What the certificate says.
    pub certificate: SignedCertificate,
    /// What the delegation in it says.
    pub delegation: Delegation,
    /// The organiser that is known here and signed the delegation.
    pub organiser: Option<&'a Organiser>,
    /// The fingerprint of that organiser's key (RFC 7638).
    pub fingerprint: Option<String>,
    /// What stands against it; nothing, where it is good.
    pub reasons: Vec<Reason>,
    /// Whether the licence was looked up on the organiser's list.
    pub standing: Standing,
    /// Whether the organiser names the module itself, or only the course that it is said to be of.
    pub is_module_named: bool,
}

/// Verifies a certificate at a moment; `None` where the bytes are none.
pub fn verify<'a>(
    bytes: &[u8],
    organisers: &'a [Organiser],
    revocations: Option<&Revocations>,
    now: Moment,
) -> Option<Verdict<'a>> {
    let token = Some(bytes).filter(|bytes| bytes.len() <= LARGEST).and_then(Token::read)?;
    let Signer::Delegate(issued) = &token.signer else { return None };
    let delegation = Delegation::read(issued)?;
    let certificate = SignedCertificate::read(&token, delegation.label.as_deref())?;
    let mut reasons = Vec::new();
    if !token.is_signed_by(Purpose::Certificate, &delegation.key) {
        reasons.push(Reason::CertificateAltered);
    }
    let organiser = match issuer(issued, &delegation, organisers) {
        Ok(organiser) => Some(organiser),
        Err(why) => {
            reasons.push(reason(why));
            None
        }
    };
    let fingerprint = match &issued.signer {
        Signer::Key(id) => organiser.and_then(|organiser| organiser.key(id)).map(|key| key.key.fingerprint()),
        Signer::Delegate(_) => None,
    };
    let list = revocations.filter(|list| organiser.is_some_and(|organiser| organiser.url == list.url));
    let standing = list.map_or(Standing::NotChecked, |list| list.standing(delegation.id));
    if let Standing::Revoked(at) = standing {
        reasons.push(Reason::Revoked(at));
    }
    reasons.extend(against(&certificate, &delegation, now));
    let is_module_named = delegation.covers(&certificate.module, certificate.edition) == Covers::Module;
    Some(Verdict { certificate, delegation, organiser, fingerprint, reasons, standing, is_module_named })
}

fn reason(why: NotIssued) -> Reason {
    match why {
        NotIssued::OtherOrganiser => Reason::UnknownOrganiser,
        NotIssued::Altered => Reason::DelegationAltered,
        NotIssued::KeyOutOfUse => Reason::KeyOutOfUse,
    }
}

/// What stands against a certificate under a delegation, whoever signed them.
pub fn against(certificate: &SignedCertificate, delegation: &Delegation, now: Moment) -> Vec<Reason> {
    let covers = delegation.covers(&certificate.module, certificate.edition);
    let mut reasons = against_time(certificate, delegation, now);
    reasons.extend(against_scope(certificate, delegation, covers));
    reasons
}

/// A certificate that is dated inside the span stays good after the licence has ended.
fn against_time(certificate: &SignedCertificate, delegation: &Delegation, now: Moment) -> Vec<Reason> {
    let mut reasons = match delegation.certifies.place(certificate.at) {
        Stands::Before(from) => vec![Reason::BeforeSpan(from)],
        Stands::After(until) => vec![Reason::AfterSpan(until)],
        Stands::Inside => Vec::new(),
    };
    if certificate.at.0 > now.0.saturating_add(SLACK) {
        reasons.push(Reason::FromTheFuture);
    }
    reasons
}

fn against_scope(certificate: &SignedCertificate, delegation: &Delegation, covers: Covers) -> Vec<Reason> {
    let mut reasons = match covers {
        Covers::Module | Covers::Course => Vec::new(),
        Covers::Nothing => vec![Reason::OtherModule],
        Covers::Editions(last) => vec![Reason::OtherEdition(last)],
    };
    if !delegation.awards.contains(&certificate.award) {
        reasons.push(Reason::OtherAward);
    }
    let is_other = delegation.label.as_ref().is_some_and(|label| *label != certificate.name);
    if delegation.is_label_binding && is_other {
        reasons.push(Reason::OtherName);
    }
    reasons
}

/// Compares a certificate with the outline of its module, with the digest of what that says: see [`super::compare`].
pub fn compare(certificate: &Checked, module: &Module) -> Vec<Difference> {
    let language = certificate.language.as_str();
    let statement = track_of(certificate, module).map(|(_, track)| track.certificate.get(language));
    let objectives = digest::objectives(statement.unwrap_or_default(), module, language);
    super::compare::compare(certificate, module, &text::base64(&objectives))
}
