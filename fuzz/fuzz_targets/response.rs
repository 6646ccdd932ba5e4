//! A response, from any bytes.
#![no_main]

use kerege::exercise::Response;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(value) = kerege::json::read(bytes) else { return };
    let Some(response) = Response::from_json(&value) else { return };
    let mut text = String::new();
    response.write(&mut text);
    let again = kerege::json::read(text.as_bytes()).ok().and_then(|value| Response::from_json(&value));
    assert_eq!(again, Some(response));
});
