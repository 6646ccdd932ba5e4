//! The list of revoked licences: signed by the organiser, numbered, published beside the modules.

use super::LicenceId;
use super::cbor::{self, OURS};
use super::key::PrivateKey;
use super::organiser::{Organiser, find};
use super::span::{moment, seconds};
use super::token::{Purpose, Signer, Token};
use crate::port::Moment;
use minicbor::Decoder;
use std::fmt;

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
        Token::sign(Purpose::Revocations, key, Signer::Key(key.public().id()), self.payload())
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
        let list = cbor::read(payload, list, Revocations::payload).ok_or(ListRefused::Unreadable)?;
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

    fn payload(&self) -> Vec<u8> {
        cbor::write(|out| {
            out.map(3)?.i64(1)?.str(&self.url)?.i64(6)?.i64(seconds(self.issued))?;
            out.i64(OURS)?.map(3)?.i64(0)?.i64(1)?.i64(1)?.u32(self.number)?;
            out.i64(2)?.array(self.revoked.len() as u64)?;
            for (id, at) in &self.revoked {
                out.array(2)?.bytes(&id.0)?.i64(seconds(*at))?;
            }
            Ok(())
        })
    }
}

/// More licences than this no organiser has issued.
const MOST: u64 = 400_000;

fn list(from: &mut Decoder<'_>) -> Option<Revocations> {
    let (mut url, mut issued, mut number, mut revoked) = (None, None, None, Vec::new());
    cbor::map(from, |claim, from| {
        match claim {
            1 => url = Some(cbor::text(from)?),
            6 => issued = Some(moment(from.i64().ok()?)?),
            OURS => cbor::map(from, |claim, from| {
                match claim {
                    0 => return (from.i64().ok()? == 1).then_some(()),
                    1 => number = Some(from.u32().ok()?),
                    2 => revoked = cbor::list(from, MOST, entry)?,
                    _ => return None,
                }
                Some(())
            })?,
            _ => return None,
        }
        Some(())
    })?;
    // What is out of order, or stands twice, is not written again as it is, and so refused.
    Some(Revocations::new(number?, &url?, issued?, revoked))
}

fn entry(from: &mut Decoder<'_>) -> Option<(LicenceId, Moment)> {
    let is_pair = from.array().ok()? == Some(2);
    Some((LicenceId(cbor::fixed(from).filter(|_| is_pair)?), moment(from.i64().ok()?)?))
}
