//! Hostile input: any JSON, and wounds that a valid file may suffer.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value};

/// Field names of our own formats, so that arbitrary values get further into the readers.
const NAMES: [&str; 54] = [
    "kerege",
    "type",
    "id",
    "title",
    "units",
    "tracks",
    "pages",
    "blocks",
    "prose",
    "exercises",
    "exercise",
    "pools",
    "pool",
    "prompt",
    "key",
    "kind",
    "options",
    "right",
    "left",
    "items",
    "groups",
    "order",
    "pairs",
    "body",
    "blanks",
    "value",
    "tolerance",
    "near",
    "from",
    "to",
    "points",
    "ordinal",
    "edition",
    "number",
    "card",
    "languages",
    "rule",
    "all",
    "any",
    "at-least",
    "n",
    "of",
    "percent",
    "files",
    "path",
    "records",
    "href",
    "turns",
    "choices",
    "next",
    "if",
    "effects",
    "worth",
    "a",
];

/// Any JSON, a few levels deep.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z]{0,3}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(
            &[
                "choice",
                "blanks",
                "numeric",
                "matching",
                "ordering",
                "categorise",
                "reflection",
                "scale",
                "plan",
                "conversation",
                "stakeholders"
            ][..]
        )
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let name = prop_oneof![4 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned), 1 => any::<String>()];
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::Array),
            vec((name, inner), 0..6).prop_map(|entries| Value::Object(Map::from_iter(entries))),
        ]
    })
}

/// A wound.
#[derive(Clone, Debug)]
pub(crate) enum Wound {
    /// The end is missing.
    Cut(Index),
    /// Some bytes are others.
    Changed(Vec<(Index, u8)>),
    /// A piece is missing.
    Removed(Index, Index),
    /// A piece stands twice.
    Doubled(Index, Index),
    /// A value inside is another one.
    Replaced(Index, Value),
    /// A member is missing.
    Dropped(Index),
}

/// Any wound.
pub(crate) fn damaged() -> impl Strategy<Value = Wound> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Wound::Cut),
        vec((at(), any::<u8>()), 1..4).prop_map(Wound::Changed),
        (at(), at()).prop_map(|(from, to)| Wound::Removed(from, to)),
        (at(), at()).prop_map(|(from, to)| Wound::Doubled(from, to)),
        (at(), any_json()).prop_map(|(at, value)| Wound::Replaced(at, value)),
        at().prop_map(Wound::Dropped),
    ]
}

impl Wound {
    /// The bytes with this wound.
    pub(crate) fn inflict(&self, bytes: &[u8]) -> Vec<u8> {
        let span = |from: &Index, to: &Index| {
            let (a, b) = (from.index(bytes.len() + 1), to.index(bytes.len() + 1));
            (a.min(b), a.max(b))
        };
        match self {
            Wound::Cut(at) => bytes[..at.index(bytes.len() + 1)].to_vec(),
            Wound::Changed(changes) => {
                let mut bytes = bytes.to_vec();
                for (at, byte) in changes {
                    let at = at.index(bytes.len());
                    bytes[at] = *byte;
                }
                bytes
            }
            Wound::Removed(from, to) => {
                let (from, to) = span(from, to);
                [&bytes[..from], &bytes[to..]].concat()
            }
            Wound::Doubled(from, to) => {
                let (from, to) = span(from, to);
                [&bytes[..to], &bytes[from..]].concat()
            }
            Wound::Replaced(at, value) => inside(bytes, at, |_, _| Some(value.clone())),
            Wound::Dropped(at) => inside(bytes, at, |_, _| None),
        }
    }
}

/// Changes one value somewhere in a document, or takes it away.
fn inside(bytes: &[u8], at: &Index, change: impl Fn(&str, &Value) -> Option<Value>) -> Vec<u8> {
    let Ok(mut document) = serde_json::from_slice::<Value>(bytes) else { return bytes.to_vec() };
    let mut pointers = Vec::new();
    walk(&document, String::new(), &mut pointers);
    let pointer = at.get(&pointers);
    let (parent, name) = pointer.rsplit_once('/').unwrap_or(("", ""));
    let new = document.pointer(pointer).and_then(|old| change(name, old));
    match (new, document.pointer_mut(parent)) {
        (Some(new), _) => {
            if let Some(value) = document.pointer_mut(pointer) {
                *value = new;
            }
        }
        (None, Some(Value::Object(object))) => {
            object.remove(name);
        }
        (None, Some(Value::Array(items))) => {
            name.parse().ok().filter(|at| *at < items.len()).map(|at: usize| items.remove(at));
        }
        (None, _) => {}
    }
    document.to_string().into_bytes()
}

/// The pointers of all values below the root, and of the root.
fn walk(value: &Value, pointer: String, out: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                walk(inner, format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                walk(inner, format!("{pointer}/{index}"), out);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    out.push(pointer);
}
