//! The catalogue, from any bytes.
#![no_main]

use kerege::content::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let reading = read::catalogue(bytes);
    assert!(reading.value.is_some() || !reading.findings.is_empty());
});
