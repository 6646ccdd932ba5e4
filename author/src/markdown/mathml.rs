//! Reads the small subset of MathML that a formula may be made of.

use crate::finding::Findings;
use crate::passage::Passage;
use kerege::content::prose::Math as Known;
use kerege::content::wire::prose::{Math, MathContent};

/// Deeper formulas are refused.
const DEEPEST: usize = 20;

/// The elements inside `<math>…</math>`; `None` where the text is not such a formula.
pub(super) fn mathml(source: &Passage, findings: &mut Findings) -> Option<Vec<Math>> {
    let mut reader = Reader { source, at: 0, findings };
    reader.space();
    let children = match reader.open()? {
        "math" => reader.children("math", 0)?,
        _ => return reader.fail("a formula begins with `<math>`"),
    };
    Some(children)
}

struct Reader<'a, 'b> {
    source: &'a Passage,
    at: usize,
    findings: &'b mut Findings,
}

impl<'a> Reader<'a, '_> {
    fn rest(&self) -> &'a str {
        self.source.text.get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// The name of the element that opens here; its attributes are left out.
    fn open(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let Some((tag, _)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) else {
            return self.fail("an element such as `<mi>` is expected here");
        };
        let name = tag.split_whitespace().next().unwrap_or_default().trim_end_matches('/');
        if tag.len() > name.len() && tag.trim_end_matches('/').trim() != name && name != "math" {
            return self.fail("elements of a formula have no attributes here");
        }
        self.at += tag.len() + 2;
        Some(name)
    }

    /// Children up to the end of `name`.
    fn children(&mut self, name: &str, depth: usize) -> Option<Vec<Math>> {
        let mut children = Vec::new();
        loop {
            self.space();
            if let Some(rest) = self.rest().strip_prefix("</") {
                let Some((closing, _)) = rest.split_once('>').filter(|(closing, _)| closing.trim() == name) else {
                    return self.fail(&format!("`</{name}>` is expected here"));
                };
                self.at += closing.len() + 3;
                return Some(children);
            }
            children.push(self.element(depth + 1)?);
        }
    }

    fn element(&mut self, depth: usize) -> Option<Math> {
        let begin = self.at;
        let name = self.open()?;
        if !Known::TAGS.contains(&name) || depth > DEEPEST {
            self.at = begin;
            return self.fail(&format!("`<{name}>` may not be used; these may: {}", Known::TAGS.join(", ")));
        }
        let content = if self.source.text.get(begin..self.at).is_some_and(|tag| tag.ends_with("/>")) {
            MathContent::Text(String::new())
        } else if matches!(name, "mi" | "mn" | "mo" | "mtext") {
            let Some((text, _)) = self.rest().split_once("</") else { return self.fail("an element is not closed") };
            let text = entities(text);
            self.at += self.rest().find("</").unwrap_or(0);
            self.children(name, depth)?;
            MathContent::Text(text)
        } else {
            MathContent::Children(self.children(name, depth)?)
        };
        Math::named(name, content)
    }

    fn fail<T>(&mut self, problem: &str) -> Option<T> {
        let place = self.source.place(self.at..(self.at + 1).min(self.source.text.len()).max(self.at));
        self.findings.wrong(place, format!("the formula cannot be read: {problem}"), "write it as `<math>…</math>`");
        None
    }
}

fn entities(text: &str) -> String {
    text.trim().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
