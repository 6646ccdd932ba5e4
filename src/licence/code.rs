//! The code that locks a licence: 80 random bits, printed apart from the card.

/// Crockford's 32 signs: none is mistaken for another.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Signs of a code.
const LENGTH: usize = 16;

/// A code from 10 random bytes, as it is printed: four groups of four.
pub fn show(random: &[u8; 10]) -> String {
    let bits = random.iter().fold(0_u128, |sum, byte| sum << 8 | u128::from(*byte));
    let sign = |at: usize| SIGNS.get((bits >> (75 - 5 * at) & 31) as usize).map_or('0', |byte| char::from(*byte));
    (0..LENGTH).flat_map(|at| (at > 0 && at % 4 == 0).then_some('-').into_iter().chain([sign(at)])).collect()
}

/// A code as it was typed, in the form that locks: without hyphens and spaces, in capitals, and with the signs that were
/// meant by O, I and L; `None` where it is no code.
pub fn normal(typed: &str) -> Option<String> {
    let mut out = String::new();
    for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—')) {
        out.push(match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c if c.is_ascii() && SIGNS.contains(&(c as u8)) => c,
            _ => return None,
        });
    }
    (out.len() == LENGTH).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_understood_however_it_is_typed() {
        let shown = show(&[0, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff, 0xff]);
        assert_eq!(shown, "0000-0001-ZZZZ-ZZZZ");
        let normal_form = normal(&shown);
        for typed in [shown.to_lowercase(), shown.replace('-', " "), shown.replace('0', "o"), shown.replace('1', "l")] {
            assert_eq!(normal(&typed), normal_form, "{typed}");
        }
        for bad in ["", "0000-0001-ZZZZ-ZZZ", "0000-0001-ZZZZ-ZZZZZ", "0000-0001-ZZZZ-ZZZU", "0000-0001-ZZZZ-ZZZЖ"] {
            assert_eq!(normal(bad), None, "{bad}");
        }
    }
}
