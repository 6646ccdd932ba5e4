//! Tokens as text: base64url for links and files, digits for QR codes.

use base64ct::{Base64UrlUnpadded, Encoding as _};

/// Base64url without padding (RFC 4648, section 5).
pub fn base64(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// The bytes of base64url; `None` where it is none, or not as [`base64`] writes it.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(text).ok()
}

/// Digits for this many bytes at the end; 17 for a whole group of 7.
const DIGITS: [usize; 8] = [0, 3, 5, 8, 10, 13, 15, 17];

/// Bytes of a group.
const GROUP: usize = 7;

/// Decimal digits, as FIDO's CTAP 2.2 puts binary data into QR codes (hybrid transports): 7 bytes, the lowest first, are 17
/// digits. In a QR code a digit takes 3⅓ bits, so next to nothing is lost.
pub fn digits(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 17 / GROUP + 3);
    for group in bytes.chunks(GROUP) {
        let number = group.iter().rev().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        let written = number.to_string();
        let width = DIGITS.get(group.len()).copied().unwrap_or_default();
        out.extend(std::iter::repeat_n('0', width.saturating_sub(written.len())));
        out.push_str(&written);
    }
    out
}

/// The bytes of digits; `None` where they are not as [`digits`] writes them.
pub fn from_digits(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for group in text.as_bytes().chunks(DIGITS[GROUP]) {
        let length = DIGITS.iter().position(|width| *width == group.len())?;
        let mut number = 0_u64;
        for byte in group {
            number = number * 10 + u64::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?);
        }
        let bytes = number.to_le_bytes();
        let (kept, rest) = bytes.split_at_checked(length)?;
        if rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        out.extend(kept);
    }
    Some(out)
}

/// The bytes of a text that a person pasted or scanned: digits or base64url, whatever spaces and lines it was broken into,
/// alone or at the end of a link.
pub fn read(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let dense: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let last = dense.rsplit(['/', '#', '=', '?']).next().filter(|last| !last.is_empty())?;
    if last.bytes().all(|byte| byte.is_ascii_digit()) { from_digits(last) } else { from_base64(last) }
}

/// What stands between a site's address and a licence.
pub const LICENCE: &str = "#licence/";

/// What stands between the address of the verify screen's site and a certificate.
pub const CERTIFICATE: &str = "#certificate/";

/// Longer texts hold no token.
const LONGEST: usize = 64 * 1024;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_token_is_read_back_from_digits_from_base64_and_from_a_link(bytes in prop::collection::vec(any::<u8>(), 1..200)) {
            prop_assert_eq!(from_digits(&digits(&bytes)), Some(bytes.clone()));
            prop_assert_eq!(from_base64(&base64(&bytes)), Some(bytes.clone()));
            prop_assert_eq!(read(&format!("https://x.example/#l/{}", digits(&bytes))), Some(bytes.clone()));
            let lines: String = digits(&bytes).chars().flat_map(|c| [c, '\n']).collect();
            prop_assert_eq!(read(&lines), Some(bytes));
        }

        #[test]
        fn digits_are_written_in_one_way_only(text in "[0-9]{0,40}") {
            if let Some(bytes) = from_digits(&text) {
                prop_assert_eq!(digits(&bytes), text);
            }
        }
    }

    #[test]
    fn base64_with_padding_or_stray_bits_is_none() {
        for bad in ["QQ==", "QR", "Q", "Q+", "Q Q"] {
            assert_eq!(from_base64(bad), None, "{bad}");
        }
        assert_eq!(from_digits("99999999999999999"), None);
        assert_eq!(from_digits("999"), None);
    }
}
