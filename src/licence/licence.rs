//! A licence as it is handed over: delegation and secret part.

use super::cbor;
use super::{Delegation, Secret, Token};
use minicbor::Decoder;
use minicbor::data::Type;

/// A licence as it was read. Nothing about it is proven yet: see [`super::check`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// The delegation as it was issued.
    pub token: Token,
    /// What it says.
    pub delegation: Delegation,
    /// The secret part.
    pub part: Part,
}

/// The secret part, open or locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Open.
    Open(Secret),
    /// Locked with a code: a JWE (see [`crate::seal::jwe`]).
    Locked(String),
}

/// Larger licences fit on no card.
const LARGEST: usize = 8192;

impl Licence {
    /// A licence from its two halves.
    pub fn new(token: Token, part: Part) -> Option<Licence> {
        let delegation = Delegation::read(&token)?;
        let fits = match &part {
            Part::Open(secret) => secret.certificate.public() == delegation.key,
            Part::Locked(_) => true,
        };
        fits.then_some(Licence { token, delegation, part })
    }

    /// Its bytes; [`super::text`] makes a link or a QR code of them. Whoever has them has the licence.
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(|out| {
            out.array(2)?.writer_mut().extend(self.token.to_bytes());
            match &self.part {
                Part::Open(secret) => out.bytes(&secret.to_bytes())?,
                Part::Locked(jwe) => out.str(jwe)?,
            };
            Ok(())
        })
    }

    /// Reads a licence; `None` where the bytes are none.
    pub fn read(bytes: &[u8]) -> Option<Licence> {
        if bytes.len() > LARGEST {
            return None;
        }
        cbor::read(bytes, |from| licence(from, bytes), Licence::to_bytes)
    }

    /// Takes in the opened secret part; `None` where it belongs to another licence.
    pub fn unlocked(self, secret: Secret) -> Option<Licence> {
        Licence::new(self.token, Part::Open(secret))
    }
}

fn licence(from: &mut Decoder<'_>, all: &[u8]) -> Option<Licence> {
    let is_pair = from.array().ok()? == Some(2);
    let start = from.position();
    from.skip().ok().filter(|()| is_pair)?;
    let token = Token::read(all.get(start..from.position())?)?;
    let part = match from.datatype().ok()? {
        Type::Bytes => Part::Open(Secret::read(from.bytes().ok()?)?),
        _ => Part::Locked(from.str().ok()?.to_owned()),
    };
    Licence::new(token, part)
}
