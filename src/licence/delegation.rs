//! The delegation: the public half of a licence, signed by the organiser (a CWT, RFC 8392).

use super::cbor::{self, OURS};
use super::key::{PrivateKey, PublicKey};
use super::span::{Span, moment, seconds};
use super::token::{Purpose, Signer, Token};
use crate::content::Id;
use crate::port::Moment;
use minicbor::Decoder;
use std::fmt;

/// What an organiser lets a licence's holder do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// The licence.
    pub id: LicenceId,
    /// The organiser's name.
    pub organiser: String,
    /// The organiser's address (`https:`).
    pub url: String,
    /// When it was issued.
    pub issued: Moment,
    /// When it opens sealed units.
    pub opens: Span,
    /// The key that certificates are signed with.
    pub key: PublicKey,
    /// What it opens; at least one.
    pub grants: Vec<Grant>,
    /// The holder's name or pseudonym.
    pub label: Option<String>,
    /// Whether certificates have to carry the label as the holder's name.
    pub is_label_binding: bool,
    /// Award levels that it may certify.
    pub awards: Vec<Id>,
    /// When certificates may be made.
    pub certifies: Span,
}

/// What is opened of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The course.
    pub course: Id,
    /// Modules by id.
    pub modules: Vec<Id>,
    /// Whether modules that join the course later belong to it.
    pub is_open_ended: bool,
    /// The last edition that belongs to it; `None` for all later ones.
    pub last_edition: Option<u32>,
}

/// How a delegation speaks of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covers {
    /// It names the module.
    Module,
    /// It opens the whole course; that the module belongs to it, the catalogue says.
    Course,
    /// It does not.
    Nothing,
    /// It does, but only up to this edition.
    Editions(u32),
}

/// Identifies a licence: 8 random bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LicenceId(pub [u8; 8]);

impl fmt::Display for LicenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, byte) in self.0.iter().enumerate() {
            let hyphen = if index > 0 && index % 2 == 0 { "-" } else { "" };
            write!(f, "{hyphen}{byte:02X}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for LicenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LicenceId({self})")
    }
}

impl LicenceId {
    /// Reads an id as it is shown, with hyphens or without.
    pub fn read(text: &str) -> Option<LicenceId> {
        let digits: Vec<u8> = text.bytes().filter(|byte| *byte != b'-').collect();
        let mut id = [0; 8];
        if digits.len() != 16 {
            return None;
        }
        for (byte, pair) in id.iter_mut().zip(digits.chunks(2)) {
            let digit = |at: usize| char::from(pair.get(at).copied().unwrap_or_default()).to_digit(16);
            *byte = (digit(0)? * 16 + digit(1)?) as u8;
        }
        Some(LicenceId(id))
    }
}

impl Delegation {
    /// Signs it with the organiser's key.
    pub fn sign(&self, key: &PrivateKey) -> Token {
        Token::sign(Purpose::Delegation, key, Signer::Key(key.public().id()), self.payload())
    }

    /// What a token says; `None` where it is no delegation. Who signed it is not looked at.
    pub fn read(token: &Token) -> Option<Delegation> {
        let payload = token.payload.as_ref().filter(|payload| payload.len() <= LARGEST)?;
        cbor::read(payload, delegation, Delegation::payload)
    }

    /// How it speaks of an edition of a module.
    pub fn covers(&self, module: &Id, edition: u32) -> Covers {
        let named = self.grants.iter().find(|grant| grant.modules.contains(module));
        let found = named.map(|grant| (grant, Covers::Module));
        let found = found.or_else(|| Some((self.grants.iter().find(|grant| grant.is_open_ended)?, Covers::Course)));
        match found {
            None => Covers::Nothing,
            Some((grant, covers)) => grant.last_edition.filter(|last| edition > *last).map_or(covers, Covers::Editions),
        }
    }

    fn payload(&self) -> Vec<u8> {
        cbor::write(|out| {
            out.map(6 + u64::from(self.opens.until.is_some()))?.i64(ISS)?.str(&self.url)?;
            if let Some(until) = self.opens.until {
                out.i64(EXP)?.i64(seconds(until))?;
            }
            out.i64(NBF)?.i64(seconds(self.opens.from))?;
            out.i64(IAT)?.i64(seconds(self.issued))?;
            out.i64(CTI)?.bytes(&self.id.0)?;
            // The key that the holder has (RFC 8747, section 3.2), as COSE_Key (RFC 9053, section 7.2).
            out.i64(CNF)?
                .map(1)?
                .i64(1)?
                .map(3)?
                .i64(1)?
                .i64(1)?
                .i64(-1)?
                .i64(6)?
                .i64(-2)?
                .bytes(self.key.as_bytes())?;
            let (has_label, has_span) = (self.label.is_some(), self.certifies != self.opens);
            let members = 4 + u64::from(has_label) + u64::from(self.is_label_binding) + u64::from(has_span);
            out.i64(OURS)?.map(members)?.i64(VERSION)?.i64(1)?.i64(NAME)?.str(&self.organiser)?;
            out.i64(GRANTS)?.array(self.grants.len() as u64)?;
            for grant in &self.grants {
                out.array(4)?.str(grant.course.as_str())?.array(grant.modules.len() as u64)?;
                for module in &grant.modules {
                    out.str(module.as_str())?;
                }
                out.bool(grant.is_open_ended)?.u32(grant.last_edition.unwrap_or(0))?;
            }
            out.i64(AWARDS)?.array(self.awards.len() as u64)?;
            for award in &self.awards {
                out.str(award.as_str())?;
            }
            if let Some(label) = &self.label {
                out.i64(LABEL)?.str(label)?;
            }
            if self.is_label_binding {
                out.i64(BINDING)?.bool(true)?;
            }
            if has_span {
                out.i64(CERTIFIES)?.array(2)?.i64(seconds(self.certifies.from))?;
                out.i64(self.certifies.until.map_or(0, seconds))?;
            }
            Ok(())
        })
    }
}

