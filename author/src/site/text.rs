//! The first text of a page, in the markup that the player puts in its place, so that nothing jumps.

use std::fmt::Write as _;

use kerege::i18n::Texts;

use super::html::escape;
use super::{Edition, SiteModule};

/// The catalogue: the site's title, and the modules as links.
pub(super) fn catalogue(title: &str, modules: &[SiteModule], texts: &Texts) -> String {
    let say = |english| escape(texts.text(english));
    let mut main = format!(
        "<main id=\"main\"><header class=\"intro\"><h1>{}</h1><p class=\"muted\">{}</p></header><div class=\"grid\">",
        escape(title),
        say("What you answer stays on this device."),
    );
    for (module, edition) in modules.iter().filter_map(|module| Some((module, in_source_language(module)?))) {
        let _ = write!(
            main,
            "<article class=\"card\" lang=\"{}\"><div class=\"top\"></div><div class=\"body\"><h2><a href=\"{}/#/\">{}</a></h2>\
             <p class=\"muted\">{}</p></div></article>",
            escape(&edition.language),
            escape(&module.slug),
            escape(&edition.title),
            escape(&edition.summary),
        );
    }
    main.push_str("</div></main>");
    player(title, &main, texts)
}

/// A module: the beginning of its first page.
pub(super) fn module(edition: &Edition, texts: &Texts) -> String {
    // The title of a unit that nobody may know yet stands nowhere.
    let label = match edition.unit_title.as_str() {
        "" => String::new(),
        title => {
            let label = texts.fill("Unit {n} · {title}", &[("n", "1"), ("title", title)]);
            format!("<p class=\"label\">{}</p>", escape(&label))
        }
    };
    let mut main = format!(
        "<main class=\"read\" id=\"main\"><nav class=\"outline side\"></nav><article>{label}<h1>{}</h1><div class=\"prose\">",
        escape(&edition.page_title),
    );
    for paragraph in &edition.page_text {
        let _ = write!(main, "<p>{}</p>", escape(paragraph));
    }
    main.push_str("</div></article></main>");
    player(&edition.title, &main, texts)
}

/// What stands on every screen, around `main`. The menu has nothing to open yet; *Hide* works at once.
fn player(title: &str, main: &str, texts: &Texts) -> String {
    let say = |english| escape(texts.text(english));
    format!(
        "<div><div class=\"player\"><header class=\"bar\">\
         <button class=\"quiet\" type=\"button\" aria-label=\"{menu}\" disabled>\
         <svg viewBox=\"0 0 24 24\" class=\"icon\" aria-hidden=\"true\"><path d=\"M4 7h16M4 12h16M4 17h16\"/></svg></button>\
         <a class=\"bar-title\" href=\"#/\">{title}</a>\
         <button class=\"hide\" type=\"button\" title=\"{how}\" data-hide>{hide}</button></header>{main}</div></div>",
        menu = say("Menu"),
        title = escape(title),
        how = say("Covers the page and leaves it. Shift three times does the same."),
        hide = say("Hide"),
    )
}

fn in_source_language(module: &SiteModule) -> Option<&Edition> {
    module.editions.iter().find(|edition| edition.language == module.source)
}
