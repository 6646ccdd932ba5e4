//! Reading is total: any bytes give what could be read, and findings with a place.
//!
//! Nothing panics and nothing stops at the first fault. What could not be read is left out and named in a [`Finding`];
//! a caller that shows the rest says so.

mod at;
mod catalogue;
mod module;
mod prose;
mod resource;
mod rule;
mod unit;

pub(crate) use at::excerpt;
pub use at::{At, Findings};
pub use prose::{math_element, prose};

use super::resource::{Reference, Term};
use super::{Catalogue, FORMAT, Finding, Module, Problem, Unit};
use serde_json::Value;

/// What came out of reading: the value where enough of it was there, and everything there is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// What could be read; `None` where nothing useful is left.
    pub value: Option<T>,
    /// What is wrong, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads `catalogue.json`.
pub fn catalogue(bytes: &[u8]) -> Reading<Catalogue> {
    document(bytes, "catalogue", catalogue::catalogue)
}

/// Reads `module.json`.
pub fn module(bytes: &[u8]) -> Reading<Module> {
    document(bytes, "module", module::module)
}

/// Reads a unit file.
pub fn unit(bytes: &[u8]) -> Reading<Unit> {
    document(bytes, "unit", unit::unit)
}

/// Reads a glossary file.
pub fn glossary(bytes: &[u8]) -> Reading<Vec<Term>> {
    document(bytes, "glossary", resource::glossary)
}

/// Reads a bibliography file.
pub fn bibliography(bytes: &[u8]) -> Reading<Vec<Reference>> {
    document(bytes, "bibliography", resource::bibliography)
}

fn document<T>(bytes: &[u8], kind: &str, read: fn(&At, &mut Findings) -> Option<T>) -> Reading<T> {
    let mut findings = Findings::default();
    let value = match serde_json::from_slice::<Value>(bytes) {
        Ok(value) => {
            let at = At::root(&value);
            if header(&at, kind, &mut findings) { read(&at, &mut findings) } else { None }
        }
        Err(error) => {
            findings.add(String::new(), Problem::NotJson(error.to_string()));
            None
        }
    };
    Reading { value, findings: findings.into_vec() }
}

/// Whether the file says that it is of this kind and of a version that can be read.
fn header(at: &At, kind: &str, findings: &mut Findings) -> bool {
    let version = at.need("kerege", findings).and_then(|at| at.expect(at.value.as_u64(), "a whole number", findings));
    let found = at.need("type", findings).and_then(|at| at.text(findings));
    let (Some(version), Some(found)) = (version, found) else { return false };
    if version == 0 {
        findings.add("/kerege".into(), Problem::OutOfRange("versions count from 1"));
        return false;
    }
    if version > FORMAT {
        findings.add("/kerege".into(), Problem::NewerVersion(version));
        return false;
    }
    if found != kind {
        findings.add("/type".into(), Problem::OtherKind(excerpt(found)));
        return false;
    }
    true
}
