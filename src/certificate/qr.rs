//! QR codes (ISO/IEC 18004) of certificates and licences.

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};

/// A QR code: modules row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules of a side, without the quiet zone around.
    pub width: usize,
    dark: Vec<bool>,
}

/// The highest version that a phone reads from paper at 50 mm: 105 modules a side.
pub const HIGHEST: i16 = 22;

/// The longest address before the digits of a certificate, in characters.
pub const LONGEST_ADDRESS: usize = 60;

/// Modules that stay free on each side.
pub const QUIET: usize = 4;

impl Qr {
    /// The QR code of an address and the digits of a token after it, at level M and of the lowest version that holds them;
    /// `None` where version [`HIGHEST`] does not, or where `digits` are none.
    pub fn new(address: &str, digits: &str) -> Option<Qr> {
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        let code = (1..=HIGHEST).filter(|_| is_number).find_map(|version| {
            let mut bits = Bits::new(Version::Normal(version));
            bits.push_byte_data(address.as_bytes()).ok()?;
            bits.push_numeric_data(digits.as_bytes()).ok()?;
            bits.push_terminator(EcLevel::M).ok()?;
            QrCode::with_bits(bits, EcLevel::M).ok()
        })?;
        let width = code.width();
        let dark = code.into_colors().into_iter().map(|color| color == Color::Dark).collect();
        Some(Qr { width, dark })
    }

    /// Whether the module in this row and column is dark.
    pub fn is_dark(&self, row: usize, column: usize) -> bool {
        column < self.width && self.dark.get(row * self.width + column).copied().unwrap_or_default()
    }

    /// The dark modules as the outline of an SVG `path`, one unit a module, the quiet zone included.
    pub fn path(&self) -> String {
        let mut out = String::new();
        for row in 0..self.width {
            let mut column = 0;
            while column < self.width {
                let length = (column..self.width).take_while(|at| self.is_dark(row, *at)).count();
                if length > 0 {
                    let (x, y) = (column + QUIET, row + QUIET);
                    out.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
                }
                column += length.max(1);
            }
        }
        out
    }
}
