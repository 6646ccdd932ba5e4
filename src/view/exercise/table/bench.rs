//! The bench: a learner's table while it is made, and what a learner's hand does there.

use super::{asks, cases, column, cross};
use crate::content::Id;
use crate::content::data::{Cells, Column};
use crate::exercise::numeric::Decimal;
use crate::exercise::table::{Given, Prompt, Recode, Show, Test, Tests};
use crate::exercise::{Response, pairs};
use crate::view::Player;
use crate::view::exercise::pieces;
use crate::view::exercise::sheet::Sheet;
use crate::view::exercise::whole;
use crate::view::prose::element::{Build, el, emptied, focus};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

/// A learner's table while it is made. It holds no elements, so that nothing keeps a bench that was drawn anew.
pub(super) struct Bench {
    pub(super) player: Player,
    pub(super) prompt: Prompt,
    pub(super) given: RefCell<Given>,
    /// The column that is looked at, by its position.
    pub(super) column: Cell<usize>,
    /// The cell that is chosen.
    pub(super) cell: RefCell<Option<Tests>>,
    /// Whether the cases are going to be drawn, row by row.
    is_waiting: Cell<bool>,
}

impl Bench {
    pub(super) fn new(sheet: &Sheet, prompt: &Prompt, given: &Given) -> Bench {
        Bench {
            player: sheet.player,
            prompt: prompt.clone(),
            given: RefCell::new(given.clone()),
            column: Cell::default(),
            cell: RefCell::default(),
            is_waiting: Cell::default(),
        }
    }

    /// The column that is looked at.
    pub(super) fn picked(&self) -> Option<&Column> {
        self.prompt.data.column(self.prompt.columns.get(self.column.get())?)
    }
}

/// All that a learner works with.
pub(super) fn surface(bench: &Rc<Bench>, asks: Element) -> Element {
    let player = bench.player;
    let heading = |text: &str| el("p", "group").say(text);
    let count = el("p", "count-cases").set("role", "status").say(&cases::count(bench));
    let column = el("div", "column")
        .put(column::picker(bench))
        .put(el("div", "glance").all(column::glance(bench)))
        .put(el("div", "column-tools").all(column::tools(bench)));
    let data = el("details", "data").put(el("summary", "").say(&player.t("The cases row by row")));
    // The cases are drawn when they are opened, which few do.
    let here = bench.clone();
    let fill = move |event: Event| {
        let details = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(grid) = details.and_then(|details| details.last_element_child()) {
            emptied(&grid).all(cases::grid(&here));
        }
    };
    let data = data.put(el("div", "grid")).on("toggle", Box::new(fill));
    // Few print it, so it waits until everything else is there.
    let (paper, here) = (el("div", "on-paper"), bench.clone());
    let later = paper.clone();
    pieces::draw(vec![Box::new(move || later.put(cases::on_paper(&here)).is_connected())]);
    el("div", "bench")
        .put(heading(&player.t("The data")))
        .put(el("div", "count-line").put(count).put(el("div", "filters").all(cases::filters(bench))))
        .put(column)
        .put(data)
        .put(paper)
        .put(heading(&player.t("Your table")))
        .put(cross::maker(bench))
        .put(el("div", "crosstab").all(cross::own(bench)))
        .put(heading(&player.t("Questions")))
        .put(asks)
}

/// An event on the bench, and where it was.
struct Act<'a> {
    bench: &'a Rc<Bench>,
    root: Element,
    target: Element,
    event: &'a Event,
}

