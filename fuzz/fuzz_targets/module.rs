//! A module's outline, glossary and bibliography, from any bytes; and its rules, for somebody who did nothing.
#![no_main]

use kerege::completion;
use kerege::content::read;
use kerege::progress::Progress;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = (read::glossary(bytes), read::bibliography(bytes));
    let reading = read::module(bytes);
    let Some(module) = reading.value else {
        assert!(!reading.findings.is_empty());
        return;
    };
    for (index, track) in module.tracks.iter().enumerate() {
        completion::standing(&track.rule, &module, index, &Progress::default());
        completion::awards(&module, index, &Progress::default());
    }
});
