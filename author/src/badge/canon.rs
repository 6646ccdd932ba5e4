//! JSON-LD as canonical N-Quads (RDF Dataset Canonicalization, RDFC-1.0). Contexts are those that are kept here.

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::Dataset;
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use serde_json::Value;
use std::fmt;

/// Verifiable Credentials 2.0.
pub const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";
/// Open Badges 3.0.
pub const BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// The contexts, by address.
const CONTEXTS: [(&str, &str); 2] = [
    (CREDENTIALS, include_str!("contexts/credentials-v2.jsonld")),
    (BADGES, include_str!("contexts/open-badges-3.0.3.jsonld")),
];

/// Why a document has no canonical form here.
#[derive(Debug)]
pub struct CanonError(String);

impl fmt::Display for CanonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the document is no JSON-LD that is understood here: {}", self.0)
    }
}

impl std::error::Error for CanonError {}

/// The canonical N-Quads of a document. `more` gives further contexts by address.
///
/// # Errors
/// Where it is no JSON-LD, or names a context that is not kept here.
pub fn canonical(document: &Value, more: &'static [(&'static str, String)]) -> Result<String, CanonError> {
    let text = document.to_string();
    let parser = JsonLdParser::new().for_slice(&text).with_load_document_callback(move |address, _| {
        let kept = CONTEXTS.iter().find(|(known, _)| *known == address).map(|(_, text)| *text);
        let kept = kept.or_else(|| more.iter().find(|(known, _)| *known == address).map(|(_, text)| text.as_str()));
        match kept {
            Some(text) => {
                Ok(JsonLdRemoteDocument { document: text.as_bytes().to_vec(), document_url: address.to_owned() })
            }
            None => Err(format!("the context {address} is not kept here").into()),
        }
    });
    let mut dataset = Dataset::new();
    for quad in parser {
        dataset.insert(&quad.map_err(|error| CanonError(error.to_string()))?);
    }
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm: CanonicalizationHashAlgorithm::Sha256 });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Ok(lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::sha256;

    #[test]
    fn the_contexts_are_those_that_were_published() {
        let hashes = CONTEXTS.map(|(_, text)| sha256(text.as_bytes()));
        assert_eq!(
            hashes,
            [
                "8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f",
                "ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761",
            ]
        );
    }

    #[test]
    fn a_context_from_elsewhere_is_never_fetched() {
        let document = serde_json::json!({ "@context": "https://example.org/context", "name": "x" });
        assert!(canonical(&document, &[]).unwrap_err().to_string().contains("is not kept here"));
    }
}
