//! What verifies, natively: what it answers to every question, and that it answers none of the other half's.

#![expect(clippy::unwrap_used, reason = "tests may")]

mod support;

use kerege::certificate::checked::Brought;
use kerege::certificate::reason::{Reason, Standing};
use kerege::json::{self, Value};
use kerege::licence::{Purpose, file, text};
use kerege::seal::native::{Native, ready_now};
use kerege::trust::{Ask, Half, Lists, Message};
use kerege_trust::{proofs, seals};
use std::cell::RefCell;
use support::{DAY, NOW, certificate, list, open_token, organiser, organiser_key, said};

fn asked(desk: &mut proofs::Desk, ask: Ask, message: Message, files: &[Vec<u8>]) -> Value {
    let said = proofs::answer(desk, ask.name(), &message.end(), files).unwrap();
    json::read(said.end().as_bytes()).unwrap()
}

/// A desk that knows the organiser.
fn desk() -> proofs::Desk {
    let mut desk = proofs::Desk::default();
    asked(&mut desk, Ask::Vouch, Message::new(), &[organiser().to_json().into_bytes()]);
    desk
}

fn verified(desk: &mut proofs::Desk, brought: &[u8], now: i64) -> Brought {
    let answer = asked(desk, Ask::Verify, Message::new().plain("now", now), &[brought.to_vec()]);
    Brought::from_json(answer.get("brought").unwrap()).unwrap()
}

#[test]
fn who_vouches_is_said_with_a_domain_and_a_fingerprint() {
    let file = organiser().to_json().into_bytes();
    let answer = asked(&mut proofs::Desk::default(), Ask::Vouch, Message::new(), &[file]);
    let one = answer.get("organisers").and_then(Value::as_array).unwrap().first().unwrap();
    assert_eq!(said(one, "domain"), "example.org");
    assert_eq!(said(one, "fingerprint"), organiser_key().public().fingerprint());
}

#[test]
fn a_certificate_holds_where_its_organiser_is_known_and_nowhere_else() {
    let token = text::base64(&certificate());
    let Brought::Certificate(checked) = verified(&mut desk(), token.as_bytes(), NOW) else { panic!("{token}") };
    assert_eq!(checked.against, []);
    assert_eq!(checked.standing, Standing::NotChecked);
    let Brought::Certificate(checked) = verified(&mut proofs::Desk::default(), token.as_bytes(), NOW) else {
        panic!("{token}")
    };
    assert_eq!(checked.against, [Reason::UnknownOrganiser]);
}

#[test]
fn what_was_known_stays_known_when_the_files_cannot_be_had_again() {
    let mut desk = desk();
    let lists = [organiser().to_json().into_bytes(), list(4, true)];
    asked(&mut desk, Ask::Vouch, Message::new(), &lists);
    asked(&mut desk, Ask::Vouch, Message::new(), &[Vec::new(), Vec::new()]);
    let Brought::Certificate(checked) = verified(&mut desk, &certificate(), NOW + DAY) else {
        panic!("no certificate")
    };
    assert!(matches!(checked.standing, Standing::Revoked(_)));
}

#[test]
fn a_list_that_is_older_than_one_that_was_seen_is_refused_on_a_new_page_too() {
    let mut desk = desk();
    let mut lists = Lists::default();
    lists.see("https://example.org", 4);
    lists.see("https://other.example", 9);
    let mut vouch = |number| {
        let files = [organiser().to_json().into_bytes(), list(number, true)];
        asked(&mut desk, Ask::Vouch, lists.write(), &files)
    };
    assert_eq!(said(&vouch(3), "refused"), "older");
    assert_eq!(vouch(4).get("list").and_then(|list| list.get("number")?.as_u64()), Some(4));
    let mut altered = list(5, false);
    altered[30] ^= 1;
    let files = [Vec::new(), altered];
    assert_ne!(said(&asked(&mut desk, Ask::Vouch, lists.write(), &files), "refused"), "");
}

#[test]
fn an_outline_is_believed_where_the_organiser_signed_it_and_its_digest_is_the_certificates() {
    let bytes = b"{}".to_vec();
    let signature = file::sign(Purpose::Module, &organiser_key(), &bytes);
    let mut desk = desk();
    let mut ask = |bytes: &[u8], objective: &str| {
        let objectives = format!("[[\"code\",\"{objective}\"]]");
        let about = Message::new().text("statement", "может провести анализ").plain("objectives", objectives);
        asked(&mut desk, Ask::Outline, about.plain("now", NOW), &[bytes.to_vec(), signature.clone()])
    };
    let Brought::Certificate(checked) = verified(&mut self::desk(), &certificate(), NOW) else {
        panic!("no certificate")
    };
    let answer = ask(&bytes, "Кодировать высказывания");
    assert_eq!(said(&answer, "by"), "https://example.org");
    assert_eq!(said(&answer, "objectives"), checked.objectives);
    assert_ne!(said(&ask(&bytes, "Лечить"), "objectives"), checked.objectives);
    let forged = ask(b"{ }", "Кодировать высказывания");
    assert_eq!((said(&forged, "by"), said(&forged, "refused")), ("", "altered"));
}

#[test]
fn the_digits_of_a_certificate_are_those_of_its_qr_code() {
    let message = Message::new().text("certificate", &text::base64(&certificate()));
    let answer = asked(&mut proofs::Desk::default(), Ask::Digits, message, &[]);
    assert_eq!(text::from_digits(said(&answer, "digits")), Some(certificate()));
}

#[test]
fn a_licence_is_known_for_one_and_nothing_of_it_is_repeated() {
    let message = Message::new().plain("now", NOW);
    let answer = asked(&mut desk(), Ask::Verify, message, &[open_token().into_bytes()]);
    assert_eq!(answer.get("brought").and_then(Brought::from_json), Some(Brought::Licence));
    assert_eq!(format!("{answer:?}").matches("licence").count(), 1);
}

#[test]
fn each_question_is_answered_by_one_half_and_what_is_none_by_neither() {
    for ask in Ask::ALL {
        let (name, files) = (ask.name(), [Vec::new(), Vec::new()]);
        let said = proofs::answer(&mut desk(), name, "{}", &files).is_some();
        let opened = ready_now(seals::answer(&RefCell::default(), &Native, name, "{}", &files)).unwrap().is_some();
        let other = match ask.half() {
            Half::Seals => said,
            Half::Proofs => opened,
        };
        assert!(!other, "{name}");
    }
    for (name, message) in [("steal", "{}"), ("verify", ""), ("verify", "{}"), ("digits", r#"{"certificate":"!"}"#)] {
        assert_eq!(proofs::answer(&mut desk(), name, message, &[Vec::new()]), None, "{name} {message}");
    }
}
