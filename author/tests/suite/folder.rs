//! A copy of the healthy module that a test may wound.

use kerege::content::unit::{Exercise, Unit};
use kerege_author::check::{Checked, check};
use std::fs;
use std::path::{Path, PathBuf};

/// A module's folder that goes when the test ends.
pub(crate) struct Folder(tempfile::TempDir);

/// The fixtures.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures")
}

/// The courses of the repository.
pub(crate) fn courses() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../modules")
}

impl Folder {
    /// The module that has nothing to mend.
    pub(crate) fn healthy() -> Folder {
        Folder::copy_of("author/healthy")
    }

    /// The healthy module with this text at the end of its first unit.
    pub(crate) fn with(text: &str) -> Folder {
        let folder = Folder::healthy();
        folder.write("1-start.md", folder.read("1-start.md") + "\n" + text);
        folder
    }

    /// A copy of a fixture.
    pub(crate) fn copy_of(fixture: &str) -> Folder {
        let folder = tempfile::tempdir().unwrap();
        copy(&fixtures().join(fixture), folder.path());
        Folder(folder)
    }

    /// A copy of a course of the repository.
    pub(crate) fn course(name: &str) -> Folder {
        let folder = tempfile::tempdir().unwrap();
        copy(&courses().join(name), folder.path());
        Folder(folder)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// A file's text.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Replaces a text that stands once in a file.
    pub(crate) fn replace(&self, name: &str, old: &str, new: &str) {
        let text = self.read(name);
        assert_eq!(text.matches(old).count(), 1, "{old:?} has to stand once in {name}");
        self.write(name, text.replace(old, new));
    }

    /// The first unit in a language, as JSON.
    pub(crate) fn start(&self, language: &str) -> String {
        let built = check(self.path(), false).built.unwrap();
        let path = built.files.paths().find(|path| path.starts_with(&format!("{language}/start."))).unwrap().to_owned();
        String::from_utf8(built.files.bytes(&path).unwrap().to_vec()).unwrap()
    }

    /// The units as a player reads them.
    pub(crate) fn units(&self) -> Vec<Unit> {
        check(self.path(), false).built.and_then(|built| built.read).expect("a module").1
    }

    /// An exercise of the first unit.
    pub(crate) fn exercise(&self, id: &str) -> Exercise {
        let first = self.units().into_iter().next().expect("a unit");
        first.exercises.into_iter().find(|exercise| exercise.id.as_str() == id).expect("the exercise")
    }

    /// What the checker says beside missing translations.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut found = self.findings();
        found.retain(|finding| !finding.ends_with("not translated into `ru`"));
        found
    }

    /// The same, without places.
    pub(crate) fn said(&self) -> Vec<String> {
        let words = |fault: String| fault.splitn(4, ':').nth(3).unwrap_or_default().trim().to_owned();
        self.faults().into_iter().map(words).collect()
    }

    /// Everything that the checker says, as a terminal shows it, without excerpts.
    pub(crate) fn findings(&self) -> Vec<String> {
        let Checked { files, findings, .. } = check(self.path(), false);
        let first_line = |text: String| text.lines().next().unwrap_or_default().to_owned();
        findings.sorted().iter().map(|finding| first_line(finding.show(&files, ""))).collect()
    }
}

/// An example of a page of the author's guide, by its place among them.
pub(crate) fn example(guide: &str, at: usize) -> &str {
    let example = guide.split("````markdown\n").nth(at + 1).and_then(|rest| rest.split("````").next());
    example.expect("the guide has an example")
}

/// A text in which `old`, which has to stand in it, was replaced by `new` where it stands first.
pub(crate) fn wounded(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old:?} has to stand in the text");
    text.replacen(old, new, 1)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
