//! Certificates: signed on the learner's device, verified by anyone.

use crate::support::course::{english, entry, module, track};
use crate::support::trust::{
    NOW, certificate, course_key, day, days, delegation, flips, licence, licence_of, organiser, organiser_key,
    revocations, secret, signed,
};
use crate::support::{cases, id};
use kerege::certificate::checked::Checked;
use kerege::certificate::qr::{HIGHEST, LONGEST_ADDRESS, Qr};
use kerege::certificate::signed::{LARGEST, NotSigned, SignedCertificate, number};
use kerege::certificate::verify::{Difference, Reason, Verdict, compare, verify};
use kerege::certificate::{self, digest};
use kerege::content::module::Objective;
use kerege::content::{Module, Rule};
use kerege::licence::{Delegation, Organiser, Part, PrivateKey, Purpose, Revocations, Signer, Standing, Token, text};
use kerege::port::Moment;
use kerege::progress::Progress;
use proptest::prelude::*;

/// The reasons against a certificate, now.
fn reasons(token: &Token) -> Vec<Reason> {
    verify(&token.to_bytes(), &[organiser()], None, NOW).unwrap().reasons
}

/// The reasons against a certificate under a changed delegation.
fn under(change: impl FnOnce(&mut Delegation)) -> Vec<Reason> {
    let mut delegation = delegation();
    change(&mut delegation);
    reasons(&certificate().sign(&licence_of(&delegation)).unwrap())
}

/// The reasons against a changed certificate.
fn of(change: impl FnOnce(&mut SignedCertificate)) -> Vec<Reason> {
    let mut certificate = certificate();
    change(&mut certificate);
    reasons(&certificate.sign(&licence()).unwrap())
}

#[test]
fn a_good_certificate_shows_everything_that_is_signed_and_who_vouches() {
    let (bytes, organisers) = (signed().to_bytes(), [organiser()]);
    let verdict = verify(&bytes, &organisers, None, NOW).unwrap();
    let expected = Verdict {
        certificate: certificate(),
        delegation: delegation(),
        organiser: Some(&organisers[0]),
        fingerprint: Some(organiser_key().public().fingerprint()),
        reasons: Vec::new(),
        standing: Standing::NotChecked,
        is_module_named: true,
    };
    assert_eq!(verdict, expected);
}

#[test]
fn a_certificate_stays_good_after_the_licence_has_ended() {
    let long_after = verify(&signed().to_bytes(), &[organiser()], None, day(5000)).map(|verdict| verdict.reasons);
    assert_eq!(long_after, Some(Vec::new()));
}

#[test]
fn certificates_are_made_from_the_first_second_of_the_span_until_just_before_its_end() {
    let at = |moment: Moment| {
        let token = SignedCertificate { at: moment, ..certificate() }.sign(&licence()).unwrap();
        verify(&token.to_bytes(), &[organiser()], None, day(5000)).unwrap().reasons
    };
    assert_eq!(at(Moment(day(-1).0 - 1000)), [Reason::BeforeSpan(day(-1))]);
    assert_eq!(at(day(-1)), []);
    assert_eq!(at(Moment(day(60).0 - 1000)), []);
    assert_eq!(at(day(60)), [Reason::AfterSpan(day(60))]);
    // The licence opens for a shorter time than it certifies.
    assert_eq!(at(day(40)), []);
}

#[test]
fn a_certificate_from_the_future_is_refused_but_a_clock_may_be_a_day_off() {
    let token = signed().to_bytes();
    let at = |now: Moment| verify(&token, &[organiser()], None, now).unwrap().reasons;
    assert_eq!(at(day(-1)), []);
    assert_eq!(at(Moment(day(-1).0 - 1)), [Reason::FromTheFuture]);
}

#[test]
fn each_reason_against_a_certificate_is_said() {
    let edition = |last| move |delegation: &mut Delegation| delegation.grants[0].last_edition = Some(last);
    assert_eq!(under(edition(3)), []);
    assert_eq!(under(edition(2)), [Reason::OtherEdition(2)]);
    assert_eq!(under(|delegation| delegation.awards = vec![id("completed")]), [Reason::OtherAward]);
    assert_eq!(under(|delegation| delegation.is_label_binding = true), []);
    assert_eq!(under(|delegation| delegation.issued = day(100)), [Reason::KeyOutOfUse]);
    assert_eq!(under(|delegation| delegation.url = "https://another.example".into()), [Reason::UnknownOrganiser]);
    assert_eq!(under(|delegation| delegation.certifies = days(1, 2)), [Reason::BeforeSpan(day(1))]);
    assert_eq!(of(|certificate| certificate.module = id("other")), [Reason::OtherModule]);
    let bound = licence_of(&Delegation { is_label_binding: true, ..delegation() });
    let other = SignedCertificate { name: "Somebody Else".into(), ..certificate() };
    assert_eq!(reasons(&other.sign(&bound).unwrap()), [Reason::OtherName]);
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let mut delegation = delegation();
    delegation.awards.clear();
    delegation.certifies = days(1, 2);
    let licence = licence_of(&delegation);
    let other = SignedCertificate { module: id("other"), at: day(3), ..certificate() };
    let token = other.sign(&licence).unwrap().to_bytes();
    let found = verify(&token, &[], None, NOW).unwrap().reasons;
    let all = [
        Reason::UnknownOrganiser,
        Reason::AfterSpan(day(2)),
        Reason::FromTheFuture,
        Reason::OtherModule,
        Reason::OtherAward,
    ];
    assert_eq!(found, all);
}

