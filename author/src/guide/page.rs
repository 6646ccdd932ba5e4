//! The guide's page.

use super::Chapter;
use super::prose::Printer;
use super::words::Words;
use crate::build::OutputFiles;
use crate::site::{escape, style_hash};
use kerege::content::unit::{BlockContent, Mode};
use kerege::content::{Id, Module, Page, Unit};
use std::fmt::Write as _;

const STYLE: &str = include_str!("guide.css");

/// Stands in every guide: a file with it may be replaced by a newer guide.
pub const MADE_BY: &str = "<meta name=\"generator\" content=\"kerege guide\">";

/// The whole page.
pub(super) fn html(module: &Module, chapters: &[Chapter<'_>], files: &OutputFiles, language: &str) -> String {
    let words = Words::of(language);
    let writer = Writer { module, printer: Printer { words, files }, words, language };
    let title = format!("{} – {}", module.card.title.get(language), words.guide);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{hash}'; img-src data:; \
         base-uri 'none'; form-action 'none'\">\n{MADE_BY}\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n",
        language = escape(language),
        hash = style_hash(STYLE),
        title = escape(&title),
    );
    writer.front(&mut out);
    chapters.iter().zip(1..).for_each(|(chapter, number)| writer.chapter(chapter, number, &mut out));
    out.push_str("</body>\n</html>\n");
    out
}

struct Writer<'a> {
    module: &'a Module,
    printer: Printer<'a>,
    words: &'a Words,
    language: &'a str,
}

impl Writer<'_> {
    /// One of the guide's own words; marked where it is not in the guide's language.
    fn own(&self, word: &str) -> String {
        let main = self.language.split('-').next().unwrap_or_default();
        match main == self.words.language {
            true => escape(word),
            false => format!("<span lang=\"{}\">{}</span>", self.words.language, escape(word)),
        }
    }

    fn front(&self, out: &mut String) {
        let Module { card, edition, .. } = self.module;
        let said = |text: &kerege::content::Localised| escape(text.get(self.language));
        let _ = write!(
            out,
            "<header><p>{}</p><h1>{}</h1><p>{}</p><p>{} {}, {}</p>",
            self.own(self.words.guide),
            said(&card.title),
            said(&card.summary),
            self.own(self.words.edition),
            edition.number,
            escape(&edition.date),
        );
        if !card.audience.get(self.language).is_empty() {
            let _ = write!(out, "<p><strong>{}:</strong> {}</p>", self.own(self.words.audience), said(&card.audience));
        }
        out.push_str("</header>\n");
        if !self.module.objectives.is_empty() {
            let _ = write!(out, "<h2>{}</h2><ul>", self.own(self.words.objectives));
            for objective in &self.module.objectives {
                let _ = write!(out, "<li>{}</li>", said(&objective.text));
            }
            out.push_str("</ul>\n");
        }
        self.tracks(out);
    }

    fn tracks(&self, out: &mut String) {
        let words = self.words;
        let _ = write!(out, "<h2>{}</h2>", self.own(words.tracks));
        self.head(&[words.tracks, words.minutes, words.pages, words.exercises], out);
        for (at, track) in self.module.tracks.iter().enumerate() {
            let counts = || self.module.units_in(at).map(|(_, counts)| counts);
            let pages: u32 = counts().map(|counts| counts.pages).sum();
            let exercises: u32 = counts().map(|counts| counts.exercises).sum();
            let title = escape(track.title.get(self.language));
            row(&title, &[track.minutes.to_string(), pages.to_string(), exercises.to_string()], out);
        }
        out.push_str("</table>\n");
    }

    fn chapter(&self, chapter: &Chapter<'_>, number: usize, out: &mut String) {
        let Chapter { entry, unit, notes } = chapter;
        let words = self.words;
        let title = escape(entry.title.get(self.language));
        let _ = write!(out, "<section><h2>{number}. {title}</h2>");
        let _ = write!(out, "<p>{}: {}", self.own(words.minutes), entry.minutes);
        if entry.attempts > 0 {
            let _ = write!(out, ". {}: {}", self.own(words.attempts), entry.attempts);
        }
        out.push_str(".</p>");
        self.head(&[words.pages, words.exercises, words.tracks], out);
        for page in &unit.pages {
            let cells = [self.exercises(unit, page), self.tracks_of(page)];
            let title = self.printer.html(&page.title);
            row(&title, &cells, out);
        }
        let _ = write!(out, "</table>\n<h3>{}</h3>", self.own(words.notes));
        match notes.is_empty() {
            true => {
                let _ = write!(out, "<p>{}</p>", self.own(words.none));
            }
            false => out.push_str(&self.printer.html(notes)),
        }
        out.push_str("</section>\n");
    }

    /// How many exercises a learner meets on a page, and whether they are handed in.
    fn exercises(&self, unit: &Unit, page: &Page) -> String {
        let (mut number, mut assessed) = (0, false);
        for block in &page.blocks {
            match &block.content {
                BlockContent::Prose(_) => {}
                BlockContent::Exercise { exercise, .. } => {
                    number += 1;
                    assessed |= unit.exercise(exercise).is_some_and(|one| one.mode == Mode::Assessment);
                }
                BlockContent::Pool(pool) => {
                    number += unit.pool(pool).map_or(0, |pool| pool.draw.min(pool.exercises.len() as u32));
                    assessed = true;
                }
            }
        }
        if assessed { format!("{number} ({})", self.own(self.words.assessed)) } else { number.to_string() }
    }

    fn tracks_of(&self, page: &Page) -> String {
        let is_in = |id: &Id| page.tracks.is_empty() || page.tracks.contains(id);
        let tracks: Vec<_> = self.module.tracks.iter().filter(|track| is_in(&track.id)).collect();
        if tracks.len() == self.module.tracks.len() {
            return self.own(self.words.every);
        }
        tracks.iter().map(|track| escape(track.title.get(self.language))).collect::<Vec<_>>().join(", ")
    }

    fn head(&self, names: &[&str], out: &mut String) {
        out.push_str("<table><tr>");
        for name in names {
            let _ = write!(out, "<th>{}</th>", self.own(name));
        }
        out.push_str("</tr>");
    }
}

/// A row of a table, all of whose cells are HTML already.
fn row(first: &str, rest: &[String], out: &mut String) {
    let cells = rest.iter().map(|cell| format!("<td>{cell}</td>")).collect::<String>();
    let _ = write!(out, "<tr><th>{first}</th>{cells}</tr>");
}
