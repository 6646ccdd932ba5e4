//! Seals: the same text gives the same bytes, and nothing altered is ever opened.

use crate::support::trust::flips;
use crate::support::{cases, id};
use kerege::content::Id;
use kerege::seal::native::{Native, now, seal, wrap};
use kerege::seal::{Cipher as _, Key, Label, content_key, open};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

fn content() -> Key {
    Key::new([5; 32])
}

fn label<'a>(module: &'a Id, text: &[u8]) -> Label<'a> {
    Label { module, edition: 1, file: "counting", language: "ru", sha256: Sha256::digest(text).into() }
}

const TEXT: &[u8] = "Из 61 человека 40 прошли тест.".as_bytes();

#[test]
fn a_sealed_file_is_the_same_each_time_and_opens_again() {
    let module = id("k7m2q9x4ta");
    let label = label(&module, TEXT);
    let sealed = seal(&content(), &label, TEXT).unwrap();
    assert_eq!(seal(&content(), &label, TEXT).unwrap(), sealed);
    assert_eq!(sealed.len(), TEXT.len() + 16);
    assert_eq!(now(open(&Native, &content(), &label, &sealed)).unwrap().as_slice(), TEXT);
}

#[test]
fn every_single_bit_of_a_sealed_file_counts() {
    let module = id("k7m2q9x4ta");
    let label = label(&module, TEXT);
    let sealed = seal(&content(), &label, TEXT).unwrap();
    for (bit, flipped) in flips(&sealed).enumerate() {
        assert!(now(open(&Native, &content(), &label, &flipped)).is_err(), "bit {bit} can be changed");
    }
    for cut in 0..sealed.len() {
        assert!(now(open(&Native, &content(), &label, &sealed[..cut])).is_err(), "cut after {cut}");
    }
}

#[test]
fn a_file_cannot_be_put_in_anothers_place() {
    let (module, other) = (id("k7m2q9x4ta"), id("b8r3w1z6pc"));
    let here = label(&module, TEXT);
    let sealed = seal(&content(), &here, TEXT).unwrap();
    let mut sha256 = here.sha256;
    sha256[31] ^= 1;
    let places = [
        Label { module: &other, ..here },
        Label { edition: 2, ..here },
        Label { file: "counting-2", ..here },
        Label { file: "countingr", language: "u", ..here },
        Label { language: "en", ..here },
        Label { sha256, ..here },
    ];
    for place in places {
        assert!(now(open(&Native, &content(), &place, &sealed)).is_err(), "{place:?}");
    }
    assert!(now(open(&Native, &Key::new([6; 32]), &here, &sealed)).is_err());
}

#[test]
fn a_content_key_is_unwrapped_with_its_course_key_only() {
    let course = Key::new([2; 32]);
    let wrapped = wrap(&course, &content()).unwrap();
    assert_eq!(wrapped, wrap(&course, &content()).unwrap());
    assert_eq!(now(content_key(&Native, &course, &wrapped)), Ok(content()));
    assert!(now(content_key(&Native, &Key::new([3; 32]), &wrapped)).is_err());
    for (bit, flipped) in flips(&wrapped).enumerate() {
        assert!(now(content_key(&Native, &course, &flipped)).is_err(), "bit {bit} can be changed");
    }
    for length in 0..wrapped.len() {
        assert!(now(content_key(&Native, &course, &wrapped[..length])).is_err());
    }
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap()).collect()
}

#[test]
fn the_ciphers_are_those_of_the_standards() {
    // RFC 3394, section 4.6: 256 bits of key data with a 256-bit KEK.
    let kek = Key::from_slice(&hex("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F")).unwrap();
    let data = hex("00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F");
    let expected = hex("28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21");
    assert_eq!(wrap(&kek, &Key::from_slice(&data).unwrap()).unwrap(), expected);
    assert_eq!(now(Native.unwrap(kek.bytes(), &expected)).unwrap().as_slice(), data);
    // PBKDF2 with HMAC-SHA-256: what other implementations give for these words, the first 16 bytes.
    let stretched = now(Native.stretch(b"password", b"salt", 4096)).unwrap();
    assert_eq!(stretched.as_slice(), hex("c5e478d59288c841aa530db6845c4c8d"));
    // AES-256-GCM, test case 14 of the specification: a block of zeros under a key of zeros.
    let sealed = hex("cea7403d4d606b6e074ec5d3baf39d18 d0d1c8a799996bf0265b98b5d48ab919");
    let opened = now(Native.open(&Key::new([0; 32]), &[0; 12], b"", &sealed)).unwrap();
    assert_eq!(opened.as_slice(), [0; 16]);
}

/// What an author does to a file between two builds.
#[derive(Clone, Debug)]
enum Edit {
    Say(String),
    Undo,
    Edition,
    Language(bool),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        "[ab]{0,3}".prop_map(Edit::Say),
        Just(Edit::Undo),
        Just(Edit::Edition),
        any::<bool>().prop_map(Edit::Language),
    ]
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_key_and_nonce_never_meet_two_texts_over_any_history_of_edits(edits in prop::collection::vec(edit(), 1..40)) {
        let module = id("k7m2q9x4ta");
        let (mut texts, mut edition, mut language) = (vec![String::new()], 1, "ru");
        // The key and the nonce that a file got are what its first block was encrypted with.
        let mut used: BTreeMap<Vec<u8>, (u32, &str, String)> = BTreeMap::new();
        for edit in edits {
            match edit {
                Edit::Say(more) => texts.push([texts.last().unwrap(), more.as_str()].concat()),
                Edit::Undo if texts.len() > 1 => { texts.pop(); }
                Edit::Undo => {}
                Edit::Edition => edition += 1,
                Edit::Language(is_russian) => language = if is_russian { "ru" } else { "kk" },
            }
            let text = texts.last().unwrap().clone();
            let label = Label { edition, language, ..label(&module, text.as_bytes()) };
            let derived = now(Native.derive(&content(), &label.to_bytes(), 44)).unwrap();
            let before = used.insert(derived.to_vec(), (edition, language, text.clone()));
            prop_assert!(before.is_none_or(|before| before == (edition, language, text)));
        }
    }
}
