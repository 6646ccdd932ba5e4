//! Reading is total: any bytes give what could be read, and findings with a place.
//!
//! Nothing panics and nothing stops at the first fault. What could not be read is left out and named in a [`Finding`];
//! a caller that shows the rest says so.

mod at;
mod catalogue;
pub(crate) mod data;
mod module;
mod prose;
mod resource;
mod rule;
mod unit;

pub(crate) use at::excerpt;
pub use at::{At, Findings};
pub(crate) use prose::formula;
pub use prose::{math_element, prose};

use super::resource::{Reference, Term};
use super::{Catalogue, FORMAT, Finding, Module, Problem, Unit};
use crate::exercise::read::Tasks;
use crate::json;

/// What came out of reading: the value where enough of it was there, and everything there is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// What could be read; `None` where nothing useful is left.
    pub value: Option<T>,
    /// What is wrong, in the order of the file.
    pub findings: Vec<Finding>,
    /// Whether there were exercises of kinds that the reader knows only by name; they are left out.
    pub is_short: bool,
}

/// Reads `catalogue.json`.
pub fn catalogue(bytes: &[u8]) -> Reading<Catalogue> {
    document(bytes, "catalogue", Tasks::default(), &|at, findings| catalogue::catalogue(at, findings))
}

/// Reads `module.json`.
pub fn module(bytes: &[u8]) -> Reading<Module> {
    module_with(bytes, Tasks::every())
}

/// Reads `module.json`, and the exercises in it with these readers.
pub fn module_with(bytes: &[u8], tasks: Tasks) -> Reading<Module> {
    document(bytes, "module", tasks, &|at, findings| module::module(at, tasks, findings))
}

/// Reads a unit file.
pub fn unit(bytes: &[u8]) -> Reading<Unit> {
    unit_with(bytes, Tasks::every())
}

/// Reads a unit file, and the exercises in it with these readers.
pub fn unit_with(bytes: &[u8], tasks: Tasks) -> Reading<Unit> {
    document(bytes, "unit", tasks, &|at, findings| unit::unit(at, tasks, findings))
}

/// Reads a glossary file.
pub fn glossary(bytes: &[u8]) -> Reading<Vec<Term>> {
    document(bytes, "glossary", Tasks::default(), &|at, findings| resource::glossary(at, findings))
}

/// Reads a bibliography file.
pub fn bibliography(bytes: &[u8]) -> Reading<Vec<Reference>> {
    document(bytes, "bibliography", Tasks::default(), &|at, findings| resource::bibliography(at, findings))
}

fn document<T>(bytes: &[u8], kind: &str, tasks: Tasks, read: &dyn Fn(&At, &mut Findings) -> Option<T>) -> Reading<T> {
    let document = match json::read(bytes) {
        Ok(document) => document,
        Err(at) => {
            let finding = Finding { pointer: String::new(), problem: Problem::NotJson(at) };
            return Reading { value: None, findings: vec![finding], is_short: false };
        }
    };
    let mut findings = Findings::default();
    findings.rare = tasks.rare();
    let at = At::root(&document);
    let value = if header(&at, kind, &mut findings) { read(&at, &mut findings) } else { None };
    let is_short = findings.is_short;
    Reading { value, findings: findings.in_document(&document), is_short }
}

/// Whether the file says that it is of this kind and of a version that can be read.
fn header(at: &At, kind: &str, findings: &mut Findings) -> bool {
    let version_at = at.need("kerege", findings);
    let kind_at = at.need("type", findings);
    let version = version_at.and_then(|at| at.expect(at.value.as_u64(), "a whole number", findings));
    let found = kind_at.and_then(|at| at.text(findings));
    let (Some(version_at), Some(version), Some(kind_at), Some(found)) = (version_at, version, kind_at, found) else {
        return false;
    };
    if version == 0 {
        version_at.say(findings, Problem::OutOfRange("versions count from 1"));
        return false;
    }
    if version > FORMAT {
        version_at.say(findings, Problem::NewerVersion(version));
        return false;
    }
    if found != kind {
        kind_at.say(findings, Problem::OtherKind(excerpt(found)));
        return false;
    }
    true
}
