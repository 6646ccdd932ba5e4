//! Waits for a saved file.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// An editor writes a file in several steps: a save is over when nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(120);

/// Written by the build itself.
const LOCK: &str = "kerege.lock";

/// Changes in a folder.
pub(super) struct Changes {
    events: Receiver<()>,
    _watcher: RecommendedWatcher,
}

/// Begins to watch a folder and all below it.
pub(super) fn start(folder: &Path) -> Result<Changes, String> {
    let (sender, events) = mpsc::channel();
    let on_event = move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| counts(&event)) {
            let _ = sender.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(on_event).map_err(|e| e.to_string())?;
    watcher.watch(folder, RecursiveMode::Recursive).map_err(|e| e.to_string())?;
    Ok(Changes { events, _watcher: watcher })
}

impl Changes {
    /// Waits for the next save; false when there will be none any more.
    pub(super) fn wait(&self) -> bool {
        if self.events.recv().is_err() {
            return false;
        }
        while self.events.recv_timeout(QUIET).is_ok() {}
        true
    }
}

/// Reading a file is no change, and neither is what the build writes or an editor keeps for itself.
fn counts(event: &Event) -> bool {
    let own = |path: &Path| {
        path.file_name().is_none_or(|name| {
            let name = name.to_string_lossy();
            name == LOCK || name.starts_with('.') || name.ends_with('~')
        })
    };
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| !own(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_save_is_noticed_and_the_lock_file_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let changes = start(folder.path()).unwrap();
        std::fs::write(folder.path().join(LOCK), "a").unwrap();
        assert!(changes.events.recv_timeout(Duration::from_millis(300)).is_err());
        std::fs::write(folder.path().join("1.md"), "a").unwrap();
        assert!(changes.wait());
    }
}
