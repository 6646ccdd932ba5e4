//! Frozen fixtures: what was written once can be read for ever.

use crate::support::{fixture, fixtures, id};
use kerege::completion::awards;
use kerege::content::prose::{Target, Tone};
use kerege::content::read;
use kerege::content::unit::{BlockContent, Credit, Mode};
use kerege::content::{Finding, Node, NodeKind, Prose, Rule};
use kerege::exercise::{Kind, Response, Task, answer, draw, mark};
use kerege::progress::{compact, envelope, fold};
use serde_json::Value;
use std::collections::BTreeSet;

/// What was read of a frozen file of version 1, which must be all of it.
macro_rules! frozen {
    ($kind:ident) => {{
        let reading = read::$kind(&fixture(concat!("formats/v1/", stringify!($kind), ".json")));
        assert_eq!(reading.findings, Vec::<Finding>::new());
        reading.value.expect("all of it")
    }};
}

/// FNV-1a: enough to notice a change.
fn checksum(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

#[test]
fn no_frozen_file_was_changed_removed_or_added_without_its_checksum() {
    let folders = fixtures("formats").into_iter().filter(|name| !name.contains('.'));
    let files = folders.flat_map(|folder| {
        let names = fixtures(&format!("formats/{folder}"));
        names.into_iter().map(move |name| format!("{folder}/{name}"))
    });
    let found: Vec<String> =
        files.map(|file| format!("{file}\t{}", checksum(&fixture(&format!("formats/{file}"))))).collect();
    let frozen = String::from_utf8(fixture("formats/frozen.tsv")).expect("text");
    assert_eq!(frozen.lines().collect::<Vec<_>>(), found);
}

#[test]
fn a_catalogue_of_version_1_is_read() {
    let catalogue = frozen!(catalogue);
    assert_eq!(catalogue.title.get("ru"), "Курсы");
    assert_eq!(catalogue.courses.len(), 3);
    let price = catalogue.courses[0].price.as_ref().map(|price| (price.amount.as_str(), price.currency.as_str()));
    assert_eq!(price, Some(("75.50", "EUR")));
    assert_eq!(catalogue.courses[1].release.as_deref(), Some("2027-03-01"));
    assert_eq!(catalogue.courses[2].price, None);
    assert_eq!(catalogue.modules[0].units, [6, 6, 6, 6, 8, 2]);
}

#[test]
fn a_module_of_version_1_is_read() {
    let module = frozen!(module);
    assert_eq!((module.edition.number, module.languages.as_slice()), (3, &["ru".to_owned(), "en".to_owned()][..]));
    assert_eq!(module.units.iter().map(|unit| unit.attempts).collect::<Vec<_>>(), [3, 0]);
    assert_eq!(module.tracks[0].awards.len(), 2);
    assert!(matches!(&module.tracks[1].rule, Rule::Any(rules) if rules.len() == 2));
    assert_eq!(module.resources.data[0].name, "survey.csv");
}

#[test]
fn a_text_that_is_not_translated_is_shown_in_the_source_language() {
    let module = frozen!(module);
    assert_eq!(module.card.title.get("kk"), "Анализ данных");
    assert_eq!(module.card.title.language_of("kk"), "ru");
    assert_eq!(module.card.title.get("en"), "Data Analysis");
    assert_eq!(module.resources.glossary[0].0, "ru");
    let catalogue = frozen!(catalogue);
    assert_eq!(catalogue.modules[0].title.get("kk"), "Анализ данных");
}

#[test]
fn a_unit_of_version_1_is_read_with_every_kind_of_exercise() {
    let unit = frozen!(unit);
    let kinds: BTreeSet<Kind> = unit.exercises.iter().map(|exercise| exercise.task.kind()).collect();
    // Kinds that came later have a fixture of their own.
    assert_eq!(kinds, Kind::ALL.into_iter().take(8).collect());
    let first = &unit.exercises[0];
    assert_eq!((first.revision, first.hints.len(), first.objectives.len()), (2, 2, 2));
    assert_eq!((first.mode, unit.exercises[10].mode), (Mode::Practice, Mode::Assessment));
    assert_eq!((first.credit, unit.exercises[1].credit), (Credit::Parts, Credit::AllOrNothing));
    for exercise in &unit.exercises {
        if let Some(model) = answer(exercise) {
            assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(exercise.points), "{}", exercise.id);
        }
    }
    assert_eq!(unit.pages[0].blocks_in(&id("full")).count(), 14);
    assert_eq!(unit.pages[0].blocks_in(&id("short")).count(), 13);
    assert_eq!(unit.pools[0].exercises.len(), 2);
}

