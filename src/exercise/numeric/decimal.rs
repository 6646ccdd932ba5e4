//! Decimal numbers, exactly.

use std::fmt;

/// A decimal number: `units × 10⁻ˢᶜᵃˡᵉ`, at most 15 digits in all and 9 behind the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    units: i64,
    scale: u32,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal { units: 0, scale: 0 };

    /// Reads a number as people write it: decimal comma or point, spaces between thousands, a sign, `unit` behind it.
    /// `None` where it is no number, or a comma or point could mean either thousands or decimals (`1,234.5` is read,
    /// `1.234.567` is not).
    pub fn parse(text: &str, unit: &str) -> Option<Decimal> {
        let text = text.trim();
        let text = text.strip_suffix(unit).unwrap_or(text);
        let mut digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.contains('.') && digits.matches(',').count() == 1 && digits.find(',') < digits.find('.') {
            digits.retain(|c| c != ',');
        }
        let (sign, digits) = match digits.strip_prefix(['-', '−', '–']) {
            Some(rest) => (-1, rest.to_owned()),
            None => (1, digits.strip_prefix('+').unwrap_or(&digits).to_owned()),
        };
        let (whole, part) = digits.split_once([',', '.']).unwrap_or((&digits, ""));
        let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let fits = number(whole) && number(part) && !(whole.is_empty() && part.is_empty());
        if !fits || whole.len() + part.len() > 15 || part.len() > 9 {
            return None;
        }
        let units: i64 = format!("{whole}{part}").parse().ok()?;
        Some(Decimal { units: sign * units, scale: part.len() as u32 })
    }

    /// So many units of 10 to the power of minus `scale`, which is at most 9.
    pub fn new(units: i64, scale: u32) -> Decimal {
        Decimal { units, scale: scale.min(9) }
    }

    /// How many digits it has behind the mark.
    pub fn scale(self) -> u32 {
        self.scale
    }

    /// The smallest whole number of units of 10 to the power of minus `scale` that is not below it.
    pub fn ceiling(self, scale: u32) -> i64 {
        let power = |n: u32| 10i128.pow(n.min(18));
        let units = i128::from(self.units) * power(scale.saturating_sub(self.scale));
        let step = power(self.scale.saturating_sub(scale));
        let whole = units.div_euclid(step) + i128::from(units.rem_euclid(step) > 0);
        i64::try_from(whole).unwrap_or(if whole < 0 { i64::MIN } else { i64::MAX })
    }

    /// The nearest floating-point number, for display.
    pub fn value(self) -> f64 {
        self.units as f64 / 10f64.powi(self.scale as i32)
    }

    /// The number for drawing and adding up, where the last digit does not matter.
    pub fn to_f64(self) -> f64 {
        (0..self.scale).fold(self.units as f64, |number, _| number / 10.0)
    }

    /// Whether `other` is no further away than `tolerance`.
    pub fn is_within(self, other: Decimal, tolerance: Decimal) -> bool {
        let [a, b, t] = [self, other, tolerance].map(|d| i128::from(d.units) * 10i128.pow(9 - d.scale.min(9)));
        (a - b).abs() <= t.abs()
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = 10i64.pow(self.scale);
        let (whole, part) = (self.units.abs() / power, self.units.abs() % power);
        if self.units < 0 {
            f.write_str("-")?;
        }
        write!(f, "{whole}")?;
        if self.scale > 0 { write!(f, ".{part:0width$}", width = self.scale as usize) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn reads_numbers_as_people_write_them() {
        for (text, unit, read) in [
            ("47,6", "%", "47.6"),
            (" 47.60 % ", "%", "47.60"),
            ("1 234,5", "", "1234.5"),
            ("1\u{a0}234", "", "1234"),
            ("1,234.5", "", "1234.5"),
            ("−3", "", "-3"),
            ("-0,5", "", "-0.5"),
            (",5", "", "0.5"),
        ] {
            assert_eq!(Decimal::parse(text, unit).map(|d| d.to_string()).as_deref(), Some(read), "{text}");
        }
        for text in ["", "-", "abc", "1e5", "1.234.567", "12x", "1234567890123456", "NaN", "."] {
            assert_eq!(Decimal::parse(text, "%"), None, "{text}");
        }
    }

    #[test]
    fn tolerance_is_exact_at_its_edge() {
        let d = |text| Decimal::parse(text, "").unwrap_or(Decimal::ZERO);
        assert!(d("47.6").is_within(d("47"), d("0.6")));
        assert!(!d("47.6").is_within(d("46.99"), d("0.6")));
    }
}
