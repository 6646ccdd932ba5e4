//! Shows findings and messages in a terminal.

use crate::finding::{Findings, Weight};
use crate::passage::Files;
use std::io::Write as _;
use std::path::Path;

/// Writes a line to standard error; where there is none, nobody reads it.
pub(super) fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Writes to standard output.
pub(super) fn print(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("nothing can be written: {error}")),
        _ => Ok(()),
    }
}

/// So many of each weight are shown; more would hide the rest.
const MOST_WRONG: usize = 100;
const MOST_UNFINISHED: usize = 20;

/// Findings as text, in the order of the files.
pub(super) fn findings(folder: &Path, files: &Files, findings: Findings) -> String {
    let prefix = match folder.display().to_string() {
        folder if folder.is_empty() || folder.ends_with('/') => folder,
        folder => format!("{folder}/"),
    };
    let mut out = String::new();
    let (mut wrong, mut unfinished) = (0, 0);
    for finding in findings.sorted() {
        let (number, most) = match finding.weight {
            Weight::Wrong => (&mut wrong, MOST_WRONG),
            Weight::Unfinished => (&mut unfinished, MOST_UNFINISHED),
        };
        *number += 1;
        if *number <= most {
            out += &finding.show(files, &prefix);
        }
    }
    if wrong > MOST_WRONG {
        out += &format!("… and {} more that are wrong\n", wrong - MOST_WRONG);
    }
    if unfinished > MOST_UNFINISHED {
        out += &format!("… and {} more that are not finished\n", unfinished - MOST_UNFINISHED);
    }
    out
}

/// A number and its noun.
pub(super) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