#[test]
fn a_module_that_only_the_course_vouches_for_is_told_apart() {
    let whole = licence_of(&Delegation {
        grants: vec![kerege::licence::Grant {
            course: id("cbpr"),
            modules: Vec::new(),
            is_open_ended: true,
            last_edition: None,
        }],
        ..delegation()
    });
    let token = certificate().sign(&whole).unwrap().to_bytes();
    let organisers = [organiser()];
    let verdict = verify(&token, &organisers, None, NOW).unwrap();
    assert_eq!((verdict.reasons, verdict.is_module_named), (Vec::new(), false));
}

#[test]
fn valid_revoked_and_not_checked_are_three_things() {
    let bytes = signed().to_bytes();
    let organisers = [organiser()];
    let with = |list: Option<&Revocations>| {
        let verdict = verify(&bytes, &organisers, list, NOW).unwrap();
        (verdict.standing, verdict.reasons)
    };
    assert_eq!(with(None), (Standing::NotChecked, Vec::new()));
    assert_eq!(with(Some(&revocations(2, &[]))), (Standing::Valid(2, NOW), Vec::new()));
    let revoked = revocations(3, &[delegation().id]);
    assert_eq!(with(Some(&revoked)), (Standing::Revoked(day(-1)), vec![Reason::Revoked(day(-1))]));
    let foreign = Revocations::new(3, "https://another.example", NOW, vec![(delegation().id, NOW)]);
    assert_eq!(with(Some(&foreign)).0, Standing::NotChecked);
}

#[test]
fn every_single_bit_of_a_certificate_counts() {
    let bytes = signed().to_bytes();
    let organisers = [organiser()];
    for (bit, flipped) in flips(&bytes).enumerate() {
        let verdict = verify(&flipped, &organisers, None, NOW);
        assert!(verdict.is_none_or(|verdict| !verdict.reasons.is_empty()), "bit {bit} can be changed");
    }
}

#[test]
fn a_certificate_signed_with_another_key_under_somebodys_delegation_is_refused() {
    let signer = Signer::Delegate(Box::new(licence().token));
    let payload = signed().payload.unwrap();
    let forged = Token::sign(Purpose::Certificate, &PrivateKey::new([66; 32]), signer, payload);
    assert_eq!(reasons(&forged), [Reason::CertificateAltered]);
}

#[test]
fn a_forgers_own_organiser_is_unknown_whatever_it_calls_itself() {
    let forger = PrivateKey::new([66; 32]);
    let token = delegation().sign(&forger);
    let licence = kerege::licence::Licence::new(token, Part::Open(secret())).unwrap();
    let token = certificate().sign(&licence).unwrap().to_bytes();
    let organisers = [organiser()];
    let verdict = verify(&token, &organisers, None, NOW).unwrap();
    assert_eq!(verdict.reasons, [Reason::UnknownOrganiser]);
    assert_eq!((verdict.organiser, verdict.fingerprint), (None, None));
}

#[test]
fn no_secret_byte_enters_a_certificate() {
    let bytes = signed().to_bytes();
    let forms = [
        bytes.clone(),
        text::digits(&bytes).into_bytes(),
        text::base64(&bytes).into_bytes(),
        number(&bytes).into_bytes(),
    ];
    let secrets = [secret().certificate.seed().to_vec(), course_key().bytes().to_vec(), secret().to_bytes().to_vec()];
    for secret in &secrets {
        for window in secret.windows(8) {
            assert!(!forms.iter().any(|form| form.windows(8).any(|other| other == window)));
        }
    }
    // What is signed is the same, whatever the secret part holds beside the certificate's key.
    let mut rich = secret();
    rich.courses.push((id("another"), kerege::seal::Key::new([0x5a; 32])));
    let licence = kerege::licence::Licence::new(licence().token, Part::Open(rich)).unwrap();
    assert_eq!(certificate().sign(&licence).unwrap().to_bytes(), bytes);
}

