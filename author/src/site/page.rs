//! One HTML page: its head, its first text, and the words for when the player cannot start.

use std::fmt::Write as _;

use kerege::i18n::Texts;

use super::html::escape;
use super::player::{FOLDER, Player};
use super::policy;

/// The paper of the light and the dark scheme, for the browser's own bars; `tokens.css` has the same.
const PAPER: [(&str, &str); 2] = [("light", "#fbf8f3"), ("dark", "#14171c")];

/// A page before it is written out.
#[derive(Debug)]
pub(super) struct Page {
    /// Language of the page.
    pub(super) language: String,
    /// Title of the document.
    pub(super) title: String,
    /// From this page to the site's root: empty, or `../` as often as needed.
    pub(super) root: &'static str,
    /// `<meta>` pairs for the player.
    pub(super) meta: Vec<(&'static str, String)>,
    /// The same page in other languages: language and address.
    pub(super) alternates: Vec<(String, String)>,
    /// Data that the player will fetch at once, relative to the site's root.
    pub(super) data: Vec<String>,
    /// Parts of the player that the first question needs besides the first.
    pub(super) parts: Vec<&'static str>,
    /// The first text, as HTML; it stands where the player mounts.
    pub(super) first_text: String,
}

impl Page {
    /// The page as HTML.
    pub(super) fn html(&self, player: &Player, style: &str, texts: &Texts) -> String {
        let Self { root, first_text, .. } = self;
        let mut out = String::with_capacity(style.len() + first_text.len() + 4096);
        self.head(&mut out, player, style);
        let _ = write!(out, "<body>\n{}<div id=\"app\">{first_text}</div>\n", help(texts));
        for sheet in &player.styles {
            let _ = writeln!(out, "<link rel=\"stylesheet\" href=\"{root}{FOLDER}/{sheet}\">");
        }
        out.push_str("</body>\n</html>\n");
        out
    }

    fn head(&self, out: &mut String, player: &Player, style: &str) {
        let Self { root, .. } = self;
        let _ = write!(
            out,
            "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <title>{title}</title>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n",
            language = escape(&self.language),
            policy = policy::for_page(style),
            title = escape(&self.title),
        );
        for (scheme, colour) in PAPER {
            let _ = writeln!(
                out,
                "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{colour}\">"
            );
        }
        let _ = writeln!(out, "<meta name=\"kerege-root\" content=\"{root}\">");
        for (name, content) in &self.meta {
            let _ = writeln!(out, "<meta name=\"{name}\" content=\"{}\">", escape(content));
        }
        self.preloads(out, player);
        for (language, address) in &self.alternates {
            let _ = writeln!(
                out,
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">",
                escape(language),
                escape(address)
            );
        }
        let _ = write!(
            out,
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{root}{FOLDER}/{icon}\">\n\
             <style>{style}</style>\n\
             <script type=\"module\" src=\"{root}{FOLDER}/{boot}\"></script>\n\
             <script nomodule defer src=\"{root}{FOLDER}/{old}\"></script>\n\
             </head>\n",
            icon = player.icon,
            boot = player.boot,
            old = player.old,
        );
    }

    /// All that the first question needs, asked for at once: no request waits for another's answer.
    fn preloads(&self, out: &mut String, player: &Player) {
        let Self { root, .. } = self;
        let _ = write!(
            out,
            "<link rel=\"modulepreload\" href=\"{root}{FOLDER}/{script}\">\n\
             <link rel=\"preload\" as=\"fetch\" crossorigin type=\"application/wasm\" href=\"{root}{FOLDER}/{wasm}\">\n",
            script = player.script,
            wasm = player.wasm,
        );
        for part in self.parts.iter().filter_map(|part| player.parts.get(*part)) {
            let _ = writeln!(
                out,
                "<link rel=\"preload\" as=\"fetch\" crossorigin type=\"application/wasm\" href=\"{root}{FOLDER}/{part}\">"
            );
        }
        let translation = player.languages.get(&self.language).map(|name| format!("{FOLDER}/{name}"));
        for file in self.data.iter().chain(&translation) {
            let _ = writeln!(out, "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{root}{}\">", escape(file));
        }
    }
}

/// What to do when the player cannot start. The boot script shows the part that applies.
fn help(texts: &Texts) -> String {
    let say = |english| escape(texts.text(english));
    format!(
        "<section class=\"help\" id=\"help-blocked\" hidden>\n<h2>{blocked}</h2>\n<p>{safe}</p>\n<ul>\n\
         <li>{lockdown}</li>\n<li>{tor}</li>\n<li>{old}</li>\n</ul>\n</section>\n\
         <section class=\"help\" id=\"help-network\" hidden>\n<h2>{network}</h2>\n<p>{safe}</p>\n\
         <p><a href=\"\">{again}</a></p>\n</section>\n\
         <noscript><section class=\"help\"><p>{script}</p></section></noscript>\n",
        blocked = say("This browser did not start the course"),
        safe = say("What you have done so far is safe on this device."),
        lockdown = say(
            "iPhone, iPad or Mac in Lockdown Mode: open the page menu in the address bar, then the website settings, \
             and turn Lockdown Mode off for this site only."
        ),
        tor = say("Tor Browser at the level Safer or Safest: open the course at the level Standard."),
        old = say("A browser older than 2022: update it, or use a current Firefox, Chrome, Edge or Safari."),
        network = say("The course could not be loaded"),
        again = say("Check the connection and load the page again"),
        script = say(
            "The course runs inside your browser and needs JavaScript. Allow it for this site, then load the page again."
        ),
    )
}
