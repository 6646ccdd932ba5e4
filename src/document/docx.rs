//! A document for word processors: Office Open XML (ECMA-376, part 1: WordprocessingML, section 17; part 2: packages).

use super::{Block, Document, File, sign, zip};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const OF_DOCUMENT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const WORDS: &str = r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#;
const BORDERS: [&str; 6] = ["top", "left", "bottom", "right", "insideH", "insideV"];
/// Width of the text on an A4 page, in twentieths of a point.
const WIDTH: usize = 9638;

/// Writes a document as the bytes of a `.docx` file.
pub fn docx(document: &Document) -> Vec<u8> {
    let file = |name, xml: &str| {
        let head = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
        File { name, bytes: [head, xml].concat().into_bytes() }
    };
    zip(&[
        file("[Content_Types].xml", TYPES),
        file("_rels/.rels", RELATIONS),
        file("word/document.xml", &body(document)),
        file("word/styles.xml", &styles(&document.language)),
        file("word/_rels/document.xml.rels", OF_DOCUMENT),
    ])
}

fn body(document: &Document) -> String {
    let mut out = ["<w:document", WORDS, "<w:body>"].concat();
    paragraph(&mut out, "Title", &document.title);
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => paragraph(&mut out, "Heading1", heading),
            Block::Text { label, text, lines } => {
                if !label.is_empty() {
                    paragraph(&mut out, "Heading2", label);
                }
                let room = if text.is_empty() { *lines } else { 1 };
                (0..room).for_each(|_| paragraph(&mut out, "Normal", text));
            }
            Block::Table { label, head, rows } => {
                paragraph(&mut out, "Heading2", label);
                table(&mut out, head, rows);
            }
            Block::Checks(items) => {
                items.iter().for_each(|(is_met, item)| {
                    paragraph(&mut out, "Normal", &[sign(*is_met), " ", item].concat());
                });
            }
        }
    }
    out.push_str(r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>"#);
    out
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    out.push_str(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>"#,
    );
    let width = (WIDTH / head.len().max(1)).to_string();
    head.iter().for_each(|_| put(out, &["<w:gridCol w:w=\"", &width, "\"/>"]));
    out.push_str("</w:tblGrid>");
    row(out, "<w:trPr><w:tblHeader/></w:trPr>", "Head", head);
    rows.iter().for_each(|cells| row(out, "", "Normal", cells));
    // Two tables without a paragraph between them would become one.
    out.push_str("</w:tbl><w:p/>");
}

fn row(out: &mut String, about: &str, style: &str, cells: &[String]) {
    put(out, &["<w:tr>", about]);
    for cell in cells {
        out.push_str("<w:tc><w:tcPr/>");
        paragraph(out, style, cell);
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
}

/// A paragraph; lines of the text stay lines.
fn paragraph(out: &mut String, style: &str, text: &str) {
    put(out, &["<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/></w:pPr>"]);
    for (at, line) in text.lines().enumerate() {
        put(out, &["<w:r>", if at > 0 { "<w:br/>" } else { "" }, "<w:t xml:space=\"preserve\">"]);
        escaped(out, line);
        out.push_str("</w:t></w:r>");
    }
    out.push_str("</w:p>");
}

fn styles(language: &str) -> String {
    let mut out =
        ["<w:styles", WORDS, "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/><w:lang w:val=\""].concat();
    escaped(&mut out, language);
    out.push_str(r#""/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>"#);
    out.push_str(r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#);
    for (id, name, size, level) in [
        ("Title", "Title", "40", ""),
        ("Heading1", "heading 1", "30", "0"),
        ("Heading2", "heading 2", "22", "1"),
        ("Head", "Head", "22", ""),
    ] {
        put(&mut out, &["<w:style w:type=\"paragraph\" w:styleId=\"", id, "\"><w:name w:val=\"", name, "\"/>"]);
        put(&mut out, &["<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/>"]);
        if !level.is_empty() {
            put(&mut out, &["<w:spacing w:before=\"200\"/><w:outlineLvl w:val=\"", level, "\"/>"]);
        }
        put(&mut out, &["</w:pPr><w:rPr><w:b/><w:sz w:val=\"", size, "\"/></w:rPr></w:style>"]);
    }
    out.push_str(
        r#"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>"#,
    );
    BORDERS.iter().for_each(|side| {
        put(&mut out, &["<w:", side, " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"])
    });
    out.push_str("</w:tblBorders></w:tblPr></w:style></w:styles>");
    out
}

fn put(out: &mut String, pieces: &[&str]) {
    pieces.iter().for_each(|piece| out.push_str(piece));
}

/// A text as XML takes it. Characters that no XML document may hold (XML 1.0, section 2.2) are left out.
fn escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push('\t'),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}
