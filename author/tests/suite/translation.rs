//! Translations: written, brought up to date, and used.

use crate::folder::Folder;
use kerege_author::finding::Findings;
use kerege_author::passage::Files;
use kerege_author::po;
use std::process::Command;

fn update(folder: &Folder) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_kerege")).args(["po", "update"]).arg(folder.path()).output().unwrap();
    assert!(output.status.success());
    folder.read("po/ru.po")
}

#[test]
fn an_update_without_changes_changes_nothing() {
    let folder = Folder::healthy();
    let before = folder.read("po/ru.po");
    assert_eq!(update(&folder), before);
}

#[test]
fn a_changed_text_keeps_its_old_translation_as_fuzzy() {
    let folder = Folder::healthy();
    folder.replace("1-start.md", "Which one is right?", "Which one of them is right?");
    let po = update(&folder);
    let entry = "#: 1-start.md:83\n#, fuzzy\n#| msgid \"Which one is right?\"\nmsgid \"Which one of them is right?\"\nmsgstr \"По-русски: Which one is right?\"\n";
    assert!(po.contains(entry), "{po}");
    assert_eq!(update(&folder), po, "a second update changes nothing");
    assert!(folder.start("ru").contains(r#""text":[{"span":"Which one of them is right?","lang":"en"}]"#));
}

#[test]
fn what_went_is_kept_as_obsolete_and_comes_back() {
    let folder = Folder::healthy();
    folder.replace("1-start.md", "> A quotation.\n", "");
    let po = update(&folder);
    assert!(po.ends_with("#~ msgid \"A quotation.\"\n#~ msgstr \"По-русски: A quotation.\"\n"), "{po}");
    folder.replace("1-start.md", "### Smaller", "> A quotation.\n\n### Smaller");
    let po = update(&folder);
    assert!(
        !po.contains("#~") && po.contains("\nmsgid \"A quotation.\"\nmsgstr \"По-русски: A quotation.\"\n"),
        "{po}"
    );
}

#[test]
fn a_new_text_comes_untranslated_and_comments_stay() {
    let folder = Folder::healthy();
    folder.replace("po/ru.po", "#: module.yaml:9\n", "# Ask Nadia.\n#: module.yaml:9\n");
    folder.replace("1-start.md", "> A quotation.\n", "> A quotation.\n\nQuite another thing about horses.\n");
    let po = update(&folder);
    assert!(po.contains("#: 1-start.md:34\nmsgid \"Quite another thing about horses.\"\nmsgstr \"\"\n"), "{po}");
    assert!(po.contains("# Ask Nadia.\n#: module.yaml:9\nmsgid"), "{po}");
}

#[test]
fn accepted_forms_are_translated_as_a_whole() {
    let folder = Folder::healthy();
    let po = update(&folder);
    let entry = "msgctxt \"gaps/n.accepts\"\nmsgid \"\"\n\"40\\n\"\n\"forty\"\nmsgstr \"\"\n\"40\\n\"\n\"сорок\"\n";
    assert!(po.contains(entry), "{po}");
    assert!(folder.start("ru").contains(r#""n":["40","сорок"]"#));
    assert!(folder.start("en").contains(r#""n":["40","forty"]"#));
}

#[test]
fn the_template_has_every_message_and_no_translation() {
    let folder = Folder::healthy();
    let command =
        Command::new(env!("CARGO_BIN_EXE_kerege")).args(["po", "extract"]).arg(folder.path()).output().unwrap();
    assert!(command.status.success());
    let (template, po) = (folder.read("po/messages.pot"), folder.read("po/ru.po"));
    assert_eq!(template.matches("\nmsgid ").count(), po.matches("\nmsgid ").count());
    assert_eq!(template.matches("\nmsgstr \"\"\n\n").count(), template.matches("\nmsgid ").count() - 1);
}

#[test]
fn a_new_language_gets_its_file() {
    let folder = Folder::healthy();
    folder.replace("module.yaml", "languages: [en, ru]", "languages: [en, ru, kk]");
    update(&folder);
    let po = folder.read("po/kk.po");
    assert!(po.contains("\"Language: kk\\n\""), "{po}");
    assert_eq!(po.matches("\nmsgid ").count(), folder.read("po/ru.po").matches("\nmsgid ").count());
    assert!(folder.findings().iter().all(|finding| finding.ends_with("not translated into `kk`")));
}

#[test]
fn what_is_for_one_language_only_stands_only_there() {
    let folder = Folder::healthy();
    assert!(folder.start("ru").contains(r#"{"p":"Только по-русски."}"#));
    assert!(!folder.start("en").contains("Только"));
    assert!(!update(&folder).contains("Только"));
}

#[test]
fn the_structure_is_the_same_in_all_languages() {
    let folder = Folder::healthy();
    let ids = |language: &str| -> Vec<String> {
        let json = folder.start(language);
        json.split("\"id\":\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("en"), ids("ru"));
}

#[test]
fn a_file_is_written_as_it_was_read() {
    let text = "# Translators: Nadia\nmsgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n\n# Note.\n#: a.md:1 b.md:2\n#, fuzzy, no-wrap\n\
        #| msgid \"Old \\\"text\\\"\"\nmsgctxt \"a\"\nmsgid \"Text\\\\\"\nmsgstr \"Текст\"\n\n\
        #~ msgid \"Gone\"\n#~ msgstr \"Ушло\"\n";
    let mut files = Files::default();
    let id = files.add("ru.po", text.to_owned());
    let mut findings = Findings::default();
    let catalogue = po::read(&files.passage(id), &mut findings);
    assert!(findings.is_empty());
    assert_eq!(po::write(&catalogue), text);
}
