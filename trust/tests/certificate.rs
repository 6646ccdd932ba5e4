//! Signing certificates, natively: what is signed, what is refused, and that nothing secret is in any of it.

#![expect(clippy::unwrap_used, reason = "tests may")]

mod support;

use kerege::certificate::checked::{Behind, Brought};
use kerege::certificate::draft::Draft;
use kerege::json::{self, Value};
use kerege::licence::{Delegation, Licence, LicenceId, Part, PrivateKey, Secret, Span, text};
use kerege::port::Moment;
use kerege::seal::Key;
use kerege::seal::native::{Native, ready_now, wrap};
use kerege::trust::{Ask, Message};
use kerege_trust::{proofs, seals};
use proptest::prelude::*;
use std::cell::RefCell;
use support::{DAY, NOW, delegation, draft, id, organiser, organiser_key, said, secret};

fn asked(desk: &RefCell<seals::Desk>, ask: Ask, message: Message) -> Option<Value> {
    let files = [organiser().to_json().into_bytes()];
    let (said, _) = ready_now(seals::answer(desk, &Native, ask.name(), &message.end(), &files)).unwrap()?;
    json::read(said.end().as_bytes()).ok()
}

/// A desk on which such a licence opened the module.
fn opened(delegation: &Delegation, secret: Secret) -> RefCell<seals::Desk> {
    let desk = RefCell::default();
    asked(&desk, Ask::Know, Message::new()).unwrap();
    let course = secret.courses.first().unwrap().1.clone();
    let licence = Licence::new(delegation.sign(&organiser_key()), Part::Open(secret)).unwrap();
    let wrapped = wrap(&course, &Key::new([9; 32])).unwrap();
    let key = Message::new().text("course", "cbpr").text("key", &text::base64(&wrapped));
    let about = Message::new()
        .text("licence", &text::base64(&licence.to_bytes()))
        .plain("now", delegation.opens.from.0)
        .list("keys", [key])
        .text("module", "k7m2q9x4ta")
        .plain("edition", 1);
    let answer = asked(&desk, Ask::Unlock, about).unwrap();
    assert_eq!(answer.get("refused"), None, "{answer:?}");
    desk
}

/// What comes of asking for a signature under a licence that was changed, with a draft that was changed.
fn signing(licence: impl FnOnce(&mut Delegation), wish: impl FnOnce(&mut Draft)) -> Option<Value> {
    let (mut delegation, mut draft) = (delegation(), draft());
    licence(&mut delegation);
    wish(&mut draft);
    asked(&opened(&delegation, secret()), Ask::Sign, Message::new().text("draft", &draft.write()))
}

fn refusal(licence: impl FnOnce(&mut Delegation), wish: impl FnOnce(&mut Draft)) -> String {
    let answer = signing(licence, wish).unwrap();
    assert_eq!(answer.get("certificate"), None);
    said(&answer, "refused").to_owned()
}

/// What a verifier finds against it; `None` where it is no certificate.
fn against(certificate: &str) -> Option<usize> {
    let mut desk = proofs::Desk::default();
    let file = organiser().to_json().into_bytes();
    proofs::answer(&mut desk, Ask::Vouch.name(), "{}", &[file])?;
    let message = Message::new().plain("now", NOW).end();
    let answer = proofs::answer(&mut desk, Ask::Verify.name(), &message, &[certificate.as_bytes().to_vec()])?;
    match Brought::from_json(json::read(answer.end().as_bytes()).ok()?.get("brought")?)? {
        Brought::Certificate(checked) => Some(checked.against.len()),
        Brought::Badge(_) | Brought::SelfAttested | Brought::Licence | Brought::Nothing => None,
    }
}

