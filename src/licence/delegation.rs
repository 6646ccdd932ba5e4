//! The delegation: the public half of a licence, signed by the organiser (a CWT, RFC 8392).

use super::cbor::{self, OURS, Value};
use super::key::{PrivateKey, PublicKey};
use super::span::{Span, moment, seconds};
use super::token::{Purpose, Signer, Token};
use crate::content::Id;
use crate::port::Moment;
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
        Token::sign(Purpose::Delegation, key, Signer::Key(key.public().id()), self.to_value().to_bytes())
    }

    /// What a token says; `None` where it is no delegation. Who signed it is not looked at.
    pub fn read(token: &Token) -> Option<Delegation> {
        let payload = token.payload.as_ref().filter(|payload| payload.len() <= LARGEST)?;
        let value = cbor::read(payload)?;
        delegation(&value).filter(|delegation| delegation.to_value() == value)
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

    fn to_value(&self) -> Value {
        let mut claims = vec![(ISS, Value::text(&self.url))];
        claims.extend(self.opens.until.map(|until| (EXP, Value::Int(seconds(until)))));
        claims.push((NBF, Value::Int(seconds(self.opens.from))));
        claims.push((IAT, Value::Int(seconds(self.issued))));
        claims.push((CTI, Value::bytes(&self.id.0)));
        claims.push((CNF, Value::Map(vec![(1, cose_key(&self.key))])));
        claims.push((OURS, Value::Map(self.ours())));
        Value::Map(claims)
    }

    fn ours(&self) -> Vec<(i64, Value)> {
        let ids = |ids: &[Id]| Value::List(ids.iter().map(|id| Value::text(id.as_str())).collect());
        let grant = |grant: &Grant| {
            let last = Value::count(grant.last_edition.unwrap_or(0));
            let (course, is_open_ended) = (Value::text(grant.course.as_str()), Value::Bool(grant.is_open_ended));
            Value::List(vec![course, ids(&grant.modules), is_open_ended, last])
        };
        let mut ours = vec![(VERSION, Value::Int(1)), (NAME, Value::text(&self.organiser))];
        ours.push((GRANTS, Value::List(self.grants.iter().map(grant).collect())));
        ours.push((AWARDS, ids(&self.awards)));
        ours.extend(self.label.as_ref().map(|label| (LABEL, Value::text(label))));
        if self.is_label_binding {
            ours.push((BINDING, Value::Bool(true)));
        }
        if self.certifies != self.opens {
            let ends = [seconds(self.certifies.from), self.certifies.until.map_or(0, seconds)];
            ours.push((CERTIFIES, Value::List(ends.map(Value::Int).into())));
        }
        ours
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

fn delegation(value: &Value) -> Option<Delegation> {
    let at = |name| moment(value.get(name)?.as_int()?);
    let ours = value.get(OURS).filter(|ours| ours.get(VERSION) == Some(&Value::Int(1)))?;
    let until = match value.get(EXP) {
        Some(_) => Some(at(EXP)?),
        None => None,
    };
    let opens = Span { from: at(NBF)?, until };
    let certifies = match ours.get(CERTIFIES) {
        Some(ends) => span(ends)?,
        None => opens,
    };
    let grants = ours.get(GRANTS)?.each(grant)?;
    let is_sound = opens.is_sound() && certifies.is_sound() && !grants.is_empty();
    is_sound.then_some(Delegation {
        id: LicenceId(value.get(CTI)?.as_fixed()?),
        organiser: ours.get(NAME)?.as_shown()?,
        url: value.get(ISS)?.as_shown().filter(|url| url.starts_with("https://"))?,
        issued: at(IAT)?,
        opens,
        key: PublicKey::new(value.get(CNF)?.get(1)?.get(-2)?.as_fixed()?)?,
        grants,
        label: match ours.get(LABEL) {
            Some(label) => Some(label.as_shown()?),
            None => None,
        },
        is_label_binding: ours.get(BINDING).is_some(),
        awards: ids(ours.get(AWARDS)?)?,
        certifies,
    })
}

fn ids(value: &Value) -> Option<Vec<Id>> {
    value.each(Value::as_id)
}

fn grant(value: &Value) -> Option<Grant> {
    let [course, modules, Value::Bool(is_open_ended), last] = value.items()? else { return None };
    let last_edition = Some(last.as_count()?).filter(|last| *last > 0);
    Some(Grant { course: course.as_id()?, modules: ids(modules)?, is_open_ended: *is_open_ended, last_edition })
}

fn span(value: &Value) -> Option<Span> {
    let [from, until] = value.items()? else { return None };
    let until = match until.as_int()? {
        0 => None,
        until => Some(moment(until)?),
    };
    Some(Span { from: moment(from.as_int()?)?, until })
}

/// The key that the holder has (RFC 8747, section 3.2), as COSE_Key (RFC 9053, section 7.2): key type OKP, curve Ed25519.
fn cose_key(key: &PublicKey) -> Value {
    Value::Map(vec![(1, Value::Int(1)), (-1, Value::Int(6)), (-2, Value::bytes(key.as_bytes()))])
}
