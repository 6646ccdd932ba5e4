//! Packages of the operating system: browsers, a display for them, letters to draw.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::run;
use crate::workspace::Workspace;

/// A Debian package, and a file that shows that it, or something of the same use, is there.
const PACKAGES: [(&str, &str); 7] = [
    ("chromium", "/usr/bin/chromium"),
    ("firefox-esr", "/usr/bin/firefox-esr"),
    ("webkit2gtk-driver", "/usr/bin/WebKitWebDriver"),
    ("xvfb", "/usr/bin/xvfb-run"),
    ("xauth", "/usr/bin/xauth"),
    ("fonts-noto-core", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
    ("poppler-utils", "/usr/bin/pdftotext"),
];

/// Installs what is missing by apt-get, or says what to install.
pub(super) fn install(workspace: &Workspace) -> Result<(), Failure> {
    let missing = missing(|file| Path::new(file).exists());
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = || Failure::new(by_hand(&missing));
    let prefix = rights().ok_or_else(by_hand)?;
    let logs = workspace.tools().join("log");
    run::quietly("apt-get update", &mut apt(prefix, &["update"]), &logs)?;
    let mut arguments = vec!["install", "--yes"];
    arguments.extend(&missing);
    run::quietly(&format!("apt-get install {}", missing.join(" ")), &mut apt(prefix, &arguments), &logs)
        .map_err(|failure| Failure::new(format!("{failure}\n{}", by_hand())))
}

/// The packages whose file is not there.
fn missing(is_there: impl Fn(&str) -> bool) -> Vec<&'static str> {
    PACKAGES.iter().filter(|(_, file)| !is_there(file)).map(|(package, _)| *package).collect()
}

/// What somebody who may install has to do.
fn by_hand(missing: &[&str]) -> String {
    format!(
        "the browser tests need packages that cannot be installed from here. Install them, then try again:\n  \
         sudo apt-get install {}",
        missing.join(" ")
    )
}

/// How apt-get may be run here: as it is, by sudo without a password, or not at all.
fn rights() -> Option<&'static [&'static str]> {
    let prefixes: [&[&str]; 2] = [&[], &["sudo", "-n"]];
    let is_root = run::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let allowed = if is_root { prefixes[0] } else { prefixes[1] };
    run::succeeds(&mut apt(allowed, &["--version"])).then_some(allowed)
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Command {
    let mut words = prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(arguments);
    let mut command = Command::new(words.next().unwrap_or(&"env"));
    command.args(words);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_and_only_that() {
        assert_eq!(missing(|_| true), Vec::<&str>::new());
        let found = missing(|file| !file.ends_with("xvfb-run") && !file.ends_with("firefox-esr"));
        assert_eq!(found, ["firefox-esr", "xvfb"]);
        assert!(by_hand(&found).ends_with("sudo apt-get install firefox-esr xvfb"));
    }
}
