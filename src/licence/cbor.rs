//! CBOR (RFC 8949), as far as tokens need it: a small tree.
//!
//! A document is taken only in the deterministic form (RFC 8949, section 4.2): what is read is written again and compared.
//! So no bit of a token can be changed without being seen.

use minicbor::data::{Tag, Type};
use minicbor::{Decoder, Encoder, encode};
use std::convert::Infallible;
use zeroize::Zeroizing;

/// A value. The members of a map have whole numbers for names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Int(i64),
    /// Wiped when they are dropped: they may be secret.
    Bytes(Zeroizing<Vec<u8>>),
    Text(String),
    List(Vec<Value>),
    Map(Vec<(i64, Value)>),
    Tagged(u64, Box<Value>),
}

/// The claim of a token under which everything stands that the registered claims (RFC 8392) do not have: private use.
pub(crate) const OURS: i64 = -65537;

/// Deeper nesting is refused, so that no file can exhaust the stack.
const DEEPEST: u32 = 12;

/// Longer lists are refused: no organiser has issued so many licences.
const MOST: u64 = 400_000;

/// Reads a whole document; `None` where it is none, or in another form than [`Value::to_bytes`] writes.
pub(crate) fn read(bytes: &[u8]) -> Option<Value> {
    let value = value(&mut Decoder::new(bytes), DEEPEST)?;
    (value.to_bytes() == bytes).then_some(value)
}

fn value(from: &mut Decoder<'_>, depth: u32) -> Option<Value> {
    let inside = depth.checked_sub(1)?;
    Some(match from.datatype().ok()? {
        Type::Null => {
            from.null().ok()?;
            Value::Null
        }
        Type::Bool => Value::Bool(from.bool().ok()?),
        Type::Bytes => Value::bytes(from.bytes().ok()?),
        Type::String => Value::Text(from.str().ok()?.to_owned()),
        Type::Array => {
            let items = from.array().ok()?.filter(|n| *n <= MOST)?;
            let mut list = Vec::new();
            for _ in 0..items {
                list.push(value(from, inside)?);
            }
            Value::List(list)
        }
        Type::Map => {
            let members = from.map().ok()?.filter(|n| *n <= MOST)?;
            let mut map = Vec::new();
            for _ in 0..members {
                map.push((from.i64().ok()?, value(from, inside)?));
            }
            Value::Map(map)
        }
        Type::Tag => Value::Tagged(from.tag().ok()?.as_u64(), Box::new(value(from, inside)?)),
        // Everything else is no number either.
        _ => Value::Int(from.i64().ok()?),
    })
}

fn put(out: &mut Encoder<Vec<u8>>, value: &Value) -> Result<(), encode::Error<Infallible>> {
    match value {
        Value::Null => out.null()?,
        Value::Bool(truth) => out.bool(*truth)?,
        Value::Int(number) => out.i64(*number)?,
        Value::Bytes(bytes) => out.bytes(bytes)?,
        Value::Text(text) => out.str(text)?,
        Value::List(items) => {
            out.array(items.len() as u64)?;
            return items.iter().try_for_each(|item| put(out, item));
        }
        Value::Map(members) => {
            out.map(members.len() as u64)?;
            return members.iter().try_for_each(|(name, value)| {
                out.i64(*name)?;
                put(out, value)
            });
        }
        Value::Tagged(tag, value) => {
            out.tag(Tag::new(*tag))?;
            return put(out, value);
        }
    };
    Ok(())
}

impl Value {
    /// The document's bytes.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Encoder::new(Vec::new());
        // A vector takes everything.
        let _ = put(&mut out, self);
        out.into_writer()
    }

    /// Bytes.
    pub(crate) fn bytes(bytes: &[u8]) -> Value {
        Value::Bytes(Zeroizing::new(bytes.to_vec()))
    }

    /// A text.
    pub(crate) fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    /// A whole number.
    pub(crate) fn count(number: u32) -> Value {
        Value::Int(i64::from(number))
    }

    /// A member of a map.
    pub(crate) fn get(&self, name: i64) -> Option<&Value> {
        let Value::Map(members) = self else { return None };
        members.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The items of a list.
    pub(crate) fn items(&self) -> Option<&[Value]> {
        let Value::List(items) = self else { return None };
        Some(items)
    }

    /// The number.
    pub(crate) fn as_int(&self) -> Option<i64> {
        let Value::Int(number) = self else { return None };
        Some(*number)
    }

    /// The number, where it is one that counts something.
    pub(crate) fn as_count(&self) -> Option<u32> {
        u32::try_from(self.as_int()?).ok()
    }

    /// The bytes.
    pub(crate) fn as_bytes(&self) -> Option<&[u8]> {
        let Value::Bytes(bytes) = self else { return None };
        Some(bytes)
    }

    /// The bytes, where they are so many.
    pub(crate) fn as_fixed<const N: usize>(&self) -> Option<[u8; N]> {
        self.as_bytes()?.try_into().ok()
    }

    /// The text.
    pub(crate) fn as_str(&self) -> Option<&str> {
        let Value::Text(text) = self else { return None };
        Some(text)
    }

    /// The text, as people are shown it: nothing in it is hidden or turns the direction of what stands beside it.
    pub(crate) fn as_shown(&self) -> Option<String> {
        let text = self.as_str()?;
        (!text.chars().any(crate::certificate::is_hidden)).then(|| text.to_owned())
    }

    /// The id.
    pub(crate) fn as_id(&self) -> Option<crate::content::Id> {
        crate::content::Id::new(self.as_str()?)
    }
}
