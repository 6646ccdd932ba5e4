//! Whether a licence opens a module, and if not, why.

use super::delegation::Covers;
use super::organiser::{Organiser, find};
use super::revocation::{Revocations, Standing};
use super::span::Stands;
use super::token::{Purpose, Signer, Token};
use super::{Delegation, Licence, clock};
use crate::content::Id;
use crate::port::Moment;
use std::fmt;

/// What is to be opened, and what is known when it is.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// The module.
    pub module: &'a Id,
    /// Its edition's number.
    pub edition: u32,
    /// The courses whose keys open the module, as its signed outline says.
    pub courses: &'a [&'a Id],
    /// The organisers that are known here.
    pub organisers: &'a [Organiser],
    /// The organiser's list, where there is one.
    pub revocations: Option<&'a Revocations>,
    /// What the device's clock says.
    pub now: Moment,
    /// The latest moment that the device's clock was seen at.
    pub seen: Option<Moment>,
}

/// A licence that opens a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admission<'a> {
    /// Who issued it.
    pub organiser: &'a Organiser,
    /// The course whose key opens the module.
    pub course: &'a Id,
    /// Whether it was looked up on a list.
    pub standing: Standing,
}

/// Why a licence does not open a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is signed by nobody who is known here.
    OtherOrganiser,
    /// It is not what the organiser signed.
    Altered,
    /// The organiser's key was not in use when it was issued.
    KeyOutOfUse,
    /// The clock stands before a moment that was seen already.
    ClockSetBack(Moment),
    /// It begins only then.
    NotYet(Moment),
    /// It ended then.
    Expired(Moment),
    /// It is for other courses.
    OtherCourse,
    /// It goes up to this edition only.
    OtherEdition(u32),
    /// It was revoked then.
    Revoked(Moment),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::OtherOrganiser => f.write_str("the licence is signed by nobody who is known here"),
            Refusal::Altered => f.write_str("the licence is not what the organiser signed"),
            Refusal::KeyOutOfUse => f.write_str("the organiser's key was not in use when the licence was issued"),
            Refusal::ClockSetBack(seen) => write!(f, "the clock stands before {}, which was seen already", seen.0),
            Refusal::NotYet(from) => write!(f, "the licence begins at {}", from.0),
            Refusal::Expired(until) => write!(f, "the licence ended at {}", until.0),
            Refusal::OtherCourse => f.write_str("the licence is for another course"),
            Refusal::OtherEdition(last) => write!(f, "the licence goes up to edition {last}"),
            Refusal::Revoked(at) => write!(f, "the licence was revoked at {}", at.0),
        }
    }
}

impl std::error::Error for Refusal {}

/// Checks whether a licence opens a module.
///
/// # Errors
/// [`Refusal`], the first that applies: who issued it, what it is for, and then when.
pub fn check<'a>(licence: &Licence, about: &Circumstances<'a>) -> Result<Admission<'a>, Refusal> {
    let organiser = issuer(&licence.token, &licence.delegation, about.organisers)?;
    let delegation = &licence.delegation;
    let course = match delegation.covers(about.module, about.edition) {
        Covers::Module | Covers::Course => course(delegation, about).ok_or(Refusal::OtherCourse)?,
        Covers::Nothing => return Err(Refusal::OtherCourse),
        Covers::Editions(last) => return Err(Refusal::OtherEdition(last)),
    };
    let standing = about.revocations.filter(|list| list.url == organiser.url);
    let standing = standing.map_or(Standing::NotChecked, |list| list.standing(delegation.id));
    if let Standing::Revoked(at) = standing {
        return Err(Refusal::Revoked(at));
    }
    if let Some(seen) = clock::set_back(about.now, about.seen) {
        return Err(Refusal::ClockSetBack(seen));
    }
    match delegation.opens.place(about.now) {
        Stands::Before(from) => Err(Refusal::NotYet(from)),
        Stands::After(until) => Err(Refusal::Expired(until)),
        Stands::Inside => Ok(Admission { organiser, course, standing }),
    }
}

/// Why nobody vouches for a delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotIssued {
    /// It is signed by nobody who is known here.
    OtherOrganiser,
    /// It is not what the organiser signed.
    Altered,
    /// The organiser's key was not in use when it was issued.
    KeyOutOfUse,
}

impl From<NotIssued> for Refusal {
    fn from(why: NotIssued) -> Refusal {
        match why {
            NotIssued::OtherOrganiser => Refusal::OtherOrganiser,
            NotIssued::Altered => Refusal::Altered,
            NotIssued::KeyOutOfUse => Refusal::KeyOutOfUse,
        }
    }
}

/// Who signed a delegation.
///
/// # Errors
/// [`NotIssued`], where nobody did whose word counts.
pub fn issuer<'a>(
    token: &Token,
    delegation: &Delegation,
    organisers: &'a [Organiser],
) -> Result<&'a Organiser, NotIssued> {
    let Signer::Key(id) = &token.signer else { return Err(NotIssued::Altered) };
    let (organiser, key) = find(organisers, id).ok_or(NotIssued::OtherOrganiser)?;
    if !token.is_signed_by(Purpose::Delegation, &key.key) {
        return Err(NotIssued::Altered);
    }
    if organiser.url != delegation.url {
        return Err(NotIssued::OtherOrganiser);
    }
    if key.span.contains(delegation.issued) { Ok(organiser) } else { Err(NotIssued::KeyOutOfUse) }
}

/// A course that the licence is for and whose key opens the module.
fn course<'a>(delegation: &Delegation, about: &Circumstances<'a>) -> Option<&'a Id> {
    let grants = delegation.grants.iter().filter(|grant| grant.is_open_ended || grant.modules.contains(about.module));
    let mut courses = grants.map(|grant| &grant.course);
    courses.find_map(|course| about.courses.iter().find(|known| **known == course).copied())
}
