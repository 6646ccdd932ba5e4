//! What a verifier is told, whatever is brought: in English and in Russian.

use crate::support::hostile::any_json;
use crate::support::trust::{
    NOW, certificate, day, days, delegation, flips, licence, licence_of, organiser, organiser_key, revocations, signed,
};
use crate::support::{cases, id};
use kerege::certificate::account::{Account, Beside, Tone, Words, account};
use kerege::certificate::checked::{Badge, BadgeSignature, Brought};
use kerege::certificate::compare::{Compared, Difference};
use kerege::certificate::draft::Draft;
use kerege::certificate::look::look;
use kerege::certificate::reason::List;
use kerege::certificate::signed::SignedCertificate;
use kerege::i18n::Texts;
use kerege::licence::{Delegation, Revocations, text};
use kerege::port::Moment;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn brought(bytes: &[u8], list: Option<&Revocations>) -> Brought {
    look(bytes, &[organiser()], list, NOW)
}

/// The Russian interface, from the file that translators edit.
fn russian() -> Texts {
    let file = polib::po_file::parse(std::path::Path::new("i18n/ru.po")).unwrap();
    let messages: serde_json::Map<String, serde_json::Value> = file
        .messages()
        .filter(|one| !one.msgid().is_empty())
        .map(|one| {
            let forms = match one.msgstr_plural() {
                Ok(forms) => serde_json::json!(forms),
                Err(_) => serde_json::json!(one.msgstr().unwrap_or_default()),
            };
            (one.msgid().to_owned(), forms)
        })
        .collect();
    Texts::read(serde_json::json!({ "lang": "ru", "messages": messages }).to_string().as_bytes()).unwrap()
}

fn told(brought: &Brought, texts: &Texts) -> Account {
    beside(brought, &Beside::default(), texts)
}

fn beside(brought: &Brought, beside: &Beside, texts: &Texts) -> Account {
    account(brought, beside, &Words { texts, day: &|at| format!("<{}>", at.0 / 86_400_000) })
}

fn english(brought: &Brought) -> Account {
    told(brought, &Texts::english())
}

/// Everything that is said, as one text.
fn all_of(account: &Account) -> String {
    let facts = account.parts.iter().flat_map(|part| &part.facts).flat_map(|fact| [&fact.name, &fact.value]);
    let lines = account.reasons.iter().chain(&account.proven).chain(&account.unproven);
    let all: Vec<&str> = facts.chain(lines).chain([&account.verdict]).map(String::as_str).collect();
    all.join("\n")
}

#[test]
fn a_good_certificate_is_told_with_every_signed_field() {
    let list = revocations(7, &[]);
    let told = english(&brought(&signed().to_bytes(), Some(&list)));
    assert_eq!((told.tone, told.verdict.as_str()), (Tone::Holds, "This certificate is valid"));
    assert_eq!((told.verdict_en, told.reasons.len()), (None, 0));
    let said = all_of(&english(&brought(&signed().to_bytes(), Some(&list))));
    let (of, under) = (certificate(), delegation());
    let counted = [of.edition, of.attempts].map(|n| n.to_string());
    for field in [
        of.name.as_str(),
        &of.title,
        of.title_en.as_deref().unwrap(),
        of.award_title.as_deref().unwrap(),
        of.award.as_str(),
        of.module.as_str(),
        of.track.as_str(),
        &counted[0],
        &counted[1],
        "37 of 40 points · 92%",
        "3 h",
        &text::base64(&of.objectives),
        &text::base64(&of.records),
        &under.id.to_string(),
        under.label.as_deref().unwrap(),
        &under.key.fingerprint(),
        "completed, distinction",
        "cbpr",
        "b8r3w1z6pc",
        "list number 7",
        &organiser().name,
        organiser().domain(),
        &organiser_key().public().fingerprint(),
    ] {
        assert!(said.contains(field), "{field} is not said in\n{said}");
    }
}

