//! An organiser, a licence and a certificate to try things on.

use super::{id, ids};
use kerege::certificate::signed::SignedCertificate;
use kerege::content::Id;
use kerege::licence::{
    Circumstances, Delegation, Grant, Licence, LicenceId, Organiser, OrganiserKey, Part, PrivateKey, Revocations,
    Secret, Span, Token,
};
use kerege::port::Moment;
use kerege::seal::Key;

/// A day in milliseconds.
pub(crate) const DAY: i64 = 86_400_000;

/// The day on which everything here happens.
pub(crate) const NOW: Moment = Moment(20_000 * DAY);

/// So many days after [`NOW`].
pub(crate) fn day(n: i64) -> Moment {
    Moment(NOW.0 + n * DAY)
}

/// From some days after [`NOW`] until some others.
pub(crate) fn days(from: i64, until: i64) -> Span {
    Span { from: day(from), until: Some(day(until)) }
}

/// The organiser's private key.
pub(crate) fn organiser_key() -> PrivateKey {
    PrivateKey::new([1; 32])
}

/// The organiser as it is known.
pub(crate) fn organiser() -> Organiser {
    let key = OrganiserKey { key: organiser_key().public(), span: days(-100, 100) };
    Organiser {
        name: "Қауымдастық «Кереге»".into(), url: "https://example.org".into(), keys: vec![key]
    }
}

/// The key of the course.
pub(crate) fn course_key() -> Key {
    Key::new([2; 32])
}

/// What only the holder has.
pub(crate) fn secret() -> Secret {
    Secret { certificate: PrivateKey::new([3; 32]), courses: vec![(id("cbpr"), course_key())] }
}

/// A delegation for two modules of a course; it opens and certifies from a day ago for a month.
pub(crate) fn delegation() -> Delegation {
    Delegation {
        id: LicenceId([7, 1, 2, 3, 4, 5, 6, 0xff]),
        organiser: organiser().name,
        url: organiser().url,
        issued: day(-1),
        opens: days(-1, 30),
        key: secret().certificate.public(),
        grants: vec![Grant {
            course: id("cbpr"),
            modules: ids("k7m2q9x4ta b8r3w1z6pc"),
            is_open_ended: false,
            last_edition: None,
        }],
        label: Some("Әсел Нұрланқызы".into()),
        is_label_binding: false,
        awards: ids("completed distinction"),
        certifies: days(-1, 60),
    }
}

/// The licence of a delegation.
pub(crate) fn licence_of(delegation: &Delegation) -> Licence {
    Licence::new(delegation.sign(&organiser_key()), Part::Open(secret())).unwrap()
}

/// A licence.
pub(crate) fn licence() -> Licence {
    licence_of(&delegation())
}

/// The first module of the course is to be opened now, and nothing stands against it.
pub(crate) fn circumstances<'a>(
    module: &'a Id,
    courses: &'a [&'a Id],
    organisers: &'a [Organiser],
) -> Circumstances<'a> {
    Circumstances { module, edition: 1, courses, organisers, revocations: None, now: NOW, seen: None }
}

/// A certificate with texts as long as they are in a Russian course.
pub(crate) fn certificate() -> SignedCertificate {
    SignedCertificate {
        name: "Әсел Нұрланқызы".into(),
        at: NOW,
        module: id("k7m2q9x4ta"),
        title: "Анализ данных: от коробки с записями к выводам".into(),
        title_en: Some("Data Analysis".into()),
        edition: 3,
        language: "ru".into(),
        track: id("full"),
        award: id("distinction"),
        award_title: Some("С отличием".into()),
        score: Some((37, 40)),
        attempts: 2,
        minutes: 180,
        objectives: [8; 16],
        records: [9; 16],
    }
}

/// A signed certificate.
pub(crate) fn signed() -> Token {
    certificate().sign(&licence()).unwrap()
}

/// A list that revokes these licences.
pub(crate) fn revocations(number: u32, revoked: &[LicenceId]) -> Revocations {
    let revoked = revoked.iter().map(|id| (*id, day(-1))).collect();
    Revocations::new(number, &organiser().url, NOW, revoked)
}

/// Every change of a single bit.
pub(crate) fn flips(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..bytes.len() * 8).map(|bit| {
        let mut flipped = bytes.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        flipped
    })
}
