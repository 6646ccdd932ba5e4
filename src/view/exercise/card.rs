//! The card of an exercise: its parts, and what is drawn into them when something changes.

use super::front::{self, Readiness};
use super::sheet::Sheet;
use super::{typing, words};
use crate::content::{Id, Node, NodeKind, Unit};
use crate::exercise::{Kind, Prompt, Response};
use crate::session::{Change, Feedback, Phase, View};
use crate::view::Player;
use crate::view::prose::Writer;
use crate::view::prose::element::{Build, el, emptied, focus};
use leptos::prelude::{document, untrack};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// A card. Its parts stay where they are; what is in them changes.
pub(in crate::view) struct Card {
    pub(super) player: Player,
    pub(super) unit: Rc<Unit>,
    pub(super) id: Id,
    number: usize,
    of: usize,
    /// The only section that it shows of a plan.
    pub(super) section_shown: Option<Id>,
    pub(super) section: Element,
    /// Question number, points, rule.
    meta: Element,
    /// The author's change.
    change: Element,
    /// Question and controls.
    pub(super) task: Element,
    /// The controls.
    pub(super) body: Element,
    /// How sure the learner is.
    sure: Element,
    pub(super) hints: Element,
    /// Verdict and feedback. It is there from the beginning, so that what comes into it is announced.
    pub(super) panel: Element,
    /// The model answer; announced likewise.
    pub(super) model: Element,
    /// What comes after the model answer.
    pub(super) after: Element,
    check: Element,
    hint: Element,
    show: Element,
    /// That it is saved.
    pub(super) saved: Element,
    /// What the learner has entered.
    pub(super) entered: RefCell<Response>,
    drawn: RefCell<Option<Drawn>>,
    /// The earlier answer of a pair that is on the card.
    earlier: RefCell<Option<Response>>,
    /// Whether it was checked.
    pub(super) is_checked: Cell<bool>,
}

/// What is on the card now.
#[derive(PartialEq)]
struct Drawn {
    language: String,
    /// A text of the interface, which may come later than the language.
    texts: String,
    outcome: Option<Outcome>,
    hints: usize,
    hints_left: usize,
    may_show: bool,
    change: Change,
    order: Vec<usize>,
    sure: Option<Option<u32>>,
    readiness: Readiness,
}

/// What a feedback depends on beside the response.
#[derive(PartialEq)]
struct Outcome {
    earned: u32,
    is_shown: bool,
    may_retry: bool,
}

impl Card {
    /// An empty card.
    pub(super) fn new(player: Player, unit: Rc<Unit>, id: Id, part: Option<Id>, (number, of): (usize, usize)) -> Card {
        let status = |class| el("div", class).set("role", "status").set("tabindex", "-1");
        let button = |class, what| el("button", class).set("type", "button").set("data-do", what);
        let [meta, change, saved] = ["meta", "change", "saved"].map(|class| el("p", class));
        let [body, sure, hints, after] = ["controls", "how-sure", "hints", "after"].map(|class| el("div", class));
        let task = el("fieldset", "task").set("tabindex", "-1");
        let (panel, model) = (status("panel"), status("model"));
        let check = button("primary", "check").set("type", "submit");
        let (hint, show) = (button("", "hint"), button("quiet", "show"));
        let actions = [&check, &hint, &show, &saved].map(Element::clone);
        let all = [&meta, &change, &task, &hints, &panel, &model, &after].map(Element::clone);
        let form = el("form", "").set("autocomplete", "off").each(all).put(el("div", "actions").each(actions));
        let section_shown = part.filter(|_| unit.exercise(&id).is_some_and(|one| one.task.kind() == Kind::Plan));
        let name = ["x", id.as_str()].into_iter().chain(section_shown.as_ref().map(Id::as_str)).collect::<Vec<_>>();
        let section = el("section", "exercise").set("id", &name.join("-")).put(form);
        Card {
            player,
            unit,
            id,
            number,
            of,
            section_shown,
            section,
            meta,
            change,
            task,
            body,
            sure,
            hints,
            panel,
            model,
            after,
            check,
            hint,
            show,
            saved,
            entered: RefCell::new(Response::Scale(None)),
            drawn: RefCell::new(None),
            earlier: RefCell::new(None),
            is_checked: Cell::new(false),
        }
    }

    /// Draws what has changed since it was drawn last.
    pub(super) fn draw(&self) {
        typing::now();
        self.player.present(&self.unit, &self.id, &mut |view| self.draw_view(&view));
    }

