//! `kerege certificate verify`: real ones, altered ones, revoked ones, and what stands in the outline.

use crate::keys::{kerege, printed, refused};
use crate::licences::Shop;
use kerege::certificate::digest;
use kerege::certificate::signed::SignedCertificate;
use kerege::content::{Id, Module, read};
use kerege::licence::{Licence, text};
use kerege::port::Moment;
use kerege_author::day;
use std::fs;
use std::process::Output;

/// A learner who has finished the course.
struct Graduate {
    shop: Shop,
    licence: Licence,
    module: Module,
}

impl Graduate {
    fn new() -> Graduate {
        let shop = Shop::open();
        printed(&shop.issue(&["--name", "Әсел Нұрланқызы", "--from", "2020-01-01"]));
        let licence = shop.licences().remove(0);
        let module = read::module(&fs::read(shop.path("site/healthy/module.json")).unwrap()).value.unwrap();
        Graduate { shop, licence, module }
    }

    fn certificate(&self) -> SignedCertificate {
        let track = &self.module.tracks[0];
        let of = self.module.units.iter().map(|unit| unit.counts[0].points).sum();
        SignedCertificate {
            name: "Әсел Нұрланқызы".into(),
            at: day::now(),
            module: self.module.id.clone(),
            title: self.module.card.title.get("ru").into(),
            title_en: Some(self.module.card.title.get("en").into()),
            edition: self.module.edition.number,
            language: "ru".into(),
            track: track.id.clone(),
            award: track.awards[0].id.clone(),
            award_title: Some(track.awards[0].title.get("ru").into()),
            score: Some((of, of)),
            attempts: 1,
            minutes: track.minutes,
            objectives: digest::objectives(track.certificate.get("ru"), &self.module, "ru"),
            records: [7; 16],
        }
    }

    fn verify(&self, certificate: &str, more: &[&str]) -> Output {
        let organiser = self.shop.path("site/organiser.json");
        kerege(&[&["certificate", "verify", certificate, "--organiser", &organiser], more].concat())
    }

    fn signed(&self, change: impl FnOnce(&mut SignedCertificate)) -> Vec<u8> {
        let mut certificate = self.certificate();
        change(&mut certificate);
        certificate.sign(&self.licence).unwrap().to_bytes()
    }
}

/// What it printed, after it ended with 1.
fn against(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_real_certificate_is_verified_from_a_file_a_link_and_digits() {
    let graduate = Graduate::new();
    let bytes = graduate.signed(|_| {});
    let file = graduate.shop.path("certificate.txt");
    fs::write(&file, text::digits(&bytes)).unwrap();
    let raw = graduate.shop.path("certificate.cose");
    fs::write(&raw, &bytes).unwrap();
    let link = format!("https://courses.example.org/#certificate/{}", text::base64(&bytes));
    let (list, outline) = (graduate.shop.path("site/revocations.cose"), graduate.shop.path("site/healthy/module.json"));
    for given in [&file, &raw, &link, &text::digits(&bytes)] {
        let said = printed(&graduate.verify(given, &["--revocations", &list, "--module", &outline]));
        assert!(said.starts_with("VALID\n"), "{said}");
        let fingerprint = graduate.shop.organiser().keys[0].key.fingerprint();
        for shown in
            ["Әсел Нұрланқызы", "Сообщество", "example.org", &fingerprint, "not on list 1", "completed", "hea1thy000"]
        {
            assert!(said.contains(shown), "{shown}: {said}");
        }
    }
    let unchecked = printed(&graduate.verify(&file, &[]));
    assert!(unchecked.starts_with("VALID, as far as can be seen without the list"), "{unchecked}");
}

#[test]
fn what_was_altered_or_signed_by_another_is_not_valid() {
    let graduate = Graduate::new();
    let bytes = graduate.signed(|_| {});
    let mut altered = bytes.clone();
    *altered.last_mut().unwrap() ^= 1;
    let said = against(&graduate.verify(&text::digits(&altered), &[]));
    assert!(said.starts_with("NOT VALID\n") && said.contains("something was altered"), "{said}");
    let stranger = crate::keys::keys(tempfile::tempdir().unwrap().keep().as_path());
    let organiser = format!("{stranger}/organiser.json");
    let said = against(&kerege(&["certificate", "verify", &text::digits(&bytes), "--organiser", &organiser]));
    assert!(said.contains("none of the organisers") && said.contains("says to be from"), "{said}");
}

#[test]
fn a_revoked_licence_and_a_contradicted_outline_are_said() {
    let graduate = Graduate::new();
    let (list, outline) = (graduate.shop.path("site/revocations.cose"), graduate.shop.path("site/healthy/module.json"));
    let other = graduate.signed(|certificate| certificate.title = "Surgery".into());
    assert!(printed(&graduate.verify(&text::digits(&other), &[])).starts_with("VALID"), "nothing contradicts it");
    let said = against(&graduate.verify(&text::digits(&other), &["--module", &outline]));
    assert!(said.contains("the module has another title"), "{said}");
    let wrong = graduate.signed(|certificate| {
        certificate.award = Id::new("doctor").unwrap();
        certificate.at = Moment(0);
    });
    let said = against(&graduate.verify(&text::digits(&wrong), &[]));
    assert!(said.contains("may not certify") && said.contains("dated before 2020-01-01"), "{said}");
    let site = graduate.shop.path("site");
    let id = graduate.licence.delegation.id.to_string();
    printed(&graduate.shop.run("revoke", &[&id, "--site", &site]));
    let said = against(&graduate.verify(&text::digits(&graduate.signed(|_| {})), &["--revocations", &list]));
    assert!(said.contains("revoked the licence on"), "{said}");
}

#[test]
fn what_is_no_certificate_is_said_in_words() {
    let graduate = Graduate::new();
    let licence = text::digits(&graduate.licence.to_bytes());
    for given in ["", "12345", "no such file", &licence] {
        assert!(refused(&graduate.verify(given, &[])).contains("no certificate"), "{given}");
    }
    let certificate = text::digits(&graduate.signed(|_| {}));
    let none = graduate.shop.path("none");
    assert!(refused(&graduate.verify(&certificate, &["--revocations", &none])).contains("cannot be read"));
    let catalogue = graduate.shop.path("site/catalogue.json");
    assert!(refused(&graduate.verify(&certificate, &["--module", &catalogue])).contains("is no module.json"));
}
