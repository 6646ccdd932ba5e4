//! The certificate's sheet: one picture, A4 across, for the screen, for paper and for a file of its own.

use super::signing::Signed;
use crate::certificate::Certificate;
use crate::certificate::qr::QUIET;
use crate::view::Player;
use crate::view::lattice::{Group, Knot, MOST, picture};
use crate::view::prose::element::Build;
use crate::view::ui::svg;
use std::rc::Rc;
use web_sys::Element;

/// What a sheet is, where its holder does not simply attest it.
pub(super) enum Mark {
    /// It is not signed yet, and will be.
    Draft,
    /// It is signed.
    Signed(Rc<Signed>),
}

/// Width and height in tenths of a millimetre.
const SIZE: (i32, i32) = (2970, 2100);
/// Margin on the left and right.
const EDGE: i32 = 190;

/// Draws the sheet. Everything on it is also in the list beside it, so the picture is one image for those who hear it; one
/// with a link in it is a group with nothing but that link, since nothing inside an image can be reached.
pub(super) fn sheet(player: Player, made: &Certificate, mark: Option<&Mark>) -> Element {
    let mut sheet =
        Sheet { words: svg("g").put(wall()), code: None, y: 0, has_code: matches!(mark, Some(Mark::Signed(_))) };
    let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
    let view = ["0 0 ", &width, " ", &height].concat();
    let paper = svg("rect").set("width", &width).set("height", &height).set("fill", "#fff");
    sheet.words(player, made, mark);
    match mark {
        Some(Mark::Signed(signed)) => sheet.signed(player, made, signed),
        Some(Mark::Draft) | None => sheet.foot(player, made),
    }
    let is_linked = sheet.code.as_ref().is_some_and(|code| code.has_attribute("href"));
    let words = sheet.words;
    let words = if is_linked { words.set("aria-hidden", "true") } else { words };
    svg("svg")
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set("viewBox", &view)
        .set("class", "sheet")
        .set("role", if is_linked { "group" } else { "img" })
        .set("aria-label", &[&player.t("Certificate"), ": ", &made.name].concat())
        .set("font-family", "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif")
        .put(paper)
        .put(words)
        .all(sheet.code.into_iter().collect())
}

/// The whole wall, every crossing tied, from edge to edge however many pages the course has.
fn wall() -> Element {
    let group = Group { knots: vec![Knot::Tied; MOST], links: Vec::new() };
    let (lattice, _) = picture(900, vec![group]);
    let (x, width) = (EDGE.to_string(), (SIZE.0 - 2 * EDGE).to_string());
    let place = svg("svg").set("x", &x).set("y", "90").set("width", &width).set("height", "300");
    place.set("color", "#2f4b8f").put(lattice.set("preserveAspectRatio", "xMinYMin meet"))
}

/// Width and height of the QR code with its quiet zone, 58 mm, so that the code alone is wider than 50 mm; and the place
/// above which it does not reach.
const CODE: i32 = 580;
const CODE_FROM: i32 = SIZE.1 - 220 - CODE;

/// A sheet that is being written, from top to bottom.
struct Sheet {
    /// What is written on it.
    words: Element,
    /// The QR code with what stands below it; a link where the organiser named an address.
    code: Option<Element>,
    y: i32,
    /// Whether a QR code stands at the lower right.
    has_code: bool,
}

