//! What the guide says itself, in each language that the interface speaks.

use kerege::content::prose::Tone;

/// The guide's own words in a language.
#[derive(Debug)]
pub(super) struct Words {
    /// The language (BCP 47).
    pub(super) language: &'static str,
    /// What the document is.
    pub(super) guide: &'static str,
    /// Before the edition's number.
    pub(super) edition: &'static str,
    /// Before the audience.
    pub(super) audience: &'static str,
    /// Above the objectives.
    pub(super) objectives: &'static str,
    /// Above the tracks, and over the column that names them.
    pub(super) tracks: &'static str,
    /// Where a page belongs to every track.
    pub(super) every: &'static str,
    /// Over the column of titles of pages, and of numbers of pages.
    pub(super) pages: &'static str,
    /// Over the column of minutes.
    pub(super) minutes: &'static str,
    /// Over the column of numbers of exercises.
    pub(super) exercises: &'static str,
    /// Beside a page whose exercises are handed in.
    pub(super) assessed: &'static str,
    /// Before the number of attempts of a unit's assessment.
    pub(super) attempts: &'static str,
    /// Above the notes of a unit.
    pub(super) notes: &'static str,
    /// Where a unit has none.
    pub(super) none: &'static str,
    tones: [&'static str; 4],
}

const ENGLISH: Words = Words {
    language: "en",
    guide: "Facilitator’s guide",
    edition: "Edition",
    audience: "For whom",
    objectives: "What participants can do afterwards",
    tracks: "Tracks",
    every: "all",
    pages: "Pages",
    minutes: "Minutes",
    exercises: "Exercises",
    assessed: "assessment",
    attempts: "Attempts at the assessment",
    notes: "Notes for facilitators",
    none: "There are no notes for this unit.",
    tones: ["Note", "Tip", "Important", "Warning"],
};

const RUSSIAN: Words = Words {
    language: "ru",
    guide: "Пособие для ведущих",
    edition: "Издание",
    audience: "Для кого",
    objectives: "Что участники смогут потом",
    tracks: "Варианты курса",
    every: "все",
    pages: "Страницы",
    minutes: "Минуты",
    exercises: "Упражнения",
    assessed: "итоговая работа",
    attempts: "Попыток сдать итоговую работу",
    notes: "Заметки для ведущих",
    none: "К этому разделу заметок нет.",
    tones: ["Заметка", "Совет", "Важно", "Осторожно"],
};

impl Words {
    /// The words of a language; English where the guide does not speak it.
    pub(super) fn of(language: &str) -> &'static Words {
        let main = language.split('-').next().unwrap_or_default();
        [&RUSSIAN].into_iter().find(|words| words.language == main).unwrap_or(&ENGLISH)
    }

    /// What stands over a callout.
    pub(super) fn tone(&self, tone: Tone) -> &'static str {
        let [note, tip, important, warning] = self.tones;
        match tone {
            Tone::Note => note,
            Tone::Tip => tip,
            Tone::Important => important,
            Tone::Warning => warning,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use kerege::i18n::LANGUAGES;

    #[test]
    fn the_guide_speaks_every_language_of_the_interface() {
        for (language, _) in LANGUAGES {
            assert_eq!(Words::of(language).language, language);
        }
        assert_eq!(Words::of("ru-KZ").language, "ru");
        assert_eq!(Words::of("ky").language, "en");
    }
}
