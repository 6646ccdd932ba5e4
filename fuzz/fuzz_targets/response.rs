//! A response, from any bytes.
#![no_main]

use kerege::exercise::Response;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(value) = serde_json::from_slice(bytes) else { return };
    let Some(response) = Response::from_json(&value) else { return };
    let mut text = String::new();
    response.write(&mut text);
    let again = serde_json::from_str(&text).ok().and_then(|value| Response::from_json(&value));
    assert_eq!(again, Some(response));
});
