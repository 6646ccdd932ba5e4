//! Language tags.

/// Whether a text is a language tag as we use them: a language, perhaps a script, perhaps a region (BCP 47). Browsers
/// throw where they are asked to write for anything that is none.
pub fn is_tag(text: &str) -> bool {
    let letters = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_alphabetic());
    let digits = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = text.split('-').peekable();
    let language = parts.next().is_some_and(|part| letters(part, 2) || letters(part, 3));
    let _script = parts.next_if(|part| letters(part, 4));
    let _region = parts.next_if(|part| letters(part, 2) || digits(part));
    language && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn a_tag_is_a_language_a_script_a_region() {
        for good in ["en", "ru", "kk-Cyrl", "sr-Latn-RS", "es-419", "EN-gb", "fil"] {
            assert!(is_tag(good), "{good}");
        }
        for bad in ["", "e", "english", "en_GB", "en-", "-en", "en--GB", "en-GB-x-y", "ру", "en GB", "*", "en-Latn-RS-"]
        {
            assert!(!is_tag(bad), "{bad}");
        }
    }
}
