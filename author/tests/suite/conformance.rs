//! Files that other people wrote, to hold badges and proofs against.

use kerege::licence::PrivateKey;
use kerege::port::Moment;
use kerege_author::badge::canon::canonical;
use kerege_author::badge::proof::{Proven, check, hash_data};
use kerege_author::badge::verify::{Reason, Signature, verify};
use kerege_author::vault::did;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Other people's files to hold the command against; `None`, with a printed word, where they are missing.
fn conformance(name: &str) -> Option<PathBuf> {
    let given = std::env::var_os("KEREGE_CONFORMANCE").map(PathBuf::from);
    let folder = given.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance"));
    let folder = folder.join(name);
    if !folder.is_dir() {
        eprintln!("skipped: there is no {}; KEREGE_CONFORMANCE names another place", folder.display());
        return None;
    }
    Some(folder)
}

/// The contexts of the W3C's examples, as far as its test vectors use them: everything undefined has a name below one
/// address, and the citizenship vocabulary has those terms that the second vector needs.
fn examples() -> &'static [(&'static str, String)] {
    static CONTEXT: OnceLock<Vec<(&str, String)>> = OnceLock::new();
    CONTEXT.get_or_init(|| {
        let vocabulary = json!({ "@context": { "@vocab": "https://www.w3.org/ns/credentials/examples#" } });
        let citizen = |name: &str| format!("https://w3id.org/citizenship#{name}");
        let schema = |name: &str| format!("https://schema.org/{name}");
        let moment = "http://www.w3.org/2001/XMLSchema#dateTime";
        let citizenship = json!({ "@context": {
            "EmploymentAuthorizationDocumentCredential": citizen("EmploymentAuthorizationDocumentCredential"),
            "EmploymentAuthorizationDocument": citizen("EmploymentAuthorizationDocument"),
            "EmployablePerson": citizen("EmployablePerson"),
            "Person": schema("Person"),
            "additionalName": schema("additionalName"),
            "birthDate": { "@id": schema("birthDate"), "@type": moment },
            "familyName": schema("familyName"),
            "gender": schema("gender"),
            "givenName": schema("givenName"),
            "identifier": schema("identifier"),
            "image": { "@id": schema("image"), "@type": "@id" },
            "birthCountry": citizen("birthCountry"),
            "employmentAuthorizationDocument": { "@id": citizen("employmentAuthorizationDocument"), "@type": "@id" },
            "lprCategory": citizen("lprCategory"),
            "lprNumber": citizen("lprNumber"),
            "residentSince": { "@id": citizen("residentSince"), "@type": moment },
        } });
        vec![
            ("https://www.w3.org/ns/credentials/examples/v2", vocabulary.to_string()),
            ("https://w3id.org/citizenship/v4rc1", citizenship.to_string()),
        ]
    })
}

#[test]
fn the_vectors_of_eddsa_rdfc_2022_are_met_byte_for_byte() {
    let Some(folder) = conformance("eddsa-rdfc-2022") else { return };
    let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let json = |name: &str| serde_json::from_str::<Value>(&text(name)).unwrap();
    let mut seen = vec!["keyPair.json".to_owned()];
    for (start, unsigned) in [("", "unsigned.json"), ("employ-", "employmentAuth.json")] {
        let document = json(unsigned);
        assert_eq!(canonical(&document, examples()).unwrap(), text(&format!("{start}canonDocDataInt.txt")));
        let proof = json(&format!("{start}proofConfigDataInt.json"));
        assert_eq!(canonical(&proof, examples()).unwrap(), text(&format!("{start}proofCanonDataInt.txt")));
        let hash: String =
            hash_data(&document, &proof, examples()).unwrap().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, text(&format!("{start}combinedHashDataInt.txt")).trim());
        let [document_hash, proof_hash] =
            ["docHash", "proofHash"].map(|name| text(&format!("{start}{name}DataInt.txt")));
        assert_eq!(hash, [proof_hash.trim(), document_hash.trim()].concat());
        let signed = json(&format!("{start}signedDataInt.json"));
        let Ok(Proven::By(key)) = check(&signed, examples()) else { panic!("{start} is proven") };
        assert_eq!(did::multikey(&key), json("keyPair.json")["publicKeyMultibase"].as_str().unwrap());
        // The private key of the vectors gives the same signature.
        let private = json("keyPair.json")["privateKeyMultibase"].as_str().unwrap()[1..].to_owned();
        let seed = bs58::decode(private).into_vec().unwrap()[2..].try_into().unwrap();
        let signature = PrivateKey::new(seed).sign(&hash_data(&document, &proof, examples()).unwrap());
        let hex: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, text(&format!("{start}sigHexDataInt.txt")).trim());
        let base58 = format!("z{}", bs58::encode(signature).into_string());
        assert_eq!(base58, text(&format!("{start}sigBTC58DataInt.txt")).trim());
        let used = ["canonDoc", "proofCanon", "combinedHash", "docHash", "proofHash", "sigHex", "sigBTC58"];
        seen.extend(used.map(|name| format!("{start}{name}DataInt.txt")));
        seen.extend(["proofConfig", "signed"].map(|name| format!("{start}{name}DataInt.json")));
        seen.push(unsigned.to_owned());
        let mut altered = signed.clone();
        altered["validFrom"] = "2023-01-02T00:00:00Z".into();
        assert_eq!(check(&altered, examples()).unwrap(), Proven::Altered);
    }
    seen.sort();
    assert_eq!(seen, names(&folder), "every file was used");
}

