//! What opens seals and signs, natively: what it answers to every question, and that nothing secret is in an answer.

#![expect(clippy::unwrap_used, reason = "tests may")]

mod support;

use kerege::json::{self, Value};
use kerege::licence::{LicenceId, Purpose, Revocations, file, text};
use kerege::port::Moment;
use kerege::seal::native::{Native, ready_now, seal};
use kerege::seal::{Key, Label};
use kerege::trust::{Ask, Lists, Message};
use kerege_trust::seals::{Desk, answer};
use sha2::{Digest as _, Sha256};
use std::cell::RefCell;
use support::{CODE, DAY, NOW, id, locked_token, open_token, organiser, organiser_key, said, secret, wanted};

/// A desk that knows the organiser.
fn desk() -> RefCell<Desk> {
    let desk = RefCell::default();
    asked(&desk, Ask::Know, Message::new(), &[organiser().to_json().into_bytes()]);
    desk
}

fn asked(desk: &RefCell<Desk>, ask: Ask, message: Message, files: &[Vec<u8>]) -> (Value, Vec<u8>) {
    let message = message.end();
    let (said, bytes) = ready_now(answer(desk, &Native, ask.name(), &message, files)).unwrap().unwrap();
    (json::read(said.end().as_bytes()).unwrap(), bytes)
}

fn unlock(desk: &RefCell<Desk>, message: Message) -> Value {
    asked(desk, Ask::Unlock, message.text("module", "k7m2q9x4ta").plain("edition", 1), &[]).0
}

#[test]
fn an_older_list_is_refused_and_a_revoked_licence_too() {
    let desk = desk();
    let list = |number, revoked: &[LicenceId]| {
        let revoked = revoked.iter().map(|id| (*id, Moment(NOW))).collect();
        Revocations::new(number, "https://example.org", Moment(NOW), revoked).sign(&organiser_key()).to_bytes()
    };
    let know = |file, known: u32| {
        let mut lists = Lists::default();
        lists.see("https://example.org", known);
        let about = lists.write();
        asked(&desk, Ask::Know, about, &[Vec::new(), file]).0
    };
    assert_eq!(said(&unlock(&desk, wanted(&open_token(), NOW)), "standing"), "not-checked");
    assert_eq!(said(&know(list(3, &[]), 4), "refused"), "older");
    assert_eq!(know(list(4, &[]), 4).get("list").and_then(|list| list.get("number")?.as_u64()), Some(4));
    assert_eq!(said(&unlock(&desk, wanted(&open_token(), NOW)), "standing"), "valid");
    know(list(5, &[LicenceId([7; 8])]), 4);
    assert_eq!(said(&unlock(&desk, wanted(&open_token(), NOW)), "refused"), "revoked");
    let mut altered = list(6, &[]);
    let last = altered.len() - 1;
    altered[last] ^= 1;
    assert_eq!(said(&know(altered, 5), "refused"), "altered");
}

#[test]
fn a_licence_opens_a_file_of_its_module_and_no_other() {
    let desk = desk();
    let module = id("k7m2q9x4ta");
    let open = b"Sixty-one people";
    let sha256 = Sha256::digest(open).into();
    let label = Label { module: &module, edition: 1, file: "counting", language: "ru", sha256 };
    let sealed = seal(&Key::new([9; 32]), &label, open).unwrap();
    let hex: String = Sha256::digest(open).iter().map(|byte| format!("{byte:02x}")).collect();
    let ask = |language| {
        let about = Message::new().text("file", "counting").text("language", language).text("sha256", &hex);
        asked(&desk, Ask::Open, about, std::slice::from_ref(&sealed))
    };
    assert_eq!(said(&ask("ru").0, "refused"), "closed");
    let answer = unlock(&desk, wanted(&open_token(), NOW));
    assert_eq!(answer.get("refused"), None);
    assert_eq!(said(&answer, "keep"), open_token());
    assert_eq!(ask("ru").1, open);
    assert_eq!(said(&ask("en").0, "refused"), "altered");
    assert!(desk.borrow().licence().is_some());
}

