//! Responses, as records carry them.

use crate::support::arbitrary::any_response;
use crate::support::{cases, id};
use kerege::exercise::Response;
use proptest::prelude::*;
use serde_json::json;

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn every_response_is_read_back_as_it_was_written(response in any_response()) {
        let mut text = String::new();
        response.write(&mut text);
        let value = kerege::json::read(text.as_bytes()).expect("own JSON");
        prop_assert_eq!(Response::from_json(&value), Some(response));
    }
}

#[test]
fn a_part_that_was_given_two_values_keeps_the_one_that_counts() {
    let mut text = String::new();
    Response::Blanks(vec![(id("b"), "1".into()), (id("a"), "2".into()), (id("b"), "3".into())]).write(&mut text);
    assert_eq!(text, r#"{"blanks":{"b":"1","a":"2"}}"#);
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
        let value = kerege::json::read(damaged.to_string().as_bytes()).expect("JSON");
        assert_eq!(Response::from_json(&value), None, "{damaged}");
    }
}
