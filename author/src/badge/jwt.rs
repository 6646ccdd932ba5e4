//! A credential as VC-JWT (W3C, Securing Verifiable Credentials using JOSE and COSE), signed with EdDSA (RFC 8037).
//!
//! Open Badges 3.0 asks verifiers for RS256 at least; some of them read no EdDSA. So this form comes beside the one with a
//! proof, and never instead.

use crate::vault::{did, jwk};
use kerege::licence::{PrivateKey, text};
use serde_json::{Value, json};

/// The JWS, compact.
pub fn sign(credential: &Value, key: &PrivateKey) -> String {
    let public = key.public();
    let (did, method) = (did::key(&public), did::multikey(&public));
    let header = json!({ "alg": "EdDSA", "typ": "vc+jwt", "cty": "vc", "kid": format!("{did}#{method}"), "jwk": jwk::public(&public) });
    let part = |value: &Value| text::base64(value.to_string().as_bytes());
    let signed = format!("{}.{}", part(&header), part(credential));
    format!("{signed}.{}", text::base64(&key.sign(signed.as_bytes())))
}
