//! `kerege certificate endorse`: scored again, signed by the standard, and refused where points were made up.

use crate::folder::Folder;
use crate::keys::{kerege, keys, printed};
use kerege::content::{Module, Unit};
use kerege::exercise::answer;
use kerege::licence::{Organiser, text};
use kerege::port::Moment;
use kerege::progress::{Answer, Event, Place, Record, RecordId, envelope};
use kerege::session::{Scene, assessment_exercises};
use kerege_author::badge::jwt::Jws;
use kerege_author::badge::proof::{Proven, check};
use kerege_author::badge::verify::{Known, Signature, verify};
use kerege_author::check::check as check_folder;
use kerege_author::vault;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Output;

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
        events.push(Event::Certified { name: "Әсел Нұрланқызы".into(), track, award, signed: None });
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
        let path = paths.find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending)))?;
        fs::read(path).ok()
    }

    /// The organiser's public file.
    fn organiser(&self) -> String {
        Path::new(&self.keys).join("organiser.json").to_str().unwrap().to_owned()
    }

    /// What `kerege certificate verify` says of bytes in a file, and whether it ended well.
    fn verify(&self, bytes: &[u8]) -> (bool, String) {
        let path = self.out.path().join("to-verify");
        fs::write(&path, bytes).unwrap();
        let output = kerege(&["certificate", "verify", path.to_str().unwrap(), "--organiser", &self.organiser()]);
        (output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
    }
}

/// A PNG of one pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xae\x42\x60\x82";

/// Learners' names in the scripts of those whom the courses are for.
const NAMES: [&str; 5] =
    ["Әсел Нұрланқызы", "Юлия Щербакова-Ёлкина", "გიორგი მაისურაძე", "Արամ Խաչատրյան", "Ўткир Ғуломов"];

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
    let Ok(Proven::By(key)) = check(&badge, &[]) else { panic!("it is proven") };
    assert_eq!(badge["issuer"]["id"], vault::did::key(&key));
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
    let baked = String::from_utf8(learner.badge("svg").unwrap()).unwrap();
    assert!(baked.contains("<openbadges:credential") && baked.contains("Әсел Нұрланқызы"));
}