#[test]
fn valid_revoked_and_not_checked_are_told_apart() {
    let of = |list: Option<&Revocations>| english(&brought(&signed().to_bytes(), list));
    let unchecked = of(None);
    assert_eq!(unchecked.tone, Tone::Open);
    assert!(unchecked.verdict.contains("not checked") && unchecked.reasons[0].starts_with("Not checked"));
    let revoked = of(Some(&revocations(3, &[delegation().id])));
    assert_eq!((revoked.tone, revoked.verdict.as_str()), (Tone::Against, "This certificate was revoked"));
    let valid = of(Some(&revocations(3, &[])));
    assert_ne!(valid.verdict, unchecked.verdict);
}

#[test]
fn a_list_that_is_older_or_forged_is_called_so_and_not_a_missing_network() {
    let unlisted = brought(&signed().to_bytes(), None);
    for texts in [Texts::english(), russian()] {
        let why = |list| beside(&unlisted, &Beside { list, compared: None }, &texts).reasons.join("\n");
        let all: BTreeSet<String> = [List::Absent, List::Older, List::Refused].map(why).into();
        assert_eq!(all.len(), 3);
    }
    let listed = brought(&signed().to_bytes(), Some(&revocations(3, &[])));
    assert_eq!(beside(&listed, &Beside { list: List::Older, compared: None }, &Texts::english()).reasons.len(), 0);
}

#[test]
fn what_was_compared_with_the_outline_is_said_and_what_was_not() {
    let good = brought(&signed().to_bytes(), Some(&revocations(3, &[])));
    for texts in [Texts::english(), russian()] {
        let told = |compared| beside(&good, &Beside { list: List::Had, compared: Some(compared) }, &texts);
        let plain = beside(&good, &Beside::default(), &texts);
        let agrees = told(Compared::Done(Vec::new()));
        assert_eq!((agrees.tone, agrees.proven.len()), (Tone::Holds, plain.proven.len() + 1));
        assert_eq!(agrees.unproven, plain.unproven);
        let other = Compared::Done(vec![Difference::Edition(9)]);
        let open = [Compared::Absent, Compared::Sealed, Compared::Unsigned, other].map(told);
        for one in &open {
            assert_eq!((one.tone, &one.verdict), (Tone::Holds, &plain.verdict));
            assert_eq!(one.unproven.len(), plain.unproven.len() + 1);
        }
        let said: BTreeSet<&[String]> = open.iter().map(|one| one.unproven.as_slice()).collect();
        assert_eq!(said.len(), open.len());
        assert!(open[3].unproven.join(" ").contains('9'));
    }
}

#[test]
fn a_certificate_that_differs_from_the_signed_outline_is_not_confirmed() {
    let good = brought(&signed().to_bytes(), Some(&revocations(3, &[])));
    let all = [Difference::Title, Difference::Track, Difference::Award, Difference::Objectives, Difference::Points];
    for texts in [Texts::english(), russian()] {
        let mut said = BTreeSet::new();
        for difference in all {
            let told =
                beside(&good, &Beside { list: List::Had, compared: Some(Compared::Done(vec![difference])) }, &texts);
            assert_eq!((told.tone, told.reasons.len()), (Tone::Against, 2));
            assert_ne!(told.verdict, beside(&good, &Beside::default(), &texts).verdict);
            said.insert(told.reasons[0].clone());
        }
        assert_eq!(said.len(), all.len());
    }
}

