//! The first text of a page, in the markup that the player puts in its place.

use std::fmt::Write as _;

use super::html::escape;
use super::{Edition, SiteModule};

/// The catalogue: the site's title, and the modules as links.
pub(super) fn catalogue(title: &str, modules: &[SiteModule]) -> String {
    let mut out = format!(
        "<header class=\"bar\"><span class=\"bar-title\">{title}</span></header><main class=\"read\"><h1>{title}</h1>",
        title = escape(title)
    );
    for module in modules {
        let Some(edition) = module.editions.iter().find(|e| e.language == module.source) else {
            continue;
        };
        let _ = write!(
            out,
            "<section class=\"card\" lang=\"{}\"><h2><a href=\"{}/\">{}</a></h2><p>{}</p></section>",
            escape(&edition.language),
            escape(&module.slug),
            escape(&edition.title),
            escape(&edition.summary),
        );
    }
    out.push_str("</main>");
    out
}

/// A module: its title and summary, and the beginning of its first page.
pub(super) fn module(edition: &Edition) -> String {
    let mut out = format!(
        "<header class=\"bar\"><span class=\"bar-title\">{title}</span></header><main class=\"read\">\
         <h1>{page}</h1>",
        title = escape(&edition.title),
        page = escape(&edition.page_title),
    );
    for paragraph in &edition.page_text {
        let _ = write!(out, "<p>{}</p>", escape(paragraph));
    }
    out.push_str("</main>");
    out
}
