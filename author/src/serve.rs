//! `kerege serve`: a built site on this computer, with the headers that its `_headers` file asks for.

mod rules;

use std::fmt;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use tokio::net::TcpListener;
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

use self::rules::Rules;

/// The port that is tried first.
const PORT: u16 = 8080;

/// How a site is served.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The port to listen on; without one, 8080 or the next that is free.
    pub port: Option<u16>,
    /// The path under which the site appears, such as `/courses/`; without one, `/`.
    pub base: Option<String>,
}

/// Why nothing is served.
#[derive(Debug)]
pub enum ServeError {
    /// The folder holds no site.
    NoSite(PathBuf),
    /// No port could be had.
    Port(u16, io::Error),
    /// The server stopped.
    Stopped(io::Error),
    /// The folder cannot be watched for changes.
    Watch(PathBuf, String),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSite(folder) => write!(
                f,
                "{} has no index.html: build the site first (`kerege build <module> --out {0}`)",
                folder.display()
            ),
            Self::Port(port, problem) => {
                write!(f, "port {port} cannot be used: {problem}. Choose another with --port")
            }
            Self::Stopped(problem) => write!(f, "the server stopped: {problem}. Start it again"),
            Self::Watch(folder, problem) => {
                write!(f, "{} cannot be watched for changes: {problem}", folder.display())
            }
        }
    }
}

impl std::error::Error for ServeError {}

/// Serves a site on the loopback address until the process ends.
pub fn run(site: &Path, options: &Options) -> Result<(), ServeError> {
    if !site.join("index.html").is_file() {
        return Err(ServeError::NoSite(site.to_owned()));
    }
    let base = clean_base(options.base.as_deref().unwrap_or("/"));
    let folder = site.to_owned();
    block_on(async {
        let listener = listen(options.port).await?;
        announce(&listener, &base, site)?;
        let router = files(base, Arc::new(move || Some(folder.clone())));
        axum::serve(listener, router).await.map_err(ServeError::Stopped)
    })
}

/// Which folder is served just now, if any.
pub(crate) type Folder = Arc<dyn Fn() -> Option<PathBuf> + Send + Sync>;

/// Runs a server's future to its end.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, ServeError>>) -> Result<T, ServeError> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(ServeError::Stopped)?.block_on(work)
}

/// Listens on the loopback address: on `port`, or on 8080 or the next free port.
pub(crate) async fn listen(port: Option<u16>) -> Result<TcpListener, ServeError> {
    let (first, tries) = port.map_or((PORT, 100), |port| (port, 1));
    let mut refused = None;
    for port in first..first.saturating_add(tries) {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await {
            Ok(listener) => return Ok(listener),
            Err(problem) => refused = Some(problem),
        }
    }
    Err(ServeError::Port(first, refused.unwrap_or_else(|| io::ErrorKind::AddrInUse.into())))
}

/// The files of a folder under a path, with the headers of its `_headers` file.
pub(crate) fn files(base: String, folder: Folder) -> Router {
    Router::new().fallback(answer).with_state(Arc::new(Site { base, folder }))
}

struct Site {
    base: String,
    folder: Folder,
}

async fn answer(State(site): State<Arc<Site>>, mut request: Request) -> Response {
    let Some(folder) = (site.folder)() else {
        return (StatusCode::SERVICE_UNAVAILABLE, "Nothing has been built yet.").into_response();
    };
    let path = request.uri().path();
    let Some(inside) = path.strip_prefix(site.base.trim_end_matches('/')).filter(|rest| rest.starts_with('/')) else {
        return (StatusCode::NOT_FOUND, format!("The site is at {}", site.base)).into_response();
    };
    let Ok(uri) = inside.parse::<Uri>() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let rules = Rules::read(&folder);
    let own = rules.for_path(inside);
    *request.uri_mut() = uri;
    let mut response = match ServeDir::new(folder).oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    headers.extend(own);
    let moved = headers.get(header::LOCATION).and_then(|to| to.to_str().ok());
    if let Some(to) =
        moved.and_then(|to| HeaderValue::try_from(format!("{}{to}", site.base.trim_end_matches('/'))).ok())
    {
        headers.insert(header::LOCATION, to);
    }
    response
}

/// A base path begins and ends with a slash.
fn clean_base(base: &str) -> String {
    match base.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}

/// Prints the address of the catalogue and of each module.
fn announce(listener: &TcpListener, base: &str, site: &Path) -> Result<(), ServeError> {
    let address = listener.local_addr().map_err(ServeError::Stopped)?;
    let mut lines = format!("Catalogue  http://{address}{base}\n");
    for slug in slugs(site) {
        lines += &format!("           http://{address}{base}{slug}/\n");
    }
    lines += "Stop with Ctrl+C.\n";
    io::stdout().write_all(lines.as_bytes()).map_err(ServeError::Stopped)
}

/// Folders of the modules, by the catalogue; none where there is no catalogue.
pub(crate) fn slugs(site: &Path) -> Vec<String> {
    let read = || -> Option<Vec<String>> {
        let text = std::fs::read_to_string(site.join("catalogue.json")).ok()?;
        let catalogue: serde_json::Value = serde_json::from_str(&text).ok()?;
        let modules = catalogue.get("modules")?.as_array()?;
        Some(modules.iter().filter_map(|m| Some(m.get("slug")?.as_str()?.to_owned())).collect())
    };
    read().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(base: &str, path: &str) -> (StatusCode, axum::http::HeaderMap) {
        let site = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = site.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("index.html", "<!doctype html>");
        write("a/index.html", "<!doctype html>");
        write("player/p-1.wasm", "\0asm");
        write("_headers", "/*\n  X-All: yes\n/player/*\n  Cache-Control: immutable\n");
        let folder = site.path().to_owned();
        let router = files(clean_base(base), Arc::new(move || Some(folder.clone())));
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        let (parts, _) = router.oneshot(request).await.unwrap().into_parts();
        (parts.status, parts.headers)
    }

    #[tokio::test]
    async fn files_come_with_their_type_and_the_headers_of_the_site() {
        let (status, headers) = get("/", "/player/p-1.wasm").await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(headers["content-type"], "application/wasm");
        assert_eq!(headers["cache-control"], "immutable");
        assert_eq!(headers["x-all"], "yes");
        let (status, headers) = get("/", "/").await;
        assert_eq!((status, &headers["content-type"]), (StatusCode::OK, &HeaderValue::from_static("text/html")));
        assert_eq!(headers["cache-control"], "no-cache");
    }

    #[tokio::test]
    async fn a_site_can_live_under_a_path() {
        assert_eq!(get("x", "/x/a/").await.0, StatusCode::OK);
        assert_eq!(get("x", "/a/").await.0, StatusCode::NOT_FOUND);
        let (status, headers) = get("x", "/x/a").await;
        assert!(status.is_redirection());
        assert_eq!(headers["location"], "/x/a/");
    }

    #[tokio::test]
    async fn nothing_outside_the_folder_is_served() {
        for path in ["/../Cargo.toml", "/%2e%2e/%2e%2e/etc/passwd", "/a/../../etc/passwd", "/..%2f..%2fetc/passwd"] {
            assert_ne!(get("/", path).await.0, StatusCode::OK, "{path}");
        }
    }
}
