//! RSA keys that badges are signed with as RS256 (RFC 7518, section 3.3), which Open Badges asks for at least. Nothing else
//! is signed with them: licences, lists and outlines have Ed25519 keys.

use super::VaultError;
use kerege::licence::{Span, text};
use kerege::port::Moment;
use rsa::pkcs1v15::{Signature, SigningKey, VerifyingKey};
use rsa::sha2::Sha256;
use rsa::signature::{SignatureEncoding as _, Signer as _, Verifier as _};
use rsa::traits::{PrivateKeyParts as _, PublicKeyParts as _};
use rsa::{BoxedUint, Generate as _};
use serde_json::{Value, json};
use std::fmt;
use zeroize::Zeroizing;

/// A shorter modulus is refused (RFC 7518, section 3.3): in bits.
const SHORTEST: u32 = 2048;

/// A public RSA key, and when badges are signed with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadgeKey {
    n: Vec<u8>,
    e: Vec<u8>,
    /// When badges are signed with it.
    pub span: Span,
}

impl BadgeKey {
    /// The key of a JWK (RFC 7518, section 6.3.1), always in use unless it says otherwise; `None` where it is none, is too
    /// short, or its span cannot be read.
    pub fn read(jwk: &Value) -> Option<BadgeKey> {
        let is_rsa = jwk.get("kty").and_then(Value::as_str) == Some("RSA");
        let part = |name: &str| text::from_base64(jwk.get(name)?.as_str()?);
        let at = |name: &str| match jwk.get(name) {
            Some(value) => value.as_i64()?.checked_mul(1000).map(|at| Some(Moment(at))),
            None => Some(None),
        };
        let span = Span { from: at("nbf")?.unwrap_or(Moment(0)), until: at("exp")? };
        let key = BadgeKey { n: part("n")?, e: part("e")?, span };
        key.public().filter(|_| is_rsa).map(|_| key)
    }

    /// The key as JWK, without its span.
    pub fn jwk(&self) -> Value {
        let (n, e) = (text::base64(&self.n), text::base64(&self.e));
        json!({ "kty": "RSA", "n": n, "e": e, "kid": self.fingerprint(), "alg": "RS256", "use": "sig" })
    }

    /// The key as `organiser.json` has it: with its span.
    pub fn published(&self) -> Value {
        let mut jwk = self.jwk();
        jwk["nbf"] = (self.span.from.0 / 1000).into();
        if let Some(until) = self.span.until {
            jwk["exp"] = (until.0 / 1000).into();
        }
        jwk
    }

    /// The JWK thumbprint (RFC 7638) with SHA-256, in base64url.
    pub fn fingerprint(&self) -> String {
        let members = format!(r#"{{"e":"{}","kty":"RSA","n":"{}"}}"#, text::base64(&self.e), text::base64(&self.n));
        text::base64(&crate::media::digest(members.as_bytes()))
    }

    /// Whether it signed the message by RS256.
    pub fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        let signature = Signature::try_from(signature);
        let key = self.public().map(VerifyingKey::<Sha256>::new);
        key.zip(signature.ok()).is_some_and(|(key, signature)| key.verify(message, &signature).is_ok())
    }

    fn public(&self) -> Option<rsa::PublicKey> {
        let number = BoxedUint::from_be_slice_vartime;
        let key = rsa::PublicKey::new(number(&self.n), number(&self.e)).ok()?;
        (key.n().bit_width() >= SHORTEST).then_some(key)
    }
}

/// A private RSA key. It is wiped from memory when it is dropped, and never printed.
#[derive(Clone)]
pub struct PrivateBadgeKey(rsa::PrivateKey);

impl PrivateBadgeKey {
    /// Draws a key of 3072 bits.
    ///
    /// # Errors
    /// Where the computer gives no random numbers.
    pub fn draw() -> Result<PrivateBadgeKey, VaultError> {
        rsa::PrivateKey::try_generate().map(PrivateBadgeKey).map_err(|error| VaultError::NoChance(error.to_string()))
    }

    /// Its public half.
    pub fn public(&self, span: Span) -> BadgeKey {
        BadgeKey { n: self.0.n_bytes().into_vec(), e: self.0.e_bytes().into_vec(), span }
    }

    /// The signature of a message by RS256.
    ///
    /// # Errors
    /// Where the computer gives no random numbers to blind it with.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, VaultError> {
        let signature = SigningKey::<Sha256>::new(self.0.clone()).try_sign(message);
        signature.map(|signature| signature.to_vec()).map_err(|error| VaultError::NoChance(error.to_string()))
    }

    /// The key as JWK (RFC 7518, section 6.3.2); to be locked.
    pub(super) fn jwk(&self) -> Value {
        let mut jwk = self.public(Span { from: Moment(0), until: None }).jwk();
        let secret = |number: &BoxedUint| {
            let bytes = Zeroizing::new(number.to_be_bytes_trimmed_vartime());
            text::base64(&bytes)
        };
        jwk["d"] = secret(self.0.d()).into();
        for (name, prime) in ["p", "q"].iter().zip(self.0.primes()) {
            jwk[*name] = secret(prime.as_ref()).into();
        }
        jwk
    }

    /// The key of a JWK; `None` where it is none, or its parts do not belong together.
    pub(super) fn read(jwk: &Value) -> Option<PrivateBadgeKey> {
        let part = |name: &str| {
            let bytes = Zeroizing::new(text::from_base64(jwk.get(name)?.as_str()?)?);
            Some(BoxedUint::from_be_slice_vartime(&bytes))
        };
        let primes = vec![part("p")?, part("q")?];
        rsa::PrivateKey::from_components(part("n")?, part("e")?, part("d")?, primes).ok().map(PrivateBadgeKey)
    }
}

impl fmt::Debug for PrivateBadgeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateBadgeKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of RFC 7517, appendix A.1, whose thumbprint is in RFC 7638, section 3.1.
    const N: &str = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";

    #[test]
    fn a_key_has_the_thumbprint_of_rfc_7638() {
        let key = BadgeKey::read(&json!({ "kty": "RSA", "n": N, "e": "AQAB" })).unwrap();
        assert_eq!(key.fingerprint(), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
        assert_eq!(BadgeKey::read(&key.published()), Some(key));
    }

    #[test]
    fn what_is_too_short_or_no_key_is_none() {
        let short = text::base64(&[0xc1; 128]);
        for (kty, n, e) in [("RSA", short.as_str(), "AQAB"), ("EC", N, "AQAB"), ("RSA", "", "AQAB"), ("RSA", N, "AA")] {
            assert_eq!(BadgeKey::read(&json!({ "kty": kty, "n": n, "e": e })), None, "{kty} {e}");
        }
        assert_eq!(BadgeKey::read(&json!({ "kty": "RSA", "n": N, "e": "AQAB", "exp": "soon" })), None);
    }

    #[test]
    fn a_key_is_read_back_signs_and_is_never_printed() {
        let key = PrivateBadgeKey::draw().unwrap();
        let public = key.public(Span { from: Moment(0), until: None });
        assert_eq!(public.n.len(), 384, "3072 bits");
        let again = PrivateBadgeKey::read(&key.jwk()).unwrap();
        let signature = again.sign(b"message").unwrap();
        assert!(public.signed(b"message", &signature));
        assert!(!public.signed(b"massage", &signature) && !public.signed(b"message", &signature[1..]));
        assert_eq!(format!("{key:?}"), "PrivateBadgeKey(…)");
        let mut other = key.jwk();
        other["d"] = "AQAB".into();
        assert!(PrivateBadgeKey::read(&other).is_none(), "parts that do not belong together");
    }
}
