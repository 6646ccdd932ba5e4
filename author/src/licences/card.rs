//! The card: a page to print, with the licence as a QR code. The code that locks it is never on it.

use super::ledger::Entry;
use crate::day;
use crate::site::escape;
use kerege::certificate::qr::{QUIET, Qr};
use kerege::licence::text::{LICENCE, digits};

/// A licence as a link, and as a page to print.
#[derive(Debug)]
pub struct Card {
    /// The link; whoever has it has the licence.
    pub link: String,
    /// The page.
    pub html: String,
}

/// Makes the card of a licence; `None` where it is too long for a QR code.
pub fn card(entry: &Entry, bytes: &[u8], course: &str, address: &str) -> Option<Card> {
    let start = format!("{address}{LICENCE}");
    let qr = Qr::new(&start, &digits(bytes))?;
    let link = format!("{start}{}", kerege::licence::text::base64(bytes));
    let delegation = &entry.delegation;
    let name =
        delegation.label.as_deref().map(|label| format!("<p class=\"name\">{}</p>", escape(label))).unwrap_or_default();
    let until = delegation.opens.until.map(day::last);
    let until_words = |words: &str| until.as_ref().map(|day| format!(" {words} {day}.")).unwrap_or_default();
    let is_locked = entry.code.is_some();
    let code = |words: &str| if is_locked { format!(" {words}") } else { String::new() };
    let side = qr.width + 2 * QUIET;
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{id}</title>\n<style>{STYLE}</style>\n<h1>{course}</h1>\n{name}\n\
         <svg viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"QR\"><path d=\"{path}\"/></svg>\n\
         <p>Scan the code with a phone’s camera, or open {address} and choose “I have a licence”.{code_en}{until_en} \
         Whoever has this card can use it: do not show it to others.</p>\n\
         <p lang=\"ru\">Наведите камеру телефона на код или откройте {address} и выберите «У меня есть лицензия».{code_ru}{until_ru} \
         Карточкой может воспользоваться любой, у кого она есть: не показывайте её другим.</p>\n\
         <p class=\"small\">{organiser} · {url} · {id}</p>\n</html>\n",
        id = delegation.id,
        course = escape(course),
        path = qr.path(),
        address = escape(address),
        code_en = code("The player asks for the code that you were given apart from this card."),
        code_ru = code("Плеер спросит код, который выдан отдельно от карточки."),
        until_en = until_words("It opens the course until and with"),
        until_ru = until_words("Курс открыт по"),
        organiser = escape(&delegation.organiser),
        url = escape(&delegation.url),
    );
    Some(Card { link, html })
}

/// A module of the QR code is at least half a millimetre wide on paper.
const STYLE: &str = "body{font:12pt/1.4 system-ui,sans-serif;max-width:120mm;margin:10mm auto;color:#000;background:#fff}\
    h1{font-size:16pt;margin:0}.name{font-size:14pt;margin:2mm 0}svg{display:block;width:70mm;height:70mm}\
    path{fill:#000;shape-rendering:crispEdges}.small{font-size:9pt}p{margin:2mm 0}";
