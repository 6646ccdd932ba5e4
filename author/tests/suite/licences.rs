//! `kerege licence`: one and many, once only, revoked, and never too long for its certificate.

use crate::folder::Folder;
use crate::keys::{kerege, kerege_with, keys, printed, refused, start};
use kerege::licence::{Licence, Organiser, Part, Revocations, Secret, Standing, code, text};
use kerege::port::Moment;
use kerege::seal::jwe;
use kerege::seal::native::{Native, ready_now};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A sealed site with its keys.
pub(crate) struct Shop {
    folder: tempfile::TempDir,
    keys: String,
}

impl Shop {
    pub(crate) fn open() -> Shop {
        Shop::selling(|_| {})
    }

    fn selling(change: impl FnOnce(&Folder)) -> Shop {
        let (folder, module) = (tempfile::tempdir().unwrap(), Folder::healthy());
        module.replace("module.yaml", "units: [", "seal: { free: [] }\nunits: [");
        change(&module);
        let keys = keys(folder.path());
        let shop = Shop { folder, keys };
        let site = shop.path("site");
        printed(&kerege(&["build", module.path().to_str().unwrap(), "--out", &site, "--key", &shop.keys, "--seal"]));
        shop
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn run(&self, task: &str, more: &[&str]) -> std::process::Output {
        let (site, out) = (self.path("site"), self.path("out"));
        let common = ["licence", task, "--key", &self.keys];
        let hand_over = ["--site", &site, "--address", "https://courses.example.org", "--out", &out];
        let hand_over: &[&str] = if matches!(task, "issue" | "reissue") { &hand_over } else { &[] };
        kerege(&[&common, hand_over, more].concat())
    }

    pub(crate) fn issue(&self, more: &[&str]) -> std::process::Output {
        self.run("issue", &[&["--course", "hea1thy000"], more].concat())
    }

    /// Every licence that was handed out.
    pub(crate) fn licences(&self) -> Vec<Licence> {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(self.path("out")).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.sort();
        let read = |path: &PathBuf| Licence::read(&text::read(&fs::read_to_string(path).unwrap()).unwrap()).unwrap();
        paths.iter().map(read).collect()
    }

    pub(crate) fn organiser(&self) -> Organiser {
        Organiser::read(&fs::read(Path::new(&self.keys).join("organiser.json")).unwrap()).unwrap()
    }

    fn list(&self) -> Revocations {
        let bytes = fs::read(self.folder.path().join("site/revocations.cose")).unwrap();
        Revocations::read(&bytes, &[self.organiser()], |_| None).unwrap()
    }
}

#[test]
fn a_licence_is_handed_over_as_a_link_and_a_card_that_only_the_owner_can_read() {
    let shop = Shop::open();
    let id = printed(&shop.issue(&["--name", "Әсел Нұрланқызы", "--until", "2099-06-30"])).trim().to_owned();
    let [licence] = shop.licences().try_into().unwrap();
    let delegation = &licence.delegation;
    assert_eq!(delegation.id.to_string(), id);
    assert_eq!(delegation.label.as_deref(), Some("Әсел Нұрланқызы"));
    assert_eq!(delegation.opens.until, Some(Moment(4_086_547_200_000)), "until and with the last day");
    assert_eq!(
        delegation.awards.iter().map(kerege::content::Id::as_str).collect::<Vec<_>>(),
        ["completed", "distinction", "seen"]
    );
    let card = fs::read_to_string(shop.path(&format!("out/card-{id}.html"))).unwrap();
    assert!(card.contains("Әсел Нұрланқызы") && card.contains("2099-06-30") && card.contains("<path d=\"M"));
    let link = fs::read_to_string(shop.path(&format!("out/licence-{id}.txt"))).unwrap();
    assert!(link.starts_with("https://courses.example.org/#licence/"), "{link}");
    #[cfg(unix)]
    for name in [format!("out/card-{id}.html"), format!("out/licence-{id}.txt"), "keys/ledger.jwe".into()] {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(shop.path(&name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_cohort_that_was_cut_off_is_gone_on_with_and_nobody_is_issued_twice() {
    let shop = Shop::open();
    let people = shop.path("people.csv");
    fs::write(&people, "id,name\n1,Анна\n2,გიორგი\n3,Արամ\n").unwrap();
    printed(&shop.issue(&["--csv", &people]));
    let before = shop.licences();
    assert_eq!(before.iter().map(|licence| licence.delegation.id).collect::<BTreeSet<_>>().len(), 3);
    // A crash after the ledger was written: some files are missing.
    let lost = format!("out/licence-{}.txt", before[1].delegation.id);
    fs::remove_file(shop.path(&lost)).unwrap();
    fs::write(&people, "id,name\n1,Анна\n2,გიორგი\n3,Արամ\n4,Анна\n").unwrap();
    let again = shop.issue(&["--csv", &people]);
    assert!(String::from_utf8_lossy(&again.stderr).contains("1 licence issued; 3 licences from before"));
    let after = shop.licences();
    assert_eq!(after.len(), 4);
    assert!(before.iter().all(|licence| after.contains(licence)));
}

#[test]
fn a_cohort_that_is_killed_again_and_again_is_issued_once() {
    let shop = Shop::open();
    let people = shop.path("people.csv");
    let rows: String = (1..=150).map(|n| format!("{n},Участник {n}\n")).collect();
    fs::write(&people, format!("id,name\n{rows}")).unwrap();
    let (site, out) = (shop.path("site"), shop.path("out"));
    let arguments =
        ["licence", "issue", "--key", &shop.keys, "--site", &site, "--address", "https://courses.example.org"];
    let arguments = [&arguments[..], &["--out", &out, "--course", "hea1thy000", "--csv", &people, "--code"]].concat();
    let written = || fs::read_dir(&out).map_or(0, |entries| entries.count());
    let mut n_killed = 0;
    // Before anything is written, at the first file, and somewhere between two others.
    for wanted in [0, 1, 40, 41, 170] {
        let mut run = start(&arguments);
        std::thread::sleep(Duration::from_millis(150));
        while written() < wanted && run.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        // As by a power cut: nothing of it has time to tidy up.
        let _ = run.kill();
        n_killed += usize::from(!run.wait().unwrap().success());
    }
    assert!(n_killed > 2, "killed {n_killed} times");
    printed(&shop.issue(&["--csv", &people, "--code"]));
    let listed = printed(&shop.run("list", &[]));
    let names: BTreeSet<&str> = listed.lines().map(|line| line.split('\t').nth(2).unwrap()).collect();
    assert_eq!((listed.lines().count(), names.len()), (150, 150), "nobody twice, and nobody left out");
    let licences = shop.licences();
    let ids: BTreeSet<_> = licences.iter().map(|licence| licence.delegation.id).collect();
    assert_eq!((licences.len(), ids.len()), (150, 150), "a file each");
    let cards = fs::read_dir(&out)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|it| it == "html"));
    assert_eq!(cards.count(), 150);
    // The codes of the last run open every licence, whichever run had written it.
    let table = fs::read_to_string(shop.path("out/codes.csv")).unwrap();
    let codes: BTreeMap<&str, &str> =
        table.lines().skip(1).map(|line| (line.split(',').next().unwrap(), line.rsplit(',').next().unwrap())).collect();
    for licence in licences.iter().step_by(15) {
        let Part::Locked(jwe) = &licence.part else { panic!("it is locked") };
        let code = code::normal(codes[&*licence.delegation.id.to_string()]).unwrap();
        assert!(ready_now(jwe::unlock(&Native, jwe, code.as_bytes())).unwrap().is_ok());
    }
}

#[test]
fn a_code_locks_a_licence_and_stands_on_no_card() {
    let shop = Shop::open();
    printed(&shop.issue(&["--name", "Anna", "--code"]));
    let [licence] = shop.licences().try_into().unwrap();
    let Part::Locked(jwe) = &licence.part else { panic!("it is locked") };
    let table = fs::read_to_string(shop.path("out/codes.csv")).unwrap();
    let typed = table.lines().nth(1).unwrap().rsplit(',').next().unwrap().to_lowercase();
    let code = code::normal(&typed).unwrap();
    let secret = ready_now(jwe::unlock(&Native, jwe, code.as_bytes())).unwrap().unwrap();
    assert!(licence.clone().unlocked(Secret::read(&secret).unwrap()).is_some());
    let card = fs::read_to_string(shop.path(&format!("out/card-{}.html", licence.delegation.id))).unwrap();
    assert!(!card.to_lowercase().contains(&typed) && card.contains("apart from this card"));
}

#[test]
fn a_reissued_licence_is_another_one_with_the_same_terms_and_the_old_one_is_revoked() {
    let shop = Shop::open();
    let old = printed(&shop.issue(&["--name", "Anna", "--until", "2099-06-30"])).trim().to_owned();
    assert_eq!(shop.list().number, 1);
    let new = printed(&shop.run("reissue", &[&old])).trim().to_owned();
    assert_ne!(old, new);
    let of = |id: &str| shop.licences().into_iter().find(|licence| licence.delegation.id.to_string() == id).unwrap();
    let (old, new) = (of(&old), of(&new));
    assert_eq!((new.delegation.opens, &new.delegation.label), (old.delegation.opens, &old.delegation.label));
    assert_ne!(new.delegation.key, old.delegation.key);
    let list = shop.list();
    assert_eq!(list.number, 2);
    assert!(matches!(list.standing(old.delegation.id), Standing::Revoked(_)));
    assert!(matches!(list.standing(new.delegation.id), Standing::Valid(2, _)));
    let twice = refused(&shop.run("reissue", &[&old.delegation.id.to_string()]));
    assert!(twice.contains("revoked already"), "{twice}");
}

#[test]
fn a_revoked_licence_stands_on_every_later_list() {
    let shop = Shop::open();
    let id = |name: &str| printed(&shop.issue(&["--name", name])).trim().to_owned();
    let (first, second) = (id("Anna"), id("Boris"));
    let site = shop.path("site");
    printed(&shop.run("revoke", &[&first, "--site", &site]));
    printed(&shop.run("revoke", &[&second.replace('-', ""), "--site", &site]));
    assert_eq!((shop.list().number, shop.list().revoked().len()), (3, 2));
    let shown = printed(&shop.run("list", &[]));
    assert!(shown.lines().count() == 2 && shown.lines().all(|line| line.contains("\trevoked ")), "{shown}");
    assert!(refused(&shop.run("revoke", &["0000-0000-0000-0000"])).contains("has no licence"));
    assert!(refused(&shop.run("revoke", &["first"])).contains("no licence's number"));
}

#[test]
fn what_would_be_too_long_for_a_certificate_is_refused_before_anybody_is_issued_anything() {
    let shop = Shop::selling(|module| {
        module.replace(
            "module.yaml",
            "title: A healthy module",
            &format!("title: {}", "Очень длинное название ".repeat(8)),
        );
    });
    let said = refused(&shop.issue(&["--name", "Anna"]));
    assert!(said.contains("too long for a QR code"), "{said}");
    assert!(!Path::new(&shop.path("out")).exists());
    assert!(printed(&shop.run("list", &[])).is_empty());
}

#[test]
fn what_cannot_be_is_said_in_words() {
    let shop = Shop::open();
    let wrong = |more: &[&str]| refused(&shop.issue(more));
    assert!(wrong(&["--module", "other"]).contains("no module `other`"));
    assert!(wrong(&["--until", "2001-01-01"]).contains("before the first"));
    assert!(wrong(&["--until", "soon"]).contains("is no day"));
    assert!(wrong(&["--csv", &shop.path("none.csv")]).contains("cannot be read"));
    let course = refused(&shop.run("issue", &["--course", "other"]));
    assert!(course.contains("no course `other`; its courses are: hea1thy000"), "{course}");
    let site = shop.path("site");
    let out = shop.path("out");
    let far = ["licence", "issue", "--key", &shop.keys, "--site", &site, "--course", "hea1thy000", "--out", &out];
    let address = |address: &str| refused(&kerege(&[&far[..], &["--address", address]].concat()));
    assert!(address("http://example.org").contains("no address"));
    assert!(address("https://example.org/#x").contains("no address"));
    assert!(address(&format!("https://{}.example", "a".repeat(60))).contains("too long"));
}

#[test]
fn the_table_of_codes_keeps_those_of_earlier_runs() {
    let shop = Shop::open();
    let anna = printed(&shop.issue(&["--name", "Anna", "--code"])).trim().to_owned();
    let boris = printed(&shop.issue(&["--name", "Boris", "--code"])).trim().to_owned();
    let table = || fs::read_to_string(shop.path("out/codes.csv")).unwrap();
    assert!(table().contains(&anna) && table().contains(&boris), "{}", table());
    assert!(table().starts_with("\u{feff}licence,name,code\n"), "as spreadsheets want it");
    let again = printed(&shop.run("reissue", &[&anna])).trim().to_owned();
    assert!(table().contains(&again) && table().contains(&boris), "{}", table());
    assert!(!table().contains(&anna), "the code of a revoked licence is of no use");
}

#[test]
fn nobody_is_in_the_ledger_whose_licence_cannot_be_written() {
    let shop = Shop::open();
    fs::write(shop.path("out"), "a file where the folder should be").unwrap();
    assert!(refused(&shop.issue(&["--name", "Anna"])).contains("out cannot be written"));
    assert!(printed(&shop.run("list", &[])).is_empty());
    fs::remove_file(shop.path("out")).unwrap();
    // A disk that is full after the ledger was written.
    let id = printed(&shop.issue(&["--name", "Anna", "--code"])).trim().to_owned();
    fs::remove_file(shop.path("out/codes.csv")).unwrap();
    fs::create_dir(shop.path("out/codes.csv")).unwrap();
    let said = refused(&shop.issue(&["--name", "Boris", "--code"]));
    assert!(said.contains("is in the ledger, and was not handed out") && said.contains("reissue"), "{said}");
    assert!(refused(&shop.run("reissue", &[&id])).contains("codes.csv cannot be written"));
}

#[test]
#[cfg(unix)]
fn a_folder_that_was_there_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt as _;
    let shop = Shop::open();
    fs::create_dir(shop.path("out")).unwrap();
    fs::set_permissions(shop.path("out"), fs::Permissions::from_mode(0o755)).unwrap();
    printed(&shop.issue(&["--name", "Anna"]));
    assert_eq!(fs::metadata(shop.path("out")).unwrap().permissions().mode() & 0o777, 0o755);
}

#[test]
fn a_table_of_people_with_faults_issues_nobody_anything_and_names_them_all() {
    let shop = Shop::open();
    let people = shop.path("people.csv");
    fs::write(&people, "name;town\nАнна;Ош\nАнна;Бишкек\n;Нарын\nБорис\n").unwrap();
    let said = refused(&shop.issue(&["--csv", &people]));
    assert!(said.contains("line 3: ") && said.contains("line 4: ") && !said.contains("line 5"), "{said}");
    assert!(printed(&shop.run("list", &[])).is_empty());
    fs::write(&people, "name;town\nАнна;Ош\nБорис;Бишкек\n").unwrap();
    printed(&shop.issue(&["--csv", &people]));
    assert_eq!(shop.licences().len(), 2);
}

#[test]
fn what_is_lost_or_locked_in_the_folder_of_keys_is_said_with_what_to_do() {
    let shop = Shop::open();
    let id = printed(&shop.issue(&["--name", "Anna"])).trim().to_owned();
    let kept = |name: &str| Path::new(&shop.keys).join(name);
    for (name, words) in [
        ("signing.jwe", "put back the copy"),
        ("keyring.jwe", "put back the copy"),
        ("ledger.jwe", "somebody could be issued two licences"),
        ("organiser.json", "there are no keys"),
    ] {
        let bytes = fs::read(kept(name)).unwrap();
        fs::remove_file(kept(name)).unwrap();
        let said = refused(&shop.run("list", &[]));
        assert!(said.contains(words) && !said.contains("cannot be written"), "{name}: {said}");
        fs::write(kept(name), "rubbish").unwrap();
        assert!(refused(&shop.run("list", &[])).contains("is damaged: put back the copy"), "{name}");
        fs::write(kept(name), bytes).unwrap();
    }
    let other = kerege_with("another passphrase", &["licence", "list", "--key", &shop.keys]);
    assert!(refused(&other).contains("does not open with this passphrase"));
    fs::remove_file(kept("ledger.jwe")).unwrap();
    assert!(refused(&shop.issue(&["--name", "Boris"])).contains("--new-ledger"));
    printed(&shop.issue(&["--name", "Boris", "--new-ledger"]));
    assert!(printed(&shop.run("list", &["--new-ledger"])).contains("Boris"), "one that is there stays");
    assert!(refused(&shop.run("revoke", &[&id])).contains("has no licence"));
    printed(&shop.run("revoke", &[&id, "--unknown", "--site", &shop.path("site")]));
    let id = kerege::licence::LicenceId::read(&id).unwrap();
    assert!(matches!(shop.list().standing(id), Standing::Revoked(_)), "also one that only the lost ledger had");
}

#[test]
fn an_open_course_has_no_licences() {
    let (folder, module) = (tempfile::tempdir().unwrap(), Folder::healthy());
    let shop = Shop { keys: keys(folder.path()), folder };
    let site = shop.path("site");
    printed(&kerege(&["build", module.path().to_str().unwrap(), "--out", &site, "--key", &shop.keys]));
    assert!(refused(&shop.issue(&["--name", "Anna"])).contains("has no key"));
}
