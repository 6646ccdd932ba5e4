//! `kerege`: the author's command.

use std::process::ExitCode;

fn main() -> ExitCode {
    kerege_author::cli::run()
}