impl Act<'_> {
    fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).ok().flatten()
    }

    fn redraw(&self, place: &str, made: Vec<Element>) {
        if let Some(place) = self.find(place) {
            emptied(&place).all(made);
        }
    }

    /// Draws the cases row by row, where they are open: after the next frame, which shows how many are left.
    fn draw_grid(&self) {
        let (bench, grid) = (self.bench.clone(), self.find("details[open] > .grid"));
        let Some(grid) = grid.filter(|_| !bench.is_waiting.replace(true)) else { return };
        let _ = grid.set_attribute("aria-busy", "true");
        pieces::draw(vec![Box::new(move || {
            bench.is_waiting.set(false);
            let _ = grid.remove_attribute("aria-busy");
            emptied(&grid).all(cases::grid(&bench)).is_connected()
        })]);
    }

    /// Other cases: everything that is computed from them is drawn again, but nothing that is being typed into.
    fn cases_changed(&self) {
        let bench = self.bench;
        if let Some(line) = self.find(".count-cases") {
            line.set_text_content(Some(&cases::count(bench)));
        }
        self.redraw(".filters", cases::filters(bench));
        self.redraw(".glance", column::glance(bench));
        self.draw_grid();
        self.table_changed();
    }

    fn table_changed(&self) {
        self.bench.cell.replace(None);
        self.redraw(".crosstab", cross::own(self.bench));
        self.keep();
    }

    /// Puts all of it into the field that the card listens to.
    fn keep(&self) {
        let mut text = String::new();
        Response::Table(self.bench.given.borrow().clone()).write(&mut text);
        whole::keep(&self.root, &text);
    }

    fn entered(&self) {
        // Everything else on the bench is no part of the answer by itself.
        self.event.stop_propagation();
        let field = self.target.dyn_ref::<HtmlInputElement>();
        let list = self.target.dyn_ref::<HtmlSelectElement>();
        let value = field.map(HtmlInputElement::value).or(list.map(HtmlSelectElement::value)).unwrap_or_default();
        let is_on = field.is_some_and(HtmlInputElement::checked);
        let Some(what) = self.target.get_attribute("data-bench") else { return };
        let bench = self.bench;
        match what.as_str() {
            "column" => {
                bench.column.set(value.parse().unwrap_or_default());
                self.redraw(".glance", column::glance(bench));
                self.redraw(".column-tools", column::tools(bench));
            }
            "rows" | "columns" | "of" | "show" => self.set_up(&what, &value),
            "sort" => {
                let id = bench.picked().map(|column| column.id.clone()).filter(|_| !value.is_empty());
                bench.given.borrow_mut().setup.sort = id.map(|id| (id, value == "down"));
                self.draw_grid();
                self.keep();
            }
            "known" | "word" | "from" | "below" => {
                self.filter(&what, &value, is_on);
                self.cases_changed();
            }
            "group" | "cut" => {
                self.recode(&value);
                self.redraw(".glance", column::glance(bench));
                self.table_changed();
            }
            "number" => {
                let part = self.target.get_attribute("data-part").and_then(|id| Id::new(&id));
                if let Some(part) = part {
                    let typed = Some(value).filter(|typed| !typed.is_empty());
                    pairs::set(&mut bench.given.borrow_mut().numbers, &part, typed);
                    self.keep();
                }
            }
            _ => {}
        }
    }

    /// What the table is made of.
    fn set_up(&self, what: &str, value: &str) {
        {
            let setup = &mut self.bench.given.borrow_mut().setup;
            match what {
                "rows" => setup.rows = Id::new(value),
                "columns" => setup.columns = Id::new(value),
                "of" => setup.of = Id::new(value),
                _ => setup.show = Show::named(value).unwrap_or_default(),
            }
        }
        let averages = self.bench.given.borrow().setup.show.averages();
        if let Some(of) = self.find("label.of") {
            let _ = of.toggle_attribute_with_force("hidden", !averages);
        }
        self.table_changed();
    }

    /// Another condition for the column that is looked at; none where nothing is asked for.
    fn filter(&self, what: &str, value: &str, is_on: bool) {
        let Some(column) = self.bench.picked() else { return };
        let filter = &mut self.bench.given.borrow_mut().setup.filter;
        let before = pairs::get(filter, &column.id).cloned();
        let test = match (what, before) {
            ("known", _) => is_on.then_some(Test::Known),
            ("word", before) => {
                let mut words = match before {
                    Some(Test::Is(words)) => words,
                    Some(Test::Range(..) | Test::Known) | None => Vec::new(),
                };
                let word: Option<u16> = value.parse().ok();
                words.retain(|one| Some(*one) != word);
                words.extend(word.filter(|_| is_on));
                words.sort_unstable();
                Some(Test::Is(words)).filter(|test| *test != Test::Is(Vec::new()))
            }
            (end, before) => {
                let (mut from, mut below) = match before {
                    Some(Test::Range(from, below)) => (from, below),
                    Some(Test::Is(_) | Test::Known) | None => (None, None),
                };
                let number = Decimal::parse(value, "");
                if end == "from" {
                    from = number
                } else {
                    below = number
                }
                Some(Test::Range(from, below)).filter(|_| from.is_some() || below.is_some())
            }
        };
        pairs::set(filter, &column.id, test);
        // The conditions of a column exclude each other.
        for tick in ["known", "word"].into_iter().filter(|tick| *tick != what) {
            self.untick(tick);
        }
    }

    /// Takes the tick out of boxes of a kind.
    fn untick(&self, what: &str) {
        let selector = ["[data-bench=", what, "]:checked"].concat();
        while let Some(tick) = self.find(&selector).and_then(|tick| tick.dyn_into::<HtmlInputElement>().ok()) {
            tick.set_checked(false);
        }
    }

    /// Other groups for the column that is looked at; none where each value stands for itself.
    fn recode(&self, value: &str) {
        let Some(column) = self.bench.picked() else { return };
        let recode = &mut self.bench.given.borrow_mut().setup.recode;
        let made = match &column.cells {
            Cells::Words(values, _) => {
                let plain: Vec<u16> = (0..values.len() as u16).collect();
                let mut groups = match pairs::get(recode, &column.id) {
                    Some(Recode::Merge(groups)) => groups.clone(),
                    Some(Recode::Cut(_)) | None => plain.clone(),
                };
                let word: Option<usize> = self.target.get_attribute("data-word").and_then(|word| word.parse().ok());
                if let (Some(group), Ok(value)) = (word.and_then(|word| groups.get_mut(word)), value.parse()) {
                    *group = value;
                }
                Some(groups).filter(|groups| *groups != plain).map(Recode::Merge)
            }
            Cells::Numbers(..) => {
                let words = value.split([' ', ';', '\u{a0}']).filter(|word| !word.is_empty());
                let points: Vec<Decimal> =
                    words.filter_map(|word| Decimal::parse(word.trim_end_matches(','), "")).collect();
                Some(points).filter(|points| !points.is_empty()).map(Recode::Cut)
            }
        };
        pairs::set(recode, &column.id, made);
    }

    fn pressed(&self) {
        let Ok(Some(button)) = self.target.closest("button[data-bench]") else { return };
        let value = button.get_attribute("value").unwrap_or_default();
        let bench = self.bench;
        match button.get_attribute("data-bench").as_deref() {
            Some("drop") => {
                if let Some(id) = Id::new(&value) {
                    pairs::set(&mut bench.given.borrow_mut().setup.filter, &id, None);
                    self.redraw(".column-tools", column::tools(bench));
                    self.cases_changed();
                }
                if let Some(list) = self.find("[data-bench=column]") {
                    focus(&list);
                }
            }
            Some("figure") => {
                bench.cell.replace(cross::cell_at(bench, &value));
                self.redraw(".crosstab", cross::own(bench));
                if let Some(again) = self.find(&["[data-bench=figure][value=\"", &value, "\"]"].concat()) {
                    focus(&again);
                }
            }
            Some("take") => self.take(&value),
            _ => {}
        }
    }

    /// The chosen cell answers a question.
    fn take(&self, question: &str) {
        let bench = self.bench;
        let Some(question) = bench.prompt.questions.iter().find(|one| one.item.id.as_str() == question) else { return };
        let line = self.find(&["[data-cell=\"", question.item.id.as_str(), "\"] .cell-said"].concat());
        let cell = bench.cell.borrow().clone();
        let said = match cell {
            None => bench.player.t("Choose a cell of your table first."),
            Some(tests) => {
                pairs::set(&mut bench.given.borrow_mut().cells, &question.item.id, Some(tests));
                self.keep();
                asks::answer(bench.player, &bench.prompt, &bench.given.borrow(), question)
            }
        };
        if let Some(line) = line {
            line.set_text_content(Some(&said));
        }
    }

    /// In a field of the bench, Enter has nothing checked.
    fn keyed(&self) {
        let is_enter = self.event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter");
        let what = self.target.get_attribute("data-bench");
        if is_enter && self.target.dyn_ref::<HtmlInputElement>().is_some() && what.as_deref() != Some("number") {
            self.event.prevent_default();
        }
    }
}

/// What is done at an event.
type Handle = fn(&Act);

/// Listens to the bench: one listener for each event.
pub(super) fn listen(bench: &Rc<Bench>, root: Element) -> Element {
    let events: [(&str, Handle); 3] =
        [("input", |act| act.entered()), ("click", |act| act.pressed()), ("keydown", |act| act.keyed())];
    events.into_iter().fold(root, |root, (name, handle)| {
        let bench = bench.clone();
        root.on(
            name,
            Box::new(move |event| {
                let element =
                    |target: Option<web_sys::EventTarget>| target.and_then(|it| it.dyn_into::<Element>().ok());
                if let (Some(root), Some(target)) = (element(event.current_target()), element(event.target())) {
                    handle(&Act { bench: &bench, root, target, event: &event });
                }
            }),
        )
    })
}
