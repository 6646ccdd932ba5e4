//! The site on this computer: built where something changed, then served.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::Options;
use crate::build;
use crate::demonstration::Demonstration;
use crate::failure::Failure;
use crate::run;
use crate::workspace::Workspace;

/// The port that is tried first.
const USUAL: u16 = 8080;

/// How long a server may take until it answers; it may have to be compiled.
const PATIENCE: Duration = Duration::from_secs(300);

/// Builds and serves until the process is stopped; with `--once`, until the site has answered.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<(), Failure> {
    let demonstration = Demonstration::of(workspace)?;
    let out = options.out.as_ref().map_or_else(|| demonstration.site(), PathBuf::from);
    build::run(workspace, &out, Some(&demonstration))?;
    let port = match options.port {
        Some(port) => port,
        None if options.once => free_port()?,
        None => first_free()?,
    };
    let address = format!("http://127.0.0.1:{port}/");
    let links = demonstration.links(workspace, &out, &address)?;
    let mut serve = Command::new("cargo");
    serve.current_dir(workspace.root()).args(["kerege", "serve"]).arg(&out);
    serve.args(["--port", &port.to_string()]);
    eprintln!(
        "\n· {address}\n\n  The courses are sealed by a demonstration organiser of this computer. What opens them:"
    );
    for (title, link) in &links {
        eprintln!("\n  {title}\n  {link}");
    }
    if !options.once {
        return run::aloud("kerege serve", &mut serve);
    }
    let mut server = run::start(&mut serve)?;
    let answered = answers(&mut server, port);
    let _ = server.kill();
    let _ = server.wait();
    answered?;
    eprintln!("· http://127.0.0.1:{port}/ answers");
    Ok(())
}

/// The first port that is free from the usual one on.
fn first_free() -> Result<u16, Failure> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    (USUAL..USUAL + 100).find(is_free).map_or_else(free_port, Ok)
}

fn free_port() -> Result<u16, Failure> {
    let port = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr();
    port().map(|a| a.port()).map_err(|e| Failure::new(format!("there is no free port on this computer: {e}")))
}

/// Waits until the server shows its first page.
fn answers(server: &mut Child, port: u16) -> Result<(), Failure> {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if get(port).is_ok_and(|answer| answer.starts_with("HTTP/1.1 200")) {
            return Ok(());
        }
        if let Ok(Some(status)) = server.try_wait() {
            return Err(Failure::new(format!("the server ended before it answered ({status})")));
        }
        thread::sleep(Duration::from_millis(100));
    }
    Err(Failure::new(format!("nothing answered on port {port} in {} s", PATIENCE.as_secs())))
}

fn get(port: u16) -> std::io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
