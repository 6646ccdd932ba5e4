//! Both codings side by side: how far they agree about each code, and where they differ in the text.

use super::name;
use crate::content::Prose;
use crate::exercise::Part;
use crate::exercise::coding::{By, Comparison, Doubt, Given, Mark, Placed, Prompt, Sentence, Tally};
use crate::exercise::numeric::Decimal;
use crate::table::Table;
use crate::view::Player;
use crate::view::exercise::pieces::{self, Piece};
use crate::view::exercise::sheet::Sheet;
use crate::view::exercise::table::labels;
use crate::view::prose::Writer;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn outcome(
    sheet: &Sheet,
    into: Element,
    prompt: &Prompt,
    given: &Given,
    comparison: &Comparison,
) -> Element {
    let mut by_sentence: Table<Said> = Table::new();
    comparison.placed.iter().for_each(|placed| by_sentence.row(placed.sentence).placed.push(*placed));
    given.marks.iter().for_each(|mark| by_sentence.row(&mark.sentence).marks.push(mark));
    sheet.parts.iter().for_each(|part| {
        if let Some(id) = part.id {
            by_sentence.row(id).part = Some(part);
        }
    });
    // What each sentence is to show is found out at once; elements take longer, and most of them are off the screen.
    let turns = prompt.turns.iter().map(|turn| {
        let speaker = (!turn.speaker.is_empty()).then(|| el("p", "speaker").say(&turn.speaker));
        let place = el("div", "turn").each(speaker);
        let lines = turn.sentences.iter().map(|sentence| {
            let said = by_sentence.get(&sentence.id).map(|said| compared(sheet, prompt, given, sentence, said));
            Line { place: place.clone(), text: sentence.text.clone(), said }
        });
        (place.clone(), lines.collect::<Vec<_>>())
    });
    let (places, lines): (Vec<Element>, Vec<Vec<Line>>) = turns.unzip();
    let mut lines: Vec<Line> = lines.into_iter().flatten().collect();
    let player = sheet.player;
    let mut pieces: Vec<Piece> = Vec::new();
    while !lines.is_empty() {
        let some: Vec<Line> = lines.drain(..lines.len().min(AT_ONCE)).collect();
        pieces.push(Box::new(move || some.into_iter().fold(true, |_, line| line.draw(player))));
    }
    // A short transcript is there at once.
    if pieces.len() <= 2 {
        pieces.into_iter().for_each(|piece| _ = piece())
    } else {
        pieces::draw(pieces)
    }
    into.put(el("div", "transcript compared").all(places)).put(agreement(sheet, prompt, given, comparison))
}

/// So many sentences are drawn in a frame.
const AT_ONCE: usize = 25;

/// A sentence that is to be drawn into its turn.
struct Line {
    place: Element,
    text: String,
    said: Option<Compared>,
}

impl Line {
    /// Draws the sentence; whether it is on the page.
    fn draw(self, player: Player) -> bool {
        let text = el("p", "sentence").say(&self.text);
        let made = match self.said {
            Some(said) => el("div", "differs").put(text).each(said.draw(player)),
            None => text,
        };
        self.place.clone().put(made).is_connected()
    }
}

/// What was said of a sentence.
#[derive(Default)]
struct Said<'a> {
    placed: Vec<Placed<'a>>,
    marks: Vec<&'a Mark>,
    part: Option<&'a Part<'a>>,
}