#[test]
fn what_is_signed_holds_and_the_same_is_signed_the_same() {
    let answers = [(); 2].map(|()| signing(|_| {}, |_| {}).unwrap());
    assert_eq!(against(said(&answers[0], "certificate")), Some(0));
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn nothing_is_signed_before_a_licence_opened_the_module_nor_for_another_module() {
    let message = Message::new().text("draft", &draft().write());
    assert_eq!(asked(&RefCell::default(), Ask::Sign, message), None);
    assert_eq!(signing(|_| {}, |draft| draft.module = id("b8r3w1z6pc")), None);
    let desk = opened(&delegation(), secret());
    for draft in ["", "{}", "[]", "{\"name\":1}"] {
        assert_eq!(asked(&desk, Ask::Sign, Message::new().text("draft", draft)), None, "{draft}");
    }
}

#[test]
fn outside_of_the_span_nothing_is_signed_to_the_second() {
    let span = Span { from: Moment(NOW), until: Some(Moment(NOW + DAY)) };
    let at = |at| signing(|it| it.certifies = span, |draft| draft.at = Moment(at)).unwrap();
    let is_signed = |moment| at(moment).get("certificate").is_some();
    assert!(is_signed(NOW) && is_signed(NOW + DAY - 1));
    assert_eq!(said(&at(NOW - 1), "refused"), "before-span");
    assert_eq!(said(&at(NOW + DAY), "refused"), "after-span");
}

#[test]
fn what_the_licence_does_not_grant_is_not_signed() {
    assert_eq!(refusal(|_| {}, |draft| draft.award = id("distinction")), "other-award");
    assert_eq!(refusal(|it| it.awards.clear(), |_| {}), "other-award");
    assert_eq!(refusal(|_| {}, |draft| draft.edition = 3), "other-edition");
    let bound = |it: &mut Delegation| it.is_label_binding = true;
    assert_eq!(refusal(bound, |draft| draft.name = "Айгүл".into()), "other-name");
    assert!(signing(bound, |_| {}).unwrap().get("certificate").is_some());
}

#[test]
fn what_is_said_of_the_licence_is_its_public_half() {
    let desk = opened(&delegation(), secret());
    let answer = asked(&desk, Ask::Licensed, Message::new()).unwrap();
    let behind = Behind::from_json(answer.get("licence").unwrap()).unwrap();
    assert_eq!((behind.id, behind.awards), (LicenceId([7; 8]).to_string(), vec![id("completed")]));
    let shown = format!("{answer:?}");
    for secret in [secret().certificate.seed().as_slice(), Key::new([2; 32]).bytes()] {
        assert!(!shown.contains(&text::base64(secret)));
    }
    assert_eq!(asked(&RefCell::default(), Ask::Licensed, Message::new()).unwrap().get("licence"), None);
}

/// Names of many scripts, short and long.
fn any_name() -> impl Strategy<Value = String> {
    "[A-Za-zА-Яа-яӘәҚқҢңӨөҰұა-ჰԱ-Ֆ]{1,40}( [A-Za-zА-Яа-я]{1,40}){0,2}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_eight_bytes_of_a_secret_are_in_a_certificate(seed: [u8; 32], course: [u8; 32], name in any_name()) {
        let secret = Secret { certificate: PrivateKey::new(seed), courses: vec![(id("cbpr"), Key::new(course))] };
        let delegation = Delegation { key: secret.certificate.public(), ..delegation() };
        let draft = Draft { name, ..draft() };
        let answer = asked(&opened(&delegation, secret), Ask::Sign, Message::new().text("draft", &draft.write()));
        let Some(bytes) = answer.and_then(|answer| text::from_base64(answer.get("certificate")?.as_str()?)) else {
            return Ok(());
        };
        for secret in [seed, course] {
            for part in secret.windows(8) {
                prop_assert!(!bytes.windows(8).any(|window| window == part));
            }
        }
    }

    #[test]
    fn a_name_that_is_too_long_is_too_long_by_what_is_said(name in any_name()) {
        let long = name.repeat(6);
        let with = |name: &str| signing(|_| {}, |draft| draft.name = name.to_owned()).unwrap();
        let answer = with(&long);
        let over = answer.get("over").and_then(Value::as_u64);
        let Some(over) = over.and_then(|over| usize::try_from(over).ok()) else {
            prop_assert!(against(said(&answer, "certificate")) == Some(0));
            return Ok(());
        };
        let kept = long.char_indices().map(|(at, _)| at).rfind(|at| at + over <= long.len()).unwrap_or_default();
        if kept > 0 {
            let shorter = with(&long[..kept]);
            prop_assert_eq!(against(said(&shorter, "certificate")), Some(0));
        }
    }
}