/// Certificates against which something stands, one for each reason.
fn doubtful() -> Vec<Brought> {
    let of = |change: &dyn Fn(&mut Delegation), certificate: SignedCertificate| {
        let mut delegation = delegation();
        change(&mut delegation);
        brought(&certificate.sign(&licence_of(&delegation)).unwrap().to_bytes(), None)
    };
    let mut altered = signed();
    altered.signature[3] ^= 1;
    let mut all = vec![brought(&altered.to_bytes(), None), look(&signed().to_bytes(), &[], None, NOW)];
    let mut licence = licence();
    licence.token.signature[3] ^= 1;
    all.push(brought(&certificate().sign(&licence).unwrap().to_bytes(), None));
    all.push(of(&|delegation| delegation.issued = day(100), certificate()));
    all.push(brought(&signed().to_bytes(), Some(&revocations(3, &[delegation().id]))));
    all.push(of(&|delegation| delegation.certifies = days(1, 2), certificate()));
    all.push(of(&|delegation| delegation.certifies = days(-2, -1), certificate()));
    all.push(look(&signed().to_bytes(), &[organiser()], None, day(-3)));
    all.push(of(&|_| {}, SignedCertificate { module: id("other"), ..certificate() }));
    all.push(of(&|delegation| delegation.grants[0].last_edition = Some(2), certificate()));
    all.push(of(&|delegation| delegation.awards = vec![id("completed")], certificate()));
    all.push(of(
        &|delegation| delegation.is_label_binding = true,
        SignedCertificate { name: "Somebody Else".into(), ..certificate() },
    ));
    all
}

#[test]
fn each_reason_is_told_in_its_own_words_in_both_languages() {
    let russian = russian();
    let all = doubtful();
    let (mut in_english, mut in_russian) = (BTreeSet::new(), BTreeSet::new());
    for one in &all {
        let Brought::Certificate(checked) = one else { panic!("{one:?} is a certificate") };
        assert_eq!(checked.against.len(), 1, "{checked:?}");
        let (en, ru) = (english(one), told(one, &russian));
        assert_eq!((en.tone, ru.tone), (Tone::Against, Tone::Against));
        assert_eq!(ru.verdict_en.as_deref(), Some(en.verdict.as_str()));
        assert_eq!(en.reasons.len(), ru.reasons.len());
        in_english.insert(en.reasons[0].clone());
        in_russian.insert(ru.reasons[0].clone());
    }
    assert_eq!((in_english.len(), in_russian.len()), (all.len(), all.len()));
    assert!(in_russian.iter().all(|words| words.chars().any(|c| ('а'..='я').contains(&c))));
}

#[test]
fn nobody_vouches_for_what_was_altered_or_is_of_an_unknown_organiser() {
    for one in &doubtful()[..3] {
        let told = english(one);
        assert_eq!(told.proven, ["Nobody who is known here vouches for anything that this certificate says."]);
    }
    let unknown = english(&doubtful()[1]);
    assert_eq!(unknown.verdict, "Not confirmed: the organiser is not known here");
    assert!(unknown.reasons[0].contains(&delegation().organiser) && unknown.reasons[0].contains("open their address"));
    assert!(unknown.parts[1].facts.iter().all(|fact| fact.name.contains("not confirmed") || fact.name == "Revoked"));
}

#[test]
fn a_certificate_is_found_in_a_link_in_digits_in_a_file_and_in_broken_lines() {
    let bytes = signed().to_bytes();
    let (digits, base64) = (text::digits(&bytes), text::base64(&bytes));
    let lines: String =
        digits.chars().enumerate().flat_map(|(at, c)| [Some(c), (at % 50 == 49).then_some('\n')]).flatten().collect();
    let ways = [
        format!("https://courses.example.org/{}{digits}", text::CERTIFICATE),
        base64.clone(),
        format!("  {base64}\n"),
        lines,
    ];
    for way in ways.iter().map(String::as_bytes).chain([bytes.as_slice()]) {
        assert!(matches!(brought(way, None), Brought::Certificate(checked) if checked.against.is_empty()));
    }
}

#[test]
fn a_licence_is_recognised_and_nothing_of_it_is_shown() {
    let code = text::base64(&licence().to_bytes());
    for way in [
        code.clone().into_bytes(),
        licence().to_bytes(),
        format!("https://x.example/{}{code}", text::LICENCE).into_bytes(),
    ] {
        assert_eq!(brought(&way, None), Brought::Licence);
    }
    assert!(english(&Brought::Licence).parts.is_empty());
}

