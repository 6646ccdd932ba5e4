//! Blanks: gaps in running text or tables, typed or chosen from a list.

pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

use super::{Item, PartFeedback};
use crate::content::{Id, Prose};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Text with `Blank` nodes.
    pub text: Prose,
    /// The gaps, in the order of the text.
    pub blanks: Vec<Blank>,
    /// Words for all the gaps; empty where each gap is typed or has options of its own.
    pub bank: Vec<Item>,
}

impl Prompt {
    /// What a gap can be filled with; `None` for a typed one.
    pub fn choices<'a>(&'a self, blank: &'a Blank) -> Option<&'a [Item]> {
        [&blank.options, &self.bank].into_iter().find(|items| !items.is_empty()).map(Vec::as_slice)
    }
}

/// A gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Its id.
    pub id: Id,
    /// Options of a drop-down gap; empty for a typed one.
    pub options: Vec<Item>,
    /// How many characters a typed gap should have room for.
    pub width: u32,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// By gap.
    pub blanks: Vec<(Id, BlankKey)>,
    /// Feedback by gap (typed) or by option (drop-down).
    pub feedback: PartFeedback,
}

/// What is right in one gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlankKey {
    /// Any of these forms; at least one. See [`same`].
    Forms(Vec<String>),
    /// This option.
    Option(Id),
}

/// The form to show as the model answer.
pub(super) fn model(key: &BlankKey) -> String {
    match key {
        BlankKey::Forms(forms) => forms.first().cloned().unwrap_or_default(),
        BlankKey::Option(id) => id.to_string(),
    }
}

/// Whether two typed forms are the same: without regard to capitals, spaces, `ё` and `е`, kinds of quotes, dashes and
/// decimal marks.
pub fn same(a: &str, b: &str) -> bool {
    fold(a).eq(fold(b))
}

fn fold(text: &str) -> impl Iterator<Item = char> {
    text.split_whitespace().enumerate().flat_map(|(index, word)| {
        let space = (index > 0).then_some(' ');
        space.into_iter().chain(word.chars().flat_map(char::to_lowercase).map(|c| match c {
            'ё' => 'е',
            '’' | 'ʼ' | '`' => '\'',
            '«' | '»' | '“' | '”' | '„' => '"',
            '–' | '—' | '−' | '‑' => '-',
            ',' => '.',
            c => c,
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn typed_forms_are_compared_with_understanding() {
        for (a, b) in [("Ещё раз", " еще  РАЗ "), ("12,5", "12.5"), ("co‑op", "co-op"), ("«да»", "\"Да\"")]
        {
            assert!(same(a, b), "{a} {b}");
        }
        for (a, b) in [("40", "4 0"), ("forty", "fourty"), ("", "a")] {
            assert!(!same(a, b), "{a} {b}");
        }
    }
}