#[test]
fn the_general_kinds_of_version_1_are_read_and_their_models_earn_full_points() {
    let reading = read::unit(&fixture("formats/v1/unit-general.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let kinds: BTreeSet<Kind> = unit.exercises.iter().map(|exercise| exercise.task.kind()).collect();
    let general = [Kind::Matrix, Kind::Likert, Kind::Marking, Kind::Cards, Kind::Checklist, Kind::Scale];
    assert_eq!(kinds, BTreeSet::from(general));
    let pairs =
        unit.exercises.iter().filter_map(|exercise| Some((exercise.id.as_str(), exercise.task.after()?.as_str())));
    assert_eq!(pairs.collect::<Vec<_>>(), [("g-stand-now", "g-stand"), ("g-likert-now", "g-likert")]);
    for exercise in &unit.exercises {
        let earned = answer(exercise).map(|model| mark(exercise, &model).map(|score| score.earned));
        assert_eq!(earned, exercise.task.kind().is_scored().then_some(Ok(exercise.points)), "{}", exercise.id);
    }
}

#[test]
fn pictures_and_a_bank_of_words_of_version_1_are_read_and_their_models_earn_full_points() {
    let reading = read::unit(&fixture("formats/v1/unit-pictures.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let mut spots = 0;
    for exercise in &unit.exercises {
        let model = answer(exercise).expect("a model answer");
        assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(exercise.points), "{}", exercise.id);
        match &exercise.task {
            Task::Label(prompt, _) => spots += prompt.picture.spots.len(),
            Task::Hotspot(prompt, _) => spots += prompt.picture.spots.len(),
            Task::Blanks(prompt, _) => assert_eq!(prompt.bank.len(), 4),
            Task::Choice(prompt, _) => assert!(matches!(prompt.options[0].text[0].kind, NodeKind::Figure(_))),
            _ => {}
        }
    }
    assert_eq!(spots, 8);
}

#[test]
fn confidence_shuffle_and_a_rubric_of_version_1_are_read() {
    let reading = read::unit(&fixture("formats/v1/unit-sure.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let [sure, words] = &unit.exercises[..] else { panic!("two exercises") };
    assert!(sure.confidence && !words.confidence);
    assert!(matches!(&sure.task, Task::Choice(prompt, _) if prompt.shuffle));
    let Task::Reflection(prompt, _) = &words.task else { panic!("a reflection") };
    assert_eq!(prompt.rubric.iter().map(|criterion| criterion.levels.len()).collect::<Vec<_>>(), [3]);
}

#[test]
fn the_stages_of_a_case_of_version_1_are_read() {
    let reading = read::unit(&fixture("formats/v1/unit-case.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let stages: Vec<u32> = unit.pages[0].blocks.iter().map(|block| block.stage).collect();
    assert_eq!(stages, [0, 1, 1, 2, 2, 3]);
}

#[test]
fn charts_of_version_1_are_read_and_drawn() {
    let reading = read::unit(&fixture("formats/v1/unit-charts.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let BlockContent::Prose(prose) = &unit.pages[0].blocks[0].content else { panic!("prose") };
    let is_drawn = |node: &Node| matches!(&node.kind, NodeKind::Chart(chart) if kerege::chart::plot(chart).is_some());
    assert_eq!((prose.len(), prose.iter().all(is_drawn)), (6, true));
}

#[test]
fn progress_with_the_general_kinds_of_version_1_is_read_and_written_again() {
    let text = String::from_utf8(fixture("formats/v1/progress-general.json")).expect("text");
    let opened = envelope::read(&text).expect("an envelope");
    let envelope = opened.envelope;
    assert_eq!((opened.lost, envelope.records.len()), (0, 10));
    assert_eq!(fold(&envelope.records).sure.get(&id("g-sure")), Some(&(0, 3)));
    let written = envelope::write(&envelope.module, &envelope.writer, envelope.seq, &envelope.records);
    let [written, frozen] = [written, text].map(|text| serde_json::from_str::<Value>(&text).expect("JSON"));
    assert_eq!(written, frozen);
}

#[test]
fn an_order_that_was_drawn_in_version_1_is_read_and_written_again() {
    let text = String::from_utf8(fixture("formats/v1/progress-mixed.json")).expect("text");
    let opened = envelope::read(&text).expect("an envelope");
    let envelope = opened.envelope;
    assert_eq!((opened.lost, fold(&envelope.records).mix), (0, Some(4_000_000_007)));
    assert_eq!(draw::order(6, 4_000_000_007, &id("g-sure")), [4, 1, 5, 3, 0, 2]);
    let written = envelope::write(&envelope.module, &envelope.writer, envelope.seq, &envelope.records);
    let [written, frozen] = [written, text].map(|text| serde_json::from_str::<Value>(&text).expect("JSON"));
    assert_eq!(written, frozen);
}

/// The names of all kinds of nodes, links and callouts in a piece of prose.
fn names(prose: &[Node], out: &mut BTreeSet<&'static str>) {
    let inside = |inner: &Prose, name: &'static str, out: &mut BTreeSet<&'static str>| {
        out.insert(name);
        names(inner, out);
    };
    for node in prose {
        match &node.kind {
            NodeKind::Text(_) => drop(out.insert("text")),
            NodeKind::Paragraph(inner) => inside(inner, "paragraph", out),
            NodeKind::Heading(2, inner) => inside(inner, "heading", out),
            NodeKind::Heading(_, inner) => inside(inner, "smaller heading", out),
            NodeKind::List(None, items) => items.iter().for_each(|item| inside(item, "list", out)),
            NodeKind::List(Some(1), items) => items.iter().for_each(|item| inside(item, "ordered list", out)),
            NodeKind::List(Some(_), items) => items.iter().for_each(|item| inside(item, "list from a number", out)),
            NodeKind::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| inside(cell, "table", out));
            }
            NodeKind::Quote(inner) => inside(inner, "quote", out),
            NodeKind::Callout(Tone::Note, inner) => inside(inner, "note", out),
            NodeKind::Callout(Tone::Tip, inner) => inside(inner, "tip", out),
            NodeKind::Callout(Tone::Important, inner) => inside(inner, "important", out),
            NodeKind::Callout(Tone::Warning, inner) => inside(inner, "warning", out),
            NodeKind::CodeBlock(_) => drop(out.insert("code block")),
            NodeKind::Figure(figure) => inside(&figure.caption, "figure", out),
            NodeKind::Audio(media) => inside(&media.transcript, "audio", out),
            NodeKind::Video(media) => inside(&media.transcript, "video", out),
            NodeKind::Definitions(entries) => entries.iter().for_each(|(_, text)| inside(text, "definitions", out)),
            NodeKind::Formula(_) => drop(out.insert("formula")),
            NodeKind::Chart(_) => drop(out.insert("chart")),
            NodeKind::Emphasis(inner) => inside(inner, "emphasis", out),
            NodeKind::Strong(inner) => inside(inner, "strong", out),
            NodeKind::Code(_) => drop(out.insert("code")),
            NodeKind::Link(Target::Address(_), inner) => inside(inner, "link", out),
            NodeKind::Link(Target::Page(..), inner) => inside(inner, "link to a page", out),
            NodeKind::Link(Target::Data(_), inner) => inside(inner, "link to data", out),
            NodeKind::Abbreviation(..) => drop(out.insert("abbreviation")),
            NodeKind::Term(_, inner) => inside(inner, "term", out),
            NodeKind::Citation(_, inner) => inside(inner, "citation", out),
            NodeKind::Footnote(inner) => inside(inner, "footnote", out),
            NodeKind::Blank(_) => drop(out.insert("blank")),
            NodeKind::Mark(_, inner) => inside(inner, "mark", out),
            NodeKind::Break => drop(out.insert("break")),
            NodeKind::Span(inner) => inside(inner, "span", out),
        }
    }
}

#[test]
fn a_unit_of_version_1_is_read_with_every_kind_of_node() {
    let unit = frozen!(unit);
    let mut found = BTreeSet::new();
    for block in &unit.pages[0].blocks {
        if let BlockContent::Prose(prose) = &block.content {
            names(prose, &mut found);
        }
    }
    // All but gaps, which stand in exercises.
    assert_eq!(found.len(), 31, "{found:?}");
}

#[test]
fn a_coding_of_version_1_is_read_and_its_model_earns_full_points() {
    let reading = read::unit(&fixture("formats/v1/unit-coding.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let exercise = &unit.exercises[0];
    let Task::Coding(prompt, key) = &exercise.task else { panic!("a coding") };
    assert_eq!((prompt.codes.len(), prompt.sentences().count(), key.codes.len()), (2, 3, 2));
    let model = answer(exercise).expect("a model answer");
    assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(exercise.points));
}

#[test]
fn a_data_table_of_version_1_is_read_and_its_model_earns_full_points() {
    let reading = read::unit(&fixture("formats/v1/unit-table.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let exercise = &unit.exercises[0];
    let Task::Table(prompt, key) = &exercise.task else { panic!("a data table") };
    assert_eq!((prompt.data.cases, prompt.data.columns.len(), prompt.questions.len()), (5, 3, 3));
    assert_eq!((key.setup.filter.len(), key.setup.recode.len(), key.feedback.len()), (1, 2, 1));
    let model = answer(exercise).expect("a model answer");
    assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(exercise.points));
}

#[test]
fn a_chart_to_be_mended_of_version_1_is_read_and_its_model_earns_full_points() {
    let reading = read::unit(&fixture("formats/v1/unit-chart-task.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let exercise = &unit.exercises[0];
    let Task::Chart(prompt, key) = &exercise.task else { panic!("a chart") };
    assert_eq!((prompt.questions.len(), prompt.starts.len(), prompt.widths.len()), (6, 2, 1));
    assert_eq!((key.answers.len(), key.forms.len(), key.feedback.len()), (3, 2, 1));
    let model = answer(exercise).expect("a model answer");
    assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(exercise.points));
}

#[test]
fn histograms_with_uneven_bars_of_version_1_are_read_and_their_models_earn_full_points() {
    let reading = read::unit(&fixture("formats/v1/unit-uneven.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let exercise = &unit.exercises[0];
    let Task::Chart(prompt, key) = &exercise.task else { panic!("a chart") };
    assert!(prompt.has_heights() && !prompt.is_done(key) && key.forms.iter().all(|form| prompt.is_reachable(form)));
    let model = answer(exercise).expect("a model answer");
    assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(exercise.points));
}

#[test]
fn a_conversation_of_version_1_is_read_and_its_model_earns_full_points() {
    let reading = read::unit(&fixture("formats/v1/unit-conversation.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    let exercise = &unit.exercises[0];
    let Task::Conversation(prompt, key) = &exercise.task else { panic!("a conversation") };
    assert_eq!((prompt.turns.len(), prompt.variables.len(), prompt.techniques.len()), (5, 1, 3));
    assert_eq!((key.worth.len(), exercise.points), (4, 5));
    let model = answer(exercise).expect("a model answer");
    assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(exercise.points));
}

#[test]
fn a_glossary_and_a_bibliography_of_version_1_are_read() {
    let terms = frozen!(glossary);
    assert_eq!(terms.iter().map(|term| term.id.as_str()).collect::<Vec<_>>(), ["codebook", "share"]);
    let references = frozen!(bibliography);
    assert_eq!(references[0].year, "2006");
    assert_eq!(references[1].url, None);
}

#[test]
fn a_signed_certificate_is_kept_with_the_progress_of_version_1() {
    let text = String::from_utf8(fixture("formats/v1/progress-signed.json")).expect("text");
    let opened = envelope::read(&text).expect("an envelope");
    assert_eq!(opened.lost, 0);
    let progress = fold(&opened.envelope.records);
    let signed: Vec<Option<&str>> = progress.certified.iter().map(|made| made.signed.as_deref()).collect();
    assert_eq!(signed, [None, Some("gtKETaIBJw-_08")]);
    let written = envelope::write(&opened.envelope.module, "w1", 2, &opened.envelope.records);
    assert_eq!(envelope::read(&written), Ok(opened));
    // What cannot be a certificate is left out, and the record stays.
    let other = text.replace("gtKETaIBJw-_08", "a certificate?");
    let opened = envelope::read(&other).expect("an envelope");
    assert_eq!((opened.lost, fold(&opened.envelope.records).certified[1].signed.clone()), (0, None));
}

#[test]
fn progress_of_version_1_is_read_folded_and_written_again() {
    let text = String::from_utf8(fixture("formats/v1/progress.json")).expect("text");
    let opened = envelope::read(&text).expect("an envelope");
    let envelope = opened.envelope;
    assert_eq!((opened.lost, envelope.records.len(), envelope.seq), (0, 22, 24));
    let progress = fold(&envelope.records);
    assert_eq!(progress.last, Some((id("kinds"), id("test"))));
    assert_eq!(progress.exercises.get(&id("one")).unwrap().tries, 2);
    assert_eq!(progress.exercises.get(&id("one")).unwrap().hints, 2);
    assert_eq!(progress.exercises.get(&id("stand")).unwrap().draft, Some(Response::Scale(None)));
    assert_eq!(progress.attempts(&id("kinds")), 2);
    assert_eq!(progress.counting(&id("kinds")).map(|sitting| sitting.points()), Some((8, 8)));
    assert_eq!(progress.certified[0].name, "Әсел Нұрланқызы");
    let module = frozen!(module);
    assert!(awards(&module, 0, &progress).is_empty(), "one page is still to be read");
    assert_eq!(awards(&module, 1, &progress), [id("seen")]);
    let written = envelope::write(&envelope.module, &envelope.writer, envelope.seq, &envelope.records);
    let [written, frozen] = [written, text].map(|text| serde_json::from_str::<Value>(&text).expect("JSON"));
    assert_eq!(written, frozen);
    assert_eq!(fold(&compact(&envelope.records)), progress);
}

#[cfg(feature = "author")]
#[test]
fn what_the_command_writes_can_express_every_frozen_file() {
    use kerege::content::wire;
    macro_rules! check {
        ($file:literal, $wire:ty) => {
            let bytes = fixture(concat!("formats/v1/", $file, ".json"));
            let read = wire::from_slice::<$wire>(&bytes).unwrap_or_else(|error| panic!("{}: {error}", $file));
            let written = wire::to_vec(&read).expect("JSON");
            let [again, first] =
                [written, bytes].map(|bytes| wire::from_slice::<$wire>(&bytes).expect("a file of this version"));
            assert_eq!(again, first);
        };
    }
    check!("catalogue", wire::Catalogue);
    check!("module", wire::Module);
    check!("module-sealed", wire::Module);
    check!("module-card", wire::Module);
    check!("unit", wire::Unit);
    check!("unit-case", wire::Unit);
    check!("unit-chart-task", wire::Unit);
    check!("unit-charts", wire::Unit);
    check!("unit-coding", wire::Unit);
    check!("unit-table", wire::Unit);
    check!("unit-general", wire::Unit);
    check!("unit-pictures", wire::Unit);
    check!("unit-sure", wire::Unit);
    check!("unit-plan", wire::Unit);
    check!("unit-uneven", wire::Unit);
    check!("unit-conversation", wire::Unit);
    check!("unit-stakeholders", wire::Unit);
    check!("glossary", wire::Glossary);
    check!("bibliography", wire::Bibliography);
}

#[test]
fn a_module_that_shows_only_its_card_is_read() {
    let reading = read::module(&fixture("formats/v1/module-card.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let card = reading.value.expect("the card");
    assert_eq!((card.units.len(), card.tracks.len(), card.card.title.get("en")), (0, 0, "A healthy module"));
    let outline = card.outline.as_ref().and_then(|file| file.seal.as_ref()).expect("the rest is sealed");
    assert_eq!((outline.file.as_str(), outline.language.as_str()), ("outline", ""));
    let whole = read::module(&fixture("formats/v1/module-sealed.json")).value.expect("the rest");
    assert!(whole.completes(&card));
    // Without a place where the rest is, or with one that leaves the folder, a card is no module.
    let text = String::from_utf8(fixture("formats/v1/module-card.json")).expect("text");
    for damaged in [text.replace("outline", "other"), text.replace("sealed/", "../")] {
        assert_eq!(read::module(damaged.as_bytes()).value, None);
    }
}

#[test]
fn a_sealed_module_of_version_1_is_read() {
    let reading = read::module(&fixture("formats/v1/module-sealed.json"));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let module = reading.value.expect("all of it");
    let courses: Vec<&str> = module.seal.iter().map(|key| key.course.as_str()).collect();
    assert_eq!(courses, ["hea1thy000"]);
    let seals = |at: usize| match &module.units[at].source {
        kerege::content::module::UnitSource::Files(files) => files
            .iter()
            .map(|(_, file)| file.seal.as_ref().map(|seal| (seal.file.clone(), seal.language.clone())))
            .collect(),
        kerege::content::module::UnitSource::Inline(_) => Vec::new(),
    };
    assert_eq!(seals(0), [None, None]);
    let sealed = |language: &str| Some(("test".to_owned(), language.to_owned()));
    assert_eq!(seals(1), [sealed("en"), sealed("ru")]);
}
