//! `kerege build --seal`: what is sealed, what stays open, and that nothing of the sealed text is left anywhere.

use crate::build::files;
use crate::folder::Folder;
use crate::keys::{kerege, keys, printed, refused};
use kerege::content::module::UnitSource;
use kerege::content::{Id, Module, read};
use kerege::licence::file::{self, FileSigned};
use kerege::licence::{Licence, Organiser, Purpose, text};
use kerege::port::Moment;
use kerege::seal::native::{Native, now};
use kerege::seal::{Key, Label, content_key, open};
use kerege_author::vault::{Passphrase, Vault};
use std::collections::BTreeMap;
use std::path::Path;

/// The healthy module, sealed but for these units.
fn sealed(free: &str) -> Folder {
    let folder = Folder::healthy();
    folder.replace("module.yaml", "units: [", &format!("seal: {{ free: [{free}] }}\nunits: ["));
    folder
}

fn build(folder: &Folder, keys: &str, out: &Path) -> BTreeMap<String, Vec<u8>> {
    let (folder, out) = (folder.path().to_str().unwrap(), out.to_str().unwrap());
    printed(&kerege(&["build", folder, "--out", out, "--key", keys, "--seal"]));
    files(Path::new(out))
}

fn outline(site: &BTreeMap<String, Vec<u8>>) -> Module {
    read::module(&site["healthy/module.json"]).value.unwrap()
}

fn course_key(keys: &str) -> Key {
    let vault = Vault::open(Path::new(keys), Passphrase::new("correct horse battery".into())).unwrap();
    vault.keyring.known_course("hea1thy000").unwrap().clone()
}

/// Opens every sealed file that the outline names, by what it is called.
fn opened(site: &BTreeMap<String, Vec<u8>>, course: &Key) -> BTreeMap<(String, String), Vec<u8>> {
    let module = outline(site);
    let wrapped = text::from_base64(&module.seal[0].key).unwrap();
    let content = now(content_key(&Native, course, &wrapped)).unwrap();
    let mut found = BTreeMap::new();
    for file in named(&module) {
        let Some(seal) = &file.seal else { continue };
        let sha256 = std::array::from_fn(|at| u8::from_str_radix(&seal.sha256[2 * at..2 * at + 2], 16).unwrap());
        let (edition, language) = (module.edition.number, seal.language.as_str());
        let label = Label { module: &module.id, edition, file: &seal.file, language, sha256 };
        let sealed = &site[&format!("healthy/{}", file.path)];
        found.insert(
            (seal.file.clone(), seal.language.clone()),
            seal.unpack(now(open(&Native, &content, &label, sealed)).unwrap().to_vec()).unwrap(),
        );
    }
    found
}

/// Every file that an outline names.
fn named(module: &Module) -> Vec<kerege::content::File> {
    let mut found = Vec::new();
    for unit in &module.units {
        if let UnitSource::Files(files) = &unit.source {
            found.extend(files.iter().map(|(_, file)| file.clone()));
        }
        found.extend(unit.notes.iter().map(|(_, file)| file.clone()));
    }
    found.extend(module.resources.data.iter().map(|set| set.file.clone()));
    let lists = [&module.resources.glossary, &module.resources.bibliography];
    found.extend(lists.into_iter().flatten().map(|(_, file)| file.clone()));
    found
}

/// Every sentence and longer piece of text in the module's folder that belongs to no public card.
fn sentences(folder: &Folder, names: &[&str]) -> Vec<String> {
    let text: String = names.iter().map(|name| folder.read(name)).collect();
    let pieces = text.split(['\n', '.', '"', '|', ':', ',', '{', '}', '[', ']', '`', '*', '(', ')']);
    let pieces = pieces.map(|piece| piece.trim().to_owned());
    pieces.filter(|piece| piece.chars().count() >= 12 && piece.contains(' ')).collect()
}

