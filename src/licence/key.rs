//! Ed25519 keys (RFC 8032), and how they are named.

use super::text;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};
use std::fmt;
use zeroize::Zeroizing;

/// A public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicKey([u8; 32]);

/// The beginning of a key's fingerprint: enough to find the key, which is then what decides.
pub type KeyId = [u8; 8];

impl PublicKey {
    /// A key from its 32 bytes; `None` where they are no point on the curve, or one with which anything is signed.
    pub fn new(bytes: [u8; 32]) -> Option<PublicKey> {
        let key = VerifyingKey::from_bytes(&bytes).ok()?;
        (!key.is_weak()).then_some(PublicKey(bytes))
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The JWK thumbprint (RFC 7638 and RFC 8037, appendix A.3) with SHA-256.
    pub fn thumbprint(&self) -> [u8; 32] {
        let members = ["{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"", &text::base64(&self.0), "\"}"].concat();
        sha256(members.as_bytes())
    }

    /// The thumbprint as people compare it: base64url.
    pub fn fingerprint(&self) -> String {
        text::base64(&self.thumbprint())
    }

    /// What tokens name it by.
    pub fn id(&self) -> KeyId {
        let [a, b, c, d, e, f, g, h, ..] = self.thumbprint();
        [a, b, c, d, e, f, g, h]
    }

    /// Whether it signed the message, judged strictly: one message has one signature.
    pub fn signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        let key = VerifyingKey::from_bytes(&self.0);
        key.is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.fingerprint())
    }
}

/// A private key. It is wiped from memory when it is dropped, and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateKey(Zeroizing<[u8; 32]>);

impl PrivateKey {
    /// A key from 32 random bytes.
    pub fn new(seed: [u8; 32]) -> PrivateKey {
        PrivateKey(Zeroizing::new(seed))
    }

    /// The seed.
    pub fn seed(&self) -> &[u8; 32] {
        &self.0
    }

    /// Its public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(SigningKey::from_bytes(&self.0).verifying_key().to_bytes())
    }

    /// The signature of a message; the same message has the same one.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        SigningKey::from_bytes(&self.0).sign(message).to_bytes()
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

/// The SHA-256 of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::{PrivateKey, PublicKey};

    #[test]
    fn a_key_has_the_thumbprint_of_rfc_8037() {
        let x = crate::licence::text::from_base64("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").unwrap();
        let key = PublicKey::new(x.try_into().unwrap()).unwrap();
        assert_eq!(key.fingerprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn a_key_with_which_anything_is_signed_is_none() {
        let mut neutral = [0; 32];
        neutral[0] = 1;
        assert_eq!(PublicKey::new(neutral), None);
        assert_eq!(PublicKey::new([0; 32]), None);
    }

    #[test]
    fn a_private_key_is_never_printed() {
        assert_eq!(format!("{:?}", PrivateKey::new([7; 32])), "PrivateKey(…)");
    }
}