/// The names of a folder's files, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Each file: what its signature turns out to be, and what stands against it.
const OTHERS: [(&str, &str, &[&str]); 26] = [
    ("complete.json", "extensions.json is not kept here", &[]),
    ("complete_v1.json", "Ed25519Signature2020, which is not known here", &["it held until 2020-01-01"]),
    ("credential-status-revoked-blank-nodes.json", "good", &[]),
    ("credential-status-revoked.json", "Ed25519Signature2020, which is not known here", &[]),
    ("derivedcredential.json", "ecdsa-sd-2023, which is not known here", &[]),
    (
        "endorsement-valid.json",
        "extensions.json is not kept here",
        &["/type has to name", "achievement is missing", "has to be of the type AchievementSubject"],
    ),
    ("simple-context-alias.json", "good", &[]),
    ("simple-context-version.json", "context-3.0.2.json is not kept here", &[]),
    ("simple-did-key-method.json", "extensions.json is not kept here", &[]),
    ("simple-did-web-method.json", "good", &[]),
    ("simple-eddsa-2022.json", "eddsa-2022, which is not known here", &[]),
    (
        "simple-err-credential-subject-achievement-result-description-type.json",
        "does not fit",
        &["something was altered", "resultDescription has to be of the type ResultDescription"],
    ),
    (
        "simple-err-credential-subject-profile-type.json",
        "does not fit",
        &["something was altered", "/credentialSubject/source has to be of the type Profile"],
    ),
    (
        "simple-err-credential-subject-type.json",
        "does not fit",
        &["something was altered", "/credentialSubject has to be of the type AchievementSubject"],
    ),
    ("simple-err-expired.json", "good", &["it held until 2010-01-01"]),
    (
        "simple-err-issuer-otheridentifier-type.json",
        "does not fit",
        &["something was altered", "/issuer/otherIdentifier has to be of the type IdentifierEntry"],
    ),
    (
        "simple-err-issuer-type.json",
        "does not fit",
        &["something was altered", "/issuer has to be of the type Profile"],
    ),
    ("simple-err-proof-method-no-scheme.json", "a proof whose key is elsewhere", &[]),
    ("simple-err-proof-method-unknown-scheme.json", "a proof whose key is elsewhere", &[]),
    ("simple-err-proof-value.json", "does not fit", &["something was altered"]),
    ("simple-multiple-proofs.json", "good", &[]),
    ("simple-noproof.json", "no proof", &["achievement is missing"]),
    ("simple.json", "good", &[]),
    ("simple.jwt", "a signature whose key is elsewhere", &["achievement is missing"]),
    ("simple_v1.json", "Ed25519Signature2020, which is not known here", &[]),
    ("velocity.jwt", "a signature whose key is elsewhere", &[]),
];

#[test]
fn every_badge_of_others_is_told_what_it_is() {
    let Some(folder) = conformance("open-badges-3") else { return };
    assert_eq!(names(&folder), OTHERS.map(|(name, ..)| name), "every file is told something of");
    for (name, signature, against) in OTHERS {
        let verdict = verify(&fs::read(folder.join(name)).unwrap(), &[], Moment(1_800_000_000_000));
        let verdict = verdict.unwrap_or_else(|| panic!("{name} is a credential"));
        let found = match &verdict.signature {
            Signature::Of(..) => panic!("nobody is known"),
            // Its key is in its address, which only that address can say to be the issuer's.
            Signature::Stranger { is_issuer: false, .. } => "good",
            Signature::Stranger { is_issuer: true, .. } => panic!("{name} names no did:key"),
            Signature::NotChecked(words) => words,
        };
        assert!(found.contains(signature), "{name}: {found}");
        let reasons: Vec<String> = verdict.reasons.iter().map(Reason::to_string).collect();
        assert_eq!(reasons.len(), against.len(), "{name}: {reasons:?}");
        for (reason, against) in reasons.iter().zip(against) {
            assert!(reason.contains(against), "{name}: {reasons:?}");
        }
    }
}

#[test]
fn a_good_badge_of_others_is_refused_once_a_letter_is_another() {
    let Some(folder) = conformance("open-badges-3") else { return };
    for (name, ..) in OTHERS.iter().filter(|(_, signature, _)| *signature == "good") {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let badge: Value = serde_json::from_str(&text).unwrap();
        let mut altered = badge.clone();
        altered["name"] = "Another".into();
        let verdict = verify(altered.to_string().as_bytes(), &[], Moment(1_800_000_000_000)).unwrap();
        assert!(verdict.reasons.contains(&Reason::Altered), "{name}");
    }
}
