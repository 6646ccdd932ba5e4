//! Compares a certificate with the outline of its module, where this copy of the player has that.

use super::super::failure::Failure;
use super::super::state::{Course, State};
use crate::certificate::checked::{Brought, Checked};
use crate::certificate::compare::{Compared, compare, said};
use crate::content::{Module, read};
use crate::json::Value;
use crate::trust::Ask;

/// What came of comparing; `None` where nobody who is known vouches for a certificate, so that it is not worth the while.
pub(super) async fn compared(state: &State, found: &Brought) -> Option<Compared> {
    let Brought::Certificate(checked) = found else { return None };
    let organiser = checked.organiser.as_ref()?;
    Some(with_outline(state, checked, &organiser.url).await.unwrap_or(Compared::Absent))
}

/// Compares it with the outline as the site has it now.
async fn with_outline(state: &State, checked: &Checked, organiser: &str) -> Result<Compared, Failure> {
    let Some(path) = path_of(state, checked) else { return Ok(Compared::Absent) };
    let bytes = state.fetch(&path, None).await?;
    let module: Option<Module> = read::module_with(&bytes, state.tasks()).value;
    let Some(module) = module.filter(|module| module.id == checked.module) else { return Ok(Compared::Absent) };
    if module.outline.is_some() {
        return Ok(Compared::Sealed);
    }
    let signature = state.fetch(&[&path, ".cose"].concat(), None).await.unwrap_or_default();
    let about = said(checked, &module).plain("now", state.now().0);
    let Ok(answer) = state.ask(Ask::Outline, about, vec![bytes, signature]).await else { return Ok(Compared::Absent) };
    let text = |name| answer.value.get(name).and_then(Value::as_str);
    Ok(match (text("by"), text("objectives")) {
        (Some(by), Some(objectives)) if by == organiser => Compared::Done(compare(checked, &module, objectives)),
        _ => Compared::Unsigned,
    })
}

/// Where the site has the outline of a certificate's module.
fn path_of(state: &State, checked: &Checked) -> Option<String> {
    match &*state.course.borrow() {
        Course::Module(module, _) if module.id == checked.module => state.world.place.module.clone(),
        Course::Catalogue(catalogue, _) => {
            let module = catalogue.modules.iter().find(|module| module.id == checked.module)?;
            Some(module.file.path.clone())
        }
        Course::Module(..) | Course::None => None,
    }
}