#[test]
fn what_is_no_certificate_is_said_to_be_none() {
    for nothing in ["", "1", "99999999999999999", "https://example.org/", "{}", "<svg></svg>", "\u{0}"] {
        assert_eq!(brought(nothing.as_bytes(), None), Brought::Nothing, "{nothing:?}");
    }
    let attested = r#"{"kerege":1,"type":"certificate","attested":"self","name":"A"}"#;
    assert_eq!(brought(attested.as_bytes(), None), Brought::SelfAttested);
}

/// A badge, not signed.
fn credential(issuer: &str) -> String {
    format!(
        r#"{{"type":["VerifiableCredential","AchievementCredential"],"name":"Data Analysis",
        "issuer":{{"id":"{issuer}","name":"Kerege"}},"validFrom":"2026-11-24T09:00:00Z",
        "credentialSubject":{{"identifier":[{{"identityType":"name","hashed":false,"identityHash":"Әсел Нұрланқызы"}}],
        "achievement":{{"name":"Анализ данных – пройден"}}}}}}"#
    )
}

fn badge(bytes: &[u8]) -> Badge {
    match brought(bytes, None) {
        Brought::Badge(badge) => *badge,
        other => panic!("{other:?} is no badge"),
    }
}

/// The did:key of the test's organiser, as a badge's issuer.
fn did() -> String {
    // Only the organiser's own key is recognised, so it can be found by what recognises it.
    let key = organiser_key().public();
    format!("did:key:{}", multikey(key.as_bytes()))
}

