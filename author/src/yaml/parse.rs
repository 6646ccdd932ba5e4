//! Parses YAML into a tree with places.

use super::scalar::{Lines, scalar};
use super::{Node, Value};
use crate::finding::Findings;
use crate::passage::{Passage, Place};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// Deeper nesting than this is refused: no form of ours needs it.
const DEEPEST: usize = 40;

/// Parses one YAML document; `None` where nothing could be read.
pub fn parse(source: &Passage, findings: &mut Findings) -> Option<Node> {
    let lines = Lines::new(source);
    let mut builder = Builder { lines: &lines, open: Vec::new(), root: None };
    for event in Parser::new_from_str(&source.text) {
        let (event, span) = match event {
            Ok(found) => found,
            Err(error) => {
                let at = lines.offset(error.marker().line(), error.marker().col());
                let help = "text with `: `, ` #` or a mark like [ { * & ! at its start goes into \"quotes\"; fields of one object begin in one column";
                findings.wrong(source.place(at..at), format!("this is not YAML: {}", error.info()), help);
                return None;
            }
        };
        if !builder.take(event, span, findings) {
            return None;
        }
    }
    builder.root
}

struct Builder<'a> {
    lines: &'a Lines<'a>,
    /// Lists and maps that are not closed yet.
    open: Vec<Open>,
    root: Option<Node>,
}

struct Open {
    place: Place,
    what: Inner,
}

enum Inner {
    List(Vec<Node>),
    Map(Vec<(Passage, Node)>, Option<Passage>),
}

impl Builder<'_> {
    /// Takes an event; false where reading has to stop.
    fn take(&mut self, event: Event<'_>, span: Span, findings: &mut Findings) -> bool {
        let place = self.lines.place(span);
        match event {
            Event::Scalar(text, style, ..) => {
                let empty = text.is_empty() || (style == ScalarStyle::Plain && (text == "~" || text == "null"));
                let passage = scalar(&text, style, span, self.lines);
                let place = if empty { place } else { passage.all() };
                let nothing = empty && style == ScalarStyle::Plain;
                let value = if nothing { Value::Nothing } else { Value::Scalar(passage) };
                self.put(Node { place, value }, findings);
            }
            Event::SequenceStart(..) => return self.open(place, Inner::List(Vec::new()), findings),
            Event::MappingStart(..) => return self.open(place, Inner::Map(Vec::new(), None), findings),
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    let value = match open.what {
                        Inner::List(items) => Value::List(items),
                        Inner::Map(fields, _) => Value::Map(fields),
                    };
                    self.put(Node { place: open.place, value }, findings);
                }
            }
            Event::Alias(_) => {
                findings.wrong(
                    place,
                    "`*` refers to another place",
                    "write the text out, or put it into \"quotes\" if the asterisk is meant",
                );
                self.put(Node { place, value: Value::Nothing }, findings);
            }
            Event::DocumentStart(_) if self.root.is_some() => {
                findings.wrong(
                    place,
                    "`---` begins a second document",
                    "one document a file or block: remove the `---`",
                );
                return false;
            }
            Event::DocumentStart(_) | Event::DocumentEnd | Event::StreamStart | Event::StreamEnd | Event::Nothing => {}
        }
        true
    }

    fn open(&mut self, place: Place, what: Inner, findings: &mut Findings) -> bool {
        if self.open.len() >= DEEPEST {
            findings.wrong(place, "this is nested too deeply", "nothing in a module needs so many levels");
            return false;
        }
        self.open.push(Open { place, what });
        true
    }

    fn put(&mut self, node: Node, findings: &mut Findings) {
        match self.open.last_mut().map(|open| &mut open.what) {
            None => self.root = Some(node),
            Some(Inner::List(items)) => items.push(node),
            Some(Inner::Map(fields, key)) => match key.take() {
                Some(name) => {
                    if fields.iter().any(|(known, _)| known.text == name.text) {
                        let help = "keep one of the two; only the first is read";
                        findings.wrong(name.all(), format!("the field `{}` stands twice", name.text), help);
                    } else {
                        fields.push((name, node));
                    }
                }
                None => *key = Some(name_of(node, findings)),
            },
        }
    }
}

/// The name of a field.
fn name_of(node: Node, findings: &mut Findings) -> Passage {
    match node.value {
        Value::Scalar(text) => text,
        Value::Nothing | Value::List(_) | Value::Map(_) => {
            findings.wrong(node.place, "this is no name of a field", "a field's name is one word, followed by a colon");
            Passage::at(String::new(), node.place)
        }
    }
}
