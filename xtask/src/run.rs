//! Runs other programs: says which, shows that it still works, and keeps what it printed.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;

/// How often a long step says that it still works.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// How many of a failed program's last lines are shown.
const LAST_LINES: usize = 60;

/// Runs a program that prints for its reader; fails where it fails.
pub(crate) fn aloud(label: &str, command: &mut Command) -> Result<(), Failure> {
    eprintln!("\n── {label}");
    let started = Instant::now();
    let status = start(command)?.wait().map_err(|e| cannot_run(command, &e))?;
    judge(label, status)?;
    eprintln!("── {label}: done in {}", seconds(started));
    Ok(())
}

/// Runs a program whose output matters only when it fails; it goes to a file in `logs`.
pub(crate) fn quietly(label: &str, command: &mut Command, logs: &Path) -> Result<(), Failure> {
    fs::create_dir_all(logs).map_err(|e| Failure::file(logs, &e))?;
    let log = logs.join(label.replace(|c: char| !c.is_ascii_alphanumeric(), "-") + ".log");
    let file = File::create(&log).map_err(|e| Failure::file(&log, &e))?;
    let same = file.try_clone().map_err(|e| Failure::file(&log, &e))?;
    eprintln!("· {label} …");
    let started = Instant::now();
    let child = start(command.stdout(file).stderr(same))?;
    let status = wait(label, child, started).map_err(|e| cannot_run(command, &e))?;
    if !status.success() {
        let text = fs::read_to_string(&log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        eprintln!("{}", lines[lines.len().saturating_sub(LAST_LINES)..].join("\n"));
    }
    judge(label, status)?;
    eprintln!("· {label}: done in {}", seconds(started));
    Ok(())
}

/// What a program prints, or nothing where it cannot be run or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program runs and ends well.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    output(command).is_some()
}

/// Starts a program that never waits for a person to type.
pub(crate) fn start(command: &mut Command) -> Result<Child, Failure> {
    command.stdin(Stdio::null()).spawn().map_err(|e| cannot_run(command, &e))
}

fn wait(label: &str, mut child: Child, started: Instant) -> std::io::Result<ExitStatus> {
    let mut next_sign = SIGN_OF_LIFE;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if started.elapsed() >= next_sign {
            eprintln!("  … {label}, {}", seconds(started));
            next_sign += SIGN_OF_LIFE;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

fn judge(label: &str, status: ExitStatus) -> Result<(), Failure> {
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("{label} failed ({status}); the reason stands above")))
}

fn cannot_run(command: &Command, problem: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy().into_owned();
    Failure::new(format!("{program} cannot be run: {problem}. Is it installed and on PATH?"))
}

fn seconds(since: Instant) -> String {
    format!("{:.1} s", since.elapsed().as_secs_f64())
}
