//! Permanent numbers: kept from build to build, and never used twice.

use crate::folder::Folder;
use kerege_author::check::check;
use kerege_author::lock::{self, Lock};

fn lock_of(folder: &Folder) -> Lock {
    let lock = check(folder.path(), false).built.unwrap().lock;
    folder.write(lock::FILE, lock::write(&lock));
    lock
}

fn exercise(lock: &Lock, id: &str) -> (u32, u32) {
    let (ordinal, kept) = &lock.exercises.entries[id];
    (*ordinal, kept.revision)
}

#[test]
fn a_build_without_changes_changes_no_number() {
    let folder = Folder::healthy();
    let before = folder.read(lock::FILE);
    lock_of(&folder);
    assert_eq!(folder.read(lock::FILE), before);
}

#[test]
fn a_changed_key_raises_the_revision_and_changed_words_do_not() {
    let folder = Folder::healthy();
    folder.replace("1-start.md", "text: The first, right: true", "text: The very first, right: true");
    assert_eq!(exercise(&lock_of(&folder), "one"), (1, 1), "words");
    folder.replace("1-start.md", "text: This, right: true", "text: This");
    assert_eq!(exercise(&lock_of(&folder), "several"), (2, 2), "key");
    folder.replace("1-start.md", "id: number\n", "id: number\npoints: 3\n");
    assert_eq!(exercise(&lock_of(&folder), "number").1, 2, "points");
    folder.replace("1-start.md", "tolerance: 0.6", "tolerance: 0.7");
    assert_eq!(exercise(&lock_of(&folder), "number").1, 3, "tolerance");
    folder.replace(
        "1-start.md",
        "  - { id: first, text: First }\n  - { id: second, text: Second }\n",
        "  - { id: second, text: Second }\n  - { id: first, text: First }\n",
    );
    assert_eq!(exercise(&lock_of(&folder), "order").1, 2, "order");
    assert_eq!(exercise(&lock_of(&folder), "order").1, 2, "nothing");
}

#[test]
fn options_may_be_moved_without_a_new_revision() {
    let folder = Folder::healthy();
    let (first, second) = (
        "  - { id: a, text: The first, right: true, feedback: Yes. }\n",
        "  - { id: b, text: The *second*, feedback: No. }\n",
    );
    folder.replace("1-start.md", &format!("{first}{second}"), &format!("{second}{first}"));
    assert_eq!(exercise(&lock_of(&folder), "one"), (1, 1));
}

#[test]
fn a_removed_page_keeps_its_number() {
    let folder = Folder::healthy();
    folder.write("2-test.md", folder.read("2-test.md").replace("{#test-page ", "{#other-page "));
    let lock = lock_of(&folder);
    assert_eq!(lock.pages.entries["test-page"].0, 3);
    assert_eq!(lock.pages.entries["other-page"].0, 4);
    assert_eq!(folder.findings(), Vec::<String>::new());
}

#[test]
fn numbers_do_not_depend_on_the_order_of_pages() {
    let folder = Folder::healthy();
    folder.replace("module.yaml", "units: [1-start.md, 2-test.md]", "units: [2-test.md, 1-start.md]");
    let lock = lock_of(&folder);
    assert_eq!(lock.pages.entries["test-page"].0, 3);
    assert_eq!(exercise(&lock, "one"), (1, 1));
}
