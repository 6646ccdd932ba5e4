//! Times something, and says whether that is little enough.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// The median of eleven runs.
pub(crate) fn time<T>(mut run: impl FnMut() -> T) -> Duration {
    let once = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..11).map(once).collect();
    times.sort();
    times[times.len() / 2]
}

/// Says how long something took, and whether that is little enough.
pub(crate) fn check(what: &str, took: Duration, most: Duration) -> bool {
    let is_met = took <= most;
    let verdict = if is_met { "" } else { "  TOO SLOW" };
    println!("{what:<68} {:>10.3} ms of {:>7.1}{verdict}", took.as_secs_f64() * 1e3, most.as_secs_f64() * 1e3);
    is_met
}

/// An error where something took too long.
pub(crate) fn verdict(met: &[bool]) -> ExitCode {
    if met.iter().all(|met| *met) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
