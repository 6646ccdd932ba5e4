//! Open Badges 3.0, as far as they are understood here: read out of JSON, a JWT, or a picture, and compared with the
//! organisers that are known. A proof over linked data is left to verifiers that have a library for it.

mod picture;

use super::checked::{Badge, BadgeSignature, Voucher};
use crate::json::{self, Value};
use crate::licence::{Organiser, OrganiserKey, text};

/// Reads a badge from bytes that somebody brought, and looks whose key it names; `None` where there is no badge in them.
pub fn read(bytes: &[u8], organisers: &[Organiser]) -> Option<Badge> {
    if bytes.len() > LARGEST {
        return None;
    }
    let inside = picture::credential(bytes);
    let words = std::str::from_utf8(inside.as_deref().unwrap_or(bytes)).ok()?.trim();
    if words.starts_with('{') {
        let value = json::read(words.as_bytes()).ok()?;
        return data(&value, organisers);
    }
    token(words, organisers)
}

/// Larger files are no badges: 4 MiB.
const LARGEST: usize = 4 * 1024 * 1024;

/// Longer texts are cut off when they are shown, in characters.
const LONGEST: usize = 300;

/// A credential that stands by itself, perhaps with a proof.
fn data(value: &Value, organisers: &[Organiser]) -> Option<Badge> {
    let mut badge = credential(value)?;
    let proof = match value.get("proof") {
        Some(Value::Array(all)) => all.first(),
        other => other,
    };
    let Some(proof) = proof else { return Some(badge) };
    badge.signature = BadgeSignature::Proof;
    let method = proof.get("verificationMethod").and_then(Value::as_str).unwrap_or_default();
    // The key and the issuer have to be one and the same: anybody may name another's key beside a name.
    badge.organiser = known(&badge.issuer_id, organisers)
        .filter(|_| method.split('#').next() == Some(badge.issuer_id.as_str()))
        .map(|(organiser, key)| voucher(organiser, key));
    Some(badge)
}

/// A VC-JWT: a compact JWS (RFC 7515) whose payload is a credential.
fn token(words: &str, organisers: &[Organiser]) -> Option<Badge> {
    let (signed, signature) = words.rsplit_once('.')?;
    let (header, payload) = signed.split_once('.')?;
    let header = json::read(&text::from_base64(header)?).ok()?;
    let payload = json::read(&text::from_base64(payload)?).ok()?;
    // The version before 2.0 of the data model puts the credential into a claim.
    let mut badge = credential(payload.get("vc").unwrap_or(&payload))?;
    badge.signature = BadgeSignature::Foreign;
    let is_eddsa = header.get("alg").and_then(Value::as_str) == Some("EdDSA");
    let signature: Option<[u8; 64]> = text::from_base64(signature).and_then(|bytes| bytes.try_into().ok());
    if let (Some((organiser, key)), true) = (known(&badge.issuer_id, organisers), is_eddsa) {
        let holds = signature.is_some_and(|signature| key.key.signed(signed.as_bytes(), &signature));
        badge.signature = if holds { BadgeSignature::Holds } else { BadgeSignature::Altered };
        badge.organiser = Some(voucher(organiser, key));
    }
    Some(badge)
}

/// What a credential says; `None` where it is no AchievementCredential.
fn credential(value: &Value) -> Option<Badge> {
    let types = value.get("type")?;
    let is_type = |name: &str| match types {
        Value::Array(all) => all.iter().any(|one| one.as_str() == Some(name)),
        one => one.as_str() == Some(name),
    };
    if !is_type("AchievementCredential") && !is_type("OpenBadgeCredential") {
        return None;
    }
    let shown = |value: Option<&Value>| value.and_then(Value::as_str).map(shown);
    let issuer = value.get("issuer")?;
    let subject = value.get("credentialSubject")?;
    let achievement = subject.get("achievement")?;
    let identifiers = subject.get("identifier").and_then(Value::as_array).unwrap_or_default();
    let is_name = |one: &&Value| one.get("identityType").and_then(Value::as_str) == Some("name");
    let plain = |one: &&Value| one.get("hashed").and_then(Value::as_bool) != Some(true);
    let name = identifiers.iter().filter(is_name).find(plain).and_then(|one| one.get("identityHash"));
    Some(Badge {
        achievement: shown(achievement.get("name")).or_else(|| shown(value.get("name")))?,
        name: shown(subject.get("name")).or_else(|| shown(name)),
        issuer: shown(issuer.get("name")).unwrap_or_default(),
        issuer_id: shown(Some(issuer).filter(|one| one.as_str().is_some()).or(issuer.get("id")))?,
        from: shown(value.get("validFrom")).or_else(|| shown(value.get("issuanceDate"))).unwrap_or_default(),
        until: shown(value.get("validUntil")).or_else(|| shown(value.get("expirationDate"))),
        has_status: value.get("credentialStatus").is_some(),
        organiser: None,
        signature: BadgeSignature::None,
    })
}

/// A text without anything in it that hides or turns, and not too long.
fn shown(words: &str) -> String {
    words.chars().filter(|c| !super::is_hidden(*c)).take(LONGEST).collect()
}

/// The organiser whose key a did:key is.
fn known<'a>(did: &str, organisers: &'a [Organiser]) -> Option<(&'a Organiser, &'a OrganiserKey)> {
    let named = did.strip_prefix("did:key:")?;
    organisers.iter().find_map(|organiser| {
        let key = organiser.keys.iter().find(|key| multikey(key.key.as_bytes()) == named)?;
        Some((organiser, key))
    })
}

fn voucher(organiser: &Organiser, key: &OrganiserKey) -> Voucher {
    Voucher { name: organiser.name.clone(), url: organiser.url.clone(), fingerprint: key.key.fingerprint() }
}

/// A public key as Multikey (W3C, Controlled Identifiers 1.0, section 2.2.2): base58btc of its multicodec and its bytes.
fn multikey(key: &[u8; 32]) -> String {
    const SIGNS: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    // Digits of the number in base 58, the lowest first. The multicodec in front is no zero, so no sign stands for one.
    let mut digits: Vec<u8> = Vec::new();
    for byte in [0xed, 0x01].iter().chain(key) {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += u32::from(*digit) << 8;
            *digit = (carry % 58) as u8;
            carry /= 58;
        }
        while carry > 0 {
            digits.push((carry % 58) as u8);
            carry /= 58;
        }
    }
    let sign = |digit: &u8| SIGNS.get(usize::from(*digit)).map_or('1', |sign| char::from(*sign));
    std::iter::once('z').chain(digits.iter().rev().map(sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::multikey;

    #[test]
    fn a_key_is_written_as_in_the_specification_of_did_key() {
        // The first example of the did:key method: its Ed25519 key.
        let key = crate::licence::text::from_base64("Lm_M42cB3HkUiODQsXRcweM6TByfzEHGO9ND274JcOY").unwrap();
        assert_eq!(multikey(&key.try_into().unwrap()), "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK");
    }
}
