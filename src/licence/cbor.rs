//! CBOR (RFC 8949), as far as tokens need it: a small tree.
//!
//! A document is taken only in the deterministic form (RFC 8949, section 4.2): what is read is written again and compared.
//! So no bit of a token can be changed without being seen.
//!
//! By hand, like JSON (decision 7): a library for all of CBOR weighs more in the browser than everything that tokens ask of
//! it. The tests below try it against such a library.

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
    let value = Reader(bytes).value(DEEPEST)?;
    // What is left over, or was written longer than need be, is not written again.
    (value.to_bytes() == bytes).then_some(value)
}

/// Major types (RFC 8949, section 3.1).
const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;
const TAG: u8 = 6;
const SIMPLE: u8 = 7;

/// Simple values (section 3.3).
const FALSE: u64 = 20;
const TRUE: u64 = 21;
const NULL: u64 = 22;

/// What is left to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    /// The head of a value: its major type and its argument.
    fn head(&mut self) -> Option<(u8, u64)> {
        let [first] = self.take(1)? else { return None };
        let argument = match first & 31 {
            small @ 0..24 => u64::from(small),
            // The length stands before the bytes: 1, 2, 4 or 8 of them, the highest first.
            long @ 24..28 => self.take(1 << (long - 24))?.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)),
            _ => return None,
        };
        Some((first >> 5, argument))
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        let inside = depth.checked_sub(1)?;
        let (major, n) = self.head()?;
        Some(match major {
            UNSIGNED | NEGATIVE => Value::Int(number(major, n)?),
            BYTES => Value::bytes(self.take(usize::try_from(n).ok()?)?),
            TEXT => Value::text(std::str::from_utf8(self.take(usize::try_from(n).ok()?)?).ok()?),
            ARRAY if n <= MOST => Value::List((0..n).map(|_| self.value(inside)).collect::<Option<_>>()?),
            MAP if n <= MOST => Value::Map((0..n).map(|_| self.member(inside)).collect::<Option<_>>()?),
            TAG => Value::Tagged(n, Box::new(self.value(inside)?)),
            SIMPLE if n == NULL => Value::Null,
            SIMPLE if n == TRUE || n == FALSE => Value::Bool(n == TRUE),
            _ => return None,
        })
    }

    fn member(&mut self, depth: u32) -> Option<(i64, Value)> {
        let (major, n) = self.head()?;
        Some((number(major, n)?, self.value(depth)?))
    }
}

/// A whole number; a negative one is written as what is missing to -1.
fn number(major: u8, n: u64) -> Option<i64> {
    let n = i64::try_from(n).ok()?;
    match major {
        UNSIGNED => Some(n),
        NEGATIVE => Some(-1 - n),
        _ => None,
    }
}

/// Puts a head in its shortest form.
fn head(out: &mut Vec<u8>, major: u8, n: u64) {
    let bytes = n.to_be_bytes();
    let (size, width) = match n {
        0..24 => return out.push(major << 5 | n as u8),
        24..=0xff => (24, 1),
        0x100..=0xffff => (25, 2),
        0x1_0000..=0xffff_ffff => (26, 4),
        _ => (27, 8),
    };
    out.push(major << 5 | size);
    out.extend(bytes.iter().skip(bytes.len() - width));
}

fn put_number(out: &mut Vec<u8>, number: i64) {
    match u64::try_from(number) {
        Ok(n) => head(out, UNSIGNED, n),
        Err(_) => head(out, NEGATIVE, (-1 - number) as u64),
    }
}

fn put(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => head(out, SIMPLE, NULL),
        Value::Bool(truth) => head(out, SIMPLE, if *truth { TRUE } else { FALSE }),
        Value::Int(number) => put_number(out, *number),
        Value::Bytes(bytes) => {
            head(out, BYTES, bytes.len() as u64);
            out.extend_from_slice(bytes);
        }
        Value::Text(text) => {
            head(out, TEXT, text.len() as u64);
            out.extend_from_slice(text.as_bytes());
        }
        Value::List(items) => {
            head(out, ARRAY, items.len() as u64);
            items.iter().for_each(|item| put(out, item));
        }
        Value::Map(members) => {
            head(out, MAP, members.len() as u64);
            for (name, value) in members {
                put_number(out, *name);
                put(out, value);
            }
        }
        Value::Tagged(tag, value) => {
            head(out, TAG, *tag);
            put(out, value);
        }
    }
}

impl Value {
    /// The document's bytes.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, self);
        out
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

    /// What is read of each item of a list; `None` where one of them is none of these.
    pub(crate) fn each<T>(&self, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
        let mut all = Vec::new();
        for item in self.items()? {
            all.push(read(item)?);
        }
        Some(all)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i64>().prop_map(Value::Int),
            prop::collection::vec(any::<u8>(), 0..300).prop_map(|bytes| Value::bytes(&bytes)),
            "\\PC{0,30}".prop_map(Value::Text),
        ];
        leaf.prop_recursive(4, 40, 30, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..30).prop_map(Value::List),
                prop::collection::vec((any::<i64>(), inner.clone()), 0..5).prop_map(Value::Map),
                (any::<u64>(), inner).prop_map(|(tag, value)| Value::Tagged(tag, Box::new(value))),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_value_is_read_back_and_a_library_reads_the_same(value in any_value()) {
            let bytes = value.to_bytes();
            prop_assert_eq!(read(&bytes), Some(value));
            let mut whole = minicbor::Decoder::new(&bytes);
            prop_assert!(whole.skip().is_ok());
            prop_assert_eq!(whole.position(), bytes.len());
        }

        #[test]
        fn whatever_is_read_is_written_the_same(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            if let Some(value) = read(&bytes) {
                prop_assert_eq!(value.to_bytes(), bytes);
            }
        }
    }

    #[test]
    fn heads_are_those_of_the_standard_and_no_longer_than_need_be() {
        // RFC 8949, appendix A.
        let cases: [(i64, &[u8]); 8] = [
            (0, &[0]),
            (23, &[0x17]),
            (24, &[0x18, 24]),
            (1000, &[0x19, 3, 0xe8]),
            (1_000_000, &[0x1a, 0, 0x0f, 0x42, 0x40]),
            (1_000_000_000_000, &[0x1b, 0, 0, 0, 0xe8, 0xd4, 0xa5, 0x10, 0]),
            (-1, &[0x20]),
            (-1000, &[0x39, 3, 0xe7]),
        ];
        for (number, bytes) in cases {
            assert_eq!(Value::Int(number).to_bytes(), bytes);
            assert_eq!(read(bytes), Some(Value::Int(number)));
        }
        for longer in [&[0x18, 23][..], &[0x19, 0, 24], &[0x58, 1, 7], &[0xf8, 20], &[0, 0], &[0x5f, 0xff], &[0x1f]] {
            assert_eq!(read(longer), None, "{longer:?}");
        }
    }
}
