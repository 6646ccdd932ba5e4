//! Interface texts.

use crate::support::cases;
use crate::support::hostile::any_json;
use kerege::i18n::{LANGUAGES, Texts, fill, plural};
use proptest::prelude::*;
use serde_json::json;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_text_without_places_stays_as_it_is(text in "[^{]*", value in any::<String>()) {
        prop_assert_eq!(fill(&text, &[("n", &value)]), text);
    }

    #[test]
    fn a_value_is_put_in_as_it_is_also_where_it_looks_like_a_place(
        before in "[^{]{0,8}", value in any::<String>(), after in "[^{]{0,8}",
    ) {
        let text = format!("{before}{{name}}{after}");
        prop_assert_eq!(fill(&text, &[("name", &value), ("n", "wrong")]), format!("{before}{value}{after}"));
    }

    #[test]
    fn any_text_is_filled_without_a_panic(text in prop_oneof![any::<String>(), "[{}an ]{0,20}"]) {
        let filled = fill(&text, &[("a", "1"), ("n", "{a}")]);
        let has_place = text.contains('{');
        prop_assert!(has_place || filled == text);
    }

    #[test]
    fn any_file_of_texts_is_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60), value in any_json(), n in any::<u32>()) {
        Texts::read(&bytes);
        let file = json!({ "lang": "ru", "messages": { "{n} point": value } });
        let texts = Texts::read(file.to_string().as_bytes()).expect("texts");
        texts.count("{n} point", "{n} points", n);
        texts.text("{n} point");
    }

    #[test]
    fn every_number_has_a_form(n in any::<u32>()) {
        for (language, _) in LANGUAGES {
            prop_assert!(plural(language, n) < 3);
        }
        prop_assert_eq!(plural("uk-UA", n), plural("ru", n));
        prop_assert_eq!(plural("xx", n), usize::from(n != 1));
    }
}

#[test]
fn numbers_take_the_form_of_their_language() {
    let file = json!({ "lang": "ru", "messages": { "{n} point": ["{n} балл", "{n} балла", "{n} баллов"], "{n} page": "{n} стр." } });
    let texts = Texts::read(file.to_string().as_bytes()).expect("texts");
    for (n, text) in
        [(1, "1 балл"), (3, "3 балла"), (5, "5 баллов"), (11, "11 баллов"), (112, "112 баллов"), (21, "21 балл")]
    {
        assert_eq!(texts.count("{n} point", "{n} points", n), text);
    }
    assert_eq!(texts.count("{n} page", "{n} pages", 7), "7 стр.");
    assert_eq!(texts.count("{n} hint", "{n} hints", 2), "2 hints");
}
