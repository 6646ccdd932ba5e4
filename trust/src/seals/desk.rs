//! What is known from one question to the next.

use crate::known::Known;
use kerege::content::Id;
use kerege::licence::Licence;
use kerege::seal::Key;
use std::rc::Rc;

/// Organisers, their lists, and what was opened last. It lives as long as the page.
#[derive(Debug, Default)]
pub struct Desk {
    /// Who vouches.
    pub(crate) known: Known,
    /// The module that is open.
    pub(crate) opened: Option<Rc<Opened>>,
}

impl Desk {
    /// The licence that opened the module which is open, with its secret part: what certificates are made under.
    pub fn licence(&self) -> Option<&Licence> {
        self.opened.as_ref().map(|opened| &opened.licence)
    }
}

/// A module that a licence opened.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The module.
    pub(crate) module: Id,
    /// Its edition's number.
    pub(crate) edition: u32,
    /// The edition's content key.
    pub(crate) content: Key,
    /// The licence, with its secret part open.
    pub(crate) licence: Licence,
}
