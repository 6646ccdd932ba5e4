//! Licences, certificates, lists and signatures, from any bytes or text: what is read is written again as it was.
#![no_main]

use kerege::certificate::checked::Brought;
use kerege::certificate::look::look;
use kerege::certificate::verify::verify;
use kerege::licence::{Licence, Organiser, Revocations, Token, text};
use kerege::port::Moment;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Some(token) = Token::read(bytes) {
        assert_eq!(token.to_bytes(), bytes);
    }
    if let Some(licence) = Licence::read(bytes) {
        assert_eq!(licence.to_bytes(), bytes);
    }
    let organisers: Vec<Organiser> = Organiser::read(bytes).into_iter().collect();
    assert!(verify(bytes, &organisers, None, Moment(0)).is_none_or(|verdict| !verdict.reasons.is_empty()));
    assert!(Revocations::read(bytes, &organisers, |_| None).is_err());
    let brought = look(bytes, &organisers, None, Moment(0));
    assert_eq!(Brought::read(&brought.write()), Some(brought));
    let Ok(words) = std::str::from_utf8(bytes) else { return };
    if let Some(read) = text::from_digits(words) {
        assert_eq!(text::digits(&read), words);
    }
    let _ = text::read(words);
});
