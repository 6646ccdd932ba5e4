//! The list of revoked licences: signed by the organiser, numbered, published beside the modules.

use super::LicenceId;
use super::cbor::{self, OURS, Value};
use super::key::PrivateKey;
use super::organiser::{Organiser, find};
use super::span::{moment, seconds};
use super::token::{Purpose, Signer, Token};
use crate::port::Moment;
use std::fmt;

pub use crate::certificate::reason::Standing;

/// Which licences an organiser has revoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocations {
    /// Counts up with every list.
    pub number: u32,
    /// The organiser's address (`https:`).
    pub url: String,
    /// When the list was made.
    pub issued: Moment,
    /// Licences by id, in order, and when each was revoked.
    revoked: Vec<(LicenceId, Moment)>,
}

/// Why a list is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListRefused {
    /// It is no list.
    Unreadable,
    /// It is signed by nobody who is known here.
    UnknownOrganiser,
    /// It is not what the organiser signed.
    Altered,
    /// There was a newer one already.
    Older(u32),
}

impl fmt::Display for ListRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ListRefused::Unreadable => f.write_str("this is no list of revoked licences"),
            ListRefused::UnknownOrganiser => f.write_str("the list is signed by nobody who is known here"),
            ListRefused::Altered => f.write_str("the list is not what the organiser signed"),
            ListRefused::Older(number) => write!(f, "the list is older than number {number}, which was seen already"),
        }
    }
}

impl std::error::Error for ListRefused {}

impl Revocations {
    /// A list; of a licence that stands twice, the first revocation counts.
    pub fn new(number: u32, url: &str, issued: Moment, mut revoked: Vec<(LicenceId, Moment)>) -> Revocations {
        revoked.sort();
        revoked.dedup_by_key(|(id, _)| *id);
        Revocations { number, url: url.to_owned(), issued, revoked }
    }

    /// The licences, in order.
    pub fn revoked(&self) -> &[(LicenceId, Moment)] {
        &self.revoked
    }

    /// What it says of a licence.
    pub fn standing(&self, id: LicenceId) -> Standing {
        match self.revoked.binary_search_by_key(&id, |(known, _)| *known) {
            Ok(at) => Standing::Revoked(self.revoked.get(at).map_or(self.issued, |(_, at)| *at)),
            Err(_) => Standing::Valid(self.number, self.issued),
        }
    }

    /// Signs it with the organiser's key.
    pub fn sign(&self, key: &PrivateKey) -> Token {
        Token::sign(Purpose::Revocations, key, Signer::Key(key.public().id()), self.to_value().to_bytes())
    }

    /// Reads a list, signed by one of `organisers`. `known` is the number of the newest list of that organiser that was
    /// seen before.
    ///
    /// # Errors
    /// [`ListRefused`], where it is not to be believed.
    pub fn read(
        bytes: &[u8],
        organisers: &[Organiser],
        known: impl FnOnce(&Organiser) -> Option<u32>,
    ) -> Result<Revocations, ListRefused> {
        let token = Token::read(bytes).ok_or(ListRefused::Unreadable)?;
        let payload = token.payload.as_ref().ok_or(ListRefused::Unreadable)?;
        let value = cbor::read(payload).ok_or(ListRefused::Unreadable)?;
        let list = list(&value).filter(|list| list.to_value() == value).ok_or(ListRefused::Unreadable)?;
        let Signer::Key(id) = &token.signer else { return Err(ListRefused::Unreadable) };
        let (organiser, key) = find(organisers, id).ok_or(ListRefused::UnknownOrganiser)?;
        if !token.is_signed_by(Purpose::Revocations, &key.key) || !key.span.contains(list.issued) {
            return Err(ListRefused::Altered);
        }
        if list.url != organiser.url {
            return Err(ListRefused::UnknownOrganiser);
        }
        match known(organiser) {
            Some(known) if list.number < known => Err(ListRefused::Older(known)),
            _ => Ok(list),
        }
    }

    fn to_value(&self) -> Value {
        let revoked = |(id, at): &(LicenceId, Moment)| Value::List(vec![Value::bytes(&id.0), Value::Int(seconds(*at))]);
        let revoked = Value::List(self.revoked.iter().map(revoked).collect());
        let ours = vec![(VERSION, Value::Int(1)), (NUMBER, Value::count(self.number)), (REVOKED, revoked)];
        Value::Map(vec![
            (ISS, Value::text(&self.url)),
            (IAT, Value::Int(seconds(self.issued))),
            (OURS, Value::Map(ours)),
        ])
    }
}

/// Registered claims (RFC 8392): issuer, issued at.
const ISS: i64 = 1;
const IAT: i64 = 6;

/// Our claims.
const VERSION: i64 = 0;
const NUMBER: i64 = 1;
const REVOKED: i64 = 2;

fn list(value: &Value) -> Option<Revocations> {
    let ours = value.get(OURS).filter(|ours| ours.get(VERSION) == Some(&Value::Int(1)))?;
    let revoked = ours.get(REVOKED)?.each(entry)?;
    let is_in_order = revoked.is_sorted_by(|(a, _), (b, _)| a < b);
    is_in_order.then_some(Revocations {
        number: ours.get(NUMBER)?.as_count()?,
        url: value.get(ISS)?.as_shown()?,
        issued: moment(value.get(IAT)?.as_int()?)?,
        revoked,
    })
}

fn entry(value: &Value) -> Option<(LicenceId, Moment)> {
    let [id, at] = value.items()? else { return None };
    Some((LicenceId(id.as_fixed()?), moment(at.as_int()?)?))
}
