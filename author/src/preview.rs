//! `kerege preview`: the module as a learner sees it, built again at each save.
//!
//! The player knows nothing of it: the pages get one more script, which asks this server what is new.

mod state;
mod watch;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch::Receiver;

use self::state::Shown;
use crate::serve::{self, ServeError};

/// Asks for news, reloads the page, shows what stands in the way.
const SCRIPT: &str = include_str!("preview/page.js");

/// Put at the end of each page.
const SCRIPT_TAG: &str = "<script type=\"module\" src=\"/__preview.js\"></script>\n</body>";

/// How long a page's question for news stays open.
const PATIENCE: Duration = Duration::from_secs(25);

/// Serves the module in `folder` on the loopback address and builds it again when a file in it changes.
///
/// `build` writes a whole site into the folder it is given; its error is shown in the page and in the terminal.
pub fn run<B>(folder: &Path, port: Option<u16>, build: B) -> Result<(), ServeError>
where
    B: Fn(&Path) -> Result<(), String> + Send + 'static,
{
    let sites = tempfile::tempdir().map_err(ServeError::Stopped)?;
    let changes = watch::start(folder).map_err(|e| ServeError::Watch(folder.to_owned(), e))?;
    let (news, shown) = tokio::sync::watch::channel(Shown::first());
    let sites_folder = sites.path().to_owned();
    let build_again = move || {
        let out = sites_folder.join((news.borrow().version + 1).to_string());
        let result = build(&out).and_then(|()| add_script(&out).map_err(|e| e.to_string()));
        news.send_modify(|shown| publish(shown, out, result));
    };
    build_again();
    thread::spawn(move || {
        while changes.wait() {
            build_again();
        }
    });
    serve::block_on(serve(port, shown))
}

async fn serve(port: Option<u16>, shown: Receiver<Shown>) -> Result<(), ServeError> {
    let listener = serve::listen(port).await?;
    let address = listener.local_addr().map_err(ServeError::Stopped)?;
    say(&format!("Preview  http://{address}/\nSave a file and the page follows. Stop with Ctrl+C."));
    let current = shown.clone();
    let folder: serve::Folder = Arc::new(move || current.borrow().site.clone());
    let router = axum::Router::new()
        .route("/", get(entrance))
        .route("/__preview", get(news_since))
        .route("/__preview.js", get(script))
        .with_state(shown)
        .fallback_service(serve::files("/".to_owned(), folder));
    axum::serve(listener, router).await.map_err(ServeError::Stopped)
}

/// Leads to the module; while nothing could be built, a page that says so.
async fn entrance(State(shown): State<Receiver<Shown>>) -> Response {
    match shown.borrow().entrance() {
        Some(address) => axum::response::Redirect::temporary(&address).into_response(),
        None => Html(format!("<!doctype html><meta charset=\"utf-8\"><title>Preview</title><body>{SCRIPT_TAG}"))
            .into_response(),
    }
}

#[derive(serde::Deserialize)]
struct Since {
    seen: Option<u64>,
}

/// Answers as soon as there is something that the page has not seen.
async fn news_since(State(mut shown): State<Receiver<Shown>>, Query(since): Query<Since>) -> impl IntoResponse {
    let changed = shown.wait_for(|shown| Some(shown.version) != since.seen);
    let _ = tokio::time::timeout(PATIENCE, changed).await;
    let (version, problem) = {
        let shown = shown.borrow();
        (shown.version, shown.problem.clone())
    };
    ([(header::CACHE_CONTROL, "no-store")], Json(serde_json::json!({ "version": version, "problem": problem })))
}

async fn script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-store")], SCRIPT)
}

/// Shows a good build in place of the last; of a bad one, only what is wrong with it.
fn publish(shown: &mut Shown, out: PathBuf, result: Result<(), String>) {
    let useless = match result {
        Ok(()) => {
            say("Built.");
            shown.good(out)
        }
        Err(problem) => {
            say(&problem);
            shown.bad(problem);
            Some(out)
        }
    };
    if let Some(useless) = useless {
        let _ = fs::remove_dir_all(useless);
    }
}

/// Adds the preview's script to every page below `folder`.
fn add_script(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            add_script(&path)?;
        } else if path.extension().is_some_and(|e| e == "html") {
            let page = fs::read_to_string(&path)?;
            fs::write(&path, page.replacen("</body>", SCRIPT_TAG, 1))?;
        }
    }
    Ok(())
}

fn say(text: &str) {
    use io::Write as _;
    let _ = writeln!(io::stderr(), "{text}");
}