/// What stands below a sentence: chips with their class, and the expert's reason.
struct Compared {
    chips: Vec<(&'static str, String)>,
    why: Option<Prose>,
}

impl Compared {
    fn draw(self, player: Player) -> Vec<Element> {
        if self.chips.is_empty() {
            return Vec::new();
        }
        // One text for each chip: of a long transcript there are hundreds. Its sign stands in the style sheet.
        let chips = self.chips.iter().map(|(class, text)| el("li", class).say(text));
        let why = self.why.map(|why| Writer::new(player).line(el("div", "said"), &why));
        std::iter::once(el("ul", "chips").each(chips)).chain(why).collect()
    }
}

/// Who gave which code to a sentence, and the expert's reason.
fn compared(sheet: &Sheet, prompt: &Prompt, given: &Given, sentence: &Sentence, said: &Said) -> Compared {
    let player = sheet.player;
    let own_words = |code: &str| {
        let mark = said.marks.iter().find(|mark| given.meant(&mark.code).as_str() == code);
        let words = mark.and_then(|mark| mark.words.as_ref()).filter(|words| words.language == player.language())?;
        let (from, to) = (words.from as usize, words.to as usize);
        let text: Vec<&str> = sentence.text.split_whitespace().skip(from).take(to.saturating_sub(from)).collect();
        Some([": “", &text.join(" "), "”"].concat()).filter(|_| !text.is_empty())
    };
    let chip = |class: &'static str, code: &str, who: &str| {
        let words = own_words(code).unwrap_or_default();
        (class, [&name(prompt, given, code), &words, " · ", who].concat())
    };
    let chips = said.placed.iter().map(|placed| match placed.by {
        By::Both => chip("chip right", placed.code.as_str(), &player.t("you and the expert")),
        By::Learner => chip("chip wrong", placed.code.as_str(), &player.t("only you")),
        By::Expert => chip("chip missed", placed.code.as_str(), &player.t("only the expert")),
    });
    let alone = said.marks.iter();
    let alone = alone.filter(|mark| given.own.iter().any(|own| own.id == mark.code && own.like.is_none()));
    let alone = alone.map(|mark| chip("chip alone", mark.code.as_str(), &player.t("your own, not compared")));
    let why = said.part.and_then(|part| part.feedback).cloned();
    Compared { chips: chips.chain(alone).collect(), why }
}

/// Agreement and kappa for each code, with what speaks against reading much into them.
fn agreement(sheet: &Sheet, prompt: &Prompt, given: &Given, comparison: &Comparison) -> Element {
    let player = sheet.player;
    let number = |n: u32| n.to_string();
    let percent = |tally: &Tally| match tally.percent() {
        Some(n) => player.fill("{n}%", &[("n", &n.to_string())]),
        None => "–".to_owned(),
    };
    let kappa = |tally: &Tally| match tally.kappa() {
        Some(n) => labels::number(player, Decimal::new(n.into(), 2)),
        None => player.t("undefined"),
    };
    let cell = |text: &str| el("td", "n").say(text);
    let rows = comparison.codes.iter().map(|(code, tally)| {
        el("tr", "")
            .put(el("th", "").set("scope", "row").say(&name(prompt, given, code.as_str())))
            .put(cell(&number(tally.both + tally.learner)))
            .put(cell(&number(tally.both + tally.expert)))
            .put(cell(&percent(tally)))
            .put(cell(&kappa(tally)))
    });
    let head = [
        player.t("Code"),
        player.t("Sentences: you"),
        player.t("Sentences: expert"),
        player.t("Agreement"),
        player.t("Cohen’s kappa"),
    ];
    let head = head.iter().map(|text| el("th", "").set("scope", "col").say(text));
    let table = el("table", "").put(el("thead", "").put(el("tr", "").each(head))).put(el("tbody", "").each(rows));
    let label = player.t("Agreement by code");
    let scroll = el("div", "scroll").set("role", "region").set("tabindex", "0").set("aria-label", &label).put(table);
    let note = |text: &str| el("p", "note").say(text);
    let made = el("div", "agreement").put(el("p", "group").say(&label)).put(scroll).put(note(&player.t(
        "Kappa is agreement beyond chance: 1 is full agreement, 0 is what chance would give. It is for learning and never part of the points.",
    )));
    let doubts: Vec<Doubt> = comparison.codes.iter().filter_map(|(_, tally)| tally.doubt()).collect();
    let few = doubts
        .contains(&Doubt::Few)
        .then(|| player.t("There are fewer than 30 sentences: one difference more or less moves kappa by much."));
    let rare = doubts.contains(&Doubt::Rare).then(|| {
        player.t("A code that stands on hardly any sentence, or on nearly all, has high agreement by chance: kappa may be near 0 although you differ only once or twice.")
    });
    let is_undefined = comparison.codes.iter().any(|(_, tally)| tally.kappa().is_none());
    let undefined = is_undefined.then(|| {
        player.t("Kappa is undefined where both did the same with every sentence: chance alone would do that.")
    });
    made.each(few.into_iter().chain(rare).chain(undefined).map(|text| note(&text)))
}
