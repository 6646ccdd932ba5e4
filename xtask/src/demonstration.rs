//! A demonstration organiser, made on this computer: its key seals the courses that `cargo xtask start` serves, and each
//! course gets a licence. Nobody else knows the key, and no other player believes it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::run;
use crate::workspace::Workspace;

/// The courses that are sold, with prices, for the demonstration.
const CATALOGUE: &str = include_str!("demonstration.yaml");

/// Where keys, licences and the sealed site are.
pub(crate) struct Demonstration {
    folder: PathBuf,
}

impl Demonstration {
    /// The organiser of this computer; made where there is none.
    pub(crate) fn of(workspace: &Workspace) -> Result<Demonstration, Failure> {
        let demonstration = Demonstration { folder: workspace.target("demonstration") };
        let folder = &demonstration.folder;
        if !demonstration.key().join("organiser.json").is_file() {
            fs::create_dir_all(folder).map_err(|e| Failure::file(folder, &e))?;
            if demonstration.key().exists() {
                fs::remove_dir_all(demonstration.key()).map_err(|e| Failure::file(folder, &e))?;
            }
            put_secretly(&demonstration.passphrase(), &random()?)?;
            let mut new = command(workspace, &["key", "new"]);
            new.arg(demonstration.key()).args(["--name", "Kerege demonstration organiser"]);
            new.args(["--url", "https://example.org", "--passphrase-file"]).arg(demonstration.passphrase());
            run::quietly("kerege key new", &mut new, &workspace.target("log"))?;
        }
        let catalogue = demonstration.catalogue();
        if fs::read_to_string(&catalogue).ok().as_deref() != Some(CATALOGUE) {
            fs::write(&catalogue, CATALOGUE).map_err(|e| Failure::file(&catalogue, &e))?;
        }
        Ok(demonstration)
    }

    /// The sealed site.
    pub(crate) fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// The folder of the organiser's keys.
    pub(crate) fn key(&self) -> PathBuf {
        self.folder.join("key")
    }

    /// Which courses there are, and what they cost.
    pub(crate) fn catalogue(&self) -> PathBuf {
        self.folder.join("courses.yaml")
    }

    /// The file with the passphrase of the keys. It lies beside them: they are worth nothing.
    pub(crate) fn passphrase(&self) -> PathBuf {
        self.folder.join("passphrase")
    }

    /// The title of each course that is sold, and the link that opens it at an address; issued where they were not yet.
    pub(crate) fn links(
        &self,
        workspace: &Workspace,
        site: &Path,
        address: &str,
    ) -> Result<Vec<(String, String)>, Failure> {
        let mut links = Vec::new();
        for (course, slug, title) in courses() {
            let out = self.folder.join("licences").join(course);
            let licence = match licence_in(&out) {
                Some(licence) => licence,
                None => {
                    let mut issue = command(workspace, &["licence", "issue", "--course", course, "--address", address]);
                    issue.arg("--key").arg(self.key()).arg("--site").arg(site).arg("--out").arg(&out);
                    issue.arg("--passphrase-file").arg(self.passphrase());
                    run::quietly(&format!("kerege licence issue {course}"), &mut issue, &workspace.target("log"))?;
                    licence_in(&out)
                        .ok_or_else(|| Failure::new(format!("no licence was written into {}", out.display())))?
                }
            };
            links.push((title.to_owned(), format!("{address}{slug}/#licence/{licence}")));
        }
        Ok(links)
    }
}

/// Id of the course, slug of its module, and title.
fn courses() -> [(&'static str, &'static str, &'static str); 3] {
    [
        ("data-analysis", "data-analysis", "Data Analysis"),
        ("knowledge-into-action", "knowledge-into-action", "Translating Knowledge into Action"),
        ("support-basics", "support-basics", "Support Basics"),
    ]
}

/// The licence in a folder, without the address before it.
fn licence_in(folder: &Path) -> Option<String> {
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let is_licence = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "txt");
    let path = entries.map(|entry| entry.path()).find(is_licence)?;
    let text = fs::read_to_string(path).ok()?;
    Some(text.split_once("#licence/")?.1.trim().to_owned()).filter(|licence| !licence.is_empty())
}

fn command(workspace: &Workspace, words: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(workspace.root()).arg("kerege").args(words);
    command
}

/// A passphrase that nobody has to remember.
fn random() -> Result<String, Failure> {
    let source = Path::new("/dev/urandom");
    let mut bytes = [0; 16];
    fs::File::open(source)
        .and_then(|mut file| std::io::Read::read_exact(&mut file, &mut bytes))
        .map_err(|e| Failure::file(source, &e))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Writes a file that only its owner may read.
fn put_secretly(path: &Path, text: &str) -> Result<(), Failure> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let written = options.open(path).and_then(|mut file| writeln!(file, "{text}"));
    written.map_err(|e| Failure::file(path, &e))
}
