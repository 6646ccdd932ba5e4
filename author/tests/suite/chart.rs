//! The author's form of a chart, as its guide shows it.

use crate::folder::Folder;

/// The healthy module with the example of the author's guide on its last page, in which `old` was replaced by `new`.
fn said(old: &str, new: &str) -> Vec<String> {
    let guide = include_str!("../../../docs/authors/kinds/chart.md");
    let example = guide.split("````markdown\n").nth(1).and_then(|rest| rest.split("````").next());
    let example = example.expect("the guide has an example");
    assert!(example.contains(old), "{old}");
    let folder = Folder::healthy();
    folder.write("1-start.md", folder.read("1-start.md") + "\n" + &example.replacen(old, new, 1));
    let said = folder.findings().into_iter().filter(|finding| !finding.ends_with("not translated into `ru`"));
    said.map(|finding| finding.splitn(4, ':').nth(3).unwrap_or_default().trim().to_owned()).collect()
}

#[test]
fn the_example_of_the_guide_has_nothing_to_mend() {
    assert_eq!(said("", ""), Vec::<String>::new());
}

#[test]
fn what_is_wrong_with_a_chart_is_said_where_it_is() {
    for (old, new, expected) in [
        ("shape: bar", "shape: pie", "`shape` cannot be `pie`"),
        ("shape: bar", "shape: bar\nof: [Tasted]", "there is no column `Tasted`; did you mean `Tested`?"),
        ("shape: bar", "shape: bar\nof: [Living in]", "this chart cannot be drawn from its data"),
        ("shape: bar", "shape: bar\nfrom: low", "`from` has to be a number"),
        ("shape: bar", "shape: bar\norder: up", "`order` cannot be `up`"),
        ("  City, 75\n", "  City, 75, 3\n", "`data` is no table"),
        ("title: Tested", "titel: Tested", "this `chart` has no field `titel`; did you mean `title`?"),
    ] {
        assert_eq!(said(old, new), [expected], "{old:?} → {new:?}");
    }
}
