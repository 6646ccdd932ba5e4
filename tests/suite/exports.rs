//! Progress as a file: what was saved comes back, beside what is there; anything else is refused in words.

use crate::support::arbitrary::three_sets;
use crate::support::hostile::{any_json, damaged};
use crate::support::{cases, id};
use kerege::port::Stored;
use kerege::progress::export::{self, Refused};
use kerege::progress::{Log, Record, envelope, fold};
use proptest::prelude::*;
use serde_json::json;

const MODULE: &str = "k7m2q9x4ta";

/// What the tabs of a device have stored: one text for each writer.
fn stored(records: &[Record]) -> Vec<Stored> {
    let mut writers: Vec<&str> = records.iter().map(|record| record.id.writer.as_str()).collect();
    writers.sort_unstable();
    writers.dedup();
    let one = |writer: &str| {
        let own: Vec<Record> = records.iter().filter(|record| record.id.writer == writer).cloned().collect();
        Stored { writer: writer.to_owned(), text: envelope::write(&id(MODULE), writer, 9, &own) }
    };
    writers.into_iter().map(one).collect()
}

fn saved(device: &[Stored]) -> String {
    export::write(&id(MODULE), &device.iter().map(|one| one.text.clone()).collect::<Vec<_>>())
}

/// A device after a file was brought.
fn with_file(device: &[Stored], file: &str) -> Vec<Stored> {
    let Ok(brought) = export::read(file.as_bytes(), &id(MODULE)) else { return device.to_vec() };
    let new = export::beside(&id(MODULE), &brought, device);
    let kept = device.iter().filter(|old| new.iter().all(|one| one.writer != old.writer));
    kept.chain(&new).cloned().collect()
}

fn records_of(device: &[Stored]) -> Vec<Record> {
    device.iter().flat_map(|one| envelope::read(&one.text).expect("an envelope").envelope.records).collect()
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn what_was_saved_comes_back_beside_what_is_there([here, there, _] in three_sets()) {
        let together = fold(here.iter().chain(&there));
        let device = with_file(&stored(&here), &saved(&stored(&there)));
        prop_assert_eq!(&fold(&records_of(&device)), &together);
        // What was there is there to the letter.
        for old in stored(&here) {
            prop_assert!(device.contains(&old));
        }
        // The same file once more changes nothing, and neither does a file of the whole device.
        prop_assert_eq!(&with_file(&device, &saved(&stored(&there))), &device);
        prop_assert_eq!(&fold(&records_of(&with_file(&device, &saved(&device)))), &together);
    }

    #[test]
    fn a_log_that_takes_in_records_shows_what_all_fold_to([here, there, _] in three_sets()) {
        let mut log = Log::new("w1", 0, here.clone());
        log.bring(there.clone());
        prop_assert_eq!(log.progress(), &fold(here.iter().chain(&there)));
        let largest = there.iter().filter(|one| one.id.writer == "w1").map(|one| one.id.seq).max().unwrap_or(0);
        prop_assert!(log.seq() >= largest, "no number is given twice");
    }

    #[test]
    fn a_damaged_file_gives_what_can_be_read_of_it([here, there, _] in three_sets(), wound in damaged()) {
        let file = wound.inflict(saved(&stored(&there)).as_bytes());
        if let Ok(brought) = export::read(&file, &id(MODULE)) {
            let new = export::beside(&id(MODULE), &brought, &stored(&here));
            for one in &new {
                prop_assert_eq!(envelope::read(&one.text).map(|opened| opened.lost), Ok(0));
                prop_assert!(stored(&here).iter().all(|old| old.writer != one.writer));
            }
        }
    }

    #[test]
    fn anything_else_is_refused_without_a_panic(bytes in any::<Vec<u8>>(), value in any_json()) {
        prop_assert_eq!(export::read(&bytes, &id(MODULE)), Err(Refused::Nothing));
        prop_assert_eq!(export::read(value.to_string().as_bytes(), &id(MODULE)), Err(Refused::Nothing));
    }
}

/// An envelope with one record.
fn text(module: &str, writer: &str, version: u32) -> String {
    let record = json!({ "n": 1, "at": 5, "shown": "one" });
    json!({ "kerege": version, "type": "progress", "module": module, "writer": writer, "seq": 1, "records": [record] })
        .to_string()
}

fn file(version: u32, module: &str, stored: &[String]) -> String {
    json!({ "kerege": version, "type": "export", "module": module, "stored": stored }).to_string()
}

#[test]
fn each_reason_against_a_file_is_told_apart() {
    let read = |file: String| export::read(file.as_bytes(), &id(MODULE)).map(|brought| brought.envelopes.len());
    let good = text(MODULE, "w", 1);
    assert_eq!(read(file(1, MODULE, std::slice::from_ref(&good))), Ok(1));
    assert_eq!(read(file(2, MODULE, std::slice::from_ref(&good))), Err(Refused::Newer));
    assert_eq!(read(file(1, "another", std::slice::from_ref(&good))), Err(Refused::OtherModule));
    assert_eq!(read(file(1, MODULE, &[])), Err(Refused::Nothing));
    assert_eq!(read(file(1, MODULE, &["no envelope".into()])), Err(Refused::Nothing));
    assert_eq!(read(file(1, MODULE, &[text(MODULE, "w", 7)])), Err(Refused::Newer));
    assert_eq!(read(text(MODULE, "w", 1)), Err(Refused::Nothing), "what lies in the storage is no file");
    for writer in ["", "W", "a/b", "../w", &"w".repeat(41)] {
        assert_eq!(read(file(1, MODULE, &[text(MODULE, writer, 1)])), Err(Refused::Nothing), "{writer}");
    }
}

#[test]
fn what_cannot_be_read_is_left_out_and_said() {
    let stored = [text(MODULE, "w", 1), text("another", "x", 1), text(MODULE, "y", 7), "{".into()];
    let brought = export::read(file(1, MODULE, &stored).as_bytes(), &id(MODULE)).expect("a part of it");
    assert!(brought.is_partial);
    assert_eq!(brought.envelopes.iter().map(|one| one.writer.as_str()).collect::<Vec<_>>(), ["w"]);
    let whole = export::read(file(1, MODULE, &stored[..1]).as_bytes(), &id(MODULE)).expect("all of it");
    assert!(!whole.is_partial);
}

#[test]
fn what_cannot_be_read_on_the_device_is_not_overwritten() {
    let brought = export::read(file(1, MODULE, &[text(MODULE, "w", 1)]).as_bytes(), &id(MODULE)).expect("a file");
    let damaged = Stored { writer: "in-w".into(), text: "{\"kerege\":1,".into() };
    let new = export::beside(&id(MODULE), &brought, std::slice::from_ref(&damaged));
    assert_eq!(new.iter().map(|one| one.writer.as_str()).collect::<Vec<_>>(), ["in-w-"]);
    assert!(export::beside(&id(MODULE), &brought, &new).is_empty(), "it is known now");
}
