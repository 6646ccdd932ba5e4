//! A signed token: COSE_Sign1 (RFC 9052, section 4.2) with Ed25519.

use super::cbor::{self, Value};
use super::key::{KeyId, PrivateKey, PublicKey};

/// What a signature is for. It is signed with everything else (`external_aad`), so that no signature can be taken for
/// another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The public half of a licence.
    Delegation,
    /// A certificate.
    Certificate,
    /// A list of revoked licences.
    Revocations,
    /// `catalogue.json`.
    Catalogue,
    /// `module.json`.
    Module,
}

impl Purpose {
    fn bytes(self) -> &'static [u8] {
        match self {
            Purpose::Delegation => b"kerege delegation",
            Purpose::Certificate => b"kerege certificate",
            Purpose::Revocations => b"kerege revocations",
            Purpose::Catalogue => b"kerege catalogue",
            Purpose::Module => b"kerege module",
        }
    }
}

/// Who signed a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
    /// The key with this id (header `kid`).
    Key(KeyId),
    /// The key that a delegation names; the delegation itself, as it was issued (header `kcwt`, RFC 9528, section 3.5.3).
    Delegate(Box<Token>),
}

/// A token that was read. Whether the signature is right is another question: [`Token::is_signed_by`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Who says to have signed it.
    pub signer: Signer,
    /// What is signed; `None` where it is kept apart (a detached signature).
    pub payload: Option<Vec<u8>>,
    /// The signature.
    pub signature: [u8; 64],
}

/// Larger tokens are refused before anything of them is read: 8 MiB, for long lists.
const LARGEST: usize = 8 * 1024 * 1024;

/// The tag of COSE_Sign1.
const SIGN1: u64 = 18;

/// Labels of headers: algorithm, key id, CWT with the key.
const ALG: i64 = 1;
const KID: i64 = 4;
const KCWT: i64 = 13;

/// The algorithm EdDSA (RFC 9053, section 2.2).
const EDDSA: i64 = -8;

impl Token {
    /// Signs a payload.
    pub fn sign(purpose: Purpose, key: &PrivateKey, signer: Signer, payload: Vec<u8>) -> Token {
        let signature = key.sign(&signed(purpose, &protected(&signer), &payload));
        Token { signer, payload: Some(payload), signature }
    }

    /// Signs a payload that is kept apart.
    pub fn detached(purpose: Purpose, key: &PrivateKey, payload: &[u8]) -> Token {
        let signer = Signer::Key(key.public().id());
        let signature = key.sign(&signed(purpose, &protected(&signer), payload));
        Token { signer, payload: None, signature }
    }

    /// Reads a token; `None` where the bytes are none.
    pub fn read(bytes: &[u8]) -> Option<Token> {
        if bytes.len() > LARGEST {
            return None;
        }
        Token::from_value(&cbor::read(bytes)?, true)
    }

    /// Reads a token that is part of something else. With `may_be_delegated` it may carry a delegation, which was issued by
    /// a key itself: chains are no longer than that.
    pub(crate) fn from_value(value: &Value, may_be_delegated: bool) -> Option<Token> {
        let Value::Tagged(SIGN1, inner) = value else { return None };
        let [Value::Bytes(protected), _, payload, signature] = inner.items()? else { return None };
        let payload = match payload {
            Value::Null => None,
            payload => Some(payload.as_bytes()?.to_vec()),
        };
        let signer = signer(&cbor::read(protected)?, may_be_delegated)?;
        let token = Token { signer, payload, signature: signature.as_fixed()? };
        // What stands in no field, such as another header, is not taken.
        (token.to_value() == *value).then_some(token)
    }

    /// The token's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.to_value().to_bytes()
    }

    pub(crate) fn to_value(&self) -> Value {
        let payload = self.payload.as_ref().map_or(Value::Null, |payload| Value::bytes(payload));
        let signature = Value::bytes(&self.signature);
        let parts = vec![Value::bytes(&protected(&self.signer)), Value::Map(Vec::new()), payload, signature];
        Value::Tagged(SIGN1, Box::new(Value::List(parts)))
    }

    /// Whether `key` signed it, for this purpose.
    pub fn is_signed_by(&self, purpose: Purpose, key: &PublicKey) -> bool {
        self.payload.as_ref().is_some_and(|payload| self.signs(purpose, key, payload))
    }

    /// Whether `key` signed a payload that is kept apart, for this purpose.
    pub fn signs(&self, purpose: Purpose, key: &PublicKey, payload: &[u8]) -> bool {
        key.signed(&signed(purpose, &protected(&self.signer), payload), &self.signature)
    }
}

/// The protected header.
fn protected(signer: &Signer) -> Vec<u8> {
    let signer = match signer {
        Signer::Key(id) => (KID, Value::bytes(id)),
        Signer::Delegate(delegation) => (KCWT, delegation.to_value()),
    };
    Value::Map(vec![(ALG, Value::Int(EDDSA)), signer]).to_bytes()
}

/// What is signed: `Sig_structure` (RFC 9052, section 4.4).
fn signed(purpose: Purpose, protected: &[u8], payload: &[u8]) -> Vec<u8> {
    let (purpose, payload) = (Value::bytes(purpose.bytes()), Value::bytes(payload));
    Value::List(vec![Value::text("Signature1"), Value::bytes(protected), purpose, payload]).to_bytes()
}

fn signer(header: &Value, may_be_delegated: bool) -> Option<Signer> {
    match (header.get(KID), header.get(KCWT)) {
        (Some(id), None) => Some(Signer::Key(id.as_fixed()?)),
        (None, Some(delegation)) if may_be_delegated => {
            Some(Signer::Delegate(Box::new(Token::from_value(delegation, false)?)))
        }
        _ => None,
    }
}
