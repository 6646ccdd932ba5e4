//! A credential as VC-JWT (Open Badges 3.0, section 8.2; JWS compact, RFC 7515): the credential's members stand in the
//! payload, beside the registered claims that say the same.
//!
//! Open Badges asks for RS256 at least, which has an RSA key of its own. EdDSA (RFC 8037) comes beside it for those who
//! read it; some verifiers do not.

use crate::day;
use crate::vault::{BadgeKey, PrivateBadgeKey, VaultError, did, jwk};
use kerege::licence::{PrivateKey, text};
use serde_json::{Map, Value, json};

/// The JWS with RS256. The issuer is the organiser's did:web, since only its document can name an RSA key.
///
/// # Errors
/// Where the computer gives no random numbers.
pub fn rs256(
    credential: &Value,
    url: &str,
    (private, public): (&PrivateBadgeKey, &BadgeKey),
) -> Result<String, VaultError> {
    let mut credential = credential.clone();
    credential["issuer"]["id"] = did::web(url).into();
    let kid = did::web_method(url, &public.fingerprint());
    let signed = unsigned("RS256", &kid, &public.jwk(), &credential);
    let signature = private.sign(signed.as_bytes())?;
    Ok(format!("{signed}.{}", text::base64(&signature)))
}

/// The JWS with EdDSA. The issuer is the key's did:key.
pub fn eddsa(credential: &Value, key: &PrivateKey) -> String {
    let public = key.public();
    let kid = format!("{}#{}", did::key(&public), did::multikey(&public));
    let signed = unsigned("EdDSA", &kid, &jwk::public(&public), credential);
    format!("{signed}.{}", text::base64(&key.sign(signed.as_bytes())))
}

/// Header and payload. `typ` is JWT, because Open Badges allows no other.
fn unsigned(alg: &str, kid: &str, jwk: &Value, credential: &Value) -> String {
    let header = json!({ "alg": alg, "typ": "JWT", "kid": kid, "jwk": jwk });
    let mut payload = credential.clone();
    if let Some(members) = payload.as_object_mut() {
        members.extend(claims(credential));
    }
    let part = |value: &Value| text::base64(value.to_string().as_bytes());
    format!("{}.{}", part(&header), part(&payload))
}

/// The registered claims (RFC 7519, section 4.1) of a credential: who issued it, its id, from when and until when it holds,
/// and whom it is about, as far as it says so.
pub fn claims(credential: &Value) -> Map<String, Value> {
    let id = |at: &Value| at.as_str().or_else(|| at.get("id")?.as_str()).map(Value::from);
    let moment = |name: &str| Some(Value::from(day::moment(credential.get(name)?.as_str()?)?.0.div_euclid(1000)));
    let claims = [
        ("iss", credential.get("issuer").and_then(id)),
        ("jti", credential.get("id").and_then(id)),
        ("nbf", moment("issuanceDate").or_else(|| moment("validFrom"))),
        ("exp", moment("expirationDate").or_else(|| moment("validUntil"))),
        ("sub", credential.get("credentialSubject").and_then(|subject| id(subject.get("id")?))),
    ];
    claims.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// A JWS, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jws {
    /// Its header.
    pub header: Value,
    /// Its payload.
    pub payload: Value,
    /// What is signed.
    pub signed: String,
    /// The signature.
    pub signature: Vec<u8>,
}

impl Jws {
    /// Takes a compact JWS apart; `None` where the text is none.
    pub fn read(text: &str) -> Option<Jws> {
        let (signed, signature) = text.trim().rsplit_once('.')?;
        let (header, payload) = signed.split_once('.')?;
        let part =
            |text: &str| serde_json::from_slice::<Value>(&text::from_base64(text)?).ok().filter(Value::is_object);
        Some(Jws {
            header: part(header)?,
            payload: part(payload)?,
            signed: signed.to_owned(),
            signature: text::from_base64(signature)?,
        })
    }

    /// The credential: the payload without its registered claims, or what stands below `vc` in the older form.
    pub fn credential(&self) -> Value {
        if let Some(older) = self.payload.get("vc").filter(|older| older.is_object()) {
            return older.clone();
        }
        let mut credential = self.payload.clone();
        if let Some(members) = credential.as_object_mut() {
            members.retain(|name, _| !CLAIMS.contains(&name.as_str()));
        }
        credential
    }
}

/// The registered claims.
pub const CLAIMS: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_say_what_the_credential_says() {
        let credential = json!({
            "id": "urn:uuid:1", "issuer": { "id": "did:web:a.example" }, "validFrom": "2026-11-24T09:00:00Z",
            "validUntil": "2027-11-24T09:00:00Z", "credentialSubject": { "id": "did:example:b" },
        });
        let claims = Value::Object(claims(&credential));
        let expected = json!({
            "iss": "did:web:a.example", "jti": "urn:uuid:1", "nbf": 1_795_510_800, "exp": 1_827_046_800, "sub": "did:example:b",
        });
        assert_eq!(claims, expected);
        let key = PrivateKey::new([3; 32]);
        let jws = Jws::read(&eddsa(&credential, &key)).unwrap();
        assert_eq!(jws.credential(), credential);
        assert_eq!(jws.header["typ"], "JWT");
        assert!(key.public().signed(jws.signed.as_bytes(), &jws.signature.try_into().unwrap()));
    }

    #[test]
    fn what_is_no_jws_is_none() {
        for bad in ["", "a.b.c", "e30.e30", "e30.W10.e30", "{}"] {
            assert_eq!(Jws::read(bad), None, "{bad}");
        }
    }
}
