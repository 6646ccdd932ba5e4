//! `kerege certificate endorse`: scored again, signed by the standard, and refused where points were made up.

use crate::folder::Folder;
use crate::keys::{kerege, keys, printed};
use kerege::content::{Module, Unit};
use kerege::exercise::answer;
use kerege::port::Moment;
use kerege::progress::{Answer, Event, Place, Record, RecordId, envelope};
use kerege::session::{Scene, assessment_exercises};
use kerege_author::badge::canon::canonical;
use kerege_author::badge::proof::{Proven, check, hash_data};
use kerege_author::check::check as check_folder;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
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
    for (start, unsigned) in [("", "unsigned.json"), ("employ-", "employmentAuth.json")] {
        let document = json(unsigned);
        assert_eq!(canonical(&document, examples()).unwrap(), text(&format!("{start}canonDocDataInt.txt")));
        let proof = json(&format!("{start}proofConfigDataInt.json"));
        assert_eq!(canonical(&proof, examples()).unwrap(), text(&format!("{start}proofCanonDataInt.txt")));
        let hash: String =
            hash_data(&document, &proof, examples()).unwrap().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, text(&format!("{start}combinedHashDataInt.txt")).trim());
        let signed = json(&format!("{start}signedDataInt.json"));
        assert!(matches!(check(&signed, examples()).unwrap(), Proven::By(_)), "{start}");
        let mut altered = signed.clone();
        altered["validFrom"] = "2023-01-02T00:00:00Z".into();
        assert_eq!(check(&altered, examples()).unwrap(), Proven::Altered);
    }
}

#[test]
fn badges_of_others_are_told_apart() {
    let Some(folder) = conformance("open-badges-3") else { return };
    let badge = |name: &str| serde_json::from_str::<Value>(&fs::read_to_string(folder.join(name)).unwrap()).unwrap();
    // No proof, and proofs whose key is not in their did.
    for name in
        ["simple-noproof.json", "simple-err-proof-method-no-scheme.json", "simple-err-proof-method-unknown-scheme.json"]
    {
        assert_eq!(check(&badge(name), &[]).ok(), Some(Proven::Unknown), "{name}");
    }
}

/// A learner's export of the healthy module, with every answer right.
struct Learner {
    folder: Folder,
    out: tempfile::TempDir,
    keys: String,
    module: Module,
    units: Vec<Unit>,
}

impl Learner {
    fn new() -> Learner {
        let (folder, out) = (Folder::healthy(), tempfile::tempdir().unwrap());
        let keys = keys(out.path());
        let (module, units) = check_folder(folder.path(), false).built.unwrap().read.unwrap();
        Learner { folder, out, keys, module, units }
    }

    /// Records of somebody who saw every page and answered everything right; `change` changes the answers handed in.
    fn records(&self, change: impl Fn(&mut Vec<Answer>)) -> Vec<Record> {
        let mut events = Vec::new();
        for unit in &self.units {
            for page in &unit.pages {
                let place = Place { unit: unit.id.clone(), tracks: page.tracks.clone() };
                events.push(Event::Seen { place, page: page.id.clone() });
            }
            let began = Event::Began { unit: unit.id.clone(), sitting: 1, seed: 7 };
            let progress = kerege::progress::fold(&numbered(vec![began.clone()]));
            let scene = Scene { module: &self.module, track: 0, unit, progress: &progress, mix: 0 };
            let asked = assessment_exercises(&scene);
            if asked.is_empty() {
                continue;
            }
            let answers = asked.iter().map(|exercise| Answer {
                exercise: exercise.id.clone(),
                revision: exercise.revision,
                response: answer(exercise),
                earned: exercise.points,
                of: exercise.points,
            });
            let mut answers: Vec<Answer> = answers.collect();
            change(&mut answers);
            let place = Place { unit: unit.id.clone(), tracks: Vec::new() };
            events.extend([began, Event::HandedIn { place, sitting: 1, answers }]);
        }
        let (track, award) = (self.module.tracks[0].id.clone(), self.module.tracks[0].awards[0].id.clone());
        events.push(Event::Certified { name: "Әсел Нұрланқызы".into(), track, award });
        numbered(events)
    }

    fn endorse(&self, records: &[Record], more: &[&str]) -> Output {
        let stored = envelope::write(&self.module.id, "w", 0, records);
        let export = json!({ "kerege": 1, "type": "export", "module": self.module.id.as_str(), "stored": [stored] });
        let path = self.out.path().join("export.json");
        fs::write(&path, export.to_string()).unwrap();
        let (folder, badges) = (self.folder.path().to_str().unwrap(), self.out.path().join("badges"));
        let common = ["certificate", "endorse", path.to_str().unwrap(), "--module", folder, "--key", &self.keys];
        kerege(&[&common[..], &["--out", badges.to_str().unwrap()], more].concat())
    }

