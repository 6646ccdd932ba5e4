//! The conversation with the page around the player.

use crate::support::hostile::any_json;
use crate::support::{cases, id};
use kerege::embed::{Asked, Config, Consent, Heard, News, Origin, Report, Talk, Theme, Visible};
use kerege::route::Route;
use proptest::prelude::*;
use serde_json::{Value, json};

const HELLO: &str = r#"{"kerege":1,"type":"hello"}"#;
const PAGE: &str = "https://learn.example.org";

fn talk() -> Talk {
    Talk::new(Config::read("https://learn.example.org https://other.example.org:8443"))
}

/// A conversation in which the page has greeted.
fn greeted() -> Talk {
    let mut talk = talk();
    assert!(matches!(talk.hear(PAGE, HELLO), Heard::Asked(Asked::Hello { .. })));
    talk
}

fn report(pages: u32, earned: u32, award: Option<&str>) -> Report {
    Report { module: "k7m2q9x4ta".into(), pages: (pages, 20), points: (earned, 40), award: award.map(str::to_owned) }
}

fn read(message: &Value) -> Heard {
    Heard::read(&message.to_string())
}

#[test]
fn only_origins_as_browsers_write_them_are_origins() {
    for good in [
        "https://example.org",
        "https://learn.example.org:8443",
        "https://a-b.example",
        "http://localhost:4000",
        "http://127.0.0.1",
        "https://xn--e1afmkfd.example",
    ] {
        assert_eq!(Origin::new(good).as_ref().map(Origin::as_str), Some(good), "{good}");
    }
    for bad in [
        "",
        "*",
        "null",
        "https://*",
        "https://*.example.org",
        "https://example.org/",
        "https://example.org/learn",
        "http://example.org",
        "https://Example.org",
        "https://example.org:443",
        "http://localhost:80",
        "https://example.org:",
        "https://example.org:0",
        "https://example.org:99999",
        "https://example.org:08443",
        "https://user@example.org",
        "https://example..org",
        "https://",
        "https://пример.example",
        "file://",
        "javascript://example.org",
        "https://example.org https://b.example",
        "https://a\u{0}b",
    ] {
        assert_eq!(Origin::new(bad), None, "{bad}");
    }
}

#[test]
fn the_list_is_matched_exactly_and_what_is_no_origin_is_left_out() {
    let config =
        Config::read("  https://learn.example.org\n*  https://evil.example/ http://plain.example https://b.example ");
    assert_eq!(config.origins.len(), 2);
    for (origin, allowed) in [
        ("https://learn.example.org", true),
        ("https://b.example", true),
        ("https://learn.example.org.evil.example", false),
        ("https://evil-learn.example.org", false),
        ("http://learn.example.org", false),
        ("https://learn.example.org:8443", false),
        ("https://LEARN.example.org", false),
        ("null", false),
        ("", false),
    ] {
        assert_eq!(config.allowed(origin).is_some(), allowed, "{origin}");
    }
    assert_eq!(Config::read("").allowed(""), None);
}

#[test]
fn every_message_of_the_protocol_is_understood() {
    let hello =
        |language: Option<&str>, theme| Asked::Hello { language: language.map(str::to_owned), theme, reports: false };
    for (message, asked) in [
        (json!({ "kerege": 1, "type": "hello" }), hello(None, None)),
        (
            json!({ "kerege": 1, "type": "hello", "language": "ru", "theme": "dark" }),
            hello(Some("ru"), Some(Theme::Dark)),
        ),
        (
            json!({ "kerege": 1, "type": "hello", "language": "kk-Cyrl", "theme": "light", "more": [1] }),
            hello(Some("kk-Cyrl"), Some(Theme::Light)),
        ),
        (json!({ "kerege": 7, "type": "hello" }), hello(None, None)),
        (
            json!({ "kerege": 1, "type": "viewport", "top": 120, "height": 640 }),
            Asked::Viewport(Visible { top: 120, height: 640 }),
        ),
        (
            json!({ "kerege": 1, "type": "viewport", "top": 0.4, "height": 639.5 }),
            Asked::Viewport(Visible { top: 0, height: 640 }),
        ),
        (
            json!({ "kerege": 1, "type": "open", "route": "#/u/counting/table" }),
            Asked::Open(Route::Page(id("counting"), Some(id("table")))),
        ),
        (json!({ "kerege": 1, "type": "open", "route": "" }), Asked::Open(Route::Home)),
    ] {
        assert_eq!(read(&message), Heard::Asked(asked), "{message}");
    }
    let asks = read(&json!({ "kerege": 1, "type": "hello", "reports": true }));
    assert_eq!(asks, Heard::Asked(Asked::Hello { language: None, theme: None, reports: true }));
}

