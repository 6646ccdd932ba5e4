//! Messages: read from any text, written as JSON.

use super::{Report, VERSION};
use crate::content::language;
use crate::content::read::{At, Findings};
use crate::route::Route;
use serde_json::{Value, json};

/// A longer message is not read.
const LONGEST: usize = 4096;

/// Larger measures are none of a screen.
const FARTHEST: f64 = 1e7;

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
        let Ok(value) = serde_json::from_str::<Value>(text) else { return Heard::Ignored };
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

fn viewport(at: &At) -> Result<Asked, &'static str> {
    let measure = |name: &'static str| {
        let number = at.field(name).and_then(|at| at.value.as_f64()).filter(|n| (0.0..=FARTHEST).contains(n));
        number.map(|n| n.round() as u32).ok_or(name)
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
        let (kind, body) = match self {
            News::Ready => ("ready", json!({})),
            News::Height(height) => ("height", json!({ "height": height })),
            News::Position(top) => ("position", json!({ "top": top })),
            News::Navigated(route) => ("navigated", json!({ "route": route.href() })),
            News::Progress(pages, of) => ("progress", json!({ "pages": pages, "of": of })),
            News::Score(earned, of) => ("score", json!({ "earned": earned, "of": of })),
            News::Completed(award) => ("completed", json!({ "award": award })),
        };
        let mut message = body;
        message["kerege"] = VERSION.into();
        message["type"] = kind.into();
        message.to_string()
    }
}
