//! The command as people run it: what it prints, and how it ends.

use crate::folder::{Folder, fixtures};
use std::path::Path;
use std::process::{Command, Output};

fn kerege(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kerege")).args(arguments).output().unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn it_ends_with_0_without_findings_1_with_some_and_2_when_misused() {
    let folder = Folder::healthy();
    let clean = kerege(&["check", path(folder.path())]);
    assert_eq!(clean.status.code(), Some(0));
    folder.replace("1-start.md", "to: 5\n", "to: 50\n");
    let wounded = kerege(&["check", path(folder.path())]);
    assert_eq!(wounded.status.code(), Some(1));
    assert_eq!(kerege(&["check"]).status.code(), Some(2));
    assert_eq!(kerege(&["chekc"]).status.code(), Some(2));
}

#[test]
fn a_finding_has_a_place_a_remedy_and_an_excerpt() {
    let folder = Folder::healthy();
    folder.replace("1-start.md", "to: 5\n", "to: 50\n");
    let said = String::from_utf8(kerege(&["check", path(folder.path())]).stdout).unwrap();
    let expected = format!(
        "{}/1-start.md:185:5: a scale has 2 to 11 points\n  let `to` be 1 to 10 more than `from`\n    |\n185 | to: 50\n    |     ^^\n",
        path(folder.path())
    );
    assert_eq!(said, expected);
}

#[test]
fn a_build_refuses_what_is_wrong_and_leaves_the_last_good_one() {
    let folder = Folder::healthy();
    let out = tempfile::tempdir().unwrap();
    let site = out.path().join("site");
    let build = || kerege(&["build", path(folder.path()), "--out", path(&site)]);
    assert_eq!(build().status.code(), Some(0));
    let before = std::fs::read(site.join("catalogue.json")).unwrap();
    folder.replace("1-start.md", "to: 5\n", "to: 50\n");
    let refused = build();
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("a scale has 2 to 11 points"));
    assert_eq!(std::fs::read(site.join("catalogue.json")).unwrap(), before);
}

#[test]
fn a_build_goes_on_where_only_a_translation_is_missing() {
    let folder = Folder::healthy();
    folder.replace("1-start.md", "A quotation.", "Another thing altogether.");
    let out = tempfile::tempdir().unwrap();
    let built = kerege(&["build", path(folder.path()), "--out", path(&out.path().join("site"))]);
    assert_eq!(built.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&built.stderr).contains("not translated into `ru`"));
}

#[test]
fn courses_come_from_the_catalogue_file() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("catalogue.yaml");
    let text = "title: { en: Our courses, ru: Наши курсы }\ncourses:\n  - id: forms\n    title: Forms\n    \
        modules: [healthy, b3ncsm4ll1]\n    release: 2027-01-31\n    price: { amount: 75, currency: EUR }\n    \
        checkout: https://example.org/buy\n";
    std::fs::write(&file, text).unwrap();
    let small = fixtures().join("modules/bench-small");
    let (site, folder) = (out.path().join("site"), Folder::healthy());
    let built = kerege(&["build", path(folder.path()), path(&small), "--out", path(&site), "--catalogue", path(&file)]);
    assert_eq!(built.status.code(), Some(0), "{}", String::from_utf8_lossy(&built.stderr));
    let catalogue = kerege::content::read::catalogue(&std::fs::read(site.join("catalogue.json")).unwrap());
    assert_eq!(catalogue.findings, Vec::new());
    let catalogue = catalogue.value.unwrap();
    assert_eq!(catalogue.title.get("ru"), "Наши курсы");
    let course = &catalogue.courses[0];
    let modules: Vec<String> = course.modules.iter().map(|id| id.to_string()).collect();
    assert_eq!(modules, ["hea1thy000", "b3ncsm4ll1"]);
    assert_eq!(course.price.as_ref().map(|price| price.amount.as_str()), Some("75"));
    assert_eq!(catalogue.modules.len(), 2);
}

#[test]
fn with_a_player_the_site_can_be_opened() {
    let out = tempfile::tempdir().unwrap();
    let player = out.path().join("player");
    std::fs::create_dir(&player).unwrap();
    let names = ["boot.js", "old.js", "kerege.js", "kerege.wasm", "main.css", "critical.css", "icon.svg"];
    names.iter().for_each(|name| std::fs::write(player.join(name), "").unwrap());
    let manifest = serde_json::json!({
        "boot": "boot.js", "old": "old.js", "script": "kerege.js", "wasm": "kerege.wasm", "styles": ["main.css"],
        "critical": "critical.css", "icon": "icon.svg", "languages": {},
    });
    std::fs::write(player.join("player.json"), manifest.to_string()).unwrap();
    let (site, folder) = (out.path().join("site"), Folder::healthy());
    let built = kerege(&["build", path(folder.path()), "--out", path(&site), "--player", path(&player)]);
    assert_eq!(built.status.code(), Some(0), "{}", String::from_utf8_lossy(&built.stderr));
    for page in ["index.html", "healthy/index.html", "healthy/ru/index.html", "player/boot.js", "_headers"] {
        assert!(site.join(page).is_file(), "{page}");
    }
    let page = std::fs::read_to_string(site.join("healthy/ru/index.html")).unwrap();
    assert!(page.contains("По-русски: A paragraph with strong"));
    let missing = kerege(&["build", path(folder.path()), "--out", path(&site), "--player", path(out.path())]);
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn schemas_are_written() {
    let out = tempfile::tempdir().unwrap();
    assert!(kerege(&["schema", "--out", path(out.path())]).status.success());
    for name in ["catalogue", "module", "unit", "glossary", "bibliography"] {
        let text = std::fs::read_to_string(out.path().join(format!("{name}.schema.json"))).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(schema["properties"]["type"]["const"], name);
        assert!(jsonschema::validator_for(&schema).is_ok());
    }
    let all: serde_json::Value = serde_json::from_slice(&kerege(&["schema"]).stdout).unwrap();
    assert_eq!(all.as_object().map(serde_json::Map::len), Some(5));
}