#[test]
fn a_fault_in_a_message_is_named() {
    for (message, fault) in [
        (json!({ "kerege": 1, "type": "hello", "language": "<b>" }), "language"),
        (json!({ "kerege": 1, "type": "hello", "language": 7 }), "language"),
        (json!({ "kerege": 1, "type": "hello", "language": "x".repeat(36) }), "language"),
        (json!({ "kerege": 1, "type": "hello", "theme": "pink" }), "theme"),
        (json!({ "kerege": 1, "type": "hello", "reports": "yes" }), "reports"),
        (json!({ "kerege": 1, "type": "hello", "theme": ["dark"] }), "theme"),
        (json!({ "kerege": 1, "type": "viewport", "top": 1 }), "height"),
        (json!({ "kerege": 1, "type": "viewport", "top": -1, "height": 5 }), "top"),
        (json!({ "kerege": 1, "type": "viewport", "top": "1", "height": 5 }), "top"),
        (json!({ "kerege": 1, "type": "viewport", "top": 1, "height": 1e300 }), "height"),
        (json!({ "kerege": 1, "type": "open" }), "route"),
        (json!({ "kerege": 1, "type": "open", "route": "https://evil.example" }), "route"),
        (json!({ "kerege": 1, "type": "open", "route": "javascript:alert(1)" }), "route"),
    ] {
        assert_eq!(read(&message), Heard::Malformed(fault), "{message}");
    }
}

#[test]
fn what_is_not_of_this_protocol_is_ignored() {
    for message in [
        json!(null),
        json!("hello"),
        json!([1, "hello"]),
        json!({ "type": "hello" }),
        json!({ "kerege": 0, "type": "hello" }),
        json!({ "kerege": "1", "type": "hello" }),
        json!({ "kerege": 1.5, "type": "hello" }),
        json!({ "kerege": 1 }),
        json!({ "kerege": 1, "type": 3 }),
        json!({ "kerege": 1, "type": "erase" }),
        json!({ "kerege": 2, "type": "viewport", "top": 1, "height": 1 }),
        json!({ "kerege": 1, "type": "hello", "padding": "x".repeat(5000) }),
    ] {
        assert_eq!(read(&message), Heard::Ignored, "{message}");
    }
    assert_eq!(Heard::read("{\"kerege\":1,"), Heard::Ignored);
}

#[test]
fn a_page_that_is_not_listed_is_neither_heard_nor_answered() {
    let mut talk = talk();
    for origin in ["https://evil.example", "null", "", "https://learn.example.org.evil.example"] {
        assert_eq!(talk.hear(origin, HELLO), Heard::Ignored);
        assert_eq!(talk.partner(), None);
        assert_eq!(talk.tell(News::Ready), []);
        assert_eq!(talk.tell(News::Height(700)), []);
    }
}

