//! The ports: what the core needs from the world, implemented by `edge`.

use crate::content::Id;
use crate::embed::{Asked, Consent, News, Origin, Report};
use crate::json::Value;
use crate::trust::{Answer, Half, Question};
use std::cmp::Ordering;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// A point in time: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

/// Something that will be done; not `Send`, since a browser tab has one thread.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What the device remembers. What it takes to write there is needed only from the first answer on.
pub trait Memory {
    /// Whether anything is stored for a module; false also where nothing can be.
    fn has(&self, module: &Id) -> bool;
    /// The desk, where progress is read and written. `None` where the part of the player that has it cannot be fetched.
    fn open(&self) -> Soon<'_, Option<Desk>>;
}

/// Where a tab reads and writes progress, beside the learner's other tabs.
pub struct Desk {
    /// Where progress is kept.
    pub store: Box<dyn Store>,
    /// Gives this tab a writer.
    pub writers: Box<dyn Writers>,
    /// Other tabs.
    pub others: Box<dyn Others>,
    /// What leaves the page.
    pub outlet: Box<dyn Outlet>,
}

/// Where the learner's progress is kept. Every write is confirmed: what the learner is told is saved, is saved.
pub trait Store {
    /// Everything that is stored for a module, one text for each writer.
    fn load<'a>(&'a self, module: &'a Id) -> Soon<'a, Result<Vec<Stored>, StoreError>>;
    /// Replaces what this writer has stored for a module.
    fn save<'a>(&'a self, module: &'a Id, writer: &'a str, text: String) -> Soon<'a, Result<(), StoreError>>;
    /// Forgets everything, of every module and writer, and begins a new epoch.
    fn erase(&self) -> Soon<'_, Result<(), StoreError>>;
    /// Takes note that another tab has erased everything: what is written from now on belongs to after that.
    fn renew(&self);
}

/// What one writer stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The writer: one for each open tab.
    pub writer: String,
    /// What it stored; see [`crate::progress::envelope`].
    pub text: String,
}

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser forbids storage here (private window, blocked frame).
    Forbidden,
    /// There is no room left.
    Full,
    /// Another tab erased everything since; what was to be written belongs to before.
    Erased,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StoreError::Forbidden => "the browser forbids storage here",
            StoreError::Full => "there is no room left to store",
            StoreError::Erased => "everything was erased in another tab",
        })
    }
}

impl std::error::Error for StoreError {}

/// Gives each open tab a writer of its own.
pub trait Writers {
    /// A writer of the module that no other open tab is: one of `known` where one is free, else a new one. It stays
    /// claimed for the life of the tab.
    fn claim<'a>(&'a self, module: &'a Id, known: Vec<String>) -> Soon<'a, String>;
}

/// What the learner's other tabs do.
pub trait Others {
    /// Calls `heard` each time from now on.
    fn listen(&self, heard: Box<dyn Fn(Heard)>);
}

/// What another tab did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It saved progress.
    Saved {
        /// The module.
        module: Id,
        /// What it saved, and as which writer.
        stored: Stored,
    },
    /// It erased everything.
    Erased,
}

/// What time it is.
pub trait Clock {
    /// Now.
    fn now(&self) -> Moment;
}

/// Chance.
pub trait Chance {
    /// A random number, each as likely as any other.
    fn number(&self) -> u32;
}

/// What leaves the page: on paper, as a file, in the words of the reader's language; and what the page's first script took
/// out of the address.
pub trait Outlet {
    /// A licence that came with the address; it is handed over once.
    fn arrived(&self) -> Option<String>;
    /// Prints the page.
    fn print(&self);
    /// Saves a file on the learner's device.
    fn save(&self, name: &str, media_type: &str, bytes: &[u8]);
    /// An address for bytes, as long as the page lives; `None` where the browser gives none.
    fn lend(&self, media_type: &str, bytes: &[u8]) -> Option<String>;
    /// A number as the readers of a language write it.
    fn number(&self, n: f64, language: &str) -> String;
    /// A day as the readers of a language write it.
    fn day(&self, day: Moment, language: &str) -> String;
    /// An amount of money as the readers of a language write it.
    fn money(&self, amount: &str, currency: &str, language: &str) -> String;
    /// Which of two texts comes first in the alphabet of a language.
    fn compare(&self, one: &str, other: &str, language: &str) -> Ordering;
}

/// What opens seals and checks signatures: a WebAssembly of its own, each half of which is fetched the first time that it
/// is needed.
pub trait Trust {
    /// Asks something of the half that answers it.
    fn ask(&self, question: Question) -> Soon<'_, Result<Answer, TrustError>>;
    /// Fetches a half, so that it is there when something will be asked, and when the network is not.
    fn fetch(&self, half: Half) -> Soon<'_, Result<(), TrustError>>;
}