    /// The badge's file with this ending.
    fn badge(&self, ending: &str) -> Option<Vec<u8>> {
        let entries = fs::read_dir(self.out.path().join("badges")).ok()?;
        let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let path = paths.find(|path| path.extension().is_some_and(|extension| extension == ending))?;
        fs::read(path).ok()
    }
}

fn numbered(events: Vec<Event>) -> Vec<Record> {
    let records = events.into_iter().zip(1_u32..);
    let record = |(event, n): (Event, u32)| Record {
        id: RecordId { writer: "w".into(), seq: n },
        at: Moment(i64::from(n) * 60_000),
        event,
    };
    records.map(record).collect()
}

/// What it said, after it ended with 1.
fn doubts(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The places of all texts of a document.
fn texts(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(place),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| texts(item, format!("{place}/{at}"), found));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| texts(value, format!("{place}/{name}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn what_was_learnt_is_scored_again_and_endorsed_as_an_open_badge() {
    let learner = Learner::new();
    let picture = learner.out.path().join("badge.svg");
    fs::write(&picture, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1\"/></svg>")
        .unwrap();
    printed(&learner.endorse(&learner.records(|_| {}), &["--image", picture.to_str().unwrap()]));
    let badge: Value = serde_json::from_slice(&learner.badge("json").unwrap()).unwrap();
    assert_eq!(badge["type"], json!(["VerifiableCredential", "AchievementCredential"]));
    assert_eq!(badge["credentialSubject"]["identifier"][0]["identityHash"], "Әсел Нұрланқызы");
    assert!(badge["credentialSubject"]["achievement"]["id"].as_str().unwrap().ends_with("/distinction"));
    assert_eq!(check(&badge, &[]).unwrap(), Proven::By(badge["issuer"]["id"].as_str().unwrap().to_owned()));
    // Every text of it is signed: a name that the contexts do not know would not be.
    let mut places = Vec::new();
    texts(&badge, String::new(), &mut places);
    assert!(places.len() > 15, "{places:?}");
    for place in places.iter().filter(|place| !place.starts_with("/@context")) {
        let mut altered = badge.clone();
        let text = altered.pointer_mut(place).unwrap();
        *text = format!("{}x", text.as_str().unwrap()).into();
        assert!(!matches!(check(&altered, &[]), Ok(Proven::By(_))), "{place} can be changed");
    }
    let jwt = String::from_utf8(learner.badge("jwt").unwrap()).unwrap();
    assert_eq!(jwt.split('.').count(), 3);
    let baked = String::from_utf8(learner.badge("svg").unwrap()).unwrap();
    assert!(baked.contains("<openbadges:credential") && baked.contains("Әсел Нұрланқызы"));
}

#[test]
fn points_that_were_not_earned_are_not_endorsed() {
    let learner = Learner::new();
    let said = |change: &dyn Fn(&mut Vec<Answer>)| doubts(&learner.endorse(&learner.records(change), &[]));
    let emptied = said(&|answers| answers[0].response = None);
    assert!(emptied.contains("points were written down; the answer earns 0"), "{emptied}");
    assert!(said(&|answers| drop(answers.pop())).contains("is missing from it"));
    assert!(said(&|answers| answers[0].revision += 1).contains("was changed since"));
    assert!(
        said(&|answers| answers[0].exercise = kerege::content::Id::new("other").unwrap()).contains("did not ask it")
    );
    let nothing = doubts(&learner.endorse(&[], &[]));
    assert!(nothing.contains("does not meet the rule of any track"), "{nothing}");
    assert!(learner.badge("json").is_none());
}

#[test]
fn whoever_answered_nothing_is_endorsed_for_what_was_done() {
    let learner = Learner::new();
    let honest = learner.records(|answers| {
        for answer in answers {
            (answer.response, answer.earned) = (None, 0);
        }
    });
    printed(&learner.endorse(&honest, &[]));
    let badge: Value = serde_json::from_slice(&learner.badge("json").unwrap()).unwrap();
    // All pages were seen, which is all that the short track asks for.
    assert!(badge["credentialSubject"]["achievement"]["id"].as_str().unwrap().ends_with("/short/seen"));
}

#[test]
fn a_file_that_is_no_export_is_said() {
    let learner = Learner::new();
    let export = learner.out.path().join("other.json");
    let folder = learner.folder.path().to_str().unwrap().to_owned();
    let badges = learner.out.path().join("badges").to_str().unwrap().to_owned();
    for (text, words) in [("{}", "no file that the player saves"), ("x", "no file that the player saves")] {
        fs::write(&export, text).unwrap();
        let arguments = [
            "certificate",
            "endorse",
            export.to_str().unwrap(),
            "--module",
            &folder,
            "--key",
            &learner.keys,
            "--out",
            &badges,
        ];
        assert!(doubts(&kerege(&arguments)).contains(words));
    }
}