#[test]
fn a_locked_licence_signs_nothing() {
    let locked = kerege::licence::Licence::new(licence().token, Part::Locked("a.b.c.d.e".into())).unwrap();
    assert_eq!(certificate().sign(&locked), Err(NotSigned::Locked));
}

#[test]
fn the_longest_certificate_fits_a_qr_code_of_version_22_after_the_longest_address() {
    let address = format!("https://{}.example/#c/", "a".repeat(LONGEST_ADDRESS - 20));
    assert_eq!(address.len(), LONGEST_ADDRESS);
    let qr = Qr::new(&address, &text::digits(&[0xff; LARGEST])).unwrap();
    assert_eq!(qr.width, 17 + 4 * HIGHEST as usize);
    assert_eq!(Qr::new(&address, &text::digits(&[0xff; LARGEST + 40])), None);
}

#[test]
fn names_of_many_scripts_fit_with_the_whole_chain() {
    for name in [
        "Әсел Нұрланқызы Бекмұхамедова",
        "გიორგი მაისურაძე",
        "Արամ Խաչատրյան",
        "Гулнора Абдурахмонова",
        "Jana Nováková",
    ] {
        // Beside another name on the licence, and with the name on the licence.
        let certificate = SignedCertificate { name: name.into(), ..certificate() };
        let other = certificate.sign(&licence()).unwrap().to_bytes();
        assert!(Qr::new("https://courses.example.org/verify/#c/", &text::digits(&other)).is_some(), "{name}");
        let licence = licence_of(&Delegation { label: Some(name.into()), ..delegation() });
        let token = certificate.sign(&licence).unwrap().to_bytes();
        let code = text::digits(&token);
        assert!(Qr::new("https://courses.example.org/verify/#c/", &code).is_some(), "{name}");
        let organisers = [organiser()];
        let verdict = text::read(&code).and_then(|bytes| verify(&bytes, &organisers, None, NOW)).unwrap();
        assert_eq!((verdict.certificate.name.as_str(), verdict.reasons), (name, Vec::new()));
    }
}

#[test]
fn the_english_title_gives_way_first_and_then_the_awards_title() {
    let read = |length| {
        let long = SignedCertificate { title: "Ж".repeat(length), ..certificate() };
        let token = long.sign(&licence()).unwrap();
        let read = SignedCertificate::read(&token, delegation().label.as_deref()).unwrap();
        (read.title_en.is_some(), read.award_title.is_some())
    };
    let mut seen: Vec<(bool, bool)> = (10..100)
        .map_while(|length| {
            let long = SignedCertificate { title: "Ж".repeat(length), ..certificate() };
            long.sign(&licence()).ok().map(|_| read(length))
        })
        .collect();
    seen.dedup();
    assert_eq!(seen, [(true, true), (false, true), (false, false)]);
}

#[test]
fn texts_that_are_too_long_are_refused_with_how_much_is_too_much() {
    let long = SignedCertificate { title: "Ж".repeat(300), ..certificate() };
    assert!(matches!(long.sign(&licence()), Err(NotSigned::TooLong(over)) if over > 100));
}

#[test]
fn hidden_characters_make_a_certificate_unreadable() {
    for bad in ["A\u{202e}B", "A\nB", "\u{200f}A"] {
        let token = SignedCertificate { name: bad.into(), ..certificate() }.sign(&licence()).unwrap();
        assert_eq!(SignedCertificate::read(&token, None), None, "{bad:?}");
    }
}

#[test]
fn a_number_is_short_and_another_one_for_another_certificate() {
    let number_of = |name: &str| {
        let certificate = SignedCertificate { name: name.into(), ..certificate() };
        number(&certificate.sign(&licence()).unwrap().to_bytes())
    };
    let first = number_of("A");
    assert!(first.len() == 9 && first.as_bytes()[4] == b'-', "{first}");
    assert_ne!(first, number_of("B"));
    // RFC 4648 base32 of the first five bytes of SHA-256("").
    assert_eq!(number(b""), "4OYM-IQUY");
}

/// A module as the certificate describes it.
fn outline() -> Module {
    let mut module =
        module(vec![entry("final", (5, 5, 40))], vec![track("full", Rule::Pages { unit: None, percent: 1 })]);
    module.edition.number = 3;
    module.card.title = english("Data Analysis");
    module.objectives = vec![Objective { id: id("clean"), text: english("Prepare a small data set") }];
    module.tracks[0].certificate = english("Describes and compares small data sets.");
    module
}

