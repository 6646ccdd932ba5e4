//! `kerege guide`: a page to print, in the language that was asked for.

use crate::folder::Folder;
use std::path::Path;
use std::process::{Command, Output};

fn guide(folder: &Folder, out: &Path, more: &[&str]) -> Output {
    let command = &mut Command::new(env!("CARGO_BIN_EXE_kerege"));
    command.arg("guide").arg(folder.path()).arg("--out").arg(out).args(more).output().unwrap()
}

/// What is written, and what the command said.
fn written(folder: &Folder, more: &[&str]) -> String {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("guide.html");
    let output = guide(folder, &file, more);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn each_unit_has_its_time_its_pages_and_its_notes() {
    let html = written(&Folder::healthy(), &[]);
    for part in [
        "<html lang=\"en\">",
        "<h1>A healthy module</h1>",
        "<li>See every part of the form</li>",
        "<tr><th>Full</th><td>20</td>",
        "<p><strong>Time:</strong> ten minutes. See the page.</p>",
        "<p>There are no notes for this unit.</p>",
        "(assessment)",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert_eq!(html.matches("<section>").count(), 2);
}

#[test]
fn it_speaks_the_language_that_was_asked_for_and_no_other() {
    let folder = Folder::healthy();
    let html = written(&folder, &["--language", "ru"]);
    assert!(html.contains("<html lang=\"ru\">") && html.contains("Пособие для ведущих"));
    assert!(html.contains("<p>По-русски: <strong>Time:</strong> ten minutes. See the page.</p>"), "{html}");
    assert!(!html.contains("Facilitator") && !html.contains("Attempts"), "{html}");
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("guide.html");
    let refused = guide(&folder, &file, &["--language", "kk"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("the module is in en, ru"));
    assert!(!file.exists());
}

#[test]
fn a_picture_travels_inside_the_page_and_nothing_is_fetched() {
    let folder = Folder::healthy();
    folder.write("notes/1-start.md", "![The way](media/flow.svg \"A caption\")\n\n```audio\nsrc: media/talk.mp3\ntitle: Talk\ntranscript: Somebody speaks.\n```\n\n[Site](https://example.org/a)\n");
    let html = written(&folder, &[]);
    assert!(
        html.contains("<img src=\"data:image/svg+xml;base64,") && html.contains("<figcaption>A caption</figcaption>")
    );
    assert!(html.contains("<strong>Talk</strong>") && html.contains("Somebody speaks."));
    assert!(html.contains("<a href=\"https://example.org/a\">Site</a> (https://example.org/a)"));
    assert!(html.contains("default-src 'none'"));
    for address in ["src=\"media", "src=\"http", "<script", "<link"] {
        assert!(!html.contains(address), "{address}");
    }
}

#[test]
fn nothing_of_a_text_becomes_markup() {
    let folder = Folder::healthy();
    folder.replace("module.yaml", "title: A healthy module\n", "title: \"A <b onclick='x'> & \\\"title\\\"\"\n");
    folder.write("notes/1-start.md", "`<script>alert(1)</script>` and \\<img src=x\\> & so on\n");
    let html = written(&folder, &[]);
    assert!(html.contains("<h1>A &lt;b onclick=&#39;x&#39;&gt; &amp; &quot;title&quot;</h1>"), "{html}");
    assert!(html.contains("<code>&lt;script&gt;alert(1)&lt;/script&gt;</code> and &lt;img src=x&gt; &amp; so on"));
    assert!(!html.contains("<script>") && !html.contains("<b onclick"));
}

#[test]
fn an_older_guide_is_replaced_and_no_other_file_is() {
    let folder = Folder::healthy();
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("guide.html");
    assert_eq!(guide(&folder, &file, &[]).status.code(), Some(0));
    assert_eq!(guide(&folder, &file, &["--language", "ru"]).status.code(), Some(0));
    assert!(std::fs::read_to_string(&file).unwrap().contains("lang=\"ru\""));
    std::fs::write(&file, "my own text").unwrap();
    let refused = guide(&folder, &file, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("is there already and is no guide"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "my own text");
}

#[test]
fn without_notes_or_with_a_damaged_module_there_is_no_guide() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("guide.html");
    let folder = Folder::healthy();
    std::fs::remove_file(folder.path().join("notes/1-start.md")).unwrap();
    let refused = guide(&folder, &file, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("no unit has notes"));
    folder.replace("1-start.md", "to: 5\n", "to: 50\n");
    let refused = guide(&folder, &file, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("There is no guide: mend what is wrong"));
    assert!(!file.exists());
    let nowhere = guide(&Folder::healthy(), &out.path().join("no/such/folder.html"), &[]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("cannot be written"));
}
