//! Documents: what other programs make of them. Python's own readers of archives and XML stand for word processors.

use crate::support::cases;
use kerege::document::{Block, Document, File, docx, text, zip};
use proptest::prelude::*;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Opens each archive with Python: checks every sum, reads all XML, and gives back the words of the document's body.
const READER: &str = r#"
import io, json, struct, sys, zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"]
said = []
bytes = sys.stdin.buffer.read()
while bytes:
    size, = struct.unpack("<I", bytes[:4])
    one, bytes = bytes[4:4 + size], bytes[4 + size:]
    archive = zipfile.ZipFile(io.BytesIO(one))
    assert archive.testzip() is None
    assert archive.namelist() == PARTS, archive.namelist()
    assert all(info.compress_type == zipfile.ZIP_STORED for info in archive.infolist())
    trees = {name: ElementTree.fromstring(archive.read(name)) for name in PARTS}
    for relation in trees["word/_rels/document.xml.rels"]:
        assert "word/" + relation.get("Target") in PARTS
    types = [part.get("PartName") for part in trees["[Content_Types].xml"] if part.get("PartName")]
    assert all(name[1:] in PARTS for name in types), types
    styles = {style.get(W + "styleId") for style in trees["word/styles.xml"].iter(W + "style")}
    body = trees["word/document.xml"].find(W + "body")
    used = {style.get(W + "val") for name in ("pStyle", "tblStyle") for style in body.iter(W + name)}
    assert used <= styles, used - styles
    for table in body.iter(W + "tbl"):
        columns = len(table.find(W + "tblGrid"))
        assert all(len(row.findall(W + "tc")) == columns for row in table.findall(W + "tr"))
        assert all(cell.find(W + "p") is not None for cell in table.iter(W + "tc"))
    words = ["\n".join(t.text or "" for t in p.iter(W + "t")) for p in body.iter(W + "p")]
    said.append([words, trees["word/styles.xml"].find(".//" + W + "lang").get(W + "val")])
json.dump(said, sys.stdout)
"#;

/// What a reader of word processors' files finds: the paragraphs, and the language.
fn opened(documents: &[Document]) -> Vec<(Vec<String>, String)> {
    let python = Command::new("python3").arg("-c").arg(READER).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut python = python.expect("python3, which the tests need");
    let mut into = python.stdin.take().expect("its input");
    for document in documents {
        let bytes = docx(document);
        into.write_all(&(bytes.len() as u32).to_le_bytes()).expect("room");
        into.write_all(&bytes).expect("room");
    }
    drop(into);
    let output = python.wait_with_output().expect("an end");
    assert!(output.status.success(), "python3 refuses the file; what it says stands above");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn plan() -> Document {
    let strings = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    Document {
        title: "План: «что дальше» & <кто>".into(),
        language: "ru".into(),
        blocks: vec![
            Block::Heading("Зачем".into()),
            Block::Text {
                label: "Цель".into(), text: "Қала, თბილისი, Հայ, 北京 🙂\nвторая строка".into(), lines: 3
            },
            Block::Text { label: "Риск".into(), text: String::new(), lines: 2 },
            Block::Table {
                label: "Шаги".into(),
                head: strings(&["Шаг", "Кто"]),
                rows: vec![strings(&["Спросить", "Я"]), strings(&["", ""])],
            },
            Block::Checks(vec![(true, "Видно".into()), (false, "Можно измерить".into())]),
        ],
    }
}

#[test]
fn a_word_processor_finds_every_word_in_its_place() {
    let [(words, language)] = opened(&[plan()]).try_into().expect("one document");
    assert_eq!(language, "ru");
    let expected = [
        "План: «что дальше» & <кто>",
        "Зачем",
        "Цель",
        "Қала, თბილისი, Հայ, 北京 🙂\nвторая строка",
        "Риск",
        "",
        "",
        "Шаги",
        "Шаг",
        "Кто",
        "Спросить",
        "Я",
        "",
        "",
        "",
        "☑ Видно",
        "☐ Можно измерить",
    ];
    assert_eq!(words, expected);
}

#[test]
fn plain_text_says_the_same() {
    let expected = "План: «что дальше» & <кто>\n\n## Зачем\n\nЦель:\nҚала, თბილისი, Հայ, 北京 🙂\nвторая строка\n\n\
                    Риск:\n\n\nШаги:\n1. Шаг: Спросить; Кто: Я\n\n☑ Видно\n☐ Можно измерить\n";
    assert_eq!(text(&plan()), expected);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(docx(&plan()), docx(&plan()));
    assert!(docx(&plan()).len() < 6000, "{}", docx(&plan()).len());
}

#[test]
fn an_archive_of_nothing_is_its_end_alone() {
    assert_eq!(zip(&[]).len(), 22);
    assert_eq!(zip(&[File { name: "a", bytes: Vec::new() }]).len(), 22 + 30 + 1 + 46 + 1);
}

fn any_document() -> impl Strategy<Value = Document> {
    let words = || any::<String>();
    let block = prop_oneof![
        words().prop_map(Block::Heading),
        (words(), words(), 0..4u32).prop_map(|(label, text, lines)| Block::Text { label, text, lines }),
        (words(), 1..4usize, 0..4usize, words()).prop_map(|(label, columns, rows, cell)| Block::Table {
            label,
            head: vec![cell.clone(); columns],
            rows: vec![vec![cell; columns]; rows],
        }),
        proptest::collection::vec((any::<bool>(), words()), 0..3).prop_map(Block::Checks),
    ];
    (words(), proptest::collection::vec(block, 0..6)).prop_map(|(title, blocks)| Document {
        title,
        language: "kk-Cyrl".into(),
        blocks,
    })
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn whatever_was_written_the_file_opens(documents in proptest::collection::vec(any_document(), 40)) {
        let found = opened(&documents);
        prop_assert_eq!(found.len(), documents.len());
        for (document, (words, _)) in documents.iter().zip(found) {
            // What XML cannot hold is left out; everything else is there.
            let held = |c: &char| !c.is_control() && !['\u{fffe}', '\u{ffff}'].contains(c);
            let title: String = document.title.chars().filter(held).collect();
            let found: String = words.first().map(|first| first.chars().filter(held).collect()).unwrap_or_default();
            prop_assert_eq!(found, title);
        }
    }
}
