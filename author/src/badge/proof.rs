//! Data Integrity proofs with the cryptosuite eddsa-rdfc-2022 (W3C, Data Integrity EdDSA Cryptosuites v1.0, section 3.2).

use super::canon::{CanonError, canonical};
use crate::media::digest;
use crate::vault::did::multikey;
use kerege::licence::{PrivateKey, PublicKey};
use serde_json::{Value, json};

/// Signs a document: gives it with its proof.
///
/// # Errors
/// Where it is no JSON-LD that is understood here.
pub fn sign(document: &Value, key: &PrivateKey, created: &str) -> Result<Value, CanonError> {
    let public = multikey(&key.public());
    let mut proof = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": format!("did:key:{public}#{public}"),
        "proofPurpose": "assertionMethod",
    });
    let signature = key.sign(&hash_data(document, &proof, &[])?);
    proof["proofValue"] = format!("z{}", bs58::encode(signature).into_string()).into();
    let mut signed = document.clone();
    signed["proof"] = proof;
    Ok(signed)
}

const SUITE: &str = "eddsa-rdfc-2022";

/// What a proof says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proven {
    /// The key of this did:key signed exactly this document.
    By(String),
    /// It did not.
    Altered,
    /// There is no proof of this suite with a did:key.
    Unknown,
}

/// Checks the proof of a document. `more` gives further contexts.
///
/// # Errors
/// Where the document is no JSON-LD that is understood here.
pub fn check(signed: &Value, more: &'static [(&'static str, String)]) -> Result<Proven, CanonError> {
    let mut document = signed.clone();
    let proof = document.as_object_mut().and_then(|members| members.remove("proof"));
    let proof = match proof {
        Some(Value::Array(mut proofs)) if proofs.len() == 1 => proofs.pop(),
        other => other,
    };
    let Some(mut proof) = proof else { return Ok(Proven::Unknown) };
    let value = proof.as_object_mut().and_then(|members| members.remove("proofValue"));
    let text = |name: &str| proof.get(name).and_then(Value::as_str);
    let is_known = text("cryptosuite") == Some(SUITE)
        && text("type") == Some("DataIntegrityProof")
        && text("proofPurpose") == Some("assertionMethod");
    let method = text("verificationMethod").filter(|_| is_known).map(str::to_owned);
    let key = method.as_deref().and_then(key_of);
    let (Some(method), Some(key)) = (method, key) else { return Ok(Proven::Unknown) };
    let signature = value.as_ref().and_then(Value::as_str).and_then(|value| value.strip_prefix('z'));
    let signature = signature.and_then(|value| bs58::decode(value).into_vec().ok()).and_then(|it| it.try_into().ok());
    let Some(signature) = signature else { return Ok(Proven::Altered) };
    let is_right = key.signed(&hash_data(&document, &proof, more)?, &signature);
    Ok(if is_right { Proven::By(method.split('#').next().unwrap_or_default().to_owned()) } else { Proven::Altered })
}

/// The key of a did:key.
fn key_of(method: &str) -> Option<PublicKey> {
    let did = method.split('#').next()?;
    let bytes = bs58::decode(did.strip_prefix("did:key:z")?).into_vec().ok()?;
    PublicKey::new(bytes.strip_prefix(&[0xed, 0x01])?.try_into().ok()?)
}

/// What is signed: the hash of the proof's configuration, and that of the document (section 3.3.4).
pub fn hash_data(
    document: &Value,
    proof: &Value,
    more: &'static [(&'static str, String)],
) -> Result<Vec<u8>, CanonError> {
    let mut configuration = proof.clone();
    configuration["@context"] = document.get("@context").cloned().unwrap_or_default();
    let hash = |document: &Value| canonical(document, more).map(|text| digest(text.as_bytes()));
    Ok([hash(&configuration)?, hash(document)?].concat())
}
