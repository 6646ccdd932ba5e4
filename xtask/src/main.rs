//! Sets up, builds, serves, tests and measures the project; every task is `cargo xtask <task>`.

mod bench;
mod build;
mod demonstration;
mod failure;
mod glue;
mod interface;
mod pack;
mod player;
mod run;
mod size;
mod stamp;
mod start;
mod style;
mod test;
mod tools;
mod webassembly;
mod workspace;

use std::process::ExitCode;

use crate::failure::Failure;
use crate::workspace::Workspace;

const HELP: &str = "\
cargo xtask <task>

  start [--once] [--port N]   build what changed, seal it, serve it on this computer and print a licence for each course;
                              --once: check that it answers, and end
  build [--out FOLDER]        the site, into dist or FOLDER
  test                        every check: native tests, sizes, browser
  size                        what a learner fetches up to the first question, file by file
  bench [--runs N]            how fast the first question is there, in a browser with a slow network and processor
  tools [--browsers]          install what the other tasks need (they do it themselves, too)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match task(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn task(arguments: &[String]) -> Result<(), Failure> {
    let Some((task, rest)) = arguments.split_first() else {
        eprint!("{HELP}");
        return Ok(());
    };
    let workspace = Workspace::find()?;
    let options = Options::read(rest)?;
    match task.as_str() {
        "start" => start::run(&workspace, &options),
        "build" => build::run(&workspace, &options.out(&workspace), None),
        "test" => test::run(&workspace),
        "size" => size::run(&workspace),
        "bench" => bench::run(&workspace, options.runs),
        "tools" if options.browsers => tools::for_tests(&workspace),
        "tools" => tools::for_build(&workspace),
        "help" | "--help" | "-h" => {
            eprint!("{HELP}");
            Ok(())
        }
        unknown => Err(Failure::new(format!("there is no task {unknown}\n\n{HELP}"))),
    }
}

/// What may follow a task.
#[derive(Debug, Default)]
struct Options {
    once: bool,
    browsers: bool,
    port: Option<u16>,
    runs: Option<u32>,
    out: Option<String>,
}

impl Options {
    fn read(arguments: &[String]) -> Result<Self, Failure> {
        let mut options = Self::default();
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| Failure::new(format!("{name} needs a value")));
            match name.as_str() {
                "--once" => options.once = true,
                "--browsers" => options.browsers = true,
                "--port" => options.port = Some(number(name, value()?)?),
                "--runs" => options.runs = Some(number(name, value()?)?),
                "--out" => options.out = Some(value()?.clone()),
                unknown => return Err(Failure::new(format!("{unknown} is not known here\n\n{HELP}"))),
            }
        }
        Ok(options)
    }

    fn out(&self, workspace: &Workspace) -> std::path::PathBuf {
        self.out.as_ref().map_or_else(|| workspace.dist(), std::path::PathBuf::from)
    }
}

fn number<T: std::str::FromStr>(name: &str, text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::new(format!("{name} needs a number, not {text}")))
}
