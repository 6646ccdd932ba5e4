//! Organisers as decentralised identifiers: did:key for a key, did:web for the organiser's domain.

use super::jwk;
use kerege::licence::{Organiser, PublicKey};
use serde_json::{Value, json};

/// The multicodec of an Ed25519 public key.
const ED25519_PUB: [u8; 2] = [0xed, 0x01];

/// A key as Multikey: base58btc of its multicodec and its bytes.
pub fn multikey(key: &PublicKey) -> String {
    let bytes = [ED25519_PUB.as_slice(), key.as_bytes()].concat();
    format!("z{}", bs58::encode(bytes).into_string())
}

/// The did:key of a key.
pub fn key(key: &PublicKey) -> String {
    format!("did:key:{}", multikey(key))
}

/// The did:web of an organiser's address; its document belongs to `/.well-known/did.json` of that domain, or to `did.json`
/// in the address's folder.
pub fn web(url: &str) -> String {
    let rest = url.trim_start_matches("https://").trim_end_matches('/');
    let mut parts = rest.split('/');
    // A port's colon stands for something else in a did.
    let host = parts.next().unwrap_or_default().replace(':', "%3A");
    let parts: Vec<&str> = std::iter::once(host.as_str()).chain(parts).collect();
    format!("did:web:{}", parts.join(":"))
}

/// The document of a did:key.
pub fn key_document(public: &PublicKey) -> Value {
    let did = key(public);
    let method = format!("{did}#{}", multikey(public));
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": [{ "id": method, "type": "Multikey", "controller": did, "publicKeyMultibase": multikey(public) }],
        "assertionMethod": [method],
    })
}

/// The document of an organiser's did:web, with every key: what an earlier one signed can still be checked.
pub fn web_document(organiser: &Organiser) -> Value {
    let did = web(&organiser.url);
    let id = |key: &PublicKey| format!("{did}#{}", key.fingerprint());
    let method = |key: &PublicKey| json!({ "id": id(key), "type": "JsonWebKey", "controller": did, "publicKeyJwk": jwk::public(key) });
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
        "id": did,
        "verificationMethod": organiser.keys.iter().map(|key| method(&key.key)).collect::<Vec<_>>(),
        "assertionMethod": organiser.keys.iter().map(|key| id(&key.key)).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_the_did_key_specification_has_its_did() {
        let did = "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
        let bytes = bs58::decode(&did[1..]).into_vec().unwrap();
        let key = PublicKey::new(bytes[2..].try_into().unwrap()).unwrap();
        assert_eq!(multikey(&key), did);
        assert_eq!(key_document(&key)["id"], format!("did:key:{did}"));
    }

    #[test]
    fn an_address_becomes_a_did_with_its_folders() {
        assert_eq!(web("https://example.org"), "did:web:example.org");
        assert_eq!(web("https://example.org/"), "did:web:example.org");
        assert_eq!(web("https://example.org:8443/courses/a"), "did:web:example.org%3A8443:courses:a");
    }
}
