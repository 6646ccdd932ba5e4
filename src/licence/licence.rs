//! A licence as it is handed over: delegation and secret part.

use super::cbor::{self, Value};
use super::{Delegation, Secret, Token};

/// A licence as it was read. Nothing about it is proven yet: see [`super::check()`].
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
        let part = match &self.part {
            Part::Open(secret) => secret.to_value(),
            Part::Locked(jwe) => Value::text(jwe),
        };
        Value::List(vec![self.token.to_value(), part]).to_bytes()
    }

    /// Reads a licence; `None` where the bytes are none.
    pub fn read(bytes: &[u8]) -> Option<Licence> {
        if bytes.len() > LARGEST {
            return None;
        }
        let value = cbor::read(bytes)?;
        let [token, part] = value.items()? else { return None };
        let part = match part {
            Value::Text(jwe) => Part::Locked(jwe.clone()),
            part => Part::Open(Secret::from_value(part)?),
        };
        Licence::new(Token::from_value(token, false)?, part)
    }

    /// Takes in the opened secret part; `None` where it belongs to another licence.
    pub fn unlocked(self, secret: Secret) -> Option<Licence> {
        Licence::new(self.token, Part::Open(secret))
    }
}
