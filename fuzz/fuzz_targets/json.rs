//! JSON, from any bytes: what another library refuses is refused here as well.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let ours = kerege::json::read(bytes);
    match serde_json::from_slice::<serde_json::Value>(bytes) {
        // We refuse more: what is too wide.
        Ok(_) => {}
        // And read numbers that are too large for the other, as digits.
        Err(error) => assert!(ours.is_err() || error.to_string().contains("out of range")),
    }
});
