//! Links: to the web, to a page of the module, to a data set.

use super::Writer;
use super::element::{Build, el};
use crate::content::prose::Target;
use crate::content::{Id, Node};
use crate::route::Route;
use crate::view::screen::Screen;
use web_sys::Element;

impl Writer<'_> {
    pub(super) fn link(&self, made: Element, target: &Target, inner: &[Node]) -> Element {
        let made = self.all(made, inner);
        match target {
            Target::Address(address) => {
                let made = made.set("href", address);
                let is_web = address.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"));
                if !is_web {
                    return made;
                }
                let hint = el("span", "unseen").say(" ").say(&self.player.t("(opens in a new tab)"));
                made.set("rel", "noreferrer noopener").set("target", "_blank").put(hint)
            }
            Target::Page(unit, page) => made.set("href", &self.page(unit.as_ref(), page)),
            Target::Data(data) => self.data(made, data),
        }
    }

    /// The address of a page; without a unit it belongs to the one that is open.
    fn page(&self, unit: Option<&Id>, page: &Id) -> String {
        let screen = self.player.state().screen.borrow().clone();
        let open = match &*screen {
            Screen::Page(loaded, _) | Screen::Result(loaded) => Some(&loaded.unit.id),
            Screen::Home | Screen::Certificate | Screen::Glossary(_) | Screen::Sources(_) => None,
            Screen::Verify(_) | Screen::Settings | Screen::Licence => None,
            Screen::Unknown(_) | Screen::Failed(..) => None,
        };
        let route = unit.or(open).map(|unit| Route::Page(unit.clone(), Some(page.clone())));
        route.unwrap_or(Route::Home).href()
    }

    /// A data set is saved under the name that its author gave it.
    fn data(&self, made: Element, id: &Id) -> Element {
        let Some(module) = self.player.state().module() else { return made };
        match module.resources.data.iter().find(|data| data.id == *id) {
            Some(data) => {
                let made = made.set("class", "data").set("download", &data.name);
                self.player.source(made, "href", &data.file)
            }
            None => made,
        }
    }
}