    /// Whether two responses are the same. Before the work is there, nothing can have been entered.
    fn is_same(&self, one: &Response, other: &Response) -> bool {
        untrack(|| self.player.state().work()).is_none_or(|work| (work.same)(one, other))
    }

    /// What the controls are made with.
    pub(super) fn sheet<'a>(&'a self, kind: Kind, feedback: Option<&'a Feedback>) -> Sheet<'a> {
        let parts = feedback.map_or(&[][..], |feedback| &feedback.parts);
        let judged = feedback.and_then(|feedback| feedback.judged);
        let comparison = feedback.and_then(|feedback| feedback.comparison.as_ref());
        Sheet {
            player: self.player,
            id: &self.id,
            kind,
            section: self.section_shown.as_ref(),
            is_locked: feedback.is_some(),
            parts,
            earlier: None,
            judged,
            order: &[],
            comparison,
        }
    }

    /// Draws what has changed between a view and what was drawn last.
    pub(super) fn draw_view(&self, view: &View) {
        let feedback = match &view.phase {
            Phase::Open => None,
            Phase::Checked(feedback) => Some(feedback.as_ref()),
        };
        let kind = view.response.kind();
        let now = Drawn {
            language: self.player.language(),
            texts: words::check(self.player, kind),
            outcome: feedback.map(|feedback| Outcome {
                earned: feedback.earned,
                is_shown: feedback.model.as_ref().is_some_and(|model| model.response.is_some()),
                may_retry: feedback.may_retry,
            }),
            hints: view.hints.len(),
            hints_left: view.hints_left,
            may_show: view.may_show,
            change: view.change,
            order: view.order.clone(),
            sure: view.sure,
            readiness: front::readiness(&self.sheet(kind, feedback)),
        };
        let before = self.drawn.replace(None);
        let is_entered = self.is_same(&self.entered.borrow(), &view.response);
        let is_earlier = match (&*self.earlier.borrow(), &view.earlier) {
            (None, None) => true,
            (Some(drawn), Some(earlier)) => self.is_same(drawn, earlier),
            _ => false,
        };
        let is_same = is_entered && is_earlier && before.as_ref() == Some(&now);
        let is_new = before.as_ref().is_none_or(|before| {
            before.language != now.language || before.texts != now.texts || before.readiness != now.readiness
        });
        if !is_same {
            self.is_checked.set(feedback.is_some());
            self.draw_frame(view);
            if is_new {
                self.draw_question(view);
            }
            let keeps = before.is_some_and(|before| {
                !is_new && before.outcome == now.outcome && is_earlier && before.order == now.order
            });
            if !keeps || !is_entered {
                self.earlier.replace(view.earlier.clone());
                self.entered.replace(view.response.clone());
                self.draw_answer(view, feedback);
            }
            self.draw_sure(view, feedback.is_some());
            self.draw_actions(view, feedback);
        }
        self.drawn.replace(Some(now));
    }

    fn draw_frame(&self, view: &View) {
        let meta = match (&self.section_shown, &view.prompt) {
            (Some(_), Prompt::Plan(plan)) => self.player.fill("A part of “{title}”", &[("title", &plan.title)]),
            _ => words::meta(self.player, view, self.number, self.of),
        };
        self.meta.set_text_content(Some(&meta));
        let change = words::change(self.player, view.change);
        self.change.set_text_content(change.as_deref());
        let hint = |(at, text): (usize, &Vec<Node>)| {
            let name = self.player.fill("Hint {n}", &[("n", &(at + 1).to_string())]);
            let hint = el("div", "hint").set("tabindex", "-1").put(el("b", "").say(&name).say(" "));
            Writer::new(self.player).line(hint, text)
        };
        emptied(&self.hints).each(view.hints.iter().enumerate().map(hint));
    }

    /// The question; its first paragraph names the controls.
    fn draw_question(&self, view: &View) {
        let (first, rest) = match view.text.as_slice() {
            [Node { kind: NodeKind::Paragraph(first), lang: None }, rest @ ..] => (first.as_slice(), rest),
            all => all.split_at(all.iter().position(is_block).unwrap_or(all.len())),
        };
        let writer = Writer::new(self.player);
        let instruction = front::instruction(self.player, &view.prompt);
        if let (Some(section), Prompt::Plan(plan)) = (&self.section_shown, &view.prompt) {
            let instruction = el("p", "instruction").say(&instruction);
            let heading = el("legend", "").say(plan.heading(section));
            return drop(emptied(&self.task).put(heading).put(instruction).put(self.body.clone()));
        }
        let question = writer.all(el("legend", ""), first);
        let question = if first.is_empty() { question.say(&instruction) } else { question };
        let rest = writer.all(el("div", "prose"), rest);
        let instruction = el("p", "instruction").say(&instruction);
        emptied(&self.task).put(question).put(rest).put(instruction).put(self.body.clone()).put(self.sure.clone());
    }

