//! Responses, as records carry them.

use crate::support::arbitrary::any_response;
use crate::support::cases;
use kerege::exercise::Response;
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn every_response_is_read_back_as_it_was_written(response in any_response()) {
        let text = response.to_json().to_string();
        let value: Value = serde_json::from_str(&text).expect("own JSON");
        prop_assert_eq!(Response::from_json(&value), Some(response));
    }
}

#[test]
fn what_no_player_wrote_is_no_response() {
    for damaged in [
        json!(null),
        json!([]),
        json!({}),
        json!({ "essay": "x" }),
        json!({ "choice": "a" }),
        json!({ "choice": ["A b"] }),
        json!({ "choice": [1] }),
        json!({ "choice": [], "numeric": "1" }),
        json!({ "blanks": { "Not an id": "x" } }),
        json!({ "blanks": { "a": 1 } }),
        json!({ "matching": { "a": "NOT" } }),
        json!({ "numeric": 47 }),
        json!({ "scale": 1.5 }),
        json!({ "scale": 3_000_000_000u32 }),
        json!({ "reflection": { "text": 1 } }),
    ] {
        assert_eq!(Response::from_json(&damaged), None, "{damaged}");
    }
}
