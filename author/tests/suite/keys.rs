//! `kerege key`: what is made, who may read it, and what is shown.

use kerege::licence::Organiser;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// Runs the command with a passphrase in the variable.
pub(crate) fn kerege(arguments: &[&str]) -> Output {
    kerege_with("correct horse battery", arguments)
}

/// Runs the command with another passphrase.
pub(crate) fn kerege_with(passphrase: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kerege")).env("KEREGE_PASSPHRASE", passphrase).args(arguments).output().unwrap()
}

/// Starts the command, and does not wait for it.
pub(crate) fn start(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kerege"));
    command.env("KEREGE_PASSPHRASE", "correct horse battery").args(arguments);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// What it printed, after it ended well.
pub(crate) fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it said, after it ended badly.
pub(crate) fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder of keys.
pub(crate) fn keys(folder: &Path) -> String {
    let keys = folder.join("keys").to_str().unwrap().to_owned();
    printed(&kerege(&["key", "new", &keys, "--name", "Сообщество", "--url", "https://example.org"]));
    keys
}

#[test]
fn a_new_folder_of_keys_is_readable_by_its_owner_only_and_holds_no_private_key_in_the_open() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys(folder.path());
    let organiser = Organiser::read(&fs::read(Path::new(&keys).join("organiser.json")).unwrap()).unwrap();
    assert_eq!((organiser.name.as_str(), organiser.url.as_str()), ("Сообщество", "https://example.org"));
    for name in ["signing.jwe", "keyring.jwe"] {
        let path = Path::new(&keys).join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("eyJ") && text.trim().split('.').count() == 5, "{name} is a JWE");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
            assert_eq!(fs::metadata(&keys).unwrap().permissions().mode() & 0o777, 0o700);
        }
    }
}

#[test]
fn the_public_half_is_shown_as_jwk_did_key_did_web_and_fingerprint() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys(folder.path());
    let show = |form: &str| printed(&kerege_with("", &["key", "show", &keys, "--as", form]));
    let json = |form| serde_json::from_str::<Value>(&show(form)).unwrap();
    let jwk = json("jwk");
    let fingerprint = show("fingerprint").trim().to_owned();
    assert_eq!(jwk["keys"][0]["kid"], fingerprint);
    assert!(!jwk.to_string().contains("\"d\""));
    let did = json("did-key")["id"].as_str().unwrap().to_owned();
    assert!(did.starts_with("did:key:z6Mk"), "{did}");
    let web = json("did-web");
    assert_eq!(web["id"], "did:web:example.org");
    assert_eq!(web["verificationMethod"][0]["publicKeyJwk"]["x"], jwk["keys"][0]["x"]);
    let words = printed(&kerege(&["key", "show", &keys]));
    assert!(words.contains(&fingerprint) && words.contains(&did), "{words}");
}

#[test]
fn a_further_key_begins_when_the_one_before_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys(folder.path());
    printed(&kerege(&["key", "new", &keys, "--from", "2099-01-01"]));
    let organiser = Organiser::read(&fs::read(Path::new(&keys).join("organiser.json")).unwrap()).unwrap();
    let [first, second] = organiser.keys.as_slice() else { panic!("two keys") };
    assert_eq!(first.span.until, Some(second.span.from));
    assert_eq!(second.span.until, None);
    let early = refused(&kerege(&["key", "new", &keys, "--from", "2098-12-31"]));
    assert!(early.contains("choose a later day"), "{early}");
}

#[test]
fn an_earlier_key_stays_in_the_document_of_the_did_web_and_the_did_key_is_the_present_ones() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys(folder.path());
    printed(&kerege(&["key", "new", &keys, "--from", "2099-01-01"]));
    printed(&kerege(&["key", "new", &keys, "--rsa"]));
    let json = |form| serde_json::from_str::<Value>(&printed(&kerege(&["key", "show", &keys, "--as", form]))).unwrap();
    let organiser = Organiser::read(&fs::read(Path::new(&keys).join("organiser.json")).unwrap()).unwrap();
    let web = json("did-web");
    let methods = web["verificationMethod"].as_array().unwrap();
    let ids: Vec<&Value> = methods.iter().map(|method| &method["id"]).collect();
    assert_eq!(ids, web["assertionMethod"].as_array().unwrap().iter().collect::<Vec<_>>());
    assert_eq!(methods.len(), 3, "two keys and an RSA key");
    for (method, key) in methods.iter().zip(&organiser.keys) {
        assert_eq!(method["id"], format!("did:web:example.org#{}", key.key.fingerprint()));
        assert_eq!(method["publicKeyJwk"]["kid"], key.key.fingerprint());
        assert_eq!(method["controller"], "did:web:example.org");
    }
    assert_eq!(methods[2]["publicKeyJwk"]["kty"], "RSA");
    // The first key is in use today; its document holds it, and nothing else.
    let document = json("did-key");
    let id = document["id"].as_str().unwrap();
    assert_eq!(kerege_author::vault::did::key_in(id), Some(organiser.keys[0].key));
    let method = &document["verificationMethod"][0];
    assert_eq!(method["id"], format!("{id}#{}", id.trim_start_matches("did:key:")));
    assert_eq!(document["assertionMethod"], serde_json::json!([method["id"]]));
    assert_eq!(method["publicKeyMultibase"], id.trim_start_matches("did:key:"));
}

#[test]
fn what_cannot_be_is_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys(folder.path());
    let other = folder.path().join("other").to_str().unwrap().to_owned();
    let new = |arguments: &[&str]| kerege(&[&["key", "new"], arguments].concat());
    assert!(refused(&new(&[&keys, "--name", "A", "--url", "https://example.org"])).contains("keys in"));
    assert!(refused(&new(&[&other])).contains("give --name and --url"));
    assert!(refused(&new(&[&other, "--name", "A", "--url", "example.org"])).contains("is no address"));
    assert!(
        refused(&new(&[&other, "--name", "A", "--url", "https://a.example", "--from", "soon"])).contains("is no day")
    );
    assert!(refused(&kerege(&["key", "show", &other])).contains("no keys"));
    let short = kerege_with("short", &["key", "new", &other, "--name", "A", "--url", "https://a.example"]);
    assert!(refused(&short).contains("too short"));
    let wrong = kerege_with("another passphrase", &["key", "new", &keys, "--from", "2099-01-01"]);
    assert!(refused(&wrong).contains("does not open with this passphrase"));
}

#[test]
fn a_passphrase_comes_from_a_file_too() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys(folder.path());
    let file = folder.path().join("passphrase");
    fs::write(&file, "correct horse battery\n").unwrap();
    let from_file = ["key", "new", &keys, "--from", "2099-01-01", "--passphrase-file", file.to_str().unwrap()];
    printed(&kerege_with("not this one at all", &from_file));
}
