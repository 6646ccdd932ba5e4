//! Addresses.

use crate::support::arbitrary::any_id;
use crate::support::{cases, id};
use kerege::route::Route;
use proptest::prelude::*;

fn known() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Home),
        (any_id(), prop::option::of(any_id())).prop_map(|(unit, page)| Route::Page(unit, page)),
        any_id().prop_map(Route::Result),
        Just(Route::Certificate),
        prop::option::of("[0-9]{1,60}|[A-Za-z0-9_-]{1,60}").prop_map(Route::Verify),
        Just(Route::Glossary),
        Just(Route::Sources),
        Just(Route::Settings),
    ]
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn every_route_is_read_back_as_it_was_printed(route in known()) {
        prop_assert_eq!(Route::parse(&route.href()), route.clone());
        prop_assert_eq!(Route::parse(route.href().trim_start_matches('#')), route);
    }

    #[test]
    fn anything_is_a_route_or_unknown_and_stays_inside_the_page(
        text in prop_oneof![
            any::<String>(), "[#/a-z0-9.:%-]{0,120}", "#/(u|result|settings)/[a-z/]{0,100}", "#/?certificate/[0-9ж]{0,5000}",
        ],
    ) {
        let route = Route::parse(&text);
        prop_assert!(route.href().starts_with("#/") || matches!(route, Route::Verify(Some(_))));
        prop_assert!(route.href().starts_with('#') && route.href().chars().count() < 4100);
        match &route {
            Route::Unknown(path) => {
                prop_assert!(path.chars().count() <= 80);
                prop_assert!(matches!(Route::parse(&route.href()), Route::Unknown(_)), "{}", route.href());
            }
            known => prop_assert_eq!(&Route::parse(&known.href()), known),
        }
    }
}

#[test]
fn an_address_that_leads_nowhere_leads_nowhere_also_when_it_is_cut() {
    let unit = "u".repeat(40);
    for hash in [
        format!("#/u/{unit}/{}", "p".repeat(41)),
        format!("#/{}/{}", "x".repeat(79), "y"),
        format!("#/u/{unit}/{}", "ж".repeat(50)),
    ] {
        let Route::Unknown(path) = Route::parse(&hash) else { panic!("{hash}") };
        assert!(path.chars().count() <= 80);
        assert_eq!(Route::parse(&Route::Unknown(path.clone()).href()), Route::Unknown(path));
    }
}

#[test]
fn addresses_are_read_as_people_and_pages_write_them() {
    for (hash, route) in [
        ("", Route::Home),
        ("#", Route::Home),
        ("#/", Route::Home),
        ("#/u/counting", Route::Page(id("counting"), None)),
        ("#/u/counting/", Route::Page(id("counting"), None)),
        ("u/counting/table", Route::Page(id("counting"), Some(id("table")))),
        ("#/settings/", Route::Settings),
    ] {
        assert_eq!(Route::parse(hash), route, "{hash}");
    }
    for hash in [
        "#/u/",
        "#/u/a/b/c",
        "#/u/..%2f",
        "#/U/a",
        "#/result",
        "#/certificate/x",
        "#/https://evil.example",
        "#javascript:alert(1)",
    ] {
        assert!(matches!(Route::parse(hash), Route::Unknown(_)), "{hash}");
    }
}
