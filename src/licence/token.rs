//! A signed token: COSE_Sign1 (RFC 9052, section 4.2) with Ed25519.

use super::cbor::{self, Written};
use super::key::{KeyId, PrivateKey, PublicKey};
use minicbor::Decoder;
use minicbor::data::Tag;

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
    Delegate(Vec<u8>),
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
        cbor::read(bytes, token, Token::to_bytes)
    }

    /// The token's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(|out| {
            out.tag(Tag::new(SIGN1))?.array(4)?.bytes(&protected(&self.signer))?.map(0)?;
            match &self.payload {
                Some(payload) => out.bytes(payload)?,
                None => out.null()?,
            };
            out.bytes(&self.signature)?;
            Ok(())
        })
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
    cbor::write(|out| {
        out.map(2)?.i64(ALG)?.i64(EDDSA)?;
        match signer {
            Signer::Key(id) => {
                out.i64(KID)?.bytes(id)?;
            }
            Signer::Delegate(delegation) => {
                out.i64(KCWT)?.writer_mut().extend(delegation);
            }
        }
        Ok(())
    })
}

/// What is signed: `Sig_structure` (RFC 9052, section 4.4).
fn signed(purpose: Purpose, protected: &[u8], payload: &[u8]) -> Vec<u8> {
    cbor::write(|out| -> Written {
        out.array(4)?.str("Signature1")?.bytes(protected)?.bytes(purpose.bytes())?.bytes(payload)?;
        Ok(())
    })
}

fn token(from: &mut Decoder<'_>) -> Option<Token> {
    let is_sign1 = from.tag().ok()? == Tag::new(SIGN1) && from.array().ok()? == Some(4);
    let protected = from.bytes().ok().filter(|_| is_sign1)?;
    let signer = signer(&mut Decoder::new(protected), protected)?;
    let is_bare = from.map().ok()? == Some(0);
    let payload = match from.datatype().ok().filter(|_| is_bare)? {
        minicbor::data::Type::Null => from.null().ok().map(|()| None)?,
        _ => Some(from.bytes().ok()?.to_vec()),
    };
    Some(Token { signer, payload, signature: cbor::fixed(from)? })
}

fn signer(from: &mut Decoder<'_>, all: &[u8]) -> Option<Signer> {
    let mut found = None;
    cbor::map(from, |label, from| {
        match label {
            ALG => return (from.i64().ok()? == EDDSA).then_some(()),
            KID => found = Some(Signer::Key(cbor::fixed(from)?)),
            KCWT => {
                let start = from.position();
                from.skip().ok()?;
                found = Some(Signer::Delegate(all.get(start..from.position())?.to_vec()));
            }
            _ => return None,
        }
        Some(())
    })?;
    found
}