/// Larger delegations fit on no card.
const LARGEST: usize = 4096;

/// Registered claims (RFC 8392, section 4; `cnf` from RFC 8747).
const ISS: i64 = 1;
const EXP: i64 = 4;
const NBF: i64 = 5;
const IAT: i64 = 6;
const CTI: i64 = 7;
const CNF: i64 = 8;

/// Our claims.
const VERSION: i64 = 0;
const NAME: i64 = 1;
const GRANTS: i64 = 2;
const AWARDS: i64 = 3;
const LABEL: i64 = 4;
const BINDING: i64 = 5;
const CERTIFIES: i64 = 6;

fn delegation(from: &mut Decoder<'_>) -> Option<Delegation> {
    let (mut url, mut until, mut begins, mut issued, mut id, mut key) = (None, None, None, None, None, None);
    let mut ours = Ours::default();
    cbor::map(from, |claim, from| {
        match claim {
            ISS => url = Some(cbor::text(from).filter(|url| url.starts_with("https://"))?),
            EXP => until = Some(moment(from.i64().ok()?)?),
            NBF => begins = Some(moment(from.i64().ok()?)?),
            IAT => issued = Some(moment(from.i64().ok()?)?),
            CTI => id = Some(LicenceId(cbor::fixed(from)?)),
            CNF => key = Some(confirmation(from)?),
            OURS => cbor::map(from, |claim, from| ours.take(claim, from))?,
            _ => return None,
        }
        Some(())
    })?;
    let opens = Span { from: begins?, until };
    let certifies = ours.certifies.unwrap_or(opens);
    let is_sound = opens.is_sound() && certifies.is_sound() && !ours.grants.is_empty();
    is_sound.then_some(Delegation {
        id: id?,
        organiser: ours.organiser?,
        url: url?,
        issued: issued?,
        opens,
        key: key?,
        grants: ours.grants,
        label: ours.label,
        is_label_binding: ours.is_label_binding,
        awards: ours.awards,
        certifies,
    })
}

#[derive(Default)]
struct Ours {
    organiser: Option<String>,
    grants: Vec<Grant>,
    awards: Vec<Id>,
    label: Option<String>,
    is_label_binding: bool,
    certifies: Option<Span>,
}

impl Ours {
    fn take(&mut self, claim: i64, from: &mut Decoder<'_>) -> Option<()> {
        match claim {
            VERSION => return (from.i64().ok()? == 1).then_some(()),
            NAME => self.organiser = Some(cbor::text(from)?),
            GRANTS => self.grants = cbor::list(from, cbor::MOST, grant)?,
            AWARDS => self.awards = cbor::list(from, cbor::MOST, id)?,
            LABEL => self.label = Some(cbor::text(from)?),
            BINDING => self.is_label_binding = from.bool().ok()?,
            CERTIFIES => self.certifies = Some(span(from)?),
            _ => return None,
        }
        Some(())
    }
}

fn id(from: &mut Decoder<'_>) -> Option<Id> {
    Id::new(from.str().ok()?)
}

fn grant(from: &mut Decoder<'_>) -> Option<Grant> {
    let is_grant = from.array().ok()? == Some(4);
    Some(Grant {
        course: id(from).filter(|_| is_grant)?,
        modules: cbor::list(from, cbor::MOST, id)?,
        is_open_ended: from.bool().ok()?,
        last_edition: Some(from.u32().ok()?).filter(|last| *last > 0),
    })
}

fn span(from: &mut Decoder<'_>) -> Option<Span> {
    let is_span = from.array().ok()? == Some(2);
    let begins = moment(from.i64().ok().filter(|_| is_span)?)?;
    let until = Some(from.i64().ok()?).filter(|until| *until != 0);
    Some(Span { from: begins, until: until.map(moment).map_or(Some(None), |at| at.map(Some))? })
}

/// The key in a `cnf` claim.
fn confirmation(from: &mut Decoder<'_>) -> Option<PublicKey> {
    let is_key = from.map().ok()? == Some(1) && from.i64().ok()? == 1;
    let mut key = None;
    cbor::map(from, |label, from| {
        match label {
            // Key type OKP, curve Ed25519.
            1 => return (from.i64().ok()? == 1).then_some(()),
            -1 => return (from.i64().ok()? == 6).then_some(()),
            -2 => key = Some(PublicKey::new(cbor::fixed(from)?)?),
            _ => return None,
        }
        Some(())
    })?;
    key.filter(|_| is_key)
}