#[test]
fn no_sentence_of_a_sealed_unit_is_left_in_the_site() {
    let (folder, out) = (sealed(""), tempfile::tempdir().unwrap());
    let site = build(&folder, &keys(out.path()), &out.path().join("site"));
    let text = |site: &BTreeMap<String, Vec<u8>>| {
        String::from_utf8_lossy(&site.values().flatten().copied().collect::<Vec<u8>>()).into_owned()
    };
    let open = text(&site);
    let names = ["1-start.md", "2-test.md", "glossary.yaml", "notes/1-start.md", "data/survey.csv", "media/flow.svg"];
    let hidden = sentences(&folder, &names);
    // Unsealed, they are there.
    let plain = out.path().join("plain");
    printed(&kerege(&["build", folder.path().to_str().unwrap(), "--out", plain.to_str().unwrap()]));
    let plain = text(&files(&plain));
    let hidden: Vec<String> = hidden.into_iter().filter(|sentence| plain.contains(sentence.as_str())).collect();
    assert!(hidden.len() > 20, "{}", hidden.len());
    // What the outline says openly: titles of units and pages' counts, and nothing else of the text.
    let said: Vec<&String> = hidden.iter().filter(|sentence| open.contains(sentence.as_str())).collect();
    let titles = outline(&site).units.iter().map(|unit| unit.title.get("en").to_owned()).collect::<Vec<_>>();
    assert!(said.iter().all(|sentence| titles.iter().any(|title| title.contains(sentence.as_str()))), "{said:?}");
    assert!(site.keys().all(|path| !path.contains("flow") && !path.contains("survey") && !path.contains("/en/")));
}

#[test]
fn everything_that_is_sealed_opens_with_the_courses_key_and_is_what_an_open_build_holds() {
    let (folder, out) = (sealed(""), tempfile::tempdir().unwrap());
    let keys = keys(out.path());
    let site = build(&folder, &keys, &out.path().join("site"));
    let opened = opened(&site, &course_key(&keys));
    let unit = |name: &str, language: &str| {
        let reading = read::unit(&opened[&(name.to_owned(), language.to_owned())]);
        assert_eq!(reading.findings, []);
        reading.value.unwrap()
    };
    let start = named(&outline(&site)).into_iter().find(|file| file.seal.as_ref().unwrap().file == "start").unwrap();
    let packed = start.seal.unwrap().packed.unwrap();
    assert!(start.size < packed / 2, "a text is packed before it is sealed: {} of {packed} bytes", start.size);
    assert_eq!(unit("start", "en").id.as_str(), "start");
    assert_eq!(unit("test", "ru").language, "ru");
    // A figure in a sealed unit is sealed as well, and opens with the label that the unit gives.
    let figures: Vec<kerege::content::File> = figures(&unit("start", "en"));
    assert!(!figures.is_empty() && figures.iter().all(|file| file.seal.is_some()));
    assert!(figures.iter().all(|file| site.contains_key(&format!("healthy/{}", file.path))));
    let csv = opened.iter().find(|((name, _), _)| name.starts_with("data/survey")).unwrap().1;
    assert_eq!(*csv, folder.read("data/survey.csv").into_bytes());
}

