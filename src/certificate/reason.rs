//! What may stand against a certificate, and what a list of revoked licences says: plain words, in every part of the
//! player.

use crate::port::Moment;
use std::fmt;

/// A reason against a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not what was signed with the key of the licence.
    CertificateAltered,
    /// The delegation in it is not what the organiser signed.
    DelegationAltered,
    /// The delegation is signed by nobody who is known here.
    UnknownOrganiser,
    /// The organiser's key was not in use when the delegation was issued.
    KeyOutOfUse,
    /// The licence was revoked then.
    Revoked(Moment),
    /// It was made before this moment, from which on certificates may be made.
    BeforeSpan(Moment),
    /// It was made at or after this moment, until which certificates may be made.
    AfterSpan(Moment),
    /// It is dated later than now.
    FromTheFuture,
    /// The licence is not for the module.
    OtherModule,
    /// The licence goes up to this edition only.
    OtherEdition(u32),
    /// The licence may not certify this award level.
    OtherAward,
    /// The organiser demands the name on the licence, and it is another one.
    OtherName,
}

impl Reason {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Reason::CertificateAltered => "certificate-altered",
            Reason::DelegationAltered => "delegation-altered",
            Reason::UnknownOrganiser => "unknown-organiser",
            Reason::KeyOutOfUse => "key-out-of-use",
            Reason::Revoked(_) => "revoked",
            Reason::BeforeSpan(_) => "before-span",
            Reason::AfterSpan(_) => "after-span",
            Reason::FromTheFuture => "from-the-future",
            Reason::OtherModule => "other-module",
            Reason::OtherEdition(_) => "other-edition",
            Reason::OtherAward => "other-award",
            Reason::OtherName => "other-name",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::CertificateAltered => f.write_str("the certificate is not what was signed under the licence"),
            Reason::DelegationAltered => f.write_str("the delegation is not what the organiser signed"),
            Reason::UnknownOrganiser => f.write_str("the delegation is signed by nobody who is known here"),
            Reason::KeyOutOfUse => f.write_str("the organiser's key was not in use when the licence was issued"),
            Reason::Revoked(at) => write!(f, "the licence was revoked at {}", at.0),
            Reason::BeforeSpan(from) => write!(f, "certificates may be made from {} on", from.0),
            Reason::AfterSpan(until) => write!(f, "certificates could be made until {}", until.0),
            Reason::FromTheFuture => f.write_str("the certificate is dated later than now"),
            Reason::OtherModule => f.write_str("the licence is not for this module"),
            Reason::OtherEdition(last) => write!(f, "the licence goes up to edition {last}"),
            Reason::OtherAward => f.write_str("the licence may not certify this award level"),
            Reason::OtherName => f.write_str("the organiser demands the name on the licence"),
        }
    }
}

/// What became of an organiser's list of revoked licences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum List {
    /// It was taken in.
    Had,
    /// There is none, or it could not be had.
    #[default]
    Absent,
    /// It is older than one that this device has seen.
    Older,
    /// It is not what the organiser signed.
    Refused,
}

/// What a list says of a licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is not on the list with this number, which was made then.
    Valid(u32, Moment),
    /// It was revoked then.
    Revoked(Moment),
    /// There is no list of this organiser: nobody has looked.
    NotChecked,
}
