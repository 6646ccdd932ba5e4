//! CBOR (RFC 8949), as far as tokens need it.
//!
//! Everything that is read is written again and compared, so only the deterministic form (RFC 8949, section 4.2) is taken
//! and no bit of a token can be changed without being seen.

use minicbor::{Decoder, Encoder, encode};
use std::convert::Infallible;

/// What is written to.
pub(crate) type Out = Encoder<Vec<u8>>;

/// The end of writing; nothing goes wrong in memory.
pub(crate) type Written = Result<(), encode::Error<Infallible>>;

/// The claim of a token under which everything stands that the registered claims (RFC 8392) do not have: private use.
pub(crate) const OURS: i64 = -65537;

/// Lists longer than this are refused where nobody means so many.
pub(crate) const MOST: u64 = 100;

/// What `put` writes.
pub(crate) fn write(put: impl FnOnce(&mut Out) -> Written) -> Vec<u8> {
    let mut out = Encoder::new(Vec::new());
    // A vector takes everything.
    let _ = put(&mut out);
    out.into_writer()
}

/// Reads a whole document, and takes it only if `again` writes the same bytes.
pub(crate) fn read<T>(
    bytes: &[u8],
    read: impl FnOnce(&mut Decoder<'_>) -> Option<T>,
    again: impl FnOnce(&T) -> Vec<u8>,
) -> Option<T> {
    let mut decoder = Decoder::new(bytes);
    let value = read(&mut decoder)?;
    (again(&value) == bytes).then_some(value)
}

/// Reads the members of a map with whole numbers for names.
pub(crate) fn map<'b>(from: &mut Decoder<'b>, mut each: impl FnMut(i64, &mut Decoder<'b>) -> Option<()>) -> Option<()> {
    let members = from.map().ok()?.filter(|n| *n <= MOST)?;
    for _ in 0..members {
        let name = from.i64().ok()?;
        each(name, from)?;
    }
    Some(())
}

/// Reads the items of a list.
pub(crate) fn list<'b, T>(
    from: &mut Decoder<'b>,
    most: u64,
    mut each: impl FnMut(&mut Decoder<'b>) -> Option<T>,
) -> Option<Vec<T>> {
    let items = from.array().ok()?.filter(|n| *n <= most)?;
    (0..items).map(|_| each(from)).collect()
}

/// Reads a text that people are shown: nothing in it is hidden or turns the direction of what stands beside it.
pub(crate) fn text(from: &mut Decoder<'_>) -> Option<String> {
    let text = from.str().ok()?;
    (!text.chars().any(crate::certificate::is_hidden)).then(|| text.to_owned())
}

/// Reads bytes of a fixed length.
pub(crate) fn fixed<const N: usize>(from: &mut Decoder<'_>) -> Option<[u8; N]> {
    from.bytes().ok()?.try_into().ok()
}
