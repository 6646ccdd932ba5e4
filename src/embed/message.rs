//! Messages: read from any text, written as JSON.

use super::{Report, VERSION};
use crate::content::language;
use crate::content::read::{At, Findings};
use crate::json::{self, Value};
use crate::route::Route;

/// A longer message is not read.
const LONGEST: usize = 4096;

/// Larger measures are none of a screen.
const FARTHEST: u32 = 10_000_000;

/// What became of a message that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is none of this protocol, of another version, or of a type that this version does not know.
    Ignored,
    /// It is of this protocol but has a fault: the field, or the part of it.
    Malformed(&'static str),
    /// It asks for something.
    Asked(Asked),
}

/// What the page around the player asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is there, and would like this language, these colours, and to be told how far the learner is.
    Hello {
        /// BCP 47 tag; the player takes it if it has it.
        language: Option<String>,
        /// Colours.
        theme: Option<Theme>,
        /// Whether it would like reports: only then the learner is asked.
        reports: bool,
    },
    /// This part of the frame is on the screen now.
    Viewport(Visible),
    /// The learner should see this.
    Open(Route),
}

/// Colours that a page may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on light paper.
    Light,
    /// Light text on dark paper.
    Dark,
}

/// The part of the frame that is on the screen, in CSS pixels from the frame's upper edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visible {
    /// Where it begins.
    pub top: u32,
    /// How high it is.
    pub height: u32,
}

/// What the page around the player is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The player is there and has heard.
    Ready,
    /// The player's content is so many CSS pixels high.
    Height(u32),
    /// The learner should see this place, in CSS pixels from the frame's upper edge: another page was opened.
    Position(u32),
    /// The learner went to another page. About the learner.
    Navigated(Route),
    /// Pages seen, of all. About the learner.
    Progress(u32, u32),
    /// Assessment points earned, of all. About the learner.
    Score(u32, u32),
    /// This award was reached. About the learner.
    Completed(String),
}

impl Heard {
    /// Reads a message. `text` is the JSON of what was posted.
    pub fn read(text: &str) -> Heard {
        if text.len() > LONGEST {
            return Heard::Ignored;
        }
        let Ok(value) = json::read(text.as_bytes()) else { return Heard::Ignored };
        let at = At::root(&value);
        let mut findings = Findings::default();
        let (Some(version), Some(kind)) = (value.get("kerege").and_then(Value::as_u64), at.field("type")) else {
            return Heard::Ignored;
        };
        let kind = kind.text(&mut findings).unwrap_or_default();
        let read = match (version, kind) {
            // A newer page is greeted too: the answer tells it which version is spoken here.
            (1.., "hello") => hello(&at),
            (1, "viewport") => viewport(&at),
            (1, "open") => open(&at),
            _ => return Heard::Ignored,
        };
        read.map_or_else(Heard::Malformed, Heard::Asked)
    }
}

fn hello(at: &At) -> Result<Asked, &'static str> {
    let mut findings = Findings::default();
    let language = match at.field("language") {
        Some(at) => Some(at.text(&mut findings).filter(|tag| language::is_tag(tag)).ok_or("language")?.to_owned()),
        None => None,
    };
    let theme = match at.field("theme").map(|at| at.value.as_str()) {
        Some(Some("light")) => Some(Theme::Light),
        Some(Some("dark")) => Some(Theme::Dark),
        Some(_) => return Err("theme"),
        None => None,
    };
    let reports = match at.field("reports").map(|at| at.value.as_bool()) {
        Some(Some(reports)) => reports,
        Some(None) => return Err("reports"),
        None => false,
    };
    Ok(Asked::Hello { language, theme, reports })
}

/// The nearest whole number; `None` below zero and for powers of ten.
fn rounded(digits: &str) -> Option<u32> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_more = part.starts_with(['5', '6', '7', '8', '9']);
    let is_plain = part.bytes().all(|b| b.is_ascii_digit());
    whole.parse::<u32>().ok()?.checked_add(is_more.into()).filter(|_| is_plain)
}

fn viewport(at: &At) -> Result<Asked, &'static str> {
    let measure = |name: &'static str| {
        let digits = at.field(name).and_then(|at| at.value.as_number());
        digits.and_then(rounded).filter(|n| *n <= FARTHEST).ok_or(name)
    };
    Ok(Asked::Viewport(Visible { top: measure("top")?, height: measure("height")? }))
}

fn open(at: &At) -> Result<Asked, &'static str> {
    let route = at.field("route").and_then(|at| at.value.as_str()).map(Route::parse);
    match route {
        Some(Route::Unknown(_)) | None => Err("route"),
        Some(route) => Ok(Asked::Open(route)),
    }
}

impl News {
    /// Whether it says something about the learner.
    pub fn is_about_learner(&self) -> bool {
        match self {
            News::Ready | News::Height(_) | News::Position(_) => false,
            News::Navigated(_) | News::Progress(..) | News::Score(..) | News::Completed(_) => true,
        }
    }

    /// What a report tells, one thing each. Before completion there is no award to tell of.
    pub fn of(report: &Report) -> Vec<News> {
        let (pages, points) = (report.pages, report.points);
        let mut news = vec![News::Progress(pages.0, pages.1)];
        if points.1 > 0 {
            news.push(News::Score(points.0, points.1));
        }
        news.extend(report.award.clone().map(News::Completed));
        news
    }

    /// The message, as JSON.
    pub fn write(&self) -> String {
        type Put<'a> = (&'a str, &'a dyn Fn(&mut String));
        let mut out = String::new();
        let mut write = |kind: &str, body: &[Put]| {
            let head: [Put; 2] =
                [("kerege", &|out| json::number(out, VERSION)), ("type", &|out| json::text(out, kind))];
            json::fields(&mut out, &[&head, body].concat());
        };
        match self {
            News::Ready => write("ready", &[]),
            News::Height(height) => write("height", &[("height", &|out| json::number(out, height))]),
            News::Position(top) => write("position", &[("top", &|out| json::number(out, top))]),
            News::Navigated(route) => write("navigated", &[("route", &|out| json::text(out, &route.href()))]),
            News::Progress(n, of) => {
                write("progress", &[("pages", &|out| json::number(out, n)), ("of", &|out| json::number(out, of))]);
            }
            News::Score(earned, of) => {
                write("score", &[("earned", &|out| json::number(out, earned)), ("of", &|out| json::number(out, of))]);
            }
            News::Completed(award) => write("completed", &[("award", &|out| json::text(out, award))]),
        }
        out
    }
}