impl Sheet {
    fn words(&mut self, player: Player, made: &Certificate, mark: Option<&Mark>) {
        let other = player.state().texts().language() != "en";
        let and = |own: String, english: &str| if other { [&own, " · ", english].concat() } else { own };
        self.y = 400;
        match mark {
            // What nobody vouches for says so before anything else.
            None => {
                self.lines(&attested(player), 38, "strong", 2);
                if other {
                    self.lines(ATTESTED, 34, "muted", 2);
                }
            }
            Some(Mark::Draft) => self.line(&and(player.t("Not signed yet"), "Not signed yet"), 38, "strong"),
            Some(Mark::Signed(_)) => self.y = 440,
        }
        self.line(&and(player.t("Certificate"), "Certificate"), 50, "muted");
        // A long name becomes smaller instead of leaving the sheet.
        let letters = made.name.chars().count().max(1) as i32;
        let size = (SIZE.0 - 2 * EDGE) * 10 / (letters * 6);
        self.y += 60;
        self.line(&made.name, size.clamp(60, 150), "strong");
        self.y += 20;
        let title = player
            .fill("The course “{title}” is completed: {award}", &[("title", &made.title), ("award", &made.award)]);
        self.lines(&title, 62, "", 3);
        if let Some(title) = &made.title_en {
            self.lines(&["“", title, "”: ", &made.award_en].concat(), 44, "muted", 2);
        }
        self.y += 16;
        self.lines(&made.statement, 50, "", 3);
        self.y += 16;
        self.lines(&facts(player, made), 44, "muted", 2);
        self.y += 24;
        let end = if self.has_code { CODE_FROM } else { SIZE.1 - 400 };
        let room = ((end - 30 - self.y) / 52).max(0) as usize;
        let all = made.objectives.len();
        let shown = if all > room { room.saturating_sub(1) } else { all };
        for objective in made.objectives.iter().take(shown) {
            self.lines(&["– ", objective].concat(), 40, "", 1);
        }
        // What does not fit is said to be there.
        if shown < all {
            self.line(&player.fill("… and others: {n} objectives in all", &[("n", &all.to_string())]), 40, "muted");
        }
    }

    fn foot(&mut self, player: Player, made: &Certificate) {
        self.y = SIZE.1 - 330;
        self.line(&day(player, made), 46, "");
        let who = [made.organiser.as_str(), made.url.as_deref().unwrap_or_default()].join(" · ");
        self.line(who.trim_end_matches(" · "), 46, "strong");
        self.line(&[&player.t("Course number"), " ", made.module.as_str()].concat(), 38, "muted");
    }

    /// The foot of a signed certificate: who vouches, and the code that everything is signed in.
    fn signed(&mut self, player: Player, made: &Certificate, signed: &Signed) {
        let other = player.state().texts().language() != "en";
        let of = &signed.checked;
        self.y = self.y.max(CODE_FROM + 20);
        self.line(&day(player, made), 46, "");
        self.y += 14;
        let (name, domain) = match &of.organiser {
            Some(known) => (known.name.as_str(), known.domain()),
            None => (of.licence.organiser.as_str(), of.licence.url.trim_start_matches("https://")),
        };
        self.lines(&[name, " · ", domain].concat(), 46, "strong", 2);
        if let Some(known) = &of.organiser {
            self.line(&[&player.t("Fingerprint of the key"), " ", &known.fingerprint].concat(), 32, "muted");
        }
        let licence = [&player.t("Licence number"), " ", &of.licence.id].concat();
        let course = [&player.t("Course number"), " ", made.module.as_str()].concat();
        self.line(&[licence, course].join(" · "), 32, "muted");
        self.y += 14;
        let proves = player.t("Signed on the holder’s own device, under a licence that the organiser has signed. Check it at the address at which you know the organiser.");
        self.lines(&proves, 34, "", 3);
        if other {
            self.lines(SIGNED, 30, "muted", 3);
        }
        self.code(player, signed);
    }