    /// The controls with what was entered, and what is said to it.
    fn draw_answer(&self, view: &View, feedback: Option<&Feedback>) {
        let sheet =
            Sheet { earlier: view.earlier.as_ref(), order: &view.order, ..self.sheet(view.response.kind(), feedback) };
        // What is drawn anew under somebody's hands, because the same plan was written into elsewhere, keeps the focus.
        let focused = self.body.query_selector(":focus").ok().flatten().map(|control| control.id());
        front::controls(&sheet, &self.body, &view.prompt, &view.response);
        let control = focused.filter(|id| !id.is_empty()).and_then(|id| document().get_element_by_id(&id));
        control.iter().for_each(focus);
        // A section of a plan only shows what stands in it; what is said to the plan is said where it stands whole.
        let feedback = feedback.filter(|_| self.section_shown.is_none());
        match (feedback, self.player.state().work()) {
            (Some(feedback), Some(work)) => (work.feedback)(self, &sheet, view, feedback),
            _ => [&self.panel, &self.model, &self.after].into_iter().for_each(|part| drop(emptied(part))),
        }
    }

    /// The question how sure the learner is; nothing where it is not asked.
    fn draw_sure(&self, view: &View, is_locked: bool) {
        let sure = emptied(&self.sure);
        let Some(said) = view.sure else { return };
        let name = [self.id.as_str(), "/sure"].concat();
        let pill = |(level, words): (u32, String)| {
            let tick = el("input", "").set("type", "radio").set("name", &name).set("value", &level.to_string());
            let tick = tick.flag("checked", said == Some(level)).flag("disabled", is_locked).set("data-sure", "");
            el("label", "pill").put(tick).put(el("span", "").say(&words))
        };
        let words = [self.player.t("I am guessing"), self.player.t("Fairly sure"), self.player.t("Sure")];
        let question = el("legend", "").say(&self.player.t("How sure are you?"));
        drop(sure.put(el("fieldset", "sort sure").put(question).each((1..).zip(words).map(pill))));
    }

    fn draw_actions(&self, view: &View, feedback: Option<&Feedback>) {
        let kind = view.response.kind();
        let (label, class) = match feedback {
            None => (words::check(self.player, kind), "primary"),
            Some(feedback) => (words::again(self.player, kind, feedback.grade), words::again_class(feedback.grade)),
        };
        let is_practice = view.mode == crate::content::unit::Mode::Practice;
        let is_whole = self.section_shown.is_none();
        let is_ready = front::readiness(&self.sheet(kind, feedback)) == Readiness::Ready;
        let may_check = is_practice && feedback.map_or(is_whole, |feedback| feedback.may_retry);
        button(&self.check, is_ready && may_check, &label);
        let _ = self.check.clone().set("class", class);
        let left = view.hints_left.to_string();
        let hint = if view.hints.is_empty() {
            self.player.fill("Hint ({n})", &[("n", &left)])
        } else {
            self.player.fill("Hint ({n} more)", &[("n", &left)])
        };
        button(&self.hint, is_whole && view.hints_left > 0, &hint);
        button(&self.show, is_whole && view.may_show, &self.player.t("Show the answer"));
    }
}

/// Whether a node cannot stand in a line.
fn is_block(node: &Node) -> bool {
    matches!(
        node.kind,
        NodeKind::Paragraph(_)
            | NodeKind::Heading(..)
            | NodeKind::List(..)
            | NodeKind::Table(_)
            | NodeKind::Quote(_)
            | NodeKind::Callout(..)
            | NodeKind::CodeBlock(_)
            | NodeKind::Figure(_)
            | NodeKind::Audio(_)
            | NodeKind::Video(_)
            | NodeKind::Definitions(_)
            | NodeKind::Formula(_)
            | NodeKind::Chart(_)
    )
}

/// Shows a button with a text, or hides it. The button itself stays, and with it the focus.
fn button(button: &Element, is_there: bool, text: &str) {
    button.set_text_content(Some(text));
    let _ = button.toggle_attribute_with_force("hidden", !is_there);
}
