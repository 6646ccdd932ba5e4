//! Reads a PO file: total, with places.

use super::{Catalogue, Entry};
use crate::finding::Findings;
use crate::passage::{FileId, Passage, Place};

/// Reads a PO file; what cannot be read is left out and said.
pub fn read(source: &Passage, findings: &mut Findings) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let mut draft = Draft::new();
    let mut at = 0;
    for line in source.text.split('\n') {
        let place = source.place(at..at + line.len());
        take(line.trim_end_matches('\r'), place, &mut draft, &mut catalogue, findings);
        at += line.len() + 1;
    }
    draft.finish(source.file(), &mut catalogue, findings);
    catalogue
}

fn take(line: &str, place: Place, draft: &mut Draft, catalogue: &mut Catalogue, findings: &mut Findings) {
    let obsolete = line.strip_prefix("#~");
    let previous = line.strip_prefix("#|");
    let begins = |line: &str| line.trim_start().starts_with("msgctxt") || line.trim_start().starts_with("msgid");
    let comment = line.starts_with('#') && obsolete.is_none();
    // A new message begins after a translation, whether or not a line is empty.
    if draft.has_text && (line.is_empty() || comment || begins(obsolete.unwrap_or(line))) {
        std::mem::replace(draft, Draft::new()).finish(place.file, catalogue, findings);
    }
    if let Some(previous) = previous {
        draft.previous_line(previous.trim());
    } else if let Some(rest) = obsolete {
        draft.obsolete = true;
        match rest.strip_prefix('|') {
            Some(previous) => draft.previous_line(previous.trim()),
            None => draft.line(rest.trim(), place, findings),
        }
    } else if let Some(rest) = line.strip_prefix("#:") {
        draft.references.extend(rest.split_whitespace().map(str::to_owned));
    } else if let Some(rest) = line.strip_prefix("#,") {
        draft.flags.extend(rest.split(',').map(|flag| flag.trim().to_owned()).filter(|flag| !flag.is_empty()));
    } else if line.starts_with("#.") {
        // Notes from the source are written anew each time.
    } else if let Some(rest) = line.strip_prefix('#') {
        draft.comments.push(rest.strip_prefix(' ').unwrap_or(rest).to_owned());
    } else if !line.trim().is_empty() {
        draft.line(line.trim(), place, findings);
    }
}

/// Which text the lines in quotes belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    None,
    Context,
    Id,
    Text,
    PreviousId,
    Other,
}

/// A message while its lines are read.
struct Draft {
    comments: Vec<String>,
    references: Vec<String>,
    flags: Vec<String>,
    previous: Option<String>,
    context: Option<String>,
    id: String,
    text: String,
    marks: Vec<(usize, usize)>,
    place: Option<Place>,
    has_text: bool,
    obsolete: bool,
    field: Field,
}

impl Draft {
    fn new() -> Draft {
        Draft {
            comments: Vec::new(),
            references: Vec::new(),
            flags: Vec::new(),
            previous: None,
            context: None,
            id: String::new(),
            text: String::new(),
            marks: Vec::new(),
            place: None,
            has_text: false,
            obsolete: false,
            field: Field::None,
        }
    }

    fn line(&mut self, line: &str, place: Place, findings: &mut Findings) {
        self.place = self.place.or(Some(place));
        let (keyword, rest) = line.split_once('"').unwrap_or((line, ""));
        match keyword.trim() {
            "" => {}
            "msgctxt" => self.field = Field::Context,
            "msgid" => self.field = Field::Id,
            "msgstr" => self.field = Field::Text,
            "msgid_plural" => self.field = Field::Other,
            word if word.starts_with("msgstr[") => self.field = Field::Other,
            word => {
                let short: String = word.chars().take(30).collect();
                let help = "a line begins with #, msgctxt, msgid, msgstr or a quotation mark";
                findings.wrong(place, format!("`{short}` means nothing in a PO file"), help);
                self.field = Field::Other;
            }
        }
        let Some(inner) = rest.strip_suffix('"') else {
            findings.wrong(place, "a text in a PO file ends with a quotation mark", "write it in one line: \"…\"");
            return;
        };
        let text = unescape(inner);
        match self.field {
            Field::Context => self.context.get_or_insert_default().push_str(&text),
            Field::Id => self.id.push_str(&text),
            Field::Text => {
                self.has_text = true;
                self.marks.push((self.text.len(), place.end.saturating_sub(inner.len() + 1)));
                self.text.push_str(&text);
            }
            Field::None | Field::Other | Field::PreviousId => {}
        }
    }

    fn previous_line(&mut self, line: &str) {
        let (keyword, rest) = line.split_once('"').unwrap_or((line, ""));
        match keyword.trim() {
            "" => {}
            "msgid" => self.field = Field::PreviousId,
            _ => self.field = Field::Other,
        }
        if self.field == Field::PreviousId {
            let text = unescape(rest.strip_suffix('"').unwrap_or(rest));
            self.previous.get_or_insert_default().push_str(&text);
        }
    }

    fn finish(self, file: FileId, catalogue: &mut Catalogue, findings: &mut Findings) {
        if !self.has_text {
            return;
        }
        if self.id.is_empty() && self.context.is_none() {
            let fields = self.text.lines().filter_map(|line| line.split_once(':'));
            catalogue.header = fields.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect();
            catalogue.comments = self.comments;
            return;
        }
        let (fuzzy, flags) = self.flags.into_iter().partition::<Vec<_>, _>(|flag| flag == "fuzzy");
        let entry = Entry {
            comments: self.comments,
            references: self.references,
            fuzzy: !fuzzy.is_empty(),
            flags,
            previous: self.previous,
            context: self.context,
            id: self.id,
            text: Passage::joined(self.text, file, self.marks),
        };
        if self.obsolete {
            catalogue.obsolete.push(entry);
        } else if !catalogue.add(entry)
            && let Some(place) = self.place
        {
            findings.wrong(place, "this message stands twice in the file", "keep one of the two");
        }
    }
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some(c) => out.push(c),
                None => out.push('\\'),
            },
            (c, false) => out.push(c),
        }
    }
    out
}
