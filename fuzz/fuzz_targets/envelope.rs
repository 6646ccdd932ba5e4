//! Stored progress, from any bytes: what is read can be folded, compacted, stored and read again.
#![no_main]

use kerege::progress::{compact, envelope, fold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(opened) = envelope::read(text) else { return };
    let envelope = opened.envelope;
    let progress = fold(&envelope.records);
    assert_eq!(fold(&compact(&envelope.records)), progress);
    let again = envelope::write(&envelope.module, &envelope.writer, envelope.seq, &envelope.records);
    assert_eq!(envelope::read(&again).map(|opened| opened.lost), Ok(0));
});