/// Why nothing was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrustError {
    /// It could not be fetched.
    Absent,
    /// It gave no answer: a fault of the player.
    Silent,
}

impl fmt::Display for TrustError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TrustError::Absent => "what opens seals could not be fetched",
            TrustError::Silent => "what opens seals gave no answer",
        })
    }
}

impl std::error::Error for TrustError {}

/// The browser's window, as far as the player needs more of it than its own part of the document.
pub trait Window {
    /// The fragment of the address, with `#`; empty where there is none.
    fn hash(&self) -> String;
    /// Goes to a fragment; `replace` leaves no trace of the present one in the history.
    fn go(&self, hash: &str, replace: bool);
    /// Calls `gone` after each change of the fragment.
    fn on_hash(&self, gone: Box<dyn Fn()>);
    /// Calls `left` each time the page is put into the background or left.
    fn on_leave(&self, left: Box<dyn Fn()>);
    /// Sets the document's title and language.
    fn head(&self, title: &str, language: &str);
    /// Puts a class on the document's root, or takes it away.
    fn class(&self, name: &str, on: bool);
    /// What was kept under a name; settings only, progress is in the [`Store`].
    fn recall(&self, name: &str) -> Option<Value>;
    /// Keeps some JSON under a name; where that fails, it is forgotten with the page.
    fn keep(&self, name: &str, json: &str);
    /// Has the page take in a style sheet, once.
    fn dress(&self, address: &str);
    /// A language's name in itself.
    fn language(&self, tag: &str) -> String;
}

/// Where the player stands: what the page around it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// From the page to the site's root: empty, or `../` as often as needed.
    pub root: String,
    /// The module's outline, relative to the site's root; `None` on the catalogue's page.
    pub module: Option<String>,
    /// The language of the page.
    pub language: String,
    /// Whether the address names that language, so that somebody chose it.
    pub is_chosen: bool,
    /// The languages that the browser's user reads, best first.
    pub reads: Vec<String>,
    /// Interface translations: language and file, relative to the site's root.
    pub interface: Vec<(String, String)>,
    /// Files that come after the first question: the rest of each translation by language, the style sheet as `style`.
    pub later: Vec<(String, String)>,
    /// The address of the site whose verify screen certificates lead to, with a slash at its end; `None` where the
    /// organiser named none.
    pub verify: Option<String>,
    /// Whether the page is shown inside another page.
    pub is_framed: bool,
    /// Whether this is a browser inside another app, which may forget everything.
    pub is_in_app: bool,
}

/// All ports, and the place.
pub struct World {
    /// What the device remembers.
    pub memory: Box<dyn Memory>,
    /// The site's files.
    pub fetch: Box<dyn Fetch>,
    /// Time.
    pub clock: Box<dyn Clock>,
    /// Chance.
    pub chance: Box<dyn Chance>,
    /// The window.
    pub window: Box<dyn Window>,
    /// The page or platform around.
    pub host: Box<dyn Host>,
    /// Fetches what asks the second WebAssembly; `None` where that cannot be had.
    pub trust: fn() -> Soon<'static, Option<Box<dyn Trust>>>,
    /// Where the player stands.
    pub place: Place,
}

/// The site's files.
pub trait Fetch {
    /// The bytes of a file at `path`, relative to the site's root. With `expected`, its size and SHA-256 are checked.
    fn get<'a>(
        &'a self,
        path: &'a str,
        expected: Option<&'a crate::content::File>,
    ) -> Soon<'a, Result<Vec<u8>, FetchError>>;
}

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No answer: there is no network, or it broke.
    Offline,
    /// The site has no such file, or an error of its own (HTTP status).
    Status(u16),
    /// It is larger than the player takes, or than the outline said.
    TooLarge,
    /// Its bytes are not the ones that the outline names.
    Altered,
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FetchError::Offline => f.write_str("no answer from the site"),
            FetchError::Status(status) => write!(f, "the site answered {status}"),
            FetchError::TooLarge => f.write_str("the file is larger than it may be"),
            FetchError::Altered => f.write_str("the file is not the one that the module names"),
        }
    }
}

impl std::error::Error for FetchError {}

/// The page or learning platform around the player. The default does nothing.
pub trait Host {
    /// Calls `asked` each time the host asks for something, from now on.
    fn listen(&self, _asked: Box<dyn Fn(Asked)>) {}
    /// Who the host is, once it has greeted.
    fn partner(&self) -> Option<Origin> {
        None
    }
    /// Takes in what the learner said to being reported on. Before a yes, nothing about the learner is told.
    fn consent(&self, _consent: Consent) {}
    /// Takes in how far the learner is; it is told if the learner agreed.
    fn report(&self, _report: &Report) {}
    /// Tells something; what is about the learner, if the learner agreed.
    fn tell(&self, _news: News) {}
}

/// No host: the player stands alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Host for Alone {}
