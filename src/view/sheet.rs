//! The certificate's sheet: one picture, A4 across, for the screen, for paper and for a file of its own.

use super::Player;
use super::lattice::{Group, Knot, MOST, picture};
use super::prose::element::Build;
use super::ui::svg;
use crate::certificate::Certificate;
use web_sys::Element;

/// Width and height in tenths of a millimetre.
const SIZE: (i32, i32) = (2970, 2100);
/// Margin on the left and right.
const EDGE: i32 = 190;

/// Draws the sheet. Everything on it is also in the list beside it, so the picture is one image for those who hear it.
pub(super) fn sheet(player: Player, made: &Certificate) -> Element {
    let mut sheet = Sheet { picture: svg("svg"), y: 0 };
    let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
    let view = ["0 0 ", &width, " ", &height].concat();
    let paper = svg("rect").set("width", &width).set("height", &height).set("fill", "#fff");
    sheet.picture = sheet
        .picture
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set("viewBox", &view)
        .set("class", "sheet")
        .set("role", "img")
        .set("aria-label", &[&player.t("Certificate"), ": ", &made.name].concat())
        .set("font-family", "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif")
        .put(paper)
        .put(wall());
    sheet.words(player, made);
    sheet.foot(player, made);
    sheet.picture
}

/// The whole wall, every crossing tied, from edge to edge however many pages the course has.
fn wall() -> Element {
    let group = Group { knots: vec![Knot::Tied; MOST], links: Vec::new() };
    let (lattice, _) = picture(900, vec![group]);
    let (x, width) = (EDGE.to_string(), (SIZE.0 - 2 * EDGE).to_string());
    let place = svg("svg").set("x", &x).set("y", "90").set("width", &width).set("height", "300");
    place.set("color", "#2f4b8f").put(lattice.set("preserveAspectRatio", "xMinYMin meet"))
}

/// A sheet that is being written, from top to bottom.
struct Sheet {
    picture: Element,
    y: i32,
}

impl Sheet {
    fn words(&mut self, player: Player, made: &Certificate) {
        let other = player.state().texts().language() != "en";
        let and = |own: String, english: &str| if other { [&own, " · ", english].concat() } else { own };
        self.y = 440;
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
        let room = ((SIZE.1 - 430 - self.y) / 56).max(0) as usize;
        for objective in made.objectives.iter().take(room) {
            self.lines(&["– ", objective].concat(), 40, "", 1);
        }
    }

    fn foot(&mut self, player: Player, made: &Certificate) {
        let other = player.state().texts().language() != "en";
        self.y = SIZE.1 - 400;
        let date = player.state().outlet(|out| out.day(made.at, player.state().texts().language()));
        let who = [made.organiser.as_str(), made.url.as_deref().unwrap_or_default()].join(" · ");
        self.line(&date, 46, "");
        self.line(who.trim_end_matches(" · "), 46, "strong");
        self.line(&[&player.t("Course number"), " ", made.module.as_str()].concat(), 38, "muted");
        self.lines(&proves(player), 38, "muted", 2);
        if other {
            self.lines(PROVES, 34, "muted", 2);
        }
    }

    /// Writes a text on as many lines as it takes, but not more than `most`.
    fn lines(&mut self, words: &str, size: i32, look: &str, most: usize) {
        // Letters are about half as wide as they are high; a little more is left for wide ones.
        let room = ((SIZE.0 - 2 * EDGE) * 100 / (size * 55)) as usize;
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
        self.picture = self.picture.clone().put(line.say(words));
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

/// What the certificate proves and what it does not, in English.
pub(super) const PROVES: &str =
    "Made by the player on the holder’s own device. Nobody has checked the answers, or who gave them.";

/// What the certificate proves and what it does not.
pub(super) fn proves(player: Player) -> String {
    player.t("Made by the player on the holder’s own device. Nobody has checked the answers, or who gave them.")
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
