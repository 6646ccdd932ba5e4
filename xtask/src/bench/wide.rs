//! Modules of any length: as many units as one likes, of twenty pages with five exercises each.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

const PAGES: usize = 20;
const EXERCISES: usize = 5;

/// Writes an author's folder of that many units below `parent`; the module's slug is `wide-<units>`.
pub(super) fn write(parent: &Path, units: usize) -> Result<PathBuf, Failure> {
    let folder = parent.join(format!("wide-{units}"));
    let put = |name: &str, text: String| {
        let path = folder.join(name);
        fs::create_dir_all(&folder).and_then(|()| fs::write(&path, text)).map_err(|e| Failure::file(&path, &e))
    };
    put("module.yaml", outline(units))?;
    for unit in 1..=units {
        put(&format!("{unit}.md"), text(unit))?;
    }
    Ok(folder)
}

fn outline(units: usize) -> String {
    let files: Vec<String> = (1..=units).map(|unit| format!("{unit}.md")).collect();
    format!(
        "kerege: 1\nid: w1de{units:06}\nslug: wide-{units}\nedition: {{ number: 1, date: 2026-11-20 }}\nsource: en\n\
         languages: [en]\norganiser: {{ name: Kerege, url: \"https://example.org\" }}\ntitle: A long module\n\
         summary: Neutral content to measure the player with.\nobjectives:\n  - {{ id: count, text: Multiply }}\n\
         tracks:\n  - id: full\n    title: All of it\n    minutes: {minutes}\n    rule: {{ pages: {{ percent: 100 }} }}\n    \
         awards: [{{ id: completed, title: Completed }}]\nunits: [{files}]\n",
        minutes = units * PAGES,
        files = files.join(", "),
    )
}

fn text(unit: usize) -> String {
    let mut out = format!("---\nid: u{unit}\ntitle: Unit {unit}\nminutes: {PAGES}\n---\n");
    for page in 1..=PAGES {
        let _ = write!(
            out,
            "\n# Parcels, unit {unit}, page {page} {{#u{unit}-p{page}}}\n\nA shop sends its stones in parcels. Count the \
             stones of all parcels together before you answer, and look at the question once more afterwards.\n"
        );
        for exercise in 1..=EXERCISES {
            let (stones, parcels) = (page + exercise, unit + 1);
            let right = stones * parcels;
            let _ = write!(
                out,
                "\n```choice\nid: q{unit}-{page}-{exercise}\n\
                 prompt: \"A shop packs {stones} stones in each of {parcels} parcels. How many stones does it send?\"\n\
                 objectives: [count]\noptions:\n  - {{ id: a, text: \"{right} stones\", right: true }}\n  \
                 - {{ id: b, text: \"{} stones\" }}\n  - {{ id: c, text: \"{} stones\" }}\nfeedback:\n  \
                 right: \"Right: {stones} times {parcels} is {right}.\"\n  wrong: \"Not quite. Multiply {stones} by {parcels}.\"\n```\n",
                right + 1,
                right + parcels,
            );
        }
    }
    out
}
