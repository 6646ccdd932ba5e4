//! Packed texts: ciphertext does not pack on its way, so that what is sealed is packed before (DEFLATE, RFC 1951).

use super::file::LARGEST;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// Packs bytes, the same ones always in the same way; `None` where that would save less than a tenth, as with pictures and
/// sound.
pub fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let packed = compress_to_vec(bytes, 9);
    Some(packed).filter(|packed| packed.len() < bytes.len() / 10 * 9)
}

/// Unpacks bytes; `None` where they are damaged, or are not as many afterwards as was said. Never takes more room than that.
pub fn unpack(packed: &[u8], size: u64) -> Option<Vec<u8>> {
    let size = usize::try_from(size).ok().filter(|_| size <= LARGEST)?;
    decompress_to_vec_with_limit(packed, size).ok().filter(|bytes| bytes.len() == size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_gets_smaller_and_comes_back() {
        let text = "Who counts, and who is counted? ".repeat(100);
        let packed = pack(text.as_bytes()).unwrap();
        assert!(packed.len() < 200, "{}", packed.len());
        assert_eq!(unpack(&packed, text.len() as u64).unwrap(), text.as_bytes());
    }

    #[test]
    fn what_hardly_gets_smaller_stays_as_it_is() {
        assert_eq!(pack(b""), None);
        assert_eq!(pack(b"short"), None);
    }

    #[test]
    fn a_size_that_is_not_true_is_refused() {
        let text = [b'a'; 1000];
        let packed = pack(&text).unwrap();
        for size in [0, 999, 1001, LARGEST + 1, u64::MAX] {
            assert_eq!(unpack(&packed, size), None, "{size}");
        }
    }

    #[test]
    fn a_text_cut_short_is_refused() {
        let text = "Who counts, and who is counted? ".repeat(10);
        let packed = pack(text.as_bytes()).unwrap();
        for end in 0..packed.len() {
            assert_eq!(unpack(&packed[..end], text.len() as u64), None, "{end}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_come_back_or_stay(bytes in prop::collection::vec(0_u8..8, 0..2000)) {
            if let Some(packed) = pack(&bytes) {
                prop_assert_eq!(unpack(&packed, bytes.len() as u64), Some(bytes));
            }
        }

        #[test]
        fn whatever_comes_nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), size in 0_u64..5000) {
            let unpacked = unpack(&bytes, size);
            prop_assert!(unpacked.is_none_or(|bytes| bytes.len() as u64 == size));
        }
    }
}
