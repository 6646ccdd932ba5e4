//! What is selected of a transcript before it is given a code: whole sentences, or words from one place to another.

/// A word of the transcript.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Position of its sentence.
    pub sentence: usize,
    /// Its position in the sentence.
    pub word: u32,
}

/// Words of one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Position of the sentence.
    pub sentence: usize,
    /// First word.
    pub from: u32,
    /// Behind the last word.
    pub to: u32,
}

/// A selection: in each sentence nothing, or words that follow each other; in the order of the transcript.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pick(Vec<Span>);

impl Pick {
    /// What is selected.
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    /// What is selected of a sentence.
    pub fn of(&self, sentence: usize) -> Option<Span> {
        self.0.iter().find(|span| span.sentence == sentence).copied()
    }

    /// Selects a whole sentence of so many words, or lets go of it.
    pub fn toggle(&mut self, sentence: usize, words: u32) {
        match self.0.binary_search_by_key(&sentence, |span| span.sentence) {
            Ok(at) => drop(self.0.remove(at)),
            Err(at) => self.0.insert(at, Span { sentence, from: 0, to: words }),
        }
    }

    /// All words from one to another, both included, whichever comes first. `lengths` are the words of each sentence.
    pub fn between(one: Spot, other: Spot, lengths: &[u32]) -> Pick {
        let (first, last) = (one.min(other), one.max(other));
        let span = |(sentence, words): (usize, &u32)| Span {
            sentence,
            from: if sentence == first.sentence { first.word.min(*words) } else { 0 },
            to: if sentence == last.sentence { (last.word + 1).min(*words) } else { *words },
        };
        let between = lengths.iter().enumerate().take(last.sentence + 1).skip(first.sentence);
        Pick(between.map(span).filter(|span| span.from < span.to).collect())
    }

    /// All words of the sentences from one to another.
    pub fn sentences(one: usize, other: usize, lengths: &[u32]) -> Pick {
        let last = one.max(other);
        let word = lengths.get(last).map_or(0, |words| words.saturating_sub(1));
        Pick::between(Spot { sentence: one.min(other), word: 0 }, Spot { sentence: last, word }, lengths)
    }
}

/// How many words a text has.
pub fn n_words(text: &str) -> u32 {
    text.split_whitespace().count() as u32
}

/// Which word of a text an offset in UTF-16 units lies in or before.
pub fn word_at(text: &str, offset: usize) -> u32 {
    let mut left = offset;
    let before = text.chars().take_while(|c| {
        let is_before = left >= c.len_utf16();
        left = left.saturating_sub(c.len_utf16());
        is_before
    });
    let before: String = before.collect();
    let is_inside = before.chars().next_back().is_some_and(|c| !c.is_whitespace());
    n_words(&before) - u32::from(is_inside)
}

#[cfg(test)]
mod tests {
    use super::{Pick, Span, Spot, n_words, word_at};

    const LENGTHS: [u32; 4] = [3, 5, 0, 2];

    fn spans(pick: &Pick) -> Vec<(usize, u32, u32)> {
        pick.spans().iter().map(|Span { sentence, from, to }| (*sentence, *from, *to)).collect()
    }

    #[test]
    fn words_are_selected_from_one_place_to_another_in_either_direction() {
        let [a, b] = [Spot { sentence: 0, word: 2 }, Spot { sentence: 3, word: 0 }];
        for pick in [Pick::between(a, b, &LENGTHS), Pick::between(b, a, &LENGTHS)] {
            assert_eq!(spans(&pick), [(0, 2, 3), (1, 0, 5), (3, 0, 1)]);
        }
        assert_eq!(spans(&Pick::between(a, a, &LENGTHS)), [(0, 2, 3)]);
        let nowhere = Spot { sentence: 9, word: u32::MAX - 1 };
        assert_eq!(spans(&Pick::between(nowhere, nowhere, &LENGTHS)), []);
    }

    #[test]
    fn sentences_are_selected_whole_and_let_go_again() {
        assert_eq!(spans(&Pick::sentences(1, 0, &LENGTHS)), [(0, 0, 3), (1, 0, 5)]);
        let mut pick = Pick::default();
        pick.toggle(3, 2);
        pick.toggle(0, 3);
        assert_eq!(spans(&pick), [(0, 0, 3), (3, 0, 2)]);
        pick.toggle(3, 2);
        assert_eq!((pick.of(0).is_some(), pick.of(3)), (true, None));
    }

    #[test]
    fn a_place_in_a_text_belongs_to_a_word() {
        let text = "Я жду 😀 here.";
        assert_eq!(n_words(text), 4);
        for (offset, word) in [(0, 0), (1, 0), (2, 1), (4, 1), (5, 1), (6, 2), (8, 2), (9, 3), (99, 3)] {
            assert_eq!(word_at(text, offset), word, "{offset}");
        }
    }
}
