//! Where things are.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The repository's folders and the versions that its files name.
#[derive(Debug, Clone)]
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The repository that this program was compiled in.
    pub(crate) fn find() -> Result<Self, Failure> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or_else(|| Failure::new("the repository was not found: run `cargo xtask` inside it"))?
            .to_owned();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self { root, target })
    }

    /// A path in the repository.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path in cargo's target folder.
    pub(crate) fn target(&self, inside: &str) -> PathBuf {
        self.target.join(inside)
    }

    /// The built player.
    pub(crate) fn player(&self) -> PathBuf {
        self.target("player")
    }

    /// The built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// Our own tools.
    pub(crate) fn tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// The browser tests, whose packages are also tools of the build.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.path("tests/browser")
    }

    /// Waits until no other task builds in the target folder; the others wait until the answer is dropped.
    pub(crate) fn lock(&self) -> Result<fs::File, Failure> {
        let path = self.target("xtask.lock");
        let open = || {
            fs::create_dir_all(&self.target)?;
            let file = fs::File::create(&path)?;
            if file.try_lock().is_err() {
                eprintln!("· another task is building: waiting for it");
                file.lock()?;
            }
            Ok(file)
        };
        open().map_err(|e| Failure::file(&path, &e))
    }

    /// `PATH` with the project's own tools first.
    pub(crate) fn search_path(&self) -> Result<std::ffi::OsString, Failure> {
        let own = [self.tools().join("bin"), self.browser_tests().join("node_modules/.bin")];
        let rest = env::var_os("PATH").unwrap_or_default();
        env::join_paths(own.into_iter().chain(env::split_paths(&rest)))
            .map_err(|e| Failure::new(format!("PATH cannot be set: {e}")))
    }

    /// The version of a crate in `Cargo.lock`.
    pub(crate) fn locked_version(&self, name: &str) -> Result<String, Failure> {
        let path = self.path("Cargo.lock");
        let lock = fs::read_to_string(&path).map_err(|e| Failure::file(&path, &e))?;
        let entry = format!("name = \"{name}\"\nversion = \"");
        lock.split_once(&entry)
            .and_then(|(_, rest)| rest.split('"').next())
            .map(str::to_owned)
            .ok_or_else(|| Failure::new(format!("Cargo.lock names no {name}: run `cargo check` once")))
    }
}
