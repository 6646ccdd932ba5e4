//! A module with the largest exercises that are promised: a transcript of 5,000 words, and a data set of 2,000 × 20.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

const OUTLINE: &str = "kerege: 1\nid: w1arge0001\nslug: large\nedition: { number: 1, date: 2026-11-24 }\nsource: en\n\
    languages: [en]\norganiser: { name: Kerege, url: \"https://example.org\" }\ntitle: Large exercises\n\
    summary: Neutral content to measure the player with.\nobjectives:\n  - { id: count, text: Count }\n\
    tracks:\n  - id: full\n    title: All of it\n    minutes: 60\n    rule: { pages: { percent: 100 } }\n    \
    awards: [{ id: completed, title: Completed }]\nunits: [1.md]\n\
    resources:\n  data:\n    - { id: stones, file: data/stones.csv, title: Stones (made up) }\n";

/// A question beside the large exercise: what a click on the same page takes that does nearly nothing.
const SMALL: &str = "\n```choice\nid: small-NAME\nprompt: Are stones heavy?\nobjectives: [count]\n\
    options:\n  - { id: a, text: Most are, right: true }\n  - { id: b, text: None is }\n```\n";

/// Writes an author's folder below `parent`; the module's slug is `large`.
pub(super) fn write(parent: &Path) -> Result<PathBuf, Failure> {
    let folder = parent.join("large");
    let text = format!("---\nid: large\ntitle: Large\nminutes: 60\n---\n{}{}", transcript(), table());
    for (name, text) in [("module.yaml", OUTLINE), ("1.md", &text), ("data/stones.csv", &stones())] {
        let path = folder.join(name);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&path, text)).map_err(|e| Failure::file(&path, &e))?;
    }
    Ok(folder)
}

/// 500 sentences of ten words, in turns of ten; twelve codes, of which every second sentence carries one.
fn transcript() -> String {
    let mut out = format!("\n# Coding {{#coding}}\n{}", SMALL.replace("NAME", "coding"));
    out += "\n```coding\nid: coding\nprompt: What is said of the stones?\nobjectives: [count]\ncodes:\n";
    for code in 0..12 {
        let _ = writeln!(out, "  - {{ id: c{code}, name: Code {code}, text: What belongs to code {code} }}");
    }
    out += "turns:\n";
    for sentence in 0..500 {
        if sentence % 10 == 0 {
            out += "  - speaker: Somebody\n    sentences:\n";
        }
        let codes = match sentence % 2 {
            0 => format!(", codes: [c{}], why: A stone is named here", sentence / 2 % 12),
            _ => String::new(),
        };
        let text = format!("There were {sentence} stones on the way down to the river");
        let _ = writeln!(out, "      - {{ id: s{sentence}, text: {text}.{codes} }}");
    }
    out + "```\n"
}

fn table() -> String {
    let small = SMALL.replace("NAME", "table");
    let table = "\n```table\nid: table\nprompt: What do 2,000 stones say?\nobjectives: [count]\ndata: stones\nask:\n  \
        - { id: most, text: How heavy is the heaviest stone?, value: 999 }\n```\n";
    format!("\n# Table {{#table}}\n{small}{table}")
}

/// 2,000 cases; columns of words and of numbers by turns.
fn stones() -> String {
    let heads: Vec<String> = (0..20).map(|column| format!("Column {column}")).collect();
    let mut out = heads.join(",") + "\n";
    for case in 0..2000 {
        let cell = |column: usize| match column % 2 {
            0 => ["red", "grey", "white", "black", "green"][(case * 7 + column * 3) % 5].to_owned(),
            _ => ((case * 37 + column * 101) % 1000).to_string(),
        };
        let cells: Vec<String> = (0..20).map(cell).collect();
        out += &(cells.join(",") + "\n");
    }
    out
}
