//! Licences: who issued them, what they open, and until when.

use crate::support::trust::{
    circumstances, course_key, day, days, delegation, flips, licence, licence_of, organiser, organiser_key,
    revocations, secret,
};
use crate::support::{cases, id};
use kerege::certificate::qr::{LONGEST_ADDRESS, Qr};
use kerege::content::Id;
use kerege::licence::file::{self, FileSigned};
use kerege::licence::{
    Admission, Circumstances, Delegation, Grant, Licence, Part, PrivateKey, Purpose, Refusal, Span, Standing, check,
    text,
};
use kerege::port::Moment;
use kerege::seal::{self, jwe, native};
use proptest::prelude::*;

/// Checks a licence in circumstances that `change` has changed.
fn checked(licence: &Licence, change: impl FnOnce(&mut Circumstances<'_>)) -> Result<Standing, Refusal> {
    let (module, course, organisers) = (id("k7m2q9x4ta"), id("cbpr"), [organiser()]);
    let courses = [&course];
    let mut about = circumstances(&module, &courses, &organisers);
    change(&mut about);
    check(licence, &about).map(|Admission { standing, .. }| standing)
}

fn with(change: impl FnOnce(&mut Delegation)) -> Licence {
    let mut delegation = delegation();
    change(&mut delegation);
    licence_of(&delegation)
}

#[test]
fn a_licence_is_read_back_from_bytes_links_and_digits() {
    let bytes = licence().to_bytes();
    assert_eq!(Licence::read(&bytes), Some(licence()));
    let link = format!("https://courses.example.org/data/#licence/{}", text::base64(&bytes));
    assert_eq!(text::read(&link).and_then(|bytes| Licence::read(&bytes)), Some(licence()));
    assert_eq!(text::read(&text::digits(&bytes)).and_then(|bytes| Licence::read(&bytes)), Some(licence()));
}

#[test]
fn a_licence_opens_the_modules_it_names() {
    assert_eq!(checked(&licence(), |_| {}), Ok(Standing::NotChecked));
    let other = id("other");
    let (module, course, organisers) = (id("other"), id("cbpr"), [organiser()]);
    let courses = [&course];
    assert_eq!(check(&licence(), &circumstances(&module, &courses, &organisers)), Err(Refusal::OtherCourse));
    // The outline says that the module is of another course: there is no key for it.
    let module = id("k7m2q9x4ta");
    let courses = [&other];
    assert_eq!(check(&licence(), &circumstances(&module, &courses, &organisers)), Err(Refusal::OtherCourse));
}

#[test]
fn a_licence_for_a_whole_course_opens_modules_that_join_it_later() {
    let whole = with(|delegation| delegation.grants[0].is_open_ended = true);
    let (module, course, organisers) = (id("released-later"), id("cbpr"), [organiser()]);
    let courses = [&course];
    let about = circumstances(&module, &courses, &organisers);
    assert!(check(&whole, &about).is_ok());
    assert_eq!(check(&licence(), &about), Err(Refusal::OtherCourse));
}

#[test]
fn editions_belong_to_a_licence_up_to_the_last_one_and_no_further() {
    let third = with(|delegation| delegation.grants[0].last_edition = Some(3));
    assert!(checked(&third, |about| about.edition = 3).is_ok());
    assert_eq!(checked(&third, |about| about.edition = 4), Err(Refusal::OtherEdition(3)));
    assert!(checked(&licence(), |about| about.edition = u32::MAX).is_ok());
}

#[test]
fn a_licence_opens_from_its_first_second_until_just_before_its_end() {
    let at = |moment: Moment| checked(&licence(), |about| about.now = moment);
    assert_eq!(at(Moment(day(-1).0 - 1)), Err(Refusal::NotYet(day(-1))));
    assert!(at(day(-1)).is_ok());
    assert!(at(Moment(day(30).0 - 1)).is_ok());
    assert_eq!(at(day(30)), Err(Refusal::Expired(day(30))));
    let endless = with(|delegation| delegation.opens.until = None);
    assert!(checked(&endless, |about| about.now = day(100_000)).is_ok());
}

#[test]
fn a_clock_that_was_set_back_is_seen_before_the_licence_is_found_to_be_good() {
    let seen = day(40);
    assert_eq!(checked(&licence(), |about| about.seen = Some(seen)), Err(Refusal::ClockSetBack(seen)));
    assert!(checked(&licence(), |about| about.seen = Some(day(1))).is_ok());
}

#[test]
fn a_licence_of_somebody_unknown_or_of_a_key_out_of_use_opens_nothing() {
    let forger = PrivateKey::new([66; 32]);
    let forged = Licence::new(delegation().sign(&forger), Part::Open(secret())).unwrap();
    assert_eq!(checked(&forged, |_| {}), Err(Refusal::OtherOrganiser));
    // Another organiser's address, signed with one's own key.
    let borrowed = with(|delegation| delegation.url = "https://another.example".into());
    assert_eq!(checked(&borrowed, |_| {}), Err(Refusal::OtherOrganiser));
    for (issued, expected) in [(-101, false), (-100, true), (99, true), (100, false)] {
        let licence = with(|delegation| {
            delegation.issued = day(issued);
            delegation.opens = days(-200, 200);
        });
        let expected = if expected { Ok(Standing::NotChecked) } else { Err(Refusal::KeyOutOfUse) };
        assert_eq!(checked(&licence, |_| {}), expected, "issued on day {issued}");
    }
}

#[test]
fn revoked_valid_and_not_checked_are_three_things() {
    let list = |revoked: &[_]| revocations(4, revoked);
    let (other, this) = (list(&[]), list(&[delegation().id]));
    assert_eq!(checked(&licence(), |_| {}), Ok(Standing::NotChecked));
    let organisers = [organiser()];
    let (module, course) = (id("k7m2q9x4ta"), id("cbpr"));
    let courses = [&course];
    let about = circumstances(&module, &courses, &organisers);
    let with = |list| check(&licence(), &Circumstances { revocations: Some(list), ..about }).map(|it| it.standing);
    assert_eq!(with(&other), Ok(Standing::Valid(4, day(0))));
    assert_eq!(with(&this), Err(Refusal::Revoked(day(-1))));
}

#[test]
fn every_single_bit_of_a_licence_counts() {
    let (course, module, organisers) = (id("cbpr"), id("k7m2q9x4ta"), [organiser()]);
    let courses = [&course];
    let about = circumstances(&module, &courses, &organisers);
    let wrapped = native::wrap(&course_key(), &seal::Key::new([5; 32])).unwrap();
    let opens = |bytes: &[u8]| {
        let licence = Licence::read(bytes)?;
        let admission = check(&licence, &about).ok()?;
        let Part::Open(secret) = &licence.part else { return None };
        native::now(seal::content_key(&native::Native, secret.course(admission.course)?, &wrapped)).ok()
    };
    let bytes = licence().to_bytes();
    assert!(opens(&bytes).is_some());
    for (bit, flipped) in flips(&bytes).enumerate() {
        assert!(opens(&flipped).is_none(), "bit {bit} can be changed");
    }
}

#[test]
fn every_single_bit_of_a_signed_file_and_of_its_signature_counts() {
    let (bytes, organisers) = (br#"{"kerege":1,"type":"catalogue","price":"75"}"#, [organiser()]);
    let signature = file::sign(Purpose::Catalogue, &organiser_key(), bytes);
    let signed =
        |bytes: &[u8], signature: &[u8]| file::check(Purpose::Catalogue, bytes, signature, &organisers, day(0));
    assert_eq!(signed(bytes, &signature), FileSigned::By(&organisers[0]));
    for (bit, flipped) in flips(bytes).enumerate() {
        assert_eq!(signed(&flipped, &signature), FileSigned::Altered, "bit {bit} of the file can be changed");
    }
    for (bit, flipped) in flips(&signature).enumerate() {
        assert!(!matches!(signed(bytes, &flipped), FileSigned::By(_)), "bit {bit} of the signature can be changed");
    }
    for cut in 0..signature.len() {
        assert!(!matches!(signed(bytes, &signature[..cut]), FileSigned::By(_)), "cut after {cut}");
    }
}

#[test]
fn every_single_bit_of_a_locked_licence_counts() {
    let drawn = native::Drawn { salt: [1; 16], key: seal::Key::new([2; 32]), nonce: [3; 12] };
    let jwe = native::lock(&secret().to_bytes(), b"code", 1000, &drawn).unwrap();
    let bytes = Licence::new(delegation().sign(&organiser_key()), Part::Locked(jwe)).unwrap().to_bytes();
    let (course, module, organisers) = (id("cbpr"), id("k7m2q9x4ta"), [organiser()]);
    let courses = [&course];
    let about = circumstances(&module, &courses, &organisers);
    let opens = |bytes: &[u8]| {
        let locked = Licence::read(bytes).filter(|licence| check(licence, &about).is_ok())?;
        let Part::Locked(jwe) = &locked.part else { return None };
        let secret = native::ready_now(jwe::unlock(&native::Native, jwe, b"code"))?.ok()?;
        locked.clone().unlocked(kerege::licence::Secret::read(&secret)?)
    };
    assert_eq!(opens(&bytes), Some(licence()));
    for (bit, flipped) in flips(&bytes).enumerate() {
        assert!(opens(&flipped).is_none(), "bit {bit} can be changed");
    }
}

#[test]
fn a_secret_part_of_another_licence_does_not_fit() {
    let mut other = secret();
    other.certificate = PrivateKey::new([4; 32]);
    assert_eq!(Licence::new(delegation().sign(&organiser_key()), Part::Open(other)), None);
}

#[test]
fn a_locked_licence_says_what_it_is_for_and_opens_with_its_code_only() {
    let drawn = native::Drawn { salt: [1; 16], key: seal::Key::new([2; 32]), nonce: [3; 12] };
    let jwe = native::lock(&secret().to_bytes(), b"K7M2-Q9X4-TA8B-R3W1", 1000, &drawn).unwrap();
    let locked = Licence::new(delegation().sign(&organiser_key()), Part::Locked(jwe.clone())).unwrap();
    let locked = Licence::read(&locked.to_bytes()).unwrap();
    assert_eq!(locked.delegation, delegation());
    assert!(Qr::new(&"x".repeat(LONGEST_ADDRESS), &text::digits(&locked.to_bytes())).is_some());
    let unlock = |code: &[u8]| native::ready_now(jwe::unlock(&native::Native, &jwe, code)).unwrap();
    assert_eq!(unlock(b"K7M2-Q9X4-TA8B-R3W2").err(), Some(jwe::Locked::OtherCode));
    let opened = unlock(b"K7M2-Q9X4-TA8B-R3W1").unwrap();
    assert_eq!(locked.unlocked(kerege::licence::Secret::read(&opened).unwrap()), Some(licence()));
}

#[test]
fn a_lock_that_asks_for_endless_work_or_is_altered_is_refused() {
    let drawn = native::Drawn { salt: [1; 16], key: seal::Key::new([2; 32]), nonce: [3; 12] };
    let jwe = native::lock(b"secret", b"code", 1000, &drawn).unwrap();
    let unlock = |jwe: &str| native::ready_now(jwe::unlock(&native::Native, jwe, b"code")).unwrap();
    assert!(unlock(&jwe).is_ok());
    for (bit, flipped) in flips(jwe.as_bytes()).enumerate() {
        let Ok(flipped) = String::from_utf8(flipped) else { continue };
        assert!(unlock(&flipped).is_err(), "bit {bit} can be changed");
    }
    let (header, rest) = jwe.split_once('.').unwrap();
    let header = String::from_utf8(text::from_base64(header).unwrap()).unwrap();
    for change in ["4000000000", "2000001", "999", "0", "-1", "1e9"] {
        let header = header.replace("\"p2c\":1000", &format!("\"p2c\":{change}"));
        let asked = format!("{}.{rest}", text::base64(header.as_bytes()));
        assert_eq!(unlock(&asked).err(), Some(jwe::Locked::Unreadable), "{change}");
    }
    for bad in ["", ".", "....", "a.b.c.d.e", "e30....", &format!("{jwe}.")] {
        assert_eq!(unlock(bad).err(), Some(jwe::Locked::Unreadable), "{bad}");
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_bytes_there_are_reading_ends_and_what_is_read_is_written_again(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Some(licence) = Licence::read(&bytes) {
            prop_assert_eq!(licence.to_bytes(), bytes);
        }
    }

    #[test]
    fn a_span_begins_with_its_first_millisecond_and_ends_just_before_its_last(
        from in 0..4_000_000_000_i64,
        length in prop::option::of(1..4_000_000_000_i64),
        off in -2_i64..=2,
    ) {
        let (from, until) = (Moment(from * 1000), length.map(|length| Moment((from + length) * 1000)));
        let span = Span { from, until };
        prop_assert_eq!(span.contains(Moment(from.0 + off)), off >= 0);
        if let Some(until) = until {
            prop_assert_eq!(span.contains(Moment(until.0 + off)), off < 0);
        }
        // The same for a licence, which opens in exactly that span.
        let licence = with(|delegation| delegation.opens = span);
        for edge in [Some(from), until].into_iter().flatten() {
            let now = Moment(edge.0 + off);
            let opened = checked(&licence, |about| about.now = now);
            prop_assert_eq!(opened.is_ok(), span.contains(now), "{:?}", opened);
        }
    }

    #[test]
    fn every_delegation_is_read_back(
        courses in prop::collection::vec(("[a-z0-9]{1,40}", prop::collection::vec("[a-z0-9]{1,40}", 0..4), any::<bool>(), prop::option::of(1..u32::MAX)), 1..4),
        label in prop::option::of("[А-яёა-ჰԱ-ֆӘәҒғ ]{1,40}"),
        (from, length) in (0..200_000_000_i64, prop::option::of(1..200_000_000_i64)),
        binds in any::<bool>(),
    ) {
        let span = Span { from: Moment(from * 1000), until: length.map(|length| Moment((from + length) * 1000)) };
        let grants = courses.iter().map(|(course, modules, is_open_ended, last_edition)| Grant {
            course: id(course),
            modules: modules.iter().map(|module| id(module)).collect::<Vec<Id>>(),
            is_open_ended: *is_open_ended,
            last_edition: *last_edition,
        });
        let delegation = Delegation { opens: span, grants: grants.collect(), label, is_label_binding: binds, ..delegation() };
        let token = delegation.sign(&organiser_key());
        prop_assert_eq!(Delegation::read(&token), Some(delegation));
    }
}
