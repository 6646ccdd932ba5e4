//! Envelopes: what is stored comes back, and what was stored by somebody else does no harm.

use crate::support::arbitrary::records;
use crate::support::hostile::{any_json, damaged};
use crate::support::{cases, id};
use kerege::progress::envelope::{self, Unreadable};
use kerege::progress::{Record, fold};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The records of one writer.
fn own(all: Vec<Record>) -> Vec<Record> {
    all.into_iter().filter(|record| record.id.writer == "w1").collect()
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn every_record_is_read_back_as_it_was_written(all in records(30), seq in 0..1000u32) {
        let written = own(all);
        let text = envelope::write(&id("k7m2q9x4ta"), "w1", seq, &written);
        let opened = envelope::read(&text).expect("own envelope");
        prop_assert_eq!(opened.lost, 0);
        prop_assert_eq!(opened.envelope.module, id("k7m2q9x4ta"));
        prop_assert_eq!(opened.envelope.writer, "w1");
        prop_assert_eq!(opened.envelope.seq, seq);
        prop_assert_eq!(opened.envelope.records, written);
    }

    #[test]
    fn a_damaged_envelope_is_read_as_far_as_it_goes(all in records(12), wound in damaged()) {
        let text = envelope::write(&id("k7m2q9x4ta"), "w1", 9, &own(all));
        let bytes = wound.inflict(text.as_bytes());
        if let Ok(opened) = envelope::read(&String::from_utf8_lossy(&bytes)) {
            // Whatever is left can be folded, stored and opened again.
            let envelope = opened.envelope;
            fold(&envelope.records);
            let text = envelope::write(&envelope.module, &envelope.writer, envelope.seq, &envelope.records);
            prop_assert_eq!(envelope::read(&text).map(|again| again.envelope), Ok(envelope));
        }
    }

    #[test]
    fn anything_else_is_refused_without_a_panic(text in any::<String>(), value in any_json()) {
        prop_assert_eq!(envelope::read(&text), Err(Unreadable::Damaged));
        prop_assert_eq!(envelope::read(&value.to_string()), Err(Unreadable::Damaged));
    }
}

/// An envelope with this header and these records.
fn envelope_of(header: &Value, records: Value) -> String {
    let mut value = header.clone();
    value["records"] = records;
    value.to_string()
}

#[test]
fn only_our_own_envelopes_are_read_and_newer_ones_are_left_alone() {
    let good = json!({ "kerege": 1, "type": "progress", "module": "m", "writer": "w", "seq": 0 });
    let with = |name: &str, value: Value| {
        let mut header = good.clone();
        header[name] = value;
        envelope::read(&envelope_of(&header, json!([]))).map(|opened| opened.lost)
    };
    for (name, value, expected) in [
        ("seq", json!(7), Ok(0)),
        ("kerege", json!(2), Err(Unreadable::Newer)),
        ("kerege", json!(18_446_744_073_709_551_615u64), Err(Unreadable::Newer)),
        ("kerege", json!(0), Err(Unreadable::Damaged)),
        ("kerege", json!("1"), Err(Unreadable::Damaged)),
        ("kerege", json!(null), Err(Unreadable::Damaged)),
        ("kerege", json!(1.5), Err(Unreadable::Damaged)),
        ("type", json!("unit"), Err(Unreadable::Damaged)),
        ("module", json!("../m"), Err(Unreadable::Damaged)),
        ("module", json!(null), Err(Unreadable::Damaged)),
        ("writer", json!(7), Err(Unreadable::Damaged)),
        ("seq", json!(4_294_967_295u32), Err(Unreadable::Damaged)),
    ] {
        assert_eq!(with(name, value.clone()), expected, "{name}: {value}");
    }
    for text in ["", "null", "[]", "{", "\u{feff}{}"] {
        assert_eq!(envelope::read(text), Err(Unreadable::Damaged), "{text:?}");
    }
}

#[test]
fn a_record_that_no_player_wrote_is_left_out_and_counted() {
    let good = json!({ "n": 1, "at": 5, "shown": "q" });
    for bad in [
        json!(null),
        json!("shown"),
        json!({ "n": 1, "at": 9, "shown": "q2" }),
        json!({ "at": 5, "shown": "q" }),
        json!({ "n": 2, "shown": "q" }),
        json!({ "n": 2, "at": 5 }),
        json!({ "n": -2, "at": 5, "shown": "q" }),
        json!({ "n": 4_294_967_295u32, "at": 5, "shown": "q" }),
        json!({ "n": 2, "at": -1, "shown": "q" }),
        json!({ "n": 2, "at": 9_007_199_254_740_993i64, "shown": "q" }),
        json!({ "n": 2, "at": 5, "shown": "Not An Id" }),
        json!({ "n": 2, "at": 5, "seen": { "in": [], "page": "p" } }),
        json!({ "n": 2, "at": 5, "seen": { "in": ["u", "BAD"], "page": "p" } }),
        json!({ "n": 2, "at": 5, "answered": { "in": ["u"], "try": 4_294_967_295u32, "answer": ["q", 1, null, 0, 0] } }),
        json!({ "n": 2, "at": 5, "answered": { "in": ["u"], "try": 1, "answer": ["q", 1, null, 5, 4] } }),
        json!({ "n": 2, "at": 5, "answered": { "in": ["u"], "try": 1, "answer": ["q", 1, { "essay": 1 }, 0, 4] } }),
        json!({ "n": 2, "at": 5, "answered": { "in": ["u"], "try": 1, "answer": ["q", 1, null, 0, 4, 4] } }),
        json!({ "n": 2, "at": 5, "handed-in": { "in": ["u"], "sitting": 4_294_967_295u32, "answers": [] } }),
        json!({ "n": 2, "at": 5, "handed-in": { "in": ["u"], "sitting": 0, "answers": [] } }),
        json!({ "n": 2, "at": 5, "handed-in": { "in": ["u"], "sitting": 1, "answers": [["q", 1, null, 4, 4], ["q", 1, null, 4, 4]] } }),
        json!({ "n": 2, "at": 5, "began": { "unit": "u", "sitting": 1, "seed": 4_294_967_296u64 } }),
        json!({ "n": 2, "at": 5, "draft": { "unit": "u", "exercise": "q", "sitting": 0 } }),
        json!({ "n": 2, "at": 5, "graded": { "unit": "u" } }),
    ] {
        let header = json!({ "kerege": 1, "type": "progress", "module": "m", "writer": "w", "seq": 2 });
        let opened = envelope::read(&envelope_of(&header, json!([good, bad]))).expect("an envelope");
        assert_eq!((opened.envelope.records.len(), opened.lost), (1, 1), "{bad}");
    }
}
