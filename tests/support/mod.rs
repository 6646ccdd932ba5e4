//! What the tests and benches build their cases with.

pub(crate) mod arbitrary;
pub(crate) mod chance;
pub(crate) mod course;
pub(crate) mod hostile;
pub(crate) mod large;
#[cfg(feature = "ciphers")]
pub(crate) mod trust;

use kerege::content::unit::{Credit, Exercise, Feedback, Mode};
use kerege::content::{Id, prose};
use kerege::exercise::{Item, Task, choice};
use proptest::test_runner::{Config, RngSeed};

/// Bounded, repeatable property tests; the environment may ask for more cases or another seed.
pub(crate) fn cases(few: u32) -> Config {
    let environment = Config::default();
    let rng_seed = match environment.rng_seed {
        RngSeed::Random => RngSeed::Fixed(2026),
        chosen @ RngSeed::Fixed(_) => chosen,
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { environment.cases } else { few };
    Config { cases, rng_seed, failure_persistence: None, ..environment }
}

/// The path of a fixture.
fn fixture_path(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The bytes of a fixture.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(fixture_path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of the fixtures in a folder, in order.
pub(crate) fn fixtures(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(fixture_path(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// An id.
pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap_or_else(|| panic!("{text:?} is not an id"))
}

/// Ids, separated by spaces.
pub(crate) fn ids(text: &str) -> Vec<Id> {
    text.split_whitespace().map(id).collect()
}

/// Items, separated by spaces, whose texts are their ids.
pub(crate) fn items(text: &str) -> Vec<Item> {
    ids(text).into_iter().map(|id| Item { text: prose::plain(id.as_str()), id }).collect()
}

/// A practice exercise worth 4 points.
pub(crate) fn exercise(name: &str, task: Task) -> Exercise {
    Exercise {
        id: id(name),
        ordinal: 1,
        revision: 1,
        mode: Mode::Practice,
        points: 4,
        credit: Credit::Parts,
        confidence: false,
        objectives: Vec::new(),
        text: prose::plain(name),
        hints: Vec::new(),
        feedback: Feedback::default(),
        answer: Vec::new(),
        task,
    }
}

/// A choice among options separated by spaces; the right ones end in `!`. Several right ones may be chosen together.
pub(crate) fn choice(options: &str) -> Task {
    let right = options.split_whitespace().filter_map(|option| option.strip_suffix('!')).map(id).collect::<Vec<_>>();
    let multiple = right.len() > 1;
    Task::Choice(
        choice::Prompt { options: items(&options.replace('!', "")), multiple, shuffle: false },
        choice::Key { right, feedback: Vec::new() },
    )
}