/// Base58 by long division, another way than the product's.
fn multikey(key: &[u8; 32]) -> String {
    const SIGNS: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut number: Vec<u8> = [&[0xed, 0x01], key.as_slice()].concat();
    let mut out = Vec::new();
    while number.iter().any(|byte| *byte != 0) {
        let mut rest = 0_u32;
        for byte in &mut number {
            let value = rest << 8 | u32::from(*byte);
            *byte = u8::try_from(value / 58).unwrap();
            rest = value % 58;
        }
        out.push(SIGNS[rest as usize]);
    }
    out.push(b'z');
    out.reverse();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_badge_with_a_proof_says_which_tool_checks_it_and_whose_key_it_names() {
    let did = did();
    let proof = format!(
        r#","proof":{{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","verificationMethod":"{did}#x"}}}}"#
    );
    let signed = credential(&did).trim_end_matches('}').to_owned() + "}}" + &proof;
    let found = badge(signed.as_bytes());
    assert_eq!((found.signature, found.name.as_deref()), (BadgeSignature::Proof, Some("Әсел Нұрланқызы")));
    assert_eq!(found.organiser.as_ref().map(|known| known.name.clone()), Some(organiser().name));
    let said = all_of(&english(&brought(signed.as_bytes(), None)));
    assert!(said.contains("Any verifier of Open Badges 3.0") && said.contains("Анализ данных"), "{said}");
    // Another key's name beside the organiser's own is not taken for the organiser.
    let foreign = signed.replace(&format!("{did}#x"), "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#x");
    assert_eq!(badge(foreign.as_bytes()).organiser, None);
}

#[test]
fn a_badge_as_a_token_is_checked_here_to_the_last_letter() {
    let part = |text: &str| text::base64(text.as_bytes());
    let signed = [part(r#"{"alg":"EdDSA","typ":"vc+jwt"}"#), part(&credential(&did()))].join(".");
    let token = |signed: &str| format!("{signed}.{}", text::base64(&organiser_key().sign(signed.as_bytes())));
    let good = token(&signed);
    assert_eq!(badge(good.as_bytes()).signature, BadgeSignature::Holds);
    assert_eq!(english(&brought(good.as_bytes(), None)).tone, Tone::Holds);
    let other = good.replace(&part(&credential(&did())), &part(&credential(&did()).replace("Әсел", "Айым")));
    assert_eq!(badge(other.as_bytes()).signature, BadgeSignature::Altered);
    let rsa = token(&[part(r#"{"alg":"RS256"}"#), part(&credential(&did()))].join("."));
    assert_eq!(badge(rsa.as_bytes()).signature, BadgeSignature::Foreign);
    let foreign = good.replace(&part(&credential(&did())), &part(&credential("https://issuer.example")));
    assert_eq!(badge(foreign.as_bytes()).signature, BadgeSignature::Foreign);
}

#[test]
fn a_badge_is_found_in_its_picture() {
    let did = did();
    let svg = format!(
        "<svg><openbadges:credential xmlns:openbadges=\"x\"><![CDATA[{}]]></openbadges:credential><path/></svg>",
        credential(&did).replace("]]>", "]]]]><![CDATA[>")
    );
    assert_eq!(badge(svg.as_bytes()).issuer_id, did);
    let text = [b"openbadgecredential\0\0\0\0\0".as_slice(), credential(&did).as_bytes()].concat();
    let chunk =
        |name: &[u8], data: &[u8]| [&u32::try_from(data.len()).unwrap().to_be_bytes(), name, data, &[0; 4]].concat();
    let png =
        [b"\x89PNG\r\n\x1a\n".as_slice(), &chunk(b"IHDR", &[0; 13]), &chunk(b"iTXt", &text), &chunk(b"IEND", b"")]
            .concat();
    assert_eq!(badge(&png).issuer_id, did);
    for end in 0..png.len() {
        brought(&png[..end], None);
    }
}

#[test]
fn a_badge_hides_nothing_and_is_cut_off_where_it_is_too_long() {
    let tricky = credential("did:key:z\u{202e}1").replace("Анализ данных", &"Ж\u{200b}".repeat(5000));
    let found = badge(tricky.as_bytes());
    assert_eq!((found.issuer_id.as_str(), found.achievement.chars().count()), ("did:key:z1", 300));
}

#[test]
fn every_bit_of_a_certificate_counts_in_what_is_told() {
    for flipped in flips(&signed().to_bytes()).step_by(7) {
        let told = english(&brought(&flipped, Some(&revocations(1, &[]))));
        assert_eq!(told.tone, Tone::Against);
    }
}

#[test]
fn what_is_to_be_signed_passes_between_the_parts_unchanged() {
    let draft = Draft {
        name: "Әсел «Ә» \"x\"\n".into(),
        at: Moment(5),
        module: id("k7m2q9x4ta"),
        title: "Анализ".into(),
        title_en: Some("Analysis".into()),
        edition: 2,
        language: "ru".into(),
        track: id("full"),
        award: id("completed"),
        award_title: "Пройден".into(),
        score: Some((3, 4)),
        attempts: 1,
        minutes: 90,
        statement: "Умеет".into(),
        objectives: vec![(id("a"), "Б".into())],
        records: "{}".into(),
    };
    assert_eq!(Draft::read(&draft.write()), Some(draft.clone()));
    let shorter = Draft { title_en: None, score: None, objectives: Vec::new(), ..draft };
    assert_eq!(Draft::read(&shorter.write()), Some(shorter));
    assert_eq!(Draft::read("{}"), None);
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn nothing_that_is_brought_makes_a_verifier_fall_over(bytes in prop::collection::vec(any::<u8>(), 0..400), words in any::<String>(), json in any_json()) {
        for one in [bytes.as_slice(), words.as_bytes(), json.to_string().as_bytes()] {
            let brought = brought(one, None);
            prop_assert_eq!(Brought::read(&brought.write()), Some(brought.clone()));
            prop_assert!(english(&brought).tone != Tone::Holds);
        }
        let _ = Brought::read(&words);
        let _ = Brought::read(&json.to_string());
        let _ = Draft::read(&json.to_string());
    }

    #[test]
    fn what_was_checked_passes_between_the_parts_unchanged(damage in prop::option::of(0..400usize), number in 0..9u32) {
        let mut bytes = signed().to_bytes();
        if let Some(byte) = damage.and_then(|at| bytes.get_mut(at)) {
            *byte ^= 1;
        }
        let revoked = if number % 2 == 0 { vec![delegation().id] } else { Vec::new() };
        let list = revocations(number, &revoked);
        let brought = brought(&bytes, Some(&list).filter(|_| number > 2));
        prop_assert_eq!(Brought::read(&brought.write()), Some(brought));
    }
}
