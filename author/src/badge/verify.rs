//! What can be said of a badge without a network: an Open Badge 3.0 of anybody, as JSON with a proof, as VC-JWT, or baked
//! into a picture.

use super::jwt::{self, Jws};
use super::{bake, proof, shape};
use crate::day;
use crate::vault::{BadgeKey, did};
use kerege::licence::clock::SLACK;
use kerege::licence::{Organiser, PublicKey, Span, text};
use kerege::port::Moment;
use serde_json::Value;
use std::fmt;

/// An organiser that the verifier knows.
#[derive(Clone, Debug)]
pub struct Known {
    /// Who that is.
    pub organiser: Organiser,
    /// The RSA keys that its badges are signed with.
    pub badge_keys: Vec<BadgeKey>,
}

/// A key that signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Ed25519.
    Ed25519(PublicKey),
    /// RSA.
    Rsa(BadgeKey),
}

impl Key {
    /// The JWK thumbprint (RFC 7638), in base64url.
    pub fn fingerprint(&self) -> String {
        match self {
            Key::Ed25519(key) => key.fingerprint(),
            Key::Rsa(key) => key.fingerprint(),
        }
    }
}

/// Whether the signature was checked, and whose it is.
#[derive(Clone, Debug)]
pub enum Signature<'a> {
    /// It is good, and of an organiser that is known here.
    Of(&'a Organiser, Key),
    /// It is good; whose key that is, is not known here. The did:key that the issuer is said to be is this very key, or not.
    Stranger {
        /// The key.
        key: Key,
        /// Whether the badge names this key as its issuer.
        is_issuer: bool,
    },
    /// There is none of a kind that can be checked here: what there is instead.
    NotChecked(String),
}

/// A reason against a badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not what was signed.
    Altered,
    /// The registered claim of its JWT says something else than the credential.
    Claim(String),
    /// It is not of the form of an Open Badge.
    Shape(String),
    /// A known organiser's key signed it, and it names another issuer.
    OtherIssuer(String),
    /// The key was not in use when it was issued.
    KeyOutOfUse,
    /// It holds only from then on.
    NotYet(Moment),
    /// It held until then.
    Expired(Moment),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Altered => f.write_str("it is not what was signed: something was altered"),
            Reason::Claim(name) => write!(f, "`{name}` of the JWT says something else than the badge in it"),
            Reason::Shape(fault) => write!(f, "it has not the form of an Open Badge: {fault}"),
            Reason::OtherIssuer(id) => write!(f, "it names {id} as its issuer, and another organiser’s key signed it"),
            Reason::KeyOutOfUse => f.write_str("the organiser’s key was not in use on the day of the badge"),
            Reason::NotYet(from) => write!(f, "it holds only from {} on", day::of(*from)),
            Reason::Expired(until) => write!(f, "it held until {}", day::of(*until)),
        }
    }
}

/// What came out.
#[derive(Clone, Debug)]
pub struct Verdict<'a> {
    /// The credential.
    pub credential: Value,
    /// How it is signed, in words.
    pub form: String,
    /// Whether it is signed, and by whom.
    pub signature: Signature<'a>,
    /// What stands against it; nothing, where it is good.
    pub reasons: Vec<Reason>,
    /// Whether it names a place where its issuer says that it was revoked. That is not asked here.
    pub has_status: bool,
}

/// A badge, as it was found.
enum Found {
    Json(Value),
    Jwt(Jws),
}

/// Looks at a badge: JSON, JWT, or a picture that holds one of them; `None` where the bytes are none.
pub fn verify<'a>(bytes: &[u8], known: &'a [Known], now: Moment) -> Option<Verdict<'a>> {
    let baked = bake::unbake(bytes);
    let text = match &baked {
        Some(text) => text.as_str(),
        None => std::str::from_utf8(bytes).ok()?,
    };
    let found = match serde_json::from_str::<Value>(text) {
        Ok(value) => Found::Json(value),
        Err(_) => Found::Jwt(Jws::read(text)?),
    };
    let credential = match &found {
        Found::Json(value) => value.clone(),
        Found::Jwt(jws) => jws.credential(),
    };
    if !shape::is_of(&credential, "VerifiableCredential") {
        return None;
    }
    let (form, signed) = match &found {
        Found::Json(value) => proven(value),
        Found::Jwt(jws) => signed(jws, known),
    };
    let mut reasons: Vec<Reason> = match &found {
        Found::Json(_) => Vec::new(),
        Found::Jwt(jws) => against_claims(jws, &credential),
    };
    let signature = match signed {
        Signed::By(key) => whose(key, &credential, known, &mut reasons),
        Signed::Altered => {
            reasons.push(Reason::Altered);
            Signature::NotChecked("a signature that does not fit".to_owned())
        }
        Signed::Unknown(why) => Signature::NotChecked(why),
    };
    reasons.extend(shape::faults(&credential).into_iter().map(Reason::Shape));
    reasons.extend(against_time(&credential, now));
    let has_status = credential.get("credentialStatus").is_some();
    let form = if baked.is_some() { format!("{form}, baked into a picture") } else { form };
    Some(Verdict { credential, form, signature, reasons, has_status })
}

/// What a signature turned out to be.
enum Signed {
    By(Key),
    Altered,
    Unknown(String),
}