#[test]
fn the_page_speaks_first() {
    let mut talk = talk();
    assert_eq!(talk.tell(News::Height(700)), []);
    assert_eq!(talk.hear(PAGE, r##"{"kerege":1,"type":"open","route":"#/settings"}"##), Heard::Ignored);
    talk.hear(PAGE, HELLO);
    assert_eq!(talk.tell(News::Ready), [News::Ready]);
    assert_eq!(talk.partner().map(Origin::as_str), Some(PAGE));
}

#[test]
fn nobody_else_can_join_the_conversation() {
    let mut talk = greeted();
    assert_eq!(talk.hear("https://other.example.org:8443", HELLO), Heard::Ignored);
    assert_eq!(talk.partner().map(Origin::as_str), Some(PAGE));
}

#[test]
fn measures_are_told_without_asking_and_only_when_they_change() {
    let mut talk = greeted();
    assert_eq!(talk.tell(News::Height(700)), [News::Height(700)]);
    assert_eq!(talk.tell(News::Height(700)), []);
    assert_eq!(talk.tell(News::Height(710)), [News::Height(710)]);
    assert_eq!(talk.tell(News::Height(700)), [News::Height(700)]);
    assert_eq!(talk.tell(News::Position(0)), [News::Position(0)]);
    assert_eq!(talk.tell(News::Position(0)), [News::Position(0)]);
}

#[test]
fn nothing_about_the_learner_is_told_before_a_yes() {
    for consent in [Consent::Open, Consent::Refused] {
        let mut talk = greeted();
        assert_eq!(talk.consent(consent), []);
        assert_eq!(talk.report(&report(3, 28, Some("completed"))), []);
        assert_eq!(talk.tell(News::Navigated(Route::Certificate)), []);
    }
}

#[test]
fn with_a_yes_the_page_learns_how_far_the_learner_is_and_then_only_what_changes() {
    let mut talk = greeted();
    talk.report(&report(3, 0, None));
    assert_eq!(talk.consent(Consent::Given), [News::Progress(3, 20), News::Score(0, 40)]);
    assert_eq!(talk.report(&report(3, 0, None)), []);
    assert_eq!(talk.report(&report(4, 0, None)), [News::Progress(4, 20)]);
    assert_eq!(
        talk.report(&report(4, 28, Some("completed"))),
        [News::Score(28, 40), News::Completed("completed".into())]
    );
    assert_eq!(talk.tell(News::Navigated(Route::Home)), [News::Navigated(Route::Home)]);
}

#[test]
fn a_module_without_points_has_no_score_to_tell() {
    let mut talk = greeted();
    talk.consent(Consent::Given);
    assert_eq!(talk.report(&Report { points: (0, 0), ..report(1, 0, None) }), [News::Progress(1, 20)]);
}

#[test]
fn taking_the_yes_back_stops_it_and_a_new_yes_tells_the_present_state() {
    let mut talk = greeted();
    talk.consent(Consent::Given);
    talk.report(&report(3, 0, None));
    assert_eq!(talk.consent(Consent::Refused), []);
    assert_eq!(talk.report(&report(9, 40, Some("distinction"))), []);
    assert_eq!(
        talk.consent(Consent::Given),
        [News::Progress(9, 20), News::Score(40, 40), News::Completed("distinction".into())]
    );
}

#[test]
fn a_page_that_greets_again_is_told_everything_again() {
    let mut talk = greeted();
    talk.consent(Consent::Given);
    talk.report(&report(3, 0, None));
    talk.hear(PAGE, HELLO);
    assert_eq!(talk.report(&report(3, 0, None)), [News::Progress(3, 20), News::Score(0, 40)]);
}

#[test]
fn what_was_agreed_is_kept_for_one_page_and_one_module() {
    let origin = Origin::new(PAGE).expect("an origin");
    assert_eq!(Consent::key(&origin, "k7m2q9x4ta"), "share/https://learn.example.org/k7m2q9x4ta");
    for consent in [Consent::Open, Consent::Given, Consent::Refused] {
        assert_eq!(Consent::read(consent.write()), consent);
    }
    for damaged in ["", "YES", "true", "yes ", "1"] {
        assert_eq!(Consent::read(damaged), Consent::Open, "{damaged}");
    }
}

#[test]
fn messages_to_the_page_have_the_documented_form() {
    for (news, message) in [
        (News::Ready, json!({ "kerege": 1, "type": "ready" })),
        (News::Height(700), json!({ "kerege": 1, "type": "height", "height": 700 })),
        (News::Position(40), json!({ "kerege": 1, "type": "position", "top": 40 })),
        (News::Navigated(Route::Glossary), json!({ "kerege": 1, "type": "navigated", "route": "#/glossary" })),
        (News::Progress(3, 20), json!({ "kerege": 1, "type": "progress", "pages": 3, "of": 20 })),
        (News::Score(28, 40), json!({ "kerege": 1, "type": "score", "earned": 28, "of": 40 })),
        (News::Completed("completed".into()), json!({ "kerege": 1, "type": "completed", "award": "completed" })),
    ] {
        assert_eq!(serde_json::from_str::<Value>(&news.write()).expect("JSON"), message);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_message_is_heard_without_a_panic(text in any::<String>(), value in any_json(), kind in "hello|viewport|open") {
        Heard::read(&text);
        let mut message = json!({ "kerege": 1, "type": kind, "top": value, "height": 3, "language": value, "route": value });
        Heard::read(&message.to_string());
        message["type"] = value;
        Heard::read(&message.to_string());
        prop_assert_eq!(talk().hear(&text, HELLO), Heard::Ignored);
    }

    #[test]
    fn whatever_happens_nothing_about_the_learner_is_told_without_a_standing_yes(
        steps in proptest::collection::vec(0..6u8, 0..30), numbers in proptest::collection::vec(0..20u32, 30),
    ) {
        let mut talk = talk();
        let (mut is_greeted, mut is_given) = (false, false);
        for (step, n) in steps.into_iter().zip(numbers) {
            let told = match step {
                0 => { is_greeted = true; talk.hear(PAGE, HELLO); talk.tell(News::Ready) }
                1 => { is_given = true; talk.consent(Consent::Given) }
                2 => { is_given = false; talk.consent(Consent::Refused) }
                3 => talk.report(&report(n, n, (n > 15).then_some("completed"))),
                4 => talk.tell(News::Navigated(Route::Home)),
                _ => talk.tell(News::Height(n)),
            };
            prop_assert!(is_greeted || told.is_empty());
            prop_assert!(is_given || told.iter().all(|news| !news.is_about_learner()));
        }
    }
}
