//! Organisers as decentralised identifiers: did:key for a key, did:web for the organiser's domain.

use super::{BadgeKey, jwk};
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

/// The Ed25519 key that stands in an address itself: in a did:key, or in the fragment of a verification method. Whoever's
/// address it is, is not said by that.
pub fn key_in(method: &str) -> Option<PublicKey> {
    let (start, fragment) = method.split_once('#').unwrap_or((method, ""));
    let multikey = start.strip_prefix("did:key:").unwrap_or(fragment);
    let bytes = bs58::decode(multikey.strip_prefix('z')?).into_vec().ok()?;
    PublicKey::new(bytes.strip_prefix(&ED25519_PUB)?.try_into().ok()?)
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
pub fn web_document(organiser: &Organiser, badge_keys: &[BadgeKey]) -> Value {
    let did = web(&organiser.url);
    let keys = organiser.keys.iter().map(|key| (key.key.fingerprint(), jwk::public(&key.key)));
    let badges = badge_keys.iter().map(|key| (key.fingerprint(), key.jwk()));
    let (mut methods, mut ids) = (Vec::new(), Vec::new());
    for (fingerprint, jwk) in keys.chain(badges) {
        let id = web_method(&organiser.url, &fingerprint);
        methods.push(json!({ "id": id, "type": "JsonWebKey", "controller": did, "publicKeyJwk": jwk }));
        ids.push(id);
    }
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": ids,
    })
}

/// The address of a key in the document of a did:web.
pub fn web_method(url: &str, fingerprint: &str) -> String {
    format!("{}#{fingerprint}", web(url))
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
    fn a_key_is_found_in_its_address() {
        let multikey = "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
        for method in [
            format!("did:key:{multikey}"),
            format!("did:key:{multikey}#{multikey}"),
            format!("https://example.com/issuers/1#{multikey}"),
        ] {
            assert_eq!(key_in(&method).map(|key| super::multikey(&key)).as_deref(), Some(multikey), "{method}");
        }
        for bad in [
            "",
            "did:key:",
            "did:web:example.org#key-1",
            multikey,
            "xxx:z6Mk",
            "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWq",
        ] {
            assert_eq!(key_in(bad), None, "{bad}");
        }
    }

    #[test]
    fn an_address_becomes_a_did_with_its_folders() {
        assert_eq!(web("https://example.org"), "did:web:example.org");
        assert_eq!(web("https://example.org/"), "did:web:example.org");
        assert_eq!(web("https://example.org:8443/courses/a"), "did:web:example.org%3A8443:courses:a");
    }
}
