//! A message from the page around the player, from any bytes and any origin.
#![no_main]

use kerege::embed::{Config, Heard, Origin, Talk};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str)| {
    let (origin, text) = input;
    Heard::read(text);
    let config = Config::read(origin);
    assert!(config.origins.iter().all(|one| Origin::new(one.as_str()).as_ref() == Some(one)));
    let mut talk = Talk::new(Config::read("https://learn.example.org"));
    let heard = talk.hear(origin, text);
    assert!(origin == "https://learn.example.org" || heard == Heard::Ignored);
});
