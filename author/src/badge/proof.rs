//! Data Integrity proofs with the cryptosuite eddsa-rdfc-2022 (W3C, Data Integrity EdDSA Cryptosuites v1.0, section 3.2).

use super::canon::{CanonError, canonical};
use crate::media::digest;
use crate::vault::did::{key_in, multikey};
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

/// The cryptosuite that is known here.
pub const SUITE: &str = "eddsa-rdfc-2022";

/// What a proof says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proven {
    /// This key signed exactly this document.
    By(PublicKey),
    /// The key that the proof names did not.
    Altered,
    /// There is no proof of this suite that names its key: of which suite there is one, if any.
    Unknown(Option<String>),
}

/// Checks the proof of a document; of several (a set of proofs) the first that is known here. `more` gives further contexts.
///
/// # Errors
/// Where the document is no JSON-LD that is understood here.
pub fn check(signed: &Value, more: &'static [(&'static str, String)]) -> Result<Proven, CanonError> {
    let mut document = signed.clone();
    let proofs = match document.as_object_mut().and_then(|members| members.remove("proof")) {
        Some(Value::Array(proofs)) => proofs,
        Some(proof) => vec![proof],
        None => return Ok(Proven::Unknown(None)),
    };
    let Some((mut proof, key)) = proofs.iter().find_map(|proof| Some((proof.clone(), key_of(proof)?))) else {
        let name = |proof: &Value| proof.get("cryptosuite").or(proof.get("type"))?.as_str().map(str::to_owned);
        return Ok(Proven::Unknown(Some(proofs.iter().find_map(name).unwrap_or_default())));
    };
    let value = proof.as_object_mut().and_then(|members| members.remove("proofValue"));
    let signature = value.as_ref().and_then(Value::as_str).and_then(|value| value.strip_prefix('z'));
    let signature = signature.and_then(|value| bs58::decode(value).into_vec().ok()).and_then(|it| it.try_into().ok());
    let Some(signature) = signature else { return Ok(Proven::Altered) };
    let is_right = key.signed(&hash_data(&document, &proof, more)?, &signature);
    Ok(if is_right { Proven::By(key) } else { Proven::Altered })
}

/// The key of a proof, where it is one of this suite, made to say so, and its key stands in its address.
fn key_of(proof: &Value) -> Option<PublicKey> {
    let text = |name: &str| proof.get(name).and_then(Value::as_str);
    let is_known = text("cryptosuite") == Some(SUITE)
        && text("type") == Some("DataIntegrityProof")
        && text("proofPurpose") == Some("assertionMethod");
    text("verificationMethod").filter(|_| is_known).and_then(key_in)
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
