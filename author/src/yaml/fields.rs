//! Reads the fields of an object, and says which ones nobody knows.

use super::{Node, Value};
use crate::finding::Findings;
use crate::passage::{Passage, Place};
use kerege::content::Id;

/// The fields of an object while they are read.
pub struct Fields<'a> {
    /// Where the object stands.
    pub place: Place,
    what: &'static str,
    fields: &'a [(Passage, Node)],
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// The fields of `node`; `what` names the object in messages.
    pub fn of(node: &'a Node, what: &'static str, findings: &mut Findings) -> Option<Fields<'a>> {
        let Value::Map(fields) = &node.value else {
            let problem = format!("{what} is expected here, with its fields; this is {}", node.shape());
            findings.wrong(node.place, problem, "see docs/authors/format.md for the fields");
            return None;
        };
        Some(Fields { place: first(node), what, fields, asked: Vec::new() })
    }

    /// A field, where something is written in it.
    pub fn get(&mut self, name: &'static str) -> Option<&'a Node> {
        if !self.asked.contains(&name) {
            self.asked.push(name);
        }
        let (_, node) = self.fields.iter().find(|(known, _)| known.text == name)?;
        (!matches!(node.value, Value::Nothing)).then_some(node)
    }

    /// A field that has to be there.
    pub fn need(&mut self, name: &'static str, findings: &mut Findings) -> Option<&'a Node> {
        let found = self.get(name);
        // A misspelt name is said once, when all names are known.
        let misspelt =
            || self.fields.iter().any(|(other, _)| other.text != name && closest(&other.text, &[name]).is_some());
        if found.is_none() && !misspelt() {
            findings.wrong(self.place, format!("{} has no `{name}`", self.what), format!("add a line `{name}: …`"));
        }
        found
    }

    /// Text of a field.
    pub fn text(&mut self, name: &'static str, findings: &mut Findings) -> Option<&'a Passage> {
        text(self.get(name)?, name, findings)
    }

    /// Text of a field that has to be there.
    pub fn need_text(&mut self, name: &'static str, findings: &mut Findings) -> Option<&'a Passage> {
        text(self.need(name, findings)?, name, findings)
    }

    /// The id in a field that has to be there.
    pub fn need_id(&mut self, name: &'static str, findings: &mut Findings) -> Option<(Id, Place)> {
        let text = self.need_text(name, findings)?;
        id(text, findings)
    }

    /// The id in a field.
    pub fn id(&mut self, name: &'static str, findings: &mut Findings) -> Option<(Id, Place)> {
        let text = self.text(name, findings)?;
        id(text, findings)
    }

    /// A whole number in a field.
    pub fn count(&mut self, name: &'static str, findings: &mut Findings) -> Option<u32> {
        let text = self.text(name, findings)?;
        let number = text.text.trim().parse().ok();
        if number.is_none() {
            findings.wrong(text.all(), format!("`{name}` has to be a whole number"), "write digits only, such as 3");
        }
        number
    }

    /// True or false in a field.
    pub fn truth(&mut self, name: &'static str, findings: &mut Findings) -> Option<bool> {
        let text = self.text(name, findings)?;
        match text.text.as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                findings.wrong(text.all(), format!("`{name}` has to be true or false"), "write `true` or `false`");
                None
            }
        }
    }

    /// The members of a list in a field; none where there is no field.
    pub fn list(&mut self, name: &'static str, findings: &mut Findings) -> &'a [Node] {
        let Some(node) = self.get(name) else { return &[] };
        items(node, name, findings)
    }

    /// Ids in a list in a field.
    pub fn ids(&mut self, name: &'static str, findings: &mut Findings) -> Vec<(Id, Place)> {
        let nodes = self.list(name, findings);
        nodes.iter().filter_map(|node| id(text(node, name, findings)?, findings)).collect()
    }

    /// Says which fields nobody asked for. Fields of older or other tools are not ignored: they are mostly misspelt.
    pub fn finish(self, findings: &mut Findings) {
        for (name, _) in self.fields {
            if self.asked.contains(&name.text.as_str()) || name.text.is_empty() {
                continue;
            }
            let near = closest(&name.text, &self.asked);
            let mut problem = format!("{} has no field `{}`", self.what, name.text);
            if let Some(near) = near {
                problem += &format!("; did you mean `{near}`?");
            }
            let known = self.asked.join(", ");
            findings.wrong(name.all(), problem, format!("its fields are: {known}"));
        }
    }
}

/// The name that was probably meant.
pub(crate) fn closest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let near = known.iter().map(|known| (strsim::damerau_levenshtein(name, known), *known));
    let (distance, known) = near.min_by_key(|(distance, _)| *distance)?;
    (distance <= 1 + name.chars().count() / 4).then_some(known)
}

/// The members of a list.
pub(crate) fn items<'a>(node: &'a Node, name: &str, findings: &mut Findings) -> &'a [Node] {
    match &node.value {
        Value::List(items) => items,
        Value::Nothing | Value::Scalar(_) | Value::Map(_) => {
            findings.wrong(
                node.place,
                format!("`{name}` has to be a list"),
                "begin each member with `- `, or write [a, b]",
            );
            &[]
        }
    }
}

/// The text of a node.
pub(crate) fn text<'a>(node: &'a Node, name: &str, findings: &mut Findings) -> Option<&'a Passage> {
    let found = node.scalar();
    if found.is_none() {
        let problem = format!("`{name}` has to be a text; this is {}", node.shape());
        findings.wrong(node.place, problem, "put the text into \"quotes\" if it contains a colon or brackets");
    }
    found
}

/// The id in a text.
pub(crate) fn id(text: &Passage, findings: &mut Findings) -> Option<(Id, Place)> {
    let id = Id::new(text.text.trim());
    if id.is_none() {
        let short: String = text.text.chars().take(50).collect();
        let help = "small Latin letters, digits and hyphens, at most 40, beginning with a letter or digit";
        findings.wrong(text.all(), format!("`{short}` is not an id"), help);
    }
    Some((id?, text.all()))
}

/// The first field's name: a caret there says more than one below the whole object.
fn first(node: &Node) -> Place {
    match &node.value {
        Value::Map(fields) => fields.first().map_or(node.place, |(name, _)| name.all()),
        Value::Nothing | Value::Scalar(_) | Value::List(_) => node.place,
    }
}
