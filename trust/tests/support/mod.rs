//! An organiser, a licence, and a module that it opens.

#![allow(dead_code, reason = "each test file has its own copy")]

use kerege::certificate::draft::Draft;
use kerege::certificate::signed::SignedCertificate;
use kerege::content::Id;
use kerege::json::Value;
use kerege::licence::{
    Delegation, Grant, Licence, LicenceId, Organiser, OrganiserKey, Part, PrivateKey, Revocations, Secret, Span, text,
};
use kerege::port::Moment;
use kerege::seal::Key;
use kerege::seal::native::{Drawn, lock, wrap};
use kerege::trust::Message;

pub(crate) const DAY: i64 = 86_400_000;
pub(crate) const NOW: i64 = 20_000 * DAY;
pub(crate) const CODE: &str = "0000-0001-ZZZZ-ZZZZ";

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(crate) fn organiser_key() -> PrivateKey {
    PrivateKey::new([1; 32])
}

pub(crate) fn organiser() -> Organiser {
    let span = Span { from: Moment(NOW - 100 * DAY), until: Some(Moment(NOW + 100 * DAY)) };
    let keys = vec![OrganiserKey { key: organiser_key().public(), span }];
    Organiser { name: "Қауымдастық".into(), url: "https://example.org".into(), keys }
}

pub(crate) fn secret() -> Secret {
    Secret { certificate: PrivateKey::new([3; 32]), courses: vec![(id("cbpr"), Key::new([2; 32]))] }
}

pub(crate) fn delegation() -> Delegation {
    let opens = Span { from: Moment(NOW - DAY), until: Some(Moment(NOW + 30 * DAY)) };
    let modules = vec![id("k7m2q9x4ta")];
    Delegation {
        id: LicenceId([7; 8]),
        organiser: organiser().name,
        url: organiser().url,
        issued: Moment(NOW - DAY),
        opens,
        key: secret().certificate.public(),
        grants: vec![Grant { course: id("cbpr"), modules, is_open_ended: false, last_edition: Some(2) }],
        label: Some("Әсел".into()),
        is_label_binding: false,
        awards: vec![id("completed")],
        certifies: opens,
    }
}

pub(crate) fn token(part: Part) -> String {
    text::base64(&Licence::new(delegation().sign(&organiser_key()), part).unwrap().to_bytes())
}

pub(crate) fn open_token() -> String {
    token(Part::Open(secret()))
}

pub(crate) fn locked_token() -> String {
    let drawn = Drawn { salt: [4; 16], key: Key::new([5; 32]), nonce: [6; 12] };
    let code = kerege::licence::code::normal(CODE).unwrap();
    token(Part::Locked(lock(&secret().to_bytes(), code.as_bytes(), 1000, &drawn).unwrap()))
}

/// The question whether a licence opens the module.
pub(crate) fn wanted(licence: &str, now: i64) -> Message {
    let wrapped = wrap(&Key::new([2; 32]), &Key::new([9; 32])).unwrap();
    let key = Message::new().text("course", "cbpr").text("key", &text::base64(&wrapped));
    Message::new().text("licence", licence).plain("now", now).list("keys", [key])
}

pub(crate) fn said<'a>(answer: &'a Value, name: &str) -> &'a str {
    answer.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// What a learner wants to have signed under the licence.
pub(crate) fn draft() -> Draft {
    Draft {
        name: "Әсел".into(),
        at: Moment(NOW),
        module: id("k7m2q9x4ta"),
        title: "Анализ данных".into(),
        title_en: Some("Data Analysis".into()),
        edition: 1,
        language: "ru".into(),
        track: id("whole"),
        award: id("completed"),
        award_title: "Курс пройден".into(),
        score: Some((17, 20)),
        attempts: 1,
        minutes: 360,
        statement: "может провести анализ".into(),
        objectives: vec![(id("code"), "Кодировать высказывания".into())],
        records: "{}".into(),
    }
}

/// A certificate that was signed under it.
pub(crate) fn certificate() -> Vec<u8> {
    let licence = Licence::new(delegation().sign(&organiser_key()), Part::Open(secret())).unwrap();
    SignedCertificate::of(draft()).sign(&licence).unwrap().to_bytes()
}

/// A list of revoked licences, with this one on it or not.
pub(crate) fn list(number: u32, is_revoked: bool) -> Vec<u8> {
    let revoked = if is_revoked { vec![(LicenceId([7; 8]), Moment(NOW))] } else { Vec::new() };
    Revocations::new(number, "https://example.org", Moment(NOW), revoked).sign(&organiser_key()).to_bytes()
}
