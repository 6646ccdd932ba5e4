//! A copy of the healthy module that a test may wound.

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

    /// Everything that the checker says, as a terminal shows it, without excerpts.
    pub(crate) fn findings(&self) -> Vec<String> {
        let Checked { files, findings, .. } = check(self.path(), false);
        let first_line = |text: String| text.lines().next().unwrap_or_default().to_owned();
        findings.sorted().iter().map(|finding| first_line(finding.show(&files, ""))).collect()
    }
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