/// The proof of a badge as JSON: the first of a kind that is known here.
fn proven(value: &Value) -> (String, Signed) {
    let form = format!("JSON with a proof {}", proof::SUITE);
    let signed = match proof::check(value, &[]) {
        Ok(proof::Proven::By(key)) => Signed::By(Key::Ed25519(key)),
        Ok(proof::Proven::Altered) => Signed::Altered,
        Ok(proof::Proven::Unknown(None)) => return ("JSON".to_owned(), Signed::Unknown("no proof".to_owned())),
        Ok(proof::Proven::Unknown(Some(suite))) if suite == proof::SUITE => {
            Signed::Unknown("a proof whose key is elsewhere".to_owned())
        }
        Ok(proof::Proven::Unknown(Some(suite))) => {
            return ("JSON".to_owned(), Signed::Unknown(format!("a proof {suite}, which is not known here")));
        }
        Err(error) => Signed::Unknown(format!("a proof that cannot be checked here: {error}")),
    };
    (form, signed)
}

/// The signature of a badge as JWT: with a known organiser's key where it names one, else with the one that it brings along.
fn signed(jws: &Jws, known: &[Known]) -> (String, Signed) {
    let alg = jws.header.get("alg").and_then(Value::as_str).unwrap_or_default();
    let form = format!("JWT signed with {alg}");
    let (brought, kid) = (jws.header.get("jwk"), jws.header.get("kid").and_then(Value::as_str).unwrap_or_default());
    let is_meant = |fingerprint: &str| kid.rsplit('#').next() == Some(fingerprint);
    let key = match alg {
        "RS256" => {
            let mut theirs = known.iter().flat_map(|known| &known.badge_keys);
            let theirs = theirs.find(|key| is_meant(&key.fingerprint())).cloned();
            brought.and_then(BadgeKey::read).or(theirs).map(Key::Rsa)
        }
        "EdDSA" => {
            let mut theirs = known.iter().flat_map(|known| &known.organiser.keys).map(|key| key.key);
            let theirs = theirs.find(|key| is_meant(&key.fingerprint()));
            brought.and_then(okp).or_else(|| did::key_in(kid)).or(theirs).map(Key::Ed25519)
        }
        other => return (form, Signed::Unknown(format!("a signature by {other:?}, which is not known here"))),
    };
    let message = jws.signed.as_bytes();
    let signed = match key {
        None => Signed::Unknown(format!("a signature whose key is elsewhere ({kid:?})")),
        Some(key) => {
            let is_right = match &key {
                Key::Rsa(key) => key.signed(message, &jws.signature),
                Key::Ed25519(key) => {
                    jws.signature.as_slice().try_into().is_ok_and(|signature| key.signed(message, signature))
                }
            };
            if is_right { Signed::By(key) } else { Signed::Altered }
        }
    };
    (form, signed)
}

/// The Ed25519 key of a JWK.
fn okp(jwk: &Value) -> Option<PublicKey> {
    let is_ours = jwk.get("crv").and_then(Value::as_str) == Some("Ed25519");
    let x = jwk.get("x").and_then(Value::as_str).filter(|_| is_ours)?;
    PublicKey::new(text::from_base64(x)?.try_into().ok()?)
}

/// Whose key it is. A known organiser's has to have been in use, and the badge has to name that organiser.
fn whose<'a>(key: Key, credential: &Value, known: &'a [Known], reasons: &mut Vec<Reason>) -> Signature<'a> {
    let issuer = credential.get("issuer");
    let issuer = issuer.and_then(|issuer| issuer.as_str().or_else(|| issuer.get("id")?.as_str())).unwrap_or_default();
    let did = match &key {
        Key::Ed25519(key) => Some(did::key(key)),
        Key::Rsa(_) => None,
    };
    let is_issuer = did.as_deref() == Some(issuer);
    let Some((organiser, span)) = known.iter().find_map(|known| Some((&known.organiser, span_of(&key, known)?))) else {
        return Signature::Stranger { key, is_issuer };
    };
    if !(is_issuer || issuer == did::web(&organiser.url) || issuer == organiser.url) {
        reasons.push(Reason::OtherIssuer(issuer.to_owned()));
    }
    if !valid_from(credential).is_some_and(|at| span.contains(at)) {
        reasons.push(Reason::KeyOutOfUse);
    }
    Signature::Of(organiser, key)
}

fn span_of(key: &Key, known: &Known) -> Option<Span> {
    match key {
        Key::Ed25519(key) => known.organiser.keys.iter().find(|it| it.key == *key).map(|it| it.span),
        Key::Rsa(key) => known.badge_keys.iter().find(|it| it.fingerprint() == key.fingerprint()).map(|it| it.span),
    }
}

fn against_claims(jws: &Jws, credential: &Value) -> Vec<Reason> {
    let expected = jwt::claims(credential);
    let differs = |name: &str| match (jws.payload.get(name), expected.get(name)) {
        (Some(said), Some(expected)) => said != expected,
        // Whoever reads only the claims must not miss one that the credential has.
        (None, Some(_)) => true,
        (Some(_), None) => name != "iat" && name != "aud",
        (None, None) => false,
    };
    jwt::CLAIMS.iter().filter(|name| differs(name)).map(|name| Reason::Claim((*name).to_owned())).collect()
}

fn valid_from(credential: &Value) -> Option<Moment> {
    let from = credential.get("issuanceDate").or(credential.get("validFrom"));
    from.and_then(Value::as_str).and_then(day::moment)
}

fn against_time(credential: &Value, now: Moment) -> Vec<Reason> {
    let until = credential.get("expirationDate").or(credential.get("validUntil"));
    let until = until.and_then(Value::as_str).and_then(day::moment);
    let late = until.filter(|until| now >= *until).map(Reason::Expired);
    let early = valid_from(credential).filter(|from| from.0 > now.0.saturating_add(SLACK)).map(Reason::NotYet);
    early.into_iter().chain(late).collect()
}