    /// The QR code, the short number, and the link.
    fn code(&mut self, player: Player, signed: &Signed) {
        let (x, y) = (SIZE.0 - EDGE - CODE, CODE_FROM);
        let side = (signed.qr.width + 2 * QUIET).to_string();
        let outline = svg("path").set("d", &signed.qr.path()).set("fill", "#000");
        let place = svg("svg")
            .set("x", &x.to_string())
            .set("y", &y.to_string())
            .set("width", &CODE.to_string())
            .set("height", &CODE.to_string())
            .set("viewBox", &["0 0 ", &side, " ", &side].concat())
            .set("class", "qr")
            .set("shape-rendering", "crispEdges")
            .put(outline);
        let say = |y: i32, words: &str, size: &str, weight: &str| {
            let line = svg("text").set("x", &(x + CODE / 2).to_string()).set("y", &y.to_string());
            let line = line.set("text-anchor", "middle").set("font-size", size).set("font-weight", weight);
            line.set("fill", "#1f2328").say(words)
        };
        let site = player.state().world.place.verify.clone().unwrap_or_default();
        let shown = site.trim_start_matches("https://").trim_end_matches('/');
        let mut group = svg(if site.is_empty() { "g" } else { "a" });
        if let Some(link) = signed.link(player) {
            group = group.set("href", &link);
        }
        group = group.put(place).put(say(y + CODE + 36, &signed.checked.number, "44", "650"));
        let below = if shown.is_empty() { player.t("Verify a certificate") } else { shown.to_owned() };
        self.code = Some(group.put(say(y + CODE + 84, &below, "34", "400")));
    }

    /// Writes a text on as many lines as it takes, but not more than `most`.
    fn lines(&mut self, words: &str, size: i32, look: &str, most: usize) {
        // Letters are about half as wide as they are high; a little more is left for wide ones.
        let is_beside = self.has_code && self.y + size * most as i32 * 13 / 10 > CODE_FROM;
        let width = SIZE.0 - 2 * EDGE - if is_beside { CODE + 60 } else { 0 };
        let room = (width * 100 / (size * 55)) as usize;
        for line in wrap(words, room, most) {
            self.line(&line, size, look);
        }
    }

    fn line(&mut self, words: &str, size: i32, look: &str) {
        if words.is_empty() {
            return;
        }
        self.y += size * 13 / 10;
        let colour = if look == "muted" { "#565b64" } else { "#1f2328" };
        let line =
            svg("text").set("x", &EDGE.to_string()).set("y", &self.y.to_string()).set("font-size", &size.to_string());
        let line = line.set("fill", colour).set("font-weight", if look == "strong" { "650" } else { "400" });
        self.words = self.words.clone().put(line.say(words));
    }
}

/// Points, attempts, time, edition, track.
pub(super) fn facts(player: Player, made: &Certificate) -> String {
    let mut facts = Vec::new();
    if let Some((earned, of)) = made.score {
        let percent = (u64::from(earned) * 100 / u64::from(of.max(1))).to_string();
        facts.push([player.points(earned, of), player.fill("{n}%", &[("n", &percent)])].join(" · "));
        facts.push(player.count("{n} attempt", "{n} attempts", made.attempts));
    }
    facts.push(player.minutes(made.minutes));
    facts.push(made.track.clone());
    facts.push(player.fill("edition {n}", &[("n", &made.edition.to_string())]));
    facts.join(" · ")
}

/// The first line of a certificate that nobody signed, in English.
const ATTESTED: &str =
    "Self-attested: made by the player on the holder’s own device. Nobody has checked the answers, or who gave them.";

/// The first line of a certificate that nobody signed.
fn attested(player: Player) -> String {
    player.t("Self-attested: made by the player on the holder’s own device. Nobody has checked the answers, or who gave them.")
}

/// What a signed certificate is worth, in English.
const SIGNED: &str = "Signed on the holder’s own device, under a licence that the organiser has signed. Check it at the address at which you know the organiser.";

/// What a certificate that nobody signed proves and what it does not.
pub(super) fn proves(player: Player) -> String {
    player.t("Made by the player on the holder’s own device. Nobody has checked the answers, or who gave them.")
}

/// The day on which it was made.
fn day(player: Player, made: &Certificate) -> String {
    player.state().outlet(|out| out.day(made.at, player.state().texts().language()))
}

/// Breaks a text into at most `most` lines of at most `room` letters; what does not fit ends with an ellipsis.
fn wrap(words: &str, room: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let length = word.chars().count();
        let is_full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= room => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if is_full => {
                line.push('…');
                return lines;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