#[test]
fn a_badge_in_each_of_its_forms_is_verified_by_the_command_and_refused_when_a_letter_is_another() {
    let learner = Learner::new();
    printed(&kerege(&["key", "new", &learner.keys, "--rsa"]));
    let (svg, png) = (learner.out.path().join("badge.svg"), learner.out.path().join("badge.png"));
    fs::write(&svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>".replace("/>", "></svg>"))
        .unwrap();
    fs::write(&png, PIXEL).unwrap();
    let records = learner.records(|_| {});
    printed(&learner.endorse(&records, &["--image", svg.to_str().unwrap()]));
    printed(&learner.endorse(&records, &["--image", png.to_str().unwrap()]));
    for ending in [".json", ".eddsa.jwt", ".svg", ".png"] {
        let badge = learner.badge(ending).unwrap();
        let (is_good, said) = learner.verify(&badge);
        assert!(is_good && said.starts_with("VALID") && said.contains(NAMES[0]), "{ending}: {said}");
        assert!(said.contains("Checked here") && said.contains("Not checked here"), "{said}");
    }
    let json = String::from_utf8(learner.badge(".json").unwrap()).unwrap();
    let (is_good, said) = learner.verify(json.replace("Әсел", "Әсем").as_bytes());
    assert!(!is_good && said.starts_with("NOT VALID") && said.contains("something was altered"), "{said}");
    let svg = String::from_utf8(learner.badge(".svg").unwrap()).unwrap();
    assert!(learner.verify(svg.replace("Әсел", "Әсем").as_bytes()).1.starts_with("NOT VALID"));
    let mut png = learner.badge(".png").unwrap();
    let at = png.windows(8).position(|part| part == "Әсел".as_bytes()).unwrap();
    png[at + 1] ^= 1;
    assert!(learner.verify(&png).1.contains("no certificate and no Open Badge"), "its checksum is another one");
    // Another organiser does not vouch for it.
    let other = tempfile::tempdir().unwrap();
    let others = keys(other.path());
    fs::copy(Path::new(&others).join("organiser.json"), learner.organiser()).unwrap();
    let (is_good, said) = learner.verify(json.as_bytes());
    assert!(!is_good && said.starts_with("SIGNED, by nobody whom you named"), "{said}");
}

#[test]
fn the_jwt_is_rs256_with_a_key_of_its_own_that_the_organiser_publishes() {
    let learner = Learner::new();
    let without = learner.endorse(&learner.records(|_| {}), &[]);
    assert!(String::from_utf8_lossy(&without.stderr).contains("no RSA key in use"));
    printed(&kerege(&["key", "new", &learner.keys, "--rsa"]));
    for name in NAMES {
        fs::remove_dir_all(learner.out.path().join("badges")).unwrap();
        printed(&learner.endorse(&learner.records(|_| {}), &["--name", name]));
        let entries = fs::read_dir(learner.out.path().join("badges")).unwrap();
        let mut paths = entries.map(|entry| entry.unwrap().path().to_str().unwrap().to_owned());
        let path = paths.find(|path| path.ends_with(".jwt") && !path.ends_with(".eddsa.jwt")).unwrap();
        let jwt = fs::read_to_string(path).unwrap();
        let jws = Jws::read(&jwt).unwrap();
        assert_eq!((&jws.header["alg"], &jws.header["typ"]), (&json!("RS256"), &json!("JWT")));
        assert_eq!(jws.credential()["credentialSubject"]["identifier"][0]["identityHash"], name);
        assert_eq!(jws.payload["iss"], "did:web:example.org");
        assert_eq!(jws.payload["jti"], jws.payload["id"]);
        assert!(jws.payload["nbf"].is_i64() && jws.payload.get("exp").is_none() && jws.payload.get("iat").is_none());
        // The key is in the organiser's files, and its private half in none of them.
        let published = fs::read(learner.organiser()).unwrap();
        let [key] = vault::badge_keys(&published).try_into().unwrap();
        assert!(key.signed(jws.signed.as_bytes(), &jws.signature));
        let did: Value =
            serde_json::from_str(&printed(&kerege(&["key", "show", &learner.keys, "--as", "did-web"]))).unwrap();
        assert!(did["assertionMethod"].as_array().unwrap().contains(&jws.header["kid"]));
        assert_eq!(did["verificationMethod"][1]["publicKeyJwk"], jws.header["jwk"]);
        assert!(!did.to_string().contains("\"d\"") && !String::from_utf8_lossy(&published).contains("\"d\""));
        assert!(Organiser::read(&published).is_some_and(|organiser| organiser.keys.len() == 1), "players pass it over");
        let (is_good, said) = learner.verify(jwt.as_bytes());
        assert!(is_good && said.starts_with("VALID") && said.contains(name) && said.contains("RS256"), "{said}");
        // Another name, under the same signature.
        let mut payload = jws.payload.clone();
        payload["credentialSubject"]["identifier"][0]["identityHash"] = "Anna".into();
        let [header, _, signature] = jwt.split('.').collect::<Vec<_>>().try_into().unwrap();
        let forged = format!("{header}.{}.{signature}", text::base64(payload.to_string().as_bytes()));
        assert!(learner.verify(forged.as_bytes()).1.starts_with("NOT VALID"));
    }
}

#[test]
fn every_single_bit_of_a_badge_as_jwt_counts() {
    let learner = Learner::new();
    printed(&kerege(&["key", "new", &learner.keys, "--rsa"]));
    printed(&learner.endorse(&learner.records(|_| {}), &[]));
    let published = fs::read(learner.organiser()).unwrap();
    let known = [Known { organiser: Organiser::read(&published).unwrap(), badge_keys: vault::badge_keys(&published) }];
    let is_good = |bytes: &[u8]| {
        let verdict = verify(bytes, &known, kerege_author::day::now());
        verdict.is_some_and(|verdict| verdict.reasons.is_empty() && matches!(verdict.signature, Signature::Of(..)))
    };
    let (json, eddsa) = (learner.badge(".json").unwrap(), learner.badge(".eddsa.jwt").unwrap());
    let jwt = learner.badge(&format!("{}.jwt", badge_number(&learner))).unwrap();
    assert!(is_good(&json) && is_good(&eddsa) && is_good(&jwt));
    for (badge, step) in [(&eddsa, 1), (&jwt, 13)] {
        for bit in (0..badge.len() * 8).step_by(step) {
            let mut flipped = badge.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(!is_good(&flipped), "bit {bit} can be changed");
        }
    }
}

/// What the badges' files are numbered with.
fn badge_number(learner: &Learner) -> String {
    let badge: Value = serde_json::from_slice(&learner.badge(".json").unwrap()).unwrap();
    badge["id"].as_str().unwrap().trim_start_matches("urn:uuid:").to_owned()
}

#[test]
fn a_forger_who_brings_a_key_of_his_own_is_nobody_whom_one_knows() {
    let (learner, forger) = (Learner::new(), tempfile::tempdir().unwrap());
    printed(&learner.endorse(&learner.records(|_| {}), &[]));
    let badge = Jws::read(&String::from_utf8(learner.badge(".eddsa.jwt").unwrap()).unwrap()).unwrap();
    let keys = keys(forger.path());
    let passphrase = vault::Passphrase::new("correct horse battery".into());
    let vault = vault::Vault::open(Path::new(&keys), passphrase).unwrap();
    // He names the organiser as issuer, and signs himself.
    let forged =
        kerege_author::badge::jwt::eddsa(&badge.credential(), vault.signer(kerege_author::day::now()).unwrap());
    let (is_good, said) = learner.verify(forged.as_bytes());
    assert!(!is_good && said.starts_with("SIGNED, by nobody whom you named"), "{said}");
    assert!(said.contains("only the issuer’s address can say that"), "{said}");
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
fn pages_that_the_module_has_not_count_for_nothing() {
    let learner = Learner::new();
    let records = learner.records(|_| {});
    let only_seen = records.into_iter().filter_map(|mut record| match &mut record.event {
        Event::Seen { page, .. } => {
            *page = kerege::content::Id::new(&format!("other-{page}")).unwrap();
            Some(record)
        }
        _ => None,
    });
    let said = doubts(&learner.endorse(&only_seen.collect::<Vec<_>>(), &["--name", "Anna"]));
    assert!(said.contains("does not meet the rule of any track"), "{said}");
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