fn figures(unit: &kerege::content::Unit) -> Vec<kerege::content::File> {
    use kerege::content::NodeKind;
    use kerege::content::unit::BlockContent;
    let blocks = unit.pages.iter().flat_map(|page| &page.blocks);
    let nodes = blocks.filter_map(|block| match &block.content {
        BlockContent::Prose(nodes) => Some(nodes),
        _ => None,
    });
    nodes
        .flatten()
        .filter_map(|node| match &node.kind {
            NodeKind::Figure(figure) => Some(figure.file.clone()),
            NodeKind::Audio(media) | NodeKind::Video(media) => Some(media.file.clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn the_same_text_gives_the_same_bytes_and_a_changed_one_opens_with_the_old_licence() {
    let (folder, out) = (sealed(""), tempfile::tempdir().unwrap());
    let keys = keys(out.path());
    let first = build(&folder, &keys, &out.path().join("one"));
    assert_eq!(build(&folder, &keys, &out.path().join("two")), first);
    let course = course_key(&keys);
    folder.replace("1-start.md", "A quotation.", "Another quotation.");
    folder.replace("module.yaml", "number: 2", "number: 3");
    let third = build(&folder, &keys, &out.path().join("three"));
    assert_ne!(outline(&third).seal, outline(&first).seal, "an edition has a content key of its own");
    let text = opened(&third, &course);
    assert!(String::from_utf8_lossy(&text[&("start".into(), "en".into())]).contains("Another quotation."));
}

#[test]
fn a_free_unit_stays_open_with_what_it_names_and_its_page_shows_its_beginning() {
    let (folder, out) = (sealed("start"), tempfile::tempdir().unwrap());
    let site = build(&folder, &keys(out.path()), &out.path().join("site"));
    let module = outline(&site);
    let is_sealed = |at: usize| match &module.units[at].source {
        UnitSource::Files(files) => files.iter().all(|(_, file)| file.seal.is_some()),
        UnitSource::Inline(_) => false,
    };
    assert!(!is_sealed(0) && is_sealed(1));
    assert!(site.keys().any(|path| path.contains("media/flow")));
    assert!(site.keys().any(|path| path.starts_with("healthy/en/start.")));
}

#[test]
fn a_sealed_outline_leaves_only_the_card_and_opens_like_every_other_file() {
    let (folder, out) = (Folder::healthy(), tempfile::tempdir().unwrap());
    folder.replace("module.yaml", "units: [", "seal: { free: [], outline: true }\nunits: [");
    let keys = keys(out.path());
    let site = build(&folder, &keys, &out.path().join("site"));
    let public = outline(&site);
    assert_eq!((public.card.title.get("en"), public.languages.len()), ("A healthy module", 2));
    assert_eq!((public.units.len(), public.tracks.len(), public.objectives.len()), (0, 0, 0));
    let text = String::from_utf8_lossy(&site.values().flatten().copied().collect::<Vec<u8>>()).into_owned();
    for hidden in ["See every part of the form", "Knows the form", "With distinction", "The beginning", "The survey"] {
        assert!(folder.read("module.yaml").contains(hidden) || folder.read("1-start.md").contains(hidden), "{hidden}");
        assert!(!text.contains(hidden), "{hidden}");
    }
    let catalogue = read::catalogue(&site["catalogue.json"]).value.unwrap();
    assert_eq!((catalogue.modules[0].pages, catalogue.modules[0].units.len()), (3, 0));
    // The whole outline, opened, is what a module is without a sealed outline.
    let file = public.outline.clone().unwrap();
    let wrapped = text::from_base64(&public.seal[0].key).unwrap();
    let content = now(content_key(&Native, &course_key(&keys), &wrapped)).unwrap();
    let seal = file.seal.as_ref().unwrap();
    let sha256 = std::array::from_fn(|at| u8::from_str_radix(&seal.sha256[2 * at..2 * at + 2], 16).unwrap());
    let label = Label { module: &public.id, edition: 2, file: "outline", language: "", sha256 };
    let sealed = &site[&format!("healthy/{}", file.path)];
    let whole = seal.unpack(now(open(&Native, &content, &label, sealed)).unwrap().to_vec()).unwrap();
    let whole = read::module(&whole);
    assert_eq!(whole.findings, []);
    let whole = whole.value.unwrap();
    assert!(whole.completes(&public) && !public.completes(&public));
    folder.replace("module.yaml", ", outline: true", "");
    assert_eq!(whole, outline(&build(&folder, &keys, &out.path().join("open"))));
    let mut later = public.clone();
    later.edition.number = 3;
    assert!(!whole.completes(&later), "of another edition");
}

#[test]
fn a_licence_is_issued_for_a_course_whose_outline_is_sealed() {
    let (folder, out) = (Folder::healthy(), tempfile::tempdir().unwrap());
    folder.replace("module.yaml", "units: [", "seal: { free: [], outline: true }\nunits: [");
    let keys = keys(out.path());
    let site = out.path().join("site");
    build(&folder, &keys, &site);
    let (site, handed) = (site.to_str().unwrap(), out.path().join("out"));
    let common = ["licence", "issue", "--key", &keys, "--site", site, "--course", "hea1thy000"];
    let to = ["--address", "https://courses.example.org", "--out", handed.to_str().unwrap()];
    printed(&kerege(&[&common[..], &to].concat()));
    let entries = std::fs::read_dir(&handed).unwrap().map(|entry| entry.unwrap().path());
    let [path] =
        entries.filter(|path| path.extension().is_some_and(|it| it == "txt")).collect::<Vec<_>>().try_into().unwrap();
    let licence = text::read(&std::fs::read_to_string(path).unwrap()).and_then(|it| Licence::read(&it)).unwrap();
    let awards: Vec<&str> = licence.delegation.awards.iter().map(Id::as_str).collect();
    assert_eq!(awards, ["completed", "distinction", "seen"], "which stand in the sealed outline");
    // Keys of somebody else open it as little as anything.
    let others = crate::keys::keys(&out.path().join("others"));
    let common = ["licence", "issue", "--key", &others, "--site", site, "--course", "hea1thy000"];
    assert!(refused(&kerege(&[&common[..], &to].concat())).contains("sealed with other keys"));
}

#[test]
fn catalogue_and_outline_are_signed_over_their_bytes() {
    let (folder, out) = (sealed(""), tempfile::tempdir().unwrap());
    let site = build(&folder, &keys(out.path()), &out.path().join("site"));
    let organisers = [Organiser::read(&site["organiser.json"]).unwrap()];
    let later = Moment(4_000_000_000_000);
    for (purpose, name) in [(Purpose::Catalogue, "catalogue.json"), (Purpose::Module, "healthy/module.json")] {
        let signature = &site[&format!("{name}.cose")];
        let check = |purpose, bytes: &[u8]| file::check(purpose, bytes, signature, &organisers, later);
        assert_eq!(check(purpose, &site[name]), FileSigned::By(&organisers[0]));
        let mut changed = site[name].clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(check(purpose, &changed), FileSigned::Altered);
        assert_eq!(check(Purpose::Certificate, &site[name]), FileSigned::Altered, "for another purpose");
        assert_eq!(file::check(purpose, &site[name], signature, &[], later), FileSigned::UnknownOrganiser);
        assert_eq!(file::check(purpose, &site[name], b"x", &organisers, later), FileSigned::Unreadable);
    }
    let list = kerege::licence::Revocations::read(&site["revocations.cose"], &organisers, |_| None).unwrap();
    assert_eq!((list.number, list.revoked().len()), (1, 0));
}

#[test]
fn what_is_said_of_sealing_is_checked() {
    let all = sealed("start, test");
    assert!(all.findings().iter().any(|said| said.contains("every unit stays free")), "{:?}", all.findings());
    let nowhere = sealed("start");
    nowhere.replace("module.yaml", "free: [start]", "free: [start], outline: true");
    assert!(nowhere.findings().iter().any(|said| said.contains("leaves no unit free")), "{:?}", nowhere.findings());
    let unknown = sealed("begin");
    assert!(unknown.findings().iter().any(|said| said.contains("there is no unit `begin`")));
    assert!(Id::new("begin").is_some());
}

#[test]
fn a_module_that_no_licence_could_open_is_not_sealed() {
    let (home, folder) = (tempfile::tempdir().unwrap(), sealed(""));
    let (keys, out) = (keys(home.path()), home.path().join("site"));
    let catalogue = home.path().join("catalogue.yaml");
    let build = |courses: &str| {
        std::fs::write(&catalogue, format!("title: Courses\ncourses: [{courses}]\n")).unwrap();
        let [folder, out, catalogue] = [folder.path(), &*out, &*catalogue].map(|path| path.to_str().unwrap());
        kerege(&["build", folder, "--catalogue", catalogue, "--out", out, "--key", &keys, "--seal"])
    };
    let said = refused(&build(""));
    assert!(said.contains("`healthy` would be sealed, and no licence could open it"), "{said}");
    assert!(!out.exists());
    printed(&build("{ id: sold, title: Sold, modules: [healthy] }"));
}

#[test]
fn sealing_without_keys_or_with_another_passphrase_is_refused_before_anything_is_written() {
    let (folder, out) = (sealed(""), tempfile::tempdir().unwrap());
    let (module, site) = (folder.path().to_str().unwrap(), out.path().join("site"));
    let none = out.path().join("none");
    let said = refused(&kerege(&[
        "build",
        module,
        "--out",
        site.to_str().unwrap(),
        "--seal",
        "--key",
        none.to_str().unwrap(),
    ]));
    assert!(said.contains("there are no keys"), "{said}");
    assert!(!site.exists());
    let misused = kerege(&["build", module, "--out", site.to_str().unwrap(), "--seal"]);
    assert_eq!(misused.status.code(), Some(2));
}
