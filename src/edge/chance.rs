//! Random numbers from the device.

use crate::port::Chance;

/// The device's source of random numbers.
pub(super) struct Device;

impl Chance for Device {
    fn number(&self) -> u32 {
        u32::from_le_bytes(bytes())
    }
}

/// Random bytes; from the clock where a browser has no better source, which only makes draws easier to guess.
pub(super) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        let mut now = js_sys::Date::now().to_bits();
        for byte in &mut bytes {
            now = now.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            *byte = (now >> 56) as u8;
        }
    }
    bytes
}

/// A name that nobody else has drawn: small letters and digits.
pub(super) fn name() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let letters = bytes::<8>().map(|byte| LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'a'));
    letters.iter().map(|letter| char::from(*letter)).collect()
}