fn described(module: &Module) -> SignedCertificate {
    let track = &module.tracks[0];
    SignedCertificate {
        title: "Data Analysis".into(),
        title_en: None,
        language: "en".into(),
        track: track.id.clone(),
        award: track.awards[0].id.clone(),
        award_title: Some(track.awards[0].title.get("en").into()),
        minutes: track.minutes,
        objectives: digest::objectives(track.certificate.get("en"), module, "en"),
        ..certificate()
    }
}

#[test]
fn the_outline_contradicts_what_the_device_says() {
    let module = outline();
    let good = described(&module);
    let compared = |certificate: &SignedCertificate| {
        let bytes = certificate.sign(&licence()).unwrap().to_bytes();
        let verdict = verify(&bytes, &[], None, NOW).unwrap();
        compare(&Checked::of(&bytes, verdict), &module)
    };
    assert_eq!(compared(&good), []);
    let differs = |change: &dyn Fn(&mut SignedCertificate)| {
        let mut certificate = good.clone();
        change(&mut certificate);
        compared(&certificate)
    };
    assert_eq!(differs(&|c| c.edition = 4), [Difference::Edition(3)]);
    assert_eq!(differs(&|c| c.title = "Surgery".into()), [Difference::Title]);
    assert_eq!(differs(&|c| c.track = id("other")), [Difference::Track]);
    assert_eq!(differs(&|c| c.minutes += 1), [Difference::Track]);
    assert_eq!(differs(&|c| c.award = id("doctor")), [Difference::Award]);
    assert_eq!(differs(&|c| c.award_title = Some("Doctor".into())), [Difference::Award]);
    assert_eq!(differs(&|c| c.objectives = [0; 16]), [Difference::Objectives]);
    assert_eq!(differs(&|c| c.score = None), [Difference::Points]);
}

#[test]
fn digests_change_with_every_word_and_every_point() {
    let module = outline();
    let of = |statement: &str| digest::objectives(statement, &module, "en");
    assert_ne!(of("a"), of("b"));
    let mut other = module.clone();
    other.objectives[0].text = english("Prepare a small data set.");
    assert_ne!(of("a"), digest::objectives("a", &other, "en"));
    assert_eq!(digest::records(&module, 0, &Progress::default()), digest::records(&other, 0, &Progress::default()));
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn every_certificate_is_read_back_or_is_too_long(
        name in "[А-яёა-ჰԱ-ֆӘәA-z ]{1,80}",
        title in "[А-яё ]{0,80}",
        (earned, more) in (0..1000_u32, 0..1000_u32),
        at in 0..4_000_000_000_i64,
    ) {
        let Some(name) = certificate::name(&name) else { return Ok(()) };
        let certificate = SignedCertificate { name, title, score: Some((earned, earned + more)), at: Moment(at * 1000), ..certificate() };
        match certificate.sign(&licence()) {
            Ok(token) => {
                let read = SignedCertificate::read(&Token::read(&token.to_bytes()).unwrap(), delegation().label.as_deref()).unwrap();
                // Only what the outline has too may be left out.
                let whole = SignedCertificate { title_en: certificate.title_en.clone(), award_title: certificate.award_title.clone(), ..read };
                prop_assert_eq!(whole, certificate);
            }
            Err(why) => prop_assert!(matches!(why, NotSigned::TooLong(1..)), "{:?}", why),
        }
    }

    #[test]
    fn whatever_bytes_there_are_verifying_ends(bytes in prop::collection::vec(any::<u8>(), 0..400), at in any::<i64>()) {
        let organisers: [Organiser; 1] = [organiser()];
        let verdict = verify(&bytes, &organisers, None, Moment(at));
        prop_assert!(verdict.is_none_or(|verdict| !verdict.reasons.is_empty()));
    }
}

#[test]
fn tokens_of_version_1_are_read_for_ever() {
    let frozen = |name: &str| String::from_utf8(crate::support::fixture(&format!("formats/v1/{name}"))).unwrap();
    let bytes = text::read(&frozen("certificate.txt")).unwrap();
    assert_eq!(bytes, signed().to_bytes(), "signatures are deterministic");
    assert_eq!(verify(&bytes, &[organiser()], None, NOW).map(|verdict| verdict.reasons), Some(Vec::new()));
    let read = text::read(&frozen("licence.txt")).and_then(|bytes| kerege::licence::Licence::read(&bytes));
    assert_eq!(read, Some(licence()));
    let list = text::read(&frozen("revocations.txt")).unwrap();
    let list = Revocations::read(&list, &[organiser()], |_| None);
    assert_eq!(list, Ok(revocations(4, &[delegation().id])));
}
