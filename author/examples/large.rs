//! Writes the source folder of a very large module, to measure the player with:
//!
//! ```text
//! cargo run -p kerege-author --example large -- --pages 2000 --exercises 10000 <folder>
//! ```

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

/// So many pages are in one unit.
const PAGES_A_UNIT: usize = 20;

/// How large it becomes, and where.
struct Size {
    pages: usize,
    exercises: usize,
    folder: PathBuf,
}

fn main() -> ExitCode {
    let Some(size) = size(std::env::args().skip(1)) else {
        eprintln!("large [--pages 2000] [--exercises 10000] <folder>");
        return ExitCode::from(2);
    };
    match write(&size) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{} cannot be written: {error}", size.folder.display());
            ExitCode::FAILURE
        }
    }
}

fn size(mut arguments: impl Iterator<Item = String>) -> Option<Size> {
    let (mut pages, mut exercises, mut folder) = (2000, 10_000, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--pages" => pages = arguments.next()?.parse().ok()?,
            "--exercises" => exercises = arguments.next()?.parse().ok()?,
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    Some(Size { pages, exercises, folder: folder.filter(|_| pages > 0)? })
}

fn write(size: &Size) -> io::Result<()> {
    fs::create_dir_all(&size.folder)?;
    let units = size.pages.div_ceil(PAGES_A_UNIT);
    fs::write(size.folder.join("module.yaml"), outline(size, units))?;
    for unit in 0..units {
        fs::write(size.folder.join(format!("u{unit}.md")), text(size, unit))?;
    }
    Ok(())
}

fn outline(size: &Size, units: usize) -> String {
    let slug: String =
        Path::new(&size.folder).file_name().map(|name| name.to_string_lossy().into()).unwrap_or_default();
    let files: Vec<String> = (0..units).map(|unit| format!("u{unit}.md")).collect();
    format!(
        "kerege: 1\nid: 1arge00000\nslug: {slug}\nedition: {{ number: 1, date: 2026-11-20 }}\nsource: en\nlanguages: [en]\n\
         title: Very many multiplications\nobjectives: [{{ id: multiply, text: Multiply small numbers }}]\n\
         tracks:\n  - id: full\n    title: All of it\n    minutes: {}\n    rule: {{ pages: {{ percent: 100 }} }}\n    \
         awards: [{{ id: completed, title: Completed }}]\nunits: [{}]\n",
        size.pages * 5,
        files.join(", ")
    )
}

fn text(size: &Size, unit: usize) -> String {
    let first = unit * PAGES_A_UNIT;
    let last = size.pages.min(first + PAGES_A_UNIT);
    let mut out = format!("---\nid: u{unit}\ntitle: Unit {}\nminutes: {}\n---\n", unit + 1, (last - first) * 5);
    for page in first..last {
        let _ = write!(
            out,
            "\n# Page {} {{#p{page}}}\n\nA shop packs goods in parcels. Multiply the number of goods in a parcel by the \
             number of parcels, and you know how many goods leave the shop.\n",
            page + 1
        );
        for exercise in page * size.exercises / size.pages..(page + 1) * size.exercises / size.pages {
            question(&mut out, exercise);
        }
    }
    out
}

fn question(out: &mut String, number: usize) {
    let (a, b) = (2 + number % 97, 3 + number / 97);
    let right = a * b;
    let _ = write!(
        out,
        "\n```choice\nid: q{number}\nprompt: \"Problem {}: {b} parcels hold {a} goods each. How many goods are that?\"\n\
         objectives: [multiply]\noptions:\n",
        number + 1
    );
    for place in 0..4 {
        // The right answer stands in each place equally often.
        let option = [right, right + a, right + a + b + 1, right + a + 2 * b + 2][(place + number) % 4];
        let mark = if option == right { ", right: true" } else { "" };
        let _ = writeln!(out, "  - {{ id: o{place}, text: {option} goods{mark} }}");
    }
    let _ = write!(out, "feedback:\n  right: \"{a} times {b} is {right}.\"\n  wrong: Multiply once more.\n```\n");
}
