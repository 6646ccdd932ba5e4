//! Decimal numbers against exact whole-number arithmetic.

use crate::support::cases;
use kerege::exercise::numeric::Decimal;
use proptest::prelude::*;

/// A number of millionths as a decimal.
fn millionths(n: i64) -> Decimal {
    let text = format!("{}{}.{:06}", if n < 0 { "-" } else { "" }, n.abs() / 1_000_000, n.abs() % 1_000_000);
    Decimal::parse(&text, "").expect("a number")
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn tolerance_agrees_with_whole_numbers(
        a in -999_999_999_999_999i64..1_000_000_000_000_000, off in -3i64..4, tolerance in 0..1_000_000_000_000i64, sign in any::<bool>(),
    ) {
        let b = a.saturating_add(if sign { tolerance } else { -tolerance } + off).clamp(-999_999_999_999_999, 999_999_999_999_999);
        let holds = (i128::from(a) - i128::from(b)).abs() <= i128::from(tolerance);
        prop_assert_eq!(millionths(a).is_within(millionths(b), millionths(tolerance)), holds);
    }

    #[test]
    fn a_number_is_read_back_as_it_is_shown(text in "-?[0-9]{1,6}([.,][0-9]{1,9})?", unit in "%|kg|") {
        let number = Decimal::parse(&text, "").expect("a number");
        let shown = number.to_string();
        prop_assert_eq!(Decimal::parse(&shown, "").map(|again| again.to_string()), Some(shown.clone()));
        let with_unit = format!(" {shown} {unit} ");
        prop_assert_eq!(Decimal::parse(&with_unit, &unit), Some(number));
    }

    #[test]
    fn anything_typed_is_a_number_or_none(text in prop_oneof![any::<String>(), "[-+−0-9., \u{a0}%]{0,24}"], unit in any::<String>()) {
        if let Some(number) = Decimal::parse(&text, &unit) {
            prop_assert!(number.is_within(number, Decimal::ZERO));
        }
    }
}