#[test]
fn each_refusal_has_its_name() {
    let desk = desk();
    let refused = |message| said(&unlock(&desk, message), "refused").to_owned();
    assert_eq!(refused(wanted("nothing", NOW)), "unreadable");
    assert_eq!(refused(wanted(&open_token(), NOW - 2 * DAY)), "not-yet");
    assert_eq!(refused(wanted(&open_token(), NOW + 30 * DAY)), "expired");
    assert_eq!(refused(wanted(&open_token(), NOW).plain("seen", NOW + 2 * DAY)), "clock-set-back");
    let other = |module, edition: u32| {
        let message = wanted(&open_token(), NOW).text("module", module).plain("edition", edition);
        said(&asked(&desk, Ask::Unlock, message, &[]).0, "refused").to_owned()
    };
    assert_eq!(other("b8r3w1z6pc", 1), "other-course");
    assert_eq!(other("k7m2q9x4ta", 3), "other-edition");
    let nobody = RefCell::default();
    assert_eq!(said(&unlock(&nobody, wanted(&open_token(), NOW)), "refused"), "other-organiser");
}

#[test]
fn a_locked_licence_asks_for_its_code_and_tells_a_slip_from_another_code() {
    let desk = desk();
    let with = |code: Option<&str>| unlock(&desk, wanted(&locked_token(), NOW).maybe("code", code));
    assert_eq!(said(&with(None), "refused"), "needs-code");
    assert_eq!(said(&with(Some("0000")), "refused"), "no-code");
    assert_eq!(said(&with(Some("0000-0001-ZZZZ-ZZZY")), "refused"), "other-code");
    let answer = with(Some(&CODE.to_lowercase()));
    assert_eq!(answer.get("refused"), None);
    // What is kept is open: the code is asked for once.
    assert_eq!(said(&answer, "keep"), open_token());
}

#[test]
fn what_is_said_of_a_licence_holds_nothing_secret() {
    let (answer, _) = asked(&RefCell::default(), Ask::Look, Message::new().text("licence", &open_token()), &[]);
    let shown = format!("{answer:?}");
    assert!(shown.contains("Әсел") && shown.contains("cbpr"));
    for secret in [secret().certificate.seed().as_slice(), Key::new([2; 32]).bytes()] {
        assert!(!shown.contains(&text::base64(secret)));
    }
}

#[test]
fn a_clock_that_was_ahead_is_put_right_but_not_to_before_what_was_signed() {
    let right = |now| {
        let message = Message::new().text("licence", &open_token()).plain("now", now);
        asked(&desk(), Ask::PutRight, message, &[]).0.get("right").and_then(Value::as_bool)
    };
    assert_eq!(right(NOW), Some(true));
    assert_eq!(right(NOW - 3 * DAY), Some(false));
}

#[test]
fn a_files_signature_is_checked_for_its_purpose() {
    let bytes = b"{}".to_vec();
    let signature = file::sign(Purpose::Module, &organiser_key(), &bytes);
    let ask = |purpose, bytes: &[u8]| {
        let about = Message::new().text("purpose", purpose).plain("now", NOW);
        asked(&desk(), Ask::Signed, about, &[bytes.to_vec(), signature.clone()]).0
    };
    assert_eq!(said(&ask("module", &bytes), "by"), "https://example.org");
    assert_eq!(said(&ask("catalogue", &bytes), "refused"), "altered");
    assert_eq!(said(&ask("module", b"{ }"), "refused"), "altered");
}

#[test]
fn what_is_no_question_gets_no_answer() {
    let desk = desk();
    for (name, message) in [("sign", "{}"), ("look", ""), ("look", "{}"), ("unlock", "[]"), ("open", "{}")] {
        assert!(ready_now(answer(&desk, &Native, name, message, &[])).unwrap().is_none(), "{name} {message}");
    }
}
