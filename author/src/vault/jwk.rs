//! Keys as JWK (RFC 7517, RFC 8037).

use super::PrivateBadgeKey;
use kerege::licence::{PrivateKey, PublicKey, text};
use serde_json::{Value, json};
use zeroize::Zeroizing;

/// A public key.
pub fn public(key: &PublicKey) -> Value {
    json!({ "kty": "OKP", "crv": "Ed25519", "x": text::base64(key.as_bytes()), "kid": key.fingerprint(), "alg": "EdDSA", "use": "sig" })
}

/// Private keys as a JWK Set; to be locked.
pub fn private_set(keys: &[PrivateKey], badge_keys: &[PrivateBadgeKey]) -> Zeroizing<Vec<u8>> {
    let key = |key: &PrivateKey| {
        let (x, d) = (text::base64(key.public().as_bytes()), Zeroizing::new(text::base64(key.seed())));
        json!({ "kty": "OKP", "crv": "Ed25519", "x": x, "d": *d, "kid": key.public().fingerprint() })
    };
    set(keys.iter().map(key).chain(badge_keys.iter().map(PrivateBadgeKey::jwk)).collect())
}

/// The private keys of a JWK Set, Ed25519 and RSA; `None` where it is none, or a key does not fit its public half.
pub fn private_keys(bytes: &[u8]) -> Option<(Vec<PrivateKey>, Vec<PrivateBadgeKey>)> {
    let (rsa, others): (Vec<Value>, Vec<Value>) =
        members(bytes)?.into_iter().partition(|jwk| jwk.get("kty").and_then(Value::as_str) == Some("RSA"));
    Some((
        others.iter().map(private_key).collect::<Option<_>>()?,
        rsa.iter().map(PrivateBadgeKey::read).collect::<Option<_>>()?,
    ))
}

fn private_key(jwk: &Value) -> Option<PrivateKey> {
    let part = |name: &str| text::from_base64(jwk.get(name)?.as_str()?);
    let seed = Zeroizing::new(part("d")?);
    let key = PrivateKey::new(seed.as_slice().try_into().ok()?);
    (part("x")?.as_slice() == key.public().as_bytes()).then_some(key)
}

pub(super) fn set(keys: Vec<Value>) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(json!({ "keys": keys }).to_string().into_bytes())
}

pub(super) fn members(bytes: &[u8]) -> Option<Vec<Value>> {
    let mut set: Value = serde_json::from_slice(bytes).ok()?;
    match set.get_mut("keys")?.take() {
        Value::Array(keys) => Some(keys),
        _ => None,
    }
}
