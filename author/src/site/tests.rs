//! A small site, written and read again.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::*;

const MANIFEST: &str = r#"{"boot":"boot-1.js","old":"old-1.js","script":"player-1.js","wasm":"player-1.wasm","icon":"icon-1.svg",
    "critical":"critical.css","styles":["rest-1.css"],"languages":{"ru":"ru-1.json"}}"#;

fn player(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for name in ["boot-1.js", "old-1.js", "player-1.js", "player-1.wasm", "icon-1.svg", "rest-1.css"] {
        fs::write(folder.join(name), name).unwrap();
    }
    fs::write(folder.join("player.json"), MANIFEST).unwrap();
    fs::write(folder.join("critical.css"), "a{color:red}").unwrap();
    fs::write(
        folder.join("ru-1.json"),
        r#"{"lang":"ru","messages":{"The course could not be loaded":"Курс не загрузился"}}"#,
    )
    .unwrap();
}

fn edition(language: &str, title: &str) -> Edition {
    Edition {
        language: language.to_owned(),
        title: title.to_owned(),
        summary: "From notes to findings".to_owned(),
        first_unit: format!("data-analysis/{language}/u1.json"),
        parts: Vec::new(),
        unit_title: "Counting".to_owned(),
        page_title: "What the <table> says".to_owned(),
        page_text: vec!["Of 61 people, 40 & more".to_owned()],
    }
}

/// Writes the site and gives back the text of three pages: catalogue, source language, other language.
fn written() -> (tempfile::TempDir, [String; 3]) {
    let folder = tempfile::tempdir().unwrap();
    let player_dir = folder.path().join("player");
    player(&player_dir);
    let out = folder.path().join("out");
    let modules = [SiteModule {
        is_sealed: false,
        slug: "data-analysis".to_owned(),
        id: "k7m2q9x4ta".to_owned(),
        source: "en".to_owned(),
        module_json: "data-analysis/module.1.json".to_owned(),
        editions: vec![edition("en", "Data Analysis"), edition("ru", "Анализ данных")],
    }];
    let catalogue = json!({ "title": { "en": "Courses <1>" } });
    let config = Config {
        origins: vec![embed::Origin::new("https://learn.example.org").unwrap()],
        hide: Some("https://example.org/".to_owned()),
        verify: None,
    };
    let player_dir = &player_dir;
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("catalogue.json"), catalogue.to_string()).unwrap();
    write(&SiteInput { out: &out, player_dir, catalogue: &catalogue, modules: &modules, config: &config }).unwrap();
    let headers = fs::read_to_string(out.join(headers::FILE)).unwrap();
    assert!(headers.contains("frame-ancestors 'self' https://learn.example.org\n"), "{headers}");
    let text = |path: &str| fs::read_to_string(out.join(path)).unwrap();
    let pages = [text("index.html"), text("data-analysis/index.html"), text("data-analysis/ru/index.html")];
    (folder, pages)
}

#[test]
fn the_first_text_is_in_the_page_and_is_only_text() {
    let (_folder, [catalogue, module, russian]) = written();
    assert!(catalogue.contains("<h1>Courses &lt;1&gt;</h1>"));
    assert!(catalogue.contains("<a href=\"data-analysis/#/\">Data Analysis</a>"));
    assert!(module.contains("<p class=\"label\">Unit 1 · Counting</p><h1>What the &lt;table&gt; says</h1>"));
    assert!(module.contains("data-hide>Hide</button>"));
    assert!(module.contains("<p>Of 61 people, 40 &amp; more</p>"));
    assert!(russian.starts_with("<!doctype html>\n<html lang=\"ru\">"));
    assert!(russian.contains("<title>Анализ данных</title>"));
    assert!(russian.contains("Курс не загрузился"));
}

#[test]
fn every_address_is_relative_and_leads_to_a_file_or_to_one_of_the_module() {
    let (folder, pages) = written();
    let out = folder.path().join("out");
    for (page, place) in pages.iter().zip(["", "data-analysis", "data-analysis/ru"]) {
        for address in page.split(" href=\"").chain(page.split(" src=\"")).skip(1).filter_map(|a| a.split('"').next()) {
            if address.starts_with(['<', '#']) || address.is_empty() {
                continue;
            }
            assert!(!address.starts_with('/') && !address.contains("//"), "{address}");
            let file = address.split('#').next().unwrap_or_default();
            let exists = out.join(place).join(file).exists();
            assert!(exists || address.contains("/u1.json") || address.contains("module.1.json"), "{place}: {address}");
        }
    }
}

#[test]
fn the_player_is_told_where_it_is() {
    let (_folder, [catalogue, module, russian]) = written();
    assert!(catalogue.contains("<meta name=\"kerege-root\" content=\"\">"));
    assert!(!catalogue.contains("kerege-module"));
    assert!(module.contains("<meta name=\"kerege-root\" content=\"../\">"));
    assert!(module.contains("<meta name=\"kerege-module\" content=\"k7m2q9x4ta\">"));
    assert!(russian.contains("<meta name=\"kerege-root\" content=\"../../\">"));
    assert!(russian.contains("<meta name=\"kerege-file\" content=\"data-analysis/module.1.json\">"));
    assert!(russian.contains("<meta name=\"kerege-interface\" content=\"ru=player/ru-1.json\">"));
    for page in [&catalogue, &module, &russian] {
        assert!(page.contains("<meta name=\"kerege-embed-origins\" content=\"https://learn.example.org\">"));
        assert!(page.contains("<meta name=\"kerege-hide\" content=\"https://example.org/\">"));
    }
}

#[test]
fn what_the_first_question_needs_is_asked_for_at_once() {
    let (_folder, [_, module, russian]) = written();
    for file in ["../player/player-1.wasm", "../data-analysis/module.1.json", "../data-analysis/en/u1.json"] {
        assert!(
            module.contains(&format!("crossorigin href=\"{file}\""))
                || module.contains(&format!("type=\"application/wasm\" href=\"{file}\"")),
            "{file}"
        );
    }
    assert!(module.contains("<link rel=\"modulepreload\" href=\"../player/player-1.js\">"));
    assert!(!module.contains("rel=\"preload\" as=\"fetch\" crossorigin href=\"../player/ru-1.json\""));
    assert!(russian.contains("rel=\"preload\" as=\"fetch\" crossorigin href=\"../../player/ru-1.json\""));
}

#[test]
fn nothing_inline_but_the_style_that_the_policy_names() {
    let (_folder, pages) = written();
    for page in pages {
        assert_eq!(page.matches("<style").count(), 1);
        assert!(page.contains(&policy::for_page("a{color:red}")));
        assert!(!page.contains(" style="));
        assert!(page.split("<script").skip(1).all(|tag| tag.contains(" src=")));
        let policy_at = page.find("Content-Security-Policy").unwrap();
        assert!(policy_at < page.find("<link").unwrap());
    }
}
